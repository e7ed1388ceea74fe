// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/continuation.h"
#include "models/operations/operationrecord.h"
#include "tests/operations/fakes.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const ReleaseKey key{ClusterId(QStringLiteral("prod")), QStringLiteral("shop"), QStringLiteral("cart"),
                     ReleaseKind::Rollout};

OperationStatus statusOf(const ActionPlan &plan)
{
    OperationStatus status;
    status.id = QStringLiteral("op");
    status.plan = plan;
    status.actor = QStringLiteral("me");
    status.reason = QStringLiteral("errors");
    status.steps = QVector<StepProgress>(plan.steps.size());
    return status;
}

QVector<StepPhase> phases(const OperationStatus &status)
{
    QVector<StepPhase> found;
    for (const StepProgress &step : status.steps) {
        found.append(step.phase);
    }
    return found;
}

} // namespace

/// What the ledger keeps of an operation, and what is left of it after an interruption.
class ContinuationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordHoldsThePlanWithoutBodies();
    void stepAndContinuationRecordsAreTakenIn();
    void hostileRecordsAreNoPlan_data();
    void hostileRecordsAreNoPlan();
    void alreadyDone_data();
    void alreadyDone();
    void nothingToSendLeavesVerifying();
    void freshPlanReplacesWhatIsLeft();
    void forwardKeepsWhatWasAgreed();
};

void ContinuationTest::recordHoldsThePlanWithoutBodies()
{
    ActionPlan plan = rollbackPlan(key);
    plan.steps[1].calls[0].body = QByteArrayLiteral("PASSWORD=secret");
    plan.preconditions = QStringList{QStringLiteral("metadata.uid=u-cart")};
    plan.currentHash = QStringLiteral("new");
    plan.targetVersion = QStringLiteral("2.4.0");
    plan.budget = std::chrono::seconds(300);
    plan.request.restartAt = QStringLiteral("2026-01-01T00:00:00Z");
    const LedgerRecord record =
        intentRecord(statusOf(plan), QStringLiteral("here/1/2"), QDateTime::currentDateTimeUtc());
    QVERIFY(!record.parameters.contains("secret"));
    const auto operations = readOperations({record});
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.first().desk, QStringLiteral("here/1/2"));
    ActionPlan expected = plan;
    expected.steps[1].calls[0].body.clear();
    expected.request.targetHash = plan.targetHash; // what was resolved is what is asked for again
    expected.request.reason = QStringLiteral("errors");
    QCOMPARE(operations.first().status.plan.steps, expected.steps);
    QVERIFY(operations.first().status.plan == expected);
}

void ContinuationTest::stepAndContinuationRecordsAreTakenIn()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    OperationStatus status = statusOf(rollbackPlan(key));
    status.steps[0].phase = StepPhase::Effective;
    QVector<LedgerRecord> records{intentRecord(status, QStringLiteral("a"), now),
                                  stepRecord(status, 0, now.addSecs(1))};
    const RecordedOperation begun = readOperations(records).first();
    QCOMPARE(begun.status.currentStep, 1);
    QCOMPARE(begun.status.steps.first().phase, StepPhase::Effective);
    QCOMPARE(begun.lastSign, now.addSecs(1));
    OperationStatus shorter = continuedStatus(begun.status, std::nullopt);
    shorter.actor = QStringLiteral("she");
    records << continuationRecord(shorter, QStringLiteral("b"), now.addSecs(2));
    const RecordedOperation again = readOperations(records).first();
    QCOMPARE(again.desk, QStringLiteral("b"));
    QCOMPARE(again.status.actor, QStringLiteral("she"));
    QCOMPARE(again.status.plan.callCount(), 0);
    QCOMPARE(phases(again.status), phases(shorter));
}

void ContinuationTest::hostileRecordsAreNoPlan_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{{");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no format") << QByteArray(R"({"steps":[{"step":"Promote"}]})");
    QTest::newRow("no steps") << QByteArray(R"({"format":1,"steps":[]})");
    QTest::newRow("unknown step") << QByteArray(R"({"format":1,"steps":[{"step":"Explode"}]})");
    QTest::newRow("unknown check") << QByteArray(
        R"({"format":1,"steps":[{"step":"Promote","verify":[{"kind":"Magic"}]}]})");
    QTest::newRow("a step that is no object") << QByteArray(R"({"format":1,"steps":[7]})");
}

void ContinuationTest::hostileRecordsAreNoPlan()
{
    QFETCH(QByteArray, parameters);
    LedgerRecord record = intentRecord(statusOf(promotePlan(key)), {}, QDateTime::currentDateTimeUtc());
    record.parameters = parameters;
    const auto operations = readOperations({record});
    QCOMPARE(operations.size(), 1); // found all the same
    QVERIFY(operations.first().status.steps.isEmpty());
    QCOMPARE(operations.first().status.plan.request.release, key);
}

void ContinuationTest::alreadyDone_data()
{
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("done");
    const auto row = [](const char *name, ActionKind kind, const char *reason, bool done) {
        QTest::newRow(name) << kind << QString::fromLatin1(reason) << done;
    };
    row("rollback is there", ActionKind::RollBack, "TargetEqualsCurrent", true);
    row("rollback without target", ActionKind::RollBack, "TargetGone", false);
    row("undo is there", ActionKind::Undo, "TargetEqualsCurrent", true);
    row("aborted", ActionKind::Abort, "AlreadyAborted", true);
    row("abort refused otherwise", ActionKind::Abort, "NothingToPromote", false);
    row("retried", ActionKind::Retry, "NotAborted", true);
    row("paused", ActionKind::Pause, "AlreadyPaused", true);
    row("resumed", ActionKind::Resume, "NotPaused", true);
    row("analysis over", ActionKind::TerminateAnalysis, "NoAnalysisRunning", true);
    row("promotion never says so", ActionKind::Promote, "NothingToPromote", false);
    row("pause is no resume", ActionKind::Resume, "AlreadyPaused", false);
}

void ContinuationTest::alreadyDone()
{
    QFETCH(ActionKind, kind);
    QFETCH(QString, reason);
    Error error{ErrorCode::Refused, ErrorLayer::Rule, 0, reason, {}, {}, {}};
    QTEST(meansAlreadyDone(kind, error), "done");
    error.layer = ErrorLayer::Http; // a server's word is not ours
    QVERIFY(!meansAlreadyDone(kind, error));
}

void ContinuationTest::nothingToSendLeavesVerifying()
{
    const auto P = StepPhase::Pending;
    OperationStatus recorded = statusOf(rollbackPlan(key));
    const OperationStatus fresh = continuedStatus(recorded, std::nullopt);
    QCOMPARE(fresh.plan.callCount(), 0);
    // The best effort has nothing left to verify; the rest has.
    QCOMPARE(phases(fresh), QVector<StepPhase>({StepPhase::Skipped, P, P, P, P, P}));
    QCOMPARE(fresh.currentStep, 1);
    for (int step = 0; step < 4; ++step) {
        recorded.steps[step].phase = StepPhase::Effective;
    }
    const OperationStatus late = continuedStatus(recorded, std::nullopt);
    const auto E = StepPhase::Effective;
    QCOMPARE(phases(late), QVector<StepPhase>({E, E, P, P, P, P})); // what was measured is measured again
}

void ContinuationTest::freshPlanReplacesWhatIsLeft()
{
    OperationStatus recorded = statusOf(rollbackPlan(key));
    recorded.steps[0].phase = StepPhase::Effective;
    ActionPlan fresh = rollbackPlan(key);
    fresh.steps.removeFirst();
    fresh.steps.first().verifications.clear();
    const OperationStatus next = continuedStatus(recorded, fresh);
    QCOMPARE(next.steps.size(), 6);
    QCOMPARE(next.currentStep, 1);
    QCOMPARE(next.steps.first().phase, StepPhase::Effective);
    QCOMPARE(next.plan.callCount(), 1);
    QCOMPARE(next.plan.steps.at(1).verifications, recorded.plan.steps.at(1).verifications);
}

void ContinuationTest::forwardKeepsWhatWasAgreed()
{
    OperationStatus recorded = statusOf(promotePlan(key));
    recorded.plan.preconditions = QStringList{QStringLiteral("status.currentStepIndex=1")};
    ActionPlan fresh = promotePlan(key);
    fresh.preconditions = QStringList{QStringLiteral("status.currentStepIndex=3")};
    QCOMPARE(continuedStatus(recorded, fresh).plan.preconditions, recorded.plan.preconditions);
    OperationStatus back = statusOf(rollbackPlan(key));
    back.plan.preconditions = recorded.plan.preconditions;
    QCOMPARE(continuedStatus(back, fresh).plan.preconditions, fresh.preconditions);
}

QTEST_GUILESS_MAIN(ContinuationTest)
#include "continuation_test.moc"
