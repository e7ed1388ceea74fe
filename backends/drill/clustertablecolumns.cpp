// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/tablecolumns.h"

namespace signalbox::drill
{

namespace
{

constexpr char kNone[] = "<none>";

Json textOr(const Json &value, const char *fallback)
{
    const QString found = text(value);
    return found.isEmpty() ? Json(fallback) : jsonText(found);
}

Json serviceType(const Json &service, const QDateTime &)
{
    return member(service, {"spec", "type"});
}

Json serviceAddress(const Json &service, const QDateTime &)
{
    return textOr(member(service, {"spec", "clusterIP"}), kNone);
}

Json serviceExternal(const Json &service, const QDateTime &)
{
    const QString type = text(service, {"spec", "type"});
    if (type == QLatin1String("ExternalName"))
        return textOr(member(service, {"spec", "externalName"}), kNone);
    const Json &ingress = member(service, {"status", "loadBalancer", "ingress"});
    if (ingress.is_array() && !ingress.empty()) {
        const Json &address = member(ingress.front(), "ip");
        return textOr(address.is_null() ? member(ingress.front(), "hostname") : address, kNone);
    }
    return type == QLatin1String("LoadBalancer") ? "<pending>" : kNone;
}

Json servicePorts(const Json &service, const QDateTime &)
{
    QStringList ports;
    for (const Json &port : member(service, {"spec", "ports"})) {
        QString entry = QString::number(number(port, {"port"}));
        if (const qint64 nodePort = number(port, {"nodePort"}); nodePort != 0)
            entry += QLatin1Char(':') + QString::number(nodePort);
        ports.append(entry + QLatin1Char('/') + text(port, {"protocol"}));
    }
    return ports.isEmpty() ? Json(kNone) : jsonText(ports.join(QLatin1Char(',')));
}

Json serviceSelector(const Json &service, const QDateTime &)
{
    return labelsText(member(service, {"spec", "selector"}));
}

const Json &firstPresent(std::initializer_list<std::reference_wrapper<const Json>> candidates)
{
    for (const Json &candidate : candidates) {
        if (!candidate.is_null())
            return candidate;
    }
    return candidates.begin()->get();
}

Json eventLastSeen(const Json &event, const QDateTime &now)
{
    return ageSince(
        firstPresent({member(event, {"series", "lastObservedTime"}), member(event, "lastTimestamp"),
                      member(event, "eventTime"), member(event, {"metadata", "creationTimestamp"})}),
        now);
}

Json eventFirstSeen(const Json &event, const QDateTime &now)
{
    return ageSince(firstPresent({member(event, "firstTimestamp"), member(event, "eventTime"),
                                  member(event, {"metadata", "creationTimestamp"})}),
                    now);
}

Json eventType(const Json &event, const QDateTime &)
{
    return member(event, "type");
}

Json eventReason(const Json &event, const QDateTime &)
{
    return member(event, "reason");
}

Json eventObject(const Json &event, const QDateTime &)
{
    return jsonText(text(event, {"involvedObject", "kind"}).toLower() + QLatin1Char('/') +
                    text(event, {"involvedObject", "name"}));
}

Json eventMessage(const Json &event, const QDateTime &)
{
    return jsonText(text(event, {"message"}).trimmed());
}

Json eventSubobject(const Json &event, const QDateTime &)
{
    return jsonText(text(event, {"involvedObject", "fieldPath"}));
}

Json eventSource(const Json &event, const QDateTime &)
{
    const QString host = text(event, {"source", "host"});
    const QString component = text(event, {"source", "component"});
    return jsonText(host.isEmpty() ? component : component + QStringLiteral(", ") + host);
}

Json eventCount(const Json &event, const QDateTime &)
{
    return number(firstPresent({member(event, {"series", "count"}), member(event, "count")}), 1);
}

Json nodeStatus(const Json &node, const QDateTime &)
{
    QString status = QStringLiteral("Unknown");
    for (const Json &condition : member(node, {"status", "conditions"})) {
        if (text(condition, {"type"}) == QLatin1String("Ready"))
            status = text(condition, {"status"}) == QLatin1String("True") ? QStringLiteral("Ready")
                                                                          : QStringLiteral("NotReady");
    }
    if (flag(node, {"spec", "unschedulable"}))
        status += QStringLiteral(",SchedulingDisabled");
    return jsonText(status);
}

Json nodeRoles(const Json &node, const QDateTime &)
{
    static const QLatin1String prefix("node-role.kubernetes.io/");
    QStringList roles;
    const Json &labels = member(node, {"metadata", "labels"});
    if (labels.is_object()) {
        for (const auto &[key, value] : labels.items()) {
            if (const QString label = QString::fromStdString(key); label.startsWith(prefix))
                roles.append(label.mid(prefix.size()));
        }
    }
    return roles.isEmpty() ? Json(kNone) : jsonText(roles.join(QLatin1Char(',')));
}

Json nodeAddress(const Json &node, const char *type)
{
    for (const Json &address : member(node, {"status", "addresses"})) {
        if (stdText(address, {"type"}) == type)
            return member(address, "address");
    }
    return kNone;
}

Json nodeInternal(const Json &node, const QDateTime &)
{
    return nodeAddress(node, "InternalIP");
}

Json nodeExternal(const Json &node, const QDateTime &)
{
    return nodeAddress(node, "ExternalIP");
}

constexpr char kKubelet[] = "kubeletVersion";
constexpr char kOsImage[] = "osImage";
constexpr char kKernel[] = "kernelVersion";
constexpr char kRuntime[] = "containerRuntimeVersion";

template <const char *Name> Json nodeInfo(const Json &node, const QDateTime &)
{
    return textOr(member(node, {"status", "nodeInfo", Name}), "<unknown>");
}

Json namespaceStatus(const Json &object, const QDateTime &)
{
    return textOr(member(object, {"status", "phase"}), "Active");
}

Json scalerReference(const Json &scaler, const QDateTime &)
{
    return jsonText(text(scaler, {"spec", "scaleTargetRef", "kind"}) + QLatin1Char('/') +
                    text(scaler, {"spec", "scaleTargetRef", "name"}));
}

/// "cpu: 63%/70%": one metric, current over target.
QString metricText(const Json &metric, const Json &current)
{
    const QString type = text(metric, {"type"});
    const QByteArray field = (type.left(1).toLower() + type.mid(1)).toUtf8();
    const Json &source = member(metric, field.constData());
    const Json &measured = member(member(current, field.constData()), "current");
    const Json &target = member(source, "target");
    QString name = text(source, {"name"});
    if (name.isEmpty())
        name = text(source, {"metric", "name"});
    const auto value = [](const Json &holder) {
        if (const Json &percent = member(holder, "averageUtilization"); percent.is_number_integer())
            return QString::number(number(percent)) + QLatin1Char('%');
        const QString average = text(holder, {"averageValue"});
        const QString plain = average.isEmpty() ? text(holder, {"value"}) : average;
        return plain.isEmpty() ? QStringLiteral("<unknown>") : plain;
    };
    const QString unit =
        text(target, {"type"}) == QLatin1String("AverageValue") && type != QLatin1String("Resource")
            ? QStringLiteral(" (avg)")
            : QString();
    return name + QStringLiteral(": ") + value(measured) + QLatin1Char('/') + value(target) + unit;
}

Json scalerTargets(const Json &scaler, const QDateTime &)
{
    const Json &metrics = member(scaler, {"spec", "metrics"});
    const Json &current = member(scaler, {"status", "currentMetrics"});
    QStringList parts;
    if (metrics.is_array()) {
        for (std::size_t i = 0; i < metrics.size(); ++i)
            parts.append(
                metricText(metrics[i], current.is_array() && i < current.size() ? current[i] : Json()));
    }
    return parts.isEmpty() ? Json(kNone) : jsonText(parts.join(QStringLiteral(", ")));
}

Json scalerMinimum(const Json &scaler, const QDateTime &)
{
    return std::to_string(number(scaler, {"spec", "minReplicas"}, 1));
}

Json scalerMaximum(const Json &scaler, const QDateTime &)
{
    return number(scaler, {"spec", "maxReplicas"});
}

Json scalerReplicas(const Json &scaler, const QDateTime &)
{
    return number(scaler, {"status", "currentReplicas"});
}

Json dataCount(const Json &object, const QDateTime &)
{
    std::size_t count = 0;
    for (const char *field : {"data", "binaryData"})
        count += member(object, field).is_object() ? member(object, field).size() : 0;
    return count;
}

Json secretType(const Json &secret, const QDateTime &)
{
    return member(secret, "type");
}

Json leaseHolder(const Json &lease, const QDateTime &)
{
    return jsonText(text(lease, {"spec", "holderIdentity"}));
}

Json definitionCreated(const Json &definition, const QDateTime &)
{
    return member(definition, {"metadata", "creationTimestamp"});
}

std::vector<TableColumn> eventColumns()
{
    return {{"Last Seen", "string", 0, eventLastSeen},  {"Type", "string", 0, eventType},
            {"Reason", "string", 0, eventReason},       {"Object", "string", 0, eventObject},
            {"Subobject", "string", 1, eventSubobject}, {"Source", "string", 1, eventSource},
            {"Message", "string", 0, eventMessage},     {"First Seen", "string", 1, eventFirstSeen},
            {"Count", "integer", 1, eventCount},        {"Name", "string", 1, nameCell}};
}

} // namespace

ColumnsOfTypes clusterColumns()
{
    return {
        {QStringLiteral("/services"),
         {{"Name", "string", 0, nameCell},
          {"Type", "string", 0, serviceType},
          {"Cluster-IP", "string", 0, serviceAddress},
          {"External-IP", "string", 0, serviceExternal},
          {"Port(s)", "string", 0, servicePorts},
          {"Age", "string", 0, ageCell},
          {"Selector", "string", 1, serviceSelector}}},
        {QStringLiteral("/events"), eventColumns()},
        {QStringLiteral("events.k8s.io/events"), eventColumns()},
        {QStringLiteral("/nodes"),
         {{"Name", "string", 0, nameCell},
          {"Status", "string", 0, nodeStatus},
          {"Roles", "string", 0, nodeRoles},
          {"Age", "string", 0, ageCell},
          {"Version", "string", 0, nodeInfo<kKubelet>},
          {"Internal-IP", "string", 1, nodeInternal},
          {"External-IP", "string", 1, nodeExternal},
          {"OS-Image", "string", 1, nodeInfo<kOsImage>},
          {"Kernel-Version", "string", 1, nodeInfo<kKernel>},
          {"Container-Runtime", "string", 1, nodeInfo<kRuntime>}}},
        {QStringLiteral("/namespaces"),
         {{"Name", "string", 0, nameCell},
          {"Status", "string", 0, namespaceStatus},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("/configmaps"),
         {{"Name", "string", 0, nameCell}, {"Data", "integer", 0, dataCount}, {"Age", "string", 0, ageCell}}},
        {QStringLiteral("/secrets"),
         {{"Name", "string", 0, nameCell},
          {"Type", "string", 0, secretType},
          {"Data", "integer", 0, dataCount},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("autoscaling/horizontalpodautoscalers"),
         {{"Name", "string", 0, nameCell},
          {"Reference", "string", 0, scalerReference},
          {"Targets", "string", 0, scalerTargets},
          {"MinPods", "string", 0, scalerMinimum},
          {"MaxPods", "integer", 0, scalerMaximum},
          {"Replicas", "integer", 0, scalerReplicas},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("coordination.k8s.io/leases"),
         {{"Name", "string", 0, nameCell},
          {"Holder", "string", 0, leaseHolder},
          {"Age", "string", 0, ageCell}}},
        {QStringLiteral("apiextensions.k8s.io/customresourcedefinitions"),
         {{"Name", "string", 0, nameCell}, {"Created At", "date", 0, definitionCreated}}},
    };
}

} // namespace signalbox::drill
