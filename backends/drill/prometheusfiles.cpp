// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/prometheusfiles.h"

#include "backends/drill/durationscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/metricsexposition.h"

namespace signalbox::drill
{

namespace
{

std::string local(quint16 port)
{
    return "127.0.0.1:" + std::to_string(port);
}

QVector<ScenarioAlert> usualAlerts()
{
    return {{QStringLiteral("HighErrorRatio"),
             QStringLiteral("sum by (namespace, service, version, pod_template_hash) "
                            "(rate(http_requests_total{code=~\"5..\"}[2m])) / "
                            "sum by (namespace, service, version, pod_template_hash) "
                            "(rate(http_requests_total[2m])) > 0.03"),
             Milliseconds(30'000), QStringLiteral("critical"),
             QStringLiteral("{{ $labels.service }} {{ $labels.version }} answers "
                            "{{ $value | humanizePercentage }} of requests with an error")},
            {QStringLiteral("HighLatency"),
             QStringLiteral("histogram_quantile(0.99, sum by (namespace, service, version, le) "
                            "(rate(http_request_duration_seconds_bucket[2m]))) > 0.8"),
             Milliseconds(60'000), QStringLiteral("warning"),
             QStringLiteral(
                 "{{ $labels.service }} {{ $labels.version }}: one request in a hundred takes more than "
                 "{{ $value | humanizeDuration }}")},
            {QStringLiteral("MemoryNearLimit"),
             QStringLiteral(
                 "max by (namespace, pod) (container_memory_working_set_bytes) / (512 * 1024 * 1024) > 0.85"),
             Milliseconds(30'000), QStringLiteral("warning"),
             QStringLiteral("{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit")}};
}

} // namespace

QByteArray prometheusConfig(const PrometheusTargets &targets)
{
    Json scrape = {{"job_name", historyJob},
                   {"honor_labels", true},
                   {"static_configs", Json::array({{{"targets", Json::array({local(targets.metricsPort)})},
                                                    {"labels", {{"instance", historyInstance}}}}})}};
    Json alerting = {
        {"alertmanagers",
         Json::array({{{"static_configs",
                        Json::array({{{"targets", Json::array({local(targets.alertmanagerPort)})}}})}}})}};
    const Json config = {{"global",
                          {{"scrape_interval", "1s"},
                           {"scrape_timeout", "1s"},
                           {"evaluation_interval", "1s"},
                           {"external_labels", {{"cluster", jsonText(targets.cluster)}}}}},
                         {"rule_files", Json::array({jsonText(targets.rulesFile)})},
                         {"alerting", std::move(alerting)},
                         {"scrape_configs", Json::array({std::move(scrape)})}};
    return dumped(config, true);
}

QByteArray alertRules(const QVector<ScenarioAlert> &alerts, double speed)
{
    Json rules = Json::array();
    for (const ScenarioAlert &alert : usualAlerts() + alerts) {
        Json rule = {{"alert", jsonText(alert.name)},
                     {"expr", jsonText(scaledQuery(alert.expression, speed))},
                     {"labels", {{"severity", jsonText(alert.severity)}}},
                     {"annotations", {{"summary", jsonText(alert.summary)}}}};
        if (alert.hold.count() > 0)
            rule["for"] = durationText(scaledDuration(alert.hold, speed, Milliseconds(1000)));
        rules.push_back(std::move(rule));
    }
    return dumped(
        Json{{"groups", Json::array({{{"name", "drill"}, {"interval", "1s"}, {"rules", std::move(rules)}}})}},
        true);
}

QByteArray alertmanagerConfig()
{
    const Json config = {{"route",
                          {{"receiver", "nobody"},
                           {"group_by", Json::array({"alertname", "namespace", "service"})},
                           {"group_wait", "1s"},
                           {"group_interval", "5s"}}},
                         {"receivers", Json::array({{{"name", "nobody"}}})}};
    return dumped(config, true);
}

} // namespace signalbox::drill
