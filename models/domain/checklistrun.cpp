// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/checklistrun.h"

#include "models/domain/checktimeline.h"

namespace signalbox
{

namespace
{

using Millis = qint64;

/// Evidence from a clock that runs further ahead than this is not looked at. Source: requirements C1.
constexpr Millis toleratedSkew = 5000;

/// What of all the evidence is about one item, and why the rest of it does not count.
struct Sorted {
    QVector<Evidence> machine;
    QVector<Evidence> person;
    CheckReason other = CheckReason::NeverChecked;
    QDateTime otherAt;
};

CheckReason mismatch(const CheckItem &item, const Binding &seen, const Binding &current)
{
    if (seen.planId != current.planId || seen.planHash != current.planHash) {
        return CheckReason::EvidenceForOtherPlan;
    }
    return item.bindsArtefact && seen.artefactHash != current.artefactHash
               ? CheckReason::EvidenceForOtherArtefact
               : CheckReason::None;
}

void sortInto(Sorted &sorted, const CheckItem &item, const Evidence &evidence, const Binding &current)
{
    const CheckReason reason = mismatch(item, evidence.binding, current);
    if (reason == CheckReason::None) {
        (evidence.byPerson ? sorted.person : sorted.machine).append(evidence);
    } else if (!sorted.otherAt.isValid() || evidence.at >= sorted.otherAt) {
        sorted.other = reason;
        sorted.otherAt = evidence.at;
    }
}

using ByItem = QHash<QString, QVector<const Evidence *>>;

ByItem indexed(const QString &checklist, const QVector<Evidence> &evidence, const QDateTime &now)
{
    ByItem byItem;
    for (const auto &each : evidence) {
        if (each.checklist == checklist && each.at.isValid() && now.msecsTo(each.at) <= toleratedSkew) {
            byItem[each.item].append(&each);
        }
    }
    return byItem;
}

/// A waiver counts once a second person granted it.
bool isGranted(const Waiver &waiver)
{
    return !waiver.grantedBy.isEmpty() && waiver.grantedBy != waiver.requester && waiver.granted.isValid() &&
           waiver.until.isValid() &&
           (waiver.kind == CheckResult::Waived || waiver.kind == CheckResult::NotApplicable);
}

/// The one that is shown: the one in force, else the newest.
std::optional<Waiver> shownWaiver(const QVector<Waiver> &waivers, const QDateTime &now)
{
    const Waiver *shown = nullptr;
    const auto rank = [&](const Waiver &waiver) { return isGranted(waiver) && now < waiver.until; };
    for (const auto &waiver : waivers) {
        if (shown == nullptr || rank(waiver) > rank(*shown) ||
            (rank(waiver) == rank(*shown) && waiver.requested >= shown->requested)) {
            shown = &waiver;
        }
    }
    return shown == nullptr ? std::nullopt : std::optional(*shown);
}

void explain(CheckState &state, const Sorted &sorted, const QDateTime &now)
{
    if (state.reason == CheckReason::NeverChecked) {
        state.reason = sorted.other;
    }
    if (state.satisfied() || !state.waiver) {
        return;
    }
    if (now < state.waiver->until && !isGranted(*state.waiver)) {
        state.reason = CheckReason::WaiverNotGranted;
    } else if (isGranted(*state.waiver) &&
               (state.reason == CheckReason::None || state.reason == CheckReason::NeverChecked)) {
        state.reason = CheckReason::WaiverExpired;
    }
}

CheckState evaluateItem(const CheckItem &item, const Sorted &sorted, const QVector<Waiver> &waivers,
                        const QDateTime &now)
{
    QVector<Waiver> granted;
    std::copy_if(waivers.cbegin(), waivers.cend(), std::back_inserter(granted), isGranted);
    const CheckTimeline timeline(item, sorted.machine, sorted.person, granted);
    CheckState state = timeline.stateAt(now);
    state.waiver = shownWaiver(waivers, now);
    explain(state, sorted, now);
    return state;
}

void count(ChecklistState &list, const CheckState &item)
{
    if (item.satisfied()) {
        ++list.satisfied;
    } else {
        ++(item.result == CheckResult::Fail ? list.failed : list.unknown);
    }
    list.complete = list.complete && (item.satisfied() || !item.mandatory);
    if (item.validUntil.isValid() && (!list.nextChange.isValid() || item.validUntil < list.nextChange)) {
        list.nextChange = item.validUntil;
    }
    if (item.mandatory && item.voidedAt.isValid() &&
        (!list.voidedAt.isValid() || item.voidedAt > list.voidedAt)) {
        list.voidedAt = item.voidedAt;
    }
}

} // namespace

ChecklistState evaluateChecklist(const Checklist &checklist, const QVector<Evidence> &evidence,
                                 const QVector<Waiver> &waivers, const Binding &current, const QDateTime &now)
{
    const ByItem byItem = indexed(checklist.id, evidence, now);
    ChecklistState list;
    list.checklist = checklist.id;
    list.complete = true;
    for (const auto &group : checklist.groups) {
        for (const auto &item : group.items) {
            Sorted sorted;
            for (const auto *each : byItem.value(item.id)) {
                sortInto(sorted, item, *each, current);
            }
            QVector<Waiver> own;
            std::copy_if(waivers.cbegin(), waivers.cend(), std::back_inserter(own), [&](const auto &waiver) {
                return waiver.checklist == checklist.id && waiver.item == item.id;
            });
            list.items.append(evaluateItem(item, sorted, own, now));
            count(list, list.items.constLast());
        }
    }
    list.complete = list.complete && !list.items.isEmpty();
    return list;
}

} // namespace signalbox
