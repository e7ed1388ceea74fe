// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/checkrunner.h"
#include "tests/operations/decisionworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// A governed release on screen, from the first look to the promotion, and everything that can get in the
/// way.
class DecisionDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aGovernedReleaseWaits();
    void theWholePath();
    void unknownEvidenceHolds();
    void staleEvidenceVoidsWhatRestsOnIt();
    void checksRunAgainWhileAGateIsOpen();
    void anotherPlanSupersedesAnOpenGate();
    void aFailingMetricIsAFailedItem();
    void atMostSixProbesAtOnce();
    void automaticGateOpensBySamples();
    void withoutAPlanAllIsAsBefore();
    void unknownPlansHold();
    void aLostAnswerAboutPlansHolds();
    void anUnusablePlanHolds();

private:
    std::unique_ptr<DecisionWorld> m;
};

void DecisionDeskTest::init()
{
    m = std::make_unique<DecisionWorld>();
}

void DecisionDeskTest::cleanup()
{
    m.reset();
}

void DecisionDeskTest::aGovernedReleaseWaits()
{
    QVERIFY(m->startGoverned());
    const DecisionView &view = m->desk->view();
    QCOMPARE(view.guardsNext, (QStringList{QStringLiteral("past-20"), QStringLiteral("go")}));
    QCOMPARE(view.calendar.state, CalendarState::Open);
    const Decision decision = m->promote();
    QVERIFY(!decision.allowed);
    QVERIFY(has(decision.reasons, MessageCode::GateNeeded));
    QVERIFY(has(decision.reasons, MessageCode::PollNeeded));
    QVERIFY(has(decision.reasons, MessageCode::InterlockEvidenceUnknown));
    QCOMPARE(m->gate().mayOpen, Refusal::CriteriaNotMet);
    QCOMPARE(m->gate().missing.size(), 1);
    QVERIFY(m->operations.decision(ActionKind::RollBack, m->key).allowed);
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_VERIFY(!operation->isRunning());
    QCOMPARE(operation->status().phase, OperationPhase::Failed);
    QVERIFY(m->backend.sent.isEmpty());
}

void DecisionDeskTest::theWholePath()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    QTRY_VERIFY(m->desk->view().nextStep.allowed());
    QVERIFY(m->promote().allowed);
    m->backend.onExecute = [this](int) -> Result<QString> {
        // Everything is used up before the first call leaves.
        const Decisions &facts = m->ledgerOfDecisions.runs[m->runId()];
        if (!facts.gates.constFirst().end || !facts.polls.constFirst().end) {
            return tl::unexpected(errorOf(ErrorCode::Protocol));
        }
        m->row.currentStepIndex = 3;
        m->show();
        return QString();
    };
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Succeeded);
    const Decisions &facts = m->ledgerOfDecisions.runs[m->runId()];
    QCOMPARE(facts.gates.constFirst().end->state, GateState::Consumed);
    QCOMPARE(facts.gates.constFirst().end->by, QStringLiteral("lin"));
    QCOMPARE(facts.polls.constFirst().end->state, PollState::Consumed);
    QVERIFY(m->ledgerOfDecisions.leases.isEmpty());
    QTRY_COMPARE(m->gate().state, GateState::Consumed);
}

void DecisionDeskTest::unknownEvidenceHolds()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    m->probes.result = CheckResult::Unknown;
    m->desk->check(QStringLiteral("machine"), QStringLiteral("nodes"));
    QTRY_VERIFY(has(m->promote().reasons, MessageCode::InterlockEvidenceUnknown));
    QVERIFY(!m->promote().allowed);
    QCOMPARE(m->gate().state, GateState::Approved); // for a moment, that voids nothing
}

void DecisionDeskTest::staleEvidenceVoidsWhatRestsOnIt()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    m->probes.hold = true;
    m->measured.slow = true;                    // nothing answers any more
    m->clock.advance(std::chrono::minutes(11)); // stale, and Unknown for longer than one freshness period
    QTRY_COMPARE(m->gate().state, GateState::Invalidated);
    QTRY_VERIFY(m->gate().gate->end); // recorded: later evidence does not bring it back
    QTRY_VERIFY(m->poll().poll->end);
    QCOMPARE(m->poll().state, PollState::Revoked);
    QVERIFY(!m->promote().allowed);
}

void DecisionDeskTest::checksRunAgainWhileAGateIsOpen()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    const int before = static_cast<int>(m->probes.ran.size());
    m->clock.advance(std::chrono::minutes(4));
    QTest::qWait(1200); // a tick: nothing rests on the lists yet
    QCOMPARE(m->probes.ran.size(), before);
    m->be("lin");
    QVERIFY(m->done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Normal, {})));
    QTRY_VERIFY(m->probes.ran.size() > before);
    QTRY_COMPARE(m->desk->view().checklists.at(0).state.items.at(0).machine->at, m->clock.nowUtc());
}

void DecisionDeskTest::anotherPlanSupersedesAnOpenGate()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    m->be("lin");
    QVERIFY(m->done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Normal, {})));
    QVERIFY(m->govern("weight: 50 %", "weight: 60 %"));
    m->plans.reload();
    QTRY_VERIFY(m->gate().gate && m->gate().gate->end);
    QCOMPARE(m->gate().state, GateState::Superseded);
}

void DecisionDeskTest::aFailingMetricIsAFailedItem()
{
    m->measured.values.insert(QStringLiteral("errors"), 0.02);
    QVERIFY(m->startGoverned());
    m->desk->check(QStringLiteral("machine"), QStringLiteral("errors"));
    const auto item = [this] { return m->desk->view().checklists.at(0).state.items.at(1); };
    QTRY_COMPARE(item().result, CheckResult::Fail);
    QCOMPARE(item().machine->code, QStringLiteral("promql-not-met"));
    m->measured.values.insert(QStringLiteral("samples"), 20);
    m->measured.values.insert(QStringLiteral("errors"), 0.001);
    m->desk->check(QStringLiteral("machine"), QStringLiteral("errors"));
    QTRY_COMPARE(item().machine->code, QStringLiteral("promql-few-samples"));
    QCOMPARE(item().result, CheckResult::Unknown);
}

void DecisionDeskTest::atMostSixProbesAtOnce()
{
    m->probes.hold = true;
    CheckRunner runner(m->probes, m->metrics, m->clock);
    QVector<CheckFinding> found;
    connect(&runner, &CheckRunner::found, this, [&](const CheckFinding &each) { found.append(each); });
    ReleasePlan plan;
    CheckItem item;
    for (int i = 0; i < 9; ++i) {
        ProbeSpec probe;
        probe.id = QString::number(i);
        plan.probes.append(probe);
        item.probes.append(probe.id);
    }
    item.id = QStringLiteral("item");
    runner.run(plan, QStringLiteral("list"), item, {});
    runner.run(plan, QStringLiteral("list"), item, {}); // is running already
    QCOMPARE(m->probes.ran.size(), 6);
    QCOMPARE(runner.running().value(QStringLiteral("list")), QStringList{QStringLiteral("item")});
    for (std::size_t i = 0; i < 9; ++i) {
        QTRY_VERIFY(m->probes.held.size() > i);
        ProbeFinding finding = m->probes.seen();
        finding.result = i == 4 ? CheckResult::Fail : CheckResult::Pass;
        m->probes.held.at(i).give(finding);
    }
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().finding.result, CheckResult::Fail);
    QVERIFY(runner.running().isEmpty());
}

void DecisionDeskTest::automaticGateOpensBySamples()
{
    m->row.currentStepIndex = 3; // at 50 %, on the way to everything
    m->show();
    QVERIFY(m->startGoverned());
    QVERIFY(m->desk->view().guardsNext.contains(QStringLiteral("steady")));
    const auto steady = [this]() -> const GateView & { return m->desk->view().gates.at(1); };
    QCOMPARE(steady().mayOpen, Refusal::GateIsAutomatic);
    // Its checks run by themselves, because it waits for them.
    QTRY_VERIFY_WITH_TIMEOUT(
        (m->clock.advance(std::chrono::milliseconds(200)), steady().state == GateState::Approved), 20000);
    m->probes.result = CheckResult::Fail;
    m->desk->check(QStringLiteral("machine"), QStringLiteral("nodes"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (m->clock.advance(std::chrono::milliseconds(200)), steady().state == GateState::Invalidated), 20000);
}

void DecisionDeskTest::withoutAPlanAllIsAsBefore()
{
    m->start();
    QTRY_VERIFY(m->desk->view().plansKnown);
    QVERIFY(!m->desk->view().plan);
    m->ledgerOfDecisions.setDown(true);
    QVERIFY(m->promote().allowed);
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    operation->stopByHand();
    QVERIFY(m->ledgerOfDecisions.accepted.isEmpty());
}

void DecisionDeskTest::unknownPlansHold()
{
    QTRY_VERIFY(m->fleet.release(m->key));
    m->desk = std::make_unique<DecisionDesk>(DecisionDesk::Sources{
        m->fleet, m->metrics, m->plans, m->ledgerOfDecisions, m->probes, m->judgements, m->clock});
    m->operations.setGuard(m->desk.get());
    QVERIFY(has(m->promote().reasons, MessageCode::PlansUnknown));
    QVERIFY(m->operations.decision(ActionKind::RollBack, m->key).allowed);
}

void DecisionDeskTest::aLostAnswerAboutPlansHolds()
{
    m->api.onGet = [](const QString &) -> Result<QByteArray> {
        return tl::unexpected(errorOf(ErrorCode::Timeout));
    };
    m->start();
    QTRY_VERIFY(m->plans.isLoaded() && m->plans.clusterProblem(m->key.cluster));
    QVERIFY(has(m->promote().reasons, MessageCode::PlansUnknown));
    m->api.onGet = [](const QString &) -> Result<QByteArray> {
        return tl::unexpected(errorOf(ErrorCode::Forbidden));
    };
    m->plans.refreshClusters();
    QTRY_VERIFY(m->promote().allowed);
}

void DecisionDeskTest::anUnusablePlanHolds()
{
    QVERIFY(m->govern("quorum: 2", "quorum: 9"));
    m->start();
    QTRY_VERIFY(!m->desk->view().unusablePlan.isEmpty());
    QVERIFY(has(m->promote().reasons, MessageCode::PlanUnusable));
    QVERIFY(!m->promote().allowed);
}

QTEST_GUILESS_MAIN(DecisionDeskTest)
#include "decisiondesk_test.moc"
