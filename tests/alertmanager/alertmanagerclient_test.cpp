// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/alertmanager/alertmanagerclient.h"
#include "backends/alertmanager/alertparser.h"
#include "tests/http/loopbackserver.h"
#include "tests/prometheus/childserver.h"
#include "tests/support/wait.h"
#include "tests/support/wallclock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::alertmanager;
using namespace std::chrono_literals;

namespace
{

/// Status of a POST, 0 if it did not get through. Only the tests write to an Alertmanager.
int post(const QUrl &url, const QByteArray &body)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 5000)) {
        return 0;
    }
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

AlertmanagerConfig configFor(const QUrl &url)
{
    AlertmanagerConfig config;
    config.endpoint.base = url;
    config.endpoint.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return config;
}

} // namespace

class AlertmanagerClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAlerts();
    void refusesRubbish_data();
    void refusesRubbish();
    void refusesStatusesThatAreNone();
    void readsErrorBodies_data();
    void readsErrorBodies();
    void reportsItsState();
    void fulfilsEverythingWhenItEnds();
    void realAlertmanager();

private:
    WallClock m_clock;
};

void AlertmanagerClientTest::readsAlerts()
{
    const auto alerts = parseAlerts(R"([
        {"labels":{"alertname":"Old"},"annotations":{},"startsAt":"2026-08-21T09:00:00.000Z","fingerprint":"f1",
         "status":{"state":"dreaming","silencedBy":null,"inhibitedBy":[]}},
        {"labels":{"alertname":"HighErrors","namespace":"shop"},"annotations":{"summary":"5xx"},
         "startsAt":"2026-08-21T12:00:00.123+02:00","endsAt":"2026-08-21T10:10:00.000Z","updatedAt":"2026-08-21T10:05:00.000Z",
         "fingerprint":"a1b2","status":{"state":"suppressed","silencedBy":["6e1f"],"inhibitedBy":["x"],"mutedBy":[]}}])");
    QVERIFY(alerts.has_value());
    QCOMPARE(alerts->size(), 2);
    Alert expected;
    expected.fingerprint = QStringLiteral("a1b2");
    expected.labels = {{QStringLiteral("alertname"), QStringLiteral("HighErrors")},
                       {QStringLiteral("namespace"), QStringLiteral("shop")}};
    expected.annotations = {{QStringLiteral("summary"), QStringLiteral("5xx")}};
    expected.startsAt = QDateTime({2026, 8, 21}, {10, 0, 0, 123}, Qt::UTC);
    expected.updatedAt = QDateTime({2026, 8, 21}, {10, 5}, Qt::UTC);
    expected.state = AlertState::Suppressed;
    expected.silencedBy = QStringList{QStringLiteral("6e1f")};
    expected.inhibitedBy = QStringList{QStringLiteral("x")};
    QVERIFY(alerts->first() == expected);
    QVERIFY(alerts->last().state == AlertState::Unknown);
    QVERIFY(parseAlerts("[]")->isEmpty());
}

void AlertmanagerClientTest::refusesRubbish_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html>");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("cut off") << QByteArray(R"([{"labels":{"a":"b"},"fing)");
    QTest::newRow("no labels") << QByteArray(R"([{"fingerprint":"f"}])");
    QTest::newRow("no fingerprint") << QByteArray(R"([{"labels":{}}])");
    QTest::newRow("a number") << QByteArray("[7]");
    QTest::newRow("invalid UTF-8") << QByteArray("[{\"labels\":{\"a\":\"\xff\"},\"fingerprint\":\"f\"}]");
    QTest::newRow("deep") << QByteArray(200000, '[');
}

void AlertmanagerClientTest::refusesRubbish()
{
    QFETCH(QByteArray, body);
    const auto alerts = parseAlerts(body);
    QVERIFY(!alerts.has_value());
    QVERIFY(alerts.error().code == ErrorCode::Protocol);
    QVERIFY(alerts.error().detail.size() < 300);
}

void AlertmanagerClientTest::refusesStatusesThatAreNone()
{
    const QByteArray status = R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"}})";
    QVERIFY(parseStatus(status, R"([{"name":"pager"}])").has_value());
    for (const char *receivers : {"", "{}", "[7]", "[{}]", R"([{"name":7}])"}) {
        QVERIFY2(!parseStatus(status, receivers), receivers);
    }
    for (const char *body : {"", "[]", "{}", R"({"cluster":"ready"})", R"({"cluster":{"status":1}})"}) {
        QVERIFY2(!parseStatus(body, "[]"), body);
    }
}

void AlertmanagerClientTest::readsErrorBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("bare string") << QByteArray(R"("bad matcher")") << QStringLiteral("bad matcher");
    QTest::newRow("object") << QByteArray(R"({"code":602,"message":"filter is wrong"})")
                            << QStringLiteral("filter is wrong");
    QTest::newRow("text") << QByteArray("oops") << QStringLiteral("oops");
}

void AlertmanagerClientTest::readsErrorBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    LoopbackServer server;
    server.onRequest = [&](const Received &request) { request.answer(400, body); };
    AlertmanagerClient client(configFor(server.url()), nullptr, m_clock);
    const auto alerts = wait(client.alerts());
    QVERIFY(!alerts.has_value());
    QVERIFY(alerts.error().code == ErrorCode::Invalid);
    QCOMPARE(alerts.error().detail, detail);
}

void AlertmanagerClientTest::reportsItsState()
{
    LoopbackServer server;
    QByteArray body = "[]";
    server.onRequest = [&](const Received &request) { request.answer(200, body); };
    QUrl url = server.url();
    url.setPath(QStringLiteral("/am/"));
    AlertmanagerClient client(configFor(url), nullptr, m_clock);
    QSignalSpy spy(&client, &AlertsApi::connectionChanged);
    QVERIFY(wait(client.alerts()).has_value());
    QVERIFY(wait(client.alerts()).has_value());
    QCOMPARE(server.received().last().target, QByteArray("/am/api/v2/alerts"));
    QTRY_COMPARE(spy.count(), 1);
    QVERIFY(spy.last().first().value<SourceState>().freshness == Freshness::Live);
    body = "<html>";
    QVERIFY(!wait(client.alerts()).has_value());
    QTRY_COMPARE(spy.count(), 2);
    QVERIFY(spy.last().first().value<SourceState>().freshness == Freshness::Unreachable);
}

void AlertmanagerClientTest::fulfilsEverythingWhenItEnds()
{
    LoopbackServer server;
    server.onRequest = [](const Received &) {};
    auto client = std::make_unique<AlertmanagerClient>(configFor(server.url()), nullptr, m_clock);
    auto asked = client->alerts();
    QTRY_COMPARE(server.received().size(), 1);
    auto unsent = client->alerts();
    auto status = client->status();
    client.reset();
    QVERIFY(asked.isFinished() && unsent.isFinished() && status.isFinished());
    QVERIFY(status.result().error().code == ErrorCode::Cancelled);
    QVERIFY(asked.result().error().code == ErrorCode::Cancelled);
    QVERIFY(unsent.result().error().code == ErrorCode::Cancelled);
}

void AlertmanagerClientTest::realAlertmanager()
{
    const QString program = QStringLiteral("/usr/bin/prometheus-alertmanager");
    QVERIFY2(QFile::exists(program), "Debian package prometheus-alertmanager is missing");
    const QTemporaryDir directory;
    QVERIFY(writeFile(directory.path() + QStringLiteral("/am.yml"),
                      "route: {receiver: none}\nreceivers: [{name: none}]\n"));
    const quint16 port = freePort();
    ChildServer server;
    QVERIFY(server.start(program, {QStringLiteral("--config.file=%1/am.yml").arg(directory.path()),
                                   QStringLiteral("--storage.path=%1").arg(directory.path()),
                                   QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                                   QStringLiteral("--cluster.listen-address=")}));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(port));
    AlertmanagerClient client(configFor(url), nullptr, m_clock);
    QVERIFY(QTest::qWaitFor([&] { return !server.isRunning() || wait(client.alerts()).has_value(); }, 20000));
    QVERIFY2(server.isRunning(), server.output().constData());
    QVERIFY(wait(client.alerts())->isEmpty());
    const auto status = wait(client.status());
    QVERIFY(status.has_value());
    QCOMPARE(status->cluster, QStringLiteral("disabled"));
    QCOMPARE(status->receivers, QStringList{QStringLiteral("none")});
    QVERIFY(!status->version.isEmpty());

    QUrl alertsUrl = url;
    alertsUrl.setPath(QStringLiteral("/api/v2/alerts"));
    QCOMPARE(post(alertsUrl, R"([{"labels":{"alertname":"Noise","namespace":"shop"}},
        {"labels":{"alertname":"HighErrors","namespace":"shop"},"annotations":{"summary":"五百錯誤"}}])"),
             200);
    QTRY_COMPARE(wait(client.alerts())->size(), 2);
    const QByteArray silence =
        R"({"matchers":[{"name":"alertname","value":"Noise","isRegex":false}],"createdBy":"test","comment":"quiet","startsAt":")" +
        m_clock.nowUtc().addSecs(-1).toString(Qt::ISODate).toUtf8() + R"(","endsAt":")" +
        m_clock.nowUtc().addSecs(600).toString(Qt::ISODate).toUtf8() + R"("})";
    QUrl silencesUrl = url;
    silencesUrl.setPath(QStringLiteral("/api/v2/silences"));
    QCOMPARE(post(silencesUrl, silence), 200);
    const auto find = [&client](const char *name) {
        const auto alerts = wait(client.alerts()).value_or(QVector<Alert>());
        for (const Alert &alert : alerts) {
            if (alert.labels.value(QStringLiteral("alertname")) == QLatin1String(name)) {
                return alert;
            }
        }
        return Alert();
    };
    QTRY_VERIFY(find("Noise").state == AlertState::Suppressed);
    QCOMPARE(find("Noise").silencedBy.size(), 1);
    const Alert errors = find("HighErrors");
    QVERIFY(errors.state == AlertState::Active);
    QCOMPARE(errors.annotations.value(QStringLiteral("summary")), QStringLiteral("五百錯誤"));
    QCOMPARE(errors.fingerprint.size(), 16);
    QVERIFY(std::abs(errors.startsAt.secsTo(m_clock.nowUtc())) < 60);
}

QTEST_GUILESS_MAIN(AlertmanagerClientTest)
#include "alertmanagerclient_test.moc"
