// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/statemetrics.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/ownerindex.h"
#include "backends/drill/worldkinds.h"
#include "backends/drill/worldtime.h"

#include <algorithm>
#include <map>

namespace signalbox::drill
{

namespace
{

/// Families by name, in order of first use.
class Collector
{
public:
    void add(const char *name, const Labels &labels, double value)
    {
        const auto known = m_places.find(name);
        size_t place = 0;
        if (known == m_places.end()) {
            place = m_families.size();
            m_places.emplace(name, place);
            m_families.push_back({name, "gauge", {}});
        } else {
            place = known->second;
        }
        m_families[place].series.emplace_back(seriesText(name, labels), value);
    }
    MetricFamilies take() { return std::move(m_families); }

private:
    MetricFamilies m_families;
    std::map<std::string, size_t> m_places;
};

double count(const Json &object, std::initializer_list<const char *> path)
{
    return static_cast<double>(number(object, path));
}

double createdAt(const Json &object)
{
    return static_cast<double>(instant(member(object, {"metadata", "creationTimestamp"})).toSecsSinceEpoch());
}

void addDeployment(Collector &out, const Json &it)
{
    const QString space = text(it, {"metadata", "namespace"});
    const QString name = text(it, {"metadata", "name"});
    const auto add = [&](const char *metric, double value) {
        out.add(metric, {{"namespace", space}, {"deployment", name}}, value);
    };
    add("kube_deployment_spec_replicas", count(it, {"spec", "replicas"}));
    add("kube_deployment_status_replicas", count(it, {"status", "replicas"}));
    add("kube_deployment_status_replicas_ready", count(it, {"status", "readyReplicas"}));
    add("kube_deployment_status_replicas_available", count(it, {"status", "availableReplicas"}));
    add("kube_deployment_status_replicas_unavailable", count(it, {"status", "unavailableReplicas"}));
    add("kube_deployment_status_replicas_updated", count(it, {"status", "updatedReplicas"}));
    add("kube_deployment_status_observed_generation", count(it, {"status", "observedGeneration"}));
    add("kube_deployment_metadata_generation", count(it, {"metadata", "generation"}));
    add("kube_deployment_spec_paused", flag(it, {"spec", "paused"}) ? 1 : 0);
    add("kube_deployment_created", createdAt(it));
}

void addReplicaSet(Collector &out, const Json &it)
{
    const QString space = text(it, {"metadata", "namespace"});
    const QString name = text(it, {"metadata", "name"});
    const auto add = [&](const char *metric, double value) {
        out.add(metric, {{"namespace", space}, {"replicaset", name}}, value);
    };
    add("kube_replicaset_spec_replicas", count(it, {"spec", "replicas"}));
    add("kube_replicaset_status_replicas", count(it, {"status", "replicas"}));
    add("kube_replicaset_status_ready_replicas", count(it, {"status", "readyReplicas"}));
    add("kube_replicaset_created", createdAt(it));
    const OwnerReference owner = controllerOf(it);
    out.add("kube_replicaset_owner",
            {{"namespace", space},
             {"replicaset", name},
             {"owner_kind", owner.kind},
             {"owner_name", owner.name},
             {"owner_is_controller", QStringLiteral("true")}},
            1);
}

void addAutoscalerConditions(Collector &out, const Json &it, const QString &space, const QString &name)
{
    const Json &conditions = member(it, {"status", "conditions"});
    for (const Json &condition : conditions.is_array() ? conditions : Json::array()) {
        for (const char *status : {"true", "false", "unknown"}) {
            const bool holds = text(condition, {"status"}).toLower() == QLatin1String(status);
            out.add("kube_horizontalpodautoscaler_status_condition",
                    {{"namespace", space},
                     {"horizontalpodautoscaler", name},
                     {"condition", text(condition, {"type"})},
                     {"status", QLatin1String(status)}},
                    holds ? 1 : 0);
        }
    }
}

void addAutoscaler(Collector &out, const Json &it)
{
    const QString space = text(it, {"metadata", "namespace"});
    const QString name = text(it, {"metadata", "name"});
    const auto add = [&](const char *metric, double value) {
        out.add(metric, {{"namespace", space}, {"horizontalpodautoscaler", name}}, value);
    };
    const Json &target = member(it, {"spec", "scaleTargetRef"});
    out.add("kube_horizontalpodautoscaler_info",
            {{"namespace", space},
             {"horizontalpodautoscaler", name},
             {"scaletargetref_api_version", text(target, {"apiVersion"})},
             {"scaletargetref_kind", text(target, {"kind"})},
             {"scaletargetref_name", text(target, {"name"})}},
            1);
    add("kube_horizontalpodautoscaler_spec_min_replicas",
        static_cast<double>(number(it, {"spec", "minReplicas"}, 1)));
    add("kube_horizontalpodautoscaler_spec_max_replicas", count(it, {"spec", "maxReplicas"}));
    add("kube_horizontalpodautoscaler_status_current_replicas", count(it, {"status", "currentReplicas"}));
    add("kube_horizontalpodautoscaler_status_desired_replicas", count(it, {"status", "desiredReplicas"}));
    add("kube_horizontalpodautoscaler_metadata_generation", count(it, {"metadata", "generation"}));
    const auto metric = [&](const char *series, const Json &list, const char *part) {
        if (list.is_array() && !list.empty())
            out.add(series,
                    {{"namespace", space},
                     {"horizontalpodautoscaler", name},
                     {"metric_name", text(list.front(), {"resource", "name"})},
                     {"metric_target_type", QStringLiteral("utilization")}},
                    count(list.front(), {"resource", part, "averageUtilization"}));
    };
    metric("kube_horizontalpodautoscaler_spec_target_metric", member(it, {"spec", "metrics"}), "target");
    metric("kube_horizontalpodautoscaler_status_target_metric", member(it, {"status", "currentMetrics"}),
           "current");
    addAutoscalerConditions(out, it, space, name);
}

void addRollout(Collector &out, const Json &it)
{
    const QString space = text(it, {"metadata", "namespace"});
    const QString name = text(it, {"metadata", "name"});
    const bool canary = member(it, {"spec", "strategy", "canary"}).is_object();
    const Json &routing = member(it, {"spec", "strategy", "canary", "trafficRouting"});
    const QString router =
        routing.is_object() && !routing.empty() ? QString::fromStdString(routing.begin().key()) : QString();
    out.add("rollout_info",
            {{"namespace", space},
             {"name", name},
             {"strategy", canary ? QStringLiteral("canary") : QStringLiteral("blueGreen")},
             {"traffic_router", router},
             {"phase", text(it, {"status", "phase"})}},
            1);
    const auto add = [&](const char *metric, double value) {
        out.add(metric, {{"namespace", space}, {"name", name}}, value);
    };
    const double desired = count(it, {"spec", "replicas"});
    const double available = count(it, {"status", "availableReplicas"});
    add("rollout_info_replicas_desired", desired);
    add("rollout_info_replicas_available", available);
    add("rollout_info_replicas_unavailable", std::max(0.0, desired - available));
    add("rollout_info_replicas_updated", count(it, {"status", "updatedReplicas"}));
}

template <typename Add> void each(const ObjectStore &store, const QString &typeKey, int limit, const Add &add)
{
    const auto objects = store.list(typeKey);
    for (qsizetype i = 0; i < std::min<qsizetype>(limit, objects.size()); ++i)
        add(*objects.at(i));
}

} // namespace

MetricFamilies stateFamilies(const ObjectStore &store, int limit)
{
    Collector out;
    each(store, kinds::deployments(), limit, [&](const Json &it) { addDeployment(out, it); });
    each(store, kinds::replicaSets(), limit, [&](const Json &it) { addReplicaSet(out, it); });
    each(store, kinds::autoscalers(), limit, [&](const Json &it) { addAutoscaler(out, it); });
    each(store, kinds::rollouts(), limit, [&](const Json &it) { addRollout(out, it); });
    return out.take();
}

} // namespace signalbox::drill
