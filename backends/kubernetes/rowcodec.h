// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/jsonreader.h"
#include "models/domain/rows.h"

/// From one Kubernetes object to one row, reading each field once in whatever order it comes. Absent, null or
/// wrongly typed fields keep the row's default. managedFields and all else is passed over unread.
/// Sources of the fields: wire facts 2, 3, 5 and 1.12. Implementations: one file a theme (podcodec.cpp …).
namespace signalbox::kubernetes
{

void readRow(JsonReader &reader, JsonValue object, NamespaceRow &row);
void readRow(JsonReader &reader, JsonValue object, NodeRow &row);
void readRow(JsonReader &reader, JsonValue object, ServiceRow &row);
void readRow(JsonReader &reader, JsonValue object, EventRow &row);
void readRow(JsonReader &reader, JsonValue object, PodRow &row);
void readRow(JsonReader &reader, JsonValue object, DeploymentRow &row);
void readRow(JsonReader &reader, JsonValue object, ReplicaSetRow &row);
void readRow(JsonReader &reader, JsonValue object, HpaRow &row);
void readRow(JsonReader &reader, JsonValue object, RolloutRow &row);
void readRow(JsonReader &reader, JsonValue object, AnalysisRunRow &row);
void readRow(JsonReader &reader, JsonValue object, ExperimentRow &row);
/// VirtualService (networking.istio.io) and HTTPRoute (gateway.networking.k8s.io): their specs share no key
/// that means two things.
void readRow(JsonReader &reader, JsonValue object, RouteRow &row);

/// The elements of spec.strategy.canary.steps.
[[nodiscard]] QVector<StepRow> readSteps(JsonReader &reader, JsonValue steps);

} // namespace signalbox::kubernetes
