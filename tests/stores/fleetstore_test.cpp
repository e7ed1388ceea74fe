// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/fleetstore.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/rowbuilders.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class FleetStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialsNothingByItself();
    void gathersReleasesOfAllClusters();
    void aRemovedClusterTakesItsReleasesAlong();
};

void FleetStoreTest::dialsNothingByItself()
{
    const ManualClock clock;
    FakeClusterApi api;
    FleetStore fleet(clock);
    QSignalSpy spy(&fleet, &FleetStore::clustersChanged);
    ClusterStore &store = fleet.addCluster(api);
    QCOMPARE(spy.count(), 1);
    QVERIFY(!api.isOpen);
    QCOMPARE(fleet.cluster(api.description().id), &store);
    QVERIFY(fleet.cluster(ClusterId(QStringLiteral("other"))) == nullptr);
}

void FleetStoreTest::gathersReleasesOfAllClusters()
{
    const ManualClock clock;
    FakeClusterApi first(QStringLiteral("first"));
    FakeClusterApi second(QStringLiteral("second"));
    FleetStore fleet(clock);
    fleet.addCluster(first);
    fleet.addCluster(second);
    QStringList connected;
    connect(&fleet, &FleetStore::connectionChanged, this,
            [&connected](const ClusterId &id) { connected.append(id.value()); });
    first.goLive(clock.nowUtc());
    QCOMPARE(connected, QStringList{QStringLiteral("first")});
    first.upsert<RolloutRow>({healthyRollout()});
    second.upsert<RolloutRow>({healthyRollout()});
    QTRY_COMPARE(fleet.releases().size(), 2);
    for (const auto *name : {"first", "second"}) {
        const ReleaseKey key{ClusterId(QLatin1String(name)), QStringLiteral("shop"), QStringLiteral("cart"),
                             ReleaseKind::Rollout};
        QVERIFY(fleet.release(key) != nullptr);
        QCOMPARE(fleet.release(key)->key, key);
    }
}

void FleetStoreTest::aRemovedClusterTakesItsReleasesAlong()
{
    const ManualClock clock;
    FakeClusterApi api;
    FleetStore fleet(clock);
    fleet.addCluster(api).open();
    api.upsert<RolloutRow>({healthyRollout()});
    QTRY_COMPARE(fleet.releases().size(), 1);
    QSignalSpy spy(&fleet, &FleetStore::releasesChanged);
    fleet.removeCluster(api.description().id);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().at(1).value<QVector<ReleaseKey>>().size(), 1);
    QVERIFY(fleet.clusters().isEmpty());
    QVERIFY(!api.isOpen);
    api.upsert<RolloutRow>({pausedCanary()});
    QCoreApplication::processEvents();
    QVERIFY(fleet.releases().isEmpty());
}

QTEST_GUILESS_MAIN(FleetStoreTest)
#include "fleetstore_test.moc"
