// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/poll.h"

#include <algorithm>

namespace signalbox
{

namespace
{

bool decided(const Poll &poll)
{
    return poll.verdict == PollVerdict::Go || poll.verdict == PollVerdict::NoGo;
}

const ChecklistState *listOf(const QVector<ChecklistState> &lists, const QString &id)
{
    const auto found =
        std::find_if(lists.cbegin(), lists.cend(), [&](const auto &list) { return list.checklist == id; });
    return found == lists.cend() ? nullptr : &*found;
}

/// True when every list is there and `accept` says yes to each of its mandatory items.
template <typename Accept>
bool everyCriterion(const PollRule &rule, const QVector<ChecklistState> &lists, Accept accept)
{
    return std::all_of(rule.checklists.cbegin(), rule.checklists.cend(), [&](const auto &id) {
        const ChecklistState *list = listOf(lists, id);
        return list != nullptr && !list->items.isEmpty() &&
               std::all_of(list->items.cbegin(), list->items.cend(),
                           [&](const auto &item) { return !item.mandatory || accept(item); });
    });
}

/// Items that are Unknown for a moment void nothing; a list that is not there cannot be told from that.
bool voided(const Poll &poll, const QVector<ChecklistState> &lists)
{
    const auto isLost = [&](const CheckState &item) {
        const bool void_ = item.voidedAt.isValid() && item.voidedAt >= poll.verdictAt;
        return item.mandatory && (void_ || item.result == CheckResult::Fail);
    };
    return std::any_of(lists.cbegin(), lists.cend(), [&](const auto &list) {
        return poll.rule.checklists.contains(list.checklist) &&
               std::any_of(list.items.cbegin(), list.items.cend(), isLost);
    });
}

PollState undecidedState(const Poll &poll, const Binding &current)
{
    if (current != poll.binding) {
        return PollState::Revoked;
    }
    const bool newer = std::any_of(poll.answers.cbegin(), poll.answers.cend(),
                                   [&](const auto &answer) { return answer.at > poll.verdictAt; });
    if (poll.verdict == PollVerdict::Hold && !newer) {
        return PollState::Hold;
    }
    return poll.answers.isEmpty() ? PollState::Locked : PollState::Polling;
}

PollState armedState(const Poll &poll, const QVector<ChecklistState> &lists, const Binding &current)
{
    return current != poll.binding || voided(poll, lists) ? PollState::Revoked : PollState::Armed;
}

StationAnswer answerOfDirector(const Poll &poll)
{
    switch (poll.verdict) {
    case PollVerdict::Go:
        return StationAnswer::Go;
    case PollVerdict::NoGo:
        return StationAnswer::NoGo;
    case PollVerdict::Hold:
        return StationAnswer::Hold;
    case PollVerdict::None:
        break;
    }
    return StationAnswer::NotPolled;
}

} // namespace

bool isFinal(PollState state)
{
    switch (state) {
    case PollState::Draft:
    case PollState::Locked:
    case PollState::Polling:
    case PollState::Hold:
    case PollState::Armed:
        return false;
    case PollState::NoGo:
    case PollState::Consumed:
    case PollState::Expired:
    case PollState::Revoked:
        break;
    }
    return true;
}

PollState pollState(const Poll &poll, const QVector<ChecklistState> &lists, const Binding &current,
                    const QDateTime &now)
{
    if (poll.end) {
        return isFinal(poll.end->state) ? poll.end->state : PollState::Revoked;
    }
    if (poll.verdict == PollVerdict::NoGo) {
        return PollState::NoGo;
    }
    if (now >= pollDeadline(poll)) {
        return PollState::Expired;
    }
    return poll.verdict == PollVerdict::Go ? armedState(poll, lists, current) : undecidedState(poll, current);
}

QDateTime answerDeadline(const Poll &poll)
{
    QDateTime start = poll.opened;
    if (poll.verdict == PollVerdict::Hold) {
        start = std::max(start, poll.verdictAt);
    }
    for (const auto &station : poll.rule.stations) {
        const PollAnswer *answer = answerOf(poll, station.id);
        if (answer != nullptr && answer->answer == StationAnswer::Hold) {
            start = std::max(start, answer->holdUntil);
        }
    }
    return start.addSecs(poll.rule.answerTime.count());
}

QDateTime pollDeadline(const Poll &poll)
{
    if (poll.end || poll.verdict == PollVerdict::NoGo) {
        return {};
    }
    if (poll.verdict != PollVerdict::Go) {
        return answerDeadline(poll).addSecs(poll.rule.validity.count());
    }
    const QDateTime valid = poll.verdictAt.addSecs(poll.rule.validity.count());
    return poll.windowCloses.isValid() ? std::min(valid, poll.windowCloses) : valid;
}

const PollAnswer *answerOf(const Poll &poll, const QString &station)
{
    const PollAnswer *newest = nullptr;
    for (const auto &answer : poll.answers) {
        if (answer.station == station && (newest == nullptr || answer.at >= newest->at)) {
            newest = &answer;
        }
    }
    return newest;
}

bool criteriaHold(const PollRule &rule, const QVector<ChecklistState> &lists)
{
    return everyCriterion(rule, lists, [](const CheckState &item) { return item.satisfied(); });
}

bool machineCriteriaHold(const PollRule &rule, const QVector<ChecklistState> &lists)
{
    return everyCriterion(rule, lists, [](const CheckState &item) {
        return item.mode != CheckMode::Machine || item.satisfied();
    });
}

StationAnswer stationAnswer(const Poll &poll, const QString &station, const QDateTime &now)
{
    if (station == poll.rule.director.id) {
        return answerOfDirector(poll);
    }
    // What a station said, or did not say, stands as it was when the verdict was announced.
    const QDateTime moment = decided(poll) ? std::min(now, poll.verdictAt) : now;
    const PollAnswer *answer = answerOf(poll, station);
    if (answer != nullptr && (answer->answer != StationAnswer::Hold || moment < answer->holdUntil)) {
        return answer->answer;
    }
    return moment >= answerDeadline(poll) ? StationAnswer::NoAnswer : StationAnswer::NotPolled;
}

QString stationOnTurn(const Poll &poll, const QDateTime &now)
{
    if (poll.end || decided(poll)) {
        return {};
    }
    const auto found =
        std::find_if(poll.rule.stations.cbegin(), poll.rule.stations.cend(), [&](const auto &station) {
            return station.mandatory && stationAnswer(poll, station.id, now) == StationAnswer::NotPolled;
        });
    return found == poll.rule.stations.cend() ? QString() : found->id;
}

PollVerdict possibleVerdict(const Poll &poll, const QVector<ChecklistState> &lists, const QDateTime &now)
{
    if (poll.end || decided(poll) || now >= pollDeadline(poll)) {
        return PollVerdict::None;
    }
    bool go = criteriaHold(poll.rule, lists);
    for (const auto &station : poll.rule.stations) {
        const StationAnswer answer = stationAnswer(poll, station.id, now);
        if (answer == StationAnswer::NoGo) {
            return PollVerdict::NoGo;
        }
        // Nobody waits for a station that is not mandatory, but what it says counts.
        const bool silent = answer == StationAnswer::NotPolled || answer == StationAnswer::NoAnswer;
        go = go && (answer == StationAnswer::Go || (silent && !station.mandatory));
    }
    return go ? PollVerdict::Go : PollVerdict::Hold;
}

} // namespace signalbox
