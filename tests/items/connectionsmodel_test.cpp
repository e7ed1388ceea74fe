// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/connectionsmodel.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/modelmirror.h"
#include "tests/support/rowbuilders.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class ConnectionsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsClustersThenServers();
};

void ConnectionsModelTest::listsClustersThenServers()
{
    const ManualClock clock;
    FakeClusterApi first(QStringLiteral("first"));
    FakeClusterApi second(QStringLiteral("second"));
    FleetStore fleet(clock);
    ConnectionsModel model(fleet);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(model);
    ConnectionEntry prometheus;
    prometheus.kind = ConnectionKind::Metrics;
    prometheus.id = QStringLiteral("first"); // ids are unique within a kind only
    prometheus.name = QStringLiteral("Prometheus");
    model.setServers({prometheus});
    fleet.addCluster(first);
    fleet.addCluster(second);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("Prometheus"));
    const int changes = mirror.changes;
    first.setConnection(Freshness::Live, at(10, 0));
    Q_EMIT first.latencyMeasured(std::chrono::milliseconds(11));
    QCOMPARE(mirror.changes, changes + 2);
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(static_cast<int>(ConnectionsModel::Role::LatencyMs)).toInt(), 11);
    QCOMPARE(row.data(static_cast<int>(ConnectionsModel::Role::Source)).value<SourceState>().freshness,
             Freshness::Live);
    QVERIFY(!model.index(1, static_cast<int>(ConnectionsModel::Column::Latency)).data().isValid());
    ClusterIdentity identity;
    identity.user = QStringLiteral("alice");
    Q_EMIT first.identityKnown(identity);
    QCOMPARE(row.siblingAtColumn(static_cast<int>(ConnectionsModel::Column::Identity)).data().toString(),
             QStringLiteral("alice"));
    fleet.removeCluster(ClusterId(QStringLiteral("first")));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(mirror.told(), mirror.actual());
    QCOMPARE(mirror.resets, 0);
}

QTEST_GUILESS_MAIN(ConnectionsModelTest)
#include "connectionsmodel_test.moc"
