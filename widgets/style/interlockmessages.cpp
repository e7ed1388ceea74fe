// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/interlockmessages.h"

#include <QtGlobal>

namespace signalbox
{

namespace
{

constexpr std::array<MessageEntry, 32> entries = {{
    {MessageCode::InterlockTargetUnhealthy,
     "InterlockTargetUnhealthy",
     QT_TRANSLATE_NOOP("MessageText", "The side that would get the traffic is not verified healthy."),
     {}},
    {MessageCode::InterlockTrafficUnserved,
     "InterlockTrafficUnserved",
     QT_TRANSLATE_NOOP("MessageText", "The weights would add up to %1, or leave nobody serving."),
     {Argument::Percent}},
    {MessageCode::InterlockLocked,
     "InterlockLocked",
     QT_TRANSLATE_NOOP("MessageText", "%1 holds the lock on this release or on something it shares."),
     {Argument::Text}},
    {MessageCode::InterlockSecondPrimary,
     "InterlockSecondPrimary",
     QT_TRANSLATE_NOOP("MessageText", "There could be two writable databases."),
     {}},
    {MessageCode::InterlockFourEyes,
     "InterlockFourEyes",
     QT_TRANSLATE_NOOP("MessageText",
                       "You asked for this, wrote it or will deploy it. Somebody else has to decide."),
     {}},
    {MessageCode::InterlockEvidenceUnknown,
     "InterlockEvidenceUnknown",
     QT_TRANSLATE_NOOP("MessageText", "No fresh evidence: %1."),
     {Argument::Text}},
    {MessageCode::InterlockApprovalForOther,
     "InterlockApprovalForOther",
     QT_TRANSLATE_NOOP("MessageText", "The approval or verdict is for another plan, version or evidence."),
     {}},
    {MessageCode::InterlockApprovalExpired,
     "InterlockApprovalExpired",
     QT_TRANSLATE_NOOP("MessageText", "The approval or verdict has expired. Expired means refused."),
     {}},
    {MessageCode::InterlockFrozen,
     "InterlockFrozen",
     QT_TRANSLATE_NOOP("MessageText", "The release is frozen."),
     {}},
    {MessageCode::InterlockIncidentOpen,
     "InterlockIncidentOpen",
     QT_TRANSLATE_NOOP("MessageText", "A SEV1 or SEV2 incident of this service is open: %1."),
     {Argument::Text}},
    {MessageCode::InterlockLimitBreached,
     "InterlockLimitBreached",
     QT_TRANSLATE_NOOP("MessageText", "A rollback limit is breached: %1."),
     {Argument::Text}},
    {MessageCode::InterlockIncidentsUnknown,
     "InterlockIncidentsUnknown",
     QT_TRANSLATE_NOOP("MessageText", "Alerts cannot be read, so an open incident cannot be ruled out."),
     {}},
    {MessageCode::InterlockCalendarClosed,
     "InterlockCalendarClosed",
     QT_TRANSLATE_NOOP("MessageText", "Closed by the calendar: %1 (%2). Next opening: %3."),
     {Argument::LocalText, Argument::LocalText, Argument::Time}},
    {MessageCode::InterlockOrder,
     "InterlockOrder",
     QT_TRANSLATE_NOOP("MessageText", "Something else comes first: %1."),
     {Argument::Text}},
    {MessageCode::InterlockOldStillNeeded,
     "InterlockOldStillNeeded",
     QT_TRANSLATE_NOOP("MessageText", "The old environment is still needed: observation, incidents, evidence "
                                      "or rollback target are not settled."),
     {}},
    {MessageCode::InterlockCapacity,
     "InterlockCapacity",
     QT_TRANSLATE_NOOP("MessageText", "The rollback target is too small for the present load."),
     {}},
    {MessageCode::InterlockSoak,
     "InterlockSoak",
     QT_TRANSLATE_NOOP("MessageText", "The minimum bake time has not passed with fresh data."),
     {}},
    {MessageCode::InterlockSamples,
     "InterlockSamples",
     QT_TRANSLATE_NOOP("MessageText", "There are too few samples to judge by."),
     {}},
    {MessageCode::InterlockSilence,
     "InterlockSilence",
     QT_TRANSLATE_NOOP("MessageText",
                       "Nothing but missing data speaks for this, so it is not done automatically."),
     {}},
    {MessageCode::InterlockFlapping,
     "InterlockFlapping",
     QT_TRANSLATE_NOOP("MessageText", "Traffic moved the other way just now. Wait %1."),
     {Argument::Seconds}},
    {MessageCode::InterlockCooldown,
     "InterlockCooldown",
     QT_TRANSLATE_NOOP("MessageText", "Scaling is cooling down. Wait %1."),
     {Argument::Seconds}},
    {MessageCode::InterlockBudgetUnknown,
     "InterlockBudgetUnknown",
     QT_TRANSLATE_NOOP("MessageText", "The error budget left is not known."),
     {}},
    {MessageCode::InterlockBudgetSpent,
     "InterlockBudgetSpent",
     QT_TRANSLATE_NOOP("MessageText", "The error budget is spent: only emergency releases may go on."),
     {}},
    {MessageCode::InterlockStableTags,
     "InterlockStableTags",
     QT_TRANSLATE_NOOP("MessageText",
                       "Only %1 stable tags would be left in the registry; at least 3 are kept."),
     {Argument::Count}},
    {MessageCode::InterlockForwardOnly,
     "InterlockForwardOnly",
     QT_TRANSLATE_NOOP("MessageText",
                       "The migration cannot be taken back, and not every approver has acknowledged that."),
     {}},
    {MessageCode::InterlockRegionNotReady,
     "InterlockRegionNotReady",
     QT_TRANSLATE_NOOP("MessageText", "The region to fail over to is not ready."),
     {}},
    {MessageCode::InterlockDrillContained,
     "InterlockDrillContained",
     QT_TRANSLATE_NOOP("MessageText", "A drill must not touch production DNS or production databases."),
     {}},
    {MessageCode::InterlockIdentityUnknown,
     "InterlockIdentityUnknown",
     QT_TRANSLATE_NOOP("MessageText", "Who you are on the cluster is not known yet, so nothing is changed."),
     {}},
    {MessageCode::InterlockSkewUnknown,
     "InterlockSkewUnknown",
     QT_TRANSLATE_NOOP("MessageText",
                       "The difference between this desk’s clock and the ledger’s is not known yet."),
     {}},
    {MessageCode::InterlockClockSkew,
     "InterlockClockSkew",
     QT_TRANSLATE_NOOP("MessageText", "This desk’s clock is %1 off the ledger’s. Set the clock first."),
     {Argument::Seconds}},
    {MessageCode::InterlockLedgerDown,
     "InterlockLedgerDown",
     QT_TRANSLATE_NOOP(
         "MessageText",
         "The ledger cannot be reached, so nothing moves forward. Rolling back stays possible."),
     {}},
    {MessageCode::InterlockAutomation,
     "InterlockAutomation",
     QT_TRANSLATE_NOOP("MessageText", "Automation credentials cannot approve. A person has to."),
     {}},
}};

constexpr std::size_t first = static_cast<std::size_t>(MessageCode::InterlockTargetUnhealthy);

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (static_cast<std::size_t>(entries[i].code) != first + i) {
            return false;
        }
    }
    return first + entries.size() == static_cast<std::size_t>(MessageCode::InterlockAutomation) + 1;
}
static_assert(isComplete(), "one entry per code of the interlocking, in its order");

} // namespace

std::span<const MessageEntry> interlockMessages()
{
    return entries;
}

} // namespace signalbox
