// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/activitystore.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/fakeledger.h"
#include "tests/support/manualclock.h"
#include "tests/support/rowbuilders.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

struct Desk {
    ManualClock clock;
    FakeClusterApi api;
    FakeLedger ledger;
    FleetStore fleet{clock};
    Desk()
    {
        fleet.addCluster(api);
        api.goLive(clock.nowUtc());
    }
    static void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
        }
    }
    static ReleaseKey cart()
    {
        return {ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("cart"),
                ReleaseKind::Rollout};
    }
};

QStringList reasons(const ActivityStore &store)
{
    QStringList list;
    for (const auto &entry : store.entries()) {
        list.append(entry.reason);
    }
    return list;
}

EventRow about(const QString &uid, const QString &kind, const QString &name, const QString &involvedUid)
{
    EventRow row = eventOn(uid, involvedUid, at(10, 0));
    row.involvedKind = kind;
    row.involvedName = name;
    row.reason = uid;
    return row;
}

LedgerRecord record(const QString &operation, RecordKind kind, const QString &object)
{
    LedgerRecord row;
    row.time = at(10, 5);
    row.kind = kind;
    row.operationId = operation;
    row.cluster = QStringLiteral("prod");
    row.namespaceName = QStringLiteral("shop");
    row.object = object;
    row.action = QStringLiteral("RollBack");
    row.result = kind == RecordKind::Outcome ? QStringLiteral("succeeded") : QString();
    return row;
}

} // namespace

class ActivityStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatedEventIsANewOccurrence();
    void findsWhatConcernsARelease();
    void rememberedAfterTheClusterForgot();
    void anOutcomeInTheLedgerReplacesTheOperation();
    void aDeadLedgerIsNamed();
    void isCapped();
};

void ActivityStoreTest::aRepeatedEventIsANewOccurrence()
{
    Desk desk;
    const ActivityStore store(desk.fleet, nullptr);
    EventRow row = eventOn(QStringLiteral("e"), QStringLiteral("u-cart"), at(10, 0));
    desk.api.upsert<EventRow>({row});
    Desk::settle();
    row.count = 2;
    row.last = at(10, 1);
    desk.api.upsert<EventRow>({row});
    Desk::settle();
    row.meta.resourceVersion = QStringLiteral("9"); // the same occurrence once more
    desk.api.upsert<EventRow>({row});
    Desk::settle();
    QCOMPARE(store.entries().size(), 2);
    QCOMPARE(store.entries().first().count, 2);
    QCOMPARE(store.entries().first().time, at(10, 1));
}

void ActivityStoreTest::findsWhatConcernsARelease()
{
    Desk desk;
    RolloutRow row = pausedCanary();
    row.workloadRefKind = QStringLiteral("Deployment");
    row.workloadRefName = QStringLiteral("cart-base");
    desk.api.upsert<RolloutRow>({row});
    desk.api.upsert<ReplicaSetRow>({replicaSet(QStringLiteral("u-cart"), QStringLiteral("new"), 2, 1)});
    desk.api.upsert<AnalysisRunRow>(
        {analysisRun(QStringLiteral("u-cart"), QStringLiteral("run"), QStringLiteral("Running"))});
    desk.api.upsert<PodRow>(
        {pod(QStringLiteral("p"), QStringLiteral("rs-u-cart-new"), QStringLiteral("new"))});
    desk.api.upsert<EventRow>(
        {about(QStringLiteral("rollout"), QStringLiteral("Rollout"), QStringLiteral("cart"),
               QStringLiteral("u-cart")),
         about(QStringLiteral("replicaset"), QStringLiteral("ReplicaSet"), QStringLiteral("x"),
               QStringLiteral("rs-u-cart-new")),
         about(QStringLiteral("run"), QStringLiteral("AnalysisRun"), QStringLiteral("run"),
               QStringLiteral("ar-run")),
         about(QStringLiteral("pod"), QStringLiteral("Pod"), QStringLiteral("x"), QStringLiteral("p")),
         about(QStringLiteral("gone-pod"), QStringLiteral("Pod"), QStringLiteral("u-cart-new-abcde"),
               QStringLiteral("?")),
         about(QStringLiteral("workload"), QStringLiteral("Deployment"), QStringLiteral("cart-base"),
               QStringLiteral("?")),
         about(QStringLiteral("stranger"), QStringLiteral("Pod"), QStringLiteral("u-cartography"),
               QStringLiteral("?"))});
    ActivityStore store(desk.fleet, nullptr);
    Desk::settle();
    QCOMPARE(store.entries().size(), 7);
    store.show(Desk::cart());
    QStringList found = reasons(store);
    found.sort();
    QCOMPARE(found,
             (QStringList{QStringLiteral("gone-pod"), QStringLiteral("pod"), QStringLiteral("replicaset"),
                          QStringLiteral("rollout"), QStringLiteral("run"), QStringLiteral("workload")}));
    store.show(std::nullopt);
    QCOMPARE(store.entries().size(), 7);
}

void ActivityStoreTest::rememberedAfterTheClusterForgot()
{
    Desk desk;
    const ActivityStore store(desk.fleet, nullptr);
    desk.api.upsert<EventRow>({eventOn(QStringLiteral("e"), QStringLiteral("u-cart"), at(10, 0))});
    Desk::settle();
    desk.api.remove<EventRow>({QStringLiteral("e")});
    Desk::settle();
    QCOMPARE(store.entries().size(), 1);
}

void ActivityStoreTest::anOutcomeInTheLedgerReplacesTheOperation()
{
    Desk desk;
    desk.ledger.records = {record(QStringLiteral("other"), RecordKind::Intent, QStringLiteral("tax"))};
    ActivityStore store(desk.fleet, &desk.ledger);
    store.show(Desk::cart());
    Desk::settle();
    QVERIFY(store.entries().isEmpty());
    OperationStatus status;
    status.id = QStringLiteral("op");
    status.plan.request.release = Desk::cart();
    status.plan.request.kind = ActionKind::RollBack;
    status.phase = OperationPhase::Running;
    status.started = at(10, 4);
    store.noteOperation(status);
    Desk::settle();
    QCOMPARE(store.entries().size(), 1);
    QCOMPARE(store.entries().first().kind, ActivityKind::Operation);
    QCOMPARE(store.entries().first().result, QStringLiteral("running"));
    desk.ledger.records.append(record(QStringLiteral("op"), RecordKind::Outcome, QStringLiteral("cart")));
    status.phase = OperationPhase::Succeeded;
    status.finished = at(10, 5);
    store.noteOperation(status);
    Desk::settle();
    QCOMPARE(store.entries().size(), 1);
    QCOMPARE(store.entries().first().kind, ActivityKind::Record);
    QCOMPARE(store.entries().first().tone, ActivityTone::Good);
    QCOMPARE(store.entries().first().reason, QStringLiteral("RollBack"));
}

void ActivityStoreTest::aDeadLedgerIsNamed()
{
    Desk desk;
    desk.ledger.failsWith =
        Error{ErrorCode::Storage, ErrorLayer::Storage, 0, {}, QStringLiteral("disk full"), {}, {}};
    ActivityStore store(desk.fleet, &desk.ledger);
    QTRY_VERIFY(store.ledgerError().has_value());
    QCOMPARE(store.ledgerError()->code, ErrorCode::Storage);
    desk.ledger.failsWith.reset();
    store.refreshRecords();
    QTRY_VERIFY(!store.ledgerError().has_value());
}

void ActivityStoreTest::isCapped()
{
    Desk desk;
    const ActivityStore store(desk.fleet, nullptr);
    QVector<EventRow> rows;
    for (int i = 0; i < ActivityStore::shownCap + 100; ++i) {
        rows.append(eventOn(QString::number(i), QStringLiteral("u-cart"), at(8, 0).addSecs(i)));
    }
    desk.api.upsert<EventRow>(rows);
    Desk::settle();
    QCOMPARE(store.entries().size(), ActivityStore::shownCap);
    QCOMPARE(store.entries().first().time, rows.last().last);
    QVERIFY(std::is_sorted(store.entries().cbegin(), store.entries().cend(),
                           [](const auto &left, const auto &right) { return left.time > right.time; }));
}

QTEST_GUILESS_MAIN(ActivityStoreTest)
#include "activitystore_test.moc"
