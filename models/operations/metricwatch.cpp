// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/metricwatch.h"

#include "backends/api/whenfinished.h"
#include "models/domain/releasegates.h"
#include "models/operations/metricfinding.h"
#include "models/stores/metricscopes.h"

namespace signalbox
{

/// One pass over the metrics.
struct MetricWatch::Round {
    QDateTime at;
    std::chrono::seconds sinceCount{0}; ///< 0: errors are not counted in this round
    std::size_t metric = 0;
    MetricLook look;
    int open = 0;
    MetricScope canary;
    std::optional<MetricScope> baseline;
};

MetricWatch::MetricWatch(MetricsStore &metrics, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_metrics(metrics)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(20));
    connect(&m_timer, &QTimer::timeout, this, &MetricWatch::begin);
}

MetricWatch::~MetricWatch() = default;

void MetricWatch::setRhythm(std::chrono::milliseconds rhythm)
{
    m_timer.setInterval(rhythm);
}

void MetricWatch::follow(const std::shared_ptr<const ReleasePlan> &plan,
                         const std::optional<Release> &release)
{
    if (!plan || !release || !release->inProgress()) {
        m_timer.stop();
        m_round.reset();
        m_plan.reset();
        m_release.reset();
        m_judgements.clear();
        return;
    }
    const bool same = m_plan && m_plan->hash == plan->hash && m_release &&
                      asksTheSame(*m_release, *release) && m_release->uid == release->uid;
    const int weight = presentWeight(*release);
    m_plan = plan;
    m_release = release;
    if (!same) {
        m_round.reset();
        m_judgements.clear();
        for (const PlanMetric &metric : plan->metrics) {
            m_judgements.emplace_back(metric);
        }
        m_counted = {};
        m_weight = weight;
        m_timer.start();
        begin();
    } else if (weight != m_weight) {
        m_weight = weight;
        for (MetricJudgement &judgement : m_judgements) {
            judgement.beginStep();
        }
    }
}

QVector<MetricVerdict> MetricWatch::verdicts(const QDateTime &now) const
{
    QVector<MetricVerdict> verdicts;
    for (const MetricJudgement &judgement : m_judgements) {
        verdicts.append(judgement.verdict(now));
    }
    return verdicts;
}

void MetricWatch::begin()
{
    if (m_round || m_judgements.empty() || !m_release || !m_metrics.server(m_release->key.cluster)) {
        return;
    }
    const auto window = m_metrics.cadence().window;
    m_round = std::make_shared<Round>();
    m_round->at = m_clock.nowUtc();
    m_round->canary = scopeOf(*m_release, m_release->currentHash, window);
    if (!m_release->stableHash.isEmpty()) {
        m_round->baseline = scopeOf(*m_release, m_release->stableHash, window);
    }
    // Every event is counted once: the next count begins where the last one ended, and spans enough scrapes.
    const auto since = m_counted.isValid() ? std::chrono::seconds(m_counted.secsTo(m_round->at)) : window;
    if (since >= window) {
        m_round->sinceCount = since;
        m_counted = m_round->at;
    }
    lookAt(m_round);
}

void MetricWatch::ask(const std::shared_ptr<Round> &round, const QString &query, const MetricScope &scope,
                      Reading MetricLook::*field)
{
    if (query.isEmpty()) {
        return;
    }
    ++round->open;
    whenFinished(this,
                 readMetric(m_metrics.server(m_release->key.cluster), query, scope, m_clock,
                            m_metrics.cadence().staleAfter),
                 [this, round, field](const Result<Reading> &reading) {
                     if (reading) {
                         const auto samples = (round->look.*field).samples;
                         round->look.*field = *reading;
                         (round->look.*field).samples = samples;
                     } else {
                         (round->look.*field).problem = ValueProblem::QueryFailed;
                         (round->look.*field).detail = reading.error().detail;
                     }
                     took(round);
                 });
}

void MetricWatch::askSamples(const std::shared_ptr<Round> &round, const QString &query,
                             const MetricScope &scope, Reading MetricLook::*field)
{
    if (query.isEmpty()) {
        return;
    }
    ++round->open;
    whenFinished(this,
                 readMetric(m_metrics.server(m_release->key.cluster), query, scope, m_clock,
                            m_metrics.cadence().staleAfter),
                 [this, round, field](const Result<Reading> &reading) {
                     (round->look.*field).samples = reading ? reading->value : std::nullopt;
                     took(round);
                 });
}

void MetricWatch::lookAt(const std::shared_ptr<Round> &round)
{
    const PlanMetric &metric = m_judgements.at(round->metric).metric();
    round->look = MetricLook();
    round->look.at = round->at;
    round->open = 1; // held until every question is out
    MetricScope counted = round->canary;
    counted.window = round->sinceCount;
    ask(round, metric.query, round->canary, &MetricLook::canary);
    askSamples(round, metric.samplesQuery, round->canary, &MetricLook::canary);
    const bool counts = metric.comparison == Comparison::ErrorRate && round->sinceCount.count() > 0;
    if (counts) {
        ask(round, metric.samplesQuery, counted, &MetricLook::canaryRequests);
        ask(round, metric.errorsQuery, counted, &MetricLook::canaryErrors);
    }
    if (round->baseline && metric.comparison != Comparison::None) {
        ask(round, metric.query, *round->baseline, &MetricLook::baseline);
        askSamples(round, metric.samplesQuery, *round->baseline, &MetricLook::baseline);
    }
    if (round->baseline && counts) {
        counted.hash = round->baseline->hash;
        ask(round, metric.samplesQuery, counted, &MetricLook::baselineRequests);
        ask(round, metric.errorsQuery, counted, &MetricLook::baselineErrors);
    }
    took(round);
}

void MetricWatch::took(const std::shared_ptr<Round> &round)
{
    if (--round->open > 0 || round != m_round) {
        return;
    }
    m_judgements.at(round->metric).look(round->look);
    if (++round->metric < m_judgements.size()) {
        lookAt(round);
        return;
    }
    m_round.reset();
    Q_EMIT changed();
}

} // namespace signalbox
