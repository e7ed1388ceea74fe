// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/kubectlfixture.h"

namespace signalbox::drill
{

/// The drill's API server read with a client nobody here wrote.
class DrillKubectlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void getPrintsColumns();
    void getWatches();
    void pagesThroughLists();
    void describes_data();
    void describes();
    void asksForAccess();
    void showsEvents();
    void knowsTheApi();
    void explains();

private:
    Kubectl m_kubectl;
    std::unique_ptr<KubectlFixture> m_fixture;
};

void DrillKubectlTest::initTestCase()
{
    if (!m_kubectl.find())
        QSKIP("kubectl is not on the PATH: install kubernetes-client to run these tests");
}

void DrillKubectlTest::init()
{
    m_fixture = std::make_unique<KubectlFixture>(m_kubectl);
    QVERIFY(m_fixture->api.listening.has_value());
}

void DrillKubectlTest::cleanup()
{
    m_fixture.reset();
}

void DrillKubectlTest::getPrintsColumns()
{
    QVERIFY(m_fixture->api.store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    Json pod = ApiFixture::pod("cart-1", {{"app", "cart"}});
    pod["status"]["podIP"] = "10.0.0.7";
    pod["status"]["containerStatuses"] = Json::array(
        {{{"name", "web"}, {"ready", true}, {"restartCount", 4}, {"state", {{"running", Json::object()}}}}});
    QVERIFY(m_fixture->api.store.create(QStringLiteral("/pods"), pod));
    QVERIFY(m_fixture->api.store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));

    RUN_OK(deployments, words("get deploy -o wide"));
    const QString table = simplifiedLines(deployments.out);
    QVERIFY2(table.startsWith(QStringLiteral(
                 "NAME READY UP-TO-DATE AVAILABLE AGE CONTAINERS IMAGES SELECTOR\ncart 0/2 0 0 ")),
             deployments.story().constData());
    QVERIFY(table.contains(QStringLiteral(" web r/web:1 app=cart")));
    RUN_OK(pods, words("get pods -A -o wide --show-labels"));
    const QString podTable = simplifiedLines(pods.out);
    QVERIFY2(podTable.startsWith(QStringLiteral("NAMESPACE NAME READY STATUS RESTARTS AGE IP NODE")),
             pods.story().constData());
    QVERIFY(podTable.contains(QStringLiteral("shop cart-1 1/1 Running 4 ")));
    QVERIFY(podTable.contains(QStringLiteral(" 10.0.0.7 n1 <none> <none> app=cart")));
    RUN_OK(rollouts, words("get ro"));
    QVERIFY2(simplifiedLines(rollouts.out)
                 .startsWith(QStringLiteral("NAME DESIRED CURRENT UP-TO-DATE AVAILABLE AGE\nweb 3 3")),
             rollouts.story().constData());
    RUN_OK(selected, words("get pods -l app!=cart"));
    QVERIFY(selected.err.contains(QStringLiteral("No resources found")));
    RUN_OK(all, words("get all"));
    QVERIFY(all.out.contains(QStringLiteral("deployment.apps/cart")));
    RUN_OK(names, words("get pods --field-selector status.phase=Running,spec.nodeName=n1 -o name"));
    QCOMPARE(names.out.trimmed(), QStringLiteral("pod/cart-1"));
    RUN_OK(yaml, words("get deploy cart -o yaml"));
    QVERIFY(yaml.out.contains(QStringLiteral("progressDeadlineSeconds: 600")));
}

void DrillKubectlTest::getWatches()
{
    QVERIFY(m_fixture->api.store.create(QStringLiteral("/pods"), ApiFixture::pod("first")));
    const auto process = m_fixture->start(words("get pods -w --request-timeout 15s"));
    QByteArray seen;
    const auto sees = [&](const char *text) {
        return QTest::qWaitFor(
            [&] {
                seen += process->readAllStandardOutput();
                return seen.contains(text);
            },
            Kubectl::patience);
    };
    QVERIFY2(sees("first"), seen.constData());
    QVERIFY(m_fixture->api.store.create(QStringLiteral("/pods"), ApiFixture::pod("second")));
    QVERIFY2(sees("second"), seen.constData());
    QVERIFY(m_fixture->api.store.edit(QStringLiteral("/pods"), QStringLiteral("shop"),
                                      QStringLiteral("second"),
                                      [](Json &pod) { pod["status"]["phase"] = "Failed"; }));
    QVERIFY2(sees("Failed"), seen.constData());
    process->kill();
    QVERIFY(QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, Kubectl::patience));
}

void DrillKubectlTest::pagesThroughLists()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(
            m_fixture->api.store.create(QStringLiteral("/pods"), ApiFixture::pod("p" + std::to_string(i))));
    RUN_OK(pods, words("get pods --chunk-size 10 -o name"));
    QCOMPARE(pods.out.count(QStringLiteral("pod/")), 25);
}

void DrillKubectlTest::describes_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<QString>("expected");
    QTest::newRow("deployment") << words("deploy cart") << QStringLiteral("RollingUpdateStrategy");
    QTest::newRow("pod") << words("pod cart-1") << QStringLiteral("BackOff");
    QTest::newRow("service") << words("svc cart") << QStringLiteral("ClusterIP");
    QTest::newRow("node") << words("node n1") << QStringLiteral("Non-terminated Pods:");
    QTest::newRow("namespace") << words("ns shop") << QStringLiteral("Active");
    QTest::newRow("hpa") << words("hpa cart") << QStringLiteral("Deployment/cart");
    QTest::newRow("rollout") << words("ro web") << QStringLiteral("Healthy");
    QTest::newRow("configmap") << words("cm settings") << QStringLiteral("Data");
}

void DrillKubectlTest::describes()
{
    QFETCH(QStringList, what);
    QFETCH(QString, expected);
    ObjectStore &store = m_fixture->api.store;
    QVERIFY(store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    const auto pod = store.create(QStringLiteral("/pods"), ApiFixture::pod("cart-1"));
    QVERIFY(pod);
    QVERIFY(store.create(QStringLiteral("/nodes"), {{"metadata", {{"name", "n1"}}}}));
    QVERIFY(
        store.create(QStringLiteral("/configmaps"),
                     {{"metadata", {{"name", "settings"}, {"namespace", "shop"}}}, {"data", {{"a", "b"}}}}));
    QVERIFY(store.create(
        QStringLiteral("/services"),
        {{"metadata", {{"name", "cart"}, {"namespace", "shop"}}},
         {"spec", {{"selector", {{"app", "cart"}}}, {"ports", Json::array({{{"port", 80}}})}}}}));
    QVERIFY(store.create(
        QStringLiteral("autoscaling/horizontalpodautoscalers"),
        {{"metadata", {{"name", "cart"}, {"namespace", "shop"}}},
         {"spec",
          {{"maxReplicas", 4},
           {"scaleTargetRef", {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "cart"}}}}}}));
    QVERIFY(store.create(
        QStringLiteral("/events"),
        {{"metadata", {{"name", "cart-1.1"}, {"namespace", "shop"}}},
         {"involvedObject",
          {{"kind", "Pod"}, {"name", "cart-1"}, {"namespace", "shop"}, {"uid", (**pod)["metadata"]["uid"]}}},
         {"reason", "BackOff"},
         {"message", "restarting"},
         {"type", "Warning"}}));
    RUN_OK(described, QStringList{QStringLiteral("describe")} + what);
    QVERIFY2(described.out.contains(expected), described.story().constData());
}

void DrillKubectlTest::asksForAccess()
{
    RUN_OK(yes, words("auth can-i patch rollouts.argoproj.io --subresource=status"),
           QStringLiteral("oncall"));
    QCOMPARE(yes.out.trimmed(), QStringLiteral("yes"));
    const KubectlRun no = m_fixture->run(words("auth can-i patch deploy"), QStringLiteral("viewer"));
    QCOMPARE(no.code, 1);
    QCOMPARE(no.out.trimmed(), QStringLiteral("no"));
    const KubectlRun elsewhere =
        m_fixture->run(words("auth can-i get pods -n other"), QStringLiteral("shop-only"));
    QCOMPARE(elsewhere.code, 1);
    RUN_OK(list, words("auth can-i --list"), QStringLiteral("viewer"));
    QVERIFY2(list.out.contains(QStringLiteral("*.argoproj.io")), list.story().constData());
    const KubectlRun forbidden = m_fixture->run(words("get ns"), QStringLiteral("shop-only"));
    QVERIFY(forbidden.code != 0);
    QVERIFY2(forbidden.err.contains(QStringLiteral("Forbidden")), forbidden.story().constData());
    if (m_kubectl.minor() < 28)
        QSKIP("this kubectl is too old for \"auth whoami\"");
    RUN_OK(me, words("auth whoami"), QStringLiteral("oncall"));
    QVERIFY2(me.out.contains(QStringLiteral("oncall")), me.story().constData());
    RUN_OK(as, words("auth whoami --as viewer"));
    QVERIFY2(as.out.contains(QStringLiteral("viewer")), as.story().constData());
}

void DrillKubectlTest::showsEvents()
{
    QVERIFY(m_fixture->api.store.create(
        QStringLiteral("/events"),
        {{"metadata", {{"name", "e1"}, {"namespace", "shop"}}},
         {"involvedObject", {{"kind", "Pod"}, {"name", "cart-1"}, {"namespace", "shop"}}},
         {"reason", "BackOff"},
         {"message", "restarting"},
         {"lastTimestamp", "2026-01-01T00:00:00Z"},
         {"type", "Warning"}}));
    RUN_OK(got, words("get events"));
    QVERIFY2(got.out.contains(QStringLiteral("pod/cart-1")), got.story().constData());
    RUN_OK(newStyle, words("get events.events.k8s.io -o yaml"));
    QVERIFY2(newStyle.out.contains(QStringLiteral("note: restarting")), newStyle.story().constData());
    if (m_kubectl.minor() < 26)
        QSKIP("this kubectl is too old for \"events\"");
    RUN_OK(listed, words("events"));
    QVERIFY2(listed.out.contains(QStringLiteral("BackOff")), listed.story().constData());
}

void DrillKubectlTest::knowsTheApi()
{
    RUN_OK(resources, words("api-resources"));
    QVERIFY(resources.out.contains(QStringLiteral("rollouts")));
    RUN_OK(versions, words("api-versions"));
    QVERIFY(versions.out.contains(QStringLiteral("argoproj.io/v1alpha1")));
    RUN_OK(version, words("version"));
    QVERIFY(version.out.contains(QStringLiteral("v1.31")));
    RUN_OK(raw, words("get --raw /readyz?verbose"));
    QVERIFY(raw.out.contains(QStringLiteral("[+]ping ok")));
    RUN_OK(info, words("cluster-info"));
}

void DrillKubectlTest::explains()
{
    if (m_kubectl.minor() < 27)
        QSKIP("this kubectl explains from OpenAPI v2, of which the drill serves no field descriptions");
    RUN_OK(deployment, words("explain deployments"));
    QVERIFY2(deployment.out.contains(QStringLiteral("Deployment")), deployment.story().constData());
    RUN_OK(rollout, words("explain rollouts.spec"));
    QVERIFY2(rollout.out.contains(QStringLiteral("desired state")), rollout.story().constData());
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::DrillKubectlTest)
#include "drillkubectl_test.moc"
