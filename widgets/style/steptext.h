// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QString>

namespace signalbox
{

/// A step in words: "set weight 25 %", "pause 30 m", "pause until promoted", "analysis: success-rate".
/// Steps of a kind this version does not know are shown by the name the server gives them.
[[nodiscard]] QString stepText(const StepRow &step);
/// "Step 3 of 8 · set weight 25 %".
[[nodiscard]] QString stepText(const StepRow &step, int index, int count);
/// Where a release stands: the text above, or "all 8 steps done". Empty if it does not step.
[[nodiscard]] QString currentStepText(const Release &release);
/// What the next promotion of a canary leads to, in percent of traffic; none: no canary in progress.
[[nodiscard]] std::optional<int> nextWeight(const Release &release);

} // namespace signalbox
