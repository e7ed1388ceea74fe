// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/checktext.h"

#include "widgets/style/decisiontext.h"
#include "widgets/style/probetext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("CheckText", text);
}

/// How long the deciding evidence counts.
std::chrono::seconds limitOf(const CheckItem &item, const Evidence &evidence)
{
    return evidence.byPerson && item.mode == CheckMode::Confirmed
               ? std::max<std::chrono::seconds>(item.freshness, attestationLimit)
               : item.freshness;
}

QString staleText(const CheckItem &item, const Evidence &evidence, const QDateTime &now)
{
    //: old evidence; %1: "26 h ago", %2: the longest time it counts, "24 h"
    return translated(QT_TRANSLATE_NOOP("CheckText", "%1, limit %2"))
        .arg(agoText(evidence.at, now), durationText(limitOf(item, evidence)));
}

QString waivedText(const ChecklistRow &row, const QDateTime &now, TimeZoneChoice zone)
{
    const Waiver &waiver = *row.state.waiver;
    //: %1: waived or not applicable, %2 a time, %3 and %4 people
    return translated(QT_TRANSLATE_NOOP("CheckText", "%1 until %2, asked by %3, granted by %4"))
        .arg(checkResultText(row.state.result), clockText(waiver.until, now, zone),
             safeText(waiver.requester, 40), safeText(waiver.grantedBy, 40));
}

QString passedText(const ChecklistRow &row)
{
    QStringList parts;
    if (row.state.machine && row.item.mode != CheckMode::Attested) {
        parts.append(seenText(*row.state.machine));
    }
    if (row.state.confirmed && row.item.mode != CheckMode::Machine) {
        parts.append(seenText(*row.state.confirmed));
    }
    return joinedText(parts);
}

QString unknownText(const ChecklistRow &row, const QDateTime &now)
{
    const Evidence *evidence = decidingEvidence(row.state);
    switch (row.state.reason) {
    case CheckReason::EvidenceStale:
        return evidence ? staleText(row.item, *evidence, now) : checkReasonText(row.state.reason);
    case CheckReason::NeverChecked:
        return row.item.mode == CheckMode::Attested
                   ? translated(QT_TRANSLATE_NOOP("CheckText", "waits for attestation"))
                   : checkReasonText(row.state.reason);
    case CheckReason::NotConfirmed:
        return row.state.machine
                   ? joinedText({seenText(*row.state.machine), checkReasonText(row.state.reason)})
                   : checkReasonText(row.state.reason);
    case CheckReason::None:
        return evidence ? seenText(*evidence) : checkResultText(CheckResult::Unknown);
    default:
        return checkReasonText(row.state.reason);
    }
}

} // namespace

CheckAction checkActionOf(CheckMode mode)
{
    switch (mode) {
    case CheckMode::Machine:
        return CheckAction::Recheck;
    case CheckMode::Confirmed:
        return CheckAction::Confirm;
    case CheckMode::Attested:
        break;
    }
    return CheckAction::Attest;
}

QString checkActionText(CheckAction action)
{
    switch (action) {
    case CheckAction::Recheck:
        return translated(QT_TRANSLATE_NOOP("CheckText", "Re-check"));
    case CheckAction::Confirm:
        //: confirms what the machine saw
        return translated(QT_TRANSLATE_NOOP("CheckText", "Confirm…"));
    case CheckAction::Attest:
        break;
    }
    //: a person gives their word on an item
    return translated(QT_TRANSLATE_NOOP("CheckText", "Attest…"));
}

const Evidence *decidingEvidence(const CheckState &state)
{
    const Evidence *machine = state.machine ? &*state.machine : nullptr;
    const Evidence *person = state.confirmed ? &*state.confirmed : nullptr;
    if (machine == nullptr || person == nullptr) {
        return machine ? machine : person;
    }
    // What failed decides; else the older of the two is what runs out first.
    if (state.mode == CheckMode::Attested || person->result == CheckResult::Fail) {
        return person;
    }
    return machine;
}

QString seenText(const Evidence &evidence)
{
    if (!evidence.byPerson) {
        return evidence.code.isEmpty() ? checkResultText(evidence.result)
                                       : probeFindingText(evidence.code, evidence.args);
    }
    const QString person = safeText(evidence.person, 40);
    const QString said = evidence.result == CheckResult::Pass
                             //: %1 is a person
                             ? translated(QT_TRANSLATE_NOOP("CheckText", "%1 confirmed")).arg(person)
                             //: %1 is a person
                             : translated(QT_TRANSLATE_NOOP("CheckText", "%1 says it fails")).arg(person);
    QStringList parts{said};
    for (const QString &more : {evidence.comment, evidence.link}) {
        if (!more.isEmpty()) {
            parts.append(safeText(more, 200));
        }
    }
    return joinedText(parts);
}

QString evidenceText(const ChecklistRow &row, const QDateTime &now, TimeZoneChoice zone)
{
    if (row.running) {
        return translated(QT_TRANSLATE_NOOP("CheckText", "checking…"));
    }
    switch (row.state.result) {
    case CheckResult::Waived:
    case CheckResult::NotApplicable:
        return row.state.waiver ? waivedText(row, now, zone) : checkResultText(row.state.result);
    case CheckResult::Pass:
        return passedText(row);
    case CheckResult::Fail: {
        const Evidence *evidence = decidingEvidence(row.state);
        return evidence ? seenText(*evidence) : checkResultText(CheckResult::Fail);
    }
    case CheckResult::Unknown:
        break;
    }
    return unknownText(row, now);
}

QString evidenceTimeText(const CheckState &state, const QDateTime &now, TimeZoneChoice zone)
{
    const Evidence *evidence = decidingEvidence(state);
    if (evidence == nullptr) {
        return dashText();
    }
    constexpr qint64 hour = 3600;
    return evidence->at.secsTo(now) < hour ? agoText(evidence->at, now) : clockText(evidence->at, now, zone);
}

QString waiverText(const Waiver &waiver, const QDateTime &now, TimeZoneChoice zone)
{
    const QString kind = checkResultText(waiver.kind);
    const QString who = safeText(waiver.requester, 40);
    const QString until = clockText(waiver.until, now, zone);
    const QString reason = safeText(waiver.reason, 300);
    if (waiver.grantedBy.isEmpty()) {
        //: %1: waived or not applicable, %2 person, %3 time, %4 reason
        return translated(
                   QT_TRANSLATE_NOOP("CheckText", "%1: asked by %2 until %3, waits for a second person. %4"))
            .arg(kind, who, until, reason);
    }
    const QString granted = safeText(waiver.grantedBy, 40);
    if (now >= waiver.until) {
        //: %1: waived or not applicable, %2 and %3 people, %4 time, %5 reason
        return translated(QT_TRANSLATE_NOOP("CheckText", "%1: asked by %2, granted by %3, ended %4. %5"))
            .arg(kind, who, granted, until, reason);
    }
    //: %1: waived or not applicable, %2 and %3 people, %4 time, %5 reason
    return translated(QT_TRANSLATE_NOOP("CheckText", "%1: asked by %2, granted by %3, holds until %4. %5"))
        .arg(kind, who, granted, until, reason);
}

} // namespace signalbox
