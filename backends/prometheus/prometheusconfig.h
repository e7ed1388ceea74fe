// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/endpoint.h"
#include "models/domain/result.h"

#include <QPair>
#include <QVector>

#include <chrono>

namespace signalbox::prometheus
{

/// Where one Prometheus is and how hard it may be asked. Credentials come separately.
struct PrometheusConfig {
    http::Endpoint endpoint;                        ///< base without /api/v1, may have a path
    QString title;                                  ///< shown to people; empty: the base URL
    QVector<QPair<QByteArray, QByteArray>> headers; ///< sent with every request, e.g. X-Scope-OrgID
    std::chrono::milliseconds timeout{20000};       ///< of one query, told to the server
    std::chrono::milliseconds overlap{300000};      ///< asked again at a refresh: the server's lookback
    int parallel = 4;                               ///< requests at a time
    qint64 maxBytes = qint64(64) * 1024 * 1024;     ///< of one answer
};

/// @param url http or https; user name and password in it are dropped
/// @param caCertificates empty: system roots
[[nodiscard]] http::Endpoint makeEndpoint(const QUrl &url, const QList<QSslCertificate> &caCertificates = {});

/// A Prometheus behind the service proxy of an API server; use it with the cluster's own credentials.
/// The API server eats the Authorization header: a Prometheus with a password of its own cannot be reached
/// so.
/// @param service "namespace/name:port"; port is a number or a name, "https:name:port" asks for TLS behind
[[nodiscard]] Result<http::Endpoint> serviceProxyEndpoint(http::Endpoint cluster, const QString &service);

} // namespace signalbox::prometheus
