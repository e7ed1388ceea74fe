// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/servedtype.h"

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

namespace
{

void carry(Json &target, const char *newName, const Json &source, const char *oldName)
{
    const Json &value = member(source, oldName);
    if (!value.is_null())
        target[newName] = value;
}

Json newStyle(const Json &event)
{
    Json result = {{"kind", "Event"}, {"apiVersion", "events.k8s.io/v1"}, {"eventTime", nullptr}};
    for (const char *same :
         {"metadata", "reason", "type", "action", "related", "series", "eventTime", "reportingInstance"})
        carry(result, same, event, same);
    carry(result, "regarding", event, "involvedObject");
    carry(result, "note", event, "message");
    carry(result, "deprecatedSource", event, "source");
    carry(result, "deprecatedFirstTimestamp", event, "firstTimestamp");
    carry(result, "deprecatedLastTimestamp", event, "lastTimestamp");
    carry(result, "deprecatedCount", event, "count");
    const Json &reporter = member(event, "reportingComponent");
    result["reportingController"] = reporter.is_null() ? member(event, {"source", "component"}) : reporter;
    return result;
}

/// autoscaling/v1 knows one metric, CPU; the others are left out, as in the annotations nobody reads any
/// more.
Json oldStyle(const Json &scaler)
{
    Json result = {{"kind", "HorizontalPodAutoscaler"},
                   {"apiVersion", "autoscaling/v1"},
                   {"metadata", member(scaler, "metadata")},
                   {"spec", Json::object()},
                   {"status", Json::object()}};
    for (const char *same : {"scaleTargetRef", "minReplicas", "maxReplicas"})
        carry(result["spec"], same, member(scaler, "spec"), same);
    for (const char *same : {"observedGeneration", "lastScaleTime", "currentReplicas", "desiredReplicas"})
        carry(result["status"], same, member(scaler, "status"), same);
    for (const Json &metric : member(scaler, {"spec", "metrics"})) {
        if (text(metric, {"resource", "name"}) == QLatin1String("cpu"))
            carry(result["spec"], "targetCPUUtilizationPercentage", member(metric, {"resource", "target"}),
                  "averageUtilization");
    }
    for (const Json &metric : member(scaler, {"status", "currentMetrics"})) {
        if (text(metric, {"resource", "name"}) == QLatin1String("cpu"))
            carry(result["status"], "currentCPUUtilizationPercentage",
                  member(metric, {"resource", "current"}), "averageUtilization");
    }
    return result;
}

const QString kScalers = QStringLiteral("horizontalpodautoscalers");

} // namespace

ResourceType oldStyleAutoscalers()
{
    ResourceType type;
    type.group = QStringLiteral("autoscaling");
    type.version = QStringLiteral("v1");
    type.resource = kScalers;
    type.kind = QStringLiteral("HorizontalPodAutoscaler");
    type.singular = QStringLiteral("horizontalpodautoscaler");
    type.shortNames = QStringList{QStringLiteral("hpa")};
    return type;
}

ResourceType newStyleEvents()
{
    ResourceType type;
    type.group = QStringLiteral("events.k8s.io");
    type.version = QStringLiteral("v1");
    type.resource = QStringLiteral("events");
    type.kind = QStringLiteral("Event");
    type.singular = QStringLiteral("event");
    type.shortNames = QStringList{QStringLiteral("ev")};
    return type;
}

std::optional<ServedType> ServedType::find(const ObjectStore &store, const QString &group,
                                           const QString &version, const QString &resource)
{
    const ResourceType newStyleType = newStyleEvents();
    if (group == newStyleType.group && version == newStyleType.version && resource == newStyleType.resource) {
        const ResourceType *stored = store.type(QString(), QStringLiteral("events"));
        return stored ? std::optional(ServedType{*stored, newStyleType, newStyle}) : std::nullopt;
    }
    const ResourceType *type = store.type(group, resource);
    const ResourceType oldStyleType = oldStyleAutoscalers();
    if (type && group == oldStyleType.group && version == oldStyleType.version &&
        resource == oldStyleType.resource)
        return ServedType{*type, oldStyleType, oldStyle};
    if (!type || type->version != version)
        return {};
    return ServedType{*type, *type, nullptr};
}

} // namespace signalbox::drill
