// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

namespace
{

Refusal goRefusal(const Poll &poll, const AnnounceVerdict &command, const QDateTime &now)
{
    if (!stationOnTurn(poll, now).isEmpty()) {
        return Refusal::NotOnTurn;
    }
    if (command.windowCloses.isValid() && command.windowCloses <= now) {
        return Refusal::DeadlinePassed;
    }
    if (!criteriaHold(poll.rule, command.lists)) {
        return Refusal::CriteriaNotMet;
    }
    const bool go = possibleVerdict(poll, command.lists, now) == PollVerdict::Go;
    return go ? Refusal::None : Refusal::VerdictNotPossible;
}

/// A director need not wait to say NO-GO or HOLD: that is the safe side.
Refusal contentRefusal(const Poll &poll, const AnnounceVerdict &command, const QDateTime &now)
{
    if (command.verdict == PollVerdict::Go) {
        return goRefusal(poll, command, now);
    }
    if (command.verdict == PollVerdict::None ||
        (command.verdict == PollVerdict::Hold &&
         possibleVerdict(poll, command.lists, now) == PollVerdict::NoGo)) {
        return Refusal::VerdictNotPossible;
    }
    return isBlank(command.reason) ? Refusal::CommentMissing : Refusal::None;
}

Refusal verdictRefusal(const Poll &poll, const AnnounceVerdict &command, const RoleGrant *grant,
                       const Context &context)
{
    if (!isAsking(poll, context.now)) {
        return Refusal::PollNotOpen;
    }
    if (command.current != poll.binding) {
        return Refusal::BindingChanged;
    }
    if (grant == nullptr) {
        return Refusal::RoleMissing;
    }
    if (context.actor.id == poll.author) {
        return Refusal::DirectorIsAuthor;
    }
    if (fillsOther(poll, context.actor.id, {})) {
        return Refusal::PersonHasStation;
    }
    return contentRefusal(poll, command, context.now);
}

Refusal useRefusal(const Poll &poll, const EndPoll &command, const QDateTime &now)
{
    if (stateOf(poll, now) != PollState::Armed) {
        return Refusal::NotArmed;
    }
    if (command.current != poll.binding) {
        return Refusal::BindingChanged;
    }
    const bool armed = pollState(poll, command.lists, command.current, now) == PollState::Armed;
    return armed && criteriaHold(poll.rule, command.lists) ? Refusal::None : Refusal::CriteriaNotMet;
}

/// Anybody, a machine too, may revoke what is void. Otherwise it takes somebody who has a part in the poll.
Refusal revokeRefusal(const Decisions &decisions, const Poll &poll, const EndPoll &command,
                      const Context &context)
{
    if (isFinal(stateOf(poll, context.now))) {
        return Refusal::PollNotOpen;
    }
    const bool changed = isComplete(command.current) &&
                         pollState(poll, command.lists, command.current, context.now) == PollState::Revoked;
    if (changed) {
        return Refusal::None;
    }
    if (context.actor.automation) {
        return Refusal::NothingChanged;
    }
    QStringList wanted{poll.rule.director.role};
    for (const auto &station : poll.rule.stations) {
        wanted.append(station.role);
    }
    if (context.actor.id != poll.requester &&
        grantOfAny(decisions.grants, context.actor.id, wanted, context.now) == nullptr) {
        return Refusal::NotYours;
    }
    return isBlank(command.reason) ? Refusal::CommentMissing : Refusal::None;
}

} // namespace

Refusal apply(Decisions &decisions, const AnnounceVerdict &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Poll *poll = byId(decisions.polls, command.poll);
    if (poll == nullptr) {
        return Refusal::UnknownPoll;
    }
    const RoleGrant *grant =
        grantOf(decisions.grants, context.actor.id, poll->rule.director.role, context.now);
    const Refusal refusal = verdictRefusal(*poll, command, grant, context);
    if (refusal != Refusal::None) {
        return refusal;
    }
    poll->verdict = command.verdict;
    poll->verdictBy = context.actor.id;
    poll->verdictDeputyFor = grant->deputyFor;
    poll->verdictReason = command.reason;
    poll->verdictAt = context.now;
    poll->windowCloses = command.verdict == PollVerdict::Go ? command.windowCloses : QDateTime();
    return Refusal::None;
}

Refusal apply(Decisions &decisions, const EndPoll &command, const Context &context)
{
    Poll *poll = byId(decisions.polls, command.poll);
    if (poll == nullptr) {
        return Refusal::UnknownPoll;
    }
    Refusal refusal = Refusal::CommandIncomplete;
    if (command.state == PollState::Consumed) {
        refusal = useRefusal(*poll, command, context.now);
    } else if (command.state == PollState::Revoked) {
        refusal = revokeRefusal(decisions, *poll, command, context);
    }
    if (refusal == Refusal::None) {
        poll->end = PollEnd{command.state, context.actor.id, command.reason, context.now};
    }
    return refusal;
}

} // namespace signalbox::rules
