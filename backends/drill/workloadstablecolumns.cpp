// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/tablecolumns.h"

namespace signalbox::drill
{

namespace
{

constexpr char kNone[] = "<none>";

Json ratio(qint64 part, qint64 whole)
{
    return std::to_string(part) + '/' + std::to_string(whole);
}

Json textOrNone(const Json &value)
{
    const QString found = text(value);
    return found.isEmpty() ? Json(kNone) : jsonText(found);
}

Json podReady(const Json &pod, const QDateTime &)
{
    qint64 ready = 0;
    for (const Json &status : member(pod, {"status", "containerStatuses"}))
        ready += flag(status, {"ready"}) ? 1 : 0;
    const Json &containers = member(pod, {"spec", "containers"});
    return ratio(ready, static_cast<qint64>(containers.is_array() ? containers.size() : 0));
}

/// The reason of the last container that is not simply running, as kubectl shows it in STATUS.
QString containerReason(const Json &pod)
{
    QString reason;
    for (const Json &status : member(pod, {"status", "containerStatuses"})) {
        const QString waiting = text(status, {"state", "waiting", "reason"});
        const QString terminated = text(status, {"state", "terminated", "reason"});
        if (!waiting.isEmpty())
            reason = waiting;
        else if (!terminated.isEmpty())
            reason = terminated;
        else if (member(status, {"state", "terminated"}).is_object())
            reason = QStringLiteral("ExitCode:%1").arg(number(status, {"state", "terminated", "exitCode"}));
    }
    return reason;
}

Json podStatus(const Json &pod, const QDateTime &)
{
    if (!member(pod, {"metadata", "deletionTimestamp"}).is_null())
        return "Terminating";
    QString status = text(pod, {"status", "reason"});
    if (status.isEmpty())
        status = text(pod, {"status", "phase"});
    const QString reason = containerReason(pod);
    return jsonText(reason.isEmpty() ? status : reason);
}

Json podRestarts(const Json &pod, const QDateTime &now)
{
    qint64 restarts = 0;
    Json last;
    for (const Json &status : member(pod, {"status", "containerStatuses"})) {
        restarts += number(status, {"restartCount"});
        const Json &finished = member(status, {"lastState", "terminated", "finishedAt"});
        if (finished.is_string() && (last.is_null() || finished > last))
            last = finished;
    }
    const std::string count = std::to_string(restarts);
    if (restarts == 0 || last.is_null())
        return count;
    return count + " (" + ageSince(last, now).get<std::string>() + " ago)";
}

Json podIp(const Json &pod, const QDateTime &)
{
    return textOrNone(member(pod, {"status", "podIP"}));
}

Json podNode(const Json &pod, const QDateTime &)
{
    return textOrNone(member(pod, {"spec", "nodeName"}));
}

Json podNominated(const Json &pod, const QDateTime &)
{
    return textOrNone(member(pod, {"status", "nominatedNodeName"}));
}

Json podGates(const Json &pod, const QDateTime &)
{
    const Json &gates = member(pod, {"spec", "readinessGates"});
    if (!gates.is_array() || gates.empty())
        return kNone;
    qint64 met = 0;
    for (const Json &gate : gates) {
        for (const Json &condition : member(pod, {"status", "conditions"})) {
            if (member(condition, "type") == member(gate, "conditionType") &&
                text(condition, {"status"}) == QLatin1String("True"))
                ++met;
        }
    }
    return ratio(met, static_cast<qint64>(gates.size()));
}

Json readyOfDesired(const Json &object, const QDateTime &)
{
    return ratio(number(object, {"status", "readyReplicas"}), number(object, {"spec", "replicas"}, 1));
}

template <const char *Name> Json statusCount(const Json &object, const QDateTime &)
{
    return number(object, {"status", Name});
}

constexpr char kUpdated[] = "updatedReplicas";
constexpr char kAvailable[] = "availableReplicas";
constexpr char kReplicas[] = "replicas";
constexpr char kReady[] = "readyReplicas";
constexpr char kDesiredScheduled[] = "desiredNumberScheduled";
constexpr char kCurrentScheduled[] = "currentNumberScheduled";
constexpr char kNumberReady[] = "numberReady";
constexpr char kUpdatedScheduled[] = "updatedNumberScheduled";
constexpr char kNumberAvailable[] = "numberAvailable";

Json desired(const Json &object, const QDateTime &)
{
    return number(object, {"spec", "replicas"}, 1);
}

Json templateContainers(const Json &object, const QDateTime &)
{
    return containerList(member(object, {"spec", "template", "spec"}), "name");
}

Json templateImages(const Json &object, const QDateTime &)
{
    return containerList(member(object, {"spec", "template", "spec"}), "image");
}

Json selector(const Json &object, const QDateTime &)
{
    return selectorText(member(object, {"spec", "selector"}));
}

Json nodeSelector(const Json &object, const QDateTime &)
{
    return labelsText(member(object, {"spec", "template", "spec", "nodeSelector"}));
}

} // namespace

ColumnsOfTypes workloadColumns()
{
    return {
        {QStringLiteral("/pods"),
         {{"Name", "string", 0, nameCell},
          {"Ready", "string", 0, podReady},
          {"Status", "string", 0, podStatus},
          {"Restarts", "string", 0, podRestarts},
          {"Age", "string", 0, ageCell},
          {"IP", "string", 1, podIp},
          {"Node", "string", 1, podNode},
          {"Nominated Node", "string", 1, podNominated},
          {"Readiness Gates", "string", 1, podGates}}},
        {QStringLiteral("apps/deployments"),
         {{"Name", "string", 0, nameCell},
          {"Ready", "string", 0, readyOfDesired},
          {"Up-to-date", "integer", 0, statusCount<kUpdated>},
          {"Available", "integer", 0, statusCount<kAvailable>},
          {"Age", "string", 0, ageCell},
          {"Containers", "string", 1, templateContainers},
          {"Images", "string", 1, templateImages},
          {"Selector", "string", 1, selector}}},
        {QStringLiteral("apps/replicasets"),
         {{"Name", "string", 0, nameCell},
          {"Desired", "integer", 0, desired},
          {"Current", "integer", 0, statusCount<kReplicas>},
          {"Ready", "integer", 0, statusCount<kReady>},
          {"Age", "string", 0, ageCell},
          {"Containers", "string", 1, templateContainers},
          {"Images", "string", 1, templateImages},
          {"Selector", "string", 1, selector}}},
        {QStringLiteral("apps/statefulsets"),
         {{"Name", "string", 0, nameCell},
          {"Ready", "string", 0, readyOfDesired},
          {"Age", "string", 0, ageCell},
          {"Containers", "string", 1, templateContainers},
          {"Images", "string", 1, templateImages}}},
        {QStringLiteral("apps/daemonsets"),
         {{"Name", "string", 0, nameCell},
          {"Desired", "integer", 0, statusCount<kDesiredScheduled>},
          {"Current", "integer", 0, statusCount<kCurrentScheduled>},
          {"Ready", "integer", 0, statusCount<kNumberReady>},
          {"Up-to-date", "integer", 0, statusCount<kUpdatedScheduled>},
          {"Available", "integer", 0, statusCount<kNumberAvailable>},
          {"Node Selector", "string", 0, nodeSelector},
          {"Age", "string", 0, ageCell},
          {"Containers", "string", 1, templateContainers},
          {"Images", "string", 1, templateImages},
          {"Selector", "string", 1, selector}}},
    };
}

} // namespace signalbox::drill
