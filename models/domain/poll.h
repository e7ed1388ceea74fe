// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"

#include <optional>

namespace signalbox
{

/// Source: requirements C1. Locked shows the frozen criteria; Armed is a GO that may be used once.
enum class PollState { Draft, Locked, Polling, Hold, NoGo, Armed, Consumed, Expired, Revoked };
[[nodiscard]] bool isFinal(PollState state);

enum class StationAnswer { NotPolled, NoAnswer, Go, NoGo, Hold };

struct PollAnswer {
    QString id;
    QString station;
    QString person;
    QString deputyFor;
    StationAnswer answer = StationAnswer::NotPolled;
    QString reason;
    QDateTime holdUntil;
    QDateTime at; ///< UTC, the ledger's clock
    bool operator==(const PollAnswer &) const = default;
};

enum class PollVerdict { None, Go, NoGo, Hold };

struct PollEnd {
    PollState state = PollState::Revoked;
    QString by;
    QString reason;
    QDateTime at;
    bool operator==(const PollEnd &) const = default;
};

/// A poll that was opened, with the criteria and stations as they were then.
struct Poll {
    QString id;
    QString runId;
    PollRule rule;
    Binding binding;
    QString requester; ///< who opened it
    QString author;    ///< of the change; never the director
    QString previousPoll;
    QDateTime opened;
    QVector<PollAnswer> answers; ///< every one, oldest first; the newest of a station counts
    PollVerdict verdict = PollVerdict::None;
    QString verdictBy;
    QString verdictReason;
    QDateTime verdictAt;
    std::optional<PollEnd> end;
    bool operator==(const Poll &) const = default;
};

/// @param lists state of the checklists the poll rests on; one that is missing counts as Unknown
[[nodiscard]] PollState pollState(const Poll &poll, const QVector<ChecklistState> &lists,
                                  const Binding &current, const QDateTime &now);
/// Answer of a station that counts now.
[[nodiscard]] StationAnswer stationAnswer(const Poll &poll, const QString &station, const QDateTime &now);
/// Station whose turn it is; empty: the director's, or nobody's when the poll is over.
[[nodiscard]] QString stationOnTurn(const Poll &poll, const QDateTime &now);
/// What the answers allow the director to announce. Go only when every criterion is satisfied and every
/// mandatory station said GO; one NO-GO makes it NoGo; anything else is Hold.
[[nodiscard]] PollVerdict possibleVerdict(const Poll &poll, const QVector<ChecklistState> &lists,
                                          const QDateTime &now);

} // namespace signalbox
