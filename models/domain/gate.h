// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"
#include "models/domain/plangate.h"

#include <optional>

namespace signalbox
{

/// Source: requirements C2.
enum class GateState {
    NotOpen,
    Open,
    Approved,
    Consumed,
    Rejected,
    Expired,
    Withdrawn,
    Superseded,  ///< content changed while people were deciding
    Lapsed,      ///< an approval nobody used in time
    Invalidated, ///< an approval whose plan, artefact or evidence changed
};
/// Nothing leads out of such a state; deciding again takes a new gate with a link to this one.
[[nodiscard]] bool isFinal(GateState state);

enum class GateClass { Normal, Emergency };
enum class VoteChoice { Approve, Reject };

struct GateVote {
    QString id;
    QString seat;
    QString person;
    QString deputyFor; ///< empty: own right
    VoteChoice choice = VoteChoice::Approve;
    QString comment;
    QDateTime at; ///< UTC, the ledger's clock
    std::optional<QDateTime> revokedAt;
    bool late = false; ///< signed after an emergency start
    bool operator==(const GateVote &) const = default;
};

/// A recorded end. Ends that only time brings are computed, not recorded.
struct GateEnd {
    GateState state = GateState::Withdrawn;
    QString by;
    QString reason;
    QDateTime at;
    bool operator==(const GateEnd &) const = default;
};

/// A gate that was opened. The rule is the copy made at opening: its seats do not change under people's feet.
struct Gate {
    QString id;
    QString runId;
    GateRule rule;
    GateClass urgency = GateClass::Normal;
    Binding binding;
    QString requester;
    QString author;   ///< of the change, as far as known
    QString deployer; ///< who will press the button, if named ahead
    QString reason;
    QString previousGate;
    QDateTime opened; ///< UTC, the ledger's clock
    QVector<GateVote> votes;
    std::optional<GateEnd> end;
    bool operator==(const Gate &) const = default;
};

/// One of GateRule::conditions (a checklist, a poll or a metric) as a desk sees it now.
struct GateCondition {
    QString id;
    CheckResult result = CheckResult::Unknown; ///< Pass, Fail or Unknown
    QDateTime voidedAt; ///< last time it failed, or had been Unknown for too long; invalid: never
    bool operator==(const GateCondition &) const = default;
};
[[nodiscard]] GateCondition conditionOf(const ChecklistState &list);
/// True when every condition of the rule is there and passes.
[[nodiscard]] bool conditionsHold(const GateRule &rule, const QVector<GateCondition> &conditions);

/// State of a gate by its facts and the hashes alone: what a ledger knows. A limit that is reached is over:
/// at `opened + timeout` a gate is Expired, at `approved + validity` its approval is Lapsed.
/// @param current what the release rests on now
[[nodiscard]] GateState gateState(const Gate &gate, const Binding &current, const QDateTime &now);
/// The same for a desk, which also sees the conditions: an approval is Invalidated by one that fails now, or
/// that was voided at or after the approval. One that is missing is Unknown, which voids nothing by itself
/// but keeps the approval from being used.
[[nodiscard]] GateState gateState(const Gate &gate, const QVector<GateCondition> &conditions,
                                  const Binding &current, const QDateTime &now);
/// When time alone would end it: its timeout, or the end of its approval. Invalid: never.
[[nodiscard]] QDateTime gateDeadline(const Gate &gate);
/// Every seat of a gate. An emergency has two more: one on-call, and one incident commander or admin; the two
/// together approve it, and the plan's own seats sign later.
[[nodiscard]] QVector<GateSeat> seatsOf(const Gate &gate);
[[nodiscard]] bool isEmergencySeat(const GateSeat &seat);
/// Roles of which the holder of a seat needs one.
[[nodiscard]] QStringList rolesOf(const GateSeat &seat);
/// Vote that counts for a seat now. Null: the seat is empty.
[[nodiscard]] const GateVote *voteOf(const Gate &gate, const QString &seat);
/// When the approval was complete. Invalid: it is not.
[[nodiscard]] QDateTime approvedAt(const Gate &gate);
/// Seats that still have to be filled before the gate is approved; those that cannot help are left out.
[[nodiscard]] QVector<GateSeat> openSeats(const Gate &gate);
/// Emergency gates that were used: seats whose late signature is missing. A late refusal does not fill it.
[[nodiscard]] QVector<GateSeat> dueSeats(const Gate &gate);
/// Until when they are due, that moment included. Invalid: not an emergency, or not used.
[[nodiscard]] QDateTime signaturesDueAt(const Gate &gate);
/// dueSeats once signaturesDueAt has passed: each is an open compliance task.
[[nodiscard]] QVector<GateSeat> overdueSeats(const Gate &gate, const QDateTime &now);

} // namespace signalbox
