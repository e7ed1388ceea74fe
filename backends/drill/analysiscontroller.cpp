// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/analysiscontroller.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace signalbox::drill
{

namespace
{

constexpr size_t keptMeasurements = 10;
constexpr qint64 retryAfterErrorMs = 10'000;
constexpr qint64 shortestRetryMs = 2000; // a few of them outlast a late scrape

Json *resultOf(Json &run, const QString &metric)
{
    Json &results = run["status"]["metricResults"];
    if (!results.is_array())
        results = Json::array();
    for (Json &result : results) {
        if (text(result, {"name"}) == metric)
            return &result;
    }
    return nullptr;
}

const Json &resultOf(const Json &run, const QString &metric)
{
    static const Json none;
    const Json &results = member(run, {"status", "metricResults"});
    for (const Json &result : results.is_array() ? results : none) {
        if (text(result, {"name"}) == metric)
            return result;
    }
    return none;
}

MetricTally tallyOf(const Json &result)
{
    const auto value = [&](const char *name) { return static_cast<int>(number(result, {name})); };
    return {value("count"),        value("successful"), value("failed"),
            value("inconclusive"), value("error"),      value("consecutiveError")};
}

void writeTally(Json &result, const MetricTally &tally)
{
    const auto write = [&](const char *name, int value) {
        if (value > 0)
            result[name] = value;
        else
            result.erase(name);
    };
    write("count", tally.count);
    write("successful", tally.successful);
    write("failed", tally.failed);
    write("inconclusive", tally.inconclusive);
    write("error", tally.error);
    write("consecutiveError", tally.consecutiveError);
}

bool isDryRun(const Json &run, const QString &metric)
{
    const Json &list = member(run, {"spec", "dryRun"});
    for (const Json &entry : list.is_array() ? list : Json::array()) {
        const QRegularExpression name(QRegularExpression::anchoredPattern(text(entry, {"metricName"})));
        if (name.isValid() && name.match(metric).hasMatch())
            return true;
    }
    return false;
}

bool isDone(const Json &run)
{
    return member(run, {"status", "completedAt"}).is_string();
}

QVector<MetricRules> rulesOf(const Json &run)
{
    QVector<MetricRules> rules;
    const Json &metrics = member(run, {"spec", "metrics"});
    for (const Json &metric : metrics.is_array() ? metrics : Json::array()) {
        MetricRules one = metricRules(metric);
        one.dryRun = isDryRun(run, one.name);
        rules.append(one);
    }
    return rules;
}

} // namespace

AnalysisController::AnalysisController(WorldContext &context)
    : m_context(context)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { reconcile(key); }))
{
}

void AnalysisController::goLive()
{
    m_live = true;
    for (const auto &run : m_context.store.list(kinds::analysisRuns()))
        m_context.queue.enqueue(m_handler,
                                {text(*run, {"metadata", "namespace"}), text(*run, {"metadata", "name"})});
}

void AnalysisController::observe(const ResourceType &type, const StoreEvent &event)
{
    if (type.key() == kinds::analysisRuns() && event.type != StoreEvent::Type::Deleted)
        m_context.queue.enqueue(m_handler, {text(*event.object, {"metadata", "namespace"}),
                                            text(*event.object, {"metadata", "name"})});
}

void AnalysisController::reconcile(const ObjectKey &key)
{
    auto run = m_context.store.find(kinds::analysisRuns(), key.namespaceName, key.name);
    if (!run || isDone(*run))
        return;
    if (text(*run, {"status", "phase"}).isEmpty()) {
        begin(key);
        return; // the write brings us back
    }
    if (flag(*run, {"spec", "terminate"})) {
        terminate(key);
        return;
    }
    measureDue(key, *run);
    finishIfDone(key);
}

void AnalysisController::begin(const ObjectKey &key)
{
    const QDateTime now = m_context.clock.nowUtc();
    std::ignore = m_context.store.edit(kinds::analysisRuns(), key.namespaceName, key.name, [&](Json &it) {
        Json &status = it["status"];
        status["phase"] = "Running";
        status["startedAt"] = stamp(now);
        status["metricResults"] = Json::array();
        for (const MetricRules &rules : rulesOf(it)) {
            Json result = {
                {"name", jsonText(rules.name)}, {"phase", "Running"}, {"measurements", Json::array()}};
            if (rules.dryRun)
                result["dryRun"] = true;
            status["metricResults"].push_back(std::move(result));
        }
    }); // deleted meanwhile: nothing to run
}

QDateTime AnalysisController::nextMeasurement(const Json &run, const MetricRules &rules) const
{
    const QDateTime started = instant(member(run, {"status", "startedAt"}));
    const Json &measurements = member(resultOf(run, rules.name), "measurements");
    if (!measurements.is_array() || measurements.empty())
        return started.addMSecs(rules.initialDelay.count());
    const Json &last = measurements.back();
    const QDateTime before = instant(member(last, "startedAt"));
    if (text(last, {"phase"}) == QLatin1String("Error"))
        return before.addMSecs(std::max<qint64>(
            shortestRetryMs, static_cast<qint64>(retryAfterErrorMs / std::max(1.0, m_context.pace.speed))));
    return rules.interval ? before.addMSecs(std::max<qint64>(1000, rules.interval->count())) : before;
}

void AnalysisController::measureDue(const ObjectKey &key, const Json &run)
{
    if (!m_live || !m_source)
        return;
    const QDateTime now = m_context.clock.nowUtc();
    for (const MetricRules &rules : rulesOf(run)) {
        if (text(resultOf(run, rules.name), {"phase"}) != QLatin1String("Running"))
            continue;
        const QDateTime due = nextMeasurement(run, rules);
        if (due > now)
            m_context.queue.enqueue(m_handler, key, between(now, due));
        else
            measure(key, run, rules, due);
    }
}

void AnalysisController::measure(const ObjectKey &key, const Json &run, const MetricRules &rules,
                                 const QDateTime &at)
{
    const QString flight = text(run, {"metadata", "uid"}) + QLatin1Char('/') + rules.name;
    if (m_inFlight.contains(flight))
        return;
    const auto query = withArguments(rules.query, member(run, {"spec", "args"}));
    if (!query || rules.query.isEmpty()) {
        record(key, rules, at,
               failure(ErrorCode::Invalid, ErrorLayer::Rule,
                       QStringLiteral("the metric has no Prometheus query, or an argument has no value")));
        return;
    }
    m_inFlight.insert(flight);
    const std::weak_ptr<int> alive = m_alive;
    m_source->query(*query, at, [this, alive, flight, key, rules, at](const Result<MetricAnswer> &answer) {
        if (alive.expired())
            return;
        m_inFlight.remove(flight);
        record(key, rules, at, answer);
    });
}

void AnalysisController::record(const ObjectKey &key, const MetricRules &rules, const QDateTime &at,
                                const Result<MetricAnswer> &answer)
{
    const auto run = m_context.store.find(kinds::analysisRuns(), key.namespaceName, key.name);
    if (!run || isDone(*run))
        return;
    const Verdict verdict = judge(rules, answer);
    std::ignore = m_context.store.edit(kinds::analysisRuns(), key.namespaceName, key.name, [&](Json &it) {
        Json *result = resultOf(it, rules.name);
        if (!result)
            return;
        Json measurement = {{"phase", jsonText(phaseText(verdict.phase))},
                            {"startedAt", stamp(at)},
                            {"finishedAt", stamp(at)}};
        if (answer)
            measurement["value"] = jsonText(answer->text());
        if (!verdict.message.isEmpty())
            measurement["message"] = jsonText(verdict.message);
        Json &measurements = (*result)["measurements"];
        measurements.push_back(std::move(measurement));
        if (measurements.size() > keptMeasurements)
            measurements.erase(measurements.begin());
        MetricTally tally = tallyOf(*result);
        add(tally, verdict.phase);
        writeTally(*result, tally);
        if (const auto query = withArguments(rules.query, member(it, {"spec", "args"})))
            (*result)["metadata"]["ResolvedPrometheusQuery"] = jsonText(*query);
        const Verdict now = assess(rules, tally);
        (*result)["phase"] = jsonText(phaseText(now.phase));
        if (!now.message.isEmpty())
            (*result)["message"] = jsonText(QStringLiteral("Metric \"%1\" assessed %2 due to %3")
                                                .arg(rules.name, phaseText(now.phase), now.message));
    });
    m_context.queue.enqueue(m_handler, key);
}

void AnalysisController::finishIfDone(const ObjectKey &key)
{
    const auto run = m_context.store.find(kinds::analysisRuns(), key.namespaceName, key.name);
    if (!run || isDone(*run))
        return;
    MetricPhase worst = MetricPhase::Successful;
    bool running = false;
    QString message;
    int count = 0;
    for (const MetricRules &rules : rulesOf(*run)) {
        const Json &result = resultOf(*run, rules.name);
        const MetricPhase phase = phaseFrom(text(result, {"phase"}));
        ++count;
        if (phase == MetricPhase::Running)
            running = true;
        else if (!rules.dryRun && phase > worst) {
            worst = phase;
            message = text(result, {"message"});
        }
    }
    if (running && worst == MetricPhase::Successful)
        return;
    const QDateTime now = m_context.clock.nowUtc();
    std::ignore = m_context.store.edit(kinds::analysisRuns(), key.namespaceName, key.name, [&](Json &it) {
        Json &status = it["status"];
        status["phase"] = jsonText(phaseText(worst));
        status["completedAt"] = stamp(now);
        if (!message.isEmpty())
            status["message"] = jsonText(message);
        status["runSummary"] = {{"count", count}};
        for (Json &result : status["metricResults"]) {
            if (text(result, {"phase"}) == QLatin1String("Running"))
                result["phase"] = "Successful"; // stopped because another one decided
        }
    });
    m_context.events.record(*run, {QStringLiteral("AnalysisRun") + phaseText(worst),
                                   QStringLiteral("Analysis completed"), worst != MetricPhase::Successful,
                                   QStringLiteral("rollouts-controller")});
}

void AnalysisController::terminate(const ObjectKey &key)
{
    const QDateTime now = m_context.clock.nowUtc();
    std::ignore = m_context.store.edit(kinds::analysisRuns(), key.namespaceName, key.name, [&](Json &it) {
        Json &status = it["status"];
        MetricPhase worst = MetricPhase::Successful;
        for (Json &result : status["metricResults"]) {
            if (text(result, {"phase"}) == QLatin1String("Running")) {
                result["phase"] = "Successful";
                result["message"] = "Metric Terminated";
            }
            worst = std::max(worst, phaseFrom(text(result, {"phase"})));
        }
        status["phase"] = jsonText(phaseText(worst));
        status["message"] = "Run Terminated";
        status["completedAt"] = stamp(now);
    }); // deleted meanwhile: ended too
}

} // namespace signalbox::drill
