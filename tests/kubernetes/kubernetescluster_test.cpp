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

/// How lists and watches of a cluster become one truth.
class KubernetesClusterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDialledBeforeOpen()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        auto early = cluster->call(ApiCall{"PATCH", QStringLiteral("/x"), "application/json", "{}"}, false);
        QTRY_VERIFY(early.isFinished());
        QCOMPARE(early.result().error().code, ErrorCode::Cancelled);
        QCOMPARE(api.server.connections(), 0);
        cluster->open({ResourceKind::Namespace});
        QTRY_VERIFY(api.server.connections() > 0);
    }

    void listsInPagesThenWatches()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            if (request.path() != Deployments || request.query("watch") == "true") {
                return false;
            }
            request.query("continue").isEmpty()
                ? request.answer(
                      200, ApiScript::list("50", {ApiScript::object("a", "1"), ApiScript::object("b", "2")},
                                           "tok/1="))
                : request.answer(200, ApiScript::list("50", {ApiScript::object("c", "3")}));
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(),
                     (QStringList{QStringLiteral("a@1"), QStringLiteral("b@2"), QStringLiteral("c@3")}));
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QCOMPARE(ledger.resets, 1);
        const auto lists = api.listsOf(Deployments);
        QCOMPARE(lists.size(), 2);
        QCOMPARE(lists.first().query("limit"), QByteArray("2"));
        QVERIFY(lists.first().query("resourceVersion").isEmpty());
        QCOMPARE(lists.last().query("continue"), QByteArray("tok/1="));
        const Received watch = api.watchesOf(Deployments).first();
        QCOMPARE(watch.query("resourceVersion"), QByteArray("50"));
        QCOMPARE(watch.query("allowWatchBookmarks"), QByteArray("true"));
        QVERIFY(watch.query("timeoutSeconds").toInt() >= 300 && watch.query("timeoutSeconds").toInt() <= 600);
        QCOMPARE(watch.header("accept-encoding"), QByteArray("identity"));
        QCOMPARE(ledger.connection.last().freshness, Freshness::Live);
        QTRY_VERIFY(ledger.identity.has_value());
        QCOMPARE(ledger.identity->user, QStringLiteral("jane"));
        QCOMPARE(ledger.identity->serverVersion, QStringLiteral("v1.31.2"));
        QTRY_VERIFY(ledger.latencies >= 2);
    }

    void eventsAreAppliedAndAResumeStartsAtTheLastOne()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 1);
        const Received watch = api.watchesOf(Deployments).first();
        const QByteArray lines =
            ApiScript::line("ADDED", ApiScript::object("a", "101")) +
            ApiScript::line("ADDED", ApiScript::object("b", "102")) +
            ApiScript::line("MODIFIED", ApiScript::object("a", "103")) +
            ApiScript::line("DELETED", ApiScript::object("b", "104")) +
            R"({"type":"BOOKMARK","object":{"kind":"Deployment","metadata":{"resourceVersion":"110"}}})" +
            "\n";
        for (qsizetype i = 0; i < lines.size(); i += 37) {
            watch.chunk(lines.mid(i, 37));
        }
        QTRY_COMPARE(ledger.names(), QStringList{QStringLiteral("a@103")});
        watch.chunk("{\"type\":\"ADDED\",\"object\":{\"meta"); // cut off in the middle of a line
        watch.lastChunk();
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 2);
        QCOMPARE(api.watchesOf(Deployments).last().query("resourceVersion"), QByteArray("110"));
        QCOMPARE(api.listsOf(Deployments).size(), 1);
        QCOMPARE(ledger.names(), QStringList{QStringLiteral("a@103")});
    }

    void expiryRelists_data()
    {
        QTest::addColumn<bool>("asStatus");
        QTest::newRow("HTTP 410") << true;
        QTest::newRow("ERROR line") << false;
    }

    void expiryRelists()
    {
        QFETCH(bool, asStatus);
        ApiScript api;
        int watches = 0;
        int lists = 0;
        api.handle = [&](const Received &request) {
            if (request.path() != Deployments) {
                return false;
            }
            if (request.query("watch") != "true") {
                ++lists == 1 ? request.answer(200, ApiScript::list("50", {ApiScript::object("a", "1"),
                                                                          ApiScript::object("b", "2")}))
                             : request.answer(200, ApiScript::list("90", {ApiScript::object("b", "2"),
                                                                          ApiScript::object("c", "80")}));
                return true;
            }
            const QByteArray status =
                R"({"kind":"Status","status":"Failure","reason":"Expired","message":"too old","code":410})";
            if (++watches > 1) {
                return false;
            }
            if (asStatus) {
                request.answer(410, status);
            } else {
                request.begin(200);
                request.chunk(ApiScript::line("ERROR", status));
                request.lastChunk();
            }
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(), (QStringList{QStringLiteral("b@2"), QStringLiteral("c@80")}));
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QCOMPARE(ledger.resets, 1); // differences only, no flicker
        QCOMPARE(api.watchesOf(Deployments).last().query("resourceVersion"), QByteArray("90"));
    }

    void continueTokenExpiryRestartsTheList()
    {
        ApiScript api;
        int lists = 0;
        api.handle = [&](const Received &request) {
            if (request.path() != Deployments || request.query("watch") == "true") {
                return false;
            }
            switch (++lists) {
            case 1:
                request.answer(200, ApiScript::list("50", {ApiScript::object("gone", "1")}, "old"));
                break;
            case 2:
                request.answer(
                    410,
                    R"({"kind":"Status","reason":"Expired","code":410,"metadata":{"continue":"other"}})");
                break;
            default:
                request.answer(200, ApiScript::list("60", {ApiScript::object("here", "2")}));
            }
            return true;
        };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(), QStringList{QStringLiteral("here@2")});
        QCOMPARE(lists, 3);
    }

    void unreadableLineRelists()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 1);
        api.watchesOf(Deployments).first().chunk("{\"type\":\"ADDED\",\"object\":{\"metadata\" oops}}\n");
        QTRY_COMPARE(api.listsOf(Deployments).size(), 2);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
    }

    void kindsCanBeAddedAndDropped()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Service});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Service), Freshness::Live);
        QVERIFY(api.server.receivedFor("/api/v1/pods").isEmpty());
        cluster->watch(ResourceKind::Pod);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Pod), Freshness::Live);
        cluster->unwatch(ResourceKind::Pod);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Pod), Freshness::NeverLoaded);
        QTRY_VERIFY(!api.watchesOf("/api/v1/pods").last().socket);
    }

    void moreWatchesThanOneClientCarries()
    {
        ApiScript api;
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        QStringList namespaces;
        for (int i = 0; i < 15; ++i) {
            namespaces.append(QStringLiteral("ns-%1").arg(i));
        }
        cluster->setNamespaces(namespaces);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        // and commands do not queue behind them
        auto answer = cluster->get(QStringLiteral("/version"));
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().has_value());
    }

    void burstsAreCoalesced()
    {
        ApiScript api;
        Timings timings = quickTimings();
        timings.coalesce = 100ms;
        auto cluster = m_maker.clusterOf(api, timings);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        const Received watch = api.watchesOf(Deployments).first();
        const int before = ledger.deliveries;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 3000; ++i) {
            watch.chunk(ApiScript::line(
                "MODIFIED", ApiScript::object(QByteArray::number(i % 10), QByteArray::number(1000 + i))));
        }
        QTRY_COMPARE(ledger.rows.value(QStringLiteral("uid-9")).meta.resourceVersion, QStringLiteral("3999"));
        QCOMPARE(ledger.rows.size(), 10);
        QVERIFY(ledger.deliveries - before <= timer.elapsed() / 100 + 2);
    }

    void closeEndsEverything()
    {
        ApiScript api;
        api.handle = [](const Received &request) { return request.path() == "/slow"; };
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        auto slow = cluster->get(QStringLiteral("/slow"));
        QTRY_VERIFY(!api.server.receivedFor("/slow").isEmpty());
        cluster->close();
        QTRY_VERIFY(slow.isFinished());
        QCOMPARE(slow.result().error().code, ErrorCode::Cancelled);
        const int states = ledger.states[ResourceKind::Deployment].size();
        QTest::qWait(100);
        QCOMPARE(ledger.states[ResourceKind::Deployment].size(), states);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 2);
        auto pending = cluster->get(QStringLiteral("/slow"));
        cluster.reset();
        QVERIFY(pending.isFinished());
        QVERIFY(!pending.result().has_value());
    }

private:
    ClusterMaker m_maker;
};

QTEST_GUILESS_MAIN(KubernetesClusterTest)

#include "kubernetescluster_test.moc"
