// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/interruptions.h"
#include "tests/operations/fakes.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString otherDesk = QStringLiteral("other");

} // namespace

/// A rollback whose program dies at every boundary of its steps, and another program that goes on with it.
class InterruptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rollbackDiesAnywhere_data();
    void rollbackDiesAnywhere();
    void promotionThatArrivedIsNotSentAgain();
    void promotionThatDidNotArriveIsSent();
    void promotionOfAnotherVersionIsRefused();
    void forwardIsRefusedWhileTheLedgerIsDown();
    void aliveDeskIsNotOffered();
    void ownOperationIsNotOffered();
    void givenUpWithAReason();
    void anotherDeskWasFaster();
    void goneReleaseCannotGoOn();
    void recordOfAnotherVersionCanOnlyBeGivenUp();
    void ledgerDownIsSaid();

private:
    /// A desk of its own, as another process has it.
    struct Program {
        explicit Program(World &world, const QString &name)
            : desk(world.fleet, world.metrics, world.ledger, world.clock)
            , interruptions(desk, world.fleet, world.ledger, world.clock,
                            [this](const QString &each) { return alive.contains(each); })
        {
            desk.setTiming(world.timing);
            desk.setDesk(name);
            desk.addBackend(world.key.cluster, world.backend);
        }
        QStringList alive;
        OperationDesk desk;
        Interruptions interruptions;
    };
    void obeyController();
    [[nodiscard]] Result<ActionPlan> planned(const ActionRequest &request) const;
    void runUntil(const ActionPlan &plan, int step, StepPhase phase);
    [[nodiscard]] int count(RecordKind kind) const;

    std::unique_ptr<World> m;
};

void InterruptionsTest::init()
{
    m = std::make_unique<World>();
    QTRY_VERIFY(m->fleet.release(m->key));
    obeyController();
}

/// The controller does what it is told at once; the planner plans what is missing.
void InterruptionsTest::obeyController()
{
    m->backend.onExecute = [this](int) -> Result<QString> {
        switch (m->backend.sentTitles.last()) {
        case MessageCode::StepShiftTraffic:
            m->controllerAborts();
            break;
        case MessageCode::StepAlignSpec:
            m->controllerReturnsToOld();
            break;
        default:
            m->row.currentStepIndex = 2;
            m->row.pauseConditions.clear();
            m->row.controllerPause = false;
            m->row.phase = QStringLiteral("Progressing");
            m->show();
        }
        return QString::number(m->version);
    };
    m->backend.onPlan = [this](const ActionRequest &request) { return planned(request); };
}

Result<ActionPlan> InterruptionsTest::planned(const ActionRequest &request) const
{
    ActionPlan plan = request.kind == ActionKind::RollBack ? rollbackPlan(m->key) : promotePlan(m->key);
    plan.request = request;
    if (request.kind == ActionKind::RollBack) {
        if (m->row.currentPodHash == plan.targetHash) {
            return tl::unexpected(Error{
                ErrorCode::Refused, ErrorLayer::Rule, 0, QStringLiteral("TargetEqualsCurrent"), {}, {}, {}});
        }
        if (m->row.abort) {
            plan.steps.removeFirst();
        }
    }
    return plan;
}

/// Runs it in a program that is gone the moment the step has the phase: nothing of it happens after that.
void InterruptionsTest::runUntil(const ActionPlan &plan, int step, StepPhase phase)
{
    auto program = std::make_unique<Program>(*m, otherDesk);
    bool reached = false;
    QObject::connect(&program->desk, &OperationDesk::operationChanged, &program->desk,
                     [&](const ReleaseKey &key) {
                         const ReleaseOperation *operation = program ? program->desk.operation(key) : nullptr;
                         if (!reached && operation && operation->status().steps.value(step).phase == phase) {
                             reached = true;
                             // Dead: neither the backend nor the ledger hears from it again.
                             m->backend.dead = true;
                             m->ledger.dead = true;
                         }
                     });
    ActionPlan bound = plan;
    bound.currentHash = QStringLiteral("new");
    QVERIFY(program->desk.start(bound, {}));
    QTRY_VERIFY(reached);
    program.reset();
    m->backend.dead = false;
    m->ledger.dead = false;
}

int InterruptionsTest::count(RecordKind kind) const
{
    return static_cast<int>(
        std::count_if(m->ledger.records.cbegin(), m->ledger.records.cend(),
                      [kind](const LedgerRecord &record) { return record.kind == kind; }));
}

void InterruptionsTest::rollbackDiesAnywhere_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<StepPhase>("phase");
    QTest::addColumn<bool>("stepsLost"); ///< the step records were still in the queue
    QTest::addColumn<QVector<MessageCode>>("sentInAll");
    const QVector<MessageCode> both{MessageCode::StepShiftTraffic, MessageCode::StepAlignSpec};
    for (const bool lost : {false, true}) {
        const char *how = lost ? ", step records lost" : "";
        const auto row = [&](const char *where, int step, StepPhase phase) {
            QTest::newRow(QByteArray(where).append(how).constData()) << step << phase << lost << both;
        };
        row("before the first call", 0, StepPhase::Sent);
        row("first call accepted", 0, StepPhase::Accepted);
        row("before the second call", 1, StepPhase::Sent);
        row("second call accepted", 1, StepPhase::Accepted);
        row("before traffic is measured", 2, StepPhase::Observed);
        row("before readiness", 3, StepPhase::Observed);
        row("before health", 4, StepPhase::Observed);
        row("before the record", 5, StepPhase::Sent);
    }
}

void InterruptionsTest::rollbackDiesAnywhere()
{
    QFETCH(int, step);
    QFETCH(StepPhase, phase);
    QFETCH(bool, stepsLost);
    QFETCH(QVector<MessageCode>, sentInAll);
    runUntil(rollbackPlan(m->key), step, phase);
    QCOMPARE(count(RecordKind::Intent), 1);
    QCOMPARE(count(RecordKind::Outcome), 0);
    if (stepsLost) {
        m->ledger.records.resize(1);
    }
    Program next(*m, QStringLiteral("next"));
    QVERIFY(wait(next.interruptions.refresh()));
    QCOMPARE(next.interruptions.all().size(), 1);
    const RecordedOperation found = next.interruptions.all().first();
    QCOMPARE(found.desk, otherDesk);
    QCOMPARE(found.status.plan.targetHash, QStringLiteral("old"));
    QCOMPARE(found.status.steps.size(), 6);
    if (!stepsLost) {
        QCOMPARE(found.status.currentStep, step);
    }
    QVERIFY(wait(next.interruptions.resume(found.status.id)));
    const ReleaseOperation *operation = next.desk.operation(m->key);
    QVERIFY(operation);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Succeeded);
    QCOMPARE(operation->status().id, found.status.id);
    QCOMPARE(m->backend.sentTitles, sentInAll); // each call once, whoever sent it
    QVERIFY(!m->row.abort);
    QCOMPARE(m->row.currentPodHash, QStringLiteral("old"));
    QCOMPARE(count(RecordKind::Intent), 1);
    QCOMPARE(count(RecordKind::Outcome), 1);
    QCOMPARE(m->ledger.records.last().result, QStringLiteral("succeeded"));
    QCOMPARE(m->ledger.records.last().operationId, found.status.id);
    QVERIFY(m->measured.queries.size() > 0); // verified by measurement after the interruption
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(next.interruptions.all().isEmpty());
}

void InterruptionsTest::promotionThatArrivedIsNotSentAgain()
{
    runUntil(promotePlan(m->key), 0, StepPhase::Accepted);
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(wait(next.interruptions.resume(next.interruptions.all().first().status.id)));
    QTRY_COMPARE(next.desk.operation(m->key)->status().phase, OperationPhase::Succeeded);
    QCOMPARE(m->backend.sentTitles.size(), 1);
    QCOMPARE(count(RecordKind::Outcome), 1);
}

void InterruptionsTest::promotionThatDidNotArriveIsSent()
{
    runUntil(promotePlan(m->key), 0, StepPhase::Sent);
    QCOMPARE(m->backend.sentTitles.size(), 0);
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(wait(next.interruptions.resume(next.interruptions.all().first().status.id)));
    QTRY_COMPARE(next.desk.operation(m->key)->status().phase, OperationPhase::Succeeded);
    QCOMPARE(m->backend.sentTitles, QVector<MessageCode>{MessageCode::StepPromote});
    QCOMPARE(count(RecordKind::Intent), 1);
    QCOMPARE(count(RecordKind::Outcome), 1);
}

void InterruptionsTest::promotionOfAnotherVersionIsRefused()
{
    runUntil(promotePlan(m->key), 0, StepPhase::Sent);
    m->row.currentPodHash = QStringLiteral("newer");
    m->show();
    QTRY_COMPARE(m->fleet.release(m->key)->currentHash, QStringLiteral("newer"));
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    const auto resumed = wait(next.interruptions.resume(next.interruptions.all().first().status.id));
    QVERIFY(!resumed);
    QCOMPARE(resumed.error().code, ErrorCode::Changed);
    QVERIFY(m->backend.sentTitles.isEmpty());
    QCOMPARE(next.interruptions.all().size(), 1); // still there to be given up
}

void InterruptionsTest::forwardIsRefusedWhileTheLedgerIsDown()
{
    runUntil(promotePlan(m->key), 0, StepPhase::Sent);
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    m->ledger.down = true; // reads still work: a full disk
    QVERIFY(wait(next.interruptions.resume(next.interruptions.all().first().status.id)));
    QTRY_COMPARE(next.desk.operation(m->key)->status().phase, OperationPhase::Failed);
    QVERIFY(m->backend.sentTitles.isEmpty());
}

void InterruptionsTest::aliveDeskIsNotOffered()
{
    runUntil(rollbackPlan(m->key), 2, StepPhase::Observed);
    Program next(*m, {});
    next.alive = QStringList{otherDesk};
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(next.interruptions.all().isEmpty());
    QSignalSpy changed(&next.interruptions, &Interruptions::changed);
    next.alive.clear(); // it died meanwhile
    QVERIFY(wait(next.interruptions.refresh()));
    QCOMPARE(next.interruptions.all().size(), 1);
    QCOMPARE(changed.count(), 1);
}

void InterruptionsTest::ownOperationIsNotOffered()
{
    m->measured.slow = true; // keeps it running
    Program program(*m, otherDesk);
    QVERIFY(program.desk.start(rollbackPlan(m->key), {}));
    QTRY_COMPARE(program.desk.operation(m->key)->status().currentStep, 2);
    QVERIFY(wait(program.interruptions.refresh()));
    QVERIFY(program.interruptions.all().isEmpty());
}

void InterruptionsTest::givenUpWithAReason()
{
    runUntil(rollbackPlan(m->key), 1, StepPhase::Sent);
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    const auto sent = m->backend.sentTitles.size();
    const QString id = next.interruptions.all().first().status.id;
    QVERIFY(wait(next.interruptions.giveUp(id, QStringLiteral("done with kubectl"))));
    QCOMPARE(m->ledger.records.last().kind, RecordKind::Outcome);
    QCOMPARE(m->ledger.records.last().result, QStringLiteral("stopped"));
    QCOMPARE(m->ledger.records.last().reason, QStringLiteral("done with kubectl"));
    QCOMPARE(m->backend.sentTitles.size(), sent);
    QTRY_VERIFY(next.interruptions.all().isEmpty());
}

void InterruptionsTest::anotherDeskWasFaster()
{
    runUntil(rollbackPlan(m->key), 1, StepPhase::Sent);
    Program next(*m, {});
    Program faster(*m, QStringLiteral("faster"));
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(wait(faster.interruptions.refresh()));
    const QString id = next.interruptions.all().first().status.id;
    QVERIFY(wait(faster.interruptions.resume(id)));
    QTRY_COMPARE(faster.desk.operation(m->key)->status().phase, OperationPhase::Succeeded);
    const auto late = wait(next.interruptions.resume(id));
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::NotFound);
    QCOMPARE(count(RecordKind::Outcome), 1);
}

void InterruptionsTest::goneReleaseCannotGoOn()
{
    runUntil(rollbackPlan(m->key), 1, StepPhase::Sent);
    m->row.meta.uid = QStringLiteral("u-another");
    m->api.remove<RolloutRow>({QStringLiteral("u-cart")});
    m->show();
    QTRY_COMPARE(m->fleet.release(m->key)->uid, QStringLiteral("u-another"));
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    const auto resumed = wait(next.interruptions.resume(next.interruptions.all().first().status.id));
    QVERIFY(!resumed);
    QCOMPARE(resumed.error().code, ErrorCode::Changed);
    QVERIFY(resumed.error().detail.contains(QStringLiteral("u-another")));
}

void InterruptionsTest::recordOfAnotherVersionCanOnlyBeGivenUp()
{
    LedgerRecord record;
    record.kind = RecordKind::Intent;
    record.operationId = QStringLiteral("later");
    record.cluster = m->key.cluster.value();
    record.namespaceName = m->key.namespaceName;
    record.object = m->key.name;
    record.action = QStringLiteral("RollBack");
    record.parameters = QByteArrayLiteral(R"({"format":99,"steps":[{}]})");
    m->ledger.records.append(record);
    Program next(*m, {});
    QVERIFY(wait(next.interruptions.refresh()));
    QCOMPARE(next.interruptions.all().size(), 1);
    const auto resumed = wait(next.interruptions.resume(record.operationId));
    QVERIFY(!resumed);
    QCOMPARE(resumed.error().code, ErrorCode::Unsupported);
    QVERIFY(wait(next.interruptions.giveUp(record.operationId, QStringLiteral("by hand"))));
    QTRY_VERIFY(next.interruptions.all().isEmpty());
}

void InterruptionsTest::ledgerDownIsSaid()
{
    Program next(*m, {});
    m->ledger.unreadable = true;
    QVERIFY(!wait(next.interruptions.refresh()));
    QVERIFY(next.interruptions.error());
    m->ledger.unreadable = false;
    QVERIFY(wait(next.interruptions.refresh()));
    QVERIFY(!next.interruptions.error());
}

QTEST_GUILESS_MAIN(InterruptionsTest)
#include "interruptions_test.moc"
