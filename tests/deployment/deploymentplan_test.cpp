// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/calls.h"
#include "backends/deployment/deploymentplan.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::deployment;

/// Exact bodies for plain Deployments, and kubectl's undo algorithm.
class DeploymentPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void undo();
    void undoAddsAnnotationsWhereThereAreNone();
    void refusals_data();
    void refusals();
    void rollbackOfAPausedDeployment();
    void listBehindTheServer();
};

static Json webDeployment()
{
    return Json::parse(R"({
        "kind":"Deployment",
        "metadata":{"name":"web","namespace":"shop","uid":"d-1","resourceVersion":"50",
            "annotations":{"deployment.kubernetes.io/revision":"3","kubernetes.io/change-cause":"v3","note":"mine"}},
        "spec":{"replicas":3,"template":{"metadata":{"labels":{"app":"web"}},
            "spec":{"containers":[{"name":"web","image":"r/web:3"}]}}}})",
                       nullptr, false);
}

static Json replicaSet()
{
    return Json::parse(R"({
        "kind":"ReplicaSet",
        "metadata":{"name":"web-h2","labels":{"pod-template-hash":"h2"},
            "annotations":{"deployment.kubernetes.io/revision":"2","deployment.kubernetes.io/desired-replicas":"3",
                           "kubernetes.io/change-cause":"v2"},
            "ownerReferences":[{"uid":"d-1","controller":true}]},
        "spec":{"template":{"metadata":{"labels":{"app":"web","pod-template-hash":"h2"}},
            "spec":{"containers":[{"name":"web","image":"r/web:2"}]}}}})",
                       nullptr, false);
}

static Release snapshot()
{
    Release release;
    release.key = {ClusterId(QStringLiteral("c")), QStringLiteral("shop"), QStringLiteral("web"),
                   ReleaseKind::Deployment};
    release.uid = QStringLiteral("d-1");
    release.currentHash = QStringLiteral("h3");
    for (const int number : {3, 1, 2}) { // not in order on purpose
        Revision revision;
        revision.hash = QStringLiteral("h%1").arg(number);
        revision.replicaSet = QStringLiteral("web-h%1").arg(number);
        revision.number = number;
        release.revisions.append(revision);
    }
    return release;
}

static ActionRequest request(ActionKind kind)
{
    ActionRequest request;
    request.kind = kind;
    request.release = snapshot().key;
    request.uid = QStringLiteral("d-1");
    request.container = QStringLiteral("web");
    request.image = QStringLiteral("r/web:4");
    return request;
}

static const QDateTime Now = QDateTime::fromString(QStringLiteral("2026-08-21T10:00:00Z"), Qt::ISODate);

void DeploymentPlanTest::bodies_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("pause") << int(ActionKind::Pause) << false
                           << QByteArray(R"({"metadata":{"resourceVersion":"50"},"spec":{"paused":true}})");
    QTest::newRow("resume") << int(ActionKind::Resume) << true
                            << QByteArray(R"({"metadata":{"resourceVersion":"50"},"spec":{"paused":false}})");
    QTest::newRow("restart")
        << int(ActionKind::Restart) << false
        << QByteArray(R"({"metadata":{"resourceVersion":"50"},"spec":{"template":{"metadata":)"
                      R"({"annotations":{"kubectl.kubernetes.io/restartedAt":"2026-08-21T10:00:00Z"}}}}})");
    QTest::newRow("set image") << int(ActionKind::SetImage) << false
                               << QByteArray(
                                      R"({"metadata":{"resourceVersion":"50"},"spec":{"template":{"spec":)"
                                      R"({"containers":[{"image":"r/web:4","name":"web"}]}}}})");
}

void DeploymentPlanTest::bodies()
{
    QFETCH(int, kind);
    QFETCH(bool, paused);
    QFETCH(QByteArray, body);
    DeploymentDocuments documents{webDeployment(), {}};
    if (paused) {
        documents.deployment["spec"]["paused"] = true;
    }
    const auto plan = planDeployment(request(ActionKind(kind)), snapshot(), documents, Now);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    const ApiCall call = plan->steps.first().calls.first();
    QCOMPARE(call.path, QStringLiteral("/apis/apps/v1/namespaces/shop/deployments/web"));
    QCOMPARE(call.contentType, QByteArray("application/strategic-merge-patch+json"));
    QCOMPARE(call.body, body);
}

void DeploymentPlanTest::undo()
{
    const auto reads = readsForDeployment(request(ActionKind::Undo), snapshot(), webDeployment());
    QVERIFY(reads);
    QCOMPARE(reads->targetHash, QStringLiteral("h2"));
    QCOMPARE(reads->replicaSet, QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets/web-h2"));
    const auto plan =
        planDeployment(request(ActionKind::Undo), snapshot(), {webDeployment(), replicaSet()}, Now);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    const ApiCall call = plan->steps.first().calls.first();
    QCOMPARE(call.contentType, QByteArray("application/json-patch+json"));
    QCOMPARE(
        call.body,
        QByteArray(
            R"([{"op":"test","path":"/metadata/uid","value":"d-1"},)"
            R"({"op":"test","path":"/metadata/annotations/deployment.kubernetes.io~1revision","value":"3"},)"
            R"({"op":"replace","path":"/spec/template","value":{"metadata":{"labels":{"app":"web"}},)"
            R"("spec":{"containers":[{"image":"r/web:2","name":"web"}]}}},)"
            R"({"op":"replace","path":"/metadata/annotations","value":)"
            R"({"deployment.kubernetes.io/revision":"3","kubernetes.io/change-cause":"v2"}}])"));
}

void DeploymentPlanTest::undoAddsAnnotationsWhereThereAreNone()
{
    Json bare = webDeployment();
    bare["metadata"].erase("annotations");
    const auto plan = planDeployment(request(ActionKind::Undo), snapshot(), {bare, replicaSet()}, Now);
    QVERIFY(plan);
    QVERIFY(plan->steps.first().calls.first().body.contains(R"({"op":"add","path":"/metadata/annotations")"));
}

void DeploymentPlanTest::refusals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("change"); // of the Deployment
    QTest::addColumn<QString>("reason");
    QTest::newRow("undo while paused") << int(ActionKind::Undo) << QByteArray(R"({"spec":{"paused":true}})")
                                       << QStringLiteral("DeploymentPaused");
    QTest::newRow("restart while paused")
        << int(ActionKind::Restart) << QByteArray(R"({"spec":{"paused":true}})")
        << QStringLiteral("DeploymentPaused");
    QTest::newRow("undo to what runs")
        << int(ActionKind::Undo)
        << QByteArray(R"({"spec":{"template":{"spec":{"containers":[{"name":"web","image":"r/web:2"}]}}}})")
        << QStringLiteral("TargetEqualsCurrent");
    QTest::newRow("owned by another")
        << int(ActionKind::Undo) << QByteArray(R"({"metadata":{"uid":"d-1"},"x":1})") << QString();
    QTest::newRow("pause twice") << int(ActionKind::Pause) << QByteArray(R"({"spec":{"paused":true}})")
                                 << QStringLiteral("AlreadyPaused");
    QTest::newRow("resume unpaused") << int(ActionKind::Resume) << QByteArray("{}")
                                     << QStringLiteral("NotPaused");
    QTest::newRow("promote") << int(ActionKind::Promote) << QByteArray("{}")
                             << QStringLiteral("NoStrategySteps");
    QTest::newRow("abort") << int(ActionKind::Abort) << QByteArray("{}") << QStringLiteral("NoStrategySteps");
}

void DeploymentPlanTest::refusals()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, change);
    QFETCH(QString, reason);
    DeploymentDocuments documents{webDeployment(), replicaSet()};
    documents.deployment.merge_patch(Json::parse(change.constData(), nullptr, false));
    if (reason.isEmpty()) {
        documents.replicaSet["metadata"]["ownerReferences"][0]["uid"] = "d-9";
        reason = QStringLiteral("TargetGone");
    }
    const auto plan = planDeployment(request(ActionKind(kind)), snapshot(), documents, Now);
    QVERIFY(!plan);
    QCOMPARE(plan.error().reason, reason);
}

void DeploymentPlanTest::rollbackOfAPausedDeployment()
{
    DeploymentDocuments documents{webDeployment(), replicaSet()};
    documents.deployment["spec"]["paused"] = true;
    const auto plan = planDeployment(request(ActionKind::RollBack), snapshot(), documents, Now);
    QVERIFY(plan);
    const auto calls = plan->steps.first().calls;
    QCOMPARE(calls.size(), 2);
    QCOMPARE(calls.at(0).contentType, QByteArray("application/json-patch+json")); // template first
    QCOMPARE(calls.at(1).body, QByteArray(R"({"spec":{"paused":false}})"));
    QCOMPARE(plan->steps.size(), 5);
    QCOMPARE(plan->steps.at(1).title.code, MessageCode::StepVerifyReady);
    QCOMPARE(plan->steps.at(1).verifications.last().kind, VerifyKind::StateHealthy);
    QVERIFY(!plan->steps.at(2).verifications.first().mandatory); // traffic follows the pods
    QCOMPARE(plan->steps.last().title.code, MessageCode::StepRecord);
}

void DeploymentPlanTest::listBehindTheServer()
{
    Json newer = webDeployment();
    newer["metadata"]["annotations"]["deployment.kubernetes.io/revision"] = "4";
    const auto reads = readsForDeployment(request(ActionKind::RollBack), snapshot(), newer);
    QVERIFY(!reads);
    QCOMPARE(reads.error().code, ErrorCode::Changed);
}

QTEST_GUILESS_MAIN(DeploymentPlanTest)
#include "deploymentplan_test.moc"
