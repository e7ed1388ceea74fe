// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

using Result = CheckResult;

/// Everything known about the one item, and the moment it is looked at.
struct World {
    QVector<Evidence> evidence;
    QVector<Waiver> waivers;
    Binding current = binding();
    QDateTime now = minute(0);

    void sees(bool byPerson, Result result, qint64 at)
    {
        Evidence one;
        one.id = str("e-%1").arg(evidence.size());
        one.checklist = str("before");
        one.item = str("nodes");
        one.result = result;
        one.byPerson = byPerson;
        one.person = str("quinn");
        one.comment = byPerson ? str("called them") : QString();
        one.code = byPerson ? QString() : str("nodes-ready");
        one.binding = binding();
        one.at = minute(at);
        evidence.append(one);
    }
    void waives(qint64 until, bool granted)
    {
        Waiver waiver;
        waiver.id = str("w-%1").arg(waivers.size());
        waiver.checklist = str("before");
        waiver.item = str("nodes");
        waiver.requester = str("rita");
        waiver.requested = minute(-30);
        waiver.until = minute(until);
        if (granted) {
            waiver.grantedBy = str("adam");
            waiver.granted = minute(-20);
        }
        waivers.append(waiver);
    }
};

const QStringList states{str("nothing"),        str("machine passed"), str("machine failed"),
                         str("machine unsure"), str("machine stale"),  str("confirmed"),
                         str("attested"),       str("denied"),         str("waived"),
                         str("waiver asked"),   str("waiver over")};

World reach(const QString &state)
{
    World world;
    if (state == str("machine passed") || state == str("confirmed") || state == str("denied")) {
        world.sees(false, Result::Pass, -5);
    } else if (state == str("machine failed")) {
        world.sees(false, Result::Fail, -5);
    } else if (state == str("machine unsure")) {
        world.sees(false, Result::Unknown, -5);
    } else if (state == str("machine stale")) {
        world.sees(false, Result::Pass, -11);
    }
    if (state == str("confirmed") || state == str("attested")) {
        world.sees(true, Result::Pass, -4);
    } else if (state == str("denied")) {
        world.sees(true, Result::Fail, -4);
    } else if (state == str("waived") || state == str("waiver asked")) {
        world.waives(60, state == str("waived"));
    } else if (state == str("waiver over")) {
        world.waives(0, true);
    }
    return world;
}

const QStringList events{str("nothing"),          str("machine passes"), str("machine fails"),
                         str("machine unsure"),   str("person passes"),  str("person fails"),
                         str("waiver granted"),   str("plan changes"),   str("artefact changes"),
                         str("11 minutes later"), str("25 hours later")};

void happen(World &world, const QString &event)
{
    if (event == str("machine passes")) {
        world.sees(false, Result::Pass, 0);
    } else if (event == str("machine fails")) {
        world.sees(false, Result::Fail, 0);
    } else if (event == str("machine unsure")) {
        world.sees(false, Result::Unknown, 0);
    } else if (event == str("person passes")) {
        world.sees(true, Result::Pass, 0);
    } else if (event == str("person fails")) {
        world.sees(true, Result::Fail, 0);
    } else if (event == str("waiver granted")) {
        world.waives(60, true);
    } else if (event == str("plan changes")) {
        world.current = binding("plan-2");
    } else if (event == str("artefact changes")) {
        world.current = binding("plan-1", "image-2");
    } else if (event == str("11 minutes later")) {
        world.now = minute(11);
    } else if (event == str("25 hours later")) {
        world.now = minute(25 * 60);
    }
}

Checklist checklist(CheckMode mode)
{
    CheckItem item;
    item.id = str("nodes");
    item.mode = mode;
    item.freshness = std::chrono::minutes(10);
    item.bindsArtefact = true;
    CheckGroup group;
    group.items = {item};
    Checklist list;
    list.id = str("before");
    list.groups = {group};
    return list;
}

/// One row a state, one letter an event: Pass, Fail, Unknown, Waived.
QStringList tableOf(CheckMode mode)
{
    switch (mode) {
    case CheckMode::Machine:
        return {str("UPFUUUWUUUU"), str("PPFUPPPUUUU"), str("FPFUFFWUUUU"), str("UPFUUUWUUUU"),
                str("UPFUUUWUUUU"), str("PPFUPPPUUUU"), str("UPFUUUWUUUU"), str("PPFUPPPUUUU"),
                str("WPWWWWWWWWU"), str("UPFUUUWUUUU"), str("UPFUUUWUUUU")};
    case CheckMode::Confirmed:
        return {str("UUFUUUWUUUU"), str("UUFUPFWUUUU"), str("FUFUFFWUUUU"), str("UUFUUUWUUUU"),
                str("UUFUUUWUUUU"), str("PPFUPFPUUUU"), str("UUFUUUWUUUU"), str("FFFUPFWUUUU"),
                str("WWWWWWWWWWU"), str("UUFUUUWUUUU"), str("UUFUUUWUUUU")};
    case CheckMode::Attested:
        break;
    }
    return {str("UUUUPFWUUUU"), str("UUUUPFWUUUU"), str("UUUUPFWUUUU"), str("UUUUPFWUUUU"),
            str("UUUUPFWUUUU"), str("PPPPPFPUUUU"), str("PPPPPFPUUUU"), str("FFFFPFWUUUU"),
            str("WWWWPWWWWWU"), str("UUUUPFWUUUU"), str("UUUUPFWUUUU")};
}

QChar letterOf(Result result)
{
    return str("PFUWN").at(static_cast<int>(result));
}

} // namespace

class CheckMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateByEvent_data();
    void stateByEvent();
};

void CheckMatrixTest::stateByEvent_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QChar>("expected");
    const QStringList names{str("A"), str("S"), str("M")};
    for (int mode = 0; mode < 3; ++mode) {
        const QStringList table = tableOf(static_cast<CheckMode>(mode));
        QCOMPARE(table.size(), states.size());
        for (qsizetype row = 0; row < states.size(); ++row) {
            QCOMPARE(table.at(row).size(), events.size());
            for (qsizetype column = 0; column < events.size(); ++column) {
                const QString name =
                    names.at(mode) + str(": ") + states.at(row) + str(" × ") + events.at(column);
                QTest::newRow(qPrintable(name))
                    << mode << states.at(row) << events.at(column) << table.at(row).at(column);
            }
        }
    }
}

void CheckMatrixTest::stateByEvent()
{
    QFETCH(int, mode);
    QFETCH(QString, state);
    QFETCH(QString, event);
    QFETCH(QChar, expected);
    World world = reach(state);
    happen(world, event);
    const ChecklistState list = evaluateChecklist(checklist(static_cast<CheckMode>(mode)), world.evidence,
                                                  world.waivers, world.current, world.now);
    QCOMPARE(list.items.size(), 1);
    const CheckState &item = list.items.first();
    QCOMPARE(letterOf(item.result), expected);
    QCOMPARE(list.complete, item.satisfied());
    QCOMPARE(list.satisfied + list.failed + list.unknown, 1);
    // A waiver is displayed whatever became of it.
    QCOMPARE(item.waiver.has_value(), !world.waivers.isEmpty());
    // Order of arrival says nothing.
    std::reverse(world.evidence.begin(), world.evidence.end());
    QCOMPARE(evaluateChecklist(checklist(static_cast<CheckMode>(mode)), world.evidence, world.waivers,
                               world.current, world.now),
             list);
    // What it says holds until the moment it names, and not a millisecond longer.
    if (item.validUntil.isValid() && world.now <= item.validUntil) {
        const auto at = [&](const QDateTime &when) {
            return evaluateChecklist(checklist(static_cast<CheckMode>(mode)), world.evidence, world.waivers,
                                     world.current, when)
                .items.first();
        };
        QCOMPARE(at(item.validUntil).result, item.result);
        QVERIFY(at(milli(item.validUntil, 1)).result != item.result);
    }
}

QTEST_GUILESS_MAIN(CheckMatrixTest)
#include "checkmatrix_test.moc"
