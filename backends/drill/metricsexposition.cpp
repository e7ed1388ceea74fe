// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/metricsexposition.h"

#include <charconv>
#include <cmath>

namespace signalbox::drill
{

namespace
{

void appendEscaped(std::string &out, const QString &value)
{
    for (const char c : value.toStdString()) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

void appendNumber(QByteArray &out, double value)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, end.ptr - buffer);
}

std::string boundText(double bound)
{
    return QString::number(bound, 'g', 6).toStdString();
}

std::string labelText(const Labels &labels)
{
    std::string out;
    for (const auto &[label, value] : labels) {
        if (!out.empty())
            out += ',';
        out += label;
        out += "=\"";
        appendEscaped(out, value);
        out += '"';
    }
    return out;
}

struct TrafficFamilies {
    MetricFamily requests{"http_requests_total", "counter", {}};
    MetricFamily duration{"http_request_duration_seconds", "histogram", {}};
    MetricFamily logins{"login_attempts_total", "counter", {}};
    MetricFamily queue{"queue_length", "gauge", {}};
    MetricFamily meshRequests{"istio_requests_total", "counter", {}};
    MetricFamily meshDuration{"istio_request_duration_milliseconds", "histogram", {}};
};

double shown(double count, bool whole)
{
    return whole ? std::floor(count) : count;
}

std::string plainLabels(const VersionCounters &version)
{
    return labelText({{"namespace", version.namespaceName},
                      {"service", version.service},
                      {"version", version.version},
                      {"pod_template_hash", version.hash}});
}

/// Istio's standard labels of one side of a connection. The workload is the ReplicaSet: that is as far as
/// Istio follows the owners of a Rollout's pods.
std::string meshLabels(const VersionCounters &version, const char *reporter)
{
    const QString host = version.service + QLatin1Char('.') + version.namespaceName;
    return labelText({{"reporter", QLatin1String(reporter)},
                      {"source_workload", QStringLiteral("istio-ingressgateway")},
                      {"source_workload_namespace", QStringLiteral("istio-system")},
                      {"destination_workload", version.service + QLatin1Char('-') + version.hash},
                      {"destination_workload_namespace", version.namespaceName},
                      {"destination_version", version.version},
                      {"destination_service", host + QStringLiteral(".svc.cluster.local")},
                      {"destination_service_name", version.service},
                      {"destination_service_namespace", version.namespaceName},
                      {"request_protocol", QStringLiteral("http")}});
}

std::string seriesOf(const char *name, const std::string &labels)
{
    return std::string(name) + '{' + labels;
}

struct HistogramNames {
    const char *bucket;
    const char *sum;
    const char *count;
    double unit; ///< of one second
};
constexpr HistogramNames plainNames{"http_request_duration_seconds_bucket",
                                    "http_request_duration_seconds_sum",
                                    "http_request_duration_seconds_count", 1};
constexpr HistogramNames meshNames{"istio_request_duration_milliseconds_bucket",
                                   "istio_request_duration_milliseconds_sum",
                                   "istio_request_duration_milliseconds_count", 1000};

void addHistogram(MetricFamily &family, const HistogramNames &names, const VersionCounters &version,
                  const std::string &labels, bool whole)
{
    const auto bucket = [&](const std::string &le) {
        return seriesOf(names.bucket, labels) + ",le=\"" + le + '"';
    };
    for (size_t i = 0; i < latencyBounds.size(); ++i)
        family.series.emplace_back(bucket(boundText(latencyBounds[i] * names.unit)),
                                   shown(version.buckets[i], whole));
    family.series.emplace_back(bucket("+Inf"), shown(version.latencyCount, whole));
    family.series.emplace_back(seriesOf(names.sum, labels), version.latencySum * names.unit);
    family.series.emplace_back(seriesOf(names.count, labels), shown(version.latencyCount, whole));
}

void addVersion(TrafficFamilies &families, const VersionCounters &version, bool whole)
{
    const std::string plain = plainLabels(version);
    const std::string received = meshLabels(version, "destination");
    const std::string sent = meshLabels(version, "source");
    for (const auto &[code, count] : version.requests) {
        const std::string digits = std::to_string(code) + '"';
        families.requests.series.emplace_back(seriesOf("http_requests_total", plain) + ",code=\"" + digits,
                                              shown(count, whole));
        for (const std::string &mesh : {received, sent})
            families.meshRequests.series.emplace_back(
                seriesOf("istio_requests_total", mesh) + ",response_code=\"" + digits, shown(count, whole));
    }
    addHistogram(families.duration, plainNames, version, plain, whole);
    addHistogram(families.meshDuration, meshNames, version, received, whole);
    if (version.loginsOk + version.loginsFailed <= 0)
        return;
    for (const bool fine : {true, false})
        families.logins.series.emplace_back(
            seriesText("login_attempts_total",
                       {{"namespace", version.namespaceName},
                        {"service", version.service},
                        {"pod_template_hash", version.hash},
                        {"result", fine ? QStringLiteral("success") : QStringLiteral("failure")}}),
            shown(fine ? version.loginsOk : version.loginsFailed, whole));
}

} // namespace

std::string seriesText(const char *name, const Labels &labels)
{
    return seriesOf(name, labelText(labels));
}
MetricFamilies trafficFamilies(const TrafficModel &model)
{
    TrafficFamilies families;
    for (const auto &[key, version] : model.versions())
        addVersion(families, version, model.countsWhole());
    for (const auto &[key, gauge] : model.services()) {
        if (gauge.hasQueue)
            families.queue.series.emplace_back(
                seriesText("queue_length", {{"namespace", key.first}, {"service", key.second}}),
                std::round(gauge.queue));
    }
    return {families.requests, families.duration,     families.logins,
            families.queue,    families.meshRequests, families.meshDuration};
}

QByteArray expositionText(const MetricFamilies &families)
{
    QByteArray out;
    for (const MetricFamily &family : families) {
        if (family.series.empty())
            continue;
        out += QByteArray("# TYPE ") + family.name + ' ' + family.type + '\n';
        for (const auto &[series, value] : family.series) {
            out.append(series.data(), static_cast<qsizetype>(series.size()));
            out += "} ";
            appendNumber(out, value);
            out += '\n';
        }
    }
    return out;
}

void appendHistory(QByteArray &out, const MetricFamilies &families, double secondsSinceEpoch)
{
    static const QByteArray target =
        QByteArray(",instance=\"") + historyInstance + "\",job=\"" + historyJob + "\"} ";
    QByteArray when;
    when += ' ';
    when += QByteArray::number(secondsSinceEpoch, 'f', 3);
    when += '\n';
    for (const MetricFamily &family : families) {
        for (const auto &[series, value] : family.series) {
            out.append(series.data(), static_cast<qsizetype>(series.size()));
            out += target;
            appendNumber(out, value);
            out += when;
        }
    }
}

} // namespace signalbox::drill
