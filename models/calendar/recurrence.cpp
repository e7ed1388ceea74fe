// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calendar/recurrence.h"

#include <QTimeZone>

#include <algorithm>
#include <libical/ical.h>
#include <memory>

namespace signalbox
{

namespace
{

/// A rule that fires more often than this in the time asked for is no calendar entry.
constexpr int mostOccurrences = 20000;
constexpr qint64 longestSpanDays = 731;

tl::unexpected<Error> unreadable(const CalendarEntry &entry, const QString &detail)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, detail, entry.id);
}

icaltimetype wallClock(const QDateTime &time)
{
    icaltimetype out = icaltime_null_time();
    out.year = time.date().year();
    out.month = time.date().month();
    out.day = time.date().day();
    out.hour = time.time().hour();
    out.minute = time.time().minute();
    out.second = time.time().second();
    return out;
}

/// RFC 5545, 3.3.5: a wall clock time that is skipped is read with the offset from before the gap, one that
/// occurs twice means the first. QDateTime alone promises neither.
QDateTime instantOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const int before = zone.offsetFromUtc(QDateTime(date.addDays(-1), time, Qt::UTC));
    const QDateTime early = QDateTime(date, time, Qt::UTC).addSecs(-before).toTimeZone(zone);
    if (early.date() == date && early.time() == time) {
        return early;
    }
    const QDateTime usual = QDateTime(date, time, zone);
    return usual.isValid() && usual.toUTC().toTimeZone(zone).time() == time ? usual : early;
}

QDateTime instantOf(const icaltimetype &time, const QTimeZone &zone)
{
    return instantOf(QDate(time.year, time.month, time.day), QTime(time.hour, time.minute, time.second),
                     zone);
}

struct IteratorDeleter {
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

/// Starts of a recurring entry, wall clock, from a little before `from` up to `until`.
Result<QVector<QDateTime>> recurringStarts(const CalendarEntry &entry, const QDateTime &first,
                                           const QDateTime &from, const QDateTime &until)
{
    const QTimeZone zone = first.timeZone();
    const QByteArray rule = entry.recurrence.toUtf8();
    const icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.constData());
    if (recurrence.freq == ICAL_NO_RECURRENCE) {
        return unreadable(entry, QStringLiteral("recurrence: not an RFC 5545 rule"));
    }
    if (recurrence.freq < ICAL_DAILY_RECURRENCE) {
        return unreadable(entry, QStringLiteral("recurrence: more often than daily"));
    }
    const std::unique_ptr<icalrecur_iterator, IteratorDeleter> iterator(
        icalrecur_iterator_new(recurrence, wallClock(first)));
    if (!iterator) {
        return unreadable(entry, QStringLiteral("recurrence: cannot be expanded"));
    }
    const QDateTime wanted = from.toTimeZone(zone).addDays(-1);
    if (recurrence.count == 0 && first < wanted) {
        icalrecur_iterator_set_start(iterator.get(), wallClock(wanted));
    }
    QVector<QDateTime> starts;
    for (int i = 0; i < mostOccurrences; ++i) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next)) {
            return starts;
        }
        const QDateTime start = instantOf(next, zone);
        if (start >= until) {
            return starts;
        }
        starts.append(start);
    }
    return unreadable(entry, QStringLiteral("recurrence: too many occurrences"));
}

} // namespace

Result<QVector<CalendarWindow>> windowsOf(const CalendarEntry &entry, const QDateTime &from,
                                          const QDateTime &until)
{
    const QTimeZone zone(entry.timeZone.toUtf8());
    const QDateTime wall = QDateTime::fromString(entry.start, Qt::ISODate);
    if (!zone.isValid() || !wall.isValid() || wall.timeSpec() != Qt::LocalTime ||
        entry.duration.count() <= 0) {
        return unreadable(entry, QStringLiteral("time zone, start or duration"));
    }
    if (!from.isValid() || !until.isValid() || from.daysTo(until) > longestSpanDays) {
        return unreadable(entry, QStringLiteral("asked for more than two years"));
    }
    const QDateTime first = instantOf(wall.date(), wall.time(), zone);
    // An occurrence that began before `from` may still be open.
    const QDateTime earliest = from.addSecs(-entry.duration.count());
    QVector<QDateTime> starts{first};
    if (!entry.recurrence.isEmpty()) {
        auto recurring = recurringStarts(entry, first, earliest, until);
        if (!recurring) {
            return tl::unexpected(recurring.error());
        }
        starts = *recurring;
    }
    QVector<CalendarWindow> windows;
    for (const QDateTime &start : std::as_const(starts)) {
        const bool excepted =
            std::any_of(entry.exceptDates.cbegin(), entry.exceptDates.cend(), [&start](const QString &date) {
                const QDateTime off = QDateTime::fromString(date, Qt::ISODate);
                return date.size() <= 10 ? off.date() == start.date()
                                         : off.date() == start.date() && off.time() == start.time();
            });
        const CalendarWindow window{start.toUTC(), start.toUTC().addSecs(entry.duration.count())};
        if (!excepted && window.until > from && window.from < until) {
            windows.append(window);
        }
    }
    return windows;
}

} // namespace signalbox
