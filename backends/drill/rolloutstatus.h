// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/rolloutpass.h"

namespace signalbox::drill
{

/// Counts, selector and the numbers clients wait for.
void writeRolloutCounts(RolloutPass &pass);
/// status.conditions, from what is true now. @param timedOut no progress within the deadline
void writeRolloutConditions(RolloutPass &pass, bool timedOut);
/// status.phase and status.message.
void writeRolloutPhase(RolloutPass &pass);
void writeInvalidSpec(RolloutPass &pass, const QString &why);
/// True when nothing is left to do for the wanted version.
[[nodiscard]] bool isComplete(const RolloutPass &pass);

} // namespace signalbox::drill
