// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planrecurrence.h"

#include <QTest>

namespace signalbox
{

class PlanRecurrenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shape_data();
    void shape();
};

void PlanRecurrenceTest::shape_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *rule, const char *wrong) {
        QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(wrong);
    };
    row("FREQ=WEEKLY;BYDAY=SU", "");
    row("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=18", "");
    row("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1", "");
    row("FREQ=DAILY;INTERVAL=2;COUNT=10", "");
    row("FREQ=WEEKLY;UNTIL=20271231T235959Z;WKST=MO", "");
    row("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "");
    row("FREQ=YEARLY;BYMONTHDAY=-31", "");
    row("BYDAY=SU", "BYDAY=SU");
    row("FREQ=WEEKLY;BYDAY=", "BYDAY=");
    row("FREQ=WEEKLY;BYDAY=SUN", "BYDAY=SUN");
    row("FREQ=WEEKLY;BYDAY=0SU", "BYDAY=0SU");
    row("FREQ=weekly", "FREQ=weekly");
    row("FREQ=SECONDLY", "FREQ=SECONDLY");
    row("FREQ=MINUTELY", "FREQ=MINUTELY");
    row("FREQ=WEEKLY;FREQ=DAILY", "FREQ=DAILY");
    row("FREQ=DAILY;COUNT=0", "COUNT=0");
    row("FREQ=DAILY;COUNT=1,2", "COUNT=1,2");
    row("FREQ=DAILY;COUNT=3;UNTIL=20270101", "FREQ=DAILY;COUNT=3;UNTIL=20270101");
    row("FREQ=DAILY;BYHOUR=24", "BYHOUR=24");
    row("FREQ=DAILY;BYHOUR=-1", "BYHOUR=-1");
    row("FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY=0");
    row("FREQ=DAILY;BYMONTHDAY=99999999999", "BYMONTHDAY=99999999999");
    row("FREQ=DAILY;UNTIL=tomorrow", "UNTIL=tomorrow");
    row("FREQ=DAILY;RSCALE=CHINESE", "RSCALE=CHINESE");
    row("RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY");
    row("FREQ=DAILY;", ";");
    row("0 2 * * 0", "0 2 * * 0");
}

void PlanRecurrenceTest::shape()
{
    QFETCH(QString, rule);
    QFETCH(QString, wrong);
    QCOMPARE(wrongRecurrencePart(rule), wrong);
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanRecurrenceTest)
#include "planrecurrence_test.moc"
