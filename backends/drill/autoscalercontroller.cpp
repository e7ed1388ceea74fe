// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/autoscalercontroller.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/revisions.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace signalbox::drill
{

namespace
{

int cpuTarget(const Json &autoscaler)
{
    const Json &metrics = member(autoscaler, {"spec", "metrics"});
    for (const Json &metric : metrics.is_array() ? metrics : Json::array()) {
        if (text(metric, {"resource", "name"}) == QLatin1String("cpu"))
            return static_cast<int>(number(metric, {"resource", "target", "averageUtilization"}, 80));
    }
    return 0;
}

/// "500m" or "2" in cores.
double coresOf(const Json &quantity)
{
    if (quantity.is_number())
        return quantity.get<double>();
    const QString words = text(quantity);
    bool fine = false;
    if (words.endsWith(QLatin1Char('m'))) {
        const double milli = words.chopped(1).toDouble(&fine);
        return fine ? milli / 1000 : 0;
    }
    const double cores = words.toDouble(&fine);
    return fine ? cores : 0;
}

double requestedCores(const Json &target)
{
    const Json &containers = member(target, {"spec", "template", "spec", "containers"});
    double total = 0;
    for (const Json &container : containers.is_array() ? containers : Json::array())
        total += coresOf(member(container, {"resources", "requests", "cpu"}));
    return total;
}

QString targetKey(const Json &autoscaler)
{
    return text(autoscaler, {"spec", "scaleTargetRef", "kind"}) == QLatin1String("Rollout")
               ? kinds::rollouts()
               : kinds::deployments();
}

} // namespace

AutoscalerController::AutoscalerController(WorldContext &context, const TrafficModel &traffic)
    : m_context(context)
    , m_traffic(traffic)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { reconcile(key); }))
{
}

void AutoscalerController::observe(const ResourceType &type, const StoreEvent &event)
{
    if (type.key() != kinds::autoscalers())
        return;
    const Json &object = *event.object;
    // Its own status writes do not count: it looks once a period, as measurements come no faster.
    const bool specChanged = !event.previous || member(*event.previous, "spec") != member(object, "spec");
    if (event.type == StoreEvent::Type::Deleted)
        m_proposals.remove(text(object, {"metadata", "uid"}));
    else if (specChanged)
        m_context.queue.enqueue(
            m_handler, {text(object, {"metadata", "namespace"}), text(object, {"metadata", "name"})});
}

AutoscalerController::Measured AutoscalerController::measure(const Json &autoscaler, const Json &target) const
{
    Measured measured;
    measured.current = static_cast<int>(number(target, {"spec", "replicas"}, 1));
    const double request = requestedCores(target);
    if (request <= 0 || cpuTarget(autoscaler) <= 0)
        return measured;
    const QString space = text(target, {"metadata", "namespace"});
    const QString name = text(target, {"metadata", "name"});
    const bool rollout = targetKey(autoscaler) == kinds::rollouts();
    double cores = 0;
    int ready = 0;
    for (const ReplicaSetView &set :
         ownedReplicaSets(m_context, target, rollout ? rolloutScheme : deploymentScheme)) {
        cores += set.ready * m_traffic.cores(space, name, set.hash);
        ready += set.ready;
    }
    if (ready == 0)
        return measured;
    measured.utilisation = static_cast<int>(std::lround(100 * cores / ready / request));
    measured.valid = true;
    return measured;
}

int AutoscalerController::stabilised(const Json &autoscaler, int proposal, int current)
{
    const QDateTime now = m_context.clock.nowUtc();
    const qint64 window =
        number(autoscaler, {"spec", "behavior", "scaleDown", "stabilizationWindowSeconds"}, 300);
    auto &proposals = m_proposals[text(autoscaler, {"metadata", "uid"})];
    proposals.push_back({now, proposal});
    while (proposals.front().at < now.addSecs(-window))
        proposals.pop_front();
    if (proposal >= current)
        return proposal;
    // Smaller only if nothing in the window wanted more.
    int highest = proposal;
    for (const Proposal &earlier : proposals)
        highest = std::max(highest, earlier.replicas);
    return std::min(current, highest);
}

void AutoscalerController::rescale(const Json &autoscaler, const Measured &measured, int desired)
{
    const QString space = text(autoscaler, {"metadata", "namespace"});
    const auto written = m_context.store.edit(targetKey(autoscaler), space,
                                              text(autoscaler, {"spec", "scaleTargetRef", "name"}),
                                              [&](Json &it) { it["spec"]["replicas"] = desired; });
    if (!written)
        return;
    QString reason = desired > measured.current
                         ? QStringLiteral("cpu resource utilization (percentage of request) above target")
                         : QStringLiteral("All metrics below target");
    if (measured.current > number(autoscaler, {"spec", "maxReplicas"}))
        reason = QStringLiteral("Current number of replicas above Spec.MaxReplicas");
    else if (measured.current < number(autoscaler, {"spec", "minReplicas"}, 1))
        reason = QStringLiteral("Current number of replicas below Spec.MinReplicas");
    m_context.events.record(autoscaler, {QStringLiteral("SuccessfulRescale"),
                                         QStringLiteral("New size: %1; reason: %2").arg(desired).arg(reason),
                                         false, QStringLiteral("horizontal-pod-autoscaler")});
}

void AutoscalerController::reconcile(const ObjectKey &key)
{
    const auto autoscaler = m_context.store.find(kinds::autoscalers(), key.namespaceName, key.name);
    if (!autoscaler)
        return;
    // Traffic does not move faster with --speed, so looking much more often would only make the size flap.
    const Milliseconds period(
        std::max<qint64>(5000, static_cast<qint64>(15'000 / std::max(1.0, m_context.pace.speed))));
    m_context.queue.enqueue(m_handler, key, period);
    const auto target = m_context.store.find(targetKey(*autoscaler), key.namespaceName,
                                             text(*autoscaler, {"spec", "scaleTargetRef", "name"}));
    if (!target) {
        writeMissing(key);
        return;
    }
    const Measured measured = measure(*autoscaler, *target);
    int wanted = measured.current;
    if (measured.valid && measured.current > 0) {
        const double ratio = static_cast<double>(measured.utilisation) / cpuTarget(*autoscaler);
        if (std::abs(ratio - 1) > 0.1)
            wanted = static_cast<int>(std::ceil(measured.current * ratio));
        wanted = std::min(wanted, std::max(measured.current * 2, measured.current + 4));
    }
    const int least = static_cast<int>(number(*autoscaler, {"spec", "minReplicas"}, 1));
    const int most = static_cast<int>(number(*autoscaler, {"spec", "maxReplicas"}, least));
    const int desired = measured.current == 0 ? 0
                                              : std::clamp(stabilised(*autoscaler, wanted, measured.current),
                                                           least, std::max(least, most));
    if (desired != measured.current)
        rescale(*autoscaler, measured, desired);
    writeStatus(key, *autoscaler, measured, wanted);
    if (desired != measured.current) {
        const auto now = stamp(m_context.clock.nowUtc());
        std::ignore = m_context.store.edit(kinds::autoscalers(), key.namespaceName, key.name, [&](Json &it) {
            it["status"]["desiredReplicas"] = desired;
            it["status"]["lastScaleTime"] = now;
        }); // deleted meanwhile: nothing to tell
    }
}

void AutoscalerController::writeStatus(const ObjectKey &key, const Json &autoscaler, const Measured &measured,
                                       int wanted)
{
    const QDateTime now = m_context.clock.nowUtc();
    const qint64 least = number(autoscaler, {"spec", "minReplicas"}, 1);
    const qint64 most = number(autoscaler, {"spec", "maxReplicas"}, least);
    ConditionValue limited{"ScalingLimited", "False", QStringLiteral("DesiredWithinRange"),
                           QStringLiteral("the desired count is within the acceptable range")};
    if (wanted > most)
        limited = {"ScalingLimited", "True", QStringLiteral("TooManyReplicas"),
                   QStringLiteral("the desired replica count is more than the maximum replica count")};
    else if (wanted < least)
        limited = {"ScalingLimited", "True", QStringLiteral("TooFewReplicas"),
                   QStringLiteral("the desired replica count is less than the minimum replica count")};
    ConditionValue active{
        "ScalingActive", measured.valid ? "True" : "False",
        measured.valid ? QStringLiteral("ValidMetricFound") : QStringLiteral("FailedGetResourceMetric"),
        measured.valid ? QStringLiteral("the replica count follows cpu resource utilization")
                       : QStringLiteral("no ready pod reports cpu usage")};
    if (measured.current == 0)
        active = {"ScalingActive", "False", QStringLiteral("ScalingDisabled"),
                  QStringLiteral("the target is scaled to zero")};
    std::ignore = m_context.store.edit(kinds::autoscalers(), key.namespaceName, key.name, [&](Json &it) {
        Json &status = it["status"];
        status["observedGeneration"] = number(it, {"metadata", "generation"}, 1);
        status["currentReplicas"] = measured.current;
        status["desiredReplicas"] =
            std::clamp<qint64>(measured.current, measured.current == 0 ? 0 : least, std::max(least, most));
        if (measured.valid)
            status["currentMetrics"] = Json::array(
                {{{"type", "Resource"},
                  {"resource",
                   {{"name", "cpu"}, {"current", {{"averageUtilization", measured.utilisation}}}}}}});
        setCondition(status,
                     {"AbleToScale", "True", QStringLiteral("ReadyForNewScale"),
                      QStringLiteral("recommended size matches current size")},
                     now);
        setCondition(status, active, now);
        setCondition(status, limited, now);
    }); // deleted meanwhile: nothing to tell
}

void AutoscalerController::writeMissing(const ObjectKey &key)
{
    const QDateTime now = m_context.clock.nowUtc();
    std::ignore = m_context.store.edit(kinds::autoscalers(), key.namespaceName, key.name, [&](Json &it) {
        setCondition(it["status"],
                     {"AbleToScale", "False", QStringLiteral("FailedGetScale"),
                      QStringLiteral("the target of the autoscaler was not found")},
                     now);
    });
}

} // namespace signalbox::drill
