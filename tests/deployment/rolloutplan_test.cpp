// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/deployment/documents.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::deployment;
using namespace signalbox::deployment::testing;

/// Exact bodies of the moves within one revision, state by state.
class RolloutPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void refusals_data();
    void refusals();
    void locks();
    void saysWhatComesNext();
    void emergencyHasNoLock();
    void anotherUidIsRefused();
    void setImageGuardsTheContainer();
    void setImageFollowsWorkloadRef();
    void terminate();
    void restartUsesTheGivenTime();
    void verifiesTheEffect();
};

/// Patches of the rollout for the case; text is a JSON merge patch applied to the sample.
static Json sample(const QByteArray &base, const QByteArray &change)
{
    Json document = base == "canary" ? canary() : blueGreen();
    if (!change.isEmpty()) {
        document.merge_patch(parse(change.constData()));
    }
    return document;
}

static QByteArray unlocked(const ApiCall &call)
{
    Json body = parse(call.body.constData());
    body.erase("metadata");
    return toText(body);
}

void RolloutPlanTest::bodies_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected"); // "status|main body" lines

    const auto row = [](const char *name, ActionKind kind, const char *base, const char *change,
                        const char *expected) {
        QTest::newRow(name) << int(kind) << QByteArray(base) << QByteArray(change) << QByteArray(expected);
    };
    row("promote paused canary clears the pause, never the index", ActionKind::Promote, "canary", "",
        "status {\"status\":{\"pauseConditions\":null}}");
    row("promote inconclusive moves the index too", ActionKind::Promote, "canary",
        R"({"status":{"currentStepIndex":4,"pauseConditions":[{"reason":"InconclusiveAnalysisRun"}],
            "canary":{"currentStepAnalysisRunStatus":{"name":"x","status":"Inconclusive"}}}})",
        "status {\"status\":{\"controllerPause\":false,\"currentStepIndex\":5,\"pauseConditions\":null}}");
    row("inconclusive without controller pause only clears", ActionKind::Promote, "canary",
        R"({"status":{"controllerPause":false,"canary":{"currentStepAnalysisRunStatus":{"status":"Inconclusive"}}}})",
        "status {\"status\":{\"pauseConditions\":null}}");
    row("promote running step skips it", ActionKind::Promote, "canary",
        R"({"status":{"pauseConditions":null,"controllerPause":false,"currentStepIndex":2}})",
        "status {\"status\":{\"currentStepIndex\":3,\"pauseConditions\":null}}");
    row("absent index counts as step 0", ActionKind::Promote, "canary",
        R"({"status":{"pauseConditions":null,"controllerPause":false,"currentStepIndex":null}})",
        "status {\"status\":{\"currentStepIndex\":1,\"pauseConditions\":null}}");
    row("promote of a paused by hand canary sends both, status first", ActionKind::Promote, "canary",
        R"({"spec":{"paused":true}})",
        "status {\"status\":{\"pauseConditions\":null}}\nmain {\"spec\":{\"paused\":false}}");
    row("canary without steps: only the manual pause", ActionKind::Promote, "canary",
        R"({"spec":{"paused":true,"strategy":{"canary":{"steps":null}}},"status":{"pauseConditions":null}})",
        "main {\"spec\":{\"paused\":false}}");
    row("blue/green cut-over", ActionKind::Promote, "bluegreen", "",
        "status {\"status\":{\"pauseConditions\":null}}");
    row("full promotion", ActionKind::PromoteFully, "canary", "",
        "status {\"status\":{\"promoteFull\":true}}");
    row("full promotion lifts a manual pause", ActionKind::PromoteFully, "bluegreen",
        R"({"spec":{"paused":true}})",
        "status {\"status\":{\"promoteFull\":true}}\nmain {\"spec\":{\"paused\":false}}");
    row("full promotion omits the flag when current is stable", ActionKind::PromoteFully, "canary",
        R"({"spec":{"paused":true},"status":{"stableRS":"bbb"}})", "main {\"spec\":{\"paused\":false}}");
    row("abort", ActionKind::Abort, "canary", "",
        "status {\"status\":{\"abort\":true,\"promoteFull\":null}}");
    row("abort of a routed canary leaves the manual pause", ActionKind::Abort, "canary",
        R"({"spec":{"paused":true}})", "status {\"status\":{\"abort\":true,\"promoteFull\":null}}");
    row("abort of a paused blue/green has to unpause", ActionKind::Abort, "bluegreen",
        R"({"spec":{"paused":true}})",
        "status {\"status\":{\"abort\":true,\"promoteFull\":null}}\nmain {\"spec\":{\"paused\":false}}");
    row("abort of a paused basic canary has to unpause", ActionKind::Abort, "canary",
        R"({"spec":{"paused":true,"strategy":{"canary":{"trafficRouting":null}}}})",
        "status {\"status\":{\"abort\":true,\"promoteFull\":null}}\nmain {\"spec\":{\"paused\":false}}");
    row("retry", ActionKind::Retry, "canary", R"({"status":{"abort":true}})",
        "status {\"status\":{\"abort\":false}}");
    row("pause", ActionKind::Pause, "canary", "", "main {\"spec\":{\"paused\":true}}");
    row("resume", ActionKind::Resume, "canary", R"({"spec":{"paused":true}})",
        "main {\"spec\":{\"paused\":false}}");
}

void RolloutPlanTest::bodies()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, expected);
    RolloutDocuments documents;
    documents.rollout = sample(base, change);
    const auto plan = planRollout(request(ActionKind(kind)), snapshot(), documents, Now);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QByteArrayList lines;
    for (const ActionStep &step : plan->steps) {
        for (const ApiCall &call : step.calls) {
            QCOMPARE(call.method, QByteArray("PATCH"));
            QCOMPARE(call.contentType, QByteArray("application/merge-patch+json"));
            QVERIFY(call.path == QLatin1String(RolloutPath) ||
                    call.path == QLatin1String(RolloutPath + "/status"));
            lines << (call.path.endsWith(QLatin1String("/status")) ? "status " : "main ") + unlocked(call);
        }
    }
    QCOMPARE(lines.join('\n'), expected);
}

void RolloutPlanTest::refusals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, ActionKind kind, const char *change, const char *reason) {
        QTest::newRow(name) << int(kind) << QByteArray(change) << QString::fromLatin1(reason);
    };
    row("promote aborted", ActionKind::Promote, R"({"status":{"abort":true}})", "AlreadyAborted");
    row("promote nothing", ActionKind::Promote, R"({"status":{"stableRS":"bbb","pauseConditions":null}})",
        "NothingToPromote");
    row("promote past the last step", ActionKind::Promote,
        R"({"status":{"currentStepIndex":5,"pauseConditions":null}})", "NothingToPromote");
    row("promote fully stable", ActionKind::PromoteFully, R"({"status":{"stableRS":"bbb"}})",
        "NothingToPromote");
    row("promote fully aborted", ActionKind::PromoteFully, R"({"status":{"abort":true}})", "AlreadyAborted");
    row("abort twice", ActionKind::Abort, R"({"status":{"abort":true}})", "AlreadyAborted");
    row("abort nothing", ActionKind::Abort, R"({"status":{"stableRS":"bbb"}})", "NothingToPromote");
    row("retry without abort", ActionKind::Retry, "{}", "NotAborted");
    row("pause twice", ActionKind::Pause, R"({"spec":{"paused":true}})", "AlreadyPaused");
    row("resume unpaused", ActionKind::Resume, "{}", "NotPaused");
    row("no analysis run", ActionKind::TerminateAnalysis, "{}", "NoAnalysisRunning");
}

void RolloutPlanTest::refusals()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, change);
    QFETCH(QString, reason);
    RolloutDocuments documents;
    documents.rollout = sample("canary", change);
    const auto plan = planRollout(request(ActionKind(kind)), snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Refused);
    QCOMPARE(plan.error().reason, reason);
}

void RolloutPlanTest::locks()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    for (const ActionKind kind :
         {ActionKind::Promote, ActionKind::PromoteFully, ActionKind::Pause, ActionKind::Restart}) {
        const auto plan = planRollout(request(kind), snapshot(), documents, Now);
        QVERIFY(plan);
        for (const ApiCall &call : plan->steps.first().calls) {
            QCOMPARE(textAt(parse(call.body.constData()), {"metadata", "resourceVersion"}),
                     QStringLiteral("100"));
        }
    }
}

void RolloutPlanTest::saysWhatComesNext()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    const auto next = planRollout(request(ActionKind::Promote), snapshot(), documents, Now);
    QVERIFY(next);
    QCOMPARE(next->consequences.first().code, MessageCode::NextStep);
    QCOMPARE(next->consequences.first().args.first(), QStringLiteral("3"));
    documents.rollout["status"]["currentStepIndex"] = 4; // the last one
    const auto last = planRollout(request(ActionKind::Promote), snapshot(), documents, Now);
    QVERIFY(last);
    QCOMPARE(last->consequences,
             (QVector<Message>{{MessageCode::TrafficMoves,
                                {QStringLiteral("10"), QStringLiteral("100"), QStringLiteral("2")}}}));
}

void RolloutPlanTest::emergencyHasNoLock()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    const auto plan = planRollout(request(ActionKind::Abort), snapshot(), documents, Now);
    QVERIFY(plan);
    QCOMPARE(plan->steps.first().calls.first().body,
             QByteArray("{\"status\":{\"abort\":true,\"promoteFull\":null}}"));
    QCOMPARE(plan->preconditions, QStringList{QStringLiteral("metadata.uid=u-1")});
    QVERIFY(plan->consequences.contains({MessageCode::SpecStaysOnRejected, {QStringLiteral("2")}}));
    QVERIFY(plan->consequences.contains(
        {MessageCode::TrafficMoves, {QStringLiteral("90"), QStringLiteral("100"), QStringLiteral("1")}}));
}

void RolloutPlanTest::anotherUidIsRefused()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    ActionRequest asked = request(ActionKind::Promote);
    asked.uid = QStringLiteral("u-0");
    const auto plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Changed);
    QVERIFY(plan.error().detail.contains(QStringLiteral("u-0 -> u-1")));
}

void RolloutPlanTest::setImageGuardsTheContainer()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    ActionRequest asked = request(ActionKind::SetImage);
    asked.container = QStringLiteral("side");
    asked.image = QStringLiteral("r/side:9");
    auto plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(plan);
    const ApiCall call = plan->steps.first().calls.first();
    QCOMPARE(call.contentType, QByteArray("application/json-patch+json"));
    QCOMPARE(call.body,
             QByteArray(
                 R"([{"op":"test","path":"/metadata/uid","value":"u-1"},)"
                 R"({"op":"test","path":"/spec/template/spec/containers/1/name","value":"side"},)"
                 R"({"op":"test","path":"/spec/template/spec/containers/1/image","value":"r/side:1"},)"
                 R"({"op":"replace","path":"/spec/template/spec/containers/1/image","value":"r/side:9"}])"));
    asked.container = QStringLiteral("init");
    plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(plan &&
            plan->steps.first().calls.first().body.contains("/spec/template/spec/initContainers/0/image"));
    asked.container = QStringLiteral("nobody");
    QVERIFY(!planRollout(asked, snapshot(), documents, Now));
}

void RolloutPlanTest::setImageFollowsWorkloadRef()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    documents.rollout["spec"].erase("template");
    documents.rollout["spec"]["workloadRef"] = {
        {"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "base"}};
    documents.workload = parse(R"({"kind":"Deployment","metadata":{"name":"base","uid":"d-1"},
        "spec":{"template":{"spec":{"containers":[{"name":"web","image":"r/web:2"}]}}}})");
    ActionRequest asked = request(ActionKind::SetImage);
    asked.container = QStringLiteral("web");
    asked.image = QStringLiteral("r/web:3");
    const auto reads = readsFor(asked, snapshot(), documents.rollout);
    QVERIFY(reads);
    QCOMPARE(reads->workload, QStringLiteral("/apis/apps/v1/namespaces/shop/deployments/base"));
    const auto plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(plan);
    QCOMPARE(plan->steps.first().calls.first().path, reads->workload);
    QVERIFY(plan->steps.first().calls.first().body.contains("\"d-1\""));
    documents.rollout["spec"]["workloadRef"]["kind"] = "PodTemplate";
    const auto refused = readsFor(asked, snapshot(), documents.rollout);
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("WorkloadRefUnsupported"));
}

void RolloutPlanTest::terminate()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    documents.analysisRun = parse(R"({"kind":"AnalysisRun","metadata":{"name":"run-1",
        "ownerReferences":[{"uid":"u-1","controller":true}]},"status":{"phase":"Running"}})");
    ActionRequest asked = request(ActionKind::TerminateAnalysis);
    asked.analysisRun = QStringLiteral("run-1");
    auto plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(plan);
    const ApiCall call = plan->steps.first().calls.first();
    QCOMPARE(call.path, QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/analysisruns/run-1"));
    QCOMPARE(call.body, QByteArray("{\"spec\":{\"terminate\":true}}"));
    documents.analysisRun["metadata"]["ownerReferences"][0]["uid"] = "other";
    plan = planRollout(asked, snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Changed);
    documents.analysisRun["status"]["phase"] = "Failed";
    QVERIFY(!planRollout(asked, snapshot(), documents, Now));
}

void RolloutPlanTest::restartUsesTheGivenTime()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    const auto plan = planRollout(request(ActionKind::Restart), snapshot(), documents, Now);
    QVERIFY(plan);
    QCOMPARE(unlocked(plan->steps.first().calls.first()),
             QByteArray("{\"spec\":{\"restartAt\":\"2026-08-21T10:00:00Z\"}}"));
    QCOMPARE(plan->steps.first().verifications.first().hash, QStringLiteral("2026-08-21T10:00:00Z"));
}

void RolloutPlanTest::verifiesTheEffect()
{
    RolloutDocuments documents;
    documents.rollout = canary();
    const auto promote = planRollout(request(ActionKind::Promote), snapshot(), documents, Now);
    QVERIFY(promote);
    QCOMPARE(promote->steps.first().verifications.first().kind, VerifyKind::StepAdvanced);
    QCOMPARE(promote->steps.first().verifications.first().number, 1);
    documents.rollout = blueGreen();
    const auto cutOver = planRollout(request(ActionKind::Promote), snapshot(), documents, Now);
    QVERIFY(cutOver);
    QCOMPARE(cutOver->steps.first().verifications.first().kind, VerifyKind::NotPaused);
}

QTEST_GUILESS_MAIN(RolloutPlanTest)
#include "rolloutplan_test.moc"
