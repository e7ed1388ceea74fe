// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/podfactory.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/ownerindex.h"
#include "backends/drill/templatehash.h"
#include "backends/drill/worldtime.h"

#include <QCryptographicHash>

namespace signalbox::drill
{

namespace
{

void setCondition(Json &pod, const char *type, bool value, const QDateTime &now, const char *reason = nullptr)
{
    Json &conditions = pod["status"]["conditions"];
    if (!conditions.is_array())
        conditions = Json::array();
    for (Json &condition : conditions) {
        if (stdText(condition, {"type"}) != type)
            continue;
        if (stdText(condition, {"status"}) != (value ? "True" : "False"))
            condition["lastTransitionTime"] = stamp(now);
        condition["status"] = value ? "True" : "False";
        condition.erase("reason");
        condition.erase("message");
        if (reason)
            condition["reason"] = reason;
        return;
    }
    Json condition = {{"type", type},
                      {"status", value ? "True" : "False"},
                      {"lastProbeTime", nullptr},
                      {"lastTransitionTime", stamp(now)}};
    if (reason)
        condition["reason"] = reason;
    conditions.push_back(std::move(condition));
}

/// fieldsV1 of the two managers of a controller's pod; the biggest part of a real pod document.
Json managedFields(const Json &spec, const std::string &when)
{
    Json containers = Json::object();
    const Json &list = member(spec, "containers");
    for (const Json &container : list.is_array() ? list : Json::array()) {
        Json fields = Json::object();
        fields["."] = Json::object();
        for (const char *name : {"f:image", "f:imagePullPolicy", "f:name", "f:resources",
                                 "f:terminationMessagePath", "f:terminationMessagePolicy", "f:env", "f:ports",
                                 "f:readinessProbe", "f:livenessProbe", "f:securityContext"})
            fields[name] = Json::object();
        for (const char *probe : {"f:readinessProbe", "f:livenessProbe"}) {
            for (const char *name : {".", "f:failureThreshold", "f:httpGet", "f:periodSeconds",
                                     "f:successThreshold", "f:timeoutSeconds"})
                fields[probe][name] = Json::object();
        }
        containers["k:{\"name\":\"" + stdText(container, {"name"}) + "\"}"] = std::move(fields);
    }
    Json wanted = {{"f:containers", std::move(containers)}};
    for (const char *name : {"f:dnsPolicy", "f:enableServiceLinks", "f:restartPolicy", "f:schedulerName",
                             "f:securityContext", "f:terminationGracePeriodSeconds"})
        wanted[name] = Json::object();
    Json conditions = {{".", Json::object()}};
    for (const char *type : {"ContainersReady", "Initialized", "Ready"}) {
        Json fields = Json::object();
        for (const char *name : {".", "f:lastProbeTime", "f:lastTransitionTime", "f:status", "f:type"})
            fields[name] = Json::object();
        conditions[std::string("k:{\"type\":\"") + type + "\"}"] = std::move(fields);
    }
    const auto entry = [&](const char *manager, Json fields) {
        return Json{{"manager", manager}, {"operation", "Update"},    {"apiVersion", "v1"},
                    {"time", when},       {"fieldsType", "FieldsV1"}, {"fieldsV1", std::move(fields)}};
    };
    Json byController = entry("kube-controller-manager", {{"f:metadata",
                                                           {{"f:generateName", Json::object()},
                                                            {"f:labels", {{".", Json::object()}}},
                                                            {"f:ownerReferences", {{".", Json::object()}}}}},
                                                          {"f:spec", std::move(wanted)}});
    Json byNode = entry("kubelet", {{"f:status",
                                     {{"f:conditions", std::move(conditions)},
                                      {"f:containerStatuses", Json::object()},
                                      {"f:hostIP", Json::object()},
                                      {"f:phase", Json::object()},
                                      {"f:podIP", Json::object()},
                                      {"f:podIPs", {{".", Json::object()}}},
                                      {"f:startTime", Json::object()}}}});
    byNode["subresource"] = "status";
    return Json::array({std::move(byController), std::move(byNode)});
}

Json defaultTolerations()
{
    Json list = Json::array();
    for (const char *key : {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"})
        list.push_back(
            {{"key", key}, {"operator", "Exists"}, {"effect", "NoExecute"}, {"tolerationSeconds", 300}});
    return list;
}

Json tokenVolume(const std::string &name)
{
    Json sources = Json::array();
    sources.push_back({{"serviceAccountToken", {{"expirationSeconds", 3607}, {"path", "token"}}}});
    sources.push_back({{"configMap",
                        {{"name", "kube-root-ca.crt"},
                         {"items", Json::array({{{"key", "ca.crt"}, {"path", "ca.crt"}}})}}}});
    sources.push_back(
        {{"downwardAPI",
          {{"items",
            Json::array({{{"path", "namespace"},
                          {"fieldRef", {{"apiVersion", "v1"}, {"fieldPath", "metadata.namespace"}}}}})}}}});
    return {{"name", name}, {"projected", {{"defaultMode", 420}, {"sources", std::move(sources)}}}};
}

void setDefault(Json &object, const char *name, Json value)
{
    if (!object.contains(name))
        object[name] = std::move(value);
}

void defaultSpec(Json &spec, const std::string &volume)
{
    setDefault(spec, "restartPolicy", "Always");
    setDefault(spec, "terminationGracePeriodSeconds", 30);
    setDefault(spec, "dnsPolicy", "ClusterFirst");
    setDefault(spec, "serviceAccountName", "default");
    setDefault(spec, "serviceAccount", spec["serviceAccountName"]);
    setDefault(spec, "securityContext", Json::object());
    setDefault(spec, "schedulerName", "default-scheduler");
    setDefault(spec, "priority", 0);
    setDefault(spec, "enableServiceLinks", true);
    setDefault(spec, "preemptionPolicy", "PreemptLowerPriority");
    setDefault(spec, "tolerations", defaultTolerations());
    setDefault(spec, "volumes", Json::array());
    if (spec["volumes"].is_array())
        spec["volumes"].push_back(tokenVolume(volume));
    if (!spec["containers"].is_array())
        return;
    for (Json &container : spec["containers"]) {
        if (!container.is_object())
            continue;
        setDefault(container, "imagePullPolicy", "IfNotPresent");
        setDefault(container, "terminationMessagePath", "/dev/termination-log");
        setDefault(container, "terminationMessagePolicy", "File");
        setDefault(container, "resources", Json::object());
        setDefault(container, "volumeMounts", Json::array());
        if (container["volumeMounts"].is_array())
            container["volumeMounts"].push_back(
                {{"name", volume},
                 {"readOnly", true},
                 {"mountPath", "/var/run/secrets/kubernetes.io/serviceaccount"}});
    }
}

std::string digestOf(const QString &image)
{
    return QCryptographicHash::hash(image.toUtf8(), QCryptographicHash::Sha256).toHex().toStdString();
}

/// One entry for each container, made by `make(container, previous status)`.
template <typename Make> void setContainerStatuses(Json &pod, const Make &make)
{
    const Json before = member(pod, {"status", "containerStatuses"});
    Json statuses = Json::array();
    const Json &containers = member(pod, {"spec", "containers"});
    for (size_t i = 0; containers.is_array() && i < containers.size(); ++i) {
        const Json &container = containers[i];
        Json status = before.is_array() && i < before.size() ? before[i] : Json::object();
        const QString image = text(container, {"image"});
        status["name"] = member(container, "name");
        status["image"] = jsonText(image);
        setDefault(status, "restartCount", 0);
        setDefault(status, "lastState", Json::object());
        setDefault(status, "imageID", "");
        make(status, image);
        statuses.push_back(std::move(status));
    }
    pod["status"]["containerStatuses"] = std::move(statuses);
}

} // namespace

Json newPod(const Json &replicaSet, const QString &name, const QDateTime &now)
{
    const Json &podTemplate = member(replicaSet, {"spec", "template"});
    Json spec = member(podTemplate, "spec");
    if (!spec.is_object())
        spec = Json::object();
    Json fields = managedFields(spec, stamp(now));
    defaultSpec(spec, "kube-api-access-" + name.right(5).toStdString());
    const std::string prefix = stdText(replicaSet, {"metadata", "name"}) + "-";
    Json metadata = {{"name", jsonText(name)},
                     {"generateName", prefix},
                     {"namespace", member(replicaSet, {"metadata", "namespace"})},
                     {"ownerReferences", ownerReferences(replicaSet)},
                     {"managedFields", std::move(fields)}};
    for (const char *kept : {"labels", "annotations"}) {
        const Json &value = member(podTemplate, {"metadata", kept});
        if (value.is_object())
            metadata[kept] = value;
    }
    Json pod = {{"apiVersion", "v1"}, {"kind", "Pod"}, {"metadata", std::move(metadata)}};
    pod["spec"] = std::move(spec);
    pod["status"] = {{"phase", "Pending"}, {"qosClass", "Burstable"}};
    return pod;
}

Json siblingPod(const Json &sibling, const QString &name)
{
    Json pod = sibling;
    pod["metadata"]["name"] = jsonText(name);
    return pod;
}

void movePod(Json &pod, const QString &node, const QString &address)
{
    pod["spec"]["nodeName"] = jsonText(node);
    pod["status"]["podIP"] = jsonText(address);
    pod["status"]["podIPs"] = Json::array({{{"ip", jsonText(address)}}});
}

void markScheduled(Json &pod, const QString &node, const QDateTime &now)
{
    pod["spec"]["nodeName"] = jsonText(node);
    pod["status"]["startTime"] = stamp(now);
    setCondition(pod, "Initialized", true, now);
    setCondition(pod, "Ready", false, now, "ContainersNotReady");
    setCondition(pod, "ContainersReady", false, now, "ContainersNotReady");
    setCondition(pod, "PodScheduled", true, now);
    markWaiting(pod, QStringLiteral("ContainerCreating"), {}, now);
}

void markRunning(Json &pod, const QString &address, const QDateTime &now)
{
    Json &status = pod["status"];
    status["phase"] = "Running";
    status["hostIP"] = "10.20.0.1";
    status["podIP"] = jsonText(address);
    status["podIPs"] = Json::array({{{"ip", jsonText(address)}}});
    setContainerStatuses(pod, [&](Json &container, const QString &image) {
        container["state"] = {{"running", {{"startedAt", stamp(now)}}}};
        container["ready"] = false;
        container["started"] = true;
        container["imageID"] =
            image.section(QLatin1Char(':'), 0, 0).toStdString() + "@sha256:" + digestOf(image);
        container["containerID"] = "containerd://" + digestOf(text(pod, {"metadata", "name"}) + image);
    });
}

void markReady(Json &pod, bool ready, const QDateTime &now)
{
    setContainerStatuses(pod, [&](Json &container, const QString &) { container["ready"] = ready; });
    setCondition(pod, "Ready", ready, now, ready ? nullptr : "ContainersNotReady");
    setCondition(pod, "ContainersReady", ready, now, ready ? nullptr : "ContainersNotReady");
}

void markWaiting(Json &pod, const QString &reason, const QString &message, const QDateTime &now)
{
    setContainerStatuses(pod, [&](Json &container, const QString &) {
        Json waiting = {{"reason", jsonText(reason)}};
        if (!message.isEmpty())
            waiting["message"] = jsonText(message);
        container["state"] = {{"waiting", std::move(waiting)}};
        container["ready"] = false;
        container["started"] = false;
    });
    setCondition(pod, "Ready", false, now, "ContainersNotReady");
    setCondition(pod, "ContainersReady", false, now, "ContainersNotReady");
}

void markEnded(Json &pod, const ContainerEnd &end, const QDateTime &now)
{
    setContainerStatuses(pod, [&](Json &container, const QString &) {
        const Json started = member(container, {"state", "running", "startedAt"});
        container["lastState"] = {{"terminated",
                                   {{"exitCode", end.exitCode},
                                    {"reason", jsonText(end.reason)},
                                    {"startedAt", started},
                                    {"finishedAt", stamp(now)},
                                    {"containerID", member(container, "containerID")}}}};
        container["restartCount"] = number(container, {"restartCount"}) + 1;
    });
    markWaiting(pod, QStringLiteral("CrashLoopBackOff"), end.waitMessage, now);
}

QDateTime readySince(const Json &pod)
{
    const Json &conditions = member(pod, {"status", "conditions"});
    if (!conditions.is_array())
        return {};
    for (const Json &condition : conditions) {
        if (stdText(condition, {"type"}) == "Ready")
            return stdText(condition, {"status"}) == "True" ? instant(member(condition, "lastTransitionTime"))
                                                            : QDateTime();
    }
    return {};
}

bool isReady(const Json &pod)
{
    return readySince(pod).isValid();
}

bool isAvailable(const Json &pod, int minReadySeconds, const QDateTime &now)
{
    const QDateTime since = readySince(pod);
    return since.isValid() && (minReadySeconds <= 0 || since.secsTo(now) >= minReadySeconds);
}

QString firstImage(const Json &podOrTemplate)
{
    const Json &containers = member(podOrTemplate, {"spec", "containers"});
    return containers.is_array() && !containers.empty() ? text(containers.front(), {"image"}) : QString();
}

} // namespace signalbox::drill
