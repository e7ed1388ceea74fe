// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace signalbox
{

/// Why a command is not accepted. Stable words of them (refusalWord) travel through SQL.
enum class Refusal {
    None,
    UnknownGate,
    UnknownPoll,
    UnknownWaiver,
    UnknownOverride,
    UnknownSeat,
    UnknownStation,
    GateNotOpen,
    GateNotApproved,
    GateAlreadyOpen, ///< another gate of this rule is open for this run
    SeatTaken,
    PersonHasSeat,
    RoleMissing,
    FourEyesRequester,
    FourEyesAuthor,
    FourEyesDeployer,
    AutomationMayNotDecide,
    CommentMissing,
    VoteMissing,
    NotYours,
    BindingChanged,
    PollNotOpen,
    NotOnTurn,
    PersonHasStation,
    DirectorIsAuthor,
    CriteriaNotMet,
    VerdictNotPossible,
    NotArmed,
    TooLong, ///< a waiver or override asks for more time than allowed
    AlreadyGranted,
    AbsoluteRule,
    PlanIncomplete,    ///< the rule lacks a time it must have
    ClockSkew,         ///< desk and ledger differ by more than five seconds
    CommandIncomplete, ///< no id, no actor, another run, or a field that makes no sense
    GateIsAutomatic,   ///< nobody votes on it
    PollAlreadyOpen,   ///< another poll of this rule is open for this run
    NothingChanged,    ///< nothing voids it
    DeadlinePassed,    ///< a station's time to answer, or a request, is over
    UnknownRule,       ///< an override names no interlock
};
[[nodiscard]] QString refusalWord(Refusal refusal);
/// None for a word of another version.
[[nodiscard]] Refusal refusalOfWord(const QString &word);

/// ClockSkew beyond five seconds either way; exactly five pass. Source: requirements C1.
[[nodiscard]] Refusal clockRefusal(std::chrono::milliseconds skew);

} // namespace signalbox
