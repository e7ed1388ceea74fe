// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/deployment/documents.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::deployment;
using namespace signalbox::deployment::testing;

/// Undo and rollback: targets, order of calls, guards, hazards.
class RolloutBackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollbackInProgress();
    void rollbackAborted();
    void pausedByHand_data();
    void pausedByHand();
    void rollbackOfHealthyPromotesFully();
    void rollbackBlueGreenSaysFastPath();
    void rollbackWindowSkipsSteps();
    void undoToNamedRevision();
    void targets_data();
    void targets();
    void workloadRefIsPatched();
    void unwritableWorkloadStillShiftsTraffic();
    void foreignReplicaSetIsNoTarget();
    void budgets();
    void warnsAboutGitOpsAndCapacity();
};

static RolloutDocuments documentsOf(const Json &rollout, const char *hash = "aaa",
                                    const char *image = "r/web:1")
{
    RolloutDocuments documents;
    documents.rollout = rollout;
    documents.replicaSet = replicaSet(hash, image);
    return documents;
}

static Json healthy()
{
    Json rollout = canary();
    rollout["status"]["stableRS"] = "bbb";
    rollout["status"]["currentStepIndex"] = 5;
    rollout["status"].erase("pauseConditions");
    return rollout;
}

static QStringList titles(const ActionPlan &plan)
{
    static const QHash<int, QString> Names{
        {int(MessageCode::StepShiftTraffic), QStringLiteral("shift")},
        {int(MessageCode::StepAlignSpec), QStringLiteral("align")},
        {int(MessageCode::StepUndo), QStringLiteral("undo")},
        {int(MessageCode::StepPromoteFully), QStringLiteral("promoteFully")},
        {int(MessageCode::StepVerifyTraffic), QStringLiteral("traffic")},
        {int(MessageCode::StepVerifyReady), QStringLiteral("ready")},
        {int(MessageCode::StepVerifyHealth), QStringLiteral("health")},
        {int(MessageCode::StepRecord), QStringLiteral("record")}};
    QStringList list;
    for (const ActionStep &step : plan.steps) {
        list << Names.value(int(step.title.code), QStringLiteral("?"));
    }
    return list;
}

static bool says(const ActionPlan &plan, MessageCode code)
{
    return std::any_of(plan.consequences.cbegin(), plan.consequences.cend(),
                       [code](const Message &message) { return message.code == code; });
}

void RolloutBackTest::rollbackInProgress()
{
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documentsOf(canary()), Now);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(titles(*plan),
             QStringList({QStringLiteral("shift"), QStringLiteral("align"), QStringLiteral("traffic"),
                          QStringLiteral("ready"), QStringLiteral("health"), QStringLiteral("record")}));
    QCOMPARE(plan->targetHash, QStringLiteral("aaa"));
    QCOMPARE(plan->targetVersion, QStringLiteral("1"));
    const ApiCall abort = plan->steps.at(0).calls.at(0);
    QCOMPARE(abort.path, QLatin1String(RolloutPath + "/status"));
    QCOMPARE(abort.body, QByteArray("{\"status\":{\"abort\":true,\"promoteFull\":null}}"));
    const ApiCall undo = plan->steps.at(1).calls.at(0);
    QCOMPARE(undo.path, QLatin1String(RolloutPath));
    QCOMPARE(undo.contentType, QByteArray("application/json-patch+json"));
    QCOMPARE(
        undo.body,
        QByteArray(R"([{"op":"test","path":"/metadata/uid","value":"u-1"},)"
                   R"({"op":"test","path":"/status/currentPodHash","value":"bbb"},)"
                   R"({"op":"replace","path":"/spec/template","value":{"metadata":{"labels":{"app":"cart"}},)"
                   R"("spec":{"containers":[{"image":"r/web:1","name":"web"}]}}}])"));
    QCOMPARE(plan->steps.at(1).verifications.first().hash, QStringLiteral("aaa"));
    QVERIFY(!plan->steps.at(0).verifications.first().mandatory); // 5 s, then the spec is aligned anyway
    QVERIFY(!says(*plan, MessageCode::NewRevision));
    QVERIFY(says(*plan, MessageCode::OnlyTemplate));
}

void RolloutBackTest::rollbackAborted()
{
    Json rollout = canary();
    rollout["status"]["abort"] = true;
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documentsOf(rollout), Now);
    QVERIFY(plan);
    QCOMPARE(titles(*plan).first(), QStringLiteral("align"));
    QCOMPARE(plan->callCount(), 1);
}

void RolloutBackTest::pausedByHand_data()
{
    QTest::addColumn<bool>("blueGreen");
    QTest::addColumn<QVector<int>>("callsPerStep");
    QTest::newRow("blue/green: with the abort") << true << QVector<int>{2, 1};
    QTest::newRow("routed canary: with the template") << false << QVector<int>{1, 2};
}

void RolloutBackTest::pausedByHand()
{
    QFETCH(bool, blueGreen);
    QFETCH(QVector<int>, callsPerStep);
    Json rollout = blueGreen ? testing::blueGreen() : canary();
    rollout["spec"]["paused"] = true;
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documentsOf(rollout), Now);
    QVERIFY(plan);
    for (int i = 0; i < callsPerStep.size(); ++i) {
        QCOMPARE(plan->steps.at(i).calls.size(), callsPerStep.at(i));
    }
    const ApiCall last = plan->steps.at(blueGreen ? 0 : 1).calls.last();
    QCOMPARE(last.path, QLatin1String(RolloutPath));
    QCOMPARE(last.body, QByteArray("{\"spec\":{\"paused\":false}}"));
    QVERIFY(says(*plan, MessageCode::UnpauseToo));
}

void RolloutBackTest::rollbackOfHealthyPromotesFully()
{
    Release shown = snapshot();
    shown.stableHash = QStringLiteral("bbb");
    const auto plan = planRollout(request(ActionKind::RollBack), shown, documentsOf(healthy()), Now);
    QVERIFY(plan);
    QCOMPARE(titles(*plan),
             QStringList({QStringLiteral("undo"), QStringLiteral("promoteFully"), QStringLiteral("ready"),
                          QStringLiteral("traffic"), QStringLiteral("health"), QStringLiteral("record")}));
    QCOMPARE(plan->targetHash, QStringLiteral("aaa"));
    QCOMPARE(plan->steps.at(1).calls.first().body, QByteArray("{\"status\":{\"promoteFull\":true}}"));
    QCOMPARE(plan->steps.at(1).verifications.first().kind, VerifyKind::Promoted);
    QCOMPARE(plan->steps.at(1).verifications.first().hash, QStringLiteral("aaa"));
    QCOMPARE(plan->steps.at(1).reminder.first().body,
             QByteArray("{\"status\":{\"pauseConditions\":null,\"promoteFull\":true}}"));
    QVERIFY(plan->steps.at(1).remindAfter.count() > 0);
    QVERIFY(says(*plan, MessageCode::NewRevision));
    QVERIFY(says(*plan, MessageCode::StepsSkipped));
}

void RolloutBackTest::rollbackBlueGreenSaysFastPath()
{
    Json rollout = blueGreen();
    rollout["status"]["stableRS"] = "bbb";
    RolloutDocuments documents = documentsOf(rollout);
    documents.replicaSet["metadata"]["annotations"]["scale-down-deadline"] = "2026-08-21T10:00:21Z";
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY(plan);
    QVERIFY(plan->consequences.contains({MessageCode::FastPath, {QStringLiteral("21")}}));
    documents.replicaSet["metadata"]["annotations"]["scale-down-deadline"] = "2026-08-21T09:59:59Z";
    const auto late = planRollout(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY(late && !says(*late, MessageCode::FastPath));
}

void RolloutBackTest::rollbackWindowSkipsSteps()
{
    Json rollout = healthy();
    ActionRequest asked = request(ActionKind::Undo);
    asked.targetHash = QStringLiteral("old");
    const auto outside = planRollout(asked, snapshot(), documentsOf(rollout, "old", "r/web:0"), Now);
    QVERIFY(outside && says(*outside, MessageCode::StepsRunAgain));
    rollout["spec"]["rollbackWindow"]["revisions"] = 1; // one ReplicaSet lies between: not below the window
    const auto edge = planRollout(asked, snapshot(), documentsOf(rollout, "old", "r/web:0"), Now);
    QVERIFY(edge && says(*edge, MessageCode::StepsRunAgain));
    rollout["spec"]["rollbackWindow"]["revisions"] = 2;
    const auto inside = planRollout(asked, snapshot(), documentsOf(rollout, "old", "r/web:0"), Now);
    QVERIFY(inside && says(*inside, MessageCode::StepsSkipped));
}

void RolloutBackTest::undoToNamedRevision()
{
    ActionRequest asked = request(ActionKind::Undo);
    asked.targetHash = QStringLiteral("old");
    const auto reads = readsFor(asked, snapshot(), canary());
    QVERIFY(reads);
    QCOMPARE(reads->paths(),
             QStringList{QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets/cart-old")});
    const auto plan = planRollout(asked, snapshot(), documentsOf(canary(), "old", "r/web:0"), Now);
    QVERIFY(plan);
    QCOMPARE(plan->steps.size(), 1);
    QCOMPARE(plan->callCount(), 1);
    QVERIFY(plan->preconditions.contains(QStringLiteral("status.currentPodHash=bbb")));
}

void RolloutBackTest::targets_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("inProgress");
    QTest::addColumn<QString>("target"); // or the refusal
    QTest::newRow("rollback in progress: stable")
        << int(ActionKind::RollBack) << QString() << true << QStringLiteral("aaa");
    QTest::newRow("rollback of healthy: previous")
        << int(ActionKind::RollBack) << QString() << false << QStringLiteral("aaa");
    QTest::newRow("undo: second-highest")
        << int(ActionKind::Undo) << QString() << true << QStringLiteral("aaa");
    QTest::newRow("named") << int(ActionKind::RollBack) << QStringLiteral("old") << true
                           << QStringLiteral("old");
    QTest::newRow("current") << int(ActionKind::Undo) << QStringLiteral("bbb") << true
                             << QStringLiteral("TargetEqualsCurrent");
}

void RolloutBackTest::targets()
{
    QFETCH(int, kind);
    QFETCH(QString, asked);
    QFETCH(bool, inProgress);
    QFETCH(QString, target);
    ActionRequest wanted = request(ActionKind(kind));
    wanted.targetHash = asked;
    const auto reads = readsFor(wanted, snapshot(), inProgress ? canary() : healthy());
    QCOMPARE(reads ? reads->targetHash : reads.error().reason, target);
}

void RolloutBackTest::workloadRefIsPatched()
{
    Json rollout = canary();
    rollout["spec"].erase("template");
    rollout["spec"]["workloadRef"] = {{"kind", "Deployment"}, {"name", "base"}};
    RolloutDocuments documents = documentsOf(rollout);
    documents.workload = parse(R"({"kind":"Deployment","metadata":{"name":"base","uid":"d-1",
        "annotations":{"deployment.kubernetes.io/revision":"4"}},"spec":{"template":{}}})");
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    const ApiCall undo = plan->steps.at(1).calls.first();
    QCOMPARE(undo.path, QStringLiteral("/apis/apps/v1/namespaces/shop/deployments/base"));
    QVERIFY(undo.body.startsWith(
        R"([{"op":"test","path":"/metadata/uid","value":"d-1"},{"op":"test","path":"/metadata/annotations/deployment.kubernetes.io~1revision","value":"4"},)"));
}

void RolloutBackTest::unwritableWorkloadStillShiftsTraffic()
{
    Json rollout = canary();
    rollout["spec"].erase("template");
    rollout["spec"]["workloadRef"] = {{"kind", "PodTemplate"}, {"name", "base"}};
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documentsOf(rollout), Now);
    QVERIFY(plan);
    QCOMPARE(plan->callCount(), 1);
    QVERIFY(plan->steps.first().verifications.first().mandatory);
    QVERIFY(says(*plan, MessageCode::SpecStaysOnRejected));
    QVERIFY(!planRollout(request(ActionKind::Undo), snapshot(), documentsOf(rollout), Now));
}

void RolloutBackTest::foreignReplicaSetIsNoTarget()
{
    RolloutDocuments documents = documentsOf(canary());
    documents.replicaSet["metadata"]["ownerReferences"][0]["uid"] = "somebody";
    auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().reason, QStringLiteral("TargetGone"));
    documents.replicaSet = Json();
    plan = planRollout(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().reason, QStringLiteral("TargetGone"));
}

void RolloutBackTest::budgets()
{
    const auto plan = planRollout(request(ActionKind::RollBack), snapshot(), documentsOf(canary()), Now);
    QVERIFY(plan);
    QCOMPARE(plan->budget.count(), 300);
    QVector<qint64> seconds;
    for (const ActionStep &step : plan->steps) {
        seconds << step.budget.count();
    }
    QCOMPARE(seconds, QVector<qint64>({5, 25, 30, 120, 60, 10}));
    QVERIFY(plan->expected < plan->budget);
}

void RolloutBackTest::warnsAboutGitOpsAndCapacity()
{
    Release shown = snapshot();
    shown.gitOpsOwner = QStringLiteral("argocd");
    shown.horizontalPodAutoscaler = QStringLiteral("cart-hpa");
    shown.revisions[1].available = 1;
    Json rollout = canary();
    rollout["spec"]["strategy"]["canary"]["dynamicStableScale"] = true;
    const auto plan = planRollout(request(ActionKind::RollBack), shown, documentsOf(rollout), Now);
    QVERIFY(plan);
    QVERIFY(plan->consequences.contains({MessageCode::GitOpsWillRevert, {QStringLiteral("argocd")}}));
    QVERIFY(plan->consequences.contains({MessageCode::AutoscalerOwnsReplicas, {QStringLiteral("cart-hpa")}}));
    QVERIFY(plan->consequences.contains(
        {MessageCode::StableCapacity, {QStringLiteral("1"), QStringLiteral("4")}}));
    QVERIFY(says(*plan, MessageCode::DynamicStableSlow));
}

QTEST_GUILESS_MAIN(RolloutBackTest)
#include "rolloutback_test.moc"
