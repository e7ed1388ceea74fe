// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/fixedcredentials.h"
#include "tests/kubernetes/clusterledger.h"
#include "tests/kubernetes/clustermaker.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// Calls, reviews and the identity of a connection.
class KubernetesClusterCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        auto cluster = m_maker.clusterOf(api);
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
        auto cluster = m_maker.clusterOf(api);
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
        auto cluster = m_maker.clusterOf(api);
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
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
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
        auto cluster = m_maker.clusterOf(api, quickTimings(), std::move(credentials));
        ClusterLedger ledger(*cluster);
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
        auto cluster = m_maker.clusterOf(api, quickTimings(), std::move(credentials));
        ClusterLedger ledger(*cluster);
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
        auto cluster = m_maker.clusterOf(api);
        ClusterLedger ledger(*cluster);
        cluster->open({});
        QTRY_VERIFY(ledger.identity.has_value());
        QVERIFY(ledger.identity->user.isEmpty());
        QCOMPARE(ledger.identity->serverVersion, QStringLiteral("v1.31.2"));
        QCOMPARE(ledger.connection.last().freshness, Freshness::Live);
    }

private:
    ClusterMaker m_maker;
};

QTEST_GUILESS_MAIN(KubernetesClusterCallsTest)

#include "kubernetesclustercalls_test.moc"
