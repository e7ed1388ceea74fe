// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"

#include <optional>

namespace signalbox
{

/// Source: requirements C1. Locked: opened with frozen criteria, nobody answered yet; Hold: announced, and no
/// answer since; Armed is a GO that may be used once.
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
    QString verdictDeputyFor; ///< empty: own right
    QString verdictReason;
    QDateTime verdictAt;
    QDateTime windowCloses; ///< an armed GO ends here if this comes before its validity; invalid: no window
    std::optional<PollEnd> end;
    bool operator==(const Poll &) const = default;
};

/// A limit that is reached is over. A GO is Revoked when a mandatory item fails or was voided at or after the
/// verdict, and by any change of the hashes. A poll without GO or NO-GO expires `validity` after its answers
/// were due.
/// @param lists state of the checklists the poll rests on; one that is missing counts as Unknown
[[nodiscard]] PollState pollState(const Poll &poll, const QVector<ChecklistState> &lists,
                                  const Binding &current, const QDateTime &now);
/// Until when stations have to answer: `answerTime` after the poll was opened, after a HOLD was announced, or
/// after the last station's HOLD is over.
[[nodiscard]] QDateTime answerDeadline(const Poll &poll);
/// When the state would change by time alone. Invalid: never.
[[nodiscard]] QDateTime pollDeadline(const Poll &poll);
/// Newest answer of a station, whether it still counts or not. Null: none.
[[nodiscard]] const PollAnswer *answerOf(const Poll &poll, const QString &station);
/// True when every mandatory item of every checklist of the poll is satisfied.
[[nodiscard]] bool criteriaHold(const PollRule &rule, const QVector<ChecklistState> &lists);
/// The same for the items a machine decides alone: they come first, before anybody is asked.
[[nodiscard]] bool machineCriteriaHold(const PollRule &rule, const QVector<ChecklistState> &lists);
/// Answer of a station that counts now. A HOLD counts until its time, then the station is asked again.
[[nodiscard]] StationAnswer stationAnswer(const Poll &poll, const QString &station, const QDateTime &now);
/// Mandatory station whose turn it is; empty: the director's, or nobody's when the poll is over. A station
/// that is not mandatory may answer as soon as those before it did; nobody waits for it.
[[nodiscard]] QString stationOnTurn(const Poll &poll, const QDateTime &now);
/// What the answers allow the director to announce. Go only when every criterion is satisfied and every
/// mandatory station said GO; one NO-GO makes it NoGo; anything else is Hold.
[[nodiscard]] PollVerdict possibleVerdict(const Poll &poll, const QVector<ChecklistState> &lists,
                                          const QDateTime &now);

} // namespace signalbox
