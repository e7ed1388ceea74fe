// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/metricsround.h"

#include "backends/api/whenfinished.h"
#include "models/stores/metricmeasure.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace signalbox
{
namespace
{

/// Samples of the one series a chart can show. None, several, or a histogram: nothing to draw; the reading
/// beside it says which.
QVector<Sample> drawable(const QueryAnswer &answer)
{
    if (answer.series.size() != 1 || answer.series.first().nativeHistogram) {
        return {};
    }
    return answer.series.first().samples;
}

} // namespace

MetricsRound::MetricsRound(MetricsTask task, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
    , m_clock(clock)
{
}

MetricsRound::~MetricsRound()
{
    stop();
}

void MetricsRound::stop()
{
    m_stopped = true;
    const auto cancels = std::exchange(m_cancels, {});
    for (const auto &cancel : cancels) {
        cancel();
    }
}

void MetricsRound::start()
{
    askTraffic();
    for (int rule = 0; rule < m_task.profile.rules.size(); ++rule) {
        askArm(rule, Arm::Canary, m_task.canary);
        if (m_task.baseline) {
            askArm(rule, Arm::Baseline, *m_task.baseline);
        }
    }
    askAlerts();
    countDown(false);
}

template <typename T, typename Apply> void MetricsRound::track(QFuture<Result<T>> future, Apply apply)
{
    ++m_open;
    whenFinished(this, future, [this, apply](const Result<T> &result) {
        if (!m_stopped) {
            apply(result);
        }
        if (!m_stopped) {
            countDown(result.has_value());
        }
    });
    m_cancels.push_back([future]() mutable {
        if (!future.isFinished()) {
            future.cancel();
        }
    });
}

void MetricsRound::countDown(bool answered)
{
    m_anyAnswer = m_anyAnswer || answered;
    if (--m_open == 0) {
        Q_EMIT finished(m_anyAnswer);
    }
}

RangeQuery MetricsRound::chartQuery(const MetricRule &rule, MetricScope scope) const
{
    const MetricsCadence &cadence = m_task.cadence;
    const auto end = m_clock.nowUtc().toMSecsSinceEpoch();
    const auto range = std::chrono::milliseconds(m_task.range).count();
    RangeQuery query = alignedRange({}, end - range, end, cadence.chartWidth, cadence.minimumStep);
    // A window shorter than a step would look at some samples only, and find none where they are sparse.
    const auto covering = std::chrono::milliseconds(query.stepMs) + cadence.minimumStep;
    scope.window = std::max(scope.window, std::chrono::ceil<std::chrono::seconds>(covering));
    query.promql = expandQuery(rule.query, scope);
    return query;
}

void MetricsRound::askArm(int rule, Arm arm, const MetricScope &scope)
{
    const MetricRule &wanted = m_task.profile.rules.at(rule);
    track(m_task.api->queryRange(chartQuery(wanted, scope)),
          [this, rule, arm](const Result<QueryAnswer> &answer) {
              Q_EMIT samplesKnown(rule, arm, answer.map(drawable));
          });
    const auto stale = m_task.cadence.staleAfter;
    // The headline is a query of its own: a chart's newest point is up to one step old.
    track(m_task.api->query(expandQuery(wanted.query, scope), QDateTime()),
          [this, rule, arm, stale, scope](const Result<QueryAnswer> &answer) {
              const auto reading =
                  answer.map([&](const QueryAnswer &a) { return readSingle(a, m_clock.nowUtc(), stale); });
              const MetricRule &asked = m_task.profile.rules.at(rule);
              if (!reading || !reading->value || asked.samplesQuery.isEmpty()) {
                  Q_EMIT readingKnown(rule, arm, reading);
                  return;
              }
              const auto count = m_task.api->query(expandQuery(asked.samplesQuery, scope), QDateTime());
              track(count, [this, rule, arm, stale, known = *reading](const Result<QueryAnswer> &counted) {
                  Reading counting = known;
                  if (counted) {
                      counting.samples = readSingle(*counted, m_clock.nowUtc(), stale).value;
                  }
                  Q_EMIT readingKnown(rule, arm, counting);
              });
          });
}

void MetricsRound::askTraffic()
{
    const auto ask = [this](const QString &query, const MetricScope &scope) {
        return m_task.api->query(expandQuery(query, scope), QDateTime());
    };
    const bool knowsTotal = !m_task.profile.totalTrafficQuery.isEmpty();
    if (m_task.profile.trafficQuery.isEmpty() || (!knowsTotal && !m_task.baseline)) {
        return;
    }
    const auto stale = m_task.cadence.staleAfter;
    auto part = std::make_shared<std::optional<Reading>>();
    const auto known = [this, stale](const Result<QueryAnswer> &answer) {
        return answer ? readSingle(*answer, m_clock.nowUtc(), stale)
                      : metricmeasure::failedReading(answer.error());
    };
    const auto publish = [this, knowsTotal](const Reading &first, Reading second) {
        if (!knowsTotal && first.value && second.value) {
            second.value = *first.value + *second.value;
        }
        Q_EMIT trafficKnown(metricmeasure::percentOf(first, second));
    };
    auto whole = std::make_shared<std::optional<Reading>>();
    track(ask(m_task.profile.trafficQuery, m_task.canary),
          [known, publish, part, whole](const Result<QueryAnswer> &answer) {
              *part = known(answer);
              if (*whole) {
                  publish(**part, **whole);
              }
          });
    track(knowsTotal ? ask(m_task.profile.totalTrafficQuery, m_task.canary)
                     : ask(m_task.profile.trafficQuery, *m_task.baseline),
          [known, publish, part, whole](const Result<QueryAnswer> &answer) {
              *whole = known(answer);
              if (*part) {
                  publish(**part, **whole);
              }
          });
}

void MetricsRound::askAlerts()
{
    auto future = m_task.alerts ? m_task.alerts->alerts() : m_task.api->alerts();
    track(future, [this](const Result<QVector<Alert>> &alerts) {
        // A source that fails says so by its own state; the alerts last known stay on screen.
        if (alerts) {
            Q_EMIT alertsKnown(*alerts);
        }
    });
}

} // namespace signalbox
