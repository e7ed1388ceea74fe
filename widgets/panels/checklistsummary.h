// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"

#include <QString>

namespace signalbox
{

/// Where the release stands between NO-GO and GO.
struct ChecklistSummary {
    bool isGo = false;
    int open = 0;              ///< mandatory items that are not satisfied
    bool waitsForPoll = false; ///< every criterion is met, but nobody announced GO
    bool operator==(const ChecklistSummary &) const = default;
};

/// By the first poll of the plan; without one, by the checklists before the release alone.
[[nodiscard]] ChecklistSummary summaryOf(const DecisionView &view);
/// "NO-GO · 2 open", "GO".
[[nodiscard]] QString summaryText(const ChecklistSummary &summary);
/// "Before 28 / 30 · During 0 / 19 · After 0 / 32"
[[nodiscard]] QString phaseCountsText(const DecisionView &view);

} // namespace signalbox
