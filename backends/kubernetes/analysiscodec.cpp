// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

#include <algorithm>

namespace signalbox::kubernetes
{

namespace
{

/// The metric of that name; spec and status may come in either order and either may know more metrics.
AnalysisMetricRow &metricNamed(QVector<AnalysisMetricRow> &metrics, const QString &name)
{
    const auto found = std::find_if(metrics.begin(), metrics.end(),
                                    [&name](const auto &metric) { return metric.name == name; });
    if (found != metrics.end()) {
        return *found;
    }
    metrics.append(AnalysisMetricRow{});
    metrics.last().name = name;
    return metrics.last();
}

void readProvider(JsonReader &reader, JsonValue value, AnalysisMetricRow &metric)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (reader.isNull(field)) {
            return;
        }
        metric.provider = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
        reader.fields(field, [&](std::string_view name, JsonValue part) {
            if (name == "query" && metric.query.isEmpty()) {
                metric.query = reader.text(part);
            }
        });
    });
}

AnalysisMetricRow readSpecMetric(JsonReader &reader, JsonValue value)
{
    AnalysisMetricRow metric;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "name") {
            metric.name = reader.text(field);
        } else if (key == "successCondition") {
            metric.successCondition = reader.text(field);
        } else if (key == "failureCondition") {
            metric.failureCondition = reader.text(field);
        } else if (key == "failureLimit") {
            metric.failureLimit = reader.text(field);
        } else if (key == "provider") {
            readProvider(reader, field, metric);
        }
    });
    return metric;
}

MeasurementRow readMeasurement(JsonReader &reader, JsonValue value)
{
    MeasurementRow row;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "phase") {
            row.phase = reader.shared(field);
        } else if (key == "value") {
            row.value = reader.text(field);
        } else if (key == "message") {
            row.message = reader.text(field);
        } else if (key == "finishedAt") {
            row.finished = reader.time(field);
        }
    });
    return row;
}

bool readResultCount(JsonReader &reader, std::string_view key, JsonValue field, AnalysisMetricRow &metric)
{
    int *const target = key == "count"          ? &metric.count
                        : key == "successful"   ? &metric.successful
                        : key == "failed"       ? &metric.failed
                        : key == "inconclusive" ? &metric.inconclusive
                        : key == "error"        ? &metric.error
                                                : nullptr;
    if (target) {
        *target = reader.number(field, 0);
    }
    return target != nullptr;
}

AnalysisMetricRow readResult(JsonReader &reader, JsonValue value)
{
    AnalysisMetricRow metric;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (readResultCount(reader, key, field, metric)) {
            return;
        }
        if (key == "name") {
            metric.name = reader.text(field);
        } else if (key == "phase") {
            metric.phase = reader.shared(field);
        } else if (key == "message") {
            metric.message = reader.text(field);
        } else if (key == "dryRun") {
            metric.dryRun = reader.boolean(field);
        } else if (key == "measurements") {
            reader.elements(
                field, [&](JsonValue part) { metric.measurements.append(readMeasurement(reader, part)); });
        } else if (key == "metadata") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                if (name == "ResolvedPrometheusQuery") {
                    metric.query = reader.text(part);
                }
            });
        }
    });
    return metric;
}

void mergeSpec(const AnalysisMetricRow &spec, AnalysisMetricRow &target)
{
    target.successCondition = spec.successCondition;
    target.failureCondition = spec.failureCondition;
    target.failureLimit = spec.failureLimit;
    target.provider = spec.provider;
    if (target.query.isEmpty()) {
        target.query = spec.query;
    }
}

void mergeResult(const AnalysisMetricRow &result, AnalysisMetricRow &target)
{
    AnalysisMetricRow merged = result;
    const bool resolved = !result.query.isEmpty();
    const AnalysisMetricRow spec = target;
    mergeSpec(spec, merged);
    if (resolved) {
        merged.query = result.query;
    }
    target = merged;
}

void readRunStatus(JsonReader &reader, std::string_view key, JsonValue field, AnalysisRunRow &row)
{
    if (key == "phase") {
        row.phase = reader.shared(field);
    } else if (key == "message") {
        row.message = reader.text(field);
    } else if (key == "startedAt") {
        row.started = reader.time(field);
    } else if (key == "completedAt") {
        row.completed = reader.time(field);
    } else if (key == "metricResults") {
        reader.elements(field, [&](JsonValue part) {
            const AnalysisMetricRow result = readResult(reader, part);
            mergeResult(result, metricNamed(row.metrics, result.name));
        });
    }
}

} // namespace

void readRow(JsonReader &reader, JsonValue object, AnalysisRunRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full, &row.podTemplateHash);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "terminate") {
                    row.terminate = reader.boolean(field);
                } else if (name == "metrics") {
                    reader.elements(field, [&](JsonValue part) {
                        const AnalysisMetricRow metric = readSpecMetric(reader, part);
                        mergeSpec(metric, metricNamed(row.metrics, metric.name));
                    });
                }
            });
        } else if (key == "status") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                readRunStatus(reader, name, field, row);
            });
        }
    });
    row.rolloutType = row.meta.labels.value(QStringLiteral("rollout-type"));
    row.revision = row.meta.annotations.value(QStringLiteral("rollout.argoproj.io/revision")).toLongLong();
}

void readRow(JsonReader &reader, JsonValue object, ExperimentRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "status") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "phase") {
                    row.phase = reader.shared(field);
                }
            });
        }
    });
}

} // namespace signalbox::kubernetes
