// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/metricsservers.h"

#include "backends/alertmanager/alertmanagerclient.h"
#include "backends/http/staticcredentials.h"
#include "backends/kubernetes/endpointbuilder.h"
#include "backends/kubernetes/usercredentialsource.h"
#include "backends/prometheus/prometheusclient.h"

#include <QFile>
#include <QUrl>

namespace signalbox
{

namespace
{

Result<http::Endpoint> endpointOf(const QString &url, const QList<QSslCertificate> &authority,
                                  const http::ProxyEnvironment &environment)
{
    http::Endpoint endpoint = prometheus::makeEndpoint(QUrl(url), authority);
    const Result<QNetworkProxy> proxy = environment.proxyFor(endpoint.base);
    if (!proxy) {
        return tl::unexpected(proxy.error());
    }
    endpoint.proxy = *proxy;
    return endpoint;
}

http::StaticCredentials::Parts credentialParts(const MetricsServerSettings &settings, const QString &secret)
{
    http::StaticCredentials::Parts parts;
    switch (settings.auth) {
    case MetricsAuth::None:
        break;
    case MetricsAuth::Basic:
        parts.authorization = http::StaticCredentials::basic(settings.userName, secret);
        break;
    case MetricsAuth::Bearer:
        parts.authorization = http::StaticCredentials::bearer(secret.toUtf8());
        break;
    case MetricsAuth::BearerFile:
        parts.bearerFile = settings.bearerFile;
        break;
    case MetricsAuth::ClientCertificate:
        parts.certificateFile = settings.certificateFile;
        parts.keyFile = settings.keyFile;
        break;
    }
    return parts;
}

QVector<QPair<QByteArray, QByteArray>> headerList(const QHash<QString, QString> &headers)
{
    QVector<QPair<QByteArray, QByteArray>> list;
    for (auto header = headers.cbegin(); header != headers.cend(); ++header) {
        list.append({header.key().toUtf8(), header.value().toUtf8()});
    }
    return list;
}

Result<QList<QSslCertificate>> caCertificates(const QString &file)
{
    if (file.isEmpty()) {
        return QList<QSslCertificate>{};
    }
    QFile source(file);
    const QList<QSslCertificate> certificates = source.open(QIODevice::ReadOnly)
                                                    ? QSslCertificate::fromData(source.readAll())
                                                    : QList<QSslCertificate>{};
    if (certificates.isEmpty()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("no certificate could be read"), file);
    }
    return certificates;
}

} // namespace

MetricsServers::MetricsServers() = default;
MetricsServers::~MetricsServers() = default;
MetricsServers::MetricsServers(MetricsServers &&) noexcept = default;
MetricsServers &MetricsServers::operator=(MetricsServers &&) noexcept = default;

Result<Done> MetricsServers::build(const MetricsServerSettings &settings, const QString &secret,
                                   const Surroundings &around)
{
    m_metrics.reset();
    m_alerts.reset();
    const Result<QList<QSslCertificate>> ca = caCertificates(settings.caFile);
    if (!ca) {
        return tl::unexpected(ca.error());
    }
    const auto ownCredentials = [&] {
        return std::make_unique<http::StaticCredentials>(credentialParts(settings, secret));
    };
    if (!settings.serviceProxy.isEmpty()) {
        if (const Result<Done> built = buildProxied(settings.serviceProxy, around); !built) {
            return built;
        }
    } else if (!settings.url.isEmpty()) {
        const Result<http::Endpoint> endpoint = endpointOf(settings.url, *ca, around.proxies);
        if (!endpoint) {
            return tl::unexpected(endpoint.error());
        }
        prometheus::PrometheusConfig config;
        config.endpoint = *endpoint;
        config.headers = headerList(settings.headers);
        m_metrics = std::make_unique<prometheus::PrometheusClient>(config, ownCredentials(), around.clock);
    }
    if (!settings.alertmanagerUrl.isEmpty()) {
        const Result<http::Endpoint> endpoint = endpointOf(settings.alertmanagerUrl, *ca, around.proxies);
        if (!endpoint) {
            return tl::unexpected(endpoint.error());
        }
        alertmanager::AlertmanagerConfig config;
        config.endpoint = *endpoint;
        m_alerts = std::make_unique<alertmanager::AlertmanagerClient>(config, ownCredentials(), around.clock);
    }
    return Done{};
}

Result<Done> MetricsServers::buildProxied(const QString &service, const Surroundings &around)
{
    const Result<http::Endpoint> cluster = kubernetes::makeEndpoint(around.entry, around.proxies);
    const Result<http::Endpoint> proxied =
        cluster ? prometheus::serviceProxyEndpoint(*cluster, service) : cluster;
    if (!proxied) {
        return tl::unexpected(proxied.error());
    }
    prometheus::PrometheusConfig config;
    config.endpoint = *proxied;
    config.title = service;
    m_metrics = std::make_unique<prometheus::PrometheusClient>(
        config,
        std::make_unique<kubernetes::UserCredentialSource>(around.entry, around.plugins, around.clock),
        around.clock);
    return Done{};
}

} // namespace signalbox
