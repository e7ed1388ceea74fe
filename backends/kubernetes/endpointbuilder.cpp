// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/endpointbuilder.h"

#include "backends/kubernetes/pemidentity.h"

namespace signalbox::kubernetes
{

namespace
{

/// client-go takes an address without scheme for plain HTTP.
QUrl baseUrl(const QString &server)
{
    QUrl url(server.contains(QLatin1String("://")) ? server : QStringLiteral("http://") + server);
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

/// proxy-url holds whatever the environment says, loopback included, as in client-go.
Result<QNetworkProxy> proxyFor(const KubeCluster &cluster, const QUrl &base,
                               const http::ProxyEnvironment &environment)
{
    return cluster.proxyUrl.isEmpty() ? environment.proxyFor(base)
                                      : http::proxyFromUrl(QUrl(cluster.proxyUrl), cluster.file);
}

Result<QList<QSslCertificate>> authorityFor(const KubeCluster &cluster)
{
    if (!cluster.certificateAuthorityData.isEmpty()) {
        const QString origin = QStringLiteral("%1: certificate-authority-data of cluster \"%2\"");
        return parseCaBundle(cluster.certificateAuthorityData, origin.arg(cluster.file, cluster.name));
    }
    if (cluster.certificateAuthority.isEmpty()) {
        return QList<QSslCertificate>();
    }
    const Result<QByteArray> pem = readSmallFile(cluster.certificateAuthority, ErrorLayer::Configuration);
    if (!pem) {
        return tl::unexpected(pem.error());
    }
    return parseCaBundle(*pem, cluster.certificateAuthority);
}

bool isHeaderNameCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || QByteArrayView("!#$&'*+-.^_`|~").contains(character);
}

/// '%' itself is a legal header character and encoded all the same, so that decoding is unambiguous.
QByteArray encodedExtraKey(const QString &key)
{
    QByteArray result;
    for (const char character : key.toLower().toUtf8()) {
        if (isHeaderNameCharacter(character)) {
            result.append(character);
        } else {
            result += '%' + QByteArray(1, character).toHex().toUpper();
        }
    }
    return result;
}

} // namespace

Result<http::Endpoint> makeEndpoint(const ContextEntry &entry, const http::ProxyEnvironment &environment)
{
    if (entry.error) {
        return tl::unexpected(*entry.error);
    }
    http::Endpoint endpoint;
    endpoint.base = baseUrl(entry.cluster.server);
    if (endpoint.base.scheme() != QLatin1String("https") && sendsSecrets(entry.user)) {
        return failure(
            ErrorCode::BadConfiguration, ErrorLayer::Configuration,
            QStringLiteral("%1 is not reached over TLS, so the credentials of user \"%2\" are not sent "
                           "to it; use https")
                .arg(endpoint.base.toDisplayString(), entry.userName),
            entry.cluster.file);
    }
    Result<QList<QSslCertificate>> authority = authorityFor(entry.cluster);
    if (!authority) {
        return tl::unexpected(authority.error());
    }
    Result<QNetworkProxy> proxy = proxyFor(entry.cluster, endpoint.base, environment);
    if (!proxy) {
        return tl::unexpected(proxy.error());
    }
    endpoint.caCertificates = *authority;
    endpoint.insecureSkipVerify = entry.cluster.insecureSkipTlsVerify;
    endpoint.tlsServerName = entry.cluster.tlsServerName;
    endpoint.proxy = *proxy;
    endpoint.disableCompression = entry.cluster.disableCompression;
    return endpoint;
}

bool sendsSecrets(const KubeUser &user)
{
    return user.hasToken() || user.hasBasic() || user.hasCertificate() || user.exec.has_value();
}

Result<QVector<QPair<QByteArray, QByteArray>>> impersonationHeaders(const Impersonation &acting)
{
    QVector<QPair<QByteArray, QByteArray>> headers;
    if (acting.user.isEmpty()) {
        return headers;
    }
    headers.append({"Impersonate-User", acting.user.toUtf8()});
    if (!acting.uid.isEmpty()) {
        headers.append({"Impersonate-Uid", acting.uid.toUtf8()});
    }
    for (const QString &group : acting.groups) {
        headers.append({"Impersonate-Group", group.toUtf8()});
    }
    for (const auto &[key, values] : acting.extra) {
        for (const QString &value : values) {
            headers.append({"Impersonate-Extra-" + encodedExtraKey(key), value.toUtf8()});
        }
    }
    for (const auto &[name, value] : std::as_const(headers)) {
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; })) {
            return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                           QStringLiteral("line break in %1").arg(QString::fromLatin1(name)));
        }
    }
    return headers;
}

} // namespace signalbox::kubernetes
