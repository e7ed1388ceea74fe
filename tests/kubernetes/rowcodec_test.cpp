// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/rowparsing.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

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
