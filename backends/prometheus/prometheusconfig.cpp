// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/prometheusconfig.h"

#include <QRegularExpression>

namespace signalbox::prometheus
{

http::Endpoint makeEndpoint(const QUrl &url, const QList<QSslCertificate> &caCertificates)
{
    http::Endpoint endpoint;
    endpoint.base = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    endpoint.caCertificates = caCertificates;
    return endpoint;
}

Result<http::Endpoint> serviceProxyEndpoint(http::Endpoint cluster, const QString &service)
{
    static const QRegularExpression form(QStringLiteral(
        "\\A([a-z0-9]([-a-z0-9]*[a-z0-9])?)/((https?:)?[a-z0-9][-a-z0-9.]*(:[a-z0-9][-a-z0-9]*)?)\\z"));
    const auto match = form.match(service);
    if (!match.hasMatch()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("not of the form namespace/service:port"), service);
    }
    QString path = cluster.base.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    cluster.base.setPath(
        path +
        QStringLiteral("/api/v1/namespaces/%1/services/%2/proxy").arg(match.captured(1), match.captured(3)));
    return cluster;
}

} // namespace signalbox::prometheus
