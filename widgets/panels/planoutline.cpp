// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/planoutline.h"

#include "models/domain/probeparameters.h"
#include "models/items/probeline.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/format.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("PlanOutline", text);
}

QString ids(const QStringList &requirements)
{
    return safeText(requirements.join(QLatin1String(", ")), 400);
}

template <typename Item> PlanLine line(const Item &item, const QString &detail = {})
{
    const QString title = planText(item.title, 300);
    return {title.isEmpty() ? safeText(item.id, 120) : title, detail, ids(item.requirements), {}};
}

/// Nothing for a section without lines.
void append(QVector<PlanLine> &sections, const char *title, QVector<PlanLine> lines)
{
    if (!lines.isEmpty()) {
        sections.append({translated(title), QString::number(lines.size()), {}, std::move(lines)});
    }
}

template <typename Item, typename Detail> QVector<PlanLine> linesOf(const QVector<Item> &items, Detail detail)
{
    QVector<PlanLine> lines;
    for (const Item &item : items) {
        lines.append(line(item, detail(item)));
    }
    return lines;
}

PlanLine gateLine(const GateRule &gate)
{
    QStringList detail;
    if (gate.timeout.count() > 0) {
        //: %1 is a duration
        detail.append(
            translated(QT_TRANSLATE_NOOP("PlanOutline", "open for %1")).arg(durationText(gate.timeout)));
    }
    detail.append(gateExpiryText(gate.onExpiry));
    PlanLine result = line(gate, joinedText(detail));
    for (const GateSeat &seat : gate.seats) {
        result.lines.append({seatTitle(seat), safeText(seat.role, 80), ids(seat.requirements), {}});
    }
    return result;
}

PlanLine checklistLine(const Checklist &list)
{
    PlanLine result = line(list, checkPhaseText(list.phase));
    for (const CheckGroup &group : list.groups) {
        PlanLine below{planText(group.title, 300), QString::number(group.items.size()), {}, {}};
        for (const CheckItem &item : group.items) {
            QStringList detail{checkModeText(item.mode)};
            if (item.freshness.count() > 0) {
                //: longest age of evidence; %1 is a duration
                detail.append(translated(QT_TRANSLATE_NOOP("PlanOutline", "counts for %1"))
                                  .arg(durationText(item.freshness)));
            }
            below.lines.append(line(item, joinedText(detail)));
        }
        result.lines.append(below);
    }
    return result;
}

PlanLine pollLine(const PollRule &poll)
{
    PlanLine result = line(poll, planText(poll.rule, 300));
    for (const Station &station : poll.stations) {
        result.lines.append(line(station, safeText(station.role, 80)));
    }
    result.lines.append(line(poll.director, safeText(poll.director.role, 80)));
    return result;
}

QString limitsText(const PlanMetric &metric)
{
    QStringList parts;
    if (metric.promoteLimit) {
        //: limit of a metric
        parts.append(translated(QT_TRANSLATE_NOOP("PlanOutline", "promotion limit %1"))
                         .arg(valueText(*metric.promoteLimit, metric.unit)));
    }
    if (metric.rollbackLimit) {
        //: limit of a metric
        parts.append(translated(QT_TRANSLATE_NOOP("PlanOutline", "rollback limit %1"))
                         .arg(valueText(*metric.rollbackLimit, metric.unit)));
    }
    return joinedText(parts);
}

QString stepText(const PlanStep &step)
{
    QStringList parts;
    if (step.selector == StepSelector::Weight) {
        parts.append(percentText(step.weight));
    }
    //: %1 is a duration
    parts.append(
        translated(QT_TRANSLATE_NOOP("PlanOutline", "bake at least %1")).arg(durationText(step.minimumSoak)));
    return joinedText(parts);
}

QString calendarText(const CalendarEntry &entry)
{
    QStringList parts{safeText(entry.start, 40), safeText(entry.timeZone, 40), durationText(entry.duration)};
    if (!entry.recurrence.isEmpty()) {
        parts.append(safeText(entry.recurrence, 200));
    }
    return joinedText(parts);
}

QVector<PlanLine> rollbackLines(const RollbackRule &rule)
{
    QVector<PlanLine> lines = linesOf(rule.triggers, [](const RollbackTrigger &trigger) {
        return trigger.automatic ? translated(QT_TRANSLATE_NOOP("PlanOutline", "by itself"))
                                 : translated(QT_TRANSLATE_NOOP("PlanOutline", "offered to a person"));
    });
    lines += linesOf(rule.steps, [](const RollbackStep &step) { return durationText(step.budget); });
    return lines;
}

void appendPeople(QVector<PlanLine> &sections, const ReleasePlan &plan)
{
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Roles"), linesOf(plan.roles, [](const PlanRole &role) {
               return safeText(role.members.join(QLatin1String(", ")), 300);
           }));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Calendar"), linesOf(plan.calendar, calendarText));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Communication"),
           linesOf(plan.communication,
                   [](const CommunicationRule &rule) { return planText(rule.condition, 200); }));
    QVector<PlanLine> contacts;
    for (const Contact &contact : plan.contacts) {
        contacts.append({planText(contact.role, 120),
                         joinedText({safeText(contact.name, 80), safeText(contact.phone, 40),
                                     safeText(contact.mail, 80)}),
                         ids(contact.requirements),
                         {}});
    }
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Contacts"), contacts);
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Retention"),
           linesOf(plan.retention, [](const RetentionRule &rule) { return durationText(rule.minimum); }));
    QVector<PlanLine> notes;
    for (const PlanNote &note : plan.notes) {
        notes.append({planText(note.text, 400), {}, ids(note.requirements), {}});
    }
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Notes"), notes);
}

} // namespace

QVector<PlanLine> planOutline(const ReleasePlan &plan)
{
    QVector<PlanLine> sections;
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Steps"), linesOf(plan.steps, stepText));
    QVector<PlanLine> gates;
    for (const GateRule &gate : plan.gates) {
        gates.append(gateLine(gate));
    }
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Gates"), gates);
    QVector<PlanLine> lists;
    for (const Checklist &list : plan.checklists) {
        lists.append(checklistLine(list));
    }
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Checklists"), lists);
    QVector<PlanLine> polls;
    for (const PollRule &poll : plan.polls) {
        polls.append(pollLine(poll));
    }
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Polls"), polls);
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Metrics"), linesOf(plan.metrics, limitsText));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Probes"),
           linesOf(plan.probes, [](const ProbeSpec &probe) { return safeText(probeLine(probe), 400); }));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Rollback"), rollbackLines(plan.rollback));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Objectives"),
           linesOf(plan.objectives,
                   [](const PlanObjective &objective) { return ratioText(objective.objective); }));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Services"),
           linesOf(plan.services, [](const PlanService &service) { return safeText(service.image, 120); }));
    append(sections, QT_TRANSLATE_NOOP("PlanOutline", "Stages"),
           linesOf(plan.stages, [](const PlanStage &stage) {
               return durationText(stage.shortest) + QStringLiteral("–") + durationText(stage.longest);
           }));
    appendPeople(sections, plan);
    return sections;
}

} // namespace signalbox
