// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/runjudgement.h"

#include "models/stores/metricmeasure.h"
#include "models/stores/metricscopes.h"

#include <algorithm>

namespace signalbox
{
namespace
{

using std::chrono::seconds;

/// Counters are not followed further back than this: servers keep less of them, and pods come and go.
constexpr seconds longestCount{3600};

QDateTime wholeSecond(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

seconds between(const QDateTime &from, const QDateTime &to)
{
    return seconds(from.secsTo(to));
}

/// The router has been told something else than the steps ask for: it is being moved.
bool isShifting(const Release &release)
{
    const CanaryWeights &weights = release.weights;
    return !release.trafficRouter.isEmpty() && weights.set && weights.reported &&
           *weights.set != *weights.reported;
}

std::optional<int> stepWeight(const Release &release)
{
    return release.weights.set ? release.weights.set : release.weights.reported;
}

/// A step that waits has had its weight since the pause began; what happened since then is still counted.
QDateTime weightSince(const Release &release, const QDateTime &now)
{
    const QDateTime since = release.pause.since;
    const bool isKnown = release.pause.kind == PauseKind::Step && since.isValid() && since < now;
    return isKnown ? since : now;
}

const Result<Reading> *answerTo(const QString &promql, const Readings &readings)
{
    const auto found = readings.constFind(promql);
    return promql.isEmpty() || found == readings.cend() ? nullptr : &*found;
}

bool isAnswered(const ArmQueries &arms, const Readings &readings)
{
    const auto answered = [&readings](const QString &promql) {
        const Result<Reading> *answer = answerTo(promql, readings);
        return answer && answer->has_value();
    };
    return answered(arms.canary) && answered(arms.baseline);
}

Reading readingOf(const QString &promql, const Readings &readings)
{
    const Result<Reading> *answer = answerTo(promql, readings);
    if (!answer) {
        return {};
    }
    return *answer ? **answer : metricmeasure::failedReading(answer->error());
}

Reading withSamples(const QString &value, const QString &samples, const Readings &readings)
{
    Reading reading = readingOf(value, readings);
    reading.samples = readingOf(samples, readings).value;
    return reading;
}

} // namespace

QStringList RunQuestions::all() const
{
    QStringList queries;
    for (const MetricQuestions &metric : metrics) {
        for (const ArmQueries &arms : {metric.value, metric.samples, metric.requests, metric.errors}) {
            queries << arms.canary << arms.baseline;
        }
    }
    return queries << traffic.canary << traffic.baseline;
}

RunJudgement::RunJudgement(const Release &release, std::shared_ptr<const ReleasePlan> plan,
                           const QDateTime &now)
    : m_release(release)
    , m_plan(std::move(plan))
{
    for (const PlanMetric &metric : m_plan->metrics) {
        m_metrics.push_back({MetricJudgement(metric), {}, {}, {}, {}});
        m_metrics.back().verdict = m_metrics.back().judgement.verdict(now);
    }
    beginCounting(weightSince(release, now));
}

bool RunJudgement::isAbout(const Release &release, const ReleasePlan &plan) const
{
    return runOf(release) == runOf(m_release) && release.key == m_release.key &&
           release.stableHash == m_release.stableHash && plan.hash == m_plan->hash;
}

void RunJudgement::beginCounting(const QDateTime &from)
{
    for (Followed &metric : m_metrics) {
        metric.counted = wholeSecond(from);
    }
    m_trafficCounted = wholeSecond(from);
}

bool RunJudgement::update(const Release &release, const QDateTime &now, std::chrono::milliseconds scrape)
{
    const Release before = std::exchange(m_release, release);
    restartCounting(before, now, scrape);
    if (stepWeight(before) == stepWeight(release)) {
        return false;
    }
    ++m_step;
    for (Followed &metric : m_metrics) {
        metric.judgement.beginStep();
        metric.sampled = {};
        if (!metric.verdict.rollbackDue) { // what was within limits at one weight need not be at another
            metric.verdict = MetricJudgement(metric.judgement.metric()).verdict(now);
            metric.freshUntil = {};
        }
    }
    m_watch = {};
    m_share = {};
    return true;
}

/// Requests from before the router followed belong to neither weight.
void RunJudgement::restartCounting(const Release &before, const QDateTime &now,
                                   std::chrono::milliseconds scrape)
{
    const QDateTime settled = now.addMSecs(scrape.count());
    if (stepWeight(before) != stepWeight(m_release) || isShifting(m_release)) {
        beginCounting(settled);
    } else if (before.weights.reported != m_release.weights.reported) {
        const QDateTime since = weightSince(m_release, settled);
        m_trafficCounted = std::max(m_trafficCounted, wholeSecond(since));
        for (Followed &metric : m_metrics) {
            metric.counted = std::max(metric.counted, wholeSecond(since));
        }
    }
}

ArmQueries RunJudgement::both(const QString &query, seconds window) const
{
    ArmQueries arms;
    if (query.isEmpty()) {
        return arms;
    }
    arms.canary = expandQuery(query, scopeOf(m_release, m_release.currentHash, window));
    if (!m_release.stableHash.isEmpty()) {
        arms.baseline = expandQuery(query, scopeOf(m_release, m_release.stableHash, window));
    }
    if (arms.baseline == arms.canary) {
        arms.baseline.clear(); // not told apart by version: nothing to compare with
    }
    return arms;
}

MetricQuestions RunJudgement::questionsOf(const Followed &followed, const QDateTime &at,
                                          const LookScope &scope) const
{
    const PlanMetric &metric = followed.judgement.metric();
    MetricQuestions questions;
    questions.value = both(metric.query, scope.window);
    questions.samples = both(metric.samplesQuery, scope.window);
    questions.isOverlapping = followed.sampled.isValid() && between(followed.sampled, at) < scope.window;
    const seconds since = std::min(between(followed.counted, at), longestCount);
    if (metric.comparison == Comparison::ErrorRate && since >= scope.countWindow && !isShifting(m_release)) {
        questions.requests = both(metric.samplesQuery, since);
        questions.errors = both(metric.errorsQuery, since);
    }
    return questions;
}

RunQuestions RunJudgement::ask(const QDateTime &now, const LookScope &scope) const
{
    RunQuestions questions;
    questions.at = wholeSecond(now);
    questions.step = m_step;
    bool counts = false;
    for (const Followed &metric : m_metrics) {
        questions.metrics.push_back(questionsOf(metric, questions.at, scope));
        const ArmQueries counted = both(metric.judgement.metric().samplesQuery, scope.window);
        counts = counts || (metric.judgement.metric().comparison == Comparison::ErrorRate &&
                            !counted.baseline.isEmpty());
    }
    const seconds since = std::min(between(m_trafficCounted, questions.at), longestCount);
    if (!counts && since >= scope.countWindow && !isShifting(m_release)) {
        questions.traffic = both(scope.trafficQuery, since);
        questions.trafficSeconds = static_cast<double>(since.count());
    }
    return questions;
}

void RunJudgement::checkShare(const RunQuestions &questions, const Readings &readings)
{
    const auto use = [&](const ArmQueries &arms, double factor) {
        const Reading canary = readingOf(arms.canary, readings);
        const Reading baseline = readingOf(arms.baseline, readings);
        if (!canary.value || !baseline.value) {
            return false;
        }
        m_share = nextShare(m_share, wantedShare(m_release), factor * *canary.value, factor * *baseline.value,
                            questions.at);
        return true;
    };
    for (const MetricQuestions &metric : questions.metrics) {
        if (use(metric.requests, 1)) {
            return;
        }
    }
    if (isAnswered(questions.traffic, readings)) {
        m_trafficCounted = questions.at;
        use(questions.traffic, questions.trafficSeconds);
    }
}

void RunJudgement::watch(const QDateTime &at)
{
    if (m_watch.last.isValid()) {
        m_watch.longestGap = std::max(m_watch.longestGap, between(m_watch.last, at));
    } else {
        m_watch.since = at;
    }
    m_watch.last = at;
    ++m_watch.looks;
}

bool RunJudgement::look(Followed &metric, const MetricQuestions &asked, const QDateTime &at,
                        const Readings &readings)
{
    const Result<Reading> *canary = answerTo(asked.value.canary, readings);
    if (!canary || !*canary) {
        return false; // what was seen last grows old
    }
    MetricLook look;
    look.at = at;
    look.isOverlapping = asked.isOverlapping;
    look.canary = withSamples(asked.value.canary, asked.samples.canary, readings);
    look.baseline = withSamples(asked.value.baseline, asked.samples.baseline, readings);
    if (isAnswered(asked.requests, readings) && isAnswered(asked.errors, readings)) {
        metric.counted = at;
        if (m_share.state != ShareState::Mismatch) {
            look.canaryRequests = readingOf(asked.requests.canary, readings);
            look.canaryErrors = readingOf(asked.errors.canary, readings);
            look.baselineRequests = readingOf(asked.requests.baseline, readings);
            look.baselineErrors = readingOf(asked.errors.baseline, readings);
        }
    }
    if (!asked.isOverlapping) {
        metric.sampled = at;
    }
    metric.judgement.look(look);
    metric.verdict = metric.judgement.verdict(at);
    metric.freshUntil = at.addSecs(metric.judgement.metric().freshness.count());
    return true;
}

void RunJudgement::take(const RunQuestions &questions, const Readings &readings)
{
    const auto count = static_cast<std::size_t>(questions.metrics.size());
    if (questions.step != m_step || count != m_metrics.size()) {
        return;
    }
    checkShare(questions, readings);
    bool isLooked = false;
    for (std::size_t i = 0; i < count; ++i) {
        const MetricQuestions &asked = questions.metrics.at(static_cast<qsizetype>(i));
        isLooked = look(m_metrics[i], asked, questions.at, readings) || isLooked;
    }
    if (isLooked) {
        watch(questions.at);
    }
}

Judgement RunJudgement::judgement(const QDateTime &now) const
{
    Judgement judgement;
    judgement.run = runOf(m_release);
    judgement.release = m_release.key;
    judgement.plan = m_plan;
    for (const Followed &metric : m_metrics) {
        const bool isOld = metric.freshUntil.isValid() && metric.freshUntil < now;
        if (isOld && metric.verdict.reason != VerdictReason::NotFresh) {
            metric.verdict = metric.judgement.verdict(now);
        }
        judgement.verdicts.push_back(metric.verdict);
    }
    judgeTogether(judgement.verdicts, m_plan->metrics);
    for (MetricVerdict &verdict : judgement.verdicts) {
        verdict = underShare(verdict, m_share);
    }
    judgement.share = m_share;
    judgement.step = m_watch;
    return judgement;
}

} // namespace signalbox
