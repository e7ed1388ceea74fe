// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/clusterstore.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "tests/support/rowbuilders.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace
{

ReleaseKey keyOf(const QString &name, ReleaseKind kind = ReleaseKind::Rollout)
{
    return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), name, kind};
}

const QString cart = QStringLiteral("cart");

struct Desk {
    ManualClock clock;
    FakeClusterApi api;
    ClusterStore store{api, clock};

    Desk()
    {
        store.open();
        api.goLive(clock.nowUtc());
        settle();
    }
    static void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
};

QVector<ReleaseKey> keysIn(const QList<QVariant> &arguments, int index)
{
    return arguments.at(index).value<QVector<ReleaseKey>>();
}

} // namespace

class ClusterStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensEverythingButPods();
    void derivesAReleaseFromItsObjects();
    void derivesOnlyWhatIsTouched_data();
    void derivesOnlyWhatIsTouched();
    void coalescesOneTurn();
    void settlesAfterASourceChanged();
    void aRelistKeepsWhatIsStillThere();
    void hidesAReferencedDeployment();
    void takesOverANameWithoutRemovingIt();
    void marksOldFacts_data();
    void marksOldFacts();
    void aHeartbeatTouchesNothing();
    void asksForRightsOnce();
    void askingEndsWithTheStore();
    void aNewIdentityForgetsRights();
    void keepsTheNewestEvents();
    void findsPodsOfARelease();
    void watchesPodsWhileSomebodyWantsThem();
    void aBurstOfPodsIsCheap();
};

void ClusterStoreTest::initTestCase()
{
    qRegisterMetaType<ResourceKind>();
}

void ClusterStoreTest::opensEverythingButPods()
{
    const Desk desk;
    QVERIFY(desk.api.isOpen);
    QVERIFY(desk.api.watched.contains(ResourceKind::Rollout));
    QVERIFY(desk.api.watched.contains(ResourceKind::Event));
    QVERIFY(!desk.api.watched.contains(ResourceKind::Pod));
}

void ClusterStoreTest::derivesAReleaseFromItsObjects()
{
    Desk desk;
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    desk.api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4),
                                    replicaSet(QStringLiteral("u-cart"), QStringLiteral("new"), 2, 1)});
    desk.api.upsert<RolloutRow>({pausedCanary()});
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(keysIn(spy.first(), 0), QVector<ReleaseKey>{keyOf(cart)});
    const Release *release = desk.store.release(keyOf(cart));
    QVERIFY(release != nullptr);
    QCOMPARE(release->revisions.size(), 2);
    QCOMPARE(release->state, ReleaseState::WaitingForTime);
    QCOMPARE(release->source.freshness, Freshness::Live);
    desk.api.remove<RolloutRow>({QStringLiteral("u-cart")});
    QTRY_COMPARE(spy.count(), 2);
    QCOMPARE(keysIn(spy.last(), 1), QVector<ReleaseKey>{keyOf(cart)});
    QVERIFY(desk.store.release(keyOf(cart)) == nullptr);
}

void ClusterStoreTest::derivesOnlyWhatIsTouched_data()
{
    QTest::addColumn<std::function<void(FakeClusterApi &)>>("change");
    QTest::addColumn<bool>("cartChanges");
    using Change = std::function<void(FakeClusterApi &)>;
    QTest::newRow("its ReplicaSet") << Change([](FakeClusterApi &api) {
        api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4)});
    }) << true;
    QTest::newRow("another's ReplicaSet") << Change([](FakeClusterApi &api) {
        api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-nobody"), QStringLiteral("x"), 1, 4)});
    }) << false;
    QTest::newRow("its analysis run") << Change([](FakeClusterApi &api) {
        api.upsert<AnalysisRunRow>(
            {analysisRun(QStringLiteral("u-cart"), QStringLiteral("run"), QStringLiteral("Running"))});
    }) << true;
    QTest::newRow("its Service") << Change([](FakeClusterApi &api) {
        api.upsert<ServiceRow>({service(QStringLiteral("cart-stable"), QStringLiteral("old"))});
    }) << true;
    QTest::newRow("an unrelated Service") << Change([](FakeClusterApi &api) {
        api.upsert<ServiceRow>({service(QStringLiteral("other"), QStringLiteral("old"))});
    }) << false;
    QTest::newRow("its autoscaler") << Change([](FakeClusterApi &api) {
        HpaRow hpa;
        hpa.meta = meta(QStringLiteral("hpa"), QStringLiteral("cart-hpa"));
        hpa.targetKind = QStringLiteral("Rollout");
        hpa.targetName = cart;
        api.upsert<HpaRow>({hpa});
    }) << true;
    QTest::newRow("a pod") << Change([](FakeClusterApi &api) {
        api.upsert<PodRow>(
            {pod(QStringLiteral("p"), QStringLiteral("rs-u-cart-old"), QStringLiteral("old"))});
    }) << false;
    QTest::newRow("the same again") << Change([](FakeClusterApi &api) {
        api.upsert<RolloutRow>({healthyRollout()});
    }) << false;
}

void ClusterStoreTest::derivesOnlyWhatIsTouched()
{
    QFETCH(std::function<void(FakeClusterApi &)>, change);
    QFETCH(bool, cartChanges);
    Desk desk;
    desk.api.upsert<RolloutRow>(
        {healthyRollout(), healthyRollout(QStringLiteral("u-tax"), QStringLiteral("tax"))});
    Desk::settle();
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    change(desk.api);
    Desk::settle();
    QCOMPARE(spy.count(), cartChanges ? 1 : 0);
    if (cartChanges) {
        QCOMPARE(keysIn(spy.first(), 0), QVector<ReleaseKey>{keyOf(cart)});
    }
}

void ClusterStoreTest::coalescesOneTurn()
{
    Desk desk;
    QSignalSpy rows(&desk.store, &ClusterStore::rowsChanged);
    QSignalSpy releases(&desk.store, &ClusterStore::releasesChanged);
    for (int revision = 1; revision <= 50; ++revision) {
        RolloutRow row = healthyRollout();
        row.meta.resourceVersion = QString::number(revision);
        desk.api.upsert<RolloutRow>({row});
    }
    QCOMPARE(rows.count(), 0);
    Desk::settle();
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.first().at(1).value<QVector<QString>>(), QVector<QString>{QStringLiteral("u-cart")});
    QCOMPARE(releases.count(), 1);
    QCOMPARE(desk.store.release(keyOf(cart))->resourceVersion, QStringLiteral("50"));
}

void ClusterStoreTest::settlesAfterASourceChanged()
{
    Desk desk;
    bool derived = false;
    QSignalSpy settled(&desk.store, &ClusterStore::settled);
    connect(&desk.store, &ClusterStore::settled, &desk.store,
            [&] { derived = desk.store.release(keyOf(cart)) != nullptr; });
    desk.api.upsert<RolloutRow>({healthyRollout()});
    desk.api.setSource(ResourceKind::Rollout, Freshness::Live, desk.clock.nowUtc());
    QVERIFY2(settled.isEmpty(), "the rows are in, the releases are not derived yet");
    Desk::settle();
    QVERIFY(!settled.isEmpty());
    QVERIFY(derived);
    settled.clear();
    desk.api.setSource(ResourceKind::Event, Freshness::Live, desk.clock.nowUtc());
    Desk::settle();
    QCOMPARE(settled.count(), 1);
}

void ClusterStoreTest::aRelistKeepsWhatIsStillThere()
{
    Desk desk;
    desk.api.upsert<RolloutRow>(
        {healthyRollout(), healthyRollout(QStringLiteral("u-tax"), QStringLiteral("tax"))});
    Desk::settle();
    QSignalSpy rows(&desk.store, &ClusterStore::rowsChanged);
    QSignalSpy releases(&desk.store, &ClusterStore::releasesChanged);
    RowChanges<RolloutRow> relist;
    relist.reset = true;
    relist.upserted = {healthyRollout()};
    Q_EMIT desk.api.changed(relist);
    Desk::settle();
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.first().at(1).value<QVector<QString>>(), QVector<QString>{QStringLiteral("u-tax")});
    QCOMPARE(rows.first().at(2).toBool(), true);
    QCOMPARE(releases.count(), 1);
    QVERIFY(keysIn(releases.first(), 0).isEmpty());
    QCOMPARE(keysIn(releases.first(), 1), QVector<ReleaseKey>{keyOf(QStringLiteral("tax"))});
    QCOMPARE(desk.store.rows<RolloutRow>().size(), 1);
}

void ClusterStoreTest::hidesAReferencedDeployment()
{
    Desk desk;
    const ReleaseKey web = keyOf(QStringLiteral("web"), ReleaseKind::Deployment);
    desk.api.upsert<DeploymentRow>({healthyDeployment()});
    Desk::settle();
    QVERIFY(desk.store.release(web) != nullptr);
    RolloutRow owner = healthyRollout();
    owner.workloadRefKind = QStringLiteral("Deployment");
    owner.workloadRefName = QStringLiteral("web");
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    desk.api.upsert<RolloutRow>({owner});
    Desk::settle();
    QVERIFY(desk.store.release(web) == nullptr);
    QCOMPARE(keysIn(spy.first(), 1), QVector<ReleaseKey>{web});
    DeploymentRow changed = healthyDeployment();
    changed.readyReplicas = 2;
    desk.api.upsert<DeploymentRow>({changed});
    Desk::settle();
    QVERIFY(desk.store.release(web) == nullptr);
    desk.api.remove<RolloutRow>({QStringLiteral("u-cart")});
    Desk::settle();
    QVERIFY(desk.store.release(web) != nullptr);
}

void ClusterStoreTest::takesOverANameWithoutRemovingIt()
{
    Desk desk;
    desk.api.upsert<RolloutRow>({healthyRollout()});
    Desk::settle();
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    desk.api.remove<RolloutRow>({QStringLiteral("u-cart")});
    desk.api.upsert<RolloutRow>({healthyRollout(QStringLiteral("u-again"))});
    Desk::settle();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(keysIn(spy.first(), 0), QVector<ReleaseKey>{keyOf(cart)});
    QVERIFY(keysIn(spy.first(), 1).isEmpty());
    QCOMPARE(desk.store.release(keyOf(cart))->uid, QStringLiteral("u-again"));
    QCOMPARE(desk.store.releases().size(), 1);
}

void ClusterStoreTest::marksOldFacts_data()
{
    QTest::addColumn<Freshness>("watch");
    QTest::addColumn<QDateTime>("watchSince");
    QTest::addColumn<Freshness>("connection");
    QTest::addColumn<QDateTime>("connectionSince");
    QTest::addColumn<Freshness>("expected");
    QTest::addColumn<QDateTime>("since");
    QTest::newRow("watch broken") << Freshness::Reconnecting << at(10, 1) << Freshness::Live << at(10, 2)
                                  << Freshness::Reconnecting << at(10, 1);
    QTest::newRow("connection lost") << Freshness::Live << at(10, 1) << Freshness::Unreachable << at(10, 2)
                                     << Freshness::Unreachable << at(10, 2);
    QTest::newRow("both, the older time counts") << Freshness::Stale << at(10, 1) << Freshness::Unreachable
                                                 << at(10, 2) << Freshness::Unreachable << at(10, 1);
    QTest::newRow("connection time unknown") << Freshness::Live << at(10, 1) << Freshness::Unreachable
                                             << QDateTime() << Freshness::Unreachable << at(10, 1);
    QTest::newRow("polling is current")
        << Freshness::Polling << at(10, 1) << Freshness::Live << at(10, 2) << Freshness::Polling << at(10, 1);
    QTest::newRow("forbidden") << Freshness::NoPermission << at(10, 1) << Freshness::Live << at(10, 2)
                               << Freshness::NoPermission << at(10, 1);
}

void ClusterStoreTest::marksOldFacts()
{
    QFETCH(Freshness, watch);
    QFETCH(QDateTime, watchSince);
    QFETCH(Freshness, connection);
    QFETCH(QDateTime, connectionSince);
    Desk desk;
    desk.api.upsert<RolloutRow>({healthyRollout()});
    Desk::settle();
    const QString version = desk.store.release(keyOf(cart))->resourceVersion;
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    desk.api.setSource(ResourceKind::Rollout, watch, watchSince);
    desk.api.setConnection(connection, connectionSince);
    Desk::settle();
    QCOMPARE(spy.count(), 1);
    const Release *release = desk.store.release(keyOf(cart));
    QTEST(release->source.freshness, "expected");
    QTEST(release->source.since, "since");
    QCOMPARE(release->resourceVersion, version);
    QCOMPARE(release->state, ReleaseState::Healthy);
}

void ClusterStoreTest::aHeartbeatTouchesNothing()
{
    Desk desk;
    desk.api.upsert<RolloutRow>({healthyRollout()});
    Desk::settle();
    QSignalSpy spy(&desk.store, &ClusterStore::releasesChanged);
    desk.api.setSource(ResourceKind::Rollout, Freshness::Live, at(11, 0));
    Desk::settle();
    QCOMPARE(spy.count(), 0);
}

void ClusterStoreTest::asksForRightsOnce()
{
    Desk desk;
    desk.api.onReview = [](const AccessQuery &query) -> Result<Access> {
        return query.subresource == QStringLiteral("status") ? Access::Denied : Access::Allowed;
    };
    desk.api.upsert<RolloutRow>({pausedCanary()});
    Desk::settle();
    const Release release = *desk.store.release(keyOf(cart));
    QSignalSpy spy(&desk.store, &ClusterStore::accessKnown);
    const PolicyContext before = desk.store.policyContext(release);
    QVERIFY(before.connected);
    const auto needed = accessNeeded(ActionKind::Promote, release);
    QCOMPARE(needed.size(), 1);
    QCOMPARE(before.access.value(needed.first()), Access::Unknown);
    const auto asked = desk.api.reviews.size();
    QTRY_COMPARE(spy.count(), 1);
    const PolicyContext after = desk.store.policyContext(release);
    QCOMPARE(after.access.value(needed.first()), Access::Denied);
    QVERIFY(!decide(ActionKind::Promote, release, after).allowed);
    QCOMPARE(desk.api.reviews.size(), asked);
    desk.clock.advance(5min);
    QCOMPARE(desk.store.access(needed.first()), Access::Denied);
    QCOMPARE(desk.api.reviews.size(), asked + 1);
}

void ClusterStoreTest::askingEndsWithTheStore()
{
    ManualClock clock;
    FakeClusterApi api;
    api.onReview = [](const AccessQuery &) -> Result<Access> { return Access::Allowed; };
    api.hold = true;
    {
        ClusterStore store(api, clock);
        api.goLive(clock.nowUtc());
        QCOMPARE(store.access({QStringLiteral("patch"), {}, QStringLiteral("pods"), {}, {}, {}}),
                 Access::Unknown);
    }
    api.answerHeld();
    Desk::settle();
    QCOMPARE(api.reviews.size(), 1);
}

void ClusterStoreTest::aNewIdentityForgetsRights()
{
    Desk desk;
    desk.api.onReview = [](const AccessQuery &) -> Result<Access> { return Access::Allowed; };
    const AccessQuery query{QStringLiteral("patch"), {}, QStringLiteral("pods"), {}, {}, {}};
    (void)desk.store.access(query);
    QTRY_COMPARE(desk.store.access(query), Access::Allowed);
    ClusterIdentity identity;
    identity.user = QStringLiteral("somebody else");
    Q_EMIT desk.api.identityKnown(identity);
    desk.api.hold = true;
    QCOMPARE(desk.store.access(query), Access::Unknown);
    QCOMPARE(desk.store.identity().user, QStringLiteral("somebody else"));
}

void ClusterStoreTest::keepsTheNewestEvents()
{
    Desk desk;
    QVector<EventRow> events;
    for (int i = 0; i < 2500; ++i) {
        events.append(eventOn(QString::number(i), QStringLiteral("u-cart"), at(8, 0).addSecs(i)));
    }
    desk.api.upsert<EventRow>(events);
    Desk::settle();
    const auto &kept = desk.store.rows<EventRow>();
    QCOMPARE(kept.size(), 2000);
    QVERIFY(!kept.contains(QStringLiteral("499")));
    QVERIFY(kept.contains(QStringLiteral("500")));
    QVERIFY(kept.contains(QStringLiteral("2499")));
    // A repeated event is the newest again and pushes out the then oldest.
    EventRow repeated = events.at(500);
    repeated.count = 2;
    repeated.last = at(12, 0);
    desk.api.upsert<EventRow>(
        {repeated, eventOn(QStringLiteral("late"), QStringLiteral("u-cart"), at(11, 0))});
    Desk::settle();
    QCOMPARE(kept.size(), 2000);
    QVERIFY(kept.contains(QStringLiteral("500")));
    QVERIFY(!kept.contains(QStringLiteral("501")));
}

void ClusterStoreTest::findsPodsOfARelease()
{
    Desk desk;
    desk.api.upsert<RolloutRow>({pausedCanary()});
    desk.api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4)});
    desk.api.upsert<PodRow>(
        {pod(QStringLiteral("a"), QStringLiteral("rs-u-cart-old"), QStringLiteral("old")),
         pod(QStringLiteral("b"), QStringLiteral("rs-u-tax-old"), QStringLiteral("old"))});
    Desk::settle();
    const auto pods = desk.store.pods(*desk.store.release(keyOf(cart)));
    QCOMPARE(pods.size(), 1);
    QCOMPARE(pods.first().meta.uid, QStringLiteral("a"));
    desk.api.remove<PodRow>({QStringLiteral("a")});
    Desk::settle();
    QVERIFY(desk.store.pods(*desk.store.release(keyOf(cart))).isEmpty());
}

void ClusterStoreTest::watchesPodsWhileSomebodyWantsThem()
{
    Desk desk;
    desk.store.acquirePods();
    desk.store.acquirePods();
    QVERIFY(desk.api.watched.contains(ResourceKind::Pod));
    desk.store.releasePods();
    QVERIFY(desk.api.watched.contains(ResourceKind::Pod));
    desk.store.releasePods();
    QVERIFY(!desk.api.watched.contains(ResourceKind::Pod));
}

void ClusterStoreTest::aBurstOfPodsIsCheap()
{
    Desk desk;
    QVector<PodRow> pods;
    for (int i = 0; i < 10'000; ++i) {
        pods.append(pod(QString::number(i), QStringLiteral("rs-%1").arg(i / 10), QStringLiteral("old")));
    }
    desk.api.upsert<PodRow>(pods);
    Desk::settle();
    QSignalSpy releases(&desk.store, &ClusterStore::releasesChanged);
    QVector<PodRow> burst = pods.mid(0, 1000);
    QVector<double> milliseconds;
    for (int round = 1; round <= 5; ++round) {
        for (auto &row : burst) {
            row.restarts = round;
        }
        QElapsedTimer timer;
        timer.start();
        desk.api.upsert<PodRow>(burst);
        Desk::settle();
        milliseconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    qInfo() << "ms per 1,000 pod updates:" << milliseconds;
    QCOMPARE(releases.count(), 0);
    QCOMPARE(desk.store.rows<PodRow>().size(), 10'000);
    // The goal is 5 ms; a busy machine or a sanitizer must not make the test lie, so the best round counts
    // and the guard only catches work that grows with everything there is.
    QVERIFY2(milliseconds.first() < 50, qPrintable(QString::number(milliseconds.first())));
}

QTEST_GUILESS_MAIN(ClusterStoreTest)
#include "clusterstore_test.moc"
