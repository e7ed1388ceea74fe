// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/worldfixture.h"

#include <QTest>

using namespace signalbox::drill;

namespace
{

QByteArray scenario(const QByteArray &release)
{
    return "scenario: t\nclusters:\n  - name: c\n    releases:\n      - name: app\n        namespace: shop\n"
           "        image: registry/app\n        history: [ { version: v1 } ]\n"
           "        versions: { broken: { crashes: true }, missing: { missing: true } }\n" +
           release;
}

QByteArray canary(const QByteArray &routing)
{
    return scenario("        routing: " + routing +
                    "\n        replicas: 4\n"
                    "        steps: [ { setWeight: 25 }, { pause: { duration: 2m } }, { setWeight: 50 }, { "
                    "pause: {} } ]\n");
}

QByteArray blueGreen()
{
    return scenario(
        "        type: blueGreen\n        replicas: 3\n        strategy: { scaleDownDelaySeconds: 120 }\n");
}

QString current(const WorldFixture &fixture)
{
    return text(fixture.rollout(), {"status", "currentPodHash"});
}

QString stable(const WorldFixture &fixture)
{
    return text(fixture.rollout(), {"status", "stableRS"});
}

} // namespace

class RolloutWorldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstVersionNeedsNoSteps();
    void canaryRunsItsSteps_data();
    void canaryRunsItsSteps();
    void pauseByHandHoldsTheSteps();
    void abortGivesTrafficBackAtOnce();
    void retryStartsAgain();
    void undoToStableSkipsSteps();
    void promoteFullSkipsSteps();
    void promotionSkipsWhatIsRunning();
    void missingImageTimesOut();
    void blueGreenCutsOver();
    void blueGreenAbortKeepsActive();
    void blueGreenFastRollback();
    void restartReplacesPods();
    void deletedPodIsReplaced();
    void deploymentRollsAndUndoes();
    void brokenDeploymentKeepsServing();
    void deletedRolloutTakesItsPods();
    void oddStatusHurtsNobody();
};

void RolloutWorldTest::firstVersionNeedsNoSteps()
{
    const WorldFixture fixture(canary("istio"));
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(current(fixture), stable(fixture));
    QCOMPARE(fixture.pods(stable(fixture)), 4);
    QCOMPARE(fixture.step(), 4);
    QCOMPARE(fixture.selected("app-stable"), stable(fixture));
    QCOMPARE(text(fixture.rollout(), {"status", "observedGeneration"}), QStringLiteral("1"));
}

void RolloutWorldTest::canaryRunsItsSteps_data()
{
    QTest::addColumn<QByteArray>("routing");
    QTest::newRow("by VirtualService") << QByteArray("istio");
    QTest::newRow("by pods") << QByteArray("pods");
}

void RolloutWorldTest::canaryRunsItsSteps()
{
    QFETCH(QByteArray, routing);
    const bool routed = routing == "istio";
    WorldFixture fixture(canary(routing));
    const QString before = stable(fixture);
    fixture.setImage(QStringLiteral("v2"));
    QCOMPARE(fixture.phase(), QStringLiteral("Progressing"));
    QCOMPARE(fixture.step(), 0);
    fixture.advance(30);
    QCOMPARE(fixture.step(), 1);
    QCOMPARE(fixture.phase(), QStringLiteral("Paused"));
    QCOMPARE(fixture.pods(current(fixture)), 1);
    QCOMPARE(fixture.pods(before), routed ? 4 : 3);
    if (routed)
        QCOMPARE(fixture.weight(), 25);
    fixture.advance(130);
    QCOMPARE(fixture.step(), 3);
    QCOMPARE(fixture.pods(current(fixture)), 2);
    fixture.advance(3600);
    QCOMPARE(fixture.step(), 3); // only a person ends this pause
    fixture.patch(R"({"status":{"pauseConditions":null}})");
    fixture.advance(60);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QVERIFY(stable(fixture) != before);
    QCOMPARE(fixture.pods(stable(fixture)), 4);
    QCOMPARE(fixture.pods(before), 0);
    QVERIFY(fixture.hasEvent("RolloutStepCompleted"));
    QVERIFY(fixture.hasEvent("RolloutCompleted"));
    QCOMPARE(text(fixture.rollout(), {"metadata", "annotations", "rollout.argoproj.io/revision"}),
             QStringLiteral("2"));
}

void RolloutWorldTest::pauseByHandHoldsTheSteps()
{
    WorldFixture fixture(canary("istio"));
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"spec":{"paused":true}})");
    fixture.advance(600);
    QCOMPARE(fixture.step(), 1);
    QCOMPARE(text(fixture.rollout(), {"status", "message"}), QStringLiteral("manually paused"));
    fixture.patch(R"({"spec":{"paused":false}})");
    fixture.advance(30);
    QCOMPARE(fixture.step(), 3);
}

void RolloutWorldTest::abortGivesTrafficBackAtOnce()
{
    WorldFixture fixture(canary("istio"));
    const QString before = stable(fixture);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    QCOMPARE(fixture.weight(), 25);
    fixture.patch(R"({"status":{"abort":true}})");
    QCOMPARE(fixture.weight(), 0);
    QCOMPARE(fixture.phase(), QStringLiteral("Degraded"));
    QVERIFY(text(fixture.rollout(), {"status", "message"}).startsWith(QStringLiteral("RolloutAborted: ")));
    QCOMPARE(fixture.step(), 0);
    QCOMPARE(fixture.pods(current(fixture)), 1); // kept for the delay
    fixture.advance(35);
    QCOMPARE(fixture.pods(current(fixture)), 0);
    QCOMPARE(fixture.pods(before), 4);
    QVERIFY(current(fixture) != before);
}

void RolloutWorldTest::retryStartsAgain()
{
    WorldFixture fixture(canary("istio"));
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"abort":true}})");
    fixture.advance(120);
    fixture.patch(R"({"status":{"abort":false}})");
    fixture.advance(30);
    QCOMPARE(fixture.step(), 1);
    QCOMPARE(fixture.weight(), 25);
    QCOMPARE(fixture.phase(), QStringLiteral("Paused"));
}

void RolloutWorldTest::undoToStableSkipsSteps()
{
    WorldFixture fixture(canary("istio"));
    const QString before = stable(fixture);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"abort":true}})");
    fixture.setImage(QStringLiteral("v1"));
    fixture.advance(1);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(current(fixture), before);
    QCOMPARE(fixture.step(), 4);
    QVERIFY(fixture.hasEvent("SkipSteps"));
    QVERIFY(!flag(fixture.rollout(), {"status", "abort"}));
    QCOMPARE(text(fixture.rollout(), {"metadata", "annotations", "rollout.argoproj.io/revision"}),
             QStringLiteral("3"));
}

void RolloutWorldTest::promoteFullSkipsSteps()
{
    WorldFixture fixture(canary("istio"));
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"promoteFull":true}})");
    QCOMPARE(fixture.weight(), 25); // until the new version can carry everything
    fixture.advance(15);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(stable(fixture), current(fixture));
    QVERIFY(!flag(fixture.rollout(), {"status", "promoteFull"}));
}

void RolloutWorldTest::promotionSkipsWhatIsRunning()
{
    WorldFixture fixture(canary("istio"));
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"pauseConditions":null,"controllerPause":false,"currentStepIndex":2}})");
    fixture.advance(15);
    QCOMPARE(fixture.step(), 3);
    QCOMPARE(fixture.weight(), 50);
}

void RolloutWorldTest::missingImageTimesOut()
{
    WorldFixture fixture(canary("istio"));
    const QString before = stable(fixture);
    fixture.setImage(QStringLiteral("missing"));
    fixture.advance(300);
    QCOMPARE(fixture.weight(), 0);
    QCOMPARE(fixture.phase(), QStringLiteral("Progressing"));
    fixture.advance(400);
    QCOMPARE(fixture.phase(), QStringLiteral("Degraded"));
    QVERIFY(text(fixture.rollout(), {"status", "message"})
                .startsWith(QStringLiteral("ProgressDeadlineExceeded")));
    QCOMPARE(fixture.pods(before), 4);
    for (const auto &pod : fixture.store.list(kinds::pods(), QStringLiteral("shop"))) {
        if (text(*pod, {"metadata", "labels", "rollouts-pod-template-hash"}) != before)
            QCOMPARE(text((*pod)["status"]["containerStatuses"][0], {"state", "waiting", "reason"}),
                     QStringLiteral("ImagePullBackOff"));
    }
}

void RolloutWorldTest::blueGreenCutsOver()
{
    WorldFixture fixture(blueGreen());
    const QString blue = stable(fixture);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    QCOMPARE(fixture.phase(), QStringLiteral("Paused"));
    QCOMPARE(text(fixture.rollout(), {"status", "message"}), QStringLiteral("BlueGreenPause"));
    QCOMPARE(fixture.selected("app-active"), blue);
    QCOMPARE(fixture.selected("app-preview"), current(fixture));
    fixture.patch(R"({"status":{"pauseConditions":null}})");
    QCOMPARE(fixture.selected("app-active"), current(fixture));
    QCOMPARE(stable(fixture), current(fixture));
    fixture.advance(60);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(fixture.pods(blue), 3); // the way back stays open for the delay
    fixture.advance(70);
    QCOMPARE(fixture.pods(blue), 0);
}

void RolloutWorldTest::blueGreenAbortKeepsActive()
{
    WorldFixture fixture(blueGreen());
    const QString blue = stable(fixture);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"abort":true}})");
    fixture.advance(40);
    QCOMPARE(fixture.selected("app-active"), blue);
    QCOMPARE(fixture.phase(), QStringLiteral("Degraded"));
    QCOMPARE(fixture.pods(current(fixture)), 0);
}

void RolloutWorldTest::blueGreenFastRollback()
{
    WorldFixture fixture(blueGreen());
    const QString blue = stable(fixture);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    fixture.patch(R"({"status":{"pauseConditions":null}})");
    fixture.advance(30);
    fixture.setImage(QStringLiteral("v1"));
    fixture.advance(1);
    QCOMPARE(fixture.selected("app-active"), blue);
    QCOMPARE(stable(fixture), blue);
}

void RolloutWorldTest::restartReplacesPods()
{
    WorldFixture fixture(canary("pods"));
    QStringList before;
    for (const auto &pod : fixture.store.list(kinds::pods(), QStringLiteral("shop")))
        before.append(text(*pod, {"metadata", "uid"}));
    const std::string when = stamp(fixture.clock.nowUtc());
    fixture.patch((R"({"spec":{"restartAt":")" + when + "\"}}").c_str());
    fixture.advance(120);
    QCOMPARE(text(fixture.rollout(), {"status", "restartedAt"}), QString::fromStdString(when));
    int left = 0;
    for (const auto &pod : fixture.store.list(kinds::pods(), QStringLiteral("shop")))
        left += before.contains(text(*pod, {"metadata", "uid"})) ? 1 : 0;
    QCOMPARE(left, 0);
    QCOMPARE(fixture.pods(stable(fixture)), 4);
}

void RolloutWorldTest::deletedPodIsReplaced()
{
    WorldFixture fixture(canary("pods"));
    const auto pods = fixture.store.list(kinds::pods(), QStringLiteral("shop"));
    const QString name = text(*pods.first(), {"metadata", "name"});
    QVERIFY(fixture.store.remove(kinds::pods(), QStringLiteral("shop"), name).has_value());
    fixture.advance(30);
    QCOMPARE(fixture.pods(stable(fixture)), 4);
    QVERIFY(!fixture.store.find(kinds::pods(), QStringLiteral("shop"), name));
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
}

void RolloutWorldTest::deploymentRollsAndUndoes()
{
    WorldFixture fixture(scenario("        kind: Deployment\n        replicas: 4\n"));
    const auto revision = [&] {
        return text(fixture.get(kinds::deployments(), "app"),
                    {"metadata", "annotations", "deployment.kubernetes.io/revision"});
    };
    fixture.setImage(QStringLiteral("v2"), kinds::deployments());
    fixture.advance(120);
    Json deployment = fixture.get(kinds::deployments(), "app");
    QCOMPARE(number(deployment, {"status", "updatedReplicas"}), 4);
    QCOMPARE(number(deployment, {"status", "replicas"}), 4);
    QCOMPARE(revision(), QStringLiteral("2"));
    fixture.setImage(QStringLiteral("v1"), kinds::deployments());
    fixture.advance(120);
    QCOMPARE(revision(), QStringLiteral("3"));
    QCOMPARE(fixture.store.list(kinds::replicaSets(), QStringLiteral("shop")).size(), 2);
    QVERIFY(fixture.hasEvent("ScalingReplicaSet"));
}

void RolloutWorldTest::brokenDeploymentKeepsServing()
{
    WorldFixture fixture(scenario("        kind: Deployment\n        replicas: 4\n"));
    fixture.setImage(QStringLiteral("broken"), kinds::deployments());
    fixture.advance(900);
    const Json deployment = fixture.get(kinds::deployments(), "app");
    QCOMPARE(number(deployment, {"status", "availableReplicas"}), 3); // 25 % may be missing
    bool exceeded = false;
    for (const Json &condition : deployment["status"]["conditions"])
        exceeded = exceeded || text(condition, {"reason"}) == QStringLiteral("ProgressDeadlineExceeded");
    QVERIFY(exceeded);
    int restarts = 0;
    for (const auto &pod : fixture.store.list(kinds::pods(), QStringLiteral("shop")))
        restarts = std::max(
            restarts, static_cast<int>(number((*pod)["status"]["containerStatuses"][0], {"restartCount"})));
    QVERIFY(restarts >= 3);
}

void RolloutWorldTest::deletedRolloutTakesItsPods()
{
    WorldFixture fixture(canary("istio"));
    QVERIFY(
        fixture.store.remove(kinds::rollouts(), QStringLiteral("shop"), QStringLiteral("app")).has_value());
    fixture.advance(5);
    QVERIFY(fixture.store.list(kinds::replicaSets(), QStringLiteral("shop")).isEmpty());
    QVERIFY(fixture.store.list(kinds::pods(), QStringLiteral("shop")).isEmpty());
}

void RolloutWorldTest::oddStatusHurtsNobody()
{
    WorldFixture fixture(canary("istio"));
    fixture.edit(kinds::rollouts(), [](Json &it) {
        it["status"]["canary"] = "text";
        it["status"]["pauseConditions"] = 7;
        it["status"]["conditions"] = Json::object();
        it["spec"]["strategy"]["canary"]["steps"] = Json::array({nullptr, 3, Json::object()});
    });
    fixture.advance(60);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(60);
    QVERIFY(!fixture.phase().isEmpty());
}

QTEST_GUILESS_MAIN(RolloutWorldTest)
#include "rolloutworld_test.moc"
