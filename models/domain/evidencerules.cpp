// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionrules.h"

namespace signalbox::rules
{

namespace
{

/// A person's word is dated by the ledger. What a machine saw keeps its own time, which may lie in the past
/// by any amount but not ahead of the ledger's clock.
Refusal date(Evidence &evidence, const QDateTime &now)
{
    if (evidence.byPerson) {
        evidence.at = now;
        return Refusal::None;
    }
    if (!evidence.at.isValid()) {
        return Refusal::CommandIncomplete;
    }
    const Refusal ahead =
        evidence.at > now ? clockRefusal(std::chrono::milliseconds(now.msecsTo(evidence.at))) : Refusal::None;
    evidence.at = std::min(evidence.at, now);
    return ahead;
}

} // namespace

Refusal apply(Decisions &decisions, const AddEvidence &command, const Context &context)
{
    Evidence evidence = command.evidence;
    if (evidence.byPerson && context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    const bool seen = evidence.result == CheckResult::Pass || evidence.result == CheckResult::Fail ||
                      evidence.result == CheckResult::Unknown;
    if (!seen || isBlank(evidence.checklist) || isBlank(evidence.item) || !isComplete(evidence.binding)) {
        return Refusal::CommandIncomplete;
    }
    evidence.id = context.id;
    evidence.runId = context.runId;
    evidence.person = context.actor.id;
    const Refusal refusal = date(evidence, context.now);
    if (refusal == Refusal::None) {
        decisions.evidence.append(evidence);
    }
    return refusal;
}

Refusal apply(Decisions &decisions, const RequestWaiver &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    const bool kind = command.kind == CheckResult::Waived || command.kind == CheckResult::NotApplicable;
    if (!kind || isBlank(command.checklist) || isBlank(command.item) || !command.until.isValid() ||
        command.until <= context.now) {
        return Refusal::CommandIncomplete;
    }
    if (isBlank(command.reason)) {
        return Refusal::CommentMissing;
    }
    if (command.until > context.now.addSecs(std::chrono::seconds(longestWaiver).count())) {
        return Refusal::TooLong;
    }
    Waiver waiver;
    waiver.id = context.id;
    waiver.runId = context.runId;
    waiver.checklist = command.checklist;
    waiver.item = command.item;
    waiver.kind = command.kind;
    waiver.reason = command.reason;
    waiver.requester = context.actor.id;
    waiver.requested = context.now;
    waiver.until = command.until;
    decisions.waivers.append(waiver);
    return Refusal::None;
}

Refusal apply(Decisions &decisions, const GrantWaiver &command, const Context &context)
{
    if (context.actor.automation) {
        return Refusal::AutomationMayNotDecide;
    }
    Waiver *waiver = byId(decisions.waivers, command.waiver);
    if (waiver == nullptr) {
        return Refusal::UnknownWaiver;
    }
    if (!waiver->grantedBy.isEmpty()) {
        return Refusal::AlreadyGranted;
    }
    if (context.now >= waiver->until) {
        return Refusal::DeadlinePassed;
    }
    if (context.actor.id == waiver->requester) {
        return Refusal::FourEyesRequester;
    }
    const QStringList wanted{roles::reviewer, roles::admin};
    if (grantOfAny(decisions.grants, context.actor.id, wanted, context.now) == nullptr) {
        return Refusal::RoleMissing;
    }
    waiver->grantedBy = context.actor.id;
    waiver->granted = context.now;
    return Refusal::None;
}

} // namespace signalbox::rules
