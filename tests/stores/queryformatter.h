// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/metricsapi.h"

#include <functional>

namespace signalbox::test
{

/// A metrics server that only looks at queries, and does what the test says.
class QueryFormatter final : public MetricsApi
{
public:
    [[nodiscard]] QString endpoint() const override { return QStringLiteral("http://metrics"); }
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString, QDateTime) override
    {
        return none<QueryAnswer>();
    }
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery) override { return none<QueryAnswer>(); }
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override { return none<QVector<AlertRule>>(); }
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override { return none<QVector<Alert>>(); }
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override
    {
        return none<QVector<ScrapeTarget>>();
    }
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override { return none<BuildInfo>(); }
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override
    {
        asked.append(promql);
        return answered<QString>(onFormat(promql));
    }

    QStringList asked;
    std::function<Result<QString>(const QString &)> onFormat = [](const QString &promql) {
        return Result<QString>(promql);
    };

private:
    template <typename T> static QFuture<Result<T>> none()
    {
        return answered<T>(failure(ErrorCode::Unsupported, ErrorLayer::Rule, {}));
    }
};

} // namespace signalbox::test
