// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/calendar/releasecalendar.h"
#include "models/domain/result.h"
#include "models/operations/decisionview.h"
#include "widgets/style/glyph.h"
#include "widgets/style/statuspalette.h"

#include <QString>

namespace signalbox
{

// Words and sentences of gates, polls, checklists and the ledger, in the language of the moment. Never store
// them: the ledger keeps codes.

/// Why a command is not accepted, as a sentence. Empty for None.
[[nodiscard]] QString refusalText(Refusal refusal);
/// A failed decision: the rule that refused it in its own words, anything else by errorText().
[[nodiscard]] QString decisionErrorText(const Error &error);
[[nodiscard]] QString gateStateText(GateState state);
[[nodiscard]] QString gateClassText(GateClass urgency);
[[nodiscard]] QString voteText(VoteChoice choice);
[[nodiscard]] QString pollStateText(PollState state);
[[nodiscard]] QString answerText(StationAnswer answer);
[[nodiscard]] QString pollVerdictText(PollVerdict verdict);
[[nodiscard]] QString checkResultText(CheckResult result);
/// Why an item is not satisfied, as a phrase. Empty for None.
[[nodiscard]] QString checkReasonText(CheckReason reason);
[[nodiscard]] QString checkModeText(CheckMode mode);
[[nodiscard]] QString checkPhaseText(CheckPhase phase);
[[nodiscard]] QString enforcementText(Enforcement enforcement);
/// What that word means and why, as a sentence.
[[nodiscard]] QString enforcementHint(Enforcement enforcement);
[[nodiscard]] QString calendarConflictText(CalendarConflict conflict);
[[nodiscard]] QString ledgerReachText(LedgerReach reach);
/// What happens when the time of a gate is over.
[[nodiscard]] QString gateExpiryText(GateExpiry expiry);

/// Text of a plan in the reader's language, made safe.
[[nodiscard]] QString planText(const LocalText &text, qsizetype maximumLength = 160);
/// Title of a seat; those of an emergency have none in the plan.
[[nodiscard]] QString seatTitle(const GateSeat &seat);

[[nodiscard]] Tone toneOf(GateState state);
[[nodiscard]] Tone toneOf(PollState state);
[[nodiscard]] Tone toneOf(StationAnswer answer);
/// What a stale item looks like differs from one that failed.
[[nodiscard]] Tone toneOf(const CheckState &state);
[[nodiscard]] Glyph glyphOf(const CheckState &state);
[[nodiscard]] Glyph glyphOf(StationAnswer answer);

} // namespace signalbox
