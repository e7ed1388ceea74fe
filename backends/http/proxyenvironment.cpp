// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/proxyenvironment.h"

#include <QHostAddress>

namespace signalbox::http
{

namespace
{

struct HostPort {
    QString host;
    QString port; ///< empty: none
};

/// "host:port", "[v6]:port" or a host alone. A bare IPv6 address has colons and no port.
HostPort splitPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool bracketed = text.startsWith(u'[');
    if (colon < 0 || (bracketed && text.at(colon - 1) != u']') || (!bracketed && text.count(u':') > 1)) {
        return {text, {}};
    }
    const QString host = text.left(colon);
    return {bracketed ? host.mid(1, host.size() - 2) : host, text.mid(colon + 1)};
}

QString portOf(const QUrl &server)
{
    return QString::number(server.port(server.scheme() == QLatin1String("https") ? 443 : 80));
}

/// An IPv4 address inside IPv6 is the IPv4 address.
QHostAddress plainAddress(const QString &host)
{
    const QHostAddress address(host);
    bool mapped = false;
    const quint32 inner = address.toIPv4Address(&mapped);
    return mapped ? QHostAddress(inner) : address;
}

bool domainMatches(const QString &pattern, const QString &host)
{
    if (pattern.startsWith(QLatin1String("*."))) {
        return host.endsWith(pattern.mid(1));
    }
    if (pattern.startsWith(u'.')) {
        return host.endsWith(pattern);
    }
    return host == pattern || host.endsWith(QLatin1Char('.') + pattern);
}

bool exceptionMatches(const QString &entry, const QString &host, const QString &port)
{
    if (entry == QLatin1String("*")) {
        return true;
    }
    const QHostAddress address = plainAddress(host);
    if (entry.contains(u'/')) {
        const auto network = QHostAddress::parseSubnet(entry);
        if (network.second >= 0) {
            return !address.isNull() && address.protocol() == network.first.protocol() &&
                   address.isInSubnet(network);
        }
    }
    const HostPort wanted = splitPort(entry);
    if (wanted.host.isEmpty() || (!wanted.port.isEmpty() && wanted.port != port)) {
        return false;
    }
    const QHostAddress wantedAddress = plainAddress(wanted.host);
    if (!wantedAddress.isNull()) {
        return address == wantedAddress;
    }
    return domainMatches(wanted.host, host);
}

/// A value without scheme, for example "proxy.example:3128", is an http proxy.
QUrl proxyUrlOf(const QString &value)
{
    return QUrl(value.contains(QLatin1String("://")) ? value : QStringLiteral("http://") + value,
                QUrl::StrictMode);
}

} // namespace

Result<QNetworkProxy> proxyFromUrl(const QUrl &url, const QString &origin)
{
    const bool socks = url.scheme() == QLatin1String("socks5") || url.scheme() == QLatin1String("socks5h");
    if (!socks && url.scheme() != QLatin1String("http")) {
        return failure(ErrorCode::Unsupported, ErrorLayer::Configuration,
                       QStringLiteral("a proxy with scheme \"%1\": use http or socks5").arg(url.scheme()),
                       origin);
    }
    if (url.host().isEmpty()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("expected the address of a proxy"), origin);
    }
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(url.port(socks ? 1080 : 80)), url.userName(QUrl::FullyDecoded),
                        url.password(QUrl::FullyDecoded));
    if (socks) {
        // Names are resolved by the proxy, as Go does it: internal names need not be known here.
        proxy.setCapabilities(proxy.capabilities() | QNetworkProxy::HostNameLookupCapability);
    }
    return proxy;
}

ProxyEnvironment::ProxyEnvironment(const QProcessEnvironment &environment)
    : m_http(read(environment, QStringLiteral("HTTP_PROXY")))
    , m_https(read(environment, QStringLiteral("HTTPS_PROXY")))
    , m_exceptions(read(environment, QStringLiteral("NO_PROXY")).value)
    , m_gateway(!environment.value(QStringLiteral("REQUEST_METHOD")).isEmpty())
{
}

ProxyEnvironment::Variable ProxyEnvironment::read(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    return value.isEmpty() ? Variable{name.toLower(), environment.value(name.toLower())}
                           : Variable{name, value};
}

bool ProxyEnvironment::goesDirect(const QUrl &server) const
{
    const QString host = server.host(QUrl::FullyDecoded).toLower();
    if (host.isEmpty() || host == QLatin1String("localhost") || plainAddress(host).isLoopback()) {
        return true;
    }
    const QString port = portOf(server);
    const QStringList entries = m_exceptions.split(u',');
    return std::any_of(entries.cbegin(), entries.cend(), [&](const QString &entry) {
        const QString tidy = entry.trimmed().toLower();
        return !tidy.isEmpty() && exceptionMatches(tidy, host, port);
    });
}

Result<QNetworkProxy> ProxyEnvironment::proxyFor(const QUrl &server) const
{
    const bool secure = server.scheme() == QLatin1String("https");
    const Variable &variable = secure ? m_https : m_http;
    if (variable.value.isEmpty() || goesDirect(server)) {
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    }
    if (!secure && m_gateway) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("not used where REQUEST_METHOD is set: it may come from a request"),
                       variable.name);
    }
    return proxyFromUrl(proxyUrlOf(variable.value), variable.name);
}

} // namespace signalbox::http
