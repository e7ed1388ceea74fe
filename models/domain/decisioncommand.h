// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisions.h"

#include <variant>

namespace signalbox
{

struct OpenGate {
    GateRule rule;
    GateClass urgency = GateClass::Normal;
    Binding binding;
    QString author;
    QString deployer;
    QString reason;
    QString previousGate;
};
struct CastVote {
    QString gate;
    QString seat;
    VoteChoice choice = VoteChoice::Approve;
    QString comment;
};
struct RevokeVote {
    QString gate;
    QString seat;
};
/// Withdrawn by the requester; Superseded or Invalidated by what changed; Consumed by the start of the step.
struct EndGate {
    QString gate;
    GateState state = GateState::Withdrawn;
    QString reason;
    Binding current;
};
struct OpenPoll {
    PollRule rule;
    Binding binding;
    QString author;
    QString previousPoll;
};
struct AnswerPoll {
    QString poll;
    QString station;
    StationAnswer answer = StationAnswer::Go;
    QString reason;
    QDateTime holdUntil;
};
/// By the director. The ledger checks the answers; the caller vouches for the criteria it saw.
struct AnnounceVerdict {
    QString poll;
    PollVerdict verdict = PollVerdict::Hold;
    QString reason;
    QVector<ChecklistState> lists;
};
struct EndPoll {
    QString poll;
    PollState state = PollState::Revoked; ///< Consumed or Revoked
    QString reason;
    Binding current;
};
struct AddEvidence {
    Evidence evidence; ///< id, runId and person are the ledger's
};
struct RequestWaiver {
    QString checklist;
    QString item;
    CheckResult kind = CheckResult::Waived;
    QString reason;
    QDateTime until;
};
struct GrantWaiver {
    QString waiver;
};
struct RequestOverride {
    QString rule;
    InterlockType type = InterlockType::BreakGlass;
    QString reason;
    QDateTime until;
};
struct GrantOverride {
    QString override_;
};

using DecisionBody =
    std::variant<OpenGate, CastVote, RevokeVote, EndGate, OpenPoll, AnswerPoll, AnnounceVerdict, EndPoll,
                 AddEvidence, RequestWaiver, GrantWaiver, RequestOverride, GrantOverride>;

/// A decision on its way to the ledger. Sending the same id twice is harmless: the second time answers with
/// what the first one did.
struct DecisionCommand {
    QString id; ///< UUID; also the id of what the command creates
    RunRef run;
    ReleaseKey release; ///< for the audit record
    Actor actor;
    DecisionBody body;
};

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
    PlanIncomplete, ///< the rule lacks a time it must have
    ClockSkew,      ///< desk and ledger differ by more than five seconds
};
[[nodiscard]] QString refusalWord(Refusal refusal);
[[nodiscard]] Refusal refusalOfWord(const QString &word);

/// The one state machine behind every desk and engine. Pure.
/// @param now the ledger's clock
/// @return the facts after the command, or why it is refused
[[nodiscard]] tl::expected<Decisions, Refusal>
applyDecision(Decisions decisions, const DecisionCommand &command, const QDateTime &now);

} // namespace signalbox
