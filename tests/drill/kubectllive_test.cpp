// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/kubectl.h"
#include "tests/support/drillchild.h"

#include <QRegularExpression>

#include <algorithm>

using namespace signalbox::drill;
using signalbox::test::DrillChild;

/// The whole drill as a process, its controllers at work, moved by kubectl alone.
class KubectlLiveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seesTheSeededCluster();
    void describes_data();
    void describes();
    void watchSeesWhatControllersDo();
    void appliesADeployment();
    void scalesAndWaits();
    void statusWaitsUntilDone();
    void historyAndUndo();
    void pausedDoesNotMove();
    void restartReplacesPods();
    void movesARollout();
    void canI_data();
    void canI();
    void toldByEvents();
    void deletesWithItsPods();

private:
    KubectlRun run(const QStringList &arguments, const QString &user = {});
    /// jsonpath of the Deployment "front".
    QString front(const char *jsonPath);
    bool waitForFront(const char *jsonPath, const QString &value);
    bool rolledOut();

    Kubectl m_kubectl;
    DrillChild m_drill;
};

#define RUN_OK(variable, ...)                                                                                \
    const KubectlRun variable = run(__VA_ARGS__);                                                            \
    QVERIFY2(variable.code == 0, variable.story().constData())

void KubectlLiveTest::initTestCase()
{
    if (!m_kubectl.find())
        QSKIP("kubectl is not on the PATH: install kubernetes-client to run these tests");
    const QString problem =
        m_drill.start({QStringLiteral("steady"), QStringLiteral("--speed"), QStringLiteral("20")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

KubectlRun KubectlLiveTest::run(const QStringList &arguments, const QString &user)
{
    const QString context = user.isEmpty() ? m_drill.context() : m_drill.contextOf(user);
    return m_kubectl.run(m_drill.kubeconfig(), QStringList{QStringLiteral("--context"), context,
                                                           QStringLiteral("-n"), QStringLiteral("shop")} +
                                                   arguments);
}

QString KubectlLiveTest::front(const char *jsonPath)
{
    return run(words("get deploy front -o") +
               QStringList{QStringLiteral("jsonpath=") + QString::fromLatin1(jsonPath)})
        .out;
}

bool KubectlLiveTest::waitForFront(const char *jsonPath, const QString &value)
{
    return QTest::qWaitFor([&] { return front(jsonPath) == value; }, Kubectl::patience);
}

bool KubectlLiveTest::rolledOut()
{
    const KubectlRun status = run(words("rollout status deploy/front --timeout=15s"));
    return status.code == 0 && status.out.contains(QStringLiteral("successfully rolled out"));
}

void KubectlLiveTest::seesTheSeededCluster()
{
    RUN_OK(deployments, words("get deploy -o wide"));
    const QString table = simplifiedLines(deployments.out);
    QVERIFY2(
        table.startsWith(QStringLiteral("NAME READY UP-TO-DATE AVAILABLE AGE CONTAINERS IMAGES SELECTOR\n")),
        deployments.story().constData());
    QVERIFY2(table.contains(QStringLiteral("\nsearch 3/3 3 3 ")), deployments.story().constData());
    RUN_OK(pods, words("get pods -o wide -l app=search"));
    QCOMPARE(simplifiedLines(pods.out).count(QStringLiteral(" 1/1 Running ")), 3);
    RUN_OK(rollouts, words("get rollouts.argoproj.io"));
    QVERIFY2(simplifiedLines(rollouts.out).contains(QStringLiteral("\ncheckout 8 8 8 8 ")),
             rollouts.story().constData());
}

void KubectlLiveTest::describes_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<QStringList>("expected");
    const auto lines = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|')); };
    QTest::newRow("deployment") << words("deploy search")
                                << lines("3 desired, 3 updated, 3 total, 3 available|NewReplicaSet: search-|"
                                         "MinimumReplicasAvailable|deployment-controller");
    QTest::newRow("pod") << words("pod -l app=search")
                         << lines("Controlled By: ReplicaSet/search-|Ready True|default-scheduler");
    QTest::newRow("rollout") << words("rollouts.argoproj.io checkout")
                             << lines("Phase: Healthy|RolloutCompleted|Stable RS:|rollouts-controller");
}

void KubectlLiveTest::describes()
{
    QFETCH(QStringList, what);
    QFETCH(QStringList, expected);
    RUN_OK(described, QStringList{QStringLiteral("describe")} + what);
    const QString text = simplifiedLines(described.out).replace(QStringLiteral(" | "), QStringLiteral(", "));
    for (const QString &line : expected)
        QVERIFY2(text.contains(line), qPrintable(line + QStringLiteral(" is missing in\n") + text));
}

/// Creates the Deployment that the following functions move.
void KubectlLiveTest::watchSeesWhatControllersDo()
{
    const auto process =
        m_kubectl.start(m_drill.kubeconfig(), QStringList{QStringLiteral("--context"), m_drill.context()} +
                                                  words("-n shop get pods -l app=front -w "
                                                        "--output-watch-events --request-timeout=12s"));
    // It lists before it watches; whatever comes later comes live.
    appliesADeployment();
    if (QTest::currentTestFailed())
        return;
    QString seen;
    const auto sees = [&](const QRegularExpression &line) {
        return QTest::qWaitFor(
            [&] {
                seen += QString::fromUtf8(process->readAllStandardOutput());
                return simplifiedLines(seen).contains(line);
            },
            Kubectl::patience);
    };
    QVERIFY2(sees(QRegularExpression(QStringLiteral("ADDED front-\\S+ 0/1 Pending"))), qPrintable(seen));
    QVERIFY2(sees(QRegularExpression(QStringLiteral("MODIFIED front-\\S+ 1/1 Running"))), qPrintable(seen));
    const QString pod =
        run(words("get pods -l app=front -o jsonpath={.items[0].metadata.name}")).out.trimmed();
    RUN_OK(deleted, words("delete pod") + QStringList{pod});
    QVERIFY2(sees(QRegularExpression(QStringLiteral("DELETED ") + pod)), qPrintable(seen));
    // The server honours the time the client asked for: the watch ends by itself.
    QVERIFY(QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, Kubectl::patience));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
}

void KubectlLiveTest::appliesADeployment()
{
    const auto manifest = [](const char *version) {
        return QByteArray(
                   R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"front"},"spec":{)"
                   R"("replicas":2,"selector":{"matchLabels":{"app":"front"}},"template":{"metadata":)"
                   R"({"labels":{"app":"front"}},"spec":{"containers":[{"name":"app","image":)"
                   R"("registry.drill.example/shop/front:)") +
               version + R"("}]}}}})";
    };
    const QString file = m_kubectl.write(QStringLiteral("front.json"), manifest("1.0.0"));
    const bool isNew = run(words("get deploy front")).code != 0;
    RUN_OK(applied, words("apply -f") + QStringList{file});
    QVERIFY2(applied.out.contains(isNew ? QStringLiteral("created") : QStringLiteral("unchanged")),
             applied.story().constData());
    QVERIFY(rolledOut());
    QCOMPARE(front("{.status.readyReplicas}"), QStringLiteral("2"));
}

void KubectlLiveTest::scalesAndWaits()
{
    RUN_OK(scaled, words("scale deploy front --replicas=4"));
    RUN_OK(waited, words("wait deploy/front --for=jsonpath={.status.readyReplicas}=4 --timeout=15s"));
    RUN_OK(available, words("wait deploy/front --for=condition=Available --timeout=15s"));
    RUN_OK(pods, words("get pods -l app=front -o name"));
    QCOMPARE(pods.out.count(QStringLiteral("pod/")), 4);
}

void KubectlLiveTest::statusWaitsUntilDone()
{
    const QString before = front("{.metadata.annotations.deployment\\.kubernetes\\.io/revision}");
    RUN_OK(patched, words("patch deploy front -p") +
                        QStringList{QStringLiteral(
                            R"({"spec":{"template":{"spec":{"containers":[{"name":"app","image":)"
                            R"("registry.drill.example/shop/front:1.0.1"}]}}}})")});
    RUN_OK(status, words("rollout status deploy/front --timeout=15s"));
    QVERIFY2(status.out.contains(QStringLiteral("Waiting for deployment")), status.story().constData());
    QVERIFY2(status.out.contains(QStringLiteral("successfully rolled out")), status.story().constData());
    QCOMPARE(front("{.status.updatedReplicas}/{.status.availableReplicas}/{.status.replicas}"),
             QStringLiteral("4/4/4"));
    QVERIFY(front("{.metadata.annotations.deployment\\.kubernetes\\.io/revision}") != before);
    RUN_OK(images, words("get pods -l app=front -o jsonpath={.items[*].spec.containers[0].image}"));
    QCOMPARE(images.out.count(QStringLiteral("front:1.0.1")), 4);
}

void KubectlLiveTest::historyAndUndo()
{
    RUN_OK(history, words("rollout history deploy/front"));
    const QString list = simplifiedLines(history.out);
    QVERIFY2(list.contains(QStringLiteral("\n1 <none>\n2 <none>")), history.story().constData());
    RUN_OK(detail, words("rollout history deploy/front --revision=1"));
    QVERIFY2(detail.out.contains(QStringLiteral("front:1.0.0")), detail.story().constData());
    RUN_OK(undone, words("rollout undo deploy/front"));
    QVERIFY(rolledOut());
    QCOMPARE(front("{.spec.template.spec.containers[0].image}"),
             QStringLiteral("registry.drill.example/shop/front:1.0.0"));
    const QString after = simplifiedLines(run(words("rollout history deploy/front")).out);
    QVERIFY2(after.contains(QStringLiteral("\n2 <none>\n3 <none>")), qPrintable(after));
}

void KubectlLiveTest::pausedDoesNotMove()
{
    RUN_OK(paused, words("rollout pause deploy/front"));
    RUN_OK(image, words("set image deploy/front app=registry.drill.example/shop/front:2.0.0"));
    QVERIFY(waitForFront("{.status.updatedReplicas}", {}));
    QVERIFY(front("{.status.conditions[?(@.type=='Progressing')].reason}") ==
            QStringLiteral("DeploymentPaused"));
    QCOMPARE(front("{.status.readyReplicas}"), QStringLiteral("4"));
    const KubectlRun status = run(words("rollout status deploy/front --timeout=1s"));
    QVERIFY2(status.code != 0, status.story().constData());
    RUN_OK(resumed, words("rollout resume deploy/front"));
    QVERIFY(rolledOut());
    QCOMPARE(front("{.status.updatedReplicas}"), QStringLiteral("4"));
}

void KubectlLiveTest::restartReplacesPods()
{
    const auto names = [this] {
        return run(words("get pods -l app=front --field-selector=status.phase=Running -o "
                         "jsonpath={.items[*].metadata.name}"))
            .out.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const QStringList before = names();
    QCOMPARE(before.size(), 4);
    RUN_OK(restarted, words("rollout restart deploy/front"));
    QVERIFY(rolledOut());
    const auto replaced = [&] {
        const QStringList now = names();
        return now.size() == 4 && std::none_of(now.cbegin(), now.cend(), [&before](const QString &name) {
                   return before.contains(name);
               });
    };
    QVERIFY(QTest::qWaitFor(replaced, Kubectl::patience));
}

void KubectlLiveTest::movesARollout()
{
    const auto status = [this](const char *jsonPath) {
        return run(words("get rollouts.argoproj.io cart -o") +
                   QStringList{QStringLiteral("jsonpath=") + QString::fromLatin1(jsonPath)})
            .out;
    };
    RUN_OK(patched, words("patch rollouts.argoproj.io cart --type=json -p") +
                        QStringList{QStringLiteral(
                            R"([{"op":"replace","path":"/spec/template/spec/containers/0/image",)"
                            R"("value":"registry.drill.example/shop/cart:1.19.0"}])")});
    RUN_OK(waits,
           words("wait rollouts.argoproj.io/cart --for=jsonpath={.status.phase}=Paused --timeout=15s"));
    QVERIFY(status("{.status.currentPodHash}") != status("{.status.stableRS}"));
    if (m_kubectl.minor() < 24)
        QSKIP("this kubectl cannot write a subresource");
    RUN_OK(promoted, words("patch rollouts.argoproj.io cart --subresource=status --type=merge -p") +
                         QStringList{QStringLiteral(R"({"status":{"promoteFull":true}})")});
    RUN_OK(healthy,
           words("wait rollouts.argoproj.io/cart --for=jsonpath={.status.phase}=Healthy --timeout=15s"));
    QCOMPARE(status("{.status.currentPodHash}"), status("{.status.stableRS}"));
}

void KubectlLiveTest::canI_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *user, const char *what, bool may) {
        QTest::addRow("%s %s", user, what) << QString::fromLatin1(user) << words(what) << may;
    };
    row("admin", "delete namespaces", true);
    row("oncall", "patch rollouts.argoproj.io --subresource=status", true);
    row("viewer", "list pods", true);
    row("viewer", "patch deployments.apps", false);
    row("viewer", "patch rollouts.argoproj.io --subresource=status", false);
    row("shop-only", "list pods", true);
    row("shop-only", "list pods -A", false);
}

void KubectlLiveTest::canI()
{
    QFETCH(QString, user);
    QFETCH(QStringList, what);
    QFETCH(bool, may);
    const KubectlRun answer = run(words("auth can-i") + what, user);
    QVERIFY2(answer.out.trimmed() == (may ? QLatin1String("yes") : QLatin1String("no")),
             answer.story().constData());
    QCOMPARE(answer.code, may ? 0 : 1);
}

void KubectlLiveTest::toldByEvents()
{
    RUN_OK(events, words("get events --field-selector involvedObject.name=front"));
    QVERIFY2(simplifiedLines(events.out)
                 .contains(QStringLiteral("Normal ScalingReplicaSet deployment/front Scaled up replica set")),
             events.story().constData());
    if (m_kubectl.minor() < 26)
        QSKIP("this kubectl is too old for \"events\"");
    RUN_OK(listed, words("events --for deploy/front"));
    QVERIFY2(listed.out.contains(QStringLiteral("ScalingReplicaSet")), listed.story().constData());
}

void KubectlLiveTest::deletesWithItsPods()
{
    RUN_OK(deleted, words("delete deploy front --timeout=15s"));
    const auto gone = [this] {
        return run(words("get pods,replicasets -l app=front -o name")).out.trimmed().isEmpty();
    };
    QVERIFY(QTest::qWaitFor(gone, Kubectl::patience));
}

QTEST_GUILESS_MAIN(KubectlLiveTest)
#include "kubectllive_test.moc"
