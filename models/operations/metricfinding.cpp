// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/metricfinding.h"

#include "backends/api/answer.h"
#include "models/stores/metricmeasure.h"

#include <QPointer>
#include <qcorofuture.h>
#include <qcorotask.h>

namespace signalbox
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString codeOf(ValueProblem problem)
{
    switch (problem) {
    case ValueProblem::NotANumber:
        return QStringLiteral("promql-nan");
    case ValueProblem::Infinite:
        return QStringLiteral("promql-infinite");
    case ValueProblem::Stale:
        return QStringLiteral("promql-stale");
    case ValueProblem::SeveralSeries:
        return QStringLiteral("promql-several-series");
    case ValueProblem::Warnings:
        return QStringLiteral("promql-warnings");
    case ValueProblem::NativeHistogram:
        return QStringLiteral("promql-histogram");
    case ValueProblem::QueryFailed:
        return QStringLiteral("source-failed");
    case ValueProblem::None:
    case ValueProblem::NoData:
        break;
    }
    return QStringLiteral("promql-no-data");
}

QCoro::Task<> runFinding(Answer<ProbeFinding> to, QPointer<MetricsApi> api, PlanMetric metric,
                         MetricScope scope, const Clock *clock)
{
    auto asking = readMetric(api, metric.query, scope, *clock, metric.freshness);
    const auto value = co_await asking;
    Reading reading = value ? *value : metricmeasure::failedReading(value.error());
    if (reading.value && metric.minimumSamples && !metric.samplesQuery.isEmpty()) {
        auto counting = readMetric(api, metric.samplesQuery, scope, *clock, metric.freshness);
        const auto samples = co_await counting;
        reading.samples = samples ? samples->value : std::nullopt;
    }
    to.give(findingOf(metric, reading, clock->nowUtc()));
}

} // namespace

ProbeFinding findingOf(const PlanMetric &metric, const Reading &reading, const QDateTime &now)
{
    ProbeFinding finding;
    finding.at = now;
    if (!metric.promoteLimit) {
        finding.code = QStringLiteral("parameter-invalid");
        finding.args = {QStringLiteral("promoteLimit")};
        return finding;
    }
    if (!reading.value) {
        finding.code = codeOf(reading.problem);
        finding.args = {reading.detail};
        return finding;
    }
    const bool lower = metric.direction == Direction::LowerIsBetter;
    const QString wanted =
        (lower ? QStringLiteral("<= ") : QStringLiteral(">= ")) + number(*metric.promoteLimit);
    MetricRule rule;
    rule.limit = metric.promoteLimit;
    rule.direction = metric.direction;
    rule.minimumSamples = metric.minimumSamples;
    switch (judge(rule, reading)) {
    case Verdict::Pass:
        finding.result = CheckResult::Pass;
        finding.code = QStringLiteral("promql-met");
        finding.args = {number(*reading.value), wanted};
        break;
    case Verdict::Fail:
        finding.result = CheckResult::Fail;
        finding.code = QStringLiteral("promql-not-met");
        finding.args = {number(*reading.value), wanted};
        break;
    default:
        finding.code = QStringLiteral("promql-few-samples");
        finding.args = {number(reading.samples.value_or(0)), number(metric.minimumSamples.value_or(0))};
        break;
    }
    return finding;
}

QFuture<Result<Reading>> readMetric(MetricsApi *api, const QString &query, const MetricScope &scope,
                                    const Clock &clock, std::chrono::seconds staleAfter)
{
    if (!api) {
        Reading none;
        none.problem = ValueProblem::QueryFailed;
        none.detail = QStringLiteral("no metrics server");
        return answered<Reading>(none);
    }
    return settled(metricmeasure::value(*api, expandQuery(query, scope), clock, staleAfter));
}

QFuture<Result<ProbeFinding>> findMetric(MetricsApi *api, const PlanMetric &metric, const MetricScope &scope,
                                         const Clock &clock)
{
    Answer<ProbeFinding> answer;
    if (!api) {
        answer.give(ProbeFinding{CheckResult::Unknown,
                                 false,
                                 QStringLiteral("no-source"),
                                 {QStringLiteral("Prometheus")},
                                 clock.nowUtc(),
                                 {}});
        return answer.future();
    }
    runFinding(answer, api, metric, scope, &clock);
    return answer.future();
}

} // namespace signalbox
