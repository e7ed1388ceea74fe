// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/jsonreader.h"
#include "models/domain/rows.h"

namespace signalbox::kubernetes
{

/// spec of a Rollout (wire facts 3.2).
void readRolloutSpec(JsonReader &reader, JsonValue value, RolloutRow &row);
/// status of a Rollout (wire facts 3.3).
void readRolloutStatus(JsonReader &reader, JsonValue value, RolloutRow &row);

} // namespace signalbox::kubernetes
