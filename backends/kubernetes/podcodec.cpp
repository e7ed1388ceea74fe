// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

namespace signalbox::kubernetes
{

namespace
{

/// Reasons of containers, the most telling first in the answer of best().
struct Reasons {
    QString waiting;    ///< CrashLoopBackOff, ImagePullBackOff …
    QString starting;   ///< ContainerCreating, PodInitializing: says little
    QString terminated; ///< Error, OOMKilled …
    [[nodiscard]] QString best(const QString &ofPod) const
    {
        for (const QString &reason : {waiting, terminated, ofPod, starting}) {
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return {};
    }
};

QString readReason(JsonReader &reader, JsonValue value)
{
    QString reason;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "reason") {
            reason = reader.shared(field);
        }
    });
    return reason;
}

void readContainerState(JsonReader &reader, JsonValue value, Reasons &reasons)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "waiting") {
            const QString reason = readReason(reader, field);
            const bool isStart =
                reason == QLatin1String("ContainerCreating") || reason == QLatin1String("PodInitializing");
            (isStart ? reasons.starting : reasons.waiting) = reason;
        } else if (key == "terminated") {
            const QString reason = readReason(reader, field);
            if (reason != QLatin1String("Completed")) {
                reasons.terminated = reason;
            }
        }
    });
}

void readContainerStatuses(JsonReader &reader, JsonValue value, Reasons &reasons, PodRow *counted)
{
    reader.elements(value, [&](JsonValue element) {
        reader.fields(element, [&](std::string_view key, JsonValue field) {
            if (key == "state") {
                readContainerState(reader, field, reasons);
            } else if (key == "ready" && counted) {
                counted->readyContainers += reader.boolean(field) ? 1 : 0;
            } else if (key == "restartCount" && counted) {
                counted->restarts += reader.number(field, 0);
            }
        });
    });
}

void readSpec(JsonReader &reader, JsonValue value, PodRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "nodeName") {
            row.node = reader.shared(field);
        } else if (key == "containers") {
            reader.elements(field, [&](JsonValue container) {
                ++row.containers;
                reader.fields(container, [&](std::string_view name, JsonValue part) {
                    if (name == "image" && row.containers == 1) {
                        row.image = reader.shared(part);
                    }
                });
            });
        }
    });
}

void readStatus(JsonReader &reader, JsonValue value, PodRow &row)
{
    Reasons reasons;
    QString ofPod;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "phase") {
            row.phase = reader.shared(field);
        } else if (key == "reason") {
            ofPod = reader.shared(field);
        } else if (key == "conditions") {
            for (const ConditionRow &condition : readConditions(reader, field)) {
                row.ready = row.ready || (condition.type == QLatin1String("Ready") &&
                                          condition.status == QLatin1String("True"));
            }
        } else if (key == "containerStatuses") {
            readContainerStatuses(reader, field, reasons, &row);
        } else if (key == "initContainerStatuses") {
            readContainerStatuses(reader, field, reasons, nullptr);
        }
    });
    row.reason = reasons.best(ofPod);
}

} // namespace

void readRow(JsonReader &reader, JsonValue object, PodRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Slim, &row.podTemplateHash);
        } else if (key == "spec") {
            readSpec(reader, value, row);
        } else if (key == "status") {
            readStatus(reader, value, row);
        }
    });
}

} // namespace signalbox::kubernetes
