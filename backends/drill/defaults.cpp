// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/defaults.h"

#include "backends/drill/jsontext.h"

#include <QHash>

namespace signalbox::drill
{

namespace
{

void fill(Json &object, const char *name, Json value)
{
    if (member(object, name).is_null())
        object[name] = std::move(value);
}

/// The member as an object to write into, made when absent; null when it is something else.
Json *objectAt(Json &object, const char *name)
{
    fill(object, name, Json::object());
    Json &value = object[name];
    return value.is_object() ? &value : nullptr;
}

Json *existingObject(Json &object, const char *name)
{
    return member(object, name).is_object() ? &object[name] : nullptr;
}

template <typename Change> void forEachObject(Json &owner, const char *name, Change change)
{
    if (!member(owner, name).is_array())
        return;
    for (Json &item : owner[name]) {
        if (item.is_object())
            change(item);
    }
}

void fillProbe(Json &container, const char *name)
{
    Json *probe = existingObject(container, name);
    if (!probe)
        return;
    fill(*probe, "timeoutSeconds", 1);
    fill(*probe, "periodSeconds", 10);
    fill(*probe, "successThreshold", 1);
    fill(*probe, "failureThreshold", 3);
    if (Json *get = existingObject(*probe, "httpGet")) {
        fill(*get, "scheme", "HTTP");
        fill(*get, "path", "/");
    }
}

void fillContainer(Json &container)
{
    const std::string image = stdText(container, {"image"});
    const auto colon = image.rfind(':');
    const auto slash = image.rfind('/');
    const bool tagged = colon != std::string::npos && (slash == std::string::npos || colon > slash);
    const bool floating = image.find('@') == std::string::npos && (!tagged || image.ends_with(":latest"));
    fill(container, "imagePullPolicy", floating ? "Always" : "IfNotPresent");
    fill(container, "resources", Json::object());
    fill(container, "terminationMessagePath", "/dev/termination-log");
    fill(container, "terminationMessagePolicy", "File");
    forEachObject(container, "ports", [](Json &port) { fill(port, "protocol", "TCP"); });
    for (const char *probe : {"livenessProbe", "readinessProbe", "startupProbe"})
        fillProbe(container, probe);
}

void fillPodSpec(Json &spec)
{
    fill(spec, "restartPolicy", "Always");
    fill(spec, "dnsPolicy", "ClusterFirst");
    fill(spec, "schedulerName", "default-scheduler");
    fill(spec, "terminationGracePeriodSeconds", 30);
    fill(spec, "securityContext", Json::object());
    forEachObject(spec, "containers", fillContainer);
    forEachObject(spec, "initContainers", fillContainer);
}

void fillTemplate(Json &spec)
{
    if (Json *podTemplate = existingObject(spec, "template"))
        applyPodTemplateDefaults(*podTemplate);
}

void fillDeployment(Json &object)
{
    Json *spec = objectAt(object, "spec");
    if (!spec)
        return;
    fill(*spec, "replicas", 1);
    fill(*spec, "revisionHistoryLimit", 10);
    fill(*spec, "progressDeadlineSeconds", 600);
    if (Json *strategy = objectAt(*spec, "strategy")) {
        fill(*strategy, "type", "RollingUpdate");
        if (text(*strategy, {"type"}) == QLatin1String("RollingUpdate")) {
            if (Json *rolling = objectAt(*strategy, "rollingUpdate")) {
                fill(*rolling, "maxSurge", "25%");
                fill(*rolling, "maxUnavailable", "25%");
            }
        }
    }
    fillTemplate(*spec);
}

void fillReplicated(Json &object)
{
    if (Json *spec = objectAt(object, "spec")) {
        fill(*spec, "replicas", 1);
        fillTemplate(*spec);
    }
}

void fillTemplated(Json &object)
{
    if (Json *spec = existingObject(object, "spec"))
        fillTemplate(*spec);
}

void fillPod(Json &object)
{
    if (Json *spec = objectAt(object, "spec")) {
        fillPodSpec(*spec);
        fill(*spec, "serviceAccountName", "default");
        fill(*spec, "enableServiceLinks", true);
    }
    if (Json *status = objectAt(object, "status"))
        fill(*status, "phase", "Pending");
}

void fillService(Json &object)
{
    Json *spec = objectAt(object, "spec");
    if (!spec)
        return;
    fill(*spec, "type", "ClusterIP");
    fill(*spec, "sessionAffinity", "None");
    fill(*spec, "internalTrafficPolicy", "Cluster");
    fill(*spec, "ipFamilies", Json::array({"IPv4"}));
    fill(*spec, "ipFamilyPolicy", "SingleStack");
    if (text(*spec, {"type"}) != QLatin1String("ExternalName")) {
        // An address that depends on the name alone: nothing in the drill routes to it.
        const auto hash = static_cast<unsigned>(qHash(
            text(object, {"metadata", "namespace"}) + QLatin1Char('/') + text(object, {"metadata", "name"}),
            7));
        const std::string address =
            "10.96." + std::to_string((hash >> 8) & 255U) + '.' + std::to_string(1U + hash % 250U);
        fill(*spec, "clusterIP", address);
        fill(*spec, "clusterIPs", Json::array({(*spec)["clusterIP"]}));
    }
    forEachObject(*spec, "ports", [](Json &port) {
        fill(port, "protocol", "TCP");
        fill(port, "targetPort", member(port, "port"));
    });
    if (Json *status = objectAt(object, "status"))
        fill(*status, "loadBalancer", Json::object());
}

void fillNamespace(Json &object)
{
    if (Json *spec = objectAt(object, "spec"))
        fill(*spec, "finalizers", Json::array({"kubernetes"}));
    if (Json *status = objectAt(object, "status"))
        fill(*status, "phase", "Active");
    if (Json *labels = objectAt(object["metadata"], "labels"))
        fill(*labels, "kubernetes.io/metadata.name", member(object, {"metadata", "name"}));
}

void fillAutoscaler(Json &object)
{
    if (Json *spec = objectAt(object, "spec"))
        fill(*spec, "minReplicas", 1);
    fill(object, "status", {{"currentReplicas", 0}, {"desiredReplicas", 0}});
}

void fillSecret(Json &object)
{
    fill(object, "type", "Opaque");
    const Json &plain = member(object, "stringData");
    if (!plain.is_object())
        return;
    for (const auto &[key, value] : plain.items()) {
        if (value.is_string())
            object["data"][key] = text(value).toUtf8().toBase64().toStdString();
    }
    object.erase("stringData");
}

} // namespace

void applyPodTemplateDefaults(Json &podTemplate)
{
    if (!podTemplate.is_object())
        return;
    if (Json *spec = existingObject(podTemplate, "spec"))
        fillPodSpec(*spec);
}

void applyDefaults(const ResourceType &type, Json &object)
{
    using Filler = void (*)(Json &);
    static const QHash<QString, Filler> fillers{
        {QStringLiteral("/pods"), fillPod},
        {QStringLiteral("/services"), fillService},
        {QStringLiteral("/namespaces"), fillNamespace},
        {QStringLiteral("/secrets"), fillSecret},
        {QStringLiteral("apps/deployments"), fillDeployment},
        {QStringLiteral("apps/replicasets"), fillReplicated},
        {QStringLiteral("apps/statefulsets"), fillReplicated},
        {QStringLiteral("apps/daemonsets"), fillTemplated},
        {QStringLiteral("autoscaling/horizontalpodautoscalers"), fillAutoscaler},
        {QStringLiteral("argoproj.io/rollouts"), fillTemplated},
    };
    if (const Filler filler = fillers.value(type.key()))
        filler(object);
}

} // namespace signalbox::drill
