// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/releasemanifests.h"

#include "backends/drill/durationscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"

#include <QSet>

namespace signalbox::drill
{

namespace
{

Json metadataOf(const ScenarioRelease &release, const QString &suffix = {})
{
    return {{"name", jsonText(release.name + suffix)},
            {"namespace", jsonText(release.namespaceName)},
            {"labels",
             {{"app.kubernetes.io/name", jsonText(release.name)},
              {"app.kubernetes.io/part-of", jsonText(release.namespaceName)}}}};
}

Json probe(int period)
{
    return {{"httpGet", {{"path", "/healthz"}, {"port", 8080}, {"scheme", "HTTP"}}},
            {"periodSeconds", period},
            {"timeoutSeconds", 1},
            {"successThreshold", 1},
            {"failureThreshold", 3}};
}

Json podTemplate(const ScenarioRelease &release)
{
    const QString version = release.history.first().version;
    Json environment = Json::array();
    environment.push_back({{"name", "SERVICE_NAME"}, {"value", jsonText(release.name)}});
    environment.push_back({{"name", "HTTP_PORT"}, {"value", "8080"}});
    environment.push_back({{"name", "LOG_LEVEL"}, {"value", "info"}});
    Json container = {
        {"name", "app"},
        {"image", jsonText(imageOf(release, version))},
        {"ports", Json::array({{{"name", "http"}, {"containerPort", 8080}, {"protocol", "TCP"}}})},
        {"env", std::move(environment)},
        {"resources",
         {{"requests", {{"cpu", "500m"}, {"memory", "256Mi"}}}, {"limits", {{"memory", "512Mi"}}}}},
        {"readinessProbe", probe(5)},
        {"livenessProbe", probe(10)},
        {"securityContext", {{"allowPrivilegeEscalation", false}, {"readOnlyRootFilesystem", true}}}};
    return {
        {"metadata",
         {{"labels", {{"app", jsonText(release.name)}, {"app.kubernetes.io/name", jsonText(release.name)}}},
          {"annotations", {{"prometheus.io/scrape", "true"}, {"prometheus.io/port", "8080"}}}}},
        {"spec", {{"containers", Json::array({std::move(container)})}}}};
}

Json service(const ScenarioRelease &release, const QString &suffix)
{
    return {{"metadata", metadataOf(release, suffix)},
            {"spec",
             {{"type", "ClusterIP"},
              {"selector", {{"app", jsonText(release.name)}}},
              {"ports",
               Json::array({{{"name", "http"}, {"port", 80}, {"targetPort", 8080}, {"protocol", "TCP"}}})}}}};
}

Json virtualService(const ScenarioRelease &release)
{
    const auto target = [&](const char *suffix, int weight) {
        return Json{
            {"destination", {{"host", release.name.toStdString() + suffix}, {"port", {{"number", 80}}}}},
            {"weight", weight}};
    };
    Json route = {{"name", "primary"},
                  {"route", Json::array({target("-stable", 100), target("-canary", 0)})}};
    return {{"metadata", metadataOf(release)},
            {"spec",
             {{"hosts", Json::array({jsonText(release.name)})}, {"http", Json::array({std::move(route)})}}}};
}

Json canaryStrategy(const ScenarioRelease &release)
{
    Json canary = {{"maxSurge", "25%"}, {"maxUnavailable", 0}};
    canary["steps"] = release.steps.is_array() ? release.steps : Json::array();
    if (release.istio) {
        canary["canaryService"] = jsonText(release.name + QStringLiteral("-canary"));
        canary["stableService"] = jsonText(release.name + QStringLiteral("-stable"));
        canary["trafficRouting"] = {
            {"istio",
             {{"virtualService", {{"name", jsonText(release.name)}, {"routes", Json::array({"primary"})}}}}}};
    }
    return {{"canary", std::move(canary)}};
}

Json blueGreenStrategy(const ScenarioRelease &release)
{
    return {{"blueGreen",
             {{"activeService", jsonText(release.name + QStringLiteral("-active"))},
              {"previewService", jsonText(release.name + QStringLiteral("-preview"))},
              {"autoPromotionEnabled", false},
              {"scaleDownDelaySeconds", 600}}}};
}

Json workload(const ScenarioRelease &release)
{
    Json spec = {{"replicas", release.replicas},
                 {"revisionHistoryLimit", 6},
                 {"progressDeadlineSeconds", 600},
                 {"selector", {{"matchLabels", {{"app", jsonText(release.name)}}}}},
                 {"template", podTemplate(release)}};
    if (!release.rollout)
        spec["strategy"] = {{"type", "RollingUpdate"},
                            {"rollingUpdate", {{"maxSurge", "25%"}, {"maxUnavailable", "25%"}}}};
    else
        spec["strategy"] = release.blueGreen ? blueGreenStrategy(release) : canaryStrategy(release);
    if (release.strategy.is_object()) {
        if (release.rollout)
            spec["strategy"][release.blueGreen ? "blueGreen" : "canary"].merge_patch(release.strategy);
        else
            spec["strategy"].merge_patch(release.strategy);
    }
    if (release.spec.is_object())
        spec.merge_patch(release.spec);
    return {{"metadata", metadataOf(release)}, {"spec", std::move(spec)}};
}

Json autoscaler(const ScenarioRelease &release)
{
    const ScenarioScaling &scaling = *release.scaling;
    const Json metric = {
        {"type", "Resource"},
        {"resource",
         {{"name", "cpu"},
          {"target", {{"type", "Utilization"}, {"averageUtilization", scaling.cpuPercent}}}}}};
    return {{"metadata", metadataOf(release)},
            {"spec",
             {{"scaleTargetRef",
               {{"apiVersion", release.rollout ? "argoproj.io/v1alpha1" : "apps/v1"},
                {"kind", release.rollout ? "Rollout" : "Deployment"},
                {"name", jsonText(release.name)}}},
              {"minReplicas", scaling.minimum},
              {"maxReplicas", scaling.maximum},
              {"metrics", Json::array({metric})},
              {"behavior", {{"scaleDown", {{"stabilizationWindowSeconds", 300}}}}}}}};
}

Json prometheusMetric(const char *name, const char *query, const char *success)
{
    return {{"name", name},
            {"interval", "1m"},
            {"failureLimit", 2},
            {"successCondition", success},
            {"provider",
             {{"prometheus", {{"address", "http://prometheus.monitoring.svc:9090"}, {"query", query}}}}}};
}

} // namespace

QString imageOf(const ScenarioRelease &release, const QString &version)
{
    return release.image + QLatin1Char(':') + version;
}

QVector<Manifest> releaseManifests(const ScenarioRelease &release, double speed)
{
    QVector<Manifest> manifests;
    QStringList suffixes{QString()};
    if (release.rollout && release.blueGreen)
        suffixes = {QStringLiteral("-active"), QStringLiteral("-preview")};
    else if (release.rollout && release.istio)
        suffixes = {QStringLiteral("-stable"), QStringLiteral("-canary")};
    for (const QString &suffix : suffixes)
        manifests.append({kinds::services(), service(release, suffix)});
    if (release.rollout && release.istio && !release.blueGreen)
        manifests.append({kinds::virtualServices(), virtualService(release)});
    manifests.append({release.rollout ? kinds::rollouts() : kinds::deployments(), workload(release)});
    if (release.scaling)
        manifests.append({kinds::autoscalers(), autoscaler(release)});
    for (Manifest &manifest : manifests)
        scaleDurations(manifest.object, speed);
    return manifests;
}

QVector<Manifest> analysisManifests(const QString &namespaceName, double speed)
{
    const char *errors =
        "sum(rate(http_requests_total{namespace=\"{{args.namespace}}\",service=\"{{args.service}}\","
        "pod_template_hash=\"{{args.hash}}\",code=~\"5..\"}[5m])) / "
        "sum(rate(http_requests_total{namespace=\"{{args.namespace}}\","
        "service=\"{{args.service}}\",pod_template_hash=\"{{args.hash}}\"}[5m]))";
    const char *latency = "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{"
                          "namespace=\"{{args.namespace}}\",service=\"{{args.service}}\","
                          "pod_template_hash=\"{{args.hash}}\"}[5m])))";
    const auto made = [&](const char *name, Json metric) {
        Json arguments = Json::array();
        for (const char *argument : {"namespace", "service", "hash"})
            arguments.push_back({{"name", argument}});
        Json object = {
            {"metadata", {{"name", name}, {"namespace", jsonText(namespaceName)}}},
            {"spec", {{"args", std::move(arguments)}, {"metrics", Json::array({std::move(metric)})}}}};
        scaleDurations(object, speed);
        return Manifest{kinds::analysisTemplates(), std::move(object)};
    };
    return {made("error-ratio", prometheusMetric("error-ratio", errors, "result[0] < 0.02")),
            made("latency-p99", prometheusMetric("latency-p99", latency, "result[0] < 0.5"))};
}

QVector<Manifest> clusterManifests(const ScenarioCluster &cluster)
{
    QVector<Manifest> manifests;
    QStringList namespaces{QStringLiteral("default"), QStringLiteral("kube-system"),
                           QStringLiteral("monitoring")};
    for (const ScenarioRelease &release : cluster.releases)
        namespaces.append(release.namespaceName);
    for (const Json &manifest : cluster.manifests)
        namespaces.append(text(manifest, {"metadata", "namespace"}));
    namespaces.removeAll(QString());
    namespaces.removeDuplicates();
    for (const QString &name : std::as_const(namespaces))
        manifests.append(
            {kinds::namespaces(),
             {{"metadata",
               {{"name", jsonText(name)}, {"labels", {{"kubernetes.io/metadata.name", jsonText(name)}}}}},
              {"spec", {{"finalizers", Json::array({"kubernetes"})}}},
              {"status", {{"phase", "Active"}}}}});
    for (int i = 1; i <= cluster.nodes; ++i) {
        const Json size = {{"cpu", "16"}, {"memory", "65536Mi"}, {"pods", "250"}};
        manifests.append(
            {kinds::nodes(),
             {{"metadata",
               {{"name", jsonText(QStringLiteral("%1-node-%2").arg(cluster.name).arg(i))},
                {"labels", {{"kubernetes.io/os", "linux"}, {"kubernetes.io/arch", "amd64"}}}}},
              {"spec", {{"podCIDR", jsonText(QStringLiteral("10.100.%1.0/24").arg(i % 256))}}},
              {"status",
               {{"capacity", size},
                {"allocatable", size},
                {"conditions",
                 Json::array({{{"type", "Ready"}, {"status", "True"}, {"reason", "KubeletReady"}}})},
                {"addresses",
                 Json::array({{{"type", "InternalIP"},
                               {"address", jsonText(QStringLiteral("10.20.0.%1").arg(i % 255))}}})},
                {"nodeInfo",
                 {{"kubeletVersion", "v1.31.4"},
                  {"osImage", "Debian GNU/Linux 12 (bookworm)"},
                  {"containerRuntimeVersion", "containerd://1.7.24"}}}}}}});
    }
    manifests.append(
        {kinds::services(),
         {{"metadata",
           {{"name", "prometheus"},
            {"namespace", "monitoring"},
            {"labels", {{"app.kubernetes.io/name", "prometheus"}}}}},
          {"spec",
           {{"type", "ClusterIP"},
            {"selector", {{"app.kubernetes.io/name", "prometheus"}}},
            {"ports", Json::array({{{"name", "http"}, {"port", 9090}, {"targetPort", 9090}}})}}}}});
    return manifests;
}

} // namespace signalbox::drill
