// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/clientrequests.h"
#include "tests/http/fixedcredentials.h"
#include "tests/support/wait.h"

#include <QTcpServer>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using http::HttpClient;
using http::Request;
using http::Response;

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOwnNameAndKeepsThePathPrefix()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        http::Endpoint endpoint = endpointOf(server);
        endpoint.base.setPath(QStringLiteral("/k8s/clusters/c-1/"));
        HttpClient client(endpoint, nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/api/v1/pods?labelSelector=a%3Db%2Fc"))));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("{}"));
        const Received request = server.received().first();
        QCOMPARE(request.target, QByteArray("/k8s/clusters/c-1/api/v1/pods?labelSelector=a%3Db%2Fc"));
        QCOMPARE(request.header("user-agent"), QByteArray("signalbox/" SIGNALBOX_VERSION));
        QVERIFY(!request.header("accept-encoding").isEmpty());
    }

    void compressionCanBeTurnedOff()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        http::Endpoint endpoint = endpointOf(server);
        endpoint.disableCompression = true;
        HttpClient client(endpoint, nullptr, quickLimits());
        QVERIFY(wait(client.send(get(QStringLiteral("/x")))).has_value());
        QCOMPARE(server.received().first().header("accept-encoding"), QByteArray("identity"));
    }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorLayer>("layer");
        QTest::newRow("redirect") << 302 << ErrorCode::Protocol << ErrorLayer::Protocol;
        QTest::newRow("bad request") << 400 << ErrorCode::Invalid << ErrorLayer::Http;
        QTest::newRow("no credentials") << 401 << ErrorCode::Unauthorised << ErrorLayer::Credentials;
        QTest::newRow("no right") << 403 << ErrorCode::Forbidden << ErrorLayer::Http;
        QTest::newRow("nothing there") << 404 << ErrorCode::NotFound << ErrorLayer::Http;
        QTest::newRow("changed") << 409 << ErrorCode::Conflict << ErrorLayer::Http;
        QTest::newRow("gone") << 410 << ErrorCode::Expired << ErrorLayer::Http;
        QTest::newRow("patch kind") << 415 << ErrorCode::UnsupportedMediaType << ErrorLayer::Http;
        QTest::newRow("invalid") << 422 << ErrorCode::Invalid << ErrorLayer::Http;
        QTest::newRow("throttled") << 429 << ErrorCode::RateLimited << ErrorLayer::Http;
        QTest::newRow("server") << 500 << ErrorCode::Server << ErrorLayer::Http;
        QTest::newRow("gateway") << 502 << ErrorCode::Server << ErrorLayer::Http;
    }

    void statuses()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        QFETCH(ErrorLayer, layer);
        LoopbackServer server;
        server.onRequest = [status](const Received &request) {
            request.answer(status, "<html><body><h1>Oh no</h1></body></html>", "text/html",
                           "Location: http://elsewhere.example/\r\n");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, code);
        QCOMPARE(answer.error().layer, layer);
        QCOMPARE(answer.error().httpStatus, status);
        QVERIFY(!answer.error().detail.contains(u'<'));
        QCOMPARE(server.received().size(), 1);
    }

    void errorReaderReadsTheBody()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(409, R"({"reason":"Conflict"})"); };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        client.setErrorReader([](const Response &response, Error &error) {
            error.reason = response.isJson() ? QStringLiteral("json") : QString();
            error.detail = QString::fromUtf8(response.body);
        });
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().reason, QStringLiteral("json"));
        QCOMPARE(answer.error().detail, QStringLiteral(R"({"reason":"Conflict"})"));
    }

    void htmlIsNotJson()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.answer(200, "<html>sign in</html>", "text/html");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        Request request = get(QStringLiteral("/x"));
        request.expectJson = true;
        const auto answer = wait(client.send(request));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, ErrorCode::Protocol);
        QVERIFY(answer.error().detail.contains(QStringLiteral("text/html")));
    }

    void refusedPortIsUnreachable()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        http::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(probe.serverPort()));
        endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        probe.close();
        HttpClient client(endpoint, nullptr, quickLimits());
        const auto read = wait(client.send(get(QStringLiteral("/x"))));
        QCOMPARE(read.error().code, ErrorCode::Unreachable);
        QCOMPARE(read.error().layer, ErrorLayer::Connection);
        QCOMPARE(read.error().subject, QStringLiteral("127.0.0.1:%1").arg(endpoint.base.port()));
        // Nothing listened, so the write certainly did not happen.
        const auto write = wait(client.send(patch(QStringLiteral("/x"))));
        QCOMPARE(write.error().code, ErrorCode::Unreachable);
    }

    void unknownHost()
    {
        http::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("http://no-such-host.invalid:8080"));
        endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        HttpClient client(endpoint, nullptr, quickLimits());
        const auto answer = wait(client.send(patch(QStringLiteral("/x"))));
        QCOMPARE(answer.error().code, ErrorCode::HostNotFound);
        QCOMPARE(answer.error().layer, ErrorLayer::NameLookup);
    }

    void badAddressIsAConfigurationError()
    {
        http::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("ftp://127.0.0.1/"));
        HttpClient client(endpoint, nullptr, quickLimits());
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QCOMPARE(answer.error().code, ErrorCode::BadConfiguration);
    }

    void writesCarryTheirBodyAndType()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(200, request.body); };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        const auto answer = wait(client.send(patch(QStringLiteral("/x"))));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->body, QByteArray(R"({"spec":{"paused":true}})"));
        QCOMPARE(server.received().first().method, QByteArray("PATCH"));
        QCOMPARE(server.received().first().header("content-type"),
                 QByteArray("application/merge-patch+json"));
    }

    void hugeBodiesStopAtTheLimit_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("Content-Length") << true;
        QTest::newRow("chunked") << false;
    }

    void hugeBodiesStopAtTheLimit()
    {
        QFETCH(bool, announced);
        LoopbackServer server;
        server.onRequest = [announced](const Received &request) {
            if (announced) {
                request.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                            "2147483648\r\n\r\n");
                request.raw(QByteArray(4096, ' '));
                return;
            }
            request.begin(200);
            for (int i = 0; i < 64; ++i) {
                request.chunk(QByteArray(64 * 1024, ' '));
            }
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        Request request = get(QStringLiteral("/x"));
        request.maxBytes = 1024 * 1024;
        const auto answer = wait(client.send(request));
        QCOMPARE(answer.error().code, ErrorCode::TooLarge);
    }

    void compressedBodies_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<bool>("fits");
        // 12 MB from 12 kB: above Qt's own guard of 10 MB at 40:1, below ours
        QTest::newRow("homogeneous objects") << qint64(16) * 1024 * 1024 << true;
        QTest::newRow("bomb") << qint64(1024 * 1024) << false;
    }

    void compressedBodies()
    {
        QFETCH(qint64, limit);
        QFETCH(bool, fits);
        const QByteArray plain(12 * 1024 * 1024, ' ');
        LoopbackServer server;
        server.onRequest = [&plain](const Received &request) {
            request.answer(200, qCompress(plain).mid(4), "application/json", "Content-Encoding: deflate\r\n");
        };
        HttpClient client(endpointOf(server), nullptr, quickLimits());
        Request request = get(QStringLiteral("/x"));
        request.maxBytes = limit;
        const auto answer = wait(client.send(request));
        QCOMPARE(answer.has_value(), fits);
        if (fits) {
            QCOMPARE(answer->body.size(), plain.size());
        } else {
            QCOMPARE(answer.error().code, ErrorCode::TooLarge);
        }
    }

    void deadProxyIsNamed_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("http") << static_cast<int>(QNetworkProxy::HttpProxy);
        QTest::newRow("socks5") << static_cast<int>(QNetworkProxy::Socks5Proxy);
    }

    void deadProxyIsNamed()
    {
        QFETCH(int, type);
        LoopbackServer server;
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 port = probe.serverPort();
        probe.close();
        http::Endpoint endpoint = endpointOf(server);
        endpoint.proxy =
            QNetworkProxy(static_cast<QNetworkProxy::ProxyType>(type), QStringLiteral("127.0.0.1"), port);
        http::Limits limits = quickLimits();
        limits.attempts = 1;
        HttpClient client(endpoint, nullptr, limits);
        const auto answer = wait(client.send(patch(QStringLiteral("/x"))));
        QVERIFY2(answer.error().code == ErrorCode::ProxyFailed, qPrintable(answer.error().detail));
        QVERIFY(server.received().isEmpty());
    }

    void truncatedBodyIsNotASuccess()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":");
            request.socket->disconnectFromHost();
        };
        http::Limits limits = quickLimits();
        limits.attempts = 1;
        HttpClient client(endpointOf(server), nullptr, limits);
        const auto answer = wait(client.send(get(QStringLiteral("/x"))));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
    }

    void notHttpAtAll()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.raw("SSH-2.0-OpenSSH_9.2\r\n");
            request.socket->disconnectFromHost();
        };
        http::Limits limits = quickLimits();
        limits.attempts = 1;
        HttpClient client(endpointOf(server), nullptr, limits);
        QVERIFY(!wait(client.send(get(QStringLiteral("/x")))).has_value());
    }

    void destroyedClientCancels()
    {
        LoopbackServer server;
        auto client = std::make_unique<HttpClient>(endpointOf(server), nullptr, quickLimits());
        auto read = client->send(get(QStringLiteral("/read")));
        auto write = client->send(patch(QStringLiteral("/write")));
        QTRY_COMPARE(server.received().size(), 2);
        client.reset();
        QVERIFY(read.isFinished());
        QCOMPARE(read.result().error().code, ErrorCode::Cancelled);
        QVERIFY(write.isFinished());
        QCOMPARE(write.result().error().code, ErrorCode::OutcomeUnknown);
    }

    void credentialFailureIsTheAnswer()
    {
        LoopbackServer server;
        FixedCredentials credentials;
        credentials.error = Error{
            ErrorCode::ConsentNeeded, ErrorLayer::Credentials, 0, {}, {}, QStringLiteral("idp-login"), {}};
        HttpClient client(endpointOf(server), &credentials, quickLimits());
        QCOMPARE(wait(client.send(get(QStringLiteral("/x")))).error().code, ErrorCode::ConsentNeeded);
        QVERIFY(server.received().isEmpty());
    }

    void credentialsStayAwayFromPlainHttp()
    {
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer secret";
        credentials.current.headers = {{"Impersonate-User", "jane"}};
        HttpClient client(endpointOf(server), &credentials, quickLimits());
        QVERIFY(wait(client.send(get(QStringLiteral("/x")))).has_value());
        QVERIFY(server.received().first().header("authorization").isEmpty());
        QVERIFY(server.received().first().header("impersonate-user").isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)

#include "httpclient_test.moc"
