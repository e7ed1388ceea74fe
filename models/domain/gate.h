// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
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

/// State of a gate for somebody looking now. @param current what the release rests on now
[[nodiscard]] GateState gateState(const Gate &gate, const Binding &current, const QDateTime &now);
/// When the state would change by time alone. Invalid: never.
[[nodiscard]] QDateTime gateDeadline(const Gate &gate);
/// Seats that still have to be filled before the gate is approved.
[[nodiscard]] QVector<GateSeat> openSeats(const Gate &gate);
/// Emergency gates only: seats whose late signature is missing and since when it is overdue.
[[nodiscard]] QVector<GateSeat> overdueSeats(const Gate &gate, const QDateTime &now);

} // namespace signalbox
