// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubernetescluster.h"
#include "tests/http/fixedcredentials.h"
#include "tests/http/testcertificates.h"
#include "tests/kubernetes/apiscript.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using kubernetes::KubernetesCluster;
using kubernetes::Timings;

namespace
{

const QByteArray Deployments = "/apis/apps/v1/deployments";
const QByteArray Services = "/api/v1/services";

Timings quick()
{
    Timings timings;
    timings.firstBackoff = 20ms;
    timings.longestBackoff = 80ms;
    timings.silence = 10s;
    timings.probeLimit = 300ms;
    timings.poll = 60ms;
    timings.latency = 50ms;
    timings.coalesce = 20ms;
    timings.pageSize = 2;
    return timings;
}

/// What a store would know: the rows of Deployment by uid, and every state that was announced.
class Ledger : public QObject
{
    Q_OBJECT

public:
    explicit Ledger(KubernetesCluster &cluster)
    {
        connect(&cluster, &ClusterApi::changed, this, [this](const KindChanges &changes) {
            if (const auto *deployments = std::get_if<RowChanges<DeploymentRow>>(&changes)) {
                apply(*deployments);
            }
            seenKinds.append(kindOf(changes));
        });
        connect(&cluster, &ClusterApi::sourceChanged, this,
                [this](ResourceKind kind, const SourceState &state) { states[kind].append(state); });
        connect(&cluster, &ClusterApi::connectionChanged, this,
                [this](const SourceState &state) { connection.append(state); });
        connect(&cluster, &ClusterApi::identityKnown, this,
                [this](const ClusterIdentity &who) { identity = who; });
        connect(&cluster, &ClusterApi::latencyMeasured, this, [this] { ++latencies; });
    }

    [[nodiscard]] Freshness freshness(ResourceKind kind) const
    {
        return states.contains(kind) ? states[kind].last().freshness : Freshness::NeverLoaded;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (const DeploymentRow &row : rows) {
            list.append(row.meta.name + u'@' + row.meta.resourceVersion);
        }
        list.sort();
        return list;
    }

    QHash<QString, DeploymentRow> rows;
    QHash<ResourceKind, QVector<SourceState>> states;
    QVector<SourceState> connection;
    QVector<ResourceKind> seenKinds;
    std::optional<ClusterIdentity> identity;
    int resets = 0;
    int deliveries = 0;
    int latencies = 0;

private:
    void apply(const RowChanges<DeploymentRow> &changes)
    {
        ++deliveries;
        if (changes.reset) {
            ++resets;
            rows.clear();
        }
        for (const QString &uid : changes.removed) {
            rows.remove(uid);
        }
        for (const DeploymentRow &row : changes.upserted) {
            rows.insert(row.meta.uid, row);
        }
    }
};

} // namespace

class KubernetesClusterTest : public QObject
{
    Q_OBJECT

private:
    RealClock m_clock;

    static http::Endpoint endpointOf(const ApiScript &api)
    {
        http::Endpoint endpoint;
        endpoint.base = api.server.url();
        endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        endpoint.caCertificates = QSslCertificate::fromData(QByteArray(AuthorityPem));
        return endpoint;
    }
    static ClusterDescription description()
    {
        ClusterDescription text;
        text.id = ClusterId(QStringLiteral("test"));
        text.defaultNamespace = QStringLiteral("shop");
        return text;
    }
    std::unique_ptr<KubernetesCluster> clusterOf(const ApiScript &api, Timings timings = quick(),
                                                 std::unique_ptr<http::CredentialSource> credentials = {})
    {
        return std::make_unique<KubernetesCluster>(description(), endpointOf(api), std::move(credentials),
                                                   m_clock, timings);
    }

private Q_SLOTS:
    void nothingIsDialledBeforeOpen()
    {
        ApiScript api;
        auto cluster = clusterOf(api);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(ledger.names(), QStringList{QStringLiteral("here@2")});
        QCOMPARE(lists, 3);
    }

    void unreadableLineRelists()
    {
        ApiScript api;
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_COMPARE(api.watchesOf(Deployments).size(), 1);
        api.watchesOf(Deployments).first().chunk("{\"type\":\"ADDED\",\"object\":{\"metadata\" oops}}\n");
        QTRY_COMPARE(api.listsOf(Deployments).size(), 2);
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
    }

    void brokenWatchReconnectsAndSaysSo()
    {
        ApiScript api;
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        Timings timings = quick();
        timings.latency = 1h; // the broken watch alone must raise the alarm
        auto cluster = clusterOf(api, timings);
        Ledger ledger(*cluster);
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
        Timings timings = quick();
        timings.silence = 60ms;
        timings.latency = 1h;
        auto cluster = clusterOf(api, timings);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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

    void kindsCanBeAddedAndDropped()
    {
        ApiScript api;
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        Timings timings = quick();
        timings.coalesce = 100ms;
        auto cluster = clusterOf(api, timings);
        Ledger ledger(*cluster);
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

    void callsCarryDryRunAndManager()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            if (request.method != "PATCH") {
                return false;
            }
            request.answer(200, R"({"kind":"Rollout"})", "application/json",
                           "Warning: 299 - \"deprecated field\"\r\nAudit-Id: 77-a\r\n");
            return true;
        };
        auto cluster = clusterOf(api);
        cluster->open({});
        const ApiCall call{"PATCH",
                           QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/cart/status"),
                           "application/merge-patch+json", R"({"status":{"abort":true}})"};
        auto dry = cluster->call(call, true);
        QTRY_VERIFY(dry.isFinished());
        QVERIFY(dry.result().has_value());
        QCOMPARE(dry.result()->warnings, QStringList{QStringLiteral("deprecated field")});
        QCOMPARE(dry.result()->body, QByteArray(R"({"kind":"Rollout"})"));
        auto real = cluster->call(call, false);
        QTRY_VERIFY(real.isFinished());
        const auto sent = api.server.receivedFor("/apis/argoproj.io");
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.first().query("dryRun"), QByteArray("All"));
        QCOMPARE(sent.first().query("fieldManager"), QByteArray("signalbox"));
        QVERIFY(sent.last().query("dryRun").isEmpty());
        QCOMPARE(sent.last().body, call.body);
        QCOMPARE(sent.last().header("content-type"), QByteArray("application/merge-patch+json"));
    }

    void lostCallIsSentOnce()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            if (request.method == "PATCH") {
                request.reset();
            }
            return request.method == "PATCH";
        };
        auto cluster = clusterOf(api);
        cluster->open({});
        auto answer = cluster->call(
            ApiCall{"PATCH", QStringLiteral("/apis/x"), "application/json-patch+json", "[]"}, false);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::OutcomeUnknown);
        QTest::qWait(150);
        QCOMPARE(api.server.receivedFor("/apis/x").size(), 1);
    }

    void reviews_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Access>("access");
        QTest::newRow("allowed") << QByteArray(R"({"allowed":true})") << Access::Allowed;
        QTest::newRow("no opinion") << QByteArray(R"({"allowed":false})") << Access::Denied;
        QTest::newRow("denied") << QByteArray(R"({"allowed":true,"denied":true})") << Access::Denied;
    }
    void reviews()
    {
        QFETCH(QByteArray, status);
        QFETCH(Access, access);
        ApiScript api;
        QByteArray asked;
        api.handle = [&](const Received &request) {
            if (!request.path().endsWith("selfsubjectaccessreviews")) {
                return false;
            }
            asked = request.body;
            request.answer(201, "{\"status\":" + status + "}");
            return true;
        };
        auto cluster = clusterOf(api);
        cluster->open({});
        AccessQuery query;
        query.verb = QStringLiteral("patch");
        query.group = QStringLiteral("argoproj.io");
        query.resource = QStringLiteral("rollouts");
        query.subresource = QStringLiteral("status");
        query.namespaceName = QStringLiteral("shop");
        auto answer = cluster->review(query);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), Result<Access>(access));
        for (const char *part : {"\"verb\":\"patch\"", "\"group\":\"argoproj.io\"",
                                 "\"subresource\":\"status\"", "\"namespace\":\"shop\""}) {
            QVERIFY2(asked.contains(part), part);
        }
    }

    void connectionErrorsAreNamed()
    {
        ApiScript api(LoopbackServer::Identity::Expired);
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_VERIFY(!ledger.connection.isEmpty() && ledger.connection.last().error.has_value());
        QCOMPARE(ledger.connection.last().freshness, Freshness::Unreachable);
        QCOMPARE(ledger.connection.last().error->code, ErrorCode::TlsExpired);
        QVERIFY(ledger.connection.last().nextRetry.isValid());
        QVERIFY(ledger.states.isEmpty()); // one cause, told once
    }

    void expiredTokenIsNamedAndRecovers()
    {
        ApiScript api(LoopbackServer::Identity::Good);
        bool accept = false;
        api.handle = [&accept](const Received &request) {
            if (!accept) {
                request.answer(
                    401, R"({"kind":"Status","reason":"Unauthorized","message":"token expired","code":401})");
            }
            return !accept;
        };
        auto credentials = std::make_unique<FixedCredentials>();
        credentials->current.authorization = "Bearer t";
        auto cluster = clusterOf(api, quick(), std::move(credentials));
        Ledger ledger(*cluster);
        cluster->open({ResourceKind::Deployment});
        QTRY_VERIFY(!ledger.connection.isEmpty() && ledger.connection.last().error.has_value());
        QCOMPARE(ledger.connection.last().error->code, ErrorCode::Unauthorised);
        QCOMPARE(ledger.connection.last().error->layer, ErrorLayer::Credentials);
        accept = true;
        QTRY_COMPARE(ledger.freshness(ResourceKind::Deployment), Freshness::Live);
        QCOMPARE(ledger.connection.last().freshness, Freshness::Live);
    }

    void identityNamesTheImpersonatedUser()
    {
        ApiScript api(LoopbackServer::Identity::Good);
        auto credentials = std::make_unique<FixedCredentials>();
        credentials->current.authorization = "Bearer t";
        credentials->current.headers = {{"Impersonate-User", "deploy-bot"}};
        auto cluster = clusterOf(api, quick(), std::move(credentials));
        Ledger ledger(*cluster);
        cluster->open({});
        QTRY_VERIFY(ledger.identity.has_value());
        QCOMPARE(ledger.identity->actingAs, QStringLiteral("deploy-bot"));
        QCOMPARE(ledger.identity->groups, QStringList{QStringLiteral("dev")});
        QCOMPARE(api.server.received().first().header("impersonate-user"), QByteArray("deploy-bot"));
    }

    void oldServersKnowNoIdentity()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            const bool isReview = request.path().endsWith("selfsubjectreviews");
            if (isReview) {
                request.answer(404, "404 page not found", "text/plain");
            }
            return isReview;
        };
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
        cluster->open({});
        QTRY_VERIFY(ledger.identity.has_value());
        QVERIFY(ledger.identity->user.isEmpty());
        QCOMPARE(ledger.identity->serverVersion, QStringLiteral("v1.31.2"));
        QCOMPARE(ledger.connection.last().freshness, Freshness::Live);
    }

    void htmlInsteadOfAnApi()
    {
        ApiScript api;
        api.handle = [](const Received &request) {
            request.answer(200, "<html>Please sign in</html>", "text/html");
            return true;
        };
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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

    void closeEndsEverything()
    {
        ApiScript api;
        api.handle = [](const Received &request) { return request.path() == "/slow"; };
        auto cluster = clusterOf(api);
        Ledger ledger(*cluster);
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
};

QTEST_GUILESS_MAIN(KubernetesClusterTest)

#include "kubernetescluster_test.moc"
