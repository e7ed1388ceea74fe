// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calendar/recurrence.h"
#include "models/calendar/releasecalendar.h"

#include <QElapsedTimer>
#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

QDateTime utc(const char *text)
{
    QDateTime time = QDateTime::fromString(QLatin1String(text), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time;
}

CalendarEntry entryOf(CalendarKind kind, const char *zone, const char *start, std::chrono::seconds duration,
                      const char *rule = "")
{
    CalendarEntry entry;
    entry.id = QStringLiteral("entry");
    entry.kind = kind;
    entry.title = {QStringLiteral("Night"), QStringLiteral("夜間"), QStringLiteral("夜间")};
    entry.timeZone = QLatin1String(zone);
    entry.start = QLatin1String(start);
    entry.duration = duration;
    entry.recurrence = QLatin1String(rule);
    return entry;
}

QString textOf(const Result<QVector<CalendarWindow>> &windows)
{
    if (!windows) {
        return QStringLiteral("error: ") + windows.error().detail;
    }
    QStringList lines;
    for (const CalendarWindow &window : *windows) {
        lines << window.from.toString(QStringLiteral("MM-dd HH:mm")) + QLatin1Char('/') +
                     window.until.toString(QStringLiteral("MM-dd HH:mm"));
    }
    return lines.join(QLatin1Char(' '));
}

} // namespace

Q_DECLARE_METATYPE(signalbox::CalendarEntry)

class ReleaseCalendarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windows_data()
    {
        QTest::addColumn<CalendarEntry>("entry");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("expected"); ///< in UTC
        using K = CalendarKind;
        const auto row = [](const char *name, const CalendarEntry &entry, const char *from, const char *until,
                            const char *expected) {
            QTest::newRow(name) << entry << QString::fromLatin1(from) << QString::fromLatin1(until)
                                << QString::fromLatin1(expected);
        };
        row("once", entryOf(K::Freeze, "Asia/Taipei", "2026-12-24T18:00", 12h), "2026-12-24T00:00",
            "2026-12-26T00:00", "12-24 10:00/12-24 22:00");
        row("once, already running", entryOf(K::Freeze, "Asia/Taipei", "2026-12-24T18:00", 12h),
            "2026-12-24T21:59", "2026-12-26T00:00", "12-24 10:00/12-24 22:00");
        row("once, just over", entryOf(K::Freeze, "Asia/Taipei", "2026-12-24T18:00", 12h), "2026-12-24T22:00",
            "2026-12-26T00:00", "");
        row("every Sunday in Taipei",
            entryOf(K::Maintenance, "Asia/Taipei", "2026-01-04T02:00", 2h, "FREQ=WEEKLY;BYDAY=SU"),
            "2026-11-20T00:00", "2026-12-01T00:00", "11-21 18:00/11-21 20:00 11-28 18:00/11-28 20:00");
        row("first Monday of the quarter",
            entryOf(K::Release, "Asia/Taipei", "2026-01-05T22:00", 4h,
                    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO"),
            "2026-06-01T00:00", "2026-12-01T00:00", "07-06 14:00/07-06 18:00 10-05 14:00/10-05 18:00");
        row("counted", entryOf(K::Freeze, "Asia/Taipei", "2026-11-01T08:00", 1h, "FREQ=DAILY;COUNT=3"),
            "2026-11-02T00:00", "2026-12-01T00:00", "11-02 00:00/11-02 01:00 11-03 00:00/11-03 01:00");
        row("until", entryOf(K::Freeze, "UTC", "2026-11-01T08:00", 1h, "FREQ=DAILY;UNTIL=20261103T080000"),
            "2026-11-02T00:00", "2026-12-01T00:00", "11-02 08:00/11-02 09:00 11-03 08:00/11-03 09:00");
        // Wall clock stays, the offset moves: 02:30 is 01:30 UTC in winter and 00:30 in summer.
        row("Berlin over both changes",
            entryOf(K::Peak, "Europe/Berlin", "2026-03-27T12:00", 1h, "FREQ=DAILY"), "2026-03-28T00:00",
            "2026-03-31T00:00", "03-28 11:00/03-28 12:00 03-29 10:00/03-29 11:00 03-30 10:00/03-30 11:00");
        row("an hour that does not exist", entryOf(K::Peak, "Europe/Berlin", "2026-03-29T02:30", 1h),
            "2026-03-28T00:00", "2026-03-31T00:00", "03-29 01:30/03-29 02:30");
        row("an hour that comes twice", entryOf(K::Peak, "Europe/Berlin", "2026-10-25T02:30", 1h),
            "2026-10-24T00:00", "2026-10-26T00:00", "10-25 00:30/10-25 01:30");
        row("a month end only some months have",
            entryOf(K::Freeze, "UTC", "2026-01-31T00:00", 24h, "FREQ=MONTHLY;BYMONTHDAY=31"),
            "2026-02-01T00:00", "2026-06-01T00:00", "03-31 00:00/04-01 00:00 05-31 00:00/06-01 00:00");
        row("no such zone", entryOf(K::Freeze, "Mars/Olympus", "2026-01-31T00:00", 24h), "2026-02-01T00:00",
            "2026-06-01T00:00", "error: time zone, start or duration");
        row("start with an offset", entryOf(K::Freeze, "UTC", "2026-01-31T00:00Z", 24h), "2026-02-01T00:00",
            "2026-06-01T00:00", "error: time zone, start or duration");
        row("no duration", entryOf(K::Freeze, "UTC", "2026-01-31T00:00", 0s), "2026-02-01T00:00",
            "2026-06-01T00:00", "error: time zone, start or duration");
        row("not a rule", entryOf(K::Freeze, "UTC", "2026-01-31T00:00", 1h, "EVERY SECOND TUESDAY"),
            "2026-02-01T00:00", "2026-06-01T00:00", "error: recurrence: not an RFC 5545 rule");
        row("every second", entryOf(K::Freeze, "UTC", "2026-01-31T00:00", 1h, "FREQ=SECONDLY"),
            "2026-02-01T00:00", "2026-06-01T00:00", "error: recurrence: more often than daily");
        row("many a day",
            entryOf(K::Freeze, "UTC", "2026-01-31T00:00", 1h,
                    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
                    "BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55"),
            "2026-02-01T00:00", "2026-06-01T00:00", "error: recurrence: too many occurrences");
    }

    void windows()
    {
        QFETCH(CalendarEntry, entry);
        QFETCH(QString, from);
        QFETCH(QString, until);
        const auto found = windowsOf(entry, utc(qPrintable(from)), utc(qPrintable(until)));
        QTEST(textOf(found), "expected");
    }

    void exceptedDatesAreLeftOut()
    {
        CalendarEntry entry =
            entryOf(CalendarKind::Peak, "Asia/Taipei", "2026-11-01T18:00", 1h, "FREQ=DAILY");
        entry.exceptDates = {QStringLiteral("2026-11-03"), QStringLiteral("2026-11-05T18:00"),
                             QStringLiteral("2026-11-06T17:00")};
        const auto found = windowsOf(entry, utc("2026-11-02T12:00"), utc("2026-11-07T00:00"));
        QCOMPARE(textOf(found), QStringLiteral("11-04 10:00/11-04 11:00 11-06 10:00/11-06 11:00"));
    }

    void aRuleThatNeverMatchesEnds()
    {
        const CalendarEntry never = entryOf(CalendarKind::Freeze, "UTC", "2026-01-30T00:00", 1h,
                                            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
        const auto found = windowsOf(never, utc("2026-11-02T12:00"), utc("2027-11-02T12:00"));
        QVERIFY(!found || found->isEmpty());
    }

    void verdict_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("opens"); ///< empty: open
        QTest::addColumn<QString>("closes");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("working day") << "2026-11-23T02:00"
                                     << ""
                                     << "2026-11-23T09:00" << 0;
        QTest::newRow("ends inside the peak") << "2026-11-23T05:30"
                                              << ""
                                              << "2026-11-23T09:00" << 1;
        QTest::newRow("first moment of the peak") << "2026-11-23T09:00"
                                                  << "2026-11-23T13:00"
                                                  << "" << 0;
        QTest::newRow("last moment of the peak") << "2026-11-23T12:59"
                                                 << "2026-11-23T13:00"
                                                 << "" << 0;
        QTest::newRow("peak over") << "2026-11-23T13:00"
                                   << ""
                                   << "2026-11-24T09:00" << 0;
        // The freeze of the 24th begins inside that evening's peak: one closure, until the freeze ends.
        QTest::newRow("peak that runs into the freeze") << "2026-12-24T09:30"
                                                        << "2027-01-02T16:00"
                                                        << "" << 0;
    }

    void verdict()
    {
        CalendarEntry peak = entryOf(CalendarKind::Peak, "Asia/Taipei", "2026-11-02T17:00", 4h,
                                     "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        peak.id = QStringLiteral("peak");
        CalendarEntry freeze =
            entryOf(CalendarKind::Freeze, "Asia/Taipei", "2026-12-24T20:00", std::chrono::hours(9 * 24 + 4));
        freeze.id = QStringLiteral("year-end");
        QFETCH(QString, now);
        const auto verdict = askCalendar({peak, freeze}, {}, utc(qPrintable(now)), 4h);
        QVERIFY(verdict);
        const auto text = [](const QDateTime &time) {
            return time.isValid() ? time.toString(QStringLiteral("yyyy-MM-ddTHH:mm")) : QString();
        };
        QTEST(verdict->closed ? text(verdict->closed->opens) : QString(), "opens");
        QTEST(text(verdict->closes), "closes");
        QFETCH(int, conflicts);
        QCOMPARE(verdict->conflicts.size(), conflicts);
    }

    void scopeDecidesWhoIsConcerned()
    {
        CalendarEntry freeze = entryOf(CalendarKind::Freeze, "UTC", "2026-11-21T00:00", 24h);
        freeze.services = {QStringLiteral("web")};
        freeze.regions = {QStringLiteral("tpe")};
        const QDateTime now = utc("2026-11-21T12:00");
        QVERIFY(askCalendar({freeze}, {QStringLiteral("web"), QStringLiteral("tpe")}, now, 1h)->closed);
        QVERIFY(askCalendar({freeze}, {}, now, 1h)->closed);
        QVERIFY(!askCalendar({freeze}, {QStringLiteral("api"), QStringLiteral("tpe")}, now, 1h)->closed);
        QVERIFY(!askCalendar({freeze}, {QStringLiteral("web"), QStringLiteral("hnd")}, now, 1h)->closed);
    }

    void maintenanceAndDrillsCloseNothing()
    {
        const QDateTime now = utc("2026-11-21T12:00");
        for (const CalendarKind kind :
             {CalendarKind::Maintenance, CalendarKind::Drill, CalendarKind::Release}) {
            const auto verdict = askCalendar({entryOf(kind, "UTC", "2026-11-21T00:00", 24h)}, {}, now, 1h);
            QVERIFY(verdict && !verdict->closed && verdict->conflicts.isEmpty());
        }
    }

    void outsideTheReleaseWindowsIsAConflict()
    {
        const CalendarEntry run = entryOf(CalendarKind::Release, "UTC", "2026-11-21T09:00", 6h);
        const auto before = askCalendar({run}, {}, utc("2026-11-21T08:59"), 1h);
        QCOMPARE(before->conflicts, QVector<CalendarConflict>{CalendarConflict::OutsideReleaseWindow});
        QVERIFY(askCalendar({run}, {}, utc("2026-11-21T09:00"), 1h)->conflicts.isEmpty());
    }

    void oneUnreadableEntryMakesTheAnswerAnError()
    {
        const CalendarEntry good = entryOf(CalendarKind::Maintenance, "UTC", "2026-11-21T00:00", 24h);
        const CalendarEntry bad = entryOf(CalendarKind::Freeze, "UTC", "someday", 24h);
        const auto verdict = askCalendar({good, bad}, {}, utc("2026-11-21T12:00"), 1h);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().layer, ErrorLayer::Configuration);
    }

    void aYearLongFreezeHasNoKnownOpening()
    {
        const CalendarEntry freeze = entryOf(CalendarKind::Freeze, "UTC", "2026-01-01T00:00", 365 * 24h);
        const auto verdict = askCalendar({freeze}, {}, utc("2026-06-01T12:00"), 1h);
        QVERIFY(verdict && verdict->closed);
        QVERIFY(!verdict->closed->opens.isValid());
    }
};

QTEST_APPLESS_MAIN(ReleaseCalendarTest)
#include "releasecalendar_test.moc"
