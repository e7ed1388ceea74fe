// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/releaseoperation.h"
#include "tests/operations/fakes.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <thread>

using namespace signalbox;
using namespace signalbox::test;

/// One run of one action against stores, metrics and a ledger that do what the test says.
class ReleaseOperationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void happyRollback();
    void firstCallLeavesWithinStart();
    void ledgerDownRollsBackAllTheSame();
    void ledgerDownRefusesToGoForward();
    void silentLedgerDelaysNeither();
    void durableIntentGoesAhead();
    void forwardWaitsForTheLedger();
    void conflictIsReported();
    void changedObjectIsRefused();
    void lostAnswerIsSettledByTheWatch();
    void lineDownDuringRollbackTriesAgain();
    void factsFromBeforeTheWriteProveNothing();
    void budgetIsFlaggedThenFails();
    void stoppedByHand();
    void metricsUnavailableIsNoSuccess();
    void noMetricsServerFallsBackAndSaysSo();
    void trafficHasToHoldTwice();
    void slowMeasurementDoesNotEndTheLooking();
    void reasonMayFollow();

private:
    std::unique_ptr<ReleaseOperation> operation(const ActionPlan &plan)
    {
        return std::make_unique<ReleaseOperation>(
            ReleaseOperation::Collaborators{m->fleet, m->metrics, m->backend, m->ledger, m->clock, m->timing},
            plan, QStringLiteral("me"));
    }
    static StepPhase phase(const std::unique_ptr<ReleaseOperation> &operation, int step)
    {
        return operation->status().steps.at(step).phase;
    }
    static bool observed(const std::unique_ptr<ReleaseOperation> &operation, int step, MessageCode code)
    {
        const auto &messages = operation->status().steps.at(step).observations;
        return std::any_of(messages.cbegin(), messages.cend(),
                           [code](const Message &each) { return each.code == code; });
    }

    std::unique_ptr<World> m;
};

void ReleaseOperationTest::init()
{
    m = std::make_unique<World>();
    QTRY_VERIFY(m->fleet.release(m->key));
}

void ReleaseOperationTest::happyRollback()
{
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    QSignalSpy finished(run.get(), &ReleaseOperation::finished);
    run->start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(run->status().phase, OperationPhase::Succeeded);
    for (const StepProgress &step : run->status().steps) {
        QCOMPARE(step.phase, StepPhase::Effective);
    }
    QCOMPARE(m->backend.sent, QVector<int>({0, 1}));
    QVector<RecordKind> kinds;
    for (const LedgerRecord &record : std::as_const(m->ledger.records)) {
        kinds.append(record.kind);
    }
    QVector<RecordKind> expected(5, RecordKind::Step); // the last step is the outcome itself
    expected.prepend(RecordKind::Intent);
    expected.append(RecordKind::Outcome);
    QCOMPARE(kinds, expected);
    QCOMPARE(m->ledger.records.at(0).kind, RecordKind::Intent);
    QCOMPARE(m->ledger.records.at(0).action, QStringLiteral("RollBack"));
    QCOMPARE(m->ledger.records.at(0).actor, QStringLiteral("me"));
    QCOMPARE(m->ledger.records.last().kind, RecordKind::Outcome);
    QCOMPARE(m->ledger.records.last().result, QStringLiteral("succeeded"));
    QCOMPARE(m->ledger.records.last().operationId, run->status().id);
    QVERIFY(observed(run, 2, MessageCode::ObservedTrafficShare));
    QVERIFY(observed(run, 4, MessageCode::ObservedErrorRate));
}

void ReleaseOperationTest::firstCallLeavesWithinStart()
{
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QCOMPARE(m->backend.sent, QVector<int>{0});
    QCOMPARE(m->ledger.records.size(), 1); // the intent was handed over first
}

void ReleaseOperationTest::ledgerDownRollsBackAllTheSame()
{
    m->ledger.down = true;
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
    QVERIFY(run->status().ledgerError);
    QCOMPARE(run->status().steps.last().phase, StepPhase::Failed); // the record is missing, and it shows
    QCOMPARE(run->status().steps.last().error->code, ErrorCode::Storage);
}

void ReleaseOperationTest::ledgerDownRefusesToGoForward()
{
    m->ledger.down = true;
    auto run = operation(promotePlan(m->key));
    run->start();
    QTRY_COMPARE(run->status().phase, OperationPhase::Failed);
    QVERIFY(m->backend.sent.isEmpty());
    QCOMPARE(run->status().steps.first().error->code, ErrorCode::Storage);
}

void ReleaseOperationTest::silentLedgerDelaysNeither()
{
    m->ledger.silent = true;
    auto run = operation(rollbackPlan(m->key));
    QElapsedTimer timer;
    timer.start();
    run->start();
    QCOMPARE(m->backend.sent, QVector<int>{0}); // the grace is over, the intent in the ledger's queue
    QVERIFY(timer.elapsed() >= m->timing.intentGrace.count());
    QCOMPARE(m->ledger.records.size(), 1);
    QVERIFY(run->isRunning());
}

/// The ledger answers from a thread of its own, as the real one does.
void ReleaseOperationTest::durableIntentGoesAhead()
{
    m->ledger.silent = true;
    m->timing.intentGrace = std::chrono::seconds(30);
    bool durable = false;
    bool durableBeforeTheCall = false;
    m->backend.onExecute = [&](int) -> Result<QString> {
        durableBeforeTheCall = durable;
        return QString();
    };
    std::thread disk([this, &durable] {
        while (m->ledger.heldCount == 0) {
            std::this_thread::yield();
        }
        durable = true;
        m->ledger.held.front().give(1);
    });
    auto run = operation(rollbackPlan(m->key));
    run->start();
    disk.join();
    QTRY_COMPARE(m->backend.sent, QVector<int>{0});
    QVERIFY(durableBeforeTheCall);
}

void ReleaseOperationTest::forwardWaitsForTheLedger()
{
    m->ledger.silent = true;
    auto run = operation(promotePlan(m->key));
    run->start();
    FakeBackend other; // a rollback beside it shows that the grace is over
    ReleaseOperation back({m->fleet, m->metrics, other, m->ledger, m->clock, m->timing}, rollbackPlan(m->key),
                          QStringLiteral("me"));
    back.start();
    QTRY_COMPARE(other.sent, QVector<int>{0});
    QVERIFY(m->backend.sent.isEmpty());
    m->ledger.held.front().give(1);
    QTRY_COMPARE(m->backend.sent, QVector<int>{0});
}

void ReleaseOperationTest::conflictIsReported()
{
    m->backend.onExecute = [](int) -> Result<QString> {
        return tl::unexpected(errorOf(ErrorCode::Conflict));
    };
    auto run = operation(promotePlan(m->key));
    run->start();
    QTRY_COMPARE(run->status().phase, OperationPhase::Failed);
    QCOMPARE(m->backend.sent.size(), 1); // never blindly again
    QCOMPARE(run->status().steps.first().error->code, ErrorCode::Conflict);
    QCOMPARE(m->ledger.records.last().result, QStringLiteral("failed"));
}

void ReleaseOperationTest::changedObjectIsRefused()
{
    ActionPlan plan = rollbackPlan(m->key);
    plan.request.uid = QStringLiteral("u-former");
    auto run = operation(plan);
    run->start();
    QCOMPARE(run->status().phase, OperationPhase::Failed);
    QVERIFY(m->backend.sent.isEmpty());
    QCOMPARE(run->status().steps.first().error->code, ErrorCode::Changed);
    QVERIFY(run->status().steps.first().error->detail.contains(QStringLiteral("u-former -> u-cart")));
}

void ReleaseOperationTest::lostAnswerIsSettledByTheWatch()
{
    m->backend.onExecute = [](int) -> Result<QString> {
        return tl::unexpected(errorOf(ErrorCode::OutcomeUnknown));
    };
    auto run = operation(promotePlan(m->key));
    run->start();
    QTRY_COMPARE(phase(run, 0), StepPhase::Sent);
    QCOMPARE(run->status().steps.first().error->code, ErrorCode::OutcomeUnknown);
    m->row.currentStepIndex = 2;
    m->row.pauseConditions.clear();
    m->row.controllerPause = false;
    m->row.phase = QStringLiteral("Progressing");
    m->show();
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
    QCOMPARE(m->backend.sent.size(), 1);
}

void ReleaseOperationTest::lineDownDuringRollbackTriesAgain()
{
    int trouble = 2;
    m->backend.onExecute = [this, &trouble](int step) -> Result<QString> {
        if (step == 0 && trouble-- > 0) {
            return tl::unexpected(errorOf(ErrorCode::Unreachable));
        }
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
    QCOMPARE(m->backend.sent, QVector<int>({0, 0, 0, 1}));
    QVERIFY(!run->status().steps.first().error);
}

void ReleaseOperationTest::factsFromBeforeTheWriteProveNothing()
{
    ActionPlan plan = promotePlan(m->key);
    plan.steps = {stepOf(MessageCode::StepSetImage, 1, {wanted(VerifyKind::SpecObserved)}, 10)};
    m->backend.onExecute = [](int) -> Result<QString> { return QStringLiteral("500"); };
    auto run = operation(plan);
    run->start();
    QTRY_COMPARE(phase(run, 0), StepPhase::Accepted);
    QSignalSpy told(&m->fleet, &FleetStore::releasesChanged);
    m->show(); // a status tick from before the write: version 12
    QTRY_VERIFY(told.count() > 0);
    QCOMPARE(phase(run, 0), StepPhase::Accepted);
    m->version = 500;
    m->show();
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
}

void ReleaseOperationTest::budgetIsFlaggedThenFails()
{
    auto run = operation(promotePlan(m->key));
    run->start();
    QTRY_VERIFY(phase(run, 0) == StepPhase::Accepted || phase(run, 0) == StepPhase::Observed);
    m->clock.advance(std::chrono::seconds(12));
    QTRY_VERIFY(run->status().steps.first().overBudget);
    QVERIFY(observed(run, 0, MessageCode::BudgetExceeded));
    QVERIFY(run->isRunning());
    m->clock.advance(std::chrono::seconds(19));
    QTRY_COMPARE(run->status().phase, OperationPhase::Failed);
    QCOMPARE(run->status().steps.first().error->reason, QStringLiteral("BudgetExceeded"));
}

void ReleaseOperationTest::stoppedByHand()
{
    auto run = operation(rollbackPlan(m->key));
    QSignalSpy finished(run.get(), &ReleaseOperation::finished);
    run->start();
    run->stopByHand();
    QCOMPARE(run->status().phase, OperationPhase::StoppedByHand);
    QCOMPARE(finished.count(), 1);
    QSignalSpy told(&m->fleet, &FleetStore::releasesChanged);
    m->controllerAborts();
    QTRY_VERIFY(told.count() > 0);
    QCOMPARE(m->backend.sent, QVector<int>{0});
    QCOMPARE(m->ledger.records.last().result, QStringLiteral("stopped"));
}

void ReleaseOperationTest::metricsUnavailableIsNoSuccess()
{
    m->measured.failing = true;
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_VERIFY(observed(run, 2, MessageCode::MeasurementUnavailable));
    const auto asked = m->measured.queries.size();
    QTRY_VERIFY(m->measured.queries.size() > asked + 4); // several looks later
    QCOMPARE(run->status().currentStep, 2);
    m->measured.failing = false; // it comes back: the operation goes on
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
}

void ReleaseOperationTest::noMetricsServerFallsBackAndSaysSo()
{
    m->metrics.setServer(m->key.cluster, nullptr);
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
    QVERIFY(observed(run, 2, MessageCode::MeasurementUnavailable));
    QVERIFY(observed(run, 4, MessageCode::MeasurementUnavailable));
    QVERIFY(m->measured.queries.isEmpty());
}

void ReleaseOperationTest::trafficHasToHoldTwice()
{
    m->measured.values[QStringLiteral("share")] = 40;
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_VERIFY(observed(run, 2, MessageCode::ObservedTrafficShare));
    QCOMPARE(run->status().steps.at(2).observations.first().args.first(), QStringLiteral("40"));
    const auto asked = m->measured.queries.filter(QStringLiteral("share")).size();
    m->measured.values[QStringLiteral("share")] = 99.5;
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
    QVERIFY(m->measured.queries.filter(QStringLiteral("share")).size() >= asked + 2);
}

void ReleaseOperationTest::slowMeasurementDoesNotEndTheLooking()
{
    m->measured.slow = true;
    m->backend.onExecute = [this](int step) -> Result<QString> {
        step == 0 ? m->controllerAborts() : m->controllerReturnsToOld();
        return QString::number(m->version);
    };
    auto run = operation(rollbackPlan(m->key));
    run->start();
    QTRY_VERIFY(!m->measured.held.empty());
    QTimer poll; // as long as several polls
    poll.setSingleShot(true);
    poll.start(m->timing.poll * 6);
    QTRY_VERIFY(!poll.isActive());
    QCOMPARE(run->status().currentStep, 2);
    m->measured.slow = false;
    m->measured.held.clear(); // answered as cancelled: nothing was measured
    QTRY_COMPARE(run->status().phase, OperationPhase::Succeeded);
}

void ReleaseOperationTest::reasonMayFollow()
{
    auto run = operation(rollbackPlan(m->key));
    run->start();
    run->stopByHand();
    const int before = m->ledger.records.size();
    run->setReason(QStringLiteral("login success 88 %"));
    QCOMPARE(m->ledger.records.size(), before + 1);
    QCOMPARE(m->ledger.records.last().kind, RecordKind::Observation);
    QCOMPARE(m->ledger.records.last().reason, QStringLiteral("login success 88 %"));
    QCOMPARE(run->status().reason, QStringLiteral("login success 88 %"));
}

QTEST_GUILESS_MAIN(ReleaseOperationTest)
#include "releaseoperation_test.moc"
