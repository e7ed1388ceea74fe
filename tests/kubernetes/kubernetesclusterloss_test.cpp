// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/clusterledger.h"
#include "tests/kubernetes/clustermaker.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using kubernetes::Timings;

namespace
{

const QByteArray Deployments = "/apis/apps/v1/deployments";

} // namespace

/// What is shown of a cluster that breaks off, lies, refuses or lacks what is asked for.
class KubernetesClusterLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenWatchReconnectsAndSaysSo()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        api.watchesOf(Deployments).first().reset();
        const auto sawReconnecting = [&] {
            const auto &states = ledger.states[ResourceKind::Deployment];
            return std::any_of(states.begin(), states.end(), [](const SourceState &state) {
                return state.freshness == Freshness::Reconnecting && state.error && state.since.isValid() &&
                       state.nextRetry.isValid();
            });
        };
        QTRY_VERIFY(sawReconnecting());
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QCOMPARE(api.listsOf(Deployments).size(), 1); // resumed, not listed again
    }

    void vanishedServerIsNoticedAtOnceAndFoundAgain()
    {
        ApiScript api;
        Timings timings = quickTimings();
        timings.latency = 1h; // the broken watch alone must raise the alarm
        auto cluster = m_maker.clusterOf(api, timings);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        const quint16 port = api.server.serverPort();
        api.server.close();
        api.server.closeConnections();
        QTRY_COMPARE(ledger.connection.last().freshness, Freshness::Reconnecting);
        QCOMPARE(ledger.connection.last().error->code, ErrorCode::Unreachable);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Reconnecting);
        QVERIFY(api.server.listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(ledger.connection.last().freshness, Freshness::Live);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
    }

    void silentDeadWatchIsNoticed()
    {
        ApiScript api;
        bool dead = false;
        api.handle = [&dead](const Received &request) { return dead && request.path() == "/version"; };
        Timings timings = quickTimings();
        timings.silence = 60ms;
        timings.latency = 1h;
        auto cluster = m_maker.clusterOf(api, timings);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QTest::qWait(300); // quiet, but the server answers: the watch stays
        QCOMPARE(api.watchesOf(Deployments).size(), 1);
        QCOMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        dead = true;
        QTRY_VERIFY(ledger.freshness(ResourceKind::Deployment) == Freshness::Reconnecting ||
                    api.watchesOf(Deployments).size() > 1);
        dead = false;
        QTRY_VERIFY(api.watchesOf(Deployments).size() > 1);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
    }

    void listWithoutWatchPolls()
    {
        ApiScript api;
        int version = 0;
        api.handle = [&version](const Received &request) {
            if (request.path() != Deployments) {
                return false;
            }
            if (request.query("watch") == "true") {
                request.answer(
                    403, R"({"kind":"Status","reason":"Forbidden","message":"cannot watch","code":403})");
            } else {
                request.answer(200,
                               ApiScript::list("9", {ApiScript::object("a", QByteArray::number(++version))}));
            }
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Polling);
        QTRY_VERIFY(api.listsOf(Deployments).size() >= 3);
        QCOMPARE(api.watchesOf(Deployments).size(), 1);
        QTRY_VERIFY(ledger.rows.value(QStringLiteral("uid-a")).meta.resourceVersion.toInt() >= 3);
    }

    void forbiddenStopsAsking()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            if (request.path() != "/api/v1/nodes") {
                return false;
            }
            request.answer(
                403, R"({"kind":"Status","reason":"Forbidden","message":"no nodes for you","code":403})");
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Node});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Node), Freshness::NoPermission);
        QCOMPARE(ledger.states[ResourceKind::Node].last().error->detail, QStringLiteral("no nodes for you"));
        QTest::qWait(300);
        QCOMPARE(api.listsOf("/api/v1/nodes").size(), 1);
        api.handle = {};
        cluster->retryNow();
        QTRY_COMPARE(ledger.freshness(ResourceKind::Node), Freshness::Live);
    }

    void refusedClusterWideFallsBackToTheOwnNamespace()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            const bool wide = request.path() == Deployments || request.path() == "/api/v1/namespaces";
            if (wide) {
                request.answer(
                    403, R"({"kind":"Status","reason":"Forbidden","message":"not cluster-wide","code":403})");
            } else if (request.path() == "/apis/apps/v1/namespaces/shop/deployments" &&
                       request.query("watch") != "true") {
                request.answer(200, ApiScript::list("5", {ApiScript::object("mine", "1")}));
            } else {
                return false;
            }
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Namespace, ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(), QStringList{QStringLiteral("mine@1")});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QTRY_VERIFY(ledger.states[ResourceKind::Namespace].last().error.has_value());
        QTRY_COMPARE(ledger.states[ResourceKind::Namespace].last().error->reason,
                     QStringLiteral("NamespaceFallback"));
        QCOMPARE(ledger.states[ResourceKind::Namespace].last().error->subject, QStringLiteral("shop"));
    }

    void typedNamespacesAreWatchedOneByOne()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            if (request.query("watch") == "true" || !request.path().endsWith("/deployments")) {
                return false;
            }
            const QByteArray name = request.path().contains("/one/") ? "in-one" : "in-two";
            request.answer(200, ApiScript::list("5", {ApiScript::object(name, "1")}));
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->setNamespaces({QStringLiteral("one"), QStringLiteral("two")});
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(), (QStringList{QStringLiteral("in-one@1"), QStringLiteral("in-two@1")}));
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QVERIFY(api.listsOf(Deployments).isEmpty());
        cluster->setNamespaces({QStringLiteral("two")});
        QTRY_COMPARE(ledger.names(), QStringList{QStringLiteral("in-two@1")});
        QCOMPARE(ledger.resets, 2);
    }

    void missingCustomResourcesAreNormal()
    {
        ApiScript api;
        api.groups =
            R"({"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1"}]},
            {"name":"networking.istio.io","versions":[{"groupVersion":"networking.istio.io/v1beta1"}]}]})";
        api.resourceLists.insert(
            "/apis/networking.istio.io/v1beta1",
            R"({"kind":"APIResourceList","groupVersion":"networking.istio.io/v1beta1","resources":[{"name":"virtualservices","verbs":["list","watch"]}]})");
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open(
            {ResourceKind::Rollout, ResourceKind::VirtualService, ResourceKind::HorizontalPodAutoscaler});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Rollout), Freshness::NotInstalled);
        QTRY_COMPARE(ledger.freshness(ResourceKind::HorizontalPodAutoscaler), Freshness::NotInstalled);
        QTRY_COMPARE(ledger.freshness(ResourceKind::VirtualService), Freshness::Live);
        QVERIFY(!ledger.states[ResourceKind::Rollout].last().error.has_value());
        QVERIFY(!api.listsOf("/apis/networking.istio.io/v1beta1/virtualservices").isEmpty());
        QVERIFY(api.server.receivedFor("/apis/argoproj.io").isEmpty());
        // Installed later: found by the next discovery.
        api.groups =
            R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"argoproj.io"},"versions":[{"version":"v1alpha1",
            "resources":[{"resource":"rollouts","verbs":["list","watch"]}]}]}]})";
        cluster->retryNow();
        QTRY_COMPARE(ledger.freshness(ResourceKind::Rollout), Freshness::Live);
    }

    void htmlInsteadOfAnApi()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            request.answer(200, "<html>Please sign in</html>", "text/html");
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_VERIFY(!ledger.connection.isEmpty() && ledger.connection.last().error.has_value());
        QCOMPARE(ledger.connection.last().error->code, ErrorCode::Protocol);
        QVERIFY(ledger.rows.isEmpty());
    }

    void truncatedListIsNotTheTruth()
    {
        ApiScript api;
        int lists = 0;
        api.handle = [&lists](const Received &request) {
            if (request.path() != Deployments || request.query("watch") == "true") {
                return false;
            }
            const QByteArray whole =
                ApiScript::list("9", {ApiScript::object("a", "1"), ApiScript::object("b", "2")});
            ++lists == 2 ? request.answer(200, whole.left(whole.size() - 60)) : request.answer(200, whole);
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.rows.size(), 2);
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 1);
        api.watchesOf(Deployments)
            .first()
            .chunk(ApiScript::line("ERROR", R"({"kind":"Status","reason":"Gone","code":410})"));
        QTRY_VERIFY(lists >= 3);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QCOMPARE(ledger.rows.size(), 2); // "b" was never taken for deleted
    }

private:
    ClusterMaker m_maker;
};

QTEST_GUILESS_MAIN(KubernetesClusterLossTest)

#include "kubernetesclusterloss_test.moc"
