// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/jsonreader.h"
#include "models/domain/rows.h"

namespace signalbox::kubernetes
{

/// How much of metadata is kept.
enum class MetaScope {
    Full,
    Slim, ///< no labels: pods and events, of which there are many
};

/// Reads metadata. managedFields and annotations the console does not know are passed over.
/// @param templateHash takes the pod template hash label (the one of Argo Rollouts first); may be null
void readMeta(JsonReader &reader, JsonValue value, ObjectMeta &meta, MetaScope scope,
              QString *templateHash = nullptr);

[[nodiscard]] QVector<ConditionRow> readConditions(JsonReader &reader, JsonValue value);

/// Names and images of the containers of a pod template (the value of spec.template).
[[nodiscard]] QVector<ContainerImage> readTemplateImages(JsonReader &reader, JsonValue value);

/// matchLabels of a label selector.
[[nodiscard]] QHash<QString, QString> readMatchLabels(JsonReader &reader, JsonValue value);

} // namespace signalbox::kubernetes
