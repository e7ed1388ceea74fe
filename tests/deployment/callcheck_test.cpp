// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/callcheck.h"
#include "backends/deployment/podtemplate.h"
#include "tests/deployment/documents.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::deployment;
using namespace signalbox::deployment::testing;

/// The last look before a call leaves: what stops it, what does not, what needs no call.
class CallCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promotion_data();
    void promotion();
    void refreshesTheLock();
    void laterCallsOnlyCompareIdentity();
    void undoGuards();
    void fullPromotionOfARollback();
    void strategicMergeByName();
    void annotationsDoNotTell();
    void leavesAtOnce();
    void statusFallback();
};

static ActionPlan planOf(ActionKind kind, const Json &rollout)
{
    RolloutDocuments documents;
    documents.rollout = rollout;
    documents.replicaSet = replicaSet("aaa", "r/web:1");
    return planRollout(request(kind), snapshot(), documents, Now).value();
}

static Result<CheckedCall> check(const ActionPlan &plan, int step, int call, const Json &now,
                                 bool first = true)
{
    return checkCall(plan, plan.steps.at(step).calls.at(call), toText(now), first, &rolloutPreconditions);
}

void CallCheckTest::promotion_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("outcome"); // send, true, or what changed
    const auto row = [](const char *name, const char *change, const char *outcome) {
        QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(outcome);
    };
    row("nothing", "{}", "send");
    row("status noise",
        R"({"metadata":{"resourceVersion":"900"},"status":{"readyReplicas":3,"message":"m"}})", "send");
    row("autoscaler", R"({"metadata":{"generation":9},"spec":{"replicas":9}})", "send");
    row("step moved", R"({"status":{"currentStepIndex":2}})", "status.currentStepIndex: 1 -> 2");
    row("aborted meanwhile", R"({"status":{"abort":true}})", "status.abort: false -> true");
    row("paused by hand meanwhile", R"({"spec":{"paused":true}})", "spec.paused: false -> true");
    row("new version", R"({"status":{"currentPodHash":"ccc"}})", "status.currentPodHash: bbb -> ccc");
    row("template edited", R"({"spec":{"template":{"x":1}}})", "spec.template: ");
    row("steps edited", R"({"spec":{"strategy":{"canary":{"steps":[]}}}})", "spec.strategy: ");
    row("another object", R"({"metadata":{"uid":"u-2"}})", "metadata.uid: u-1 -> u-2");
    row("another version that has not reached its pause",
        R"({"spec":{"template":{"x":1}},"status":{"currentPodHash":"ccc","pauseConditions":null}})",
        "status.currentPodHash: bbb -> ccc");
    row("somebody promoted already", R"({"status":{"pauseConditions":null}})", "true");
}

void CallCheckTest::promotion()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, outcome);
    const ActionPlan plan = planOf(ActionKind::Promote, canary());
    Json now = canary();
    now.merge_patch(parse(change.constData()));
    const auto checked = check(plan, 0, 0, now);
    if (outcome == QLatin1String("send") || outcome == QLatin1String("true")) {
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
        QCOMPARE(checked->alreadyTrue, outcome == QLatin1String("true"));
    } else {
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Changed);
        QVERIFY2(checked.error().detail.contains(outcome), qPrintable(checked.error().detail));
    }
}

void CallCheckTest::refreshesTheLock()
{
    const ActionPlan plan = planOf(ActionKind::Promote, canary());
    Json now = canary();
    now["metadata"]["resourceVersion"] = "222";
    const auto checked = check(plan, 0, 0, now);
    QVERIFY(checked);
    QCOMPARE(
        checked->call.body,
        QByteArray("{\"metadata\":{\"resourceVersion\":\"222\"},\"status\":{\"pauseConditions\":null}}"));
}

void CallCheckTest::laterCallsOnlyCompareIdentity()
{
    Json rollout = canary();
    rollout["spec"]["paused"] = true;
    const ActionPlan plan = planOf(ActionKind::Promote, rollout);
    Json now = rollout;
    now["status"]["currentStepIndex"] = 2; // our own first call made it move
    now["status"].erase("pauseConditions");
    QVERIFY(check(plan, 0, 1, now, false));
    QVERIFY(!check(plan, 0, 1, now, true));
    now["metadata"]["uid"] = "u-2";
    QVERIFY(!check(plan, 0, 1, now, false));
}

void CallCheckTest::undoGuards()
{
    const ActionPlan plan = planOf(ActionKind::RollBack, canary());
    QVERIFY(check(plan, 1, 0, canary()) && !check(plan, 1, 0, canary())->alreadyTrue);
    Json moved = canary();
    moved["status"]["currentPodHash"] = "ccc";
    const auto refused = check(plan, 1, 0, moved);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Changed);
    QVERIFY(refused.error().detail.contains(QStringLiteral("/status/currentPodHash")));
    Json done = moved; // the template is the target's already: whatever the hash says, nothing is left to do
    done["spec"]["template"] = templateForUndo(replicaSet("aaa", "r/web:1"), "rollouts-pod-template-hash");
    const auto already = check(plan, 1, 0, done);
    QVERIFY(already && already->alreadyTrue);
}

void CallCheckTest::fullPromotionOfARollback()
{
    Json healthy = canary();
    healthy["status"]["stableRS"] = "bbb";
    healthy["status"].erase("pauseConditions");
    const ActionPlan plan = planOf(ActionKind::RollBack, healthy);
    QCOMPARE(plan.steps.at(1).title.code, MessageCode::StepPromoteFully);
    Json undone = healthy;
    undone["status"]["currentPodHash"] = "aaa";
    const auto send = check(plan, 1, 0, undone);
    QVERIFY(send && !send->alreadyTrue);
    undone["status"]["stableRS"] = "aaa";
    const auto done = check(plan, 1, 0, undone);
    QVERIFY(done && done->alreadyTrue);
    QVERIFY(!check(plan, 1, 0, healthy)); // the controller has not seen the undo: the flag would be lost
}

void CallCheckTest::strategicMergeByName()
{
    const ApiCall call = strategicPatch(QStringLiteral("/x"), parse(R"({"spec":{"template":{"spec":
        {"containers":[{"name":"b","image":"i:2"}]}}}})"));
    Json object = parse(R"({"spec":{"template":{"spec":{"containers":
        [{"name":"a","image":"i:1"},{"name":"b","image":"i:1"}]}}}})");
    QVERIFY(!isAlreadyTrue(call, object));
    object["spec"]["template"]["spec"]["containers"][1]["image"] = "i:2";
    QVERIFY(isAlreadyTrue(call, object));
}

void CallCheckTest::annotationsDoNotTell()
{
    const ApiCall call =
        jsonPatch(QStringLiteral("/x"), parse(R"([{"op":"test","path":"/metadata/uid","value":"u"},
        {"op":"replace","path":"/spec/template","value":{"a":1}},
        {"op":"replace","path":"/metadata/annotations","value":{"deployment.kubernetes.io/revision":"2"}}])"));
    const Json done =
        parse(R"({"metadata":{"uid":"u","annotations":{"deployment.kubernetes.io/revision":"3"}},
        "spec":{"template":{"a":1,"metadata":{"creationTimestamp":null}}}})");
    QVERIFY(!isAlreadyTrue(call, done)); // an empty metadata is a difference, a null inside is none
    QVERIFY(
        isAlreadyTrue(call, parse(R"({"metadata":{"annotations":{"deployment.kubernetes.io/revision":"3"}},
        "spec":{"template":{"a":1,"b":null}}})")));
}

void CallCheckTest::leavesAtOnce()
{
    const ActionPlan rollBack = planOf(ActionKind::RollBack, canary());
    QVERIFY(deployment::leavesAtOnce(rollBack, 0, rollBack.steps.at(0).calls.first()));
    QVERIFY(!deployment::leavesAtOnce(rollBack, 1, rollBack.steps.at(1).calls.first()));
    const ActionPlan promote = planOf(ActionKind::Promote, canary());
    QVERIFY(!deployment::leavesAtOnce(promote, 0, promote.steps.at(0).calls.first()));
}

void CallCheckTest::statusFallback()
{
    const ActionPlan promote = planOf(ActionKind::Promote, canary());
    const ApiCall main = withoutStatusSubresource(promote.steps.first().calls.first(), true);
    QCOMPARE(main.path, QLatin1String(RolloutPath));
    QCOMPARE(main.body, QByteArray("{\"metadata\":{\"resourceVersion\":\"100\"},\"spec\":{\"paused\":false},"
                                   "\"status\":{\"pauseConditions\":null}}"));
    const ActionPlan abort = planOf(ActionKind::Abort, canary());
    QCOMPARE(withoutStatusSubresource(abort.steps.first().calls.first(), false).body,
             QByteArray("{\"status\":{\"abort\":true,\"promoteFull\":null}}"));
}

QTEST_GUILESS_MAIN(CallCheckTest)
#include "callcheck_test.moc"
