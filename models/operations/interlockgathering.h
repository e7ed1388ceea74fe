// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/calendar/releasecalendar.h"
#include "models/domain/action.h"
#include "models/operations/decisionstate.h"

namespace signalbox
{

/// The move an action makes. None: the interlocking has no say in it (going back, or nothing is exposed).
[[nodiscard]] std::optional<Move> moveOf(ActionKind kind, const Release &release);
/// The next promotion of the release of this state.
[[nodiscard]] Move promotion(const DecisionState &state);

[[nodiscard]] Result<CalendarVerdict> calendarOf(const DecisionState &state);
/// Name of the first alert that means an open SEV1 or SEV2 of this release; empty: none. An alert is of the
/// release if it names it, or names its namespace and nothing in it; it is severe by the usual words or by
/// those the plan gives its own metrics.
[[nodiscard]] QString openIncident(const QVector<Alert> &alerts, const ReleasePlan &plan,
                                   const ReleaseKey &release);

/// What the interlocking has to know for a move. Facts nobody here can know yet have their harmless value.
/// Where no alert source is configured, an open incident cannot be ruled out: that holds a release whose plan
/// has gates or metrics, and no other.
[[nodiscard]] InterlockFacts gatherFacts(const DecisionState &state, const Assessment &assessment,
                                         const Move &move);
/// The interlocking about a move of a governed release, and the gates and polls that guard the step. Nothing
/// sets those aside.
[[nodiscard]] InterlockVerdict askAbout(const DecisionState &state, const Assessment &assessment, Move move);
/// What holds a release that no plan governs: only what a team's ledger says about itself.
[[nodiscard]] InterlockVerdict askWithoutPlan(const DecisionState &state, const Move &move);

} // namespace signalbox
