// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

namespace
{

using std::chrono::seconds;

bool isPlanned(const PollRule &rule)
{
    const auto named = [](const Station &station) { return !isBlank(station.role); };
    QVector<Station> all = rule.stations;
    all.append(rule.director);
    const bool asks = std::any_of(rule.stations.cbegin(), rule.stations.cend(),
                                  [](const auto &station) { return station.mandatory; });
    return asks && haveDistinctIds(all) && std::all_of(all.cbegin(), all.cend(), named) &&
           rule.answerTime > seconds(0) && rule.validity > seconds(0);
}

Refusal contentRefusal(const AnswerPoll &command, const QDateTime &now)
{
    const bool hold = command.answer == StationAnswer::Hold;
    if (!hold && command.answer != StationAnswer::Go && command.answer != StationAnswer::NoGo) {
        return Refusal::CommandIncomplete;
    }
    if (command.answer != StationAnswer::Go && isBlank(command.reason)) {
        return Refusal::CommentMissing;
    }
    if (hold && (!command.holdUntil.isValid() || command.holdUntil <= now)) {
        return Refusal::CommandIncomplete;
    }
    const bool tooLong = hold && command.holdUntil > now.addSecs(seconds(attestationLimit).count());
    return tooLong ? Refusal::TooLong : Refusal::None;
}

/// An answer is changed by who gave it, by who was stood in for, or by a deputy of who gave it.
bool mayChange(const PollAnswer &answer, const Decisions &decisions, const QString &role,
               const Context &context)
{
    const QString &person = context.actor.id;
    if (answer.person == person || answer.deputyFor == person) {
        return true;
    }
    QVector<RoleGrant> deputies;
    std::copy_if(decisions.grants.cbegin(), decisions.grants.cend(), std::back_inserter(deputies),
                 [&](const auto &grant) { return grant.deputyFor == answer.person; });
    return grantOf(deputies, person, role, context.now) != nullptr;
}

bool isBeforeTurn(const Poll &poll, const QString &station, const QDateTime &now)
{
    for (const auto &each : poll.rule.stations) {
        if (each.id == station) {
            return false;
        }
        if (each.mandatory && stationAnswer(poll, each.id, now) == StationAnswer::NotPolled) {
            return true;
        }
    }
    return false;
}

Refusal turnRefusal(const Poll &poll, const Station &station, const Decisions &decisions,
                    const Context &context)
{
    const StationAnswer counts = stationAnswer(poll, station.id, context.now);
    if (counts == StationAnswer::NoAnswer) {
        return Refusal::DeadlinePassed;
    }
    if (isBeforeTurn(poll, station.id, context.now)) {
        return Refusal::NotOnTurn;
    }
    if (counts != StationAnswer::NotPolled &&
        !mayChange(*answerOf(poll, station.id), decisions, station.role, context)) {
        return Refusal::NotYours;
    }
    return station.mandatory && fillsOther(poll, context.actor.id, station.id) ? Refusal::PersonHasStation
                                                                               : Refusal::None;
}

Refusal openRefusal(const Decisions &decisions, const Poll &poll, const OpenPoll &command,
                    const QDateTime &now)
{
    if (!isPlanned(poll.rule)) {
        return Refusal::PlanIncomplete;
    }
    if (!isComplete(poll.binding)) {
        return Refusal::CommandIncomplete;
    }
    if (!poll.previousPoll.isEmpty() && byId(decisions.polls, poll.previousPoll) == nullptr) {
        return Refusal::UnknownPoll;
    }
    const bool already =
        std::any_of(decisions.polls.cbegin(), decisions.polls.cend(), [&](const auto &other) {
            return other.rule.id == poll.rule.id && !isFinal(stateOf(other, now));
        });
    if (already) {
        return Refusal::PollAlreadyOpen;
    }
    return machineCriteriaHold(poll.rule, command.lists) ? Refusal::None : Refusal::CriteriaNotMet;
}

} // namespace

bool isAsking(const Poll &poll, const QDateTime &now)
{
    const PollState state = stateOf(poll, now);
    return state == PollState::Locked || state == PollState::Polling || state == PollState::Hold;
}

bool fillsOther(const Poll &poll, const QString &person, const QString &station)
{
    return std::any_of(poll.rule.stations.cbegin(), poll.rule.stations.cend(), [&](const auto &other) {
        const PollAnswer *answer = answerOf(poll, other.id);
        return other.mandatory && other.id != station && answer != nullptr && answer->person == person;
    });
}

Refusal apply(Decisions &decisions, const OpenPoll &command, const Context &context)
{
    Poll poll;
    poll.id = context.id;
    poll.runId = context.runId;
    poll.rule = command.rule;
    poll.binding = command.binding;
    poll.requester = context.actor.id;
    poll.author = command.author;
    poll.previousPoll = command.previousPoll;
    poll.opened = context.now;
    const Refusal refusal = openRefusal(decisions, poll, command, context.now);
    if (refusal == Refusal::None) {
        decisions.polls.append(poll);
    }
    return refusal;
}

Refusal apply(Decisions &decisions, const AnswerPoll &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Poll *poll = byId(decisions.polls, command.poll);
    if (poll == nullptr) {
        return Refusal::UnknownPoll;
    }
    const Station *station = byId(std::as_const(poll->rule.stations), command.station);
    if (station == nullptr) {
        return Refusal::UnknownStation;
    }
    if (!isAsking(*poll, context.now)) {
        return Refusal::PollNotOpen;
    }
    if (command.current != poll->binding) {
        return Refusal::BindingChanged;
    }
    const RoleGrant *grant = grantOf(decisions.grants, context.actor.id, station->role, context.now);
    if (grant == nullptr) {
        return Refusal::RoleMissing;
    }
    Refusal refusal = contentRefusal(command, context.now);
    if (refusal == Refusal::None) {
        refusal = turnRefusal(*poll, *station, decisions, context);
    }
    if (refusal == Refusal::None) {
        const bool hold = command.answer == StationAnswer::Hold;
        poll->answers.append({context.id, station->id, context.actor.id, grant->deputyFor, command.answer,
                              command.reason, hold ? command.holdUntil : QDateTime(), context.now});
    }
    return refusal;
}

} // namespace signalbox::rules
