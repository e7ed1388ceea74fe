// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/httpclient.h"
#include "tests/http/fixedcredentials.h"
#include "tests/http/loopbackserver.h"
#include "tests/http/testcertificates.h"
#include "tests/support/wait.h"

#include <QSslSocket>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using http::HttpClient;
using http::Request;
using Identity = LoopbackServer::Identity;

Q_DECLARE_METATYPE(signalbox::test::LoopbackServer::Identity)

namespace
{

http::Endpoint endpointOf(const LoopbackServer &server, const char *authority = AuthorityPem)
{
    http::Endpoint endpoint;
    endpoint.base = server.url();
    endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    endpoint.caCertificates = QSslCertificate::fromData(QByteArray(authority));
    return endpoint;
}

Request get()
{
    Request request;
    request.pathAndQuery = QStringLiteral("/version");
    return request;
}

} // namespace

class HttpTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badCertificatesAreNamed_data()
    {
        QTest::addColumn<Identity>("identity");
        QTest::addColumn<bool>("knownAuthority");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("unknown authority") << Identity::Good << false << ErrorCode::TlsUntrusted;
        QTest::newRow("wrong host") << Identity::WrongHost << true << ErrorCode::TlsWrongHost;
        QTest::newRow("expired") << Identity::Expired << true << ErrorCode::TlsExpired;
    }
    void badCertificatesAreNamed()
    {
        QFETCH(Identity, identity);
        QFETCH(bool, knownAuthority);
        QFETCH(ErrorCode, code);
        LoopbackServer server(identity);
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer secret";
        HttpClient client(endpointOf(server, knownAuthority ? AuthorityPem : AnotherAuthorityPem),
                          &credentials);
        Request write = get();
        write.method = "PATCH";
        write.idempotent = false;
        for (const Request &request : {get(), write}) {
            const auto answer = wait(client.send(request));
            QVERIFY(!answer.has_value());
            QCOMPARE(answer.error().code, code);
            QCOMPARE(answer.error().layer, ErrorLayer::Tls);
            QVERIFY(!answer.error().detail.isEmpty());
        }
        QVERIFY(server.received().isEmpty());
    }

    void systemRootsDoNotKnowOurAuthority()
    {
        LoopbackServer server(Identity::Good);
        http::Endpoint endpoint = endpointOf(server);
        endpoint.caCertificates.clear();
        HttpClient client(endpoint, nullptr);
        QCOMPARE(wait(client.send(get())).error().code, ErrorCode::TlsUntrusted);
    }

    void goodCertificateCarriesCredentials()
    {
        LoopbackServer server(Identity::Good);
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer secret";
        credentials.current.headers = {
            {"Impersonate-User", "jane"}, {"Impersonate-Group", "dev"}, {"Impersonate-Group", "ops"}};
        HttpClient client(endpointOf(server), &credentials);
        QVERIFY(wait(client.send(get())).has_value());
        const Received request = server.received().first();
        QCOMPARE(request.header("authorization"), QByteArray("Bearer secret"));
        QCOMPARE(request.header("impersonate-user"), QByteArray("jane"));
        QVector<QByteArray> groups;
        for (const auto &[name, value] : request.headers) {
            if (name == "impersonate-group") {
                groups.append(value);
            }
        }
        QCOMPARE(groups, (QVector<QByteArray>{"dev", "ops"}));
    }

    void headerInjectionIsRefused()
    {
        LoopbackServer server(Identity::Good);
        FixedCredentials credentials;
        credentials.current.headers = {{"Impersonate-User", "jane\r\nImpersonate-Group: system:masters"}};
        HttpClient client(endpointOf(server), &credentials);
        QCOMPARE(wait(client.send(get())).error().code, ErrorCode::BadConfiguration);
        QVERIFY(server.received().isEmpty());
    }

    void otherServerNameIsVerifiedInstead()
    {
        LoopbackServer server(Identity::WrongHost);
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        http::Endpoint endpoint = endpointOf(server);
        endpoint.tlsServerName = QStringLiteral("elsewhere.example");
        HttpClient client(endpoint, nullptr);
        QVERIFY(wait(client.send(get())).has_value());
    }

    void insecureSkipsVerification()
    {
        LoopbackServer server(Identity::Expired);
        server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
        http::Endpoint endpoint = endpointOf(server, AnotherAuthorityPem);
        endpoint.insecureSkipVerify = true;
        HttpClient client(endpoint, nullptr);
        QVERIFY(wait(client.send(get())).has_value());
        // and only where it was asked for
        HttpClient strict(endpointOf(server, AnotherAuthorityPem), nullptr);
        QCOMPARE(wait(strict.send(get())).error().layer, ErrorLayer::Tls);
    }

    void clientCertificateIsShownToTheServer()
    {
        LoopbackServer server(Identity::Good);
        QString seen;
        server.onRequest = [&seen](const Received &request) {
            seen = qobject_cast<QSslSocket *>(request.socket.data())
                       ->peerCertificate()
                       .subjectInfo(QSslCertificate::CommonName)
                       .value(0);
            request.answer(200, "{}");
        };
        FixedCredentials credentials;
        credentials.current.clientCertificate = QSslCertificate::fromData(QByteArray(ClientCertificatePem));
        credentials.current.clientKey = QSslKey(QByteArray(ClientKeyPem), QSsl::Ec);
        HttpClient client(endpointOf(server), &credentials);
        QVERIFY(wait(client.send(get())).has_value());
        QCOMPARE(seen, QStringLiteral("someone"));
        // Another identity must not ride on the pooled connection of the first.
        credentials.current = {};
        QVERIFY(wait(client.send(get())).has_value());
        QCOMPARE(seen, QString());
    }

    void plainHttpBehindHttpsIsAHandshakeError()
    {
        LoopbackServer server(Identity::Plain);
        http::Endpoint endpoint = endpointOf(server);
        endpoint.base.setScheme(QStringLiteral("https"));
        http::Limits limits;
        limits.deadline = 1500ms;
        limits.attempts = 1;
        HttpClient client(endpoint, nullptr, limits);
        // The plain server waits for an end of headers that a TLS hello does not have: close it for the
        // client.
        QTimer::singleShot(300, &server, [&server] { server.closeConnections(); });
        const auto answer = wait(client.send(get()));
        QVERIFY(!answer.has_value());
        QVERIFY(answer.error().layer == ErrorLayer::Tls || answer.error().layer == ErrorLayer::Connection);
    }

    void unauthorisedRenewsOnceThenSucceeds()
    {
        LoopbackServer server(Identity::Good);
        server.onRequest = [](const Received &request) {
            request.header("authorization") == "Bearer new"
                ? request.answer(200, "{}")
                : request.answer(401, "{}", "application/json", "WWW-Authenticate: Bearer\r\n");
        };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer old";
        credentials.renewed.authorization = "Bearer new";
        HttpClient client(endpointOf(server), &credentials);
        Request write = get();
        write.method = "PATCH";
        write.body = "{}";
        write.idempotent = false;
        const auto answer = wait(client.send(write));
        QVERIFY(answer.has_value());
        QCOMPARE(credentials.renewals, 1);
        QCOMPARE(server.received().size(), 2);
        QCOMPARE(server.received().last().body, QByteArray("{}"));
    }

    void unauthorisedTwiceIsReported()
    {
        LoopbackServer server(Identity::Good);
        server.onRequest = [](const Received &request) { request.answer(401, "{}"); };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer old";
        HttpClient client(endpointOf(server), &credentials);
        const auto answer = wait(client.send(get()));
        QCOMPARE(answer.error().code, ErrorCode::Unauthorised);
        QCOMPARE(answer.error().layer, ErrorLayer::Credentials);
        QCOMPARE(credentials.renewals, 1);
        QCOMPARE(server.received().size(), 2);
    }

    void redirectsKeepTheTokenHome()
    {
        LoopbackServer thief;
        LoopbackServer server(Identity::Good);
        server.onRequest = [&thief](const Received &request) {
            request.answer(302, "", "text/plain", "Location: " + thief.url().toEncoded() + "/x\r\n");
        };
        FixedCredentials credentials;
        credentials.current.authorization = "Bearer secret";
        HttpClient client(endpointOf(server), &credentials);
        QCOMPARE(wait(client.send(get())).error().httpStatus, 302);
        QTest::qWait(50);
        QVERIFY(thief.received().isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpTlsTest)

#include "httptls_test.moc"
