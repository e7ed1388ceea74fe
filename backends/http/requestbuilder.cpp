// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/requestbuilder.h"

#include <QSslConfiguration>

#include <algorithm>

namespace signalbox::http
{

namespace
{

constexpr const char *UserAgent = "signalbox/" SIGNALBOX_VERSION;

bool isEncrypted(const Endpoint &endpoint)
{
    return endpoint.base.scheme() == QLatin1String("https");
}

Result<QUrl> addressOf(const Endpoint &endpoint, const QString &pathAndQuery)
{
    const QByteArray prefix = endpoint.base.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery |
                                                      QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    const QUrl url = QUrl::fromEncoded(prefix + pathAndQuery.toUtf8(), QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !known || !pathAndQuery.startsWith(u'/')) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("not an http or https address: %1").arg(url.errorString()),
                       endpoint.base.toString(QUrl::RemoveUserInfo));
    }
    return url;
}

QSslConfiguration tlsOf(const Endpoint &endpoint, const Credentials &credentials)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!endpoint.caCertificates.isEmpty()) {
        tls.setCaCertificates(endpoint.caCertificates);
    }
    if (endpoint.insecureSkipVerify) {
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    if (!credentials.clientCertificate.isEmpty() && !credentials.clientKey.isNull()) {
        tls.setLocalCertificateChain(credentials.clientCertificate);
        tls.setPrivateKey(credentials.clientKey);
    }
    return tls;
}

bool isSafeHeader(const QByteArray &name, const QByteArray &value)
{
    const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), breaks) &&
           std::none_of(value.begin(), value.end(), breaks);
}

/// Cookies, caches and redirects have no place here; a followed redirect would carry the token along.
void setAttributes(QNetworkRequest &target)
{
    target.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    target.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    target.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    target.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    target.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    target.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    target.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Real clusters pass 40:1 with homogeneous objects; the byte limit of the request guards instead.
    target.setDecompressedSafetyCheckThreshold(-1);
}

QVector<QPair<QByteArray, QByteArray>> headersOf(const Endpoint &endpoint, const Credentials &credentials,
                                                 const Request &request)
{
    QVector<QPair<QByteArray, QByteArray>> headers{{"User-Agent", UserAgent}, {"Accept", request.accept}};
    if (request.identityEncoding || endpoint.disableCompression) {
        headers.emplaceBack("Accept-Encoding", "identity");
    }
    if (!request.contentType.isEmpty()) {
        headers.emplaceBack("Content-Type", request.contentType);
    }
    headers += request.headers;
    if (isEncrypted(endpoint)) {
        if (!credentials.authorization.isEmpty()) {
            headers.emplaceBack("Authorization", credentials.authorization);
        }
        headers += credentials.headers;
    }
    return headers;
}

/// Impersonating several groups takes several lines of one name, and Qt keeps one value a name. Each value
/// was checked for line breaks, so this one is ours; HTTP/2 has no such lines, hence HTTP/1.1 for these
/// users.
void addHeader(QNetworkRequest &target, const QByteArray &name, const QByteArray &value)
{
    const QByteArray before = target.rawHeader(name);
    if (before.isEmpty()) {
        target.setRawHeader(name, value);
        return;
    }
    target.setRawHeader(name, before + "\r\n" + name + ": " + value);
    target.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
}

} // namespace

QString subjectOf(const Endpoint &endpoint)
{
    const int port = endpoint.base.port(isEncrypted(endpoint) ? 443 : 80);
    return QStringLiteral("%1:%2").arg(endpoint.base.host()).arg(port);
}

Result<QNetworkRequest> buildRequest(const Endpoint &endpoint, const Credentials &credentials,
                                     const Request &request)
{
    const auto url = addressOf(endpoint, request.pathAndQuery);
    if (!url) {
        return tl::unexpected(url.error());
    }
    QNetworkRequest target(*url);
    setAttributes(target);
    target.setSslConfiguration(tlsOf(endpoint, credentials));
    if (!endpoint.tlsServerName.isEmpty()) {
        target.setPeerVerifyName(endpoint.tlsServerName);
    }
    for (const auto &[name, value] : headersOf(endpoint, credentials, request)) {
        if (!isSafeHeader(name, value)) {
            return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials,
                           QStringLiteral("a request header holds a line break"),
                           QString::fromLatin1(name.left(40)));
        }
        addHeader(target, name, value);
    }
    return target;
}

} // namespace signalbox::http
