// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

namespace
{

using std::chrono::seconds;

bool isPlanned(const Gate &gate)
{
    const GateRule &rule = gate.rule;
    const QVector<GateSeat> seats = seatsOf(gate);
    const bool times = rule.timeout > seconds(0) && rule.validity > seconds(0) &&
                       rule.startDelay >= seconds(0) && rule.startDelay < rule.timeout;
    const bool late = gate.urgency == GateClass::Normal || rule.signaturesDue > seconds(0);
    const bool roles =
        std::none_of(seats.cbegin(), seats.cend(), [](const auto &seat) { return isBlank(seat.role); });
    const bool included = std::all_of(rule.mustInclude.cbegin(), rule.mustInclude.cend(),
                                      [&](const auto &id) { return byId(rule.seats, id) != nullptr; });
    return times && late && roles && included && !rule.seats.isEmpty() && haveDistinctIds(seats) &&
           rule.quorum >= 0 && rule.quorum <= rule.seats.size();
}

Refusal refusalOf(const Decisions &decisions, const Gate &gate, const OpenGate &command,
                  const Context &context)
{
    if (gate.rule.kind == GateKind::Automatic) {
        return Refusal::GateIsAutomatic;
    }
    if (!isPlanned(gate)) {
        return Refusal::PlanIncomplete;
    }
    if (!isComplete(gate.binding)) {
        return Refusal::CommandIncomplete;
    }
    if (gate.urgency == GateClass::Emergency && context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    if (gate.urgency == GateClass::Emergency && isBlank(gate.reason)) {
        return Refusal::CommentMissing;
    }
    if (!gate.previousGate.isEmpty() && byId(decisions.gates, gate.previousGate) == nullptr) {
        return Refusal::UnknownGate;
    }
    const bool already =
        std::any_of(decisions.gates.cbegin(), decisions.gates.cend(), [&](const auto &other) {
            return other.rule.id == gate.rule.id && !isFinal(stateOf(other, context.now));
        });
    if (already) {
        return Refusal::GateAlreadyOpen;
    }
    return conditionsHold(gate.rule, command.conditions) ? Refusal::None : Refusal::CriteriaNotMet;
}

/// The gate as if those who lost their role had never signed.
Gate withoutLostRoles(const Gate &gate, const QVector<RoleGrant> &grants, const QDateTime &now)
{
    Gate kept = gate;
    const QVector<GateSeat> seats = seatsOf(gate);
    kept.votes.erase(std::remove_if(kept.votes.begin(), kept.votes.end(),
                                    [&](const auto &vote) {
                                        const GateSeat *seat = byId(seats, vote.seat);
                                        return seat == nullptr || grantOfAny(grants, vote.person,
                                                                             rolesOf(*seat), now) == nullptr;
                                    }),
                     kept.votes.end());
    return kept;
}

Refusal useRefusal(const Decisions &decisions, const Gate &gate, const EndGate &command,
                   const Context &context)
{
    if (stateOf(gate, context.now) != GateState::Approved) {
        return Refusal::GateNotApproved;
    }
    if (command.current != gate.binding) {
        return Refusal::BindingChanged;
    }
    if (!conditionsHold(gate.rule, command.conditions) ||
        gateState(gate, command.conditions, command.current, context.now) != GateState::Approved) {
        return Refusal::CriteriaNotMet;
    }
    const bool voted = std::any_of(gate.votes.cbegin(), gate.votes.cend(), [&](const auto &vote) {
        return !vote.revokedAt && vote.person == context.actor.id;
    });
    if (voted) {
        return Refusal::FourEyesDeployer;
    }
    const Gate kept = withoutLostRoles(gate, decisions.grants, context.now);
    return approvedAt(kept).isValid() ? Refusal::None : Refusal::RoleMissing;
}

Refusal voidRefusal(const Gate &gate, const EndGate &command, const QDateTime &now)
{
    const GateState state = stateOf(gate, now);
    const bool approved = command.state == GateState::Invalidated;
    if (approved && state != GateState::Approved) {
        return Refusal::GateNotApproved;
    }
    if (!approved && state != GateState::Open && state != GateState::NotOpen) {
        return Refusal::GateNotOpen;
    }
    if (!isComplete(command.current)) {
        return Refusal::CommandIncomplete;
    }
    const bool changed = gateState(gate, command.conditions, command.current, now) == command.state;
    return changed ? Refusal::None : Refusal::NothingChanged;
}

Refusal endRefusal(const Decisions &decisions, const Gate &gate, const EndGate &command,
                   const Context &context)
{
    switch (command.state) {
    case GateState::Withdrawn: {
        const GateState state = stateOf(gate, context.now);
        if (state != GateState::Open && state != GateState::NotOpen) {
            return Refusal::GateNotOpen;
        }
        return context.actor.id == gate.requester ? Refusal::None : Refusal::NotYours;
    }
    case GateState::Superseded:
    case GateState::Invalidated:
        return voidRefusal(gate, command, context.now);
    case GateState::Consumed:
        return useRefusal(decisions, gate, command, context);
    default:
        return Refusal::CommandIncomplete;
    }
}

} // namespace

Refusal apply(Decisions &decisions, const OpenGate &command, const Context &context)
{
    Gate gate;
    gate.id = context.id;
    gate.runId = context.runId;
    gate.rule = command.rule;
    gate.urgency = command.urgency;
    gate.binding = command.binding;
    gate.requester = context.actor.id;
    gate.author = command.author;
    gate.deployer = command.deployer;
    gate.reason = command.reason;
    gate.previousGate = command.previousGate;
    gate.opened = context.now;
    const Refusal refusal = refusalOf(decisions, gate, command, context);
    if (refusal == Refusal::None) {
        decisions.gates.append(gate);
    }
    return refusal;
}

Refusal apply(Decisions &decisions, const EndGate &command, const Context &context)
{
    Gate *gate = byId(decisions.gates, command.gate);
    if (gate == nullptr) {
        return Refusal::UnknownGate;
    }
    const Refusal refusal = endRefusal(decisions, *gate, command, context);
    if (refusal == Refusal::None) {
        gate->end = GateEnd{command.state, context.actor.id, command.reason, context.now};
    }
    return refusal;
}

} // namespace signalbox::rules
