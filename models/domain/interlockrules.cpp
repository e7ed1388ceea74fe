// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/interlockrules.h"

#include <algorithm>
#include <numeric>

namespace signalbox
{

namespace
{

using Held = std::optional<Message>;
using Check = Held (*)(const Move &, const InterlockFacts &);

Held held(MessageCode code, const QStringList &args = {})
{
    return Message{code, args};
}

bool isForward(const Move &move)
{
    return move.kind == MoveKind::Forward;
}

/// Back moves reverse exposure and wait for nobody; what is not known does not stop them.
Held targetHealthy(const Move &move, const InterlockFacts &facts)
{
    if (!move.shiftsTraffic || facts.presentSideWorse ||
        (move.kind != MoveKind::Forward && move.kind != MoveKind::Back)) {
        return {};
    }
    const bool good = facts.targetHealthy.value_or(move.kind == MoveKind::Back);
    return good ? Held() : held(MessageCode::InterlockTargetUnhealthy);
}

Held trafficServed(const Move &move, const InterlockFacts &)
{
    if (move.weightsAfter.isEmpty()) {
        return {};
    }
    const auto &weights = move.weightsAfter;
    const bool served = std::any_of(weights.cbegin(), weights.cend(), [](int weight) { return weight > 0; });
    const bool legal = std::all_of(weights.cbegin(), weights.cend(), [](int weight) { return weight >= 0; });
    const int sum = std::accumulate(weights.cbegin(), weights.cend(), 0);
    return served && legal && sum == 100
               ? Held()
               : held(MessageCode::InterlockTrafficUnserved, {QString::number(sum)});
}

Held oneOperation(const Move &move, const InterlockFacts &facts)
{
    return move.kind == MoveKind::Decide || facts.lockedBy.isEmpty()
               ? Held()
               : held(MessageCode::InterlockLocked, {facts.lockedBy});
}

Held onePrimary(const Move &move, const InterlockFacts &facts)
{
    if (move.kind != MoveKind::Failover) {
        return {};
    }
    return facts.writablePrimaries && *facts.writablePrimaries <= 1
               ? Held()
               : held(MessageCode::InterlockSecondPrimary);
}

Held fourEyes(const Move &move, const InterlockFacts &facts)
{
    return move.kind == MoveKind::Decide && facts.decidesOwn ? held(MessageCode::InterlockFourEyes) : Held();
}

/// A list in each language from texts in each language.
QString inEveryLanguage(const QStringList &texts)
{
    LocalText list;
    for (const QString &packed : texts) {
        const LocalText text = LocalText::unpacked(packed);
        const bool first = list.isEmpty();
        list.en += (first ? QString() : QStringLiteral(", ")) + text.en;
        list.zhTw += (first ? QString() : QStringLiteral("、")) + text.zhTw;
        list.zhCn += (first ? QString() : QStringLiteral("、")) + text.zhCn;
    }
    return list.packed();
}

Held freshEvidence(const Move &move, const InterlockFacts &facts)
{
    return isForward(move) && !facts.unknownEvidence.isEmpty()
               ? held(MessageCode::InterlockEvidenceUnknown, {inEveryLanguage(facts.unknownEvidence)})
               : Held();
}

Held boundApproval(const Move &move, const InterlockFacts &facts)
{
    return isForward(move) && !facts.approvalsMatch ? held(MessageCode::InterlockApprovalForOther) : Held();
}

Held notExpired(const Move &move, const InterlockFacts &facts)
{
    return isForward(move) && facts.approvalExpired ? held(MessageCode::InterlockApprovalExpired) : Held();
}

Held noOpenTrouble(const Move &move, const InterlockFacts &facts)
{
    if (!isForward(move)) {
        return {};
    }
    if (facts.frozen) {
        return held(MessageCode::InterlockFrozen);
    }
    if (!facts.openIncident.isEmpty()) {
        return held(MessageCode::InterlockIncidentOpen, {facts.openIncident});
    }
    if (!facts.breachedLimit.isEmpty()) {
        return held(MessageCode::InterlockLimitBreached, {facts.breachedLimit});
    }
    return facts.incidentsKnown.value_or(false) ? Held() : held(MessageCode::InterlockIncidentsUnknown);
}

Held calendarOpen(const Move &move, const InterlockFacts &facts)
{
    if (!isForward(move) || move.emergency || !facts.closed) {
        return {};
    }
    const QString opens =
        facts.closed->opens.isValid() ? facts.closed->opens.toUTC().toString(Qt::ISODate) : QString();
    return held(MessageCode::InterlockCalendarClosed,
                {facts.closed->title.packed(), facts.closed->reason.packed(), opens});
}

Held orderKept(const Move &move, const InterlockFacts &facts)
{
    return move.kind != MoveKind::Decide && !facts.mustComeFirst.isEmpty()
               ? held(MessageCode::InterlockOrder, {facts.mustComeFirst})
               : Held();
}

Held oldKept(const Move &move, const InterlockFacts &facts)
{
    if (move.kind != MoveKind::Destroy) {
        return {};
    }
    const bool quiet = facts.openIncident.isEmpty() && facts.incidentsKnown.value_or(false);
    return quiet && facts.observationOver && facts.evidenceStored && facts.targetRollbackReady
               ? Held()
               : held(MessageCode::InterlockOldStillNeeded);
}

Held targetCapacity(const Move &move, const InterlockFacts &facts)
{
    if (move.kind != MoveKind::Back || facts.presentSideWorse) {
        return {};
    }
    return facts.capacityEnough.value_or(true) ? Held() : held(MessageCode::InterlockCapacity);
}

Held soakAndSamples(const Move &move, const InterlockFacts &facts)
{
    if (!isForward(move) || move.startsRelease) {
        return {};
    }
    if (!facts.soakDone.value_or(false)) {
        return held(MessageCode::InterlockSoak);
    }
    return facts.samplesEnough.value_or(false) ? Held() : held(MessageCode::InterlockSamples);
}

Held neverOnSilence(const Move &move, const InterlockFacts &facts)
{
    return move.automatic && facts.onSilence ? held(MessageCode::InterlockSilence) : Held();
}

Held noFlapping(const Move &move, const InterlockFacts &facts)
{
    constexpr std::chrono::seconds wait{60};
    const auto left = [](std::chrono::seconds whole, std::chrono::seconds passed) {
        return QString::number((whole - passed).count());
    };
    if (isForward(move) && move.shiftsTraffic && facts.sinceOpposite && *facts.sinceOpposite < wait) {
        return held(MessageCode::InterlockFlapping, {left(wait, *facts.sinceOpposite)});
    }
    if (move.kind == MoveKind::Scale && facts.sinceScaling && *facts.sinceScaling < facts.scalingCooldown) {
        return held(MessageCode::InterlockCooldown, {left(facts.scalingCooldown, *facts.sinceScaling)});
    }
    return {};
}

Held budgetLeft(const Move &move, const InterlockFacts &facts)
{
    if (!isForward(move) || move.emergency || !facts.budgetDeclared) {
        return {};
    }
    if (!facts.budgetLeft) {
        return held(MessageCode::InterlockBudgetUnknown);
    }
    return *facts.budgetLeft > 0 ? Held() : held(MessageCode::InterlockBudgetSpent);
}

Held stableTagsKept(const Move &move, const InterlockFacts &facts)
{
    constexpr int fewest = 3;
    return move.startsRelease && facts.stableTagsAfter && *facts.stableTagsAfter < fewest
               ? held(MessageCode::InterlockStableTags, {QString::number(*facts.stableTagsAfter)})
               : Held();
}

Held forwardOnlyKnown(const Move &move, const InterlockFacts &facts)
{
    return isForward(move) && facts.irreversible && !facts.forwardOnlyAcknowledged
               ? held(MessageCode::InterlockForwardOnly)
               : Held();
}

Held regionReady(const Move &move, const InterlockFacts &facts)
{
    return move.kind == MoveKind::Failover && !move.drill && facts.regionNotReady.value_or(false)
               ? held(MessageCode::InterlockRegionNotReady)
               : Held();
}

Held drillContained(const Move &move, const InterlockFacts &facts)
{
    return move.drill && facts.touchesProduction ? held(MessageCode::InterlockDrillContained) : Held();
}

/// While the ledger is away, going back and failing over are recorded in a journal of this desk instead.
bool mayUseJournal(const Move &move)
{
    return move.kind == MoveKind::Back || move.kind == MoveKind::Failover;
}

Held selfKnown(const Move &move, const InterlockFacts &facts)
{
    if (!facts.identityKnown) {
        return held(MessageCode::InterlockIdentityUnknown);
    }
    if (mayUseJournal(move)) {
        return {};
    }
    if (facts.ledgerReachable && !facts.clockSkew) {
        return held(MessageCode::InterlockSkewUnknown);
    }
    const bool skewed = facts.clockSkew && std::chrono::abs(*facts.clockSkew) > largestSkew;
    return skewed ? held(MessageCode::InterlockClockSkew,
                         {QString::number(std::chrono::abs(*facts.clockSkew).count() / 1000)})
                  : Held();
}

Held recorded(const Move &move, const InterlockFacts &facts)
{
    return facts.ledgerReachable || mayUseJournal(move) ? Held() : held(MessageCode::InterlockLedgerDown);
}

Held peopleDecide(const Move &move, const InterlockFacts &facts)
{
    return move.kind == MoveKind::Decide && facts.automationActs ? held(MessageCode::InterlockAutomation)
                                                                 : Held();
}

struct Rule {
    Interlock id;
    Check check;
};

constexpr Rule rules[] = {
    {Interlock::TargetHealthy, targetHealthy},
    {Interlock::TrafficServed, trafficServed},
    {Interlock::OneOperation, oneOperation},
    {Interlock::OnePrimary, onePrimary},
    {Interlock::FourEyes, fourEyes},
    {Interlock::FreshEvidence, freshEvidence},
    {Interlock::BoundApproval, boundApproval},
    {Interlock::NotExpired, notExpired},
    {Interlock::NoOpenTrouble, noOpenTrouble},
    {Interlock::CalendarOpen, calendarOpen},
    {Interlock::OrderKept, orderKept},
    {Interlock::OldKept, oldKept},
    {Interlock::TargetCapacity, targetCapacity},
    {Interlock::SoakAndSamples, soakAndSamples},
    {Interlock::NeverOnSilence, neverOnSilence},
    {Interlock::NoFlapping, noFlapping},
    {Interlock::BudgetLeft, budgetLeft},
    {Interlock::StableTagsKept, stableTagsKept},
    {Interlock::ForwardOnlyKnown, forwardOnlyKnown},
    {Interlock::RegionReady, regionReady},
    {Interlock::DrillContained, drillContained},
    {Interlock::SelfKnown, selfKnown},
    {Interlock::Recorded, recorded},
    {Interlock::PeopleDecide, peopleDecide},
};

} // namespace

InterlockVerdict askInterlocks(const Move &move, const InterlockFacts &facts,
                               const QVector<Override> &overrides)
{
    InterlockVerdict verdict;
    for (const Rule &rule : rules) {
        const Held reason = rule.check(move, facts);
        if (!reason) {
            continue;
        }
        InterlockHold hold{rule.id, *reason, std::nullopt};
        if (const Override *entry = overrideOf(overrides, rule.id, facts.now)) {
            hold.setAsideBy = *entry;
            verdict.setAside.append(hold);
        } else {
            verdict.holds.append(hold);
        }
    }
    return verdict;
}

} // namespace signalbox
