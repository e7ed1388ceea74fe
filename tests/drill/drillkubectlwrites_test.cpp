// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/kubectlfixture.h"

namespace signalbox::drill
{

/// The drill's API server changed by a client nobody here wrote.
class DrillKubectlWritesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void createsAndApplies();
    void appliesCustomResources();
    void patches();
    void scales();
    void rolloutCommands();
    void deletes();

private:
    Kubectl m_kubectl;
    std::unique_ptr<KubectlFixture> m_fixture;
};

void DrillKubectlWritesTest::initTestCase()
{
    if (!m_kubectl.find())
        QSKIP("kubectl is not on the PATH: install kubernetes-client to run these tests");
}

void DrillKubectlWritesTest::init()
{
    m_fixture = std::make_unique<KubectlFixture>(m_kubectl);
    QVERIFY(m_fixture->api.listening.has_value());
}

void DrillKubectlWritesTest::cleanup()
{
    m_fixture.reset();
}

void DrillKubectlWritesTest::createsAndApplies()
{
    Json document = ApiFixture::deployment("cart");
    const QString file = m_fixture->write(QStringLiteral("cart.json"), document);
    RUN_OK(preview,
           {QStringLiteral("apply"), QStringLiteral("-f"), file, QStringLiteral("--dry-run=server")});
    QVERIFY(!m_fixture->api.store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                                       QStringLiteral("cart")));
    RUN_OK(created, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(created.out.contains(QStringLiteral("deployment.apps/cart created")),
             created.story().constData());
    RUN_OK(same, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(same.out.contains(QStringLiteral("unchanged")), same.story().constData());
    document["spec"]["template"]["spec"]["containers"][0]["image"] = "r/web:2";
    m_fixture->write(QStringLiteral("cart.json"), document);
    RUN_OK(changed, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(changed.out.contains(QStringLiteral("configured")), changed.story().constData());
    const auto stored = m_fixture->api.store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                                                  QStringLiteral("cart"));
    QVERIFY(stored);
    QCOMPARE(text((*stored)["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:2"));
    QCOMPARE(number(*stored, {"metadata", "generation"}), 2);
    // What the manifest does not name survives an apply.
    QCOMPARE(text((*stored)["spec"]["template"]["spec"]["containers"][0], {"imagePullPolicy"}),
             QStringLiteral("IfNotPresent"));
    RUN_OK(configMap, words("create configmap settings --from-literal=a=b"));
    RUN_OK(secret, words("create secret generic keys --from-literal=k=v"));
    RUN_OK(space, words("create namespace other"));
    const KubectlRun refused = m_fixture->run(words("create deployment x --image=r/x:1 -n missing"));
    QVERIFY(refused.code != 0);
    QVERIFY2(refused.err.contains(QStringLiteral("namespaces \"missing\" not found")),
             refused.story().constData());
    const KubectlRun serverSide = m_fixture->run(
        {QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("-f"), file});
    QVERIFY(serverSide.code != 0);
    QVERIFY2(serverSide.err.contains(QStringLiteral("server-side apply is not offered")),
             serverSide.story().constData());
}

void DrillKubectlWritesTest::appliesCustomResources()
{
    Json document = ApiFixture::rollout("web");
    document.erase("status");
    const QString file = m_fixture->write(QStringLiteral("web.json"), document);
    RUN_OK(created, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    document["spec"]["template"]["spec"]["containers"][0]["image"] = "r/web:2";
    m_fixture->write(QStringLiteral("web.json"), document);
    RUN_OK(changed, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(changed.out.contains(QStringLiteral("configured")), changed.story().constData());
    const auto stored = m_fixture->api.store.find(QStringLiteral("argoproj.io/rollouts"),
                                                  QStringLiteral("shop"), QStringLiteral("web"));
    QVERIFY(stored);
    QCOMPARE(text((*stored)["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:2"));
}

void DrillKubectlWritesTest::patches()
{
    QVERIFY(m_fixture->api.store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(m_fixture->api.store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    RUN_OK(strategic,
           {QStringLiteral("patch"), QStringLiteral("deploy"), QStringLiteral("cart"), QStringLiteral("-p"),
            QStringLiteral(
                R"({"spec":{"template":{"spec":{"containers":[{"name":"web","image":"r/web:9"}]}}}})")});
    RUN_OK(merge, {QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                   QStringLiteral("--type=merge"), QStringLiteral("-p"),
                   QStringLiteral(R"({"spec":{"paused":true}})")});
    if (m_kubectl.minor() >= 24) {
        RUN_OK(status,
               {QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                QStringLiteral("--type=merge"), QStringLiteral("--subresource=status"), QStringLiteral("-p"),
                QStringLiteral(R"({"status":{"abort":true},"spec":{"paused":false}})")});
    } else {
        QCOMPARE(m_fixture->api
                     .call("PATCH", "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web/status",
                           {{"status", {{"abort", true}}}}, "application/merge-patch+json")
                     .status,
                 200);
    }
    const auto rollout = m_fixture->api.store.find(QStringLiteral("argoproj.io/rollouts"),
                                                   QStringLiteral("shop"), QStringLiteral("web"));
    QVERIFY(flag(*rollout, {"spec", "paused"}));
    QVERIFY(flag(*rollout, {"status", "abort"}));
    const KubectlRun refused =
        m_fixture->run({QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                        QStringLiteral("--type=strategic"), QStringLiteral("-p"),
                        QStringLiteral(R"({"spec":{"paused":true}})")});
    QVERIFY(refused.code != 0);
    RUN_OK(image, words("set image deploy/cart web=r/web:10"));
    const auto deployment = m_fixture->api.store.find(QStringLiteral("apps/deployments"),
                                                      QStringLiteral("shop"), QStringLiteral("cart"));
    QCOMPARE(text((*deployment)["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:10"));
    RUN_OK(label, words("label deploy cart tier=front"));
    RUN_OK(annotate, words("annotate ro web note=x"));
}

void DrillKubectlWritesTest::scales()
{
    QVERIFY(m_fixture->api.store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(m_fixture->api.store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    RUN_OK(deployment, words("scale deploy cart --replicas=5"));
    RUN_OK(rollout, words("scale rollouts.argoproj.io web --replicas=7"));
    QCOMPARE(number(*m_fixture->api.store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                                               QStringLiteral("cart")),
                    {"spec", "replicas"}),
             5);
    QCOMPARE(number(*m_fixture->api.store.find(QStringLiteral("argoproj.io/rollouts"), QStringLiteral("shop"),
                                               QStringLiteral("web")),
                    {"spec", "replicas"}),
             7);
    const QString file = m_fixture->write(
        QStringLiteral("hpa.json"),
        {{"apiVersion", "autoscaling/v2"},
         {"kind", "HorizontalPodAutoscaler"},
         {"metadata", {{"name", "cart"}}},
         {"spec",
          {{"scaleTargetRef", {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "cart"}}},
           {"minReplicas", 2},
           {"maxReplicas", 6},
           {"metrics",
            Json::array({{{"type", "Resource"},
                          {"resource",
                           {{"name", "cpu"},
                            {"target", {{"type", "Utilization"}, {"averageUtilization", 70}}}}}}})}}}});
    RUN_OK(created, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    RUN_OK(scaler, words("get hpa"));
    QVERIFY2(simplifiedLines(scaler.out).contains(QStringLiteral("Deployment/cart cpu: <unknown>/70% 2 6")),
             scaler.story().constData());
}

void DrillKubectlWritesTest::rolloutCommands()
{
    QVERIFY(m_fixture->api.store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const auto deployment = [&] {
        return m_fixture->api.store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                                         QStringLiteral("cart"));
    };
    RUN_OK(paused, words("rollout pause deploy/cart"));
    QVERIFY(flag(*deployment(), {"spec", "paused"}));
    RUN_OK(resumed, words("rollout resume deploy/cart"));
    QVERIFY(!flag(*deployment(), {"spec", "paused"}));
    RUN_OK(restarted, words("rollout restart deploy/cart"));
    QVERIFY(!text(*deployment(),
                  {"spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"})
                 .isEmpty());

    // Two revisions, as the controller would leave them; then undo.
    QVERIFY(m_fixture->api.store.edit(
        QStringLiteral("apps/deployments"), QStringLiteral("shop"), QStringLiteral("cart"),
        [](Json &object) { object["metadata"]["annotations"]["deployment.kubernetes.io/revision"] = "2"; }));
    for (int revision = 1; revision <= 2; ++revision) {
        Json set = ApiFixture::deployment("cart-" + std::to_string(revision));
        set["apiVersion"] = "apps/v1";
        set["kind"] = "ReplicaSet";
        set["spec"] = (*deployment())["spec"];
        set["spec"]["template"]["spec"]["containers"][0]["image"] = "r/web:" + std::to_string(revision + 40);
        set["metadata"]["labels"] = {{"app", "cart"}};
        set["metadata"]["annotations"] = {{"deployment.kubernetes.io/revision", std::to_string(revision)}};
        set["metadata"]["ownerReferences"] = Json::array({{{"apiVersion", "apps/v1"},
                                                           {"kind", "Deployment"},
                                                           {"name", "cart"},
                                                           {"controller", true},
                                                           {"uid", (*deployment())["metadata"]["uid"]}}});
        QVERIFY(m_fixture->api.store.create(QStringLiteral("apps/replicasets"), set));
    }
    RUN_OK(history, words("rollout history deploy/cart"));
    QVERIFY2(history.out.contains(QStringLiteral("REVISION")), history.story().constData());
    RUN_OK(undone, words("rollout undo deploy/cart --to-revision=1"));
    QCOMPARE(text((*deployment())["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:41"));

    const auto status = m_fixture->start(words("rollout status deploy/cart --timeout=15s"));
    QVERIFY(QTest::qWaitFor([&] { return status->bytesAvailable() > 0; }, Kubectl::patience));
    QVERIFY(m_fixture->api.store.edit(
        QStringLiteral("apps/deployments"), QStringLiteral("shop"), QStringLiteral("cart"), [](Json &object) {
            object["status"] = {{"observedGeneration", object["metadata"]["generation"]},
                                {"replicas", 2},
                                {"updatedReplicas", 2},
                                {"readyReplicas", 2},
                                {"availableReplicas", 2}};
        }));
    QVERIFY(QTest::qWaitFor([&] { return status->state() == QProcess::NotRunning; }, Kubectl::patience));
    QCOMPARE(status->exitCode(), 0);
    QVERIFY(status->readAllStandardOutput().contains("successfully rolled out"));
}

void DrillKubectlWritesTest::deletes()
{
    const auto owner =
        m_fixture->api.store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart"));
    QVERIFY(owner);
    Json owned = ApiFixture::pod("cart-1");
    owned["metadata"]["ownerReferences"] = Json::array({{{"uid", (**owner)["metadata"]["uid"]}}});
    QVERIFY(m_fixture->api.store.create(QStringLiteral("/pods"), owned));
    QVERIFY(m_fixture->api.store.create(QStringLiteral("/pods"), ApiFixture::pod("other")));
    RUN_OK(deleted, words("delete deploy cart --timeout=10s"));
    QVERIFY(deleted.out.contains(QStringLiteral("deployment.apps \"cart\" deleted")));
    QVERIFY(!m_fixture->api.store.find(QStringLiteral("/pods"), QStringLiteral("shop"),
                                       QStringLiteral("cart-1")));
    RUN_OK(all, words("delete pods --all --timeout=10s"));
    QVERIFY(m_fixture->api.store.list(QStringLiteral("/pods")).isEmpty());
    const KubectlRun missing = m_fixture->run(words("delete pod nothing"));
    QVERIFY(missing.code != 0);
    QVERIFY2(missing.err.contains(QStringLiteral("(NotFound)")), missing.story().constData());
    RUN_OK(space, words("delete ns default --timeout=10s"));
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::DrillKubectlWritesTest)
#include "drillkubectlwrites_test.moc"
