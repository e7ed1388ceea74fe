// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planrecurrence.h"
#include "models/plan/plansections.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace signalbox
{
namespace
{

bool isLocalTime(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?\\z"));
    // Read as UTC: whether that hour exists in the zone is for the calendar, which knows what to do about it.
    return shape.match(text).hasMatch() &&
           QDateTime::fromString(text + QLatin1Char('Z'), Qt::ISODate).isValid();
}

void checkLocalTime(PlanContext &context, const PlanSpot &spot, const QString &text)
{
    if (!text.isEmpty() && !isLocalTime(text)) {
        context.complain(spot, PlanProblemCode::BadTime, {text}, QStringLiteral("2026-12-24T18:00"));
    }
}

CalendarEntry readEntry(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "calendarEntry", spot);
    CalendarEntry entry;
    object.head(entry);
    entry.kind = object.word("kind", CalendarKind::Freeze);
    entry.reason = object.localText("reason");
    entry.timeZone = object.text("timeZone");
    if (!entry.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(entry.timeZone.toUtf8())) {
        context.complain(object.spot("timeZone"), PlanProblemCode::BadTimeZone, {entry.timeZone},
                         QStringLiteral("Asia/Taipei, UTC"));
    }
    entry.start = object.text("start");
    checkLocalTime(context, object.spot("start"), entry.start);
    entry.duration = object.duration("duration");
    entry.recurrence = object.text("recurrence");
    const QString wrong = entry.recurrence.isEmpty() ? QString() : wrongRecurrencePart(entry.recurrence);
    if (!wrong.isEmpty()) {
        context.complain(object.spot("recurrence"), PlanProblemCode::BadRecurrence, {wrong},
                         QStringLiteral("FREQ=WEEKLY;BYDAY=SU"));
    }
    entry.exceptDates = object.texts("exceptDates");
    for (qsizetype i = 0; i < entry.exceptDates.size(); ++i) {
        checkLocalTime(context, object.spot("exceptDates"), entry.exceptDates.at(i));
    }
    entry.services = object.references("services", {QStringLiteral("service")});
    entry.regions = object.texts("regions");
    entry.overrideRole = object.reference("overrideRole", {QStringLiteral("role")});
    entry.owner = object.text("owner");
    return entry;
}

} // namespace

void readCalendar(PlanObject &root, ReleasePlan &plan)
{
    plan.calendar = root.list<CalendarEntry>("calendar", readEntry);
}

} // namespace signalbox
