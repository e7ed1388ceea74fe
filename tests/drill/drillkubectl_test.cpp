// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The drill's API server against a client nobody here wrote. No controllers run: where kubectl waits for one,
// the test plays it.

#include "backends/drill/kubeconfig.h"
#include "tests/drill/apifixture.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace signalbox::drill
{

namespace
{

constexpr int kPatience = 20000;

struct Run {
    int code = -1;
    QString out;
    QString err;
    [[nodiscard]] QByteArray story() const { return (out + QStringLiteral("\n--- stderr\n") + err).toUtf8(); }
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

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
    void createsAndApplies();
    void appliesCustomResources();
    void patches();
    void scales();
    void describes_data();
    void describes();
    void rolloutCommands();
    void deletes();
    void asksForAccess();
    void showsEvents();
    void knowsTheApi();
    void explains();

private:
    Run run(const QStringList &arguments, const QString &user = QStringLiteral("admin"),
            const QByteArray &input = {});
    std::unique_ptr<QProcess> start(const QStringList &arguments,
                                    const QString &user = QStringLiteral("admin"));
    QString write(const QString &name, const Json &document);
    QString configFor(const QString &user);

    QString m_kubectl;
    int m_minor = 0; ///< of kubectl's own version 1.x
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ApiFixture> m_api;
};

void DrillKubectlTest::initTestCase()
{
    m_kubectl = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
    if (m_kubectl.isEmpty())
        QSKIP("kubectl is not on the PATH: install kubernetes-client to run these tests");
    QProcess version;
    version.start(m_kubectl, words("version --client -o json"));
    QVERIFY(version.waitForFinished(kPatience));
    m_minor = text(parsed(version.readAllStandardOutput()), {"clientVersion", "minor"}).left(2).toInt();
    QVERIFY(m_minor > 0);
}

void DrillKubectlTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_api = std::make_unique<ApiFixture>();
    QVERIFY(m_api->listening.has_value());
    m_api->addNamespace("shop");
    m_api->addNamespace("default");
}

void DrillKubectlTest::cleanup()
{
    m_api.reset();
    m_home.reset();
}

QString DrillKubectlTest::configFor(const QString &user)
{
    ContextEntry entry{user,
                       QStringLiteral("drill"),
                       m_api->server.url(),
                       m_api->server.caCertificatePem(),
                       m_api->user(user),
                       QStringLiteral("shop"),
                       ContextEntry::Credential::Token};
    // The two ways to prove oneself take turns.
    if (user == QLatin1String("oncall"))
        entry.credential = ContextEntry::Credential::ClientCertificate;
    const QString path = m_home->filePath(QStringLiteral("config-") + user);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(kubeconfigFor({entry}));
    return path;
}

std::unique_ptr<QProcess> DrillKubectlTest::start(const QStringList &arguments, const QString &user)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home->path());
    environment.insert(QStringLiteral("KUBECONFIG"), configFor(user));
    for (const char *name :
         {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"})
        environment.remove(QString::fromLatin1(name));
    process->setProcessEnvironment(environment);
    process->start(m_kubectl, arguments);
    return process;
}

Run DrillKubectlTest::run(const QStringList &arguments, const QString &user, const QByteArray &input)
{
    const auto process = start(arguments, user);
    process->write(input);
    process->closeWriteChannel();
    Run result;
    if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, kPatience)) {
        process->kill();
        process->waitForFinished(1000);
        result.err = QStringLiteral("(timed out)");
    } else if (process->exitStatus() == QProcess::NormalExit) {
        result.code = process->exitCode();
    }
    result.out = QString::fromUtf8(process->readAllStandardOutput());
    result.err += QString::fromUtf8(process->readAllStandardError());
    return result;
}

QString DrillKubectlTest::write(const QString &name, const Json &document)
{
    const QString path = m_home->filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(dumped(document, true));
    return path;
}

#define RUN_OK(variable, ...)                                                                                \
    const Run variable = run(__VA_ARGS__);                                                                   \
    QVERIFY2(variable.code == 0, variable.story().constData())

static QString simplifiedLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines.append(line.simplified());
    return lines.join(QLatin1Char('\n'));
}

void DrillKubectlTest::getPrintsColumns()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    Json pod = ApiFixture::pod("cart-1", {{"app", "cart"}});
    pod["status"]["podIP"] = "10.0.0.7";
    pod["status"]["containerStatuses"] = Json::array(
        {{{"name", "web"}, {"ready", true}, {"restartCount", 4}, {"state", {{"running", Json::object()}}}}});
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), pod));
    QVERIFY(m_api->store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));

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
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("first")));
    const auto process = start(words("get pods -w --request-timeout 15s"));
    QByteArray seen;
    const auto sees = [&](const char *text) {
        return QTest::qWaitFor(
            [&] {
                seen += process->readAllStandardOutput();
                return seen.contains(text);
            },
            kPatience);
    };
    QVERIFY2(sees("first"), seen.constData());
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("second")));
    QVERIFY2(sees("second"), seen.constData());
    QVERIFY(m_api->store.edit(QStringLiteral("/pods"), QStringLiteral("shop"), QStringLiteral("second"),
                              [](Json &pod) { pod["status"]["phase"] = "Failed"; }));
    QVERIFY2(sees("Failed"), seen.constData());
    process->kill();
    QVERIFY(QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, kPatience));
}

void DrillKubectlTest::pagesThroughLists()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("p" + std::to_string(i))));
    RUN_OK(pods, words("get pods --chunk-size 10 -o name"));
    QCOMPARE(pods.out.count(QStringLiteral("pod/")), 25);
}

void DrillKubectlTest::createsAndApplies()
{
    Json document = ApiFixture::deployment("cart");
    const QString file = write(QStringLiteral("cart.json"), document);
    RUN_OK(preview,
           {QStringLiteral("apply"), QStringLiteral("-f"), file, QStringLiteral("--dry-run=server")});
    QVERIFY(!m_api->store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                               QStringLiteral("cart")));
    RUN_OK(created, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(created.out.contains(QStringLiteral("deployment.apps/cart created")),
             created.story().constData());
    RUN_OK(same, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(same.out.contains(QStringLiteral("unchanged")), same.story().constData());
    document["spec"]["template"]["spec"]["containers"][0]["image"] = "r/web:2";
    write(QStringLiteral("cart.json"), document);
    RUN_OK(changed, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(changed.out.contains(QStringLiteral("configured")), changed.story().constData());
    const auto stored =
        m_api->store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"), QStringLiteral("cart"));
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
    const Run refused = run(words("create deployment x --image=r/x:1 -n missing"));
    QVERIFY(refused.code != 0);
    QVERIFY2(refused.err.contains(QStringLiteral("namespaces \"missing\" not found")),
             refused.story().constData());
    const Run serverSide =
        run({QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("-f"), file});
    QVERIFY(serverSide.code != 0);
    QVERIFY2(serverSide.err.contains(QStringLiteral("server-side apply is not offered")),
             serverSide.story().constData());
}

void DrillKubectlTest::appliesCustomResources()
{
    Json document = ApiFixture::rollout("web");
    document.erase("status");
    const QString file = write(QStringLiteral("web.json"), document);
    RUN_OK(created, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    document["spec"]["template"]["spec"]["containers"][0]["image"] = "r/web:2";
    write(QStringLiteral("web.json"), document);
    RUN_OK(changed, {QStringLiteral("apply"), QStringLiteral("-f"), file});
    QVERIFY2(changed.out.contains(QStringLiteral("configured")), changed.story().constData());
    const auto stored = m_api->store.find(QStringLiteral("argoproj.io/rollouts"), QStringLiteral("shop"),
                                          QStringLiteral("web"));
    QVERIFY(stored);
    QCOMPARE(text((*stored)["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:2"));
}

void DrillKubectlTest::patches()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(m_api->store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    RUN_OK(strategic,
           {QStringLiteral("patch"), QStringLiteral("deploy"), QStringLiteral("cart"), QStringLiteral("-p"),
            QStringLiteral(
                R"({"spec":{"template":{"spec":{"containers":[{"name":"web","image":"r/web:9"}]}}}})")});
    RUN_OK(merge, {QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                   QStringLiteral("--type=merge"), QStringLiteral("-p"),
                   QStringLiteral(R"({"spec":{"paused":true}})")});
    if (m_minor >= 24) {
        RUN_OK(status,
               {QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                QStringLiteral("--type=merge"), QStringLiteral("--subresource=status"), QStringLiteral("-p"),
                QStringLiteral(R"({"status":{"abort":true},"spec":{"paused":false}})")});
    } else {
        QCOMPARE(m_api
                     ->call("PATCH", "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web/status",
                            {{"status", {{"abort", true}}}}, "application/merge-patch+json")
                     .status,
                 200);
    }
    const auto rollout = m_api->store.find(QStringLiteral("argoproj.io/rollouts"), QStringLiteral("shop"),
                                           QStringLiteral("web"));
    QVERIFY(flag(*rollout, {"spec", "paused"}));
    QVERIFY(flag(*rollout, {"status", "abort"}));
    const Run refused = run({QStringLiteral("patch"), QStringLiteral("ro"), QStringLiteral("web"),
                             QStringLiteral("--type=strategic"), QStringLiteral("-p"),
                             QStringLiteral(R"({"spec":{"paused":true}})")});
    QVERIFY(refused.code != 0);
    RUN_OK(image, words("set image deploy/cart web=r/web:10"));
    const auto deployment =
        m_api->store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"), QStringLiteral("cart"));
    QCOMPARE(text((*deployment)["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:10"));
    RUN_OK(label, words("label deploy cart tier=front"));
    RUN_OK(annotate, words("annotate ro web note=x"));
}

void DrillKubectlTest::scales()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    QVERIFY(m_api->store.create(QStringLiteral("argoproj.io/rollouts"), ApiFixture::rollout("web")));
    RUN_OK(deployment, words("scale deploy cart --replicas=5"));
    RUN_OK(rollout, words("scale rollouts.argoproj.io web --replicas=7"));
    QCOMPARE(number(*m_api->store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
                                       QStringLiteral("cart")),
                    {"spec", "replicas"}),
             5);
    QCOMPARE(number(*m_api->store.find(QStringLiteral("argoproj.io/rollouts"), QStringLiteral("shop"),
                                       QStringLiteral("web")),
                    {"spec", "replicas"}),
             7);
    const QString file =
        write(QStringLiteral("hpa.json"),
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
    ObjectStore &store = m_api->store;
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

void DrillKubectlTest::rolloutCommands()
{
    QVERIFY(m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart")));
    const auto deployment = [&] {
        return m_api->store.find(QStringLiteral("apps/deployments"), QStringLiteral("shop"),
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
    QVERIFY(m_api->store.edit(
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
        QVERIFY(m_api->store.create(QStringLiteral("apps/replicasets"), set));
    }
    RUN_OK(history, words("rollout history deploy/cart"));
    QVERIFY2(history.out.contains(QStringLiteral("REVISION")), history.story().constData());
    RUN_OK(undone, words("rollout undo deploy/cart --to-revision=1"));
    QCOMPARE(text((*deployment())["spec"]["template"]["spec"]["containers"][0], {"image"}),
             QStringLiteral("r/web:41"));

    const auto status = start(words("rollout status deploy/cart --timeout=15s"));
    QVERIFY(QTest::qWaitFor([&] { return status->bytesAvailable() > 0; }, kPatience));
    QVERIFY(m_api->store.edit(
        QStringLiteral("apps/deployments"), QStringLiteral("shop"), QStringLiteral("cart"), [](Json &object) {
            object["status"] = {{"observedGeneration", object["metadata"]["generation"]},
                                {"replicas", 2},
                                {"updatedReplicas", 2},
                                {"readyReplicas", 2},
                                {"availableReplicas", 2}};
        }));
    QVERIFY(QTest::qWaitFor([&] { return status->state() == QProcess::NotRunning; }, kPatience));
    QCOMPARE(status->exitCode(), 0);
    QVERIFY(status->readAllStandardOutput().contains("successfully rolled out"));
}

void DrillKubectlTest::deletes()
{
    const auto owner =
        m_api->store.create(QStringLiteral("apps/deployments"), ApiFixture::deployment("cart"));
    QVERIFY(owner);
    Json owned = ApiFixture::pod("cart-1");
    owned["metadata"]["ownerReferences"] = Json::array({{{"uid", (**owner)["metadata"]["uid"]}}});
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), owned));
    QVERIFY(m_api->store.create(QStringLiteral("/pods"), ApiFixture::pod("other")));
    RUN_OK(deleted, words("delete deploy cart --timeout=10s"));
    QVERIFY(deleted.out.contains(QStringLiteral("deployment.apps \"cart\" deleted")));
    QVERIFY(!m_api->store.find(QStringLiteral("/pods"), QStringLiteral("shop"), QStringLiteral("cart-1")));
    RUN_OK(all, words("delete pods --all --timeout=10s"));
    QVERIFY(m_api->store.list(QStringLiteral("/pods")).isEmpty());
    const Run missing = run(words("delete pod nothing"));
    QVERIFY(missing.code != 0);
    QVERIFY2(missing.err.contains(QStringLiteral("(NotFound)")), missing.story().constData());
    RUN_OK(space, words("delete ns default --timeout=10s"));
}

void DrillKubectlTest::asksForAccess()
{
    RUN_OK(yes, words("auth can-i patch rollouts.argoproj.io --subresource=status"),
           QStringLiteral("oncall"));
    QCOMPARE(yes.out.trimmed(), QStringLiteral("yes"));
    const Run no = run(words("auth can-i patch deploy"), QStringLiteral("viewer"));
    QCOMPARE(no.code, 1);
    QCOMPARE(no.out.trimmed(), QStringLiteral("no"));
    const Run elsewhere = run(words("auth can-i get pods -n other"), QStringLiteral("shop-only"));
    QCOMPARE(elsewhere.code, 1);
    RUN_OK(list, words("auth can-i --list"), QStringLiteral("viewer"));
    QVERIFY2(list.out.contains(QStringLiteral("*.argoproj.io")), list.story().constData());
    const Run forbidden = run(words("get ns"), QStringLiteral("shop-only"));
    QVERIFY(forbidden.code != 0);
    QVERIFY2(forbidden.err.contains(QStringLiteral("Forbidden")), forbidden.story().constData());
    if (m_minor < 28)
        QSKIP("this kubectl is too old for \"auth whoami\"");
    RUN_OK(me, words("auth whoami"), QStringLiteral("oncall"));
    QVERIFY2(me.out.contains(QStringLiteral("oncall")), me.story().constData());
    RUN_OK(as, words("auth whoami --as viewer"));
    QVERIFY2(as.out.contains(QStringLiteral("viewer")), as.story().constData());
}

void DrillKubectlTest::showsEvents()
{
    QVERIFY(
        m_api->store.create(QStringLiteral("/events"),
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
    if (m_minor < 26)
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
    if (m_minor < 27)
        QSKIP("this kubectl explains from OpenAPI v2, of which the drill serves no field descriptions");
    RUN_OK(deployment, words("explain deployments"));
    QVERIFY2(deployment.out.contains(QStringLiteral("Deployment")), deployment.story().constData());
    RUN_OK(rollout, words("explain rollouts.spec"));
    QVERIFY2(rollout.out.contains(QStringLiteral("desired state")), rollout.story().constData());
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::DrillKubectlTest)
#include "drillkubectl_test.moc"
