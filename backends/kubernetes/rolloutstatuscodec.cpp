// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rolloutcodec.h"

namespace signalbox::kubernetes
{

namespace
{

AnalysisRefRow readAnalysisRef(JsonReader &reader, JsonValue value)
{
    AnalysisRefRow row;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "name") {
            row.name = reader.text(field);
        } else if (key == "status") {
            row.status = reader.shared(field);
        } else if (key == "message") {
            row.message = reader.text(field);
        }
    });
    return row;
}

QVector<PauseConditionRow> readPauseConditions(JsonReader &reader, JsonValue value)
{
    QVector<PauseConditionRow> rows;
    reader.elements(value, [&](JsonValue element) {
        PauseConditionRow row;
        reader.fields(element, [&](std::string_view key, JsonValue field) {
            if (key == "reason") {
                row.reason = reader.shared(field);
            } else if (key == "startTime") {
                row.start = reader.time(field);
            }
        });
        rows.append(std::move(row));
    });
    return rows;
}

void readCanaryWeight(JsonReader &reader, JsonValue weights, RolloutRow &row)
{
    reader.fields(weights, [&](std::string_view key, JsonValue destination) {
        if (key != "canary") {
            return;
        }
        reader.fields(destination, [&](std::string_view name, JsonValue field) {
            if (name == "weight") {
                const auto weight = reader.integer(field);
                row.reportedCanaryWeight =
                    weight ? std::optional<int>(static_cast<int>(*weight)) : std::nullopt;
            }
        });
    });
}

void readCanaryStatus(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "weights") {
        readCanaryWeight(reader, field, row);
    } else if (key == "currentStepAnalysisRunStatus") {
        row.stepAnalysis = readAnalysisRef(reader, field);
    } else if (key == "currentBackgroundAnalysisRunStatus") {
        row.backgroundAnalysis = readAnalysisRef(reader, field);
    }
}

void readBlueGreenStatus(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "activeSelector") {
        row.activeSelector = reader.shared(field);
    } else if (key == "previewSelector") {
        row.previewSelector = reader.shared(field);
    } else if (key == "prePromotionAnalysisRunStatus") {
        row.prePromotionAnalysis = readAnalysisRef(reader, field);
    } else if (key == "postPromotionAnalysisRunStatus") {
        row.postPromotionAnalysis = readAnalysisRef(reader, field);
    }
}

bool readCounts(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    int *const target = key == "replicas"            ? &row.replicas
                        : key == "updatedReplicas"   ? &row.updatedReplicas
                        : key == "readyReplicas"     ? &row.readyReplicas
                        : key == "availableReplicas" ? &row.availableReplicas
                                                     : nullptr;
    if (target) {
        *target = reader.number(field, 0);
    }
    return target != nullptr;
}

bool readFlags(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "controllerPause") {
        row.controllerPause = reader.boolean(field);
    } else if (key == "abort") {
        row.abort = reader.boolean(field);
    } else if (key == "promoteFull") {
        row.promoteFull = reader.boolean(field);
    } else if (key == "abortedAt") {
        row.abortedAt = reader.time(field);
    } else if (key == "restartedAt") {
        row.restartedAt = reader.text(field);
    } else if (key == "pauseConditions") {
        row.pauseConditions = readPauseConditions(reader, field);
    } else {
        return false;
    }
    return true;
}

bool readProgress(JsonReader &reader, std::string_view key, JsonValue field, RolloutRow &row)
{
    if (key == "phase") {
        row.phase = reader.shared(field);
    } else if (key == "message") {
        row.message = reader.text(field);
    } else if (key == "observedGeneration") {
        row.observedGeneration = reader.text(field);
    } else if (key == "workloadObservedGeneration") {
        row.workloadObservedGeneration = reader.text(field);
    } else if (key == "currentPodHash") {
        row.currentPodHash = reader.shared(field);
    } else if (key == "stableRS") {
        row.stableHash = reader.shared(field);
    } else if (key == "currentStepIndex") {
        const auto index = reader.integer(field);
        row.currentStepIndex = index ? std::optional<int>(static_cast<int>(*index)) : std::nullopt;
    } else {
        return false;
    }
    return true;
}

} // namespace

void readRolloutStatus(JsonReader &reader, JsonValue value, RolloutRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        row.hasStatus = true; // an empty object is written before the controller ever looked
        if (readProgress(reader, key, field, row) || readCounts(reader, key, field, row) ||
            readFlags(reader, key, field, row)) {
            return;
        }
        if (key == "conditions") {
            row.conditions = readConditions(reader, field);
        } else if (key == "canary") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                readCanaryStatus(reader, name, part, row);
            });
        } else if (key == "blueGreen") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                readBlueGreenStatus(reader, name, part, row);
            });
        }
    });
}

} // namespace signalbox::kubernetes
