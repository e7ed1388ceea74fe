// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/argorolloutsbackend.h"
#include "backends/deployment/calls.h"
#include "backends/deployment/deploymentsbackend.h"
#include "backends/drill/drillcluster.h"
#include "backends/drill/scenarioparser.h"
#include "tests/deployment/httpcluster.h"
#include "tests/support/wait.h"

#include <QTest>

using signalbox::test::wait;
using namespace signalbox;
using namespace signalbox::deployment;
using namespace signalbox::deployment::testing;

/// Real time, for the controllers of a drill.
class RunningClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(now).count(), Qt::UTC);
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

/// The planned calls against an API server and controllers that were written apart from the planner: what a
/// call says and what it does are two things.
class DrillActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void canaryIsRolledBack();
    void canaryIsPromotedOneStep();
    void healthyCanaryGoesBackAtOnce();
    void blueGreenCutsOverAndBack();
    void blueGreenPausedByHandIsRolledBack();
    void deploymentIsRolledBack();
    void rolloutIsPausedAndResumed();
    void imageIsSet();
    void stalePromotionIsRefused();

private:
    Json object(const QString &path)
    {
        return Json::parse(wait(m_api->get(path)).value_or(QByteArray()).constData(), nullptr, false);
    }
    Json rollout(const QString &name) { return object(rolloutPath(QStringLiteral("shop"), name)); }
    static QString status(const Json &object, const char *field) { return textAt(object, {"status", field}); }
    Release snapshot(ReleaseKind kind, const QString &name, const char *hashLabel, const char *revisionKey);
    Release rolloutSnapshot(const QString &name)
    {
        return snapshot(ReleaseKind::Rollout, name, "rollouts-pod-template-hash",
                        "rollout.argoproj.io/revision");
    }
    ActionPlan plan(ActionKind kind, const Release &release, const QString &image = {});
    bool run(const ActionPlan &plan, int step);
    int replicaSets(const Release &release)
    {
        return static_cast<int>(rolloutSnapshot(release.key.name).revisions.size());
    }

    RunningClock m_clock;
    std::unique_ptr<drill::DrillCluster> m_drill;
    std::unique_ptr<HttpCluster> m_api;
    std::unique_ptr<ArgoRolloutsBackend> m_rollouts;
    std::unique_ptr<DeploymentsBackend> m_deployments;
};

static const QByteArray Scenario = R"(
scenario: actions
summary: Releases for the tests of actions.
seed: 5
clusters:
  - name: c
    nodes: 2
    releases:
      - name: checkout
        copies: 4
        namespace: shop
        kind: Rollout
        routing: istio
        replicas: 2
        history:
          - { version: 1.0.0, ago: 50m }
          - { version: 2.0.0, ago: 20m }
          - { version: 3.0.0, ago: 10m, promote: steps }
        steps: [ { setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} } ]
        traffic: { requests: 10 }
      - name: cart
        namespace: shop
        kind: Rollout
        routing: pods
        replicas: 2
        history: [ { version: 1.0.0, ago: 50m }, { version: 2.0.0, ago: 20m } ]
        steps: [ { setWeight: 50 }, { pause: {} } ]
        traffic: { requests: 10 }
      - name: front
        copies: 2
        namespace: shop
        kind: Rollout
        strategy: { autoPromotionEnabled: false }
        type: blueGreen
        replicas: 2
        history:
          - { version: 1.0.0, ago: 50m }
          - { version: 2.0.0, ago: 10m, promote: steps }
        traffic: { requests: 10 }
      - name: catalog
        namespace: shop
        kind: Deployment
        replicas: 2
        history: [ { version: 1.0.0, ago: 50m }, { version: 2.0.0, ago: 20m } ]
        traffic: { requests: 10 }
)";

void DrillActionsTest::initTestCase()
{
    const auto scenario = drill::parseScenario(Scenario, QStringLiteral("test"));
    QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().detail));
    drill::World::Setup setup;
    setup.cluster = scenario->clusters.first();
    setup.speed = 60;
    m_drill = std::make_unique<drill::DrillCluster>(m_clock, setup);
    const auto filled = m_drill->fill();
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
    QVERIFY(m_drill->listen());
    m_drill->goLive();
    m_api = std::make_unique<HttpCluster>(m_drill->api());
    m_rollouts = std::make_unique<ArgoRolloutsBackend>(*m_api, m_clock);
    m_deployments = std::make_unique<DeploymentsBackend>(*m_api, m_clock);
}

Release DrillActionsTest::snapshot(ReleaseKind kind, const QString &name, const char *hashLabel,
                                   const char *revisionKey)
{
    const QString path = kind == ReleaseKind::Rollout
                             ? rolloutPath(QStringLiteral("shop"), name)
                             : appsPath(QStringLiteral("deployments"), QStringLiteral("shop"), name);
    const Json owner = object(path);
    Release release;
    release.key = {ClusterId(QStringLiteral("c")), QStringLiteral("shop"), name, kind};
    release.uid = textAt(owner, {"metadata", "uid"});
    release.currentHash = status(owner, "currentPodHash");
    release.stableHash = status(owner, "stableRS");
    const Json list = object(QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets"));
    for (const Json &each : valueAt(list, {"items"})) {
        if (controllerUid(each) != release.uid) {
            continue;
        }
        Revision revision;
        revision.hash = label(each, hashLabel);
        revision.replicaSet = textAt(each, {"metadata", "name"});
        revision.number = annotation(each, revisionKey).toLongLong();
        revision.available = numberAt(each, {"status", "availableReplicas"}).value_or(0);
        release.revisions.append(revision);
    }
    return release;
}

ActionPlan DrillActionsTest::plan(ActionKind kind, const Release &release, const QString &image)
{
    ActionRequest request;
    request.kind = kind;
    request.release = release.key;
    request.uid = release.uid;
    if (!image.isEmpty()) {
        const Json owner = rollout(release.key.name);
        const Json &containers = valueAt(owner, {"spec", "template", "spec", "containers"});
        request.container =
            containers.is_array() && !containers.empty() ? textAt(containers.at(0), {"name"}) : QString();
        request.image = image;
    }
    DeploymentBackend *backend = m_rollouts->handles(release)
                                     ? static_cast<DeploymentBackend *>(m_rollouts.get())
                                     : m_deployments.get();
    const auto planned = wait(backend->plan(request, release));
    [&planned] { QVERIFY2(planned, planned ? "" : qPrintable(planned.error().detail)); }();
    const auto tried = wait(backend->dryRun(planned.value_or(ActionPlan())));
    [&tried] { QVERIFY2(tried, tried ? "" : qPrintable(tried.error().detail)); }();
    return planned.value_or(ActionPlan());
}

bool DrillActionsTest::run(const ActionPlan &plan, int step)
{
    const bool isRollout = plan.request.release.kind == ReleaseKind::Rollout;
    DeploymentBackend *backend =
        isRollout ? static_cast<DeploymentBackend *>(m_rollouts.get()) : m_deployments.get();
    const auto sent = wait(backend->execute(plan, step));
    if (!sent) {
        qWarning().noquote() << sent.error().detail;
    }
    return sent.has_value();
}

void DrillActionsTest::canaryIsRolledBack()
{
    const QString name = QStringLiteral("checkout-1");
    const Release before = rolloutSnapshot(name);
    QVERIFY(before.inProgress());
    const ActionPlan back = plan(ActionKind::RollBack, before);
    QCOMPARE(back.targetHash, before.stableHash);
    QVERIFY(!flagAt(rollout(name), {"status", "abort"})); // the dry run changed nothing
    QVERIFY(run(back, 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "phase"), QStringLiteral("Degraded"), 10000);
    QVERIFY(run(back, 1));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "currentPodHash"), before.stableHash, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "phase"), QStringLiteral("Healthy"), 20000);
    QCOMPARE(status(rollout(name), "stableRS"), before.stableHash);
    QVERIFY(!flagAt(rollout(name), {"status", "abort"}));
    QCOMPARE(replicaSets(before), int(before.revisions.size())); // the old one was found again, none was made
}

void DrillActionsTest::canaryIsPromotedOneStep()
{
    const QString name = QStringLiteral("checkout-2");
    QCOMPARE(numberAt(rollout(name), {"status", "currentStepIndex"}).value_or(-1), 1);
    QVERIFY(run(plan(ActionKind::Promote, rolloutSnapshot(name)), 0));
    QTRY_COMPARE_WITH_TIMEOUT(numberAt(rollout(name), {"status", "currentStepIndex"}).value_or(-1), 3, 20000);
    QVERIFY(run(plan(ActionKind::PromoteFully, rolloutSnapshot(name)), 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "phase"), QStringLiteral("Healthy"), 20000);
    QCOMPARE(status(rollout(name), "stableRS"), status(rollout(name), "currentPodHash"));
}

void DrillActionsTest::healthyCanaryGoesBackAtOnce()
{
    const QString name = QStringLiteral("cart");
    const Release before = rolloutSnapshot(name);
    QVERIFY(!before.inProgress());
    const ActionPlan back = plan(ActionKind::RollBack, before);
    QVERIFY(back.targetHash != before.stableHash);
    QVERIFY(run(back, 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "currentPodHash"), back.targetHash, 10000);
    QVERIFY(run(back, 1)); // full promotion: no pause on the way back
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "stableRS"), back.targetHash, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "phase"), QStringLiteral("Healthy"), 20000);
}

void DrillActionsTest::blueGreenCutsOverAndBack()
{
    const QString name = QStringLiteral("front-1");
    const Release before = rolloutSnapshot(name);
    QVERIFY(before.inProgress());
    QVERIFY(run(plan(ActionKind::Promote, before), 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "stableRS"), before.currentHash, 20000);
    const ActionPlan back = plan(ActionKind::RollBack, rolloutSnapshot(name));
    QCOMPARE(back.targetHash, before.stableHash);
    QVERIFY(run(back, 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "currentPodHash"), before.stableHash, 10000);
    QVERIFY(run(back, 1));
    QTRY_COMPARE_WITH_TIMEOUT(textAt(rollout(name), {"status", "blueGreen", "activeSelector"}),
                              before.stableHash, 20000);
}

void DrillActionsTest::blueGreenPausedByHandIsRolledBack()
{
    const QString name = QStringLiteral("front-2");
    QVERIFY(run(plan(ActionKind::Pause, rolloutSnapshot(name)), 0));
    const Release before = rolloutSnapshot(name);
    const ActionPlan back = plan(ActionKind::RollBack, before);
    QCOMPARE(back.steps.first().calls.size(), 2);
    QVERIFY(run(back, 0));
    QVERIFY(!flagAt(rollout(name), {"spec", "paused"}));
    QVERIFY(run(back, 1));
    QTRY_COMPARE_WITH_TIMEOUT(status(rollout(name), "phase"), QStringLiteral("Healthy"), 20000);
    QCOMPARE(status(rollout(name), "stableRS"), before.stableHash);
}

void DrillActionsTest::deploymentIsRolledBack()
{
    const auto now = [this] {
        return snapshot(ReleaseKind::Deployment, QStringLiteral("catalog"), "pod-template-hash",
                        "deployment.kubernetes.io/revision");
    };
    const Release before = now();
    QCOMPARE(before.revisions.size(), 2);
    const ActionPlan back = plan(ActionKind::RollBack, before);
    QVERIFY(run(back, 0));
    const QString path =
        appsPath(QStringLiteral("deployments"), QStringLiteral("shop"), QStringLiteral("catalog"));
    QTRY_COMPARE_WITH_TIMEOUT(annotation(object(path), "deployment.kubernetes.io/revision"),
                              QStringLiteral("3"), 10000);
    const Release after = now();
    QCOMPARE(after.revisions.size(), 2); // the old ReplicaSet was used again under a new number
    QCOMPARE(after.revision(back.targetHash)->number, 3);
    QVERIFY(run(back, 0)); // twice is harmless: it is true already
}

void DrillActionsTest::rolloutIsPausedAndResumed()
{
    const QString name = QStringLiteral("checkout-4");
    QVERIFY(run(plan(ActionKind::Pause, rolloutSnapshot(name)), 0));
    QVERIFY(flagAt(rollout(name), {"spec", "paused"}));
    QVERIFY(run(plan(ActionKind::Resume, rolloutSnapshot(name)), 0));
    QVERIFY(!flagAt(rollout(name), {"spec", "paused"}));
}

void DrillActionsTest::imageIsSet()
{
    const QString name = QStringLiteral("checkout-4");
    const Release before = rolloutSnapshot(name);
    QVERIFY(run(plan(ActionKind::SetImage, before, QStringLiteral("example.test/checkout:4.0.0")), 0));
    QTRY_VERIFY_WITH_TIMEOUT(status(rollout(name), "currentPodHash") != before.currentHash, 10000);
    QCOMPARE(textAt(rollout(name).at("spec").at("template").at("spec").at("containers").at(0), {"image"}),
             QStringLiteral("example.test/checkout:4.0.0"));
}

void DrillActionsTest::stalePromotionIsRefused()
{
    const QString name = QStringLiteral("checkout-3");
    const Release before = rolloutSnapshot(name);
    const ActionPlan first = plan(ActionKind::Promote, before);
    const ActionPlan second = plan(ActionKind::Promote, before);
    QVERIFY(run(first, 0));
    QTRY_COMPARE_WITH_TIMEOUT(numberAt(rollout(name), {"status", "currentStepIndex"}).value_or(-1), 3, 20000);
    const auto sent = wait(m_rollouts->execute(second, 0)); // would skip a step nobody saw
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Changed);
    QVERIFY(sent.error().detail.contains(QStringLiteral("status.currentStepIndex: 1 -> 3")));
}

QTEST_GUILESS_MAIN(DrillActionsTest)
#include "drillactions_test.moc"
