// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetfilterproxy.h"
#include "models/items/fleetmodel.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

struct Desk {
    ManualClock clock;
    FakeClusterApi api;
    FleetStore fleet{clock};
    Desk()
    {
        fleet.addCluster(api);
        api.goLive(clock.nowUtc());
    }
    static void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    static ReleaseKey key(const QString &name)
    {
        return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), name, ReleaseKind::Rollout};
    }
};

QStringList names(const QAbstractItemModel &model, FleetGroup group)
{
    QStringList list;
    const QModelIndex parent = model.index(static_cast<int>(group), 0);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        list.append(model.index(row, 0, parent).data().toString());
    }
    return list;
}

RolloutRow broken(const QString &name)
{
    RolloutRow row = pausedCanary(QStringLiteral("u-") + name, name);
    row.phase = QStringLiteral("Degraded");
    row.pauseConditions.clear();
    row.controllerPause = false;
    return row;
}

RolloutRow waiting(const QString &name)
{
    RolloutRow row = pausedCanary(QStringLiteral("u-") + name, name);
    row.currentStepIndex = 3; // the pause without an end
    return row;
}

} // namespace

class FleetModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAndSorts();
    void announcesEveryChange();
    void answersRoles();
    void filters_data();
    void filters();
    void ownOperationIsInProgress();
    void emptyGroupsHide();
};

void FleetModelTest::groupsAndSorts()
{
    Desk desk;
    FleetModel model(desk.fleet);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.api.upsert<RolloutRow>({waiting(QStringLiteral("b")), waiting(QStringLiteral("a")),
                                 broken(QStringLiteral("z")),
                                 pausedCanary(QStringLiteral("u-t"), QStringLiteral("t")),
                                 healthyRollout(QStringLiteral("u-h"), QStringLiteral("h"))});
    Desk::settle();
    QCOMPARE(names(model, FleetGroup::NeedsDecision),
             (QStringList{QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(names(model, FleetGroup::InProgress), QStringList{QStringLiteral("t")});
    QCOMPARE(names(model, FleetGroup::Steady), QStringList{QStringLiteral("h")});
    const int badge = static_cast<int>(FleetModel::Role::Badge);
    QCOMPARE(model.groupIndex(FleetGroup::NeedsDecision).data(badge).toInt(), 3);
    desk.api.setConnection(Freshness::Unreachable, desk.clock.nowUtc());
    Desk::settle();
    QCOMPARE(names(model, FleetGroup::Unreachable).size(), 5);
    QVERIFY(names(model, FleetGroup::NeedsDecision).isEmpty());
}

void FleetModelTest::announcesEveryChange()
{
    Desk desk;
    FleetModel model(desk.fleet);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    const QVector<QVector<RolloutRow>> rounds{
        {waiting(QStringLiteral("a")), waiting(QStringLiteral("b"))},
        {broken(QStringLiteral("b"))},
        {healthyRollout(QStringLiteral("u-a"), QStringLiteral("a")), waiting(QStringLiteral("c"))},
        {waiting(QStringLiteral("a"))},
    };
    for (const auto &rows : rounds) {
        desk.api.upsert<RolloutRow>(rows);
        Desk::settle();
        QCOMPARE(mirror.told(), mirror.actual());
    }
    QCOMPARE(names(model, FleetGroup::NeedsDecision),
             (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    desk.api.remove<RolloutRow>({QStringLiteral("u-b")});
    Desk::settle();
    QCOMPARE(mirror.told(), mirror.actual());
    QCOMPARE(mirror.resets, 0);
    // A heartbeat is nothing to repaint for.
    const int changes = mirror.changes;
    desk.api.setSource(ResourceKind::Rollout, Freshness::Live, at(12, 0));
    Desk::settle();
    QCOMPARE(mirror.changes, changes);
}

void FleetModelTest::answersRoles()
{
    Desk desk;
    FleetModel model(desk.fleet);
    desk.api.upsert<RolloutRow>({pausedCanary()});
    desk.api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4),
                                    replicaSet(QStringLiteral("u-cart"), QStringLiteral("new"), 2, 1)});
    Desk::settle();
    const QModelIndex index = model.indexOf(Desk::key(QStringLiteral("cart")));
    QVERIFY(index.isValid());
    const auto value = [&](FleetModel::Role role) { return index.data(static_cast<int>(role)); };
    QCOMPARE(value(FleetModel::Role::Key).value<ReleaseKey>().name, QStringLiteral("cart"));
    QCOMPARE(value(FleetModel::Role::State).value<ReleaseState>(), ReleaseState::WaitingForTime);
    QCOMPARE(value(FleetModel::Role::FromVersion).toString(), QStringLiteral("1.0"));
    QCOMPARE(value(FleetModel::Role::ToVersion).toString(), QStringLiteral("2.0"));
    QCOMPARE(value(FleetModel::Role::Weights).value<CanaryWeights>().set, std::optional(20));
    QCOMPARE(value(FleetModel::Role::Badge).toInt(), 0);
    QCOMPARE(value(FleetModel::Role::Cluster).toString(), QStringLiteral("prod"));
    QCOMPARE(value(FleetModel::Role::BackendPhase).toString(), QStringLiteral("Paused"));
    QCOMPARE(value(FleetModel::Role::WaitsUntil).toDateTime(), at(10, 1));
    QCOMPARE(value(FleetModel::Role::Source).value<SourceState>().freshness, Freshness::Live);
    QVERIFY(!model.indexOf(Desk::key(QStringLiteral("nobody"))).isValid());
    QVERIFY(model.entry(model.groupIndex(FleetGroup::Steady)) == nullptr);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

void FleetModelTest::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("shown");
    const QStringList all{QStringLiteral("wait"), QStringLiteral("calm")};
    QTest::newRow("none") << QString() << all;
    QTest::newRow("word") << QStringLiteral("cal") << QStringList{QStringLiteral("calm")};
    QTest::newRow("state") << QStringLiteral("state=healthy") << QStringList{QStringLiteral("calm")};
    QTest::newRow("not state") << QStringLiteral("!state=healthy") << QStringList{QStringLiteral("wait")};
    QTest::newRow("cluster") << QStringLiteral("cluster=prod ns=shop kind=rollout") << all;
    QTest::newRow("nothing") << QStringLiteral("cluster=dev") << QStringList();
    QTest::newRow("regex") << QStringLiteral("name=~^w") << QStringList{QStringLiteral("wait")};
}

void FleetModelTest::filters()
{
    QFETCH(QString, text);
    Desk desk;
    FleetModel model(desk.fleet);
    FleetFilterProxy proxy;
    proxy.setSourceModel(&model);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.api.upsert<RolloutRow>(
        {healthyRollout(QStringLiteral("u-calm"), QStringLiteral("calm")), waiting(QStringLiteral("wait"))});
    Desk::settle();
    proxy.setFilterText(text);
    QStringList shown;
    for (int group = 0; group < proxy.rowCount(); ++group) {
        shown += names(proxy, static_cast<FleetGroup>(group));
    }
    QTEST(shown, "shown");
}

void FleetModelTest::ownOperationIsInProgress()
{
    Desk desk;
    FleetModel model(desk.fleet);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.api.upsert<RolloutRow>(
        {healthyRollout(QStringLiteral("u-calm"), QStringLiteral("calm")), waiting(QStringLiteral("wait"))});
    Desk::settle();
    const auto keyIn = [&model](FleetGroup group) {
        return model.entry(model.index(0, 0, model.groupIndex(group)))->key;
    };
    const ReleaseKey calm = keyIn(FleetGroup::Steady);
    const ReleaseKey wait = keyIn(FleetGroup::NeedsDecision);
    model.setRunning({calm, wait});
    QCOMPARE(model.rowCount(model.groupIndex(FleetGroup::InProgress)), 2);
    QCOMPARE(model.rowCount(model.groupIndex(FleetGroup::NeedsDecision)), 0);
    QCOMPARE(model.indexOf(wait).parent(), model.groupIndex(FleetGroup::InProgress));
    QCOMPARE(model.indexOf(wait).data(static_cast<int>(FleetModel::Role::Badge)).toInt(), 0);
    model.setRunning({});
    QVERIFY(keyIn(FleetGroup::Steady) == calm);
    QVERIFY(keyIn(FleetGroup::NeedsDecision) == wait);
}

void FleetModelTest::emptyGroupsHide()
{
    Desk desk;
    FleetModel model(desk.fleet);
    FleetFilterProxy proxy;
    proxy.setSourceModel(&model);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(proxy.rowCount(), 0);
    desk.api.upsert<RolloutRow>({healthyRollout()});
    Desk::settle();
    QCOMPARE(proxy.rowCount(), 1);
    QCOMPARE(proxy.index(0, 0).data().toString(), QStringLiteral("Steady"));
}

QTEST_GUILESS_MAIN(FleetModelTest)
#include "fleetmodel_test.moc"
