// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

namespace signalbox::test
{

/// What every test's release rests on.
[[nodiscard]] Binding someBinding();
[[nodiscard]] Binding otherBinding();
[[nodiscard]] RunRef someRun();

/// Seats "lead" and "qa", an hour to decide, an hour to use it.
[[nodiscard]] GateRule twoSeatRule();
/// Stations "qa" and "ops", director "boss", checklist "before".
[[nodiscard]] PollRule twoStationRule();
/// The checklist "before" with one machine item, satisfied or not.
[[nodiscard]] QVector<ChecklistState> checklists(bool satisfied);

/// A command with an id of its own. @param id empty: a new one
[[nodiscard]] DecisionCommand command(DecisionBody body, const QString &id = {});
[[nodiscard]] DecisionCommand openGate(const QString &id = {});
[[nodiscard]] DecisionCommand vote(const QString &gate, const QString &seat,
                                   VoteChoice choice = VoteChoice::Approve, const QString &comment = {});
[[nodiscard]] DecisionCommand endGate(const QString &gate, GateState state);
[[nodiscard]] DecisionCommand openPoll(const QString &id = {});
[[nodiscard]] DecisionCommand answer(const QString &poll, const QString &station,
                                     StationAnswer says = StationAnswer::Go, const QString &reason = {});
[[nodiscard]] DecisionCommand announce(const QString &poll, PollVerdict verdict, const QString &reason = {});
[[nodiscard]] DecisionCommand evidence(const QString &item, CheckResult result, const QDateTime &at);

/// Everything decided about a run but the times, as text that can be compared.
[[nodiscard]] QString outline(const Decisions &decisions);

} // namespace signalbox::test
