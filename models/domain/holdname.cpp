// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/holdname.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr auto first = MessageCode::InterlockTargetUnhealthy;
// In the order of MessageCode.
constexpr std::array names{
    "InterlockTargetUnhealthy",
    "InterlockTrafficUnserved",
    "InterlockLocked",
    "InterlockSecondPrimary",
    "InterlockFourEyes",
    "InterlockEvidenceUnknown",
    "InterlockApprovalForOther",
    "InterlockApprovalExpired",
    "InterlockFrozen",
    "InterlockIncidentOpen",
    "InterlockLimitBreached",
    "InterlockIncidentsUnknown",
    "InterlockCalendarClosed",
    "InterlockOrder",
    "InterlockOldStillNeeded",
    "InterlockCapacity",
    "InterlockSoak",
    "InterlockSamples",
    "InterlockSilence",
    "InterlockFlapping",
    "InterlockCooldown",
    "InterlockBudgetUnknown",
    "InterlockBudgetSpent",
    "InterlockStableTags",
    "InterlockForwardOnly",
    "InterlockRegionNotReady",
    "InterlockDrillContained",
    "InterlockIdentityUnknown",
    "InterlockSkewUnknown",
    "InterlockClockSkew",
    "InterlockLedgerDown",
    "InterlockAutomation",
    "GateNeeded",
    "PollNeeded",
    "ConditionMissing",
    "ConditionFailed",
    "PlansUnknown",
    "PlanUnusable",
    "DecisionsUnread",
};
static_assert(static_cast<std::size_t>(first) + names.size() ==
              static_cast<std::size_t>(MessageCode::DecisionsUnread) + 1);

} // namespace

QString holdName(MessageCode code)
{
    const auto index = static_cast<std::size_t>(code) - static_cast<std::size_t>(first);
    return code >= first && index < names.size() ? QString::fromLatin1(names.at(index)) : QString();
}

Error heldError(const InterlockVerdict &verdict)
{
    Error error;
    error.code = ErrorCode::Refused;
    error.layer = ErrorLayer::Rule;
    if (!verdict.holds.isEmpty()) {
        const InterlockHold &hold = verdict.holds.constFirst();
        error.reason = holdName(hold.reason.code);
        error.subject = hold.reason.args.value(0);
        error.detail = interlockId(hold.rule);
    }
    return error;
}

} // namespace signalbox
