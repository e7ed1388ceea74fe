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

QString boundText(double bound)
{
    return QString::number(bound, 'g', 6);
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

void addHistogram(MetricFamily &family, const VersionCounters &version, bool mesh, bool whole)
{
    const double unit = mesh ? 1000 : 1;
    const auto series = [&](const char *name, const QString &le) {
        std::string out = mesh ? seriesText(name, {{"destination_service_namespace", version.namespaceName},
                                                   {"destination_service_name", version.service},
                                                   {"destination_version", version.version},
                                                   {"reporter", QStringLiteral("destination")}})
                               : seriesText(name, {{"namespace", version.namespaceName},
                                                   {"service", version.service},
                                                   {"version", version.version},
                                                   {"pod_template_hash", version.hash}});
        if (!le.isEmpty())
            out += ",le=\"" + le.toStdString() + '"';
        return out;
    };
    const char *bucket =
        mesh ? "istio_request_duration_milliseconds_bucket" : "http_request_duration_seconds_bucket";
    for (size_t i = 0; i < latencyBounds.size(); ++i)
        family.series.emplace_back(series(bucket, boundText(latencyBounds[i] * unit)),
                                   shown(version.buckets[i], whole));
    family.series.emplace_back(series(bucket, QStringLiteral("+Inf")), shown(version.latencyCount, whole));
    family.series.emplace_back(
        series(mesh ? "istio_request_duration_milliseconds_sum" : "http_request_duration_seconds_sum", {}),
        version.latencySum * unit);
    family.series.emplace_back(
        series(mesh ? "istio_request_duration_milliseconds_count" : "http_request_duration_seconds_count",
               {}),
        shown(version.latencyCount, whole));
}

void addVersion(TrafficFamilies &families, const VersionCounters &version, bool whole)
{
    for (const auto &[code, count] : version.requests) {
        families.requests.series.emplace_back(
            seriesText("http_requests_total", {{"namespace", version.namespaceName},
                                               {"service", version.service},
                                               {"version", version.version},
                                               {"pod_template_hash", version.hash},
                                               {"code", QString::number(code)}}),
            shown(count, whole));
        if (version.routed)
            families.meshRequests.series.emplace_back(
                seriesText("istio_requests_total", {{"destination_service_namespace", version.namespaceName},
                                                    {"destination_service_name", version.service},
                                                    {"destination_version", version.version},
                                                    {"reporter", QStringLiteral("destination")},
                                                    {"response_code", QString::number(code)}}),
                shown(count, whole));
    }
    addHistogram(families.duration, version, false, whole);
    if (version.routed)
        addHistogram(families.meshDuration, version, true, whole);
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
    std::string out = name;
    out += '{';
    bool first = true;
    for (const auto &[label, value] : labels) {
        if (!first)
            out += ',';
        first = false;
        out += label;
        out += "=\"";
        appendEscaped(out, value);
        out += '"';
    }
    return out;
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
