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

} // namespace

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
    if (!type || type->version != version)
        return {};
    return ServedType{*type, *type, nullptr};
}

} // namespace signalbox::drill
