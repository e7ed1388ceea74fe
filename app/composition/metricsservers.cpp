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
                                   const kubernetes::ContextEntry &entry, kubernetes::ExecPluginPool &plugins,
                                   const Clock &clock)
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
        const Result<http::Endpoint> cluster = kubernetes::makeEndpoint(entry);
        const Result<http::Endpoint> proxied =
            cluster ? prometheus::serviceProxyEndpoint(*cluster, settings.serviceProxy) : cluster;
        if (!proxied) {
            return tl::unexpected(proxied.error());
        }
        prometheus::PrometheusConfig config;
        config.endpoint = *proxied;
        config.title = settings.serviceProxy;
        m_metrics = std::make_unique<prometheus::PrometheusClient>(
            config, std::make_unique<kubernetes::UserCredentialSource>(entry, plugins, clock), clock);
    } else if (!settings.url.isEmpty()) {
        prometheus::PrometheusConfig config;
        config.endpoint = prometheus::makeEndpoint(QUrl(settings.url), *ca);
        config.headers = headerList(settings.headers);
        m_metrics = std::make_unique<prometheus::PrometheusClient>(config, ownCredentials(), clock);
    }
    if (!settings.alertmanagerUrl.isEmpty()) {
        alertmanager::AlertmanagerConfig config;
        config.endpoint = prometheus::makeEndpoint(QUrl(settings.alertmanagerUrl), *ca);
        m_alerts = std::make_unique<alertmanager::AlertmanagerClient>(config, ownCredentials(), clock);
    }
    return Done{};
}

} // namespace signalbox
