// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

namespace
{

/// A seat of the plan may still sign after an emergency start.
bool isLate(const Gate &gate, const GateSeat &seat)
{
    return gate.urgency == GateClass::Emergency && gate.end && gate.end->state == GateState::Consumed &&
           !isEmergencySeat(seat);
}

Refusal fourEyes(const Gate &gate, const QString &person)
{
    if (person == gate.requester) {
        return Refusal::FourEyesRequester;
    }
    if (person == gate.author) {
        return Refusal::FourEyesAuthor;
    }
    const bool pressed = gate.end && gate.end->state == GateState::Consumed && person == gate.end->by;
    return pressed || person == gate.deployer ? Refusal::FourEyesDeployer : Refusal::None;
}

Refusal seatRefusal(const Gate &gate, const CastVote &command, const QString &person)
{
    if (voteOf(gate, command.seat) != nullptr) {
        return Refusal::SeatTaken;
    }
    const bool seated = std::any_of(gate.votes.cbegin(), gate.votes.cend(), [&](const auto &vote) {
        return !vote.revokedAt && vote.person == person;
    });
    if (seated) {
        return Refusal::PersonHasSeat;
    }
    const bool wanted = command.choice == VoteChoice::Reject || gate.urgency == GateClass::Emergency;
    return wanted && isBlank(command.comment) ? Refusal::CommentMissing : Refusal::None;
}

Refusal timeRefusal(const Gate &gate, const GateSeat &seat, const CastVote &command, const QDateTime &now)
{
    if (isLate(gate, seat)) {
        return Refusal::None;
    }
    if (stateOf(gate, now) != GateState::Open) {
        return Refusal::GateNotOpen;
    }
    return command.current == gate.binding ? Refusal::None : Refusal::BindingChanged;
}

} // namespace

Refusal apply(Decisions &decisions, const CastVote &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Gate *gate = byId(decisions.gates, command.gate);
    if (gate == nullptr) {
        return Refusal::UnknownGate;
    }
    const QVector<GateSeat> seats = seatsOf(*gate);
    const GateSeat *seat = byId(seats, command.seat);
    if (seat == nullptr) {
        return Refusal::UnknownSeat;
    }
    Refusal refusal = timeRefusal(*gate, *seat, command, context.now);
    if (refusal == Refusal::None) {
        refusal = fourEyes(*gate, context.actor.id);
    }
    const RoleGrant *grant = grantOfAny(decisions.grants, context.actor.id, rolesOf(*seat), context.now);
    if (refusal == Refusal::None && grant == nullptr) {
        refusal = Refusal::RoleMissing;
    }
    if (refusal == Refusal::None) {
        refusal = seatRefusal(*gate, command, context.actor.id);
    }
    if (refusal != Refusal::None) {
        return refusal;
    }
    GateVote vote;
    vote.id = context.id;
    vote.seat = seat->id;
    vote.person = context.actor.id;
    vote.deputyFor = grant->deputyFor;
    vote.choice = command.choice;
    vote.comment = command.comment;
    vote.at = context.now;
    vote.late = isLate(*gate, *seat);
    gate->votes.append(vote);
    return Refusal::None;
}

Refusal apply(Decisions &decisions, const RevokeVote &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Gate *gate = byId(decisions.gates, command.gate);
    if (gate == nullptr) {
        return Refusal::UnknownGate;
    }
    const GateState state = stateOf(*gate, context.now);
    if (state != GateState::Open && state != GateState::Approved) {
        return Refusal::GateNotOpen;
    }
    const GateVote *current = voteOf(*gate, command.seat);
    if (current == nullptr) {
        return byId(seatsOf(*gate), command.seat) == nullptr ? Refusal::UnknownSeat : Refusal::VoteMissing;
    }
    if (current->person != context.actor.id) {
        return Refusal::NotYours;
    }
    byId(gate->votes, current->id)->revokedAt = context.now;
    return Refusal::None;
}

} // namespace signalbox::rules
