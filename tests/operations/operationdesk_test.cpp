// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/deniedrecord.h"
#include "models/operations/operationdesk.h"
#include "tests/operations/fakes.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// Preparing, keeping the rollback ready, starting once.
class OperationDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void prepareIsPlanAndDryRun();
    void prepareRefusesAnotherObject();
    void failedDryRunIsAnError();
    void denialsAreRecorded_data();
    void denialsAreRecorded();
    void denialWhileRunningIsRecorded();
    void rollbackIsKeptReady();
    void statusTicksDoNotRefresh();
    void meaningfulChangeIsNotReadyUntilPlannedAnew();
    void failedDryRunIsNotReady();
    void anotherTarget();
    void secondStartJoins();
    void decisionNamesTheRunningOperation();
    void notAllowedAnyMore();
    void rollbackIsTriedWhateverThePolicySays();
    void removedBackendsEndEverything();

private:
    ActionRequest request(ActionKind kind)
    {
        ActionRequest request;
        request.kind = kind;
        request.release = m->key;
        request.uid = QStringLiteral("u-cart");
        return request;
    }
    std::unique_ptr<World> m;
    std::unique_ptr<OperationDesk> desk;
};

void OperationDeskTest::init()
{
    m = std::make_unique<World>();
    m->backend.nextPlan = rollbackPlan(m->key);
    desk = std::make_unique<OperationDesk>(m->fleet, m->metrics, m->ledger, m->clock);
    desk->setTiming(m->timing);
    desk->addBackend(m->key.cluster, m->backend);
    QTRY_VERIFY(m->fleet.release(m->key));
}

void OperationDeskTest::cleanup()
{
    desk.reset();
    m.reset();
}

void OperationDeskTest::prepareIsPlanAndDryRun()
{
    m->backend.warnings = {QStringLiteral("deprecated")};
    auto future = desk->prepare(request(ActionKind::RollBack));
    QTRY_VERIFY(future.isFinished());
    const auto plan = future.result();
    QVERIFY(plan);
    QCOMPARE(m->backend.dryRuns, 1);
    QVERIFY(plan->consequences.contains({MessageCode::ServerWarning, {QStringLiteral("deprecated")}}));
    QCOMPARE(plan->steps.at(4).verifications.at(1).limit, 1.5); // of the metric profile
}

void OperationDeskTest::prepareRefusesAnotherObject()
{
    ActionRequest stale = request(ActionKind::Promote);
    stale.uid = QStringLiteral("u-former");
    auto future = desk->prepare(stale);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, ErrorCode::Changed);
    QVERIFY(m->backend.requests.isEmpty());
}

void OperationDeskTest::failedDryRunIsAnError()
{
    m->backend.dryRunError = errorOf(ErrorCode::Forbidden);
    auto future = desk->prepare(request(ActionKind::RollBack));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, ErrorCode::Forbidden);
}

void OperationDeskTest::denialsAreRecorded_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("recorded"); ///< empty: it was no denial
    QTest::newRow("forbidden") << ErrorCode::Forbidden << QStringLiteral("forbidden");
    QTest::newRow("unauthorised") << ErrorCode::Unauthorised << QStringLiteral("unauthorised");
    QTest::newRow("invalid") << ErrorCode::Invalid << QString();
    QTest::newRow("unreachable") << ErrorCode::Unreachable << QString();
}

void OperationDeskTest::denialsAreRecorded()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, recorded);
    QSignalSpy told(desk.get(), &OperationDesk::denialRecorded);
    m->backend.dryRunError = errorOf(code);
    auto future = desk->prepare(request(ActionKind::RollBack));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(m->ledger.records.size(), recorded.isEmpty() ? 0 : 1);
    if (recorded.isEmpty()) {
        return;
    }
    const LedgerRecord record = m->ledger.records.first();
    QCOMPARE(record.kind, RecordKind::Observation);
    QCOMPARE(record.action, QStringLiteral("RollBack"));
    QCOMPARE(record.result, QStringLiteral("denied"));
    const QJsonDocument parameters = QJsonDocument::fromJson(record.parameters);
    QCOMPARE(parameters[QLatin1String("code")].toString(), recorded);
    QCOMPARE(parameters[QLatin1String("during")].toString(), QStringLiteral("preparation"));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toBool(), true);
    m->ledger.down = true;
    future = desk->prepare(request(ActionKind::RollBack));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.last().first().toBool(), false);
}

/// The server agreed to the dry run and not to the change: the outcome and the denial are both there.
void OperationDeskTest::denialWhileRunningIsRecorded()
{
    OperationStatus status;
    status.id = QStringLiteral("op");
    status.steps = QVector<StepProgress>(2);
    QVERIFY(!denialIn(status));
    status.steps[0].error = errorOf(ErrorCode::Conflict);
    QVERIFY(!denialIn(status));
    status.steps[1].error = errorOf(ErrorCode::Forbidden);
    const auto denial = denialIn(status);
    QVERIFY(denial.has_value());
    const LedgerRecord record =
        deniedRecord(request(ActionKind::Promote), *denial, QStringLiteral("dana"), status.id, QDateTime());
    QCOMPARE(record.operationId, status.id);
    QCOMPARE(record.actor, QStringLiteral("dana"));
    QCOMPARE(QJsonDocument::fromJson(record.parameters)[QLatin1String("during")].toString(),
             QStringLiteral("operation"));
}

void OperationDeskTest::rollbackIsKeptReady()
{
    QSignalSpy changed(desk.get(), &OperationDesk::rollbackReadinessChanged);
    desk->keepRollbackReady(m->key);
    QTRY_VERIFY(desk->rollbackReadiness().ready());
    QCOMPARE(desk->rollbackReadiness().plan->request.kind, ActionKind::RollBack);
    const QDateTime first = desk->rollbackReadiness().checkedAt;
    m->clock.advance(std::chrono::seconds(15));
    QTRY_VERIFY(desk->rollbackReadiness().checkedAt > first); // refreshed while idle
    QVERIFY(changed.count() >= 2);
    desk->keepRollbackReady(std::nullopt);
    QVERIFY(!desk->rollbackReadiness().plan);
}

void OperationDeskTest::statusTicksDoNotRefresh()
{
    m->timing.refresh = std::chrono::hours(1);
    desk->setTiming(m->timing);
    desk->keepRollbackReady(m->key);
    QTRY_VERIFY(desk->rollbackReadiness().ready());
    QCOMPARE(m->backend.requests.size(), 1);
    QSignalSpy told(&m->fleet, &FleetStore::releasesChanged);
    QSignalSpy changed(desk.get(), &OperationDesk::rollbackReadinessChanged);
    for (int tick = 1; tick <= 3; ++tick) {
        m->row.message = QStringLiteral("tick %1").arg(tick);
        m->show();
        QTRY_VERIFY(told.count() >= tick);
    }
    QCOMPARE(changed.count(), 0); // a change that matters would have ended readiness at once
    m->row.paused = true;
    m->show();
    QTRY_COMPARE(m->backend.requests.size(), 2);
}

void OperationDeskTest::meaningfulChangeIsNotReadyUntilPlannedAnew()
{
    m->timing.refresh = std::chrono::hours(1);
    desk->setTiming(m->timing);
    desk->keepRollbackReady(m->key);
    QTRY_VERIFY(desk->rollbackReadiness().ready());
    QSignalSpy changed(desk.get(), &OperationDesk::rollbackReadinessChanged);
    m->row.currentPodHash = QStringLiteral("newer");
    m->show();
    QTRY_COMPARE(changed.count(), 2); // not ready, then ready again
    QVERIFY(desk->rollbackReadiness().ready());
    QCOMPARE(m->backend.requests.size(), 2);
}

void OperationDeskTest::failedDryRunIsNotReady()
{
    m->backend.dryRunError = errorOf(ErrorCode::Forbidden);
    desk->keepRollbackReady(m->key);
    QTRY_VERIFY(desk->rollbackReadiness().error);
    QVERIFY(!desk->rollbackReadiness().ready());
    QVERIFY(desk->rollbackReadiness().plan); // there is one to try in an emergency
}

void OperationDeskTest::anotherTarget()
{
    desk->keepRollbackReady(m->key);
    QTRY_VERIFY(desk->rollbackReadiness().ready());
    desk->setRollbackTarget(QStringLiteral("older"));
    QVERIFY(!desk->rollbackReadiness().ready());
    QTRY_VERIFY(desk->rollbackReadiness().ready());
    QCOMPARE(m->backend.requests.last().targetHash, QStringLiteral("older"));
}

void OperationDeskTest::secondStartJoins()
{
    ReleaseOperation *first = desk->start(rollbackPlan(m->key), QString());
    ReleaseOperation *second = desk->start(rollbackPlan(m->key), QStringLiteral("again"));
    QVERIFY(first);
    QCOMPARE(second, first);
    QCOMPARE(m->backend.sent, QVector<int>{0});
    first->stopByHand();
    ReleaseOperation *third = desk->start(rollbackPlan(m->key), QStringLiteral("why"));
    QVERIFY(third != first);
    QCOMPARE(desk->operation(m->key), third);
    QCOMPARE(third->status().reason, QStringLiteral("why"));
}

void OperationDeskTest::decisionNamesTheRunningOperation()
{
    QVERIFY(desk->decision(ActionKind::Promote, m->key).allowed);
    desk->start(rollbackPlan(m->key), QString());
    const Decision decision = desk->decision(ActionKind::Promote, m->key);
    QVERIFY(!decision.allowed);
    QVERIFY(decision.reasons.contains({MessageCode::OperationRunning, {QStringLiteral("RollBack")}}));
}

void OperationDeskTest::notAllowedAnyMore()
{
    m->controllerReturnsToOld(); // nothing left to promote
    QTRY_VERIFY(!m->fleet.release(m->key)->inProgress());
    ReleaseOperation *operation = desk->start(promotePlan(m->key), QString());
    QVERIFY(operation);
    QCOMPARE(operation->status().phase, OperationPhase::Failed);
    QCOMPARE(operation->status().steps.first().error->code, ErrorCode::Refused);
    QVERIFY(m->backend.sent.isEmpty());
}

void OperationDeskTest::rollbackIsTriedWhateverThePolicySays()
{
    m->api.setConnection(Freshness::Unreachable, m->clock.nowUtc());
    QTRY_VERIFY(!desk->decision(ActionKind::RollBack, m->key).allowed);
    desk->start(rollbackPlan(m->key), QString());
    QCOMPARE(m->backend.sent, QVector<int>{0});
}

void OperationDeskTest::removedBackendsEndEverything()
{
    ReleaseOperation *operation = desk->start(rollbackPlan(m->key), QString());
    desk->removeBackends(m->key.cluster);
    QCOMPARE(operation->status().phase, OperationPhase::StoppedByHand);
    QVERIFY(!desk->start(rollbackPlan(m->key), QString()));
    auto future = desk->prepare(request(ActionKind::RollBack));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(OperationDeskTest)
#include "operationdesk_test.moc"
