// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

Refusal apply(Decisions &decisions, const RequestOverride &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    // The rule's own type counts: a command cannot make a rule weaker by calling it so.
    const std::optional<Interlock> rule = interlockOfId(command.rule);
    if (!rule) {
        return Refusal::UnknownRule;
    }
    const InterlockType type = interlockType(*rule);
    if (type == InterlockType::Absolute || command.type == InterlockType::Absolute) {
        return Refusal::AbsoluteRule;
    }
    if (isBlank(command.reason)) {
        return Refusal::CommentMissing;
    }
    if (!command.until.isValid() || command.until <= context.now) {
        return Refusal::CommandIncomplete;
    }
    if (command.until > context.now.addSecs(std::chrono::seconds(longestOverride).count())) {
        return Refusal::TooLong;
    }
    Override entry;
    entry.id = context.id;
    entry.runId = context.runId;
    entry.rule = command.rule;
    entry.reason = command.reason;
    entry.requester = context.actor.id;
    entry.requested = context.now;
    entry.until = command.until;
    if (type == InterlockType::Single && command.type == InterlockType::Single) {
        if (!holdsAnyRole(decisions.grants, context.actor.id, context.now)) {
            return Refusal::RoleMissing;
        }
        entry.granted = context.now;
    }
    decisions.overrides.append(entry);
    return Refusal::None;
}

Refusal apply(Decisions &decisions, const GrantOverride &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Override *entry = byId(decisions.overrides, command.override_);
    if (entry == nullptr) {
        return Refusal::UnknownOverride;
    }
    if (entry->granted.isValid()) {
        return Refusal::AlreadyGranted;
    }
    if (context.now >= entry->until) {
        return Refusal::DeadlinePassed;
    }
    if (context.actor.id == entry->requester) {
        return Refusal::FourEyesRequester;
    }
    const QStringList wanted{roles::incidentCommander, roles::admin, roles::oncall};
    if (grantOfAny(decisions.grants, context.actor.id, wanted, context.now) == nullptr) {
        return Refusal::RoleMissing;
    }
    entry->secondPerson = context.actor.id;
    entry->granted = context.now;
    return Refusal::None;
}

} // namespace signalbox::rules
