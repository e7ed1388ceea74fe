// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/rowparsing.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace std::chrono_literals;

namespace
{

RolloutRow rolloutWithSteps(const QByteArray &steps)
{
    const auto row = parse<RolloutRow>(R"({"metadata":{"uid":"u"},"spec":{"strategy":{"canary":{"steps":)" +
                                       steps + "}}}}");
    return row.value_or(RolloutRow{});
}

} // namespace

/// Rollouts and their analysis as the server sends them.
class RolloutCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepKind_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<StepKind>("kind");
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("detail");
        const QStringList none;
        QTest::newRow("setWeight") << QByteArray(R"({"setWeight":20})") << StepKind::SetWeight << 20 << -1
                                   << none << QStringLiteral("setWeight: 20");
        QTest::newRow("pause") << QByteArray(R"({"pause":{}})") << StepKind::Pause << 0 << -1 << none
                               << QStringLiteral("pause");
        QTest::newRow("pause number") << QByteArray(R"({"pause":{"duration":30}})") << StepKind::Pause << 0
                                      << 30 << none << QStringLiteral("pause: 30");
        QTest::newRow("pause numeral") << QByteArray(R"({"pause":{"duration":"45"}})") << StepKind::Pause << 0
                                       << 45 << none << QStringLiteral("pause: 45");
        QTest::newRow("pause Go") << QByteArray(R"({"pause":{"duration":"1h30m"}})") << StepKind::Pause << 0
                                  << 5400 << none << QStringLiteral("pause: 1h30m");
        QTest::newRow("pause nonsense") << QByteArray(R"({"pause":{"duration":"soon"}})") << StepKind::Pause
                                        << 0 << -1 << none << QStringLiteral("pause: soon");
        QTest::newRow("scale weight")
            << QByteArray(R"({"setCanaryScale":{"weight":25}})") << StepKind::SetCanaryScale << 25 << -1
            << none << QStringLiteral("setCanaryScale{weight: 25}");
        QTest::newRow("scale replicas")
            << QByteArray(R"({"setCanaryScale":{"replicas":3}})") << StepKind::SetCanaryScale << 0 << -1
            << none << QStringLiteral("setCanaryScale{replicas: 3}");
        QTest::newRow("scale match") << QByteArray(R"({"setCanaryScale":{"matchTrafficWeight":true}})")
                                     << StepKind::SetCanaryScale << 0 << -1 << none
                                     << QStringLiteral("setCanaryScale{matchTrafficWeight: true}");
        QTest::newRow("analysis")
            << QByteArray(
                   R"({"analysis":{"templates":[{"templateName":"errors"},{"templateName":"p95","clusterScope":true}]}})")
            << StepKind::Analysis << 0 << -1 << QStringList{QStringLiteral("errors"), QStringLiteral("p95")}
            << QStringLiteral("analysis");
        QTest::newRow("experiment")
            << QByteArray(
                   R"({"experiment":{"duration":"5m","templates":[{"name":"base","specRef":"stable"}]}})")
            << StepKind::Experiment << 0 << -1 << QStringList{QStringLiteral("base")}
            << QStringLiteral("experiment");
        QTest::newRow("header") << QByteArray(
                                       R"({"setHeaderRoute":{"name":"beta","match":[{"headerName":"x"}]}})")
                                << StepKind::SetHeaderRoute << 0 << -1 << QStringList{QStringLiteral("beta")}
                                << QStringLiteral("setHeaderRoute: beta");
        QTest::newRow("mirror") << QByteArray(R"({"setMirrorRoute":{"percentage":10,"name":"m"}})")
                                << StepKind::SetMirrorRoute << 0 << -1 << QStringList{QStringLiteral("m")}
                                << QStringLiteral("setMirrorRoute: m");
        QTest::newRow("plugin") << QByteArray(R"({"plugin":{"name":"org/step","config":{"a":[1]}}})")
                                << StepKind::Plugin << 0 << -1 << QStringList{QStringLiteral("org/step")}
                                << QStringLiteral("plugin: org/step");
        QTest::newRow("unknown") << QByteArray(R"({"setMood":{"to":"sunny"}})") << StepKind::Unknown << 0
                                 << -1 << QStringList{QStringLiteral("setMood")} << QStringLiteral("setMood");
        QTest::newRow("null key first")
            << QByteArray(R"({"pause":null,"setWeight":5})") << StepKind::SetWeight << 5 << -1 << none
            << QStringLiteral("setWeight: 5");
        QTest::newRow("wrong type") << QByteArray(R"({"setWeight":{"a":1}})") << StepKind::SetWeight << 0
                                    << -1 << none << QStringLiteral("setWeight: 0");
        QTest::newRow("no object") << QByteArray("17") << StepKind::Unknown << 0 << -1 << none << QString();
    }

    void everyStepKind()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, seconds);
        const RolloutRow row = rolloutWithSteps("[" + json + R"(,{"setWeight":99}])");
        QCOMPARE(row.steps.size(), 2);
        const StepRow &step = row.steps.first();
        QTEST(step.kind, "kind");
        QTEST(step.weight, "weight");
        QTEST(step.names, "names");
        QTEST(step.detail, "detail");
        QCOMPARE(step.duration.has_value(), seconds >= 0);
        QCOMPARE(step.duration.value_or(0s).count(), std::max(0, seconds));
        QCOMPARE(row.steps.last().weight, 99);
    }

    void fourHundredSteps()
    {
        QByteArray steps = "[";
        for (int i = 0; i < 400; ++i) {
            steps += (i ? "," : "") + QByteArray(R"({"setWeight":)") + QByteArray::number(i % 100) + "}";
        }
        QCOMPARE(rolloutWithSteps(steps + "]").steps.size(), 400);
    }

    void canaryRollout()
    {
        const auto row = parse<RolloutRow>(
            R"({"metadata":{"uid":"u","generation":7,"annotations":{"rollout.argoproj.io/revision":"9"}},
          "spec":{"replicas":5,"paused":false,"restartAt":"2026-08-21T09:15:00Z","rollbackWindow":{"revisions":3},"progressDeadlineSeconds":90,
            "workloadRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"cart"},"selector":{"matchLabels":{"app":"cart"}},
            "strategy":{"blueGreen":null,"canary":{"canaryService":"cart-canary","stableService":"cart-stable","dynamicStableScale":true,
              "scaleDownDelaySeconds":60,"trafficRouting":{"maxTrafficWeight":200,"managedRoutes":[{"name":"x"}],"nginx":null,
                "istio":{"virtualServices":[{"name":"v1"},{"name":"v2"}],"virtualService":{"name":"v0"}},"plugins":{"argoproj-labs/gatewayAPI":{}}}}}},
          "status":{"phase":"Paused","message":"CanaryPauseStep","observedGeneration":"7","workloadObservedGeneration":"2","currentPodHash":"new",
            "stableRS":"old","currentStepIndex":1,"pauseConditions":[{"reason":"CanaryPauseStep","startTime":"2026-08-21T09:16:00Z"}],
            "controllerPause":true,"abort":false,"promoteFull":false,"replicas":6,"updatedReplicas":1,"readyReplicas":5,"availableReplicas":4,
            "canary":{"weights":{"canary":{"weight":20,"podTemplateHash":"new"},"stable":{"weight":80}},
              "currentStepAnalysisRunStatus":{"name":"ar1","status":"Running","message":"m"},"currentBackgroundAnalysisRunStatus":{"name":"ar2","status":"Failed"}}}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->strategy, RolloutStrategy::Canary);
        QCOMPARE(row->specReplicas, 5);
        QCOMPARE(row->restartAt, QStringLiteral("2026-08-21T09:15:00Z"));
        QCOMPARE(row->progressDeadline, 90s);
        QCOMPARE(row->workloadRefKind, QStringLiteral("Deployment"));
        QCOMPARE(row->workloadRefName, QStringLiteral("cart"));
        QCOMPARE(row->canaryService, QStringLiteral("cart-canary"));
        QCOMPARE(row->stableService, QStringLiteral("cart-stable"));
        QVERIFY(row->dynamicStableScale);
        QCOMPARE(row->scaleDownDelay, 60s);
        QVERIFY(row->hasTrafficRouting);
        QCOMPARE(row->trafficRouter, QStringLiteral("istio, argoproj-labs/gatewayAPI"));
        QCOMPARE(row->virtualServices,
                 (QStringList{QStringLiteral("v1"), QStringLiteral("v2"), QStringLiteral("v0")}));
        QCOMPARE(row->maxTrafficWeight, 200);
        QVERIFY(row->hasStatus);
        QCOMPARE(row->phase, QStringLiteral("Paused"));
        QCOMPARE(row->observedGeneration, QStringLiteral("7"));
        QCOMPARE(row->currentPodHash, QStringLiteral("new"));
        QCOMPARE(row->stableHash, QStringLiteral("old"));
        QCOMPARE(row->currentStepIndex, std::optional<int>(1));
        QCOMPARE(row->pauseConditions.size(), 1);
        QCOMPARE(row->pauseConditions.first().start, utc("2026-08-21T09:16:00Z"));
        QVERIFY(row->controllerPause);
        QCOMPARE(row->replicas, 6);
        QCOMPARE(row->updatedReplicas, 1);
        QCOMPARE(row->readyReplicas, 5);
        QCOMPARE(row->availableReplicas, 4);
        QCOMPARE(row->reportedCanaryWeight, std::optional<int>(20));
        QCOMPARE(row->stepAnalysis.name, QStringLiteral("ar1"));
        QCOMPARE(row->backgroundAnalysis.status, QStringLiteral("Failed"));
    }

    void blueGreenRollout()
    {
        const auto row = parse<RolloutRow>(
            R"({"metadata":{"uid":"u"},"spec":{"strategy":{"blueGreen":{"activeService":"a","previewService":"p",
            "autoPromotionEnabled":false,"autoPromotionSeconds":120,"scaleDownDelaySeconds":"45"}}},
            "status":{"blueGreen":{"activeSelector":"h1","previewSelector":"h2","prePromotionAnalysisRunStatus":{"name":"pre","status":"Running"},
            "postPromotionAnalysisRunStatus":{"name":"post","status":"Successful"}}}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->strategy, RolloutStrategy::BlueGreen);
        QCOMPARE(row->stableService, QStringLiteral("a"));
        QCOMPARE(row->canaryService, QStringLiteral("p"));
        QCOMPARE(row->autoPromotionEnabled, std::optional<bool>(false));
        QCOMPARE(row->autoPromotion, std::optional<std::chrono::seconds>(120s));
        QCOMPARE(row->scaleDownDelay, 45s);
        QCOMPARE(row->activeSelector, QStringLiteral("h1"));
        QCOMPARE(row->previewSelector, QStringLiteral("h2"));
        QCOMPARE(row->prePromotionAnalysis.name, QStringLiteral("pre"));
        QCOMPARE(row->postPromotionAnalysis.status, QStringLiteral("Successful"));
        QVERIFY(!row->currentStepIndex.has_value());
    }

    void rolloutWithoutStatus_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("absent") << QByteArray(R"({"metadata":{"uid":"u","name":"r"},"spec":{}})");
        QTest::newRow("null") << QByteArray(
            R"({"metadata":{"uid":"u","name":"r"},"spec":null,"status":null})");
        QTest::newRow("empty") << QByteArray(R"({"metadata":{"uid":"u","name":"r"},"status":{}})");
        QTest::newRow("wrong types") << QByteArray(
            R"({"metadata":{"uid":"u","name":"r","labels":7,"generation":"x"},"spec":[1],"status":"no"})");
    }

    void rolloutWithoutStatus()
    {
        QFETCH(QByteArray, json);
        const auto row = parse<RolloutRow>(json);
        QVERIFY(row.has_value());
        QVERIFY(!row->hasStatus);
        QCOMPARE(row->specReplicas, 1);
        QCOMPARE(row->strategy, RolloutStrategy::Unknown);
        QCOMPARE(row->meta.name, QStringLiteral("r"));
    }

    void wrongTypesKeepDefaults()
    {
        const auto row = parse<RolloutRow>(
            R"({"metadata":{"uid":"u"},"spec":{"replicas":"many","paused":"yes","strategy":{"canary":
            {"steps":{"a":1},"trafficRouting":[],"canaryService":{"x":1}}}},"status":{"phase":42,"currentStepIndex":"2","replicas":1e3,
            "conditions":{"type":"x"},"pauseConditions":null,"canary":[],"stableRS":null,"abort":1}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->specReplicas, 1);
        QVERIFY(!row->paused);
        QVERIFY(row->steps.isEmpty());
        QVERIFY(!row->hasTrafficRouting);
        QCOMPARE(row->phase, QStringLiteral("42"));
        QCOMPARE(row->currentStepIndex, std::optional<int>(2));
        QCOMPARE(row->replicas, 1000);
        QVERIFY(!row->abort);
        QVERIFY(row->stableHash.isEmpty());
    }

    void analysisRun()
    {
        const auto row = parse<AnalysisRunRow>(
            R"({"status":{"phase":"Failed","message":"why","startedAt":"2026-08-21T10:00:00Z","completedAt":"2026-08-21T10:02:00Z",
            "metricResults":[{"name":"errors","phase":"Failed","message":"x","count":3,"successful":1,"failed":2,"inconclusive":4,"error":5,"dryRun":true,
              "measurements":[{"phase":"Successful","value":"[0.01]","finishedAt":"2026-08-21T10:00:01Z"},{"phase":"Failed","value":"[0.07]","message":"m"}],
              "metadata":{"ResolvedPrometheusQuery":"sum(rate(x[2m])) * 1"}},{"name":"extra","phase":"Running"}]},
            "spec":{"terminate":true,"metrics":[{"name":"errors","successCondition":"result[0] < 0.05","failureCondition":"result[0] > 0.1","failureLimit":"2",
              "provider":{"prometheus":{"address":"p:9090","query":"sum(rate(x[{{args.w}}])) * 1"}}},{"name":"job","failureLimit":1,"provider":{"web":null,"job":{"spec":{}}}}]},
            "metadata":{"uid":"u","labels":{"rollout-type":"Step","rollouts-pod-template-hash":"abc"},"annotations":{"rollout.argoproj.io/revision":"4"}}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->phase, QStringLiteral("Failed"));
        QCOMPARE(row->rolloutType, QStringLiteral("Step"));
        QCOMPARE(row->revision, 4);
        QCOMPARE(row->podTemplateHash, QStringLiteral("abc"));
        QVERIFY(row->terminate);
        QCOMPARE(row->started, utc("2026-08-21T10:00:00Z"));
        QCOMPARE(row->metrics.size(), 3);
        const AnalysisMetricRow &errors = row->metrics.at(0);
        QCOMPARE(errors.name, QStringLiteral("errors"));
        QCOMPARE(errors.successCondition, QStringLiteral("result[0] < 0.05"));
        QCOMPARE(errors.failureLimit, QStringLiteral("2"));
        QCOMPARE(errors.provider, QStringLiteral("prometheus"));
        QCOMPARE(errors.query, QStringLiteral("sum(rate(x[2m])) * 1"));
        QCOMPARE(errors.count, 3);
        QCOMPARE(errors.successful, 1);
        QCOMPARE(errors.failed, 2);
        QCOMPARE(errors.inconclusive, 4);
        QCOMPARE(errors.error, 5);
        QVERIFY(errors.dryRun);
        QCOMPARE(errors.measurements.size(), 2);
        QCOMPARE(errors.measurements.last().value, QStringLiteral("[0.07]"));
        QCOMPARE(row->metrics.at(1).name, QStringLiteral("extra"));
        QCOMPARE(row->metrics.at(2).provider, QStringLiteral("job"));
        QCOMPARE(row->metrics.at(2).failureLimit, QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(RolloutCodecTest)

#include "rolloutcodec_test.moc"
