// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisioncommand.h"

#include "models/domain/decisionrules.h"

namespace signalbox
{

namespace rules
{

const RoleGrant *grantOfAny(const QVector<RoleGrant> &grants, const QString &person,
                            const QStringList &wanted, const QDateTime &now)
{
    const RoleGrant *found = nullptr;
    for (const auto &role : wanted) {
        const RoleGrant *grant = grantOf(grants, person, role, now);
        if (grant != nullptr && (found == nullptr || grant->deputyFor.isEmpty())) {
            found = grant;
        }
    }
    return found;
}

} // namespace rules

namespace
{

bool isComplete(const Decisions &decisions, const DecisionCommand &command, const QDateTime &now)
{
    const bool run = !command.run.objectUid.isEmpty() && !command.run.revisionHash.isEmpty() &&
                     (decisions.runId.isEmpty() || decisions.runId == command.run.id());
    return run && now.isValid() && !rules::isBlank(command.id) && !rules::isBlank(command.actor.id);
}

} // namespace

tl::expected<Decisions, Refusal> applyDecision(Decisions decisions, const DecisionCommand &command,
                                               const QDateTime &now)
{
    if (!isComplete(decisions, command, now)) {
        return tl::unexpected(Refusal::CommandIncomplete);
    }
    if (decisions.applied.contains(command.id)) {
        return decisions;
    }
    const QString runId = command.run.id();
    const rules::Context context{command.id, runId, command.actor, now};
    const Refusal refusal =
        std::visit([&](const auto &body) { return rules::apply(decisions, body, context); }, command.body);
    if (refusal != Refusal::None) {
        return tl::unexpected(refusal);
    }
    decisions.runId = runId;
    decisions.applied.append(command.id);
    ++decisions.version;
    return decisions;
}

} // namespace signalbox
