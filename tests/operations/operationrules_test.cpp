// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/operationrules.h"

#include <QTest>

using namespace signalbox;
using Kind = OperationEventKind;
using Effect = OperationEffect;
using Effects = QVector<OperationEffect>;

Q_DECLARE_METATYPE(signalbox::ErrorCode)
Q_DECLARE_METATYPE(signalbox::StepPhase)
Q_DECLARE_METATYPE(signalbox::OperationPhase)

/// The state machine of operations, pair by pair.
class OperationRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void happyRollback();
    void ledgerDown_data();
    void ledgerDown();
    void delayedIntent();
    void refused_data();
    void refused();
    void effective_data();
    void effective();
    void trafficNeedsTwoLooks();
    void budgetFlagsThenFails();
    void remindsAControllerThatMissedIt();
    void optionalStepDoesNotHoldUp();
    void identityEndsEvenAnOptionalStep();
    void stopped();
    void silentLedgerAtTheEnd();
    void nothingAfterTheEnd();
};

static Verification wanted(VerifyKind kind, bool mandatory = true)
{
    Verification verification;
    verification.kind = kind;
    verification.mandatory = mandatory;
    return verification;
}

static ActionStep step(MessageCode title, bool calls, const QVector<Verification> &verifications, int budget)
{
    ActionStep step;
    step.title = {title, {}};
    if (calls) {
        step.calls = {{QByteArrayLiteral("PATCH"), QStringLiteral("/x"), {}, {}}};
    }
    step.verifications = verifications;
    step.budget = std::chrono::seconds(budget);
    return step;
}

static ActionPlan rollback()
{
    ActionPlan plan;
    plan.request.kind = ActionKind::RollBack;
    plan.steps = {step(MessageCode::StepShiftTraffic, true, {wanted(VerifyKind::Aborted, false)}, 5),
                  step(MessageCode::StepAlignSpec, true, {wanted(VerifyKind::SpecObserved)}, 25),
                  step(MessageCode::StepVerifyTraffic, false, {wanted(VerifyKind::TrafficShare)}, 30),
                  step(MessageCode::StepRecord, false, {}, 10)};
    return plan;
}

static ActionPlan single(ActionKind kind, const QVector<Verification> &verifications)
{
    ActionPlan plan;
    plan.request.kind = kind;
    plan.steps = {step(MessageCode::StepPromote, true, verifications, 10)};
    return plan;
}

static Error error(ErrorCode code)
{
    return {code, ErrorLayer::Http, 0, {}, QStringLiteral("because"), {}, {}};
}

/// Drives one operation; time is what the test says.
struct Run {
    explicit Run(const ActionPlan &plan)
        : state(initialState(plan, QStringLiteral("id"), QStringLiteral("me")))
    {
    }

    Effects feed(Kind kind, std::optional<Error> why = {}, const QVector<Finding> &findings = {})
    {
        OperationEvent event{kind, QDateTime::fromSecsSinceEpoch(1000, Qt::UTC).addMSecs(now.count()), now,
                             std::move(why), findings};
        OperationMove move = advance(std::move(state), event);
        state = std::move(move.state);
        return move.effects;
    }
    Effects look(bool holds, bool unavailable = false)
    {
        Finding finding;
        finding.holds = holds;
        finding.seen = true;
        finding.unavailable = unavailable;
        return feed(Kind::Looked, {}, {finding});
    }
    void begin()
    {
        feed(Kind::Started);
        feed(Kind::IntentWritten);
    }
    void wait(int seconds) { now += std::chrono::seconds(seconds); }
    [[nodiscard]] StepPhase phase(int index) const { return state.status.steps.at(index).phase; }
    [[nodiscard]] OperationPhase phase() const { return state.status.phase; }

    OperationState state;
    std::chrono::milliseconds now{0};
};

void OperationRulesTest::happyRollback()
{
    Run run(rollback());
    QCOMPARE(run.feed(Kind::Started), Effects{Effect::WriteIntent});
    QCOMPARE(run.phase(0), StepPhase::Pending);
    QCOMPARE(run.feed(Kind::IntentWritten), Effects{Effect::SendStep});
    QCOMPARE(run.phase(0), StepPhase::Sent);
    QCOMPARE(run.feed(Kind::Accepted), Effects{Effect::Look});
    QCOMPARE(run.phase(0), StepPhase::Accepted); // the 200 is not success
    QCOMPARE(run.look(false), Effects{});
    QCOMPARE(run.phase(0), StepPhase::Observed);
    QCOMPARE(run.look(true), Effects{Effect::SendStep});
    QCOMPARE(run.phase(0), StepPhase::Effective);
    run.feed(Kind::Accepted);
    QCOMPARE(run.look(true), Effects{Effect::Look});
    run.look(true);
    QCOMPARE(run.look(true), (Effects{Effect::WriteOutcome, Effect::Look}));
    QCOMPARE(run.phase(), OperationPhase::Running);
    QCOMPARE(run.feed(Kind::RecordWritten), Effects{Effect::Finish});
    QCOMPARE(run.phase(), OperationPhase::Succeeded);
    QCOMPARE(run.phase(3), StepPhase::Effective);
    QVERIFY(run.state.status.finished.isValid());
}

void OperationRulesTest::ledgerDown_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("proceeds");
    QTest::newRow("rollback") << int(ActionKind::RollBack) << true;
    QTest::newRow("abort") << int(ActionKind::Abort) << true;
    for (const ActionKind kind : {ActionKind::Promote, ActionKind::PromoteFully, ActionKind::Pause,
                                  ActionKind::Resume, ActionKind::Retry, ActionKind::Undo,
                                  ActionKind::Restart, ActionKind::SetImage, ActionKind::TerminateAnalysis}) {
        QTest::addRow("forward %d", int(kind)) << int(kind) << false;
    }
}

void OperationRulesTest::ledgerDown()
{
    QFETCH(int, kind);
    QFETCH(bool, proceeds);
    Run run(single(ActionKind(kind), {wanted(VerifyKind::Paused)}));
    run.feed(Kind::Started);
    const Effects effects = run.feed(Kind::IntentWritten, error(ErrorCode::Storage));
    QCOMPARE(effects.contains(Effect::SendStep), proceeds);
    QCOMPARE(run.phase(), proceeds ? OperationPhase::Running : OperationPhase::Failed);
    QVERIFY(run.state.status.ledgerError); // said either way
}

void OperationRulesTest::delayedIntent()
{
    Run back(rollback());
    back.feed(Kind::Started);
    QCOMPARE(back.feed(Kind::IntentDelayed), Effects{Effect::SendStep});
    QCOMPARE(back.feed(Kind::IntentWritten), Effects{}); // the late answer starts nothing again
    back.feed(Kind::IntentWritten, error(ErrorCode::Storage));
    QVERIFY(back.state.status.ledgerError);
    Run forward(single(ActionKind::Promote, {}));
    forward.feed(Kind::Started);
    QCOMPARE(forward.feed(Kind::IntentDelayed), Effects{});
    QCOMPARE(forward.phase(0), StepPhase::Pending);
}

void OperationRulesTest::refused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<StepPhase>("phase");
    QTest::addColumn<int>("effect"); // -1: ends
    const auto row = [](const char *name, ActionKind kind, ErrorCode code, StepPhase phase, int effect) {
        QTest::newRow(name) << int(kind) << code << phase << effect;
    };
    row("forward, line down: nothing was sent", ActionKind::Promote, ErrorCode::Unreachable, StepPhase::Sent,
        -2);
    row("forward, answer lost: only looked after", ActionKind::Promote, ErrorCode::OutcomeUnknown,
        StepPhase::Sent, int(Effect::Look));
    row("forward, changed", ActionKind::Promote, ErrorCode::Changed, StepPhase::Failed, -1);
    row("forward, conflict", ActionKind::Promote, ErrorCode::Conflict, StepPhase::Failed, -1);
    row("forward, forbidden", ActionKind::Promote, ErrorCode::Forbidden, StepPhase::Failed, -1);
    row("back, line down: again", ActionKind::Abort, ErrorCode::Unreachable, StepPhase::Sent,
        int(Effect::SendLater));
    row("back, answer lost: again", ActionKind::Abort, ErrorCode::OutcomeUnknown, StepPhase::Sent,
        int(Effect::SendLater));
    row("back, 500: again", ActionKind::Abort, ErrorCode::Server, StepPhase::Sent, int(Effect::SendLater));
    row("back, forbidden", ActionKind::Abort, ErrorCode::Forbidden, StepPhase::Failed, -1);
    row("back, changed", ActionKind::Abort, ErrorCode::Changed, StepPhase::Failed, -1);
}

void OperationRulesTest::refused()
{
    QFETCH(int, kind);
    QFETCH(ErrorCode, code);
    QFETCH(StepPhase, phase);
    QFETCH(int, effect);
    Run run(single(ActionKind(kind), {wanted(VerifyKind::Paused)}));
    run.begin();
    const Effects effects = run.feed(Kind::Refused, error(code));
    QCOMPARE(run.state.status.steps.first().error->code, code);
    if (effect < 0) {
        QCOMPARE(run.phase(0), StepPhase::Failed);
        QCOMPARE(run.phase(), OperationPhase::Failed);
        QCOMPARE(effects, (Effects{Effect::WriteOutcome, Effect::Finish}));
        return;
    }
    QCOMPARE(run.phase(0), phase);
    QCOMPARE(effects, Effects{Effect(effect)});
    run.wait(31); // three budgets later patience ends
    run.feed(Kind::Refused, error(code));
    QCOMPARE(run.phase(), OperationPhase::Failed);
}

void OperationRulesTest::effective_data()
{
    QTest::addColumn<bool>("mandatory");
    QTest::addColumn<bool>("holds");
    QTest::addColumn<bool>("unavailable");
    QTest::addColumn<bool>("over");
    QTest::addColumn<bool>("effective");
    QTest::newRow("holds") << true << true << false << false << true;
    QTest::newRow("does not hold") << true << false << false << false << false;
    QTest::newRow("unmeasured is no success") << true << false << true << false << false;
    QTest::newRow("unmeasured is no success after the budget either")
        << true << false << true << true << false;
    QTest::newRow("optional holds") << false << true << false << false << true;
    QTest::newRow("optional does not hold yet") << false << false << false << false << false;
    QTest::newRow("optional unmeasured is excused") << false << false << true << false << true;
    QTest::newRow("optional over budget is excused") << false << false << false << true << true;
}

void OperationRulesTest::effective()
{
    QFETCH(bool, mandatory);
    QFETCH(bool, holds);
    QFETCH(bool, unavailable);
    QFETCH(bool, over);
    QFETCH(bool, effective);
    Run run(single(ActionKind::Promote, {wanted(VerifyKind::ErrorRate, mandatory)}));
    run.begin();
    run.feed(Kind::Accepted);
    run.wait(over ? 11 : 1);
    run.look(holds, unavailable);
    QCOMPARE(run.phase(0) == StepPhase::Effective, effective);
    QCOMPARE(run.phase(), effective ? OperationPhase::Succeeded : OperationPhase::Running);
}

void OperationRulesTest::trafficNeedsTwoLooks()
{
    Run run(single(ActionKind::Promote, {wanted(VerifyKind::TrafficShare)}));
    run.begin();
    run.feed(Kind::Accepted);
    run.look(true);
    run.look(false);
    run.look(true);
    QCOMPARE(run.phase(), OperationPhase::Running);
    run.look(true);
    QCOMPARE(run.phase(), OperationPhase::Succeeded);
}

void OperationRulesTest::budgetFlagsThenFails()
{
    Run run(single(ActionKind::Promote, {wanted(VerifyKind::Paused)}));
    run.begin();
    run.feed(Kind::Accepted);
    run.wait(14);
    run.look(false);
    QVERIFY(run.state.status.steps.first().overBudget);
    QVERIFY(run.state.status.steps.first().observations.contains(
        {MessageCode::BudgetExceeded, {QStringLiteral("4")}}));
    QCOMPARE(run.phase(), OperationPhase::Running); // a page, not an abort
    run.wait(16);
    run.look(false);
    QCOMPARE(run.phase(), OperationPhase::Running);
    run.wait(1);
    QCOMPARE(run.look(false), (Effects{Effect::WriteOutcome, Effect::Finish}));
    QCOMPARE(run.phase(), OperationPhase::Failed);
    QCOMPARE(run.state.status.steps.first().error->reason, QStringLiteral("BudgetExceeded"));
}

void OperationRulesTest::remindsAControllerThatMissedIt()
{
    ActionPlan plan = single(ActionKind::RollBack, {wanted(VerifyKind::Promoted)});
    plan.steps.first().reminder = plan.steps.first().calls;
    plan.steps.first().remindAfter = std::chrono::seconds(4);
    Run run(plan);
    run.begin();
    run.wait(5);
    QCOMPARE(run.look(false), Effects{}); // the first sending has no answer yet
    run.feed(Kind::Accepted);
    QCOMPARE(run.look(false), Effects{Effect::Remind});
    QCOMPARE(run.look(false), Effects{}); // not at every look
    QCOMPARE(run.feed(Kind::Reminded, error(ErrorCode::Conflict)), Effects{});
    QCOMPARE(run.phase(), OperationPhase::Running);
    QCOMPARE(run.state.status.steps.first().error->code, ErrorCode::Conflict);
    run.wait(4);
    QCOMPARE(run.look(false), Effects{Effect::Remind});
    run.feed(Kind::Reminded);
    QVERIFY(!run.state.status.steps.first().error);
    run.wait(4);
    QCOMPARE(run.look(true), (Effects{Effect::WriteOutcome, Effect::Finish}));
    QCOMPARE(run.phase(), OperationPhase::Succeeded);
}

void OperationRulesTest::optionalStepDoesNotHoldUp()
{
    Run slow(rollback());
    slow.begin();
    slow.feed(Kind::Accepted);
    slow.wait(6);
    QCOMPARE(slow.look(false), Effects{Effect::SendStep}); // 5 s without seeing the abort: align the spec
    Run denied(rollback());
    denied.begin();
    QCOMPARE(denied.feed(Kind::Refused, error(ErrorCode::Forbidden)), Effects{Effect::SendStep});
    QCOMPARE(denied.phase(0), StepPhase::Failed);
    QCOMPARE(denied.state.status.currentStep, 1);
}

void OperationRulesTest::identityEndsEvenAnOptionalStep()
{
    Run run(rollback());
    run.begin();
    run.feed(Kind::Refused, error(ErrorCode::NotFound));
    QCOMPARE(run.phase(), OperationPhase::Failed);
    QCOMPARE(run.phase(1), StepPhase::Skipped);
}

void OperationRulesTest::stopped()
{
    Run run(rollback());
    run.begin();
    QCOMPARE(run.feed(Kind::Stopped), (Effects{Effect::WriteOutcome, Effect::Finish}));
    QCOMPARE(run.phase(), OperationPhase::StoppedByHand);
    QCOMPARE(run.phase(0), StepPhase::Sent); // what is sent stays
    QCOMPARE(run.phase(1), StepPhase::Skipped);
    QCOMPARE(run.feed(Kind::Accepted), Effects{});
}

void OperationRulesTest::silentLedgerAtTheEnd()
{
    Run run(rollback());
    run.begin();
    run.feed(Kind::Accepted);
    run.look(true);
    run.feed(Kind::Accepted);
    run.look(true);
    run.look(true);
    run.look(true);
    run.wait(11);
    QCOMPARE(run.feed(Kind::Looked), Effects{Effect::Finish});
    QCOMPARE(run.phase(), OperationPhase::Succeeded); // rolled back all the same
    QCOMPARE(run.phase(3), StepPhase::Failed);
    QVERIFY(run.state.status.ledgerError);
}

void OperationRulesTest::nothingAfterTheEnd()
{
    Run run(single(ActionKind::Promote, {}));
    run.begin();
    run.feed(Kind::Accepted);
    QCOMPARE(run.phase(), OperationPhase::Succeeded);
    const OperationState before = run.state;
    for (const Kind kind :
         {Kind::Started, Kind::IntentDelayed, Kind::Accepted, Kind::Looked, Kind::Stopped}) {
        QCOMPARE(run.feed(kind), Effects{});
    }
    QVERIFY(run.state == before);
}

QTEST_GUILESS_MAIN(OperationRulesTest)
#include "operationrules_test.moc"
