// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wavemetrics.h"

#include "backends/api/answer.h"

#include <cmath>

namespace signalbox
{

namespace
{

MetricRule rule(const QString &id, const QHash<QString, QString> &title, Unit unit, double limit)
{
    MetricRule rule;
    rule.id = id;
    rule.title = title;
    rule.unit = unit;
    rule.limit = limit;
    rule.query = id + QStringLiteral(" $hash");
    return rule;
}

/// Between -1 and 1, without a pattern the eye would see.
double noise(std::int64_t step)
{
    return std::sin(static_cast<double>(step) * 12.9898) * std::cos(static_cast<double>(step) * 4.1414);
}

} // namespace

WaveMetrics::WaveMetrics(QString canaryHash, std::int64_t nowMs, QObject *parent)
    : MetricsApi(parent)
    , m_canaryHash(std::move(canaryHash))
    , m_nowMs(nowMs)
{
}

MetricProfile WaveMetrics::profile()
{
    const auto title = [](const char *en, const char *tw, const char *cn) {
        return QHash<QString, QString>{{QStringLiteral("en"), QString::fromUtf8(en)},
                                       {QStringLiteral("zh_TW"), QString::fromUtf8(tw)},
                                       {QStringLiteral("zh_CN"), QString::fromUtf8(cn)}};
    };
    MetricProfile profile;
    profile.id = QStringLiteral("waves");
    profile.trafficQuery = QStringLiteral("traffic $hash");
    profile.rules = {
        rule(QStringLiteral("error-rate"), title("HTTP error rate", "HTTP 錯誤率", "HTTP 错误率"),
             Unit::Ratio, 0.01),
        rule(QStringLiteral("latency-p95"), title("Latency p95", "延遲 P95", "延迟 P95"), Unit::Seconds, 2),
        rule(QStringLiteral("login-success"), title("Login success", "登入成功率", "登录成功率"), Unit::Ratio,
             0.95),
        rule(QStringLiteral("queue-length"), title("Queue length", "佇列長度", "队列长度"), Unit::Count, 500),
        rule(QStringLiteral("memory"), title("Memory", "記憶體", "内存"), Unit::Bytes, 900.0 * 1024 * 1024),
    };
    profile.rules[2].direction = Direction::HigherIsBetter;
    return profile;
}

double WaveMetrics::valueOf(const QString &promql, std::int64_t ms) const
{
    const bool isCanary = promql.contains(m_canaryHash);
    const double late = std::max(0.0, 1 - static_cast<double>(m_nowMs - ms) / 1'500'000.0);
    const double drift = isCanary ? late : 0;
    const double wobble = noise(ms / 5000 + (isCanary ? 7 : 0));
    if (promql.startsWith(QStringLiteral("error-rate"))) {
        return 0.002 + 0.0014 * drift + 0.0003 * wobble;
    }
    if (promql.startsWith(QStringLiteral("latency"))) {
        return 0.38 + 0.05 * drift + 0.03 * wobble;
    }
    if (promql.startsWith(QStringLiteral("login"))) {
        return 0.985 - 0.05 * drift + 0.002 * wobble;
    }
    if (promql.startsWith(QStringLiteral("queue"))) {
        return std::round(120 + 60 * drift + 25 * wobble);
    }
    if (promql.startsWith(QStringLiteral("traffic"))) {
        return isCanary ? 20 : 80;
    }
    return (400 + 90 * drift + 10 * wobble) * 1024 * 1024;
}

QFuture<Result<QueryAnswer>> WaveMetrics::query(QString promql, QDateTime)
{
    QueryAnswer answer;
    if (!promql.startsWith(QStringLiteral("memory"))) {
        answer.series.push_back({{}, {{m_nowMs, valueOf(promql, m_nowMs)}}, false});
    }
    return answered<QueryAnswer>(answer);
}

QFuture<Result<QueryAnswer>> WaveMetrics::queryRange(RangeQuery query)
{
    QueryAnswer answer;
    answer.type = ResultType::Matrix;
    Series series;
    for (std::int64_t ms = query.startMs; ms <= query.endMs; ms += query.stepMs) {
        // The queue was not scraped for five minutes; memory was never measured.
        const bool isGap = query.promql.startsWith(QStringLiteral("queue")) && m_nowMs - ms > 900'000 &&
                           m_nowMs - ms < 1'200'000;
        if (!isGap && !query.promql.startsWith(QStringLiteral("memory"))) {
            series.samples.push_back({ms, valueOf(query.promql, ms)});
        }
    }
    answer.series.push_back(series);
    return answered<QueryAnswer>(answer);
}

QFuture<Result<QVector<AlertRule>>> WaveMetrics::rules()
{
    return answered<QVector<AlertRule>>(QVector<AlertRule>());
}
QFuture<Result<QVector<Alert>>> WaveMetrics::alerts()
{
    return answered<QVector<Alert>>(QVector<Alert>());
}

QFuture<Result<QVector<ScrapeTarget>>> WaveMetrics::targets()
{
    return answered<QVector<ScrapeTarget>>(QVector<ScrapeTarget>());
}

QFuture<Result<BuildInfo>> WaveMetrics::buildInfo()
{
    return answered<BuildInfo>(BuildInfo());
}
QFuture<Result<QString>> WaveMetrics::formatQuery(QString promql)
{
    return answered<QString>(promql);
}

} // namespace signalbox
