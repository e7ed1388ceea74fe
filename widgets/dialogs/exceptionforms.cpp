// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/exceptionforms.h"

#include "widgets/style/checktext.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("DecisionForms", text);
}

QString reasonWord()
{
    return translated(QT_TRANSLATE_NOOP("DecisionForms", "Reason"));
}

QString untilWord()
{
    //: end of a waiver or an exception
    return translated(QT_TRANSLATE_NOOP("DecisionForms", "Until (UTC)"));
}

struct FoundItem {
    const CheckItem *item = nullptr;
    const CheckState *state = nullptr;
};

FoundItem itemOf(const DecisionView &view, const QString &checklist, const QString &id)
{
    FoundItem found;
    for (const ChecklistView &list : view.checklists) {
        if (list.checklist.id != checklist) {
            continue;
        }
        for (const CheckGroup &group : list.checklist.groups) {
            for (const CheckItem &item : group.items) {
                found.item = item.id == id ? &item : found.item;
            }
        }
        for (const CheckState &state : list.state.items) {
            found.state = state.item == id ? &state : found.state;
        }
    }
    return found;
}

DecisionForm attestForm(const FoundItem &found)
{
    DecisionForm form;
    const QString title = planText(found.item->title, 120);
    const bool confirms = found.item->mode == CheckMode::Confirmed;
    form.title = (confirms ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Confirm: %1"))
                           : translated(QT_TRANSLATE_NOOP("DecisionForms", "Attest: %1")))
                     .arg(title);
    if (confirms && found.state != nullptr && found.state->machine) {
        //: %1 is what a probe saw
        form.lines.append(translated(QT_TRANSLATE_NOOP("DecisionForms", "The machine saw: %1"))
                              .arg(seenText(*found.state->machine)));
    }
    form.lines.append(
        translated(QT_TRANSLATE_NOOP("DecisionForms", "Your name and the time stand with it.")));
    form.confirm = confirms ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Confirm"))
                            : translated(QT_TRANSLATE_NOOP("DecisionForms", "Attest"));
    form.choiceLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Result"));
    form.choices = {{QStringLiteral("pass"), checkResultText(CheckResult::Pass)},
                    {QStringLiteral("fail"), checkResultText(CheckResult::Fail)}};
    form.reasonLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Comment"));
    form.linkLabel = translated(QT_TRANSLATE_NOOP("DecisionForms", "Link to evidence"));
    form.proofRequired = !confirms;
    return form;
}

DecisionForm waiverForm(const FoundItem &found, bool waives, const QDateTime &now)
{
    DecisionForm form;
    const QString title = planText(found.item->title, 120);
    form.title =
        (waives ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask to waive: %1"))
                : translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask to mark as not applicable: %1")))
            .arg(title);
    form.lines = {
        translated(QT_TRANSLATE_NOOP("DecisionForms", "It holds once a second person grants it, until the "
                                                      "date, and stays visible for ever."))};
    form.confirm = waives ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask for a waiver"))
                          : translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask for not applicable"));
    form.reasonLabel = reasonWord();
    form.reasonRequired = true;
    form.untilLabel = untilWord();
    form.until = now.addDays(1);
    form.latest = now.addSecs(std::chrono::seconds(longestWaiver).count());
    return form;
}

DecisionForm setAsideForm(const DecisionIntent &intent, const DecisionView &view, const QDateTime &now)
{
    DecisionForm form;
    const bool isSingle = interlockType(intent.rule) == InterlockType::Single;
    //: %1 is the id of a rule: INV-10
    form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Set %1 aside")).arg(interlockId(intent.rule));
    for (const InterlockHold &hold : view.nextStep.holds) {
        if (hold.rule == intent.rule) {
            form.lines.append(messageText(hold.reason));
        }
    }
    form.lines.append(isSingle ? translated(QT_TRANSLATE_NOOP("DecisionForms",
                                                              "Your word is enough for this rule. It stays "
                                                              "visible for ever."))
                               : translated(QT_TRANSLATE_NOOP(
                                     "DecisionForms", "A second person has to grant it. It stays visible "
                                                      "for ever.")));
    form.confirm = isSingle ? translated(QT_TRANSLATE_NOOP("DecisionForms", "Set aside"))
                            : translated(QT_TRANSLATE_NOOP("DecisionForms", "Ask to set aside"));
    form.isDanger = true;
    form.reasonLabel = reasonWord();
    form.reasonRequired = true;
    form.untilLabel = untilWord();
    form.until = now.addSecs(30 * 60);
    form.latest = now.addSecs(std::chrono::seconds(longestOverride).count() - 60);
    return form;
}

DecisionForm grantWaiverForm(const DecisionIntent &intent, const DecisionView &view, const QDateTime &now,
                             TimeZoneChoice zone)
{
    DecisionForm form;
    for (const Waiver &waiver : view.waivers) {
        if (waiver.id == intent.id) {
            const FoundItem found = itemOf(view, waiver.checklist, waiver.item);
            const QString title = found.item ? planText(found.item->title, 120) : safeText(waiver.item, 120);
            //: %1 is an item of a checklist
            form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Grant the waiver of: %1")).arg(title);
            form.lines = {waiverText(waiver, now, zone)};
            form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Grant"));
        }
    }
    return form;
}

DecisionForm grantOverrideForm(const DecisionIntent &intent, const DecisionView &view, const QDateTime &now,
                               TimeZoneChoice zone)
{
    DecisionForm form;
    for (const Override &exception : view.overrides) {
        if (exception.id == intent.id) {
            //: %1 is the id of a rule: INV-10
            form.title = translated(QT_TRANSLATE_NOOP("DecisionForms", "Grant that %1 is set aside"))
                             .arg(safeText(exception.rule, 20));
            //: %1 person, %2 time, %3 reason
            form.lines = {translated(QT_TRANSLATE_NOOP("DecisionForms", "%1 asks for it until %2: %3"))
                              .arg(safeText(exception.requester, 60), clockText(exception.until, now, zone),
                                   safeText(exception.reason, 400))};
            form.confirm = translated(QT_TRANSLATE_NOOP("DecisionForms", "Grant"));
            form.isDanger = true;
        }
    }
    return form;
}

} // namespace

DecisionForm exceptionForm(const DecisionIntent &intent, const DecisionView &view, const QDateTime &now,
                           TimeZoneChoice zone)
{
    const FoundItem found = itemOf(view, intent.id, intent.part);
    switch (intent.kind) {
    case DecisionIntent::Kind::Attest:
        return found.item ? attestForm(found) : DecisionForm();
    case DecisionIntent::Kind::Waive:
    case DecisionIntent::Kind::NotApplicable:
        return found.item ? waiverForm(found, intent.kind == DecisionIntent::Kind::Waive, now)
                          : DecisionForm();
    case DecisionIntent::Kind::SetAside:
        return setAsideForm(intent, view, now);
    case DecisionIntent::Kind::GrantWaiver:
        return grantWaiverForm(intent, view, now, zone);
    case DecisionIntent::Kind::GrantOverride:
        return grantOverrideForm(intent, view, now, zone);
    default:
        return {};
    }
}

} // namespace signalbox
