// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/metricsapi.h"

namespace signalbox
{

/// A metrics server whose lines are made up by a formula: the same query always gives the same line. The
/// query's first word chooses the metric, the rest is the version's hash.
class WaveMetrics final : public MetricsApi
{
    Q_OBJECT

public:
    /// @param canaryHash lines of this version get worse towards the end
    explicit WaveMetrics(QString canaryHash, std::int64_t nowMs, QObject *parent = nullptr);

    [[nodiscard]] QString endpoint() const override { return QStringLiteral("https://prometheus.example"); }
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString promql, QDateTime at) override;
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery query) override;
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override;
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override;
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override;
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override;
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override;

    /// Rules that fit the formulas.
    [[nodiscard]] static MetricProfile profile();

private:
    [[nodiscard]] double valueOf(const QString &promql, std::int64_t ms) const;

    QString m_canaryHash;
    std::int64_t m_nowMs;
};

} // namespace signalbox
