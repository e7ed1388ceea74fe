// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "backends/http/credentialsource.h"
#include "backends/prometheus/prometheusconfig.h"

#include <memory>

namespace signalbox::prometheus
{

/// One Prometheus-compatible server. Sockets and parsing live on a worker thread of its own.
/// Identical queries under way share a request and a parse, at most PrometheusConfig::parallel requests run
/// at a time, the others wait in order. QFuture::cancel() takes a query back: it leaves the queue, or its
/// request is aborted, once nobody else waits for it. Queries go as POST; where that is refused (403, 405) as
/// GET.
class PrometheusClient final : public MetricsApi
{
    Q_OBJECT

public:
    /// Nothing is dialled before the first query.
    /// @param credentials moved to the worker; null: none @param clock outlives the client
    PrometheusClient(PrometheusConfig config, std::unique_ptr<http::CredentialSource> credentials,
                     const Clock &clock, QObject *parent = nullptr);
    ~PrometheusClient() override;

    [[nodiscard]] QString endpoint() const override;
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString promql, QDateTime at) override;
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery query) override;
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override;
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override;
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override;
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override;
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::prometheus
