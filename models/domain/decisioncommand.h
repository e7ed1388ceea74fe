// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisions.h"
#include "models/domain/refusal.h"

#include <tl/expected.hpp>
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
    QVector<GateCondition> conditions; ///< as the desk sees them; the caller vouches
};
struct CastVote {
    QString gate;
    QString seat;
    VoteChoice choice = VoteChoice::Approve;
    QString comment;
    Binding current; ///< what the voter was shown
};
struct RevokeVote {
    QString gate;
    QString seat;
};
/// Withdrawn by the requester; Superseded or Invalidated by what changed; Consumed by the start of the step,
/// and then the actor is who presses the button.
struct EndGate {
    QString gate;
    GateState state = GateState::Withdrawn;
    QString reason;
    Binding current;
    QVector<GateCondition> conditions; ///< as the desk sees them; the caller vouches
};
struct OpenPoll {
    PollRule rule;
    Binding binding;
    QString author;
    QString previousPoll;
    QVector<ChecklistState> lists; ///< as the desk sees them; the caller vouches
};
struct AnswerPoll {
    QString poll;
    QString station;
    StationAnswer answer = StationAnswer::Go;
    QString reason;
    QDateTime holdUntil;
    Binding current; ///< what the station was shown
};
/// By the director. The ledger checks the answers; the caller vouches for the criteria it saw.
struct AnnounceVerdict {
    QString poll;
    PollVerdict verdict = PollVerdict::Hold;
    QString reason;
    QVector<ChecklistState> lists;
    Binding current;
    QDateTime windowCloses; ///< see Poll
};
struct EndPoll {
    QString poll;
    PollState state = PollState::Revoked; ///< Consumed or Revoked
    QString reason;
    Binding current;
    QVector<ChecklistState> lists; ///< as the desk sees them; the caller vouches
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
/// what the first one did. A refused one leaves no trace and may be sent again.
struct DecisionCommand {
    QString id; ///< UUID; also the id of what the command creates
    RunRef run;
    ReleaseKey release; ///< for the audit record
    Actor actor;
    DecisionBody body;
};

/// Longest time a waiver may ask for, as long as any evidence may live (drills).
inline constexpr std::chrono::hours longestWaiver{90 * 24};
/// The one state machine behind every desk and engine. Pure.
/// @param now the ledger's clock
/// @return the facts after the command, or why it is refused
[[nodiscard]] tl::expected<Decisions, Refusal>
applyDecision(Decisions decisions, const DecisionCommand &command, const QDateTime &now);

} // namespace signalbox
