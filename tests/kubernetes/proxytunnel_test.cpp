// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/httpclient.h"
#include "backends/kubernetes/endpointbuilder.h"
#include "tests/http/fixedcredentials.h"
#include "tests/http/loopbackserver.h"
#include "tests/http/proxyservers.h"
#include "tests/http/testcertificates.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using http::HttpClient;
using http::Request;
using Identity = LoopbackServer::Identity;

namespace
{

/// A name no resolver knows, so that only a proxy can lead to it. The certificate is for "localhost".
const QString farAway = QStringLiteral("https://cluster.invalid:6443");

kubernetes::ContextEntry entryFor(const QString &server, const QString &proxyUrl)
{
    kubernetes::ContextEntry entry;
    entry.name = QStringLiteral("far");
    entry.cluster.file = QStringLiteral("/etc/kubeconfig");
    entry.cluster.server = server;
    entry.cluster.tlsServerName = QStringLiteral("localhost");
    entry.cluster.certificateAuthorityData = AuthorityPem;
    entry.cluster.proxyUrl = proxyUrl;
    return entry;
}

std::unique_ptr<TestProxy> makeProxy(bool socks, quint16 target)
{
    if (socks) {
        return std::make_unique<SocksProxy>(target);
    }
    return std::make_unique<ConnectProxy>(target);
}

QString addressOf(bool socks, const TestProxy &proxy, const QString &login = {})
{
    return (socks ? QStringLiteral("socks5://") : QStringLiteral("http://")) +
           (login.isEmpty() ? QString() : login + QLatin1Char('@')) +
           QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort());
}

Request get()
{
    Request request;
    request.pathAndQuery = QStringLiteral("/version");
    return request;
}

http::ProxyEnvironment environmentOf(const QString &name, const QString &value)
{
    QProcessEnvironment environment;
    environment.insert(name, value);
    return http::ProxyEnvironment(environment);
}

} // namespace

/// proxy-url and the environment's proxies against proxies that work: traffic really goes through them.
class ProxyTunnelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trafficGoesThrough_data();
    void trafficGoesThrough();
    void passwordIsGiven_data() { kinds(); }
    void passwordIsGiven();
    void wrongPasswordIsNamed_data() { kinds(); }
    void wrongPasswordIsNamed();
    void proxyUrlHoldsForLoopbackToo_data() { kinds(); }
    void proxyUrlHoldsForLoopbackToo();
    void environmentIsUsed_data() { kinds(); }
    void environmentIsUsed();
    void proxyUrlOutranksTheEnvironment();
    void plainHttpGoesThrough();

private:
    static void kinds();
};

void ProxyTunnelTest::kinds()
{
    QTest::addColumn<bool>("socks");
    QTest::newRow("http") << false;
    QTest::newRow("socks5") << true;
}

void ProxyTunnelTest::trafficGoesThrough_data()
{
    QTest::addColumn<bool>("socks");
    QTest::addColumn<bool>("write");
    QTest::newRow("http, read") << false << false;
    QTest::newRow("http, write") << false << true;
    QTest::newRow("socks5, read") << true << false;
    QTest::newRow("socks5, write") << true << true;
}

void ProxyTunnelTest::trafficGoesThrough()
{
    QFETCH(bool, socks);
    QFETCH(bool, write);
    LoopbackServer server(Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, R"({"gitVersion":"v1"})"); };
    const auto proxy = makeProxy(socks, server.serverPort());
    const auto endpoint = kubernetes::makeEndpoint(entryFor(farAway, addressOf(socks, *proxy)));
    QVERIFY(endpoint);
    FixedCredentials credentials;
    credentials.current.authorization = "Bearer secret";
    HttpClient client(*endpoint, &credentials);
    Request request = get();
    if (write) {
        request.method = "PATCH";
        request.body = "{}";
        request.idempotent = false;
    }
    const auto answer = wait(client.send(request));
    QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->body, QByteArray(R"({"gitVersion":"v1"})"));
    // The proxy resolves the name, and sees no more than the name: the request is inside TLS.
    QCOMPARE(proxy->carried(), QVector<QByteArray>{"cluster.invalid:6443"});
    QVERIFY(proxy->bytesBack() > answer->body.size());
    QCOMPARE(server.received().size(), 1);
    QCOMPARE(server.received().first().header("authorization"), QByteArray("Bearer secret"));
    QVERIFY(server.received().first().header("proxy-authorization").isEmpty());
}

void ProxyTunnelTest::passwordIsGiven()
{
    QFETCH(bool, socks);
    LoopbackServer server(Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    const auto proxy = makeProxy(socks, server.serverPort());
    proxy->user = "us@er";
    proxy->password = "p:w";
    const auto endpoint = kubernetes::makeEndpoint(
        entryFor(farAway, addressOf(socks, *proxy, QStringLiteral("us%40er:p%3Aw"))));
    QVERIFY(endpoint);
    HttpClient client(*endpoint, nullptr);
    const auto answer = wait(client.send(get()));
    QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(proxy->carried(), QVector<QByteArray>{"cluster.invalid:6443"});
    QVERIFY(server.received().first().header("proxy-authorization").isEmpty());
}

void ProxyTunnelTest::wrongPasswordIsNamed()
{
    QFETCH(bool, socks);
    LoopbackServer server(Identity::Good);
    const auto proxy = makeProxy(socks, server.serverPort());
    proxy->user = "user";
    proxy->password = "right";
    const auto endpoint =
        kubernetes::makeEndpoint(entryFor(farAway, addressOf(socks, *proxy, QStringLiteral("user:hunter2"))));
    QVERIFY(endpoint);
    http::Limits limits;
    limits.attempts = 1;
    HttpClient client(*endpoint, nullptr, limits);
    const auto answer = wait(client.send(get()));
    QVERIFY(!answer.has_value());
    QVERIFY2(answer.error().code == ErrorCode::ProxyFailed, qPrintable(answer.error().detail));
    QCOMPARE(answer.error().layer, ErrorLayer::Connection);
    QVERIFY(!answer.error().detail.contains(QStringLiteral("hunter2")));
    QVERIFY(proxy->refusals() > 0);
    QVERIFY(proxy->carried().isEmpty());
    QVERIFY(server.received().isEmpty());
}

void ProxyTunnelTest::proxyUrlHoldsForLoopbackToo()
{
    QFETCH(bool, socks);
    LoopbackServer server(Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    const auto proxy = makeProxy(socks, server.serverPort());
    const auto endpoint =
        kubernetes::makeEndpoint(entryFor(server.url().toString(), addressOf(socks, *proxy)));
    HttpClient client(*endpoint, nullptr);
    QVERIFY(wait(client.send(get())).has_value());
    QCOMPARE(proxy->carried(), QVector<QByteArray>{"127.0.0.1:" + QByteArray::number(server.serverPort())});
}

void ProxyTunnelTest::environmentIsUsed()
{
    QFETCH(bool, socks);
    LoopbackServer server(Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    const auto proxy = makeProxy(socks, server.serverPort());
    const auto environment = environmentOf(QStringLiteral("HTTPS_PROXY"), addressOf(socks, *proxy));
    const auto endpoint = kubernetes::makeEndpoint(entryFor(farAway, {}), environment);
    HttpClient client(*endpoint, nullptr);
    QVERIFY(wait(client.send(get())).has_value());
    QCOMPARE(proxy->carried(), QVector<QByteArray>{"cluster.invalid:6443"});
    // A cluster on this machine is reached without it.
    const auto near = kubernetes::makeEndpoint(entryFor(server.url().toString(), {}), environment);
    HttpClient direct(*near, nullptr);
    QVERIFY(wait(direct.send(get())).has_value());
    QCOMPARE(proxy->carried().size(), 1);
    QCOMPARE(server.received().size(), 2);
}

void ProxyTunnelTest::proxyUrlOutranksTheEnvironment()
{
    LoopbackServer server(Identity::Good);
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    ConnectProxy named(server.serverPort());
    ConnectProxy ambient(server.serverPort());
    const auto endpoint =
        kubernetes::makeEndpoint(entryFor(farAway, addressOf(false, named)),
                                 environmentOf(QStringLiteral("HTTPS_PROXY"), addressOf(false, ambient)));
    HttpClient client(*endpoint, nullptr);
    QVERIFY(wait(client.send(get())).has_value());
    QCOMPARE(named.carried().size(), 1);
    QVERIFY(ambient.carried().isEmpty());
}

void ProxyTunnelTest::plainHttpGoesThrough()
{
    LoopbackServer server;
    server.onRequest = [](const Received &request) { request.answer(200, "{}"); };
    ConnectProxy proxy(server.serverPort());
    const auto endpoint =
        kubernetes::makeEndpoint(entryFor(QStringLiteral("http://prometheus.invalid:9090"), {}),
                                 environmentOf(QStringLiteral("HTTP_PROXY"), addressOf(false, proxy)));
    HttpClient client(*endpoint, nullptr);
    QVERIFY(wait(client.send(get())).has_value());
    QCOMPARE(proxy.carried(), QVector<QByteArray>{"prometheus.invalid:9090"});
    QCOMPARE(server.received().first().header("host"), QByteArray("prometheus.invalid:9090"));
}

QTEST_GUILESS_MAIN(ProxyTunnelTest)
#include "proxytunnel_test.moc"
