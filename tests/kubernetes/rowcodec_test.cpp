// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/objectparser.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace std::chrono_literals;

namespace
{

template <typename Row> std::optional<Row> parse(const QByteArray &json)
{
    ObjectParser parser;
    std::string padded = json.toStdString();
    padded.reserve(padded.size() + simdjson::SIMDJSON_PADDING);
    return parser.item<Row>(padded);
}

template <typename Row> std::optional<WatchEvent<Row>> parseEvent(const QByteArray &json)
{
    ObjectParser parser;
    std::string padded = json.toStdString();
    padded.reserve(padded.size() + simdjson::SIMDJSON_PADDING);
    return parser.event<Row>(padded);
}

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

RolloutRow rolloutWithSteps(const QByteArray &steps)
{
    const auto row = parse<RolloutRow>(R"({"metadata":{"uid":"u"},"spec":{"strategy":{"canary":{"steps":)" +
                                       steps + "}}}}");
    return row.value_or(RolloutRow{});
}

} // namespace

class RowCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metadataKeepsWhatTheConsoleKnows()
    {
        const auto row = parse<DeploymentRow>(R"({"metadata":{
            "managedFields":[{"manager":"kubectl","fieldsV1":{"f:spec":{}}}],
            "name":"cart","namespace":"shop","uid":"u-1","resourceVersion":"88","generation":4,
            "creationTimestamp":"2026-08-21T09:15:00Z","deletionTimestamp":"2026-08-21T10:00:00Z",
            "labels":{"app":"cart","n":7},
            "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{secret}","deployment.kubernetes.io/revision":"3"},
            "ownerReferences":[{"kind":"Other","uid":"no"},{"kind":"Rollout","uid":"ro-1","controller":true}]}})");
        QVERIFY(row.has_value());
        const ObjectMeta &meta = row->meta;
        QCOMPARE(meta.name, QStringLiteral("cart"));
        QCOMPARE(meta.namespaceName, QStringLiteral("shop"));
        QCOMPARE(meta.resourceVersion, QStringLiteral("88"));
        QCOMPARE(meta.generation, 4);
        QCOMPARE(meta.created, utc("2026-08-21T09:15:00Z"));
        QVERIFY(meta.deleting);
        QCOMPARE(meta.ownerUid, QStringLiteral("ro-1"));
        QCOMPARE(meta.ownerKind, QStringLiteral("Rollout"));
        QCOMPARE(meta.labels.value(QStringLiteral("app")), QStringLiteral("cart"));
        QCOMPARE(meta.labels.value(QStringLiteral("n")), QStringLiteral("7"));
        QCOMPARE(meta.annotations.size(), 1);
        QCOMPARE(meta.annotations.value(QStringLiteral("deployment.kubernetes.io/revision")),
                 QStringLiteral("3"));
    }

    void deployment()
    {
        const auto row =
            parse<DeploymentRow>(R"({"status":{"observedGeneration":2,"replicas":5,"updatedReplicas":2,
            "readyReplicas":4,"availableReplicas":3,"conditions":[{"type":"Progressing","status":"True",
            "reason":"ReplicaSetUpdated","message":"m","lastTransitionTime":"2026-08-21T09:15:00Z"}]},
            "spec":{"replicas":4,"paused":true,"progressDeadlineSeconds":120,"selector":{"matchLabels":{"app":"cart"}},
            "strategy":{"type":"Recreate"},"template":{"spec":{"containers":[{"name":"a","image":"r/a:1"},{"image":"r/b:2","name":"b"}]}}},
            "metadata":{"uid":"u"}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->specReplicas, 4);
        QVERIFY(row->paused);
        QCOMPARE(row->progressDeadlineSeconds, 120);
        QCOMPARE(row->observedGeneration, 2);
        QCOMPARE(row->replicas, 5);
        QCOMPARE(row->updatedReplicas, 2);
        QCOMPARE(row->readyReplicas, 4);
        QCOMPARE(row->availableReplicas, 3);
        QCOMPARE(row->selector.value(QStringLiteral("app")), QStringLiteral("cart"));
        QCOMPARE(row->images, (QVector<ContainerImage>{{QStringLiteral("a"), QStringLiteral("r/a:1")},
                                                       {QStringLiteral("b"), QStringLiteral("r/b:2")}}));
        QCOMPARE(row->conditions.size(), 1);
        QCOMPARE(row->conditions.first().reason, QStringLiteral("ReplicaSetUpdated"));
    }

    void replicaSetOfARollout()
    {
        const auto row = parse<ReplicaSetRow>(
            R"({"metadata":{"uid":"u","labels":{"pod-template-hash":"old","rollouts-pod-template-hash":"abc"},
            "annotations":{"rollout.argoproj.io/revision":"12","deployment.kubernetes.io/revision":"3",
            "scale-down-deadline":"2026-08-21T09:15:30Z"}},"spec":{"replicas":0,"template":{"spec":{"containers":[{"name":"a","image":"i"}]}}},
            "status":{"replicas":1,"observedGeneration":9}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->podTemplateHash, QStringLiteral("abc"));
        QCOMPARE(row->revision, 12);
        QCOMPARE(row->specReplicas, 0);
        QCOMPARE(row->replicas, 1);
        QCOMPARE(row->observedGeneration, 9);
        QCOMPARE(row->scaleDownDeadline, utc("2026-08-21T09:15:30Z"));
    }

    void pods_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("readyContainers");
        QTest::addColumn<int>("restarts");
        QTest::addColumn<bool>("ready");
        QTest::newRow("crash loop")
            << QByteArray(
                   R"({"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[
               {"ready":true,"restartCount":1,"state":{"running":{}}},
               {"ready":false,"restartCount":7,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"reason":"Error"}}}]})")
            << QStringLiteral("CrashLoopBackOff") << 1 << 8 << false;
        QTest::newRow("ready")
            << QByteArray(
                   R"({"phase":"Running","conditions":[{"type":"PodScheduled","status":"True"},{"type":"Ready","status":"True"}],
               "containerStatuses":[{"ready":true,"restartCount":0,"state":{"running":{}}}]})")
            << QString() << 1 << 0 << true;
        QTest::newRow("killed")
            << QByteArray(
                   R"({"phase":"Failed","containerStatuses":[{"ready":false,"restartCount":0,"state":{"terminated":{"reason":"OOMKilled"}}}]})")
            << QStringLiteral("OOMKilled") << 0 << 0 << false;
        QTest::newRow("evicted") << QByteArray(R"({"phase":"Failed","reason":"Evicted"})")
                                 << QStringLiteral("Evicted") << 0 << 0 << false;
        QTest::newRow("starting, image missing in an init container")
            << QByteArray(
                   R"({"phase":"Pending","initContainerStatuses":[{"ready":false,"restartCount":3,"state":{"waiting":{"reason":"ImagePullBackOff"}}}],
               "containerStatuses":[{"ready":false,"restartCount":0,"state":{"waiting":{"reason":"PodInitializing"}}}]})")
            << QStringLiteral("ImagePullBackOff") << 0 << 0 << false;
        QTest::newRow("starting")
            << QByteArray(
                   R"({"phase":"Pending","containerStatuses":[{"state":{"waiting":{"reason":"ContainerCreating"}}}]})")
            << QStringLiteral("ContainerCreating") << 0 << 0 << false;
        QTest::newRow("no status") << QByteArray("null") << QString() << 0 << 0 << false;
    }
    void pods()
    {
        QFETCH(QByteArray, status);
        const auto row = parse<PodRow>(
            R"({"metadata":{"uid":"u","name":"p","labels":{"pod-template-hash":"h","x":"y"}},"spec":{
            "nodeName":"n1","containers":[{"name":"a","image":"first"},{"name":"b","image":"second"}]},"status":)" +
            status + "}");
        QVERIFY(row.has_value());
        QTEST(row->reason, "reason");
        QTEST(row->readyContainers, "readyContainers");
        QTEST(row->restarts, "restarts");
        QTEST(row->ready, "ready");
        QCOMPARE(row->containers, 2);
        QCOMPARE(row->image, QStringLiteral("first"));
        QCOMPARE(row->node, QStringLiteral("n1"));
        QCOMPARE(row->podTemplateHash, QStringLiteral("h"));
        QVERIFY(row->meta.labels.isEmpty());
    }

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

    void autoscaler()
    {
        const auto row = parse<HpaRow>(
            R"({"metadata":{"uid":"u"},"spec":{"scaleTargetRef":{"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","name":"cart"},
            "minReplicas":2,"maxReplicas":10,"metrics":[{"type":"Resource"}]},"status":{"currentReplicas":10,"desiredReplicas":10,
            "lastScaleTime":"2026-08-21T10:00:00Z","conditions":[{"type":"ScalingLimited","status":"True","reason":"TooManyReplicas"}]}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->targetKind, QStringLiteral("Rollout"));
        QCOMPARE(row->targetName, QStringLiteral("cart"));
        QCOMPARE(row->minReplicas, 2);
        QCOMPARE(row->maxReplicas, 10);
        QCOMPARE(row->desiredReplicas, 10);
        QCOMPARE(row->conditions.first().reason, QStringLiteral("TooManyReplicas"));
    }

    void events_data()
    {
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<QDateTime>("first");
        QTest::addColumn<QDateTime>("last");
        QTest::addColumn<int>("count");
        const QDateTime created = utc("2026-08-21T08:00:00Z");
        QTest::newRow("old writers")
            << QByteArray(
                   R"("firstTimestamp":"2026-08-21T09:00:00Z","lastTimestamp":"2026-08-21T10:00:00Z","count":4,"eventTime":null)")
            << utc("2026-08-21T09:00:00Z") << utc("2026-08-21T10:00:00Z") << 4;
        QTest::newRow("series")
            << QByteArray(
                   R"("eventTime":"2026-08-21T09:00:00.123456Z","firstTimestamp":null,"series":{"count":9,"lastObservedTime":"2026-08-21T11:00:00.000000Z"})")
            << utc("2026-08-21T09:00:00.123Z") << utc("2026-08-21T11:00:00Z") << 9;
        QTest::newRow("single") << QByteArray(R"("eventTime":"2026-08-21T09:00:00.5Z")")
                                << utc("2026-08-21T09:00:00.500Z") << utc("2026-08-21T09:00:00.500Z") << 1;
        QTest::newRow("no times") << QByteArray(R"("x":1)") << created << created << 1;
    }
    void events()
    {
        QFETCH(QByteArray, times);
        const auto row = parse<EventRow>(
            R"({"metadata":{"uid":"u","creationTimestamp":"2026-08-21T08:00:00Z"},"involvedObject":{"kind":"Rollout",
            "namespace":"shop","name":"cart","uid":"ro"},"type":"Warning","reason":"RolloutAborted","message":"it was","source":{"component":"rollouts-controller"},)" +
            times + "}");
        QVERIFY(row.has_value());
        QTEST(row->first, "first");
        QTEST(row->last, "last");
        QTEST(row->count, "count");
        QCOMPARE(row->involvedKind, QStringLiteral("Rollout"));
        QCOMPARE(row->involvedUid, QStringLiteral("ro"));
        QCOMPARE(row->source, QStringLiteral("rollouts-controller"));
        QCOMPARE(row->type, QStringLiteral("Warning"));
    }

    void virtualService()
    {
        const auto row =
            parse<RouteRow>(R"({"metadata":{"uid":"u"},"spec":{"hosts":["cart","cart.example"],"http":[
            {"name":"beta","match":[{"headers":{"x-beta":{"exact":"1"}}}],"route":[{"destination":{"host":"cart-canary"}}]},
            {"name":"primary","match":[{"uri":{"prefix":"/"}}],"route":[{"destination":{"host":"cart-stable","subset":"s"},"weight":80},{"weight":20,"destination":{"host":"cart-canary"}}]},
            {"route":[{"destination":{"host":"a"}},{"destination":{"host":"b"},"weight":30}]}]}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->hosts, (QStringList{QStringLiteral("cart"), QStringLiteral("cart.example")}));
        QCOMPARE(row->rules.size(), 3);
        QVERIFY(row->rules.at(0).hasMatch);
        QCOMPARE(row->rules.at(0).destinations.first().weight, 100);
        QVERIFY(!row->rules.at(1).hasMatch);
        QCOMPARE(row->rules.at(1).name, QStringLiteral("primary"));
        QCOMPARE(row->rules.at(1).destinations.first().subset, QStringLiteral("s"));
        QCOMPARE(row->rules.at(1).destinations.last().weight, 20);
        QCOMPARE(row->rules.at(2).destinations.first().weight, 0);
    }

    void httpRoute()
    {
        const auto row = parse<RouteRow>(R"({"metadata":{"uid":"u"},"spec":{"hostnames":["h"],"rules":[
            {"matches":[{"path":{"type":"PathPrefix","value":"/"}}],"backendRefs":[{"name":"s","weight":90},{"name":"c"}]},
            {"matches":[{"path":{"type":"PathPrefix","value":"/x"}}],"backendRefs":[{"name":"s","weight":0}]},
            {"matches":[{"method":"GET","path":{"type":"PathPrefix","value":"/"}}]}]}})");
        QVERIFY(row.has_value());
        QCOMPARE(row->hosts, QStringList{QStringLiteral("h")});
        QVERIFY(!row->rules.at(0).hasMatch);
        QCOMPARE(row->rules.at(0).destinations.at(0).weight, 90);
        QCOMPARE(row->rules.at(0).destinations.at(1).weight, 1);
        QVERIFY(row->rules.at(1).hasMatch);
        QCOMPARE(row->rules.at(1).destinations.at(0).weight, 0);
        QVERIFY(row->rules.at(2).hasMatch);
    }

    void smallKinds()
    {
        const auto ns =
            parse<NamespaceRow>(R"({"metadata":{"uid":"u","name":"shop"},"status":{"phase":"Active"}})");
        QCOMPARE(ns->phase, QStringLiteral("Active"));
        const auto node = parse<NodeRow>(
            R"({"metadata":{"uid":"u"},"spec":{"unschedulable":true},"status":{"nodeInfo":{"kubeletVersion":"v1.31.0"},
            "conditions":[{"type":"MemoryPressure","status":"False"},{"type":"Ready","status":"True"}]}})");
        QVERIFY(node->ready);
        QVERIFY(node->unschedulable);
        QCOMPARE(node->kubeletVersion, QStringLiteral("v1.31.0"));
        const auto service = parse<ServiceRow>(
            R"({"metadata":{"uid":"u"},"spec":{"type":"ClusterIP","selector":{"app":"cart"}}})");
        QCOMPARE(service->type, QStringLiteral("ClusterIP"));
        QCOMPARE(service->selector.value(QStringLiteral("app")), QStringLiteral("cart"));
        const auto experiment =
            parse<ExperimentRow>(R"({"metadata":{"uid":"u"},"status":{"phase":"Running"}})");
        QCOMPARE(experiment->phase, QStringLiteral("Running"));
    }

    void hostileTexts()
    {
        const auto bad = parse<PodRow>("{\"metadata\":{\"uid\":\"u\",\"name\":\"a\xff\xfe"
                                       "b\"},\"status\":{\"phase\":\"Run\xc3ning\"}}");
        QVERIFY(bad.has_value());
        QCOMPARE(bad->meta.name.size(), 4);
        QVERIFY(bad->meta.name.contains(QChar::ReplacementCharacter));
        const auto surrogate = parse<PodRow>(R"({"metadata":{"uid":"u","name":"x\ud800y","namespace":"n"}})");
        QVERIFY(surrogate.has_value());
        QCOMPARE(surrogate->meta.namespaceName, QStringLiteral("n"));
        const auto bidi = parse<PodRow>("{\"metadata\":{\"uid\":\"u\",\"name\":\"\u202egnp.exe\\u0007\"}}");
        QCOMPARE(bidi->meta.name, QStringLiteral("\u202egnp.exe\x07"));
        const auto longText =
            parse<EventRow>("{\"metadata\":{\"uid\":\"u\"},\"message\":\"" + QByteArray(100000, 'x') + "\"}");
        QCOMPARE(longText->message.size(), 16384);
    }

    void brokenObjectsAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("scalar") << QByteArray("7");
        QTest::newRow("no uid") << QByteArray(R"({"metadata":{"name":"x"}})");
        QTest::newRow("cut") << QByteArray(
            R"({"metadata":{"uid":"u","name":"x"},"status":{"phase":"Ru","x")");
        QTest::newRow("no colon") << QByteArray(R"({"metadata" {"uid":"u"}})");
        QTest::newRow("html") << QByteArray("<html></html>");
    }
    void brokenObjectsAreNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!parse<PodRow>(json).has_value());
    }

    void watchEvents()
    {
        const auto added = parseEvent<PodRow>(
            R"({"type":"ADDED","object":{"metadata":{"uid":"u","resourceVersion":"5"},"status":{"phase":"Running"}}})");
        QCOMPARE(added->type, WatchEventType::Added);
        QCOMPARE(added->resourceVersion, QStringLiteral("5"));
        QCOMPARE(added->row.phase, QStringLiteral("Running"));
        const auto reversed = parseEvent<PodRow>(R"({"object":{"metadata":{"uid":"u"}}, "type":"DELETED"})");
        QCOMPARE(reversed->type, WatchEventType::Deleted);
        QCOMPARE(reversed->row.meta.uid, QStringLiteral("u"));
        const auto bookmark = parseEvent<PodRow>(
            R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"99","creationTimestamp":null}}})");
        QCOMPARE(bookmark->type, WatchEventType::Bookmark);
        QCOMPARE(bookmark->resourceVersion, QStringLiteral("99"));
        const auto error = parseEvent<PodRow>(
            R"({"type":"ERROR","object":{"kind":"Status","reason":"Expired","message":"too old","code":410}})");
        QCOMPARE(error->type, WatchEventType::Error);
        QCOMPARE(error->error->code, ErrorCode::Expired);
        QCOMPARE(error->error->detail, QStringLiteral("too old"));
        QCOMPARE(parseEvent<PodRow>(R"({"type":"NEWS","object":{}})")->type, WatchEventType::Unknown);
        QVERIFY(!parseEvent<PodRow>(R"({"type":"ADDED","object":{"metadata":{"uid":"u")").has_value());
    }

    void listMetadata()
    {
        ObjectParser parser;
        std::string padded = R"({"resourceVersion":"88121","continue":"eyJ2","remainingItemCount":112})";
        padded.reserve(padded.size() + simdjson::SIMDJSON_PADDING);
        const ListMeta meta = parser.listMeta(padded);
        QCOMPARE(meta.resourceVersion, QStringLiteral("88121"));
        QCOMPARE(meta.continueToken, QStringLiteral("eyJ2"));
        QCOMPARE(meta.remaining, 112);
    }
};

QTEST_GUILESS_MAIN(RowCodecTest)

#include "rowcodec_test.moc"
