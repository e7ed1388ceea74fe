// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checklistmodel.h"
#include "tests/support/modelmirror.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

CheckItem item(int number, CheckMode mode = CheckMode::Machine)
{
    CheckItem made;
    made.id = QStringLiteral("i%1").arg(number);
    made.title = {QStringLiteral("Item %1").arg(number), {}, {}};
    made.mode = mode;
    made.freshness = std::chrono::minutes(5);
    made.probes = {QStringLiteral("p%1").arg(number)};
    return made;
}

Checklist twoGroups()
{
    Checklist list;
    list.id = QStringLiteral("before");
    list.groups = {{QStringLiteral("a"), {QStringLiteral("A"), {}, {}}, {item(1), item(2)}},
                   {QStringLiteral("b"), {QStringLiteral("B"), {}, {}}, {item(3, CheckMode::Attested)}}};
    return list;
}

ChecklistState stateOf(const Checklist &list, const QStringList &passed)
{
    ChecklistState state;
    state.checklist = list.id;
    for (const CheckGroup &group : list.groups) {
        for (const CheckItem &known : group.items) {
            CheckState one;
            one.item = known.id;
            one.mode = known.mode;
            one.result = passed.contains(known.id) ? CheckResult::Pass : CheckResult::Unknown;
            state.items.append(one);
        }
    }
    return state;
}

} // namespace

class ChecklistModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsHoldTheirItems();
    void onlyWhatDiffersIsReported();
    void anotherChecklistResets();
    void commandComesFromTheProbes();
};

void ChecklistModelTest::groupsHoldTheirItems()
{
    ChecklistModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTexts([](const ChecklistRow &row, ChecklistModel::Column column) {
        return row.item.id + QString::number(static_cast<int>(column));
    });
    const Checklist list = twoGroups();
    model.show(list, stateOf(list, {QStringLiteral("i2")}), {QStringLiteral("i3")}, {});
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(model.rowCount(first), 2);
    QCOMPARE(first.data().toString(), QStringLiteral("A"));
    QVERIFY(first.data(static_cast<int>(ChecklistModel::Role::IsGroup)).toBool());
    const QModelIndex second = model.indexOf(QStringLiteral("i2"));
    QCOMPARE(second.parent(), first);
    QVERIFY(second.data(static_cast<int>(ChecklistModel::Role::Satisfied)).toBool());
    QCOMPARE(second.siblingAtColumn(2).data().toString(), QStringLiteral("i22"));
    QVERIFY(!model.indexOf(QStringLiteral("i1"))
                 .data(static_cast<int>(ChecklistModel::Role::Satisfied))
                 .toBool());
    QVERIFY(model.row(model.indexOf(QStringLiteral("i3")))->running);
    QVERIFY(!model.row(first));
    QVERIFY(!model.indexOf(QStringLiteral("nobody")).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ChecklistModelTest::onlyWhatDiffersIsReported()
{
    ChecklistModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Checklist list = twoGroups();
    model.show(list, stateOf(list, {}), {}, {});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show(list, stateOf(list, {}), {}, {});
    QCOMPARE(changed.count(), 0);
    model.show(list, stateOf(list, {QStringLiteral("i2")}), {}, {});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().column(), ChecklistModel::columnTotal - 1);
    // An item of the same list that is not there any more.
    Checklist shorter = list;
    shorter.groups[0].items.removeFirst();
    model.show(shorter, stateOf(shorter, {QStringLiteral("i2")}), {}, {});
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QCOMPARE(reset.count(), 0);
}

void ChecklistModelTest::anotherChecklistResets()
{
    ChecklistModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Checklist list = twoGroups();
    model.show(list, stateOf(list, {}), {}, {});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    list.id = QStringLiteral("after");
    model.show(list, stateOf(list, {}), {}, {});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.checklist(), QStringLiteral("after"));
}

void ChecklistModelTest::commandComesFromTheProbes()
{
    ChecklistModel model;
    Checklist list = twoGroups();
    list.groups[0].items[1].metrics = {QStringLiteral("error-rate")};
    ProbeSpec probe;
    probe.id = QStringLiteral("p1");
    probe.kind = ProbeKind::Tls;
    probe.parameters.insert(QStringLiteral("port"), {QStringLiteral("443")});
    probe.parameters.insert(QStringLiteral("host"), {QStringLiteral("shop.example")});
    model.show(list, stateOf(list, {}), {}, {probe});
    QCOMPARE(model.row(model.indexOf(QStringLiteral("i1")))->command,
             QStringLiteral("tls host=shop.example port=443"));
    QCOMPARE(model.row(model.indexOf(QStringLiteral("i2")))->command, QStringLiteral("p2; error-rate"));
}

QTEST_GUILESS_MAIN(ChecklistModelTest)
#include "checklistmodel_test.moc"
