// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/checklistmodel.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// What the main button of an item does.
enum class CheckAction { Recheck, Confirm, Attest };
[[nodiscard]] CheckAction checkActionOf(CheckMode mode);
/// Verb on that button: "Re-check", "Confirm…", "Attest…".
[[nodiscard]] QString checkActionText(CheckAction action);

/// The evidence of an item as one phrase: what was seen, by whom confirmed, or why it does not count:
/// "26 h ago, limit 24 h".
[[nodiscard]] QString evidenceText(const ChecklistRow &row, const QDateTime &now, TimeZoneChoice zone);
/// When it was seen: an age within the hour, a time of day before that.
[[nodiscard]] QString evidenceTimeText(const CheckState &state, const QDateTime &now, TimeZoneChoice zone);
/// A waiver as one sentence, from asking to its end; every one stays readable for ever.
[[nodiscard]] QString waiverText(const Waiver &waiver, const QDateTime &now, TimeZoneChoice zone);
/// Newest evidence that decides how the item stands. Null: none.
[[nodiscard]] const Evidence *decidingEvidence(const CheckState &state);
/// What was seen or said, without the time. Made safe.
[[nodiscard]] QString seenText(const Evidence &evidence);

} // namespace signalbox
