// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/analysiscontroller.h"
#include "tests/drill/worldfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::drill;

namespace
{

/// Answers with what the test says, at once.
class ScriptedSource final : public MetricSource
{
public:
    void query(const QString &expression, const QDateTime &at, Answer answer) override
    {
        expressions.append(expression);
        instants.append(at);
        answer(next);
    }
    Result<MetricAnswer> next = MetricAnswer{{}, {0.01}};
    QStringList expressions;
    QVector<QDateTime> instants;
};

QByteArray scenario(const QByteArray &steps, const QByteArray &more = {})
{
    return "scenario: t\nclusters:\n  - name: c\n    releases:\n      - name: app\n        namespace: shop\n"
           "        image: registry/app\n        history: [ { version: v1 } ]\n        replicas: 4\n"
           "        routing: istio\n        steps: " +
           steps + "\n" + more;
}

const QByteArray stepAnalysis = "[ { setWeight: 25 }, { analysis: { templates: [ { templateName: errors } ], "
                                "args: [ { name: hash, valueFrom: { podTemplateHashValue: Latest } } ] } }, "
                                "{ setWeight: 50 }, { pause: {} } ]";

Json errorsTemplate(const char *success, const char *failure)
{
    Json metric = {{"name", "errors"},
                   {"interval", "10s"},
                   {"count", 3},
                   {"failureLimit", 1},
                   {"successCondition", success},
                   {"provider", {{"prometheus", {{"query", "errors{hash=\"{{args.hash}}\"}"}}}}}};
    if (*failure)
        metric["failureCondition"] = failure;
    return {{"metadata", {{"name", "errors"}, {"namespace", "shop"}}},
            {"spec", {{"args", Json::array({{{"name", "hash"}}})}, {"metrics", Json::array({metric})}}}};
}

} // namespace

class AnalysisWorldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passingAnalysisMovesOn();
    void failingAnalysisAborts();
    void undecidedAnalysisAsksAPerson();
    void unreachableMetricsAbortWithAnError();
    void backgroundAnalysisEndsWithThePromotion();
    void terminatedRunEnds();
    void overdueMeasurementsAreTakenForTheirTime();
    void workloadReferenceFollowsTheDeployment();
    void autoscalerFollowsLoad();

private:
    static Json lastRun(const WorldFixture &fixture)
    {
        const auto runs = fixture.store.list(kinds::analysisRuns());
        return runs.isEmpty() ? Json() : *runs.last();
    }
};

void AnalysisWorldTest::passingAnalysisMovesOn()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", ""));
    ScriptedSource source;
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(20);
    QCOMPARE(fixture.step(), 1);
    QCOMPARE(text(lastRun(fixture), {"status", "phase"}), QStringLiteral("Running"));
    fixture.advance(40);
    QCOMPARE(fixture.step(), 3);
    const Json run = lastRun(fixture);
    QCOMPARE(text(run, {"status", "phase"}), QStringLiteral("Successful"));
    QCOMPARE(number(run["status"]["metricResults"][0], {"successful"}), 3);
    QCOMPARE(text(run, {"metadata", "labels", "rollout-type"}), QStringLiteral("Step"));
    const QString hash = text(fixture.rollout(), {"status", "currentPodHash"});
    QCOMPARE(source.expressions.first(), QStringLiteral("errors{hash=\"%1\"}").arg(hash));
    QCOMPARE(source.instants.at(0).secsTo(source.instants.at(1)), 10);
}

void AnalysisWorldTest::failingAnalysisAborts()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", ""));
    ScriptedSource source;
    source.next = MetricAnswer{{}, {0.2}};
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(60);
    QCOMPARE(fixture.phase(), QStringLiteral("Degraded"));
    QCOMPARE(fixture.weight(), 0);
    QVERIFY(text(fixture.rollout(), {"status", "message"})
                .contains(QStringLiteral("failed (2) > failureLimit (1)")));
    // A retry measures anew, under another name.
    const qsizetype before = fixture.store.list(kinds::analysisRuns()).size();
    source.next = MetricAnswer{{}, {0.01}};
    fixture.patch(R"({"status":{"abort":false}})");
    fixture.advance(120);
    QCOMPARE(fixture.store.list(kinds::analysisRuns()).size(), before + 1);
    QCOMPARE(fixture.step(), 3);
}

void AnalysisWorldTest::undecidedAnalysisAsksAPerson()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", "result[0] > 0.10"));
    ScriptedSource source;
    source.next = MetricAnswer{{}, {0.07}};
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(120);
    QCOMPARE(fixture.phase(), QStringLiteral("Paused"));
    QCOMPARE(text(fixture.rollout(), {"status", "message"}), QStringLiteral("InconclusiveAnalysisRun"));
    QCOMPARE(fixture.weight(), 25);
    fixture.patch(R"({"status":{"pauseConditions":null,"controllerPause":false,"currentStepIndex":2}})");
    fixture.advance(60);
    QCOMPARE(fixture.step(), 3);
    QCOMPARE(fixture.weight(), 50);
}

void AnalysisWorldTest::unreachableMetricsAbortWithAnError()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", ""));
    ScriptedSource source;
    source.next = failure(ErrorCode::Unreachable, ErrorLayer::Connection, QStringLiteral("refused"));
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(30);
    QCOMPARE(text(lastRun(fixture), {"status", "phase"}), QStringLiteral("Running")); // errors are retried
    fixture.advance(60);
    QCOMPARE(text(lastRun(fixture), {"status", "phase"}), QStringLiteral("Error"));
    QCOMPARE(fixture.phase(), QStringLiteral("Degraded"));
}

void AnalysisWorldTest::backgroundAnalysisEndsWithThePromotion()
{
    WorldFixture fixture(scenario("[ { setWeight: 25 }, { pause: {} } ]",
                                  "        strategy: { analysis: { templates: [ { templateName: errors } ], "
                                  "args: [ { name: hash, value: x } ] } }\n"));
    Json endless = errorsTemplate("result[0] < 0.05", "");
    endless["spec"]["metrics"][0].erase("count");
    fixture.create(kinds::analysisTemplates(), endless);
    ScriptedSource source;
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(300);
    QCOMPARE(text(fixture.rollout(), {"status", "canary", "currentBackgroundAnalysisRunStatus", "status"}),
             QStringLiteral("Running"));
    QVERIFY(source.instants.size() > 20);
    QVERIFY(lastRun(fixture)["status"]["metricResults"][0]["measurements"].size() <= 10);
    fixture.patch(R"({"status":{"pauseConditions":null}})");
    fixture.advance(30);
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(text(lastRun(fixture), {"status", "phase"}), QStringLiteral("Successful"));
    for (int version = 3; version < 10; ++version) { // only the last five ended runs are kept
        fixture.setImage(QStringLiteral("v%1").arg(version));
        fixture.advance(60);
        fixture.patch(R"({"status":{"pauseConditions":null}})");
        fixture.advance(60);
    }
    QCOMPARE(fixture.phase(), QStringLiteral("Healthy"));
    QCOMPARE(fixture.store.list(kinds::analysisRuns()).size(), 5);
}

void AnalysisWorldTest::terminatedRunEnds()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", ""));
    ScriptedSource source;
    fixture.world.analysis().setSource(&source);
    fixture.world.analysis().goLive();
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(20);
    const QString name = text(lastRun(fixture), {"metadata", "name"});
    QVERIFY(fixture.store
                .edit(kinds::analysisRuns(), QStringLiteral("shop"), name,
                      [](Json &it) { it["spec"]["terminate"] = true; })
                .has_value());
    fixture.advance(1);
    QCOMPARE(text(lastRun(fixture), {"status", "message"}), QStringLiteral("Run Terminated"));
    QVERIFY(fixture.step() >= 2);
}

void AnalysisWorldTest::overdueMeasurementsAreTakenForTheirTime()
{
    WorldFixture fixture(scenario(stepAnalysis));
    fixture.create(kinds::analysisTemplates(), errorsTemplate("result[0] < 0.05", ""));
    ScriptedSource source;
    fixture.world.analysis().setSource(&source);
    fixture.setImage(QStringLiteral("v2"));
    fixture.advance(600);
    QVERIFY(source.instants.isEmpty());
    const QDateTime started = instant(member(lastRun(fixture), {"status", "startedAt"}));
    fixture.world.analysis().goLive();
    fixture.advance(1);
    QCOMPARE(source.instants, (QVector<QDateTime>{started, started.addSecs(10), started.addSecs(20)}));
    QCOMPARE(text(lastRun(fixture), {"status", "phase"}), QStringLiteral("Successful"));
}

void AnalysisWorldTest::workloadReferenceFollowsTheDeployment()
{
    WorldFixture fixture(scenario("[ { setWeight: 25 }, { pause: {} } ]"));
    Json deployment = {
        {"metadata", {{"name", "base"}, {"namespace", "shop"}}},
        {"spec",
         {{"replicas", 0},
          {"selector", {{"matchLabels", {{"app", "base"}}}}},
          {"template",
           {{"metadata", {{"labels", {{"app", "base"}}}}},
            {"spec", {{"containers", Json::array({{{"name", "app"}, {"image", "registry/app:v1"}}})}}}}}}}};
    fixture.create(kinds::deployments(), deployment);
    const Json rollout = {
        {"metadata", {{"name", "follower"}, {"namespace", "shop"}}},
        {"spec",
         {{"replicas", 2},
          {"workloadRef", {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "base"}}},
          {"strategy",
           {{"canary", {{"steps", Json::array({{{"setWeight", 50}}, {{"pause", Json::object()}}})}}}}}}}};
    fixture.create(kinds::rollouts(), rollout);
    fixture.advance(30);
    QCOMPARE(fixture.phase("follower"), QStringLiteral("Healthy"));
    QVERIFY(fixture.store
                .edit(kinds::deployments(), QStringLiteral("shop"), QStringLiteral("base"),
                      [](Json &it) {
                          it["spec"]["template"]["spec"]["containers"][0]["image"] = "registry/app:v2";
                      })
                .has_value());
    fixture.advance(30);
    const Json after = fixture.rollout("follower");
    QCOMPARE(text(after, {"status", "phase"}), QStringLiteral("Paused"));
    QCOMPARE(text(after, {"status", "workloadObservedGeneration"}),
             text(after, {"metadata", "annotations", "rollout.argoproj.io/workload-generation"}));
    QVERIFY(text(after, {"status", "currentPodHash"}) != text(after, {"status", "stableRS"}));
}

void AnalysisWorldTest::autoscalerFollowsLoad()
{
    WorldFixture fixture(scenario("[]", "        traffic: { requests: 400 }\n"
                                        "        scaling: { min: 2, max: 9, cpu: 50 }\n"));
    for (int i = 0; i < 60; ++i) {
        fixture.world.flow(fixture.clock.nowUtc());
        fixture.advance(5);
    }
    const Json rollout = fixture.rollout();
    QVERIFY2(number(rollout, {"spec", "replicas"}) > 4,
             qPrintable(QString::number(number(rollout, {"spec", "replicas"}))));
    const Json autoscaler = fixture.get(kinds::autoscalers(), "app");
    QCOMPARE(number(autoscaler, {"status", "currentReplicas"}), number(rollout, {"spec", "replicas"}));
    QVERIFY(fixture.hasEvent("SuccessfulRescale"));
    QVERIFY(number(rollout, {"spec", "replicas"}) <= 9);
}

QTEST_GUILESS_MAIN(AnalysisWorldTest)
#include "analysisworld_test.moc"
