// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/staticcredentials.h"
#include "backends/prometheus/prometheusclient.h"
#include "tests/http/fixedcredentials.h"
#include "tests/http/loopbackserver.h"
#include "tests/http/testcertificates.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <utility>

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::prometheus;
using namespace std::chrono_literals;

namespace
{

/// Wall time stands still; steady time is the test's.
class SteppedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::milliseconds(now.load());
    }
    std::atomic<qint64> now{1000};
};

const QByteArray One =
    R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1787306400,"1"]}]}})";

QByteArray matrix(qint64 startSeconds, qint64 endSeconds)
{
    QByteArray values;
    for (qint64 second = startSeconds; second <= endSeconds; ++second) {
        values += (values.isEmpty() ? "" : ",") + QByteArray("[") + QByteArray::number(second) + ",\"1\"]";
    }
    return R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + values +
           "]}]}}";
}

/// Fields of a form, in a body or after a question mark.
QByteArray field(const Received &request, const QByteArray &name)
{
    const QByteArray form = request.method == "POST" ? request.body : request.target.split('?').value(1);
    for (const QByteArray &pair : form.split('&')) {
        if (pair.startsWith(name + '=')) {
            return QByteArray::fromPercentEncoding(pair.mid(name.size() + 1));
        }
    }
    return {};
}

} // namespace

/// The client against a server that does what real ones and the proxies before them do on bad days.
class PrometheusClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsAFormBelowTheBasePath();
    void badAnswersAreErrors_data();
    void badAnswersAreErrors();
    void partialAnswersAreMarked();
    void fallsBackToGet_data();
    void fallsBackToGet();
    void forbiddenStaysForbidden();
    void pausesAfterTooManyRequests();
    void identicalQueriesShareOneRequest();
    void fourAtATime();
    void cancelledQueriesLeaveTheQueue();
    void cancelledRequestsAreAborted();
    void oneWaiterMayLeave();
    void refreshAsksTheTail();
    void reportsItsState();
    void fulfilsEverythingWhenItEnds();
    void retriesABrokenConnectionOnce();
    void sendsHeadersAndCredentialsOverTls();
    void keepsCredentialsOffPlainHttp();
    void goesThroughTheServiceProxy();
    void refusesOddServiceNames_data();
    void refusesOddServiceNames();

private:
    void connectTo(const QString &path = {});

    SteppedClock m_clock;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<PrometheusClient> m_client;
};

void PrometheusClientTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_server->onRequest = [](const Received &request) { request.answer(200, One); };
    connectTo();
}

void PrometheusClientTest::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void PrometheusClientTest::connectTo(const QString &path)
{
    QUrl url = m_server->url();
    url.setPath(path);
    PrometheusConfig config;
    config.endpoint = makeEndpoint(url);
    config.endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    config.overlap = 10s;
    m_client = std::make_unique<PrometheusClient>(config, nullptr, m_clock);
}

void PrometheusClientTest::sendsAFormBelowTheBasePath()
{
    connectTo(QStringLiteral("/mimir/prometheus/"));
    const QString promql = QStringLiteral("sum(up{a=\"x&y=+%\"})");
    QVERIFY(wait(m_client->query(promql, QDateTime::fromMSecsSinceEpoch(1'787'306'400'123, Qt::UTC)))
                .has_value());
    const Received request = m_server->received().last();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/mimir/prometheus/api/v1/query"));
    QCOMPARE(request.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QVERIFY(request.header("user-agent").startsWith("signalbox/"));
    QCOMPARE(QString::fromUtf8(field(request, "query")), promql);
    QCOMPARE(field(request, "time"), QByteArray("1787306400.123"));
    QCOMPARE(field(request, "timeout"), QByteArray("20.000"));
}

void PrometheusClientTest::badAnswersAreErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("freshness");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code,
                        Freshness freshness) {
        QTest::newRow(name) << status << body
                            << QByteArray(body.startsWith('<') ? "text/html" : "application/json")
                            << static_cast<int>(code) << static_cast<int>(freshness);
    };
    const QByteArray html = "<html><h1>Sign in</h1></html>";
    row("sign-in page", 200, html, ErrorCode::Protocol, Freshness::Unreachable);
    row("HTML refusal", 403, html, ErrorCode::Forbidden, Freshness::NoPermission);
    row("HTML 401", 401, html, ErrorCode::Unauthorised, Freshness::NoPermission);
    row("gateway", 502, html, ErrorCode::Server, Freshness::Unreachable);
    row("proxy 503", 503, html, ErrorCode::Server, Freshness::Unreachable);
    row("redirect", 302, html, ErrorCode::Protocol, Freshness::Unreachable);
    row("query too slow", 503, R"({"status":"error","errorType":"timeout","error":"query timed out"})",
        ErrorCode::Timeout, Freshness::Live);
    row("bad query", 400, R"({"status":"error","errorType":"bad_data","error":"parse error"})",
        ErrorCode::Invalid, Freshness::Live);
    row("cannot execute", 422, R"({"status":"error","errorType":"execution","error":"many-to-many"})",
        ErrorCode::Invalid, Freshness::Live);
    row("error with 200", 200, R"({"status":"error","errorType":"internal","error":"x"})", ErrorCode::Server,
        Freshness::Live);
    row("cut-off JSON", 200, One.left(60), ErrorCode::Protocol, Freshness::Unreachable);
    row("invalid UTF-8", 200, "{\"status\":\"success\",\"data\":\"\xff\xfe\"}", ErrorCode::Protocol,
        Freshness::Unreachable);
}

void PrometheusClientTest::badAnswersAreErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, code);
    QFETCH(int, freshness);
    m_server->onRequest = [&](const Received &request) { request.answer(status, body, type); };
    QSignalSpy spy(m_client.get(), &MetricsApi::connectionChanged);
    const auto answer = wait(m_client->query(QStringLiteral("up"), {}));
    QVERIFY(!answer.has_value());
    QCOMPARE(static_cast<int>(answer.error().code), code);
    QVERIFY(!answer.error().detail.isEmpty());
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(static_cast<int>(spy.first().first().value<SourceState>().freshness), freshness);
}

void PrometheusClientTest::partialAnswersAreMarked()
{
    m_server->onRequest = [](const Received &request) {
        request.answer(200, QByteArray(One).replace(
                                R"("data")", R"("warnings":["store a is away"],"infos":["i"],"data")"));
    };
    const auto answer = wait(m_client->query(QStringLiteral("up"), {}));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->warnings, QStringList{QStringLiteral("store a is away")});
    QCOMPARE(answer->infos, QStringList{QStringLiteral("i")});
    QVERIFY(readSingle(*answer, m_clock.nowUtc(), 60s).problem == ValueProblem::Warnings);
}

void PrometheusClientTest::fallsBackToGet_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("403") << 403;
    QTest::newRow("405") << 405;
}

void PrometheusClientTest::fallsBackToGet()
{
    QFETCH(int, status);
    m_server->onRequest = [status](const Received &request) {
        request.answer(request.method == "GET" ? 200 : status,
                       request.method == "GET" ? One : QByteArray("no"));
    };
    QVERIFY(wait(m_client->query(QStringLiteral("up{a=\"&\"}"), {})).has_value());
    QCOMPARE(m_server->received().size(), 2);
    QCOMPARE(field(m_server->received().last(), "query"), QByteArray("up{a=\"&\"}"));
    QVERIFY(wait(m_client->query(QStringLiteral("down"), {})).has_value());
    QCOMPARE(m_server->received().size(), 3); // remembered
    QCOMPARE(m_server->received().last().method, QByteArray("GET"));
}

void PrometheusClientTest::forbiddenStaysForbidden()
{
    m_server->onRequest = [](const Received &request) {
        request.answer(403,
                       R"({"kind":"Status","reason":"Forbidden","message":"cannot create services/proxy"})");
    };
    const auto answer = wait(m_client->query(QStringLiteral("up"), {}));
    QVERIFY(answer.error().code == ErrorCode::Forbidden);
    QCOMPARE(answer.error().detail, QStringLiteral("cannot create services/proxy"));
    QCOMPARE(m_server->received().size(), 2);
}

void PrometheusClientTest::pausesAfterTooManyRequests()
{
    m_server->onRequest = [](const Received &request) {
        request.answer(429, "slow down", "text/plain", "Retry-After: 7\r\n");
    };
    const auto first = wait(m_client->query(QStringLiteral("up"), {}));
    QVERIFY(first.error().code == ErrorCode::RateLimited);
    QVERIFY(first.error().retryAfter == 7s);
    const auto second = wait(m_client->query(QStringLiteral("down"), {}));
    QVERIFY(second.error().code == ErrorCode::RateLimited);
    QVERIFY(!wait(m_client->alerts()).has_value());
    QCOMPARE(m_server->received().size(), 1);
    m_server->onRequest = [](const Received &request) { request.answer(200, One); };
    m_clock.now += 7000;
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
}

void PrometheusClientTest::identicalQueriesShareOneRequest()
{
    QVector<Received> open;
    m_server->onRequest = [&](const Received &request) { open.push_back(request); };
    auto first = m_client->query(QStringLiteral("up"), {});
    auto second = m_client->query(QStringLiteral("up"), {});
    auto other = m_client->query(QStringLiteral("down"), {});
    QTRY_COMPARE(open.size(), 2);
    for (const auto &request : open) {
        request.answer(200, One);
    }
    QVERIFY(wait(first).has_value() && wait(second).has_value() && wait(other).has_value());
    QCOMPARE(m_server->received().size(), 2);
    m_server->onRequest = [](const Received &request) { request.answer(200, One); };
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QCOMPARE(m_server->received().size(), 3); // shared, not cached
}

void PrometheusClientTest::fourAtATime()
{
    QVector<Received> open;
    int most = 0;
    m_server->onRequest = [&](const Received &request) {
        open.push_back(request);
        most = std::max(most, static_cast<int>(open.size()));
        if (open.size() == 4) {
            // All four slots are taken: let the event loop show whether a fifth comes.
            QTimer::singleShot(30, this, [&open] {
                for (const auto &each : std::exchange(open, {})) {
                    each.answer(200, One);
                }
            });
        }
    };
    QVector<QFuture<Result<QueryAnswer>>> queries;
    for (int i = 0; i < 12; ++i) {
        queries.push_back(m_client->query(QStringLiteral("q%1").arg(i), {}));
    }
    for (auto &query : queries) {
        QVERIFY(wait(query).has_value());
    }
    QCOMPARE(most, 4);
    QCOMPARE(m_server->received().size(), 12);
}

void PrometheusClientTest::cancelledQueriesLeaveTheQueue()
{
    QVector<Received> open;
    m_server->onRequest = [&](const Received &request) { open.push_back(request); };
    QVector<QFuture<Result<QueryAnswer>>> queries;
    for (int i = 0; i < 6; ++i) {
        queries.push_back(m_client->query(QStringLiteral("q%1").arg(i), {}));
    }
    QTRY_COMPARE(open.size(), 4);
    queries[4].cancel();
    m_server->onRequest = [](const Received &request) { request.answer(200, One); };
    for (const auto &request : open) {
        request.answer(200, One);
    }
    QVERIFY(wait(queries[5]).has_value());
    for (const auto &request : m_server->received()) {
        QVERIFY(field(request, "query") != "q4");
    }
}

void PrometheusClientTest::cancelledRequestsAreAborted()
{
    QVector<Received> open;
    m_server->onRequest = [&](const Received &request) { open.push_back(request); };
    QVector<QFuture<Result<QueryAnswer>>> queries;
    for (int i = 0; i < 5; ++i) {
        queries.push_back(m_client->query(QStringLiteral("q%1").arg(i), {}));
    }
    QTRY_COMPARE(open.size(), 4);
    QSignalSpy closed(open.first().socket, &QTcpSocket::disconnected);
    const QByteArray victim = field(open.first(), "query");
    queries[victim.right(1).toInt()].cancel();
    QTRY_COMPARE(closed.count(), 1);
    QTRY_COMPARE(open.size(), 5); // its place is free
    QCOMPARE(field(open.last(), "query"), QByteArray("q4"));
}

void PrometheusClientTest::oneWaiterMayLeave()
{
    QVector<Received> open;
    m_server->onRequest = [&](const Received &request) { open.push_back(request); };
    auto stays = m_client->query(QStringLiteral("up"), {});
    auto leaves = m_client->query(QStringLiteral("up"), {});
    QTRY_COMPARE(open.size(), 1);
    leaves.cancel();
    auto probe = m_client->query(QStringLiteral("probe"), {}); // arrives after the cancellation was seen
    QTRY_COMPARE(open.size(), 2);
    QVERIFY(open.first().socket);
    for (const auto &request : open) {
        request.answer(200, One);
    }
    QVERIFY(wait(stays).has_value());
    QVERIFY(wait(probe).has_value());
}

void PrometheusClientTest::refreshAsksTheTail()
{
    m_server->onRequest = [](const Received &request) {
        request.answer(200, matrix(field(request, "start").split('.').first().toLongLong(),
                                   field(request, "end").split('.').first().toLongLong()));
    };
    const QString up = QStringLiteral("up");
    QCOMPARE(wait(m_client->queryRange({up, 1'000'000, 1'100'000, 1000}))->series.first().samples.size(),
             101);
    const auto second = wait(m_client->queryRange({up, 1'005'000, 1'105'000, 1000}));
    QVERIFY(second.has_value());
    QCOMPARE(second->series.first().samples.size(), 101);
    QCOMPARE(qint64(second->series.first().samples.first().ms), qint64(1'005'000));
    QCOMPARE(field(m_server->received().last(), "start"), QByteArray("1090.000"));
    QCOMPARE(field(m_server->received().last(), "end"), QByteArray("1105.000"));
    QCOMPARE(field(m_server->received().last(), "step"), QByteArray("1.000"));
    m_server->onRequest = [](const Received &request) { request.answer(500, "{}"); };
    QVERIFY(!wait(m_client->queryRange({up, 1'010'000, 1'110'000, 1000})).has_value());
    QCOMPARE(field(m_server->received().last(), "start"), QByteArray("1095.000"));
}

void PrometheusClientTest::reportsItsState()
{
    QSignalSpy spy(m_client.get(), &MetricsApi::connectionChanged);
    QSignalSpy latency(m_client.get(), &MetricsApi::latencyMeasured);
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QTRY_COMPARE(latency.count(), 2);
    QCOMPARE(spy.count(), 1); // only changes
    QVERIFY(spy.last().first().value<SourceState>().freshness == Freshness::Live);
    m_server->closeConnections();
    m_server->close();
    QVERIFY(!wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QTRY_COMPARE(spy.count(), 2);
    const auto state = spy.last().first().value<SourceState>();
    QVERIFY(state.freshness == Freshness::Unreachable);
    QVERIFY(state.error->code == ErrorCode::Unreachable);
    QCOMPARE(state.since, m_clock.nowUtc());
}

void PrometheusClientTest::fulfilsEverythingWhenItEnds()
{
    m_server->onRequest = [](const Received &) {};
    QVector<QFuture<Result<QueryAnswer>>> queries;
    for (int i = 0; i < 7; ++i) {
        queries.push_back(m_client->query(QStringLiteral("q%1").arg(i), {}));
    }
    auto alerts = m_client->alerts();
    QTRY_COMPARE(m_server->received().size(), 4);
    auto unseen = m_client->query(QStringLiteral("unseen"), {});
    m_client.reset();
    queries.push_back(unseen);
    for (auto &query : queries) {
        QVERIFY(query.isFinished());
        QVERIFY(query.result().error().code == ErrorCode::Cancelled);
    }
    QVERIFY(alerts.isFinished());
    QVERIFY(alerts.result().error().code == ErrorCode::Cancelled);
}

void PrometheusClientTest::retriesABrokenConnectionOnce()
{
    m_server->onRequest = [this](const Received &request) {
        if (m_server->received().size() < 2) {
            request.reset();
        } else {
            request.answer(200, One);
        }
    };
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    m_server->onRequest = [](const Received &request) { request.reset(); };
    QVERIFY(!wait(m_client->query(QStringLiteral("up"), {})).has_value());
}

void PrometheusClientTest::sendsHeadersAndCredentialsOverTls()
{
    m_server = std::make_unique<LoopbackServer>(LoopbackServer::Identity::Good);
    m_server->onRequest = [](const Received &request) { request.answer(200, One); };
    PrometheusConfig config;
    config.endpoint = makeEndpoint(m_server->url(), QSslCertificate::fromData(QByteArray(AuthorityPem)));
    config.endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    config.headers = {{"X-Scope-OrgID", "team-a"}};
    http::StaticCredentials::Parts parts;
    parts.authorization = http::StaticCredentials::basic(QStringLiteral("user"), QStringLiteral("secret"));
    m_client =
        std::make_unique<PrometheusClient>(config, std::make_unique<http::StaticCredentials>(parts), m_clock);
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QCOMPARE(m_server->received().last().header("authorization"), parts.authorization);
    QCOMPARE(m_server->received().last().header("x-scope-orgid"), QByteArray("team-a"));
}

void PrometheusClientTest::keepsCredentialsOffPlainHttp()
{
    m_server->onRequest = [](const Received &request) { request.answer(401, "who are you"); };
    PrometheusConfig config;
    config.endpoint = makeEndpoint(m_server->url());
    config.endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    config.headers = {{"X-Scope-OrgID", "team-a"}, {"Authorization", "Bearer leaked"}};
    http::StaticCredentials::Parts parts;
    parts.authorization = http::StaticCredentials::bearer("secret");
    m_client =
        std::make_unique<PrometheusClient>(config, std::make_unique<http::StaticCredentials>(parts), m_clock);
    const auto answer = wait(m_client->query(QStringLiteral("up"), {}));
    QVERIFY(answer.error().code == ErrorCode::Unauthorised);
    QVERIFY(answer.error().detail.contains(QStringLiteral("only sent over https")));
    for (const auto &request : m_server->received()) {
        QVERIFY(request.header("authorization").isEmpty());
        QCOMPARE(request.header("x-scope-orgid"), QByteArray("team-a"));
    }
}

void PrometheusClientTest::goesThroughTheServiceProxy()
{
    http::Endpoint cluster = makeEndpoint(m_server->url());
    cluster.base.setPath(QStringLiteral("/k8s/clusters/c-1/"));
    cluster.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    PrometheusConfig config;
    config.endpoint = serviceProxyEndpoint(cluster, QStringLiteral("monitoring/prometheus-k8s:web")).value();
    config.title = QStringLiteral("service proxy monitoring/prometheus-k8s");
    m_client = std::make_unique<PrometheusClient>(config, nullptr, m_clock);
    QCOMPARE(m_client->endpoint(), config.title);
    QVERIFY(wait(m_client->query(QStringLiteral("up"), {})).has_value());
    QCOMPARE(
        m_server->received().last().target,
        QByteArray(
            "/k8s/clusters/c-1/api/v1/namespaces/monitoring/services/prometheus-k8s:web/proxy/api/v1/query"));
}

void PrometheusClientTest::refusesOddServiceNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"", "prometheus", "ns/", "/name:9090", "a/b/c", "ns/../../secrets", "ns/name:90 90", "NS/name:1"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void PrometheusClientTest::refusesOddServiceNames()
{
    QFETCH(QString, name);
    const auto endpoint = serviceProxyEndpoint(makeEndpoint(m_server->url()), name);
    QVERIFY(!endpoint.has_value());
    QVERIFY(endpoint.error().code == ErrorCode::BadConfiguration);
}

QTEST_GUILESS_MAIN(PrometheusClientTest)
#include "prometheusclient_test.moc"
