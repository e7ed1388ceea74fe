// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

namespace signalbox::kubernetes
{

namespace
{

template <typename Row> void readCounts(JsonReader &reader, std::string_view key, JsonValue field, Row &row)
{
    if (key == "observedGeneration") {
        row.observedGeneration = reader.integer(field).value_or(0);
    } else if (key == "replicas") {
        row.replicas = reader.number(field, 0);
    } else if (key == "readyReplicas") {
        row.readyReplicas = reader.number(field, 0);
    } else if (key == "availableReplicas") {
        row.availableReplicas = reader.number(field, 0);
    } else if (key == "conditions") {
        row.conditions = readConditions(reader, field);
    }
}

void readDeploymentSpec(JsonReader &reader, std::string_view key, JsonValue field, DeploymentRow &row)
{
    if (key == "replicas") {
        row.specReplicas = reader.number(field, 1);
    } else if (key == "paused") {
        row.paused = reader.boolean(field);
    } else if (key == "progressDeadlineSeconds") {
        row.progressDeadlineSeconds = reader.number(field, 600);
    } else if (key == "selector") {
        row.selector = readMatchLabels(reader, field);
    } else if (key == "template") {
        row.images = readTemplateImages(reader, field);
    }
}

/// Old ReplicaSets of a moved workload may carry both annotations; the Rollout's counts.
qint64 revisionOf(const ObjectMeta &meta)
{
    const QString ofRollout = meta.annotations.value(QStringLiteral("rollout.argoproj.io/revision"));
    return (ofRollout.isEmpty() ? meta.annotations.value(QStringLiteral("deployment.kubernetes.io/revision"))
                                : ofRollout)
        .toLongLong();
}

void readHpaSpec(JsonReader &reader, std::string_view key, JsonValue field, HpaRow &row)
{
    if (key == "minReplicas") {
        row.minReplicas = reader.number(field, 1);
    } else if (key == "maxReplicas") {
        row.maxReplicas = reader.number(field, 0);
    } else if (key == "scaleTargetRef") {
        reader.fields(field, [&](std::string_view name, JsonValue part) {
            if (name == "kind") {
                row.targetKind = reader.shared(part);
            } else if (name == "name") {
                row.targetName = reader.shared(part);
            }
        });
    }
}

void readHpaStatus(JsonReader &reader, std::string_view key, JsonValue field, HpaRow &row)
{
    if (key == "currentReplicas") {
        row.currentReplicas = reader.number(field, 0);
    } else if (key == "desiredReplicas") {
        row.desiredReplicas = reader.number(field, 0);
    } else if (key == "lastScaleTime") {
        row.lastScaleTime = reader.time(field);
    } else if (key == "conditions") {
        row.conditions = readConditions(reader, field);
    }
}

} // namespace

void readRow(JsonReader &reader, JsonValue object, DeploymentRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                readDeploymentSpec(reader, name, field, row);
            });
        } else if (key == "status") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "updatedReplicas") {
                    row.updatedReplicas = reader.number(field, 0);
                } else {
                    readCounts(reader, name, field, row);
                }
            });
        }
    });
}

void readRow(JsonReader &reader, JsonValue object, ReplicaSetRow &row)
{
    row.specReplicas = 1; // the API's default
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full, &row.podTemplateHash);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "replicas") {
                    row.specReplicas = reader.number(field, 1);
                } else if (name == "template") {
                    row.images = readTemplateImages(reader, field);
                }
            });
        } else if (key == "status") {
            reader.fields(
                value, [&](std::string_view name, JsonValue field) { readCounts(reader, name, field, row); });
        }
    });
    row.revision = revisionOf(row.meta);
    const QString deadline = row.meta.annotations.value(QStringLiteral("scale-down-deadline"));
    if (!deadline.isEmpty()) {
        row.scaleDownDeadline = QDateTime::fromString(deadline, Qt::ISODateWithMs).toUTC();
    }
}

void readRow(JsonReader &reader, JsonValue object, HpaRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                readHpaSpec(reader, name, field, row);
            });
        } else if (key == "status") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                readHpaStatus(reader, name, field, row);
            });
        }
    });
}

} // namespace signalbox::kubernetes
