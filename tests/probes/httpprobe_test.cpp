// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"
#include "scriptedserver.h"
#include "tests/http/loopbackserver.h"
#include "tests/http/testcertificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// HTTP and S3 kinds.
class HttpProbeTest : public QObject
{
    Q_OBJECT

private:
    static Parameters to(const QUrl &url, const Parameters &more = {})
    {
        Parameters parameters = more;
        parameters.insert(QStringLiteral("url"),
                          {url.resolved(QUrl(QStringLiteral("/health?full=1"))).toString()});
        return parameters;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(AuthorityPem));
        QSslConfiguration::setDefaultConfiguration(tls);
    }

    void answers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("right") << 200 << QByteArray(R"({"status":"green"})")
                               << QStringLiteral("pass http-ok");
        QTest::newRow("also right") << 203 << QByteArray(R"({"status":"green"})")
                                    << QStringLiteral("pass http-ok");
        QTest::newRow("yellow") << 200 << QByteArray(R"({"status":"yellow"})")
                                << QStringLiteral("fail http-body");
        QTest::newRow("empty") << 200 << QByteArray() << QStringLiteral("fail http-body");
        QTest::newRow("created") << 201 << QByteArray("green") << QStringLiteral("fail http-status");
        QTest::newRow("broken") << 503 << QByteArray("green") << QStringLiteral("fail http-status");
        QTest::newRow("refused") << 401 << QByteArray("green") << QStringLiteral("fail http-status");
        QTest::newRow("large") << 200 << QByteArray(2'000'000, 'g')
                               << QStringLiteral("unknown answer-too-large");
    }
    void answers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        LoopbackServer server;
        server.onRequest = [&](const Received &request) { request.answer(status, body); };
        const auto finding = fixture.run(
            ProbeKind::Http,
            to(server.url(), {{QStringLiteral("status"), {QStringLiteral("200"), QStringLiteral("203")}},
                              {QStringLiteral("body-contains"), {QStringLiteral("green")}}}));
        QVERIFY2(verdictOf(finding) == verdict, qPrintable(inWords(finding)));
        QCOMPARE(server.received().size(), 1);
        QCOMPARE(server.received().first().target, QByteArray("/health?full=1"));
    }

    void readsBodiesOfRefusalsThatAreWanted()
    {
        ProbeFixture fixture;
        LoopbackServer server;
        server.onRequest = [](const Received &request) { request.answer(401, "token needed"); };
        const Parameters wanted{{QStringLiteral("status"), {QStringLiteral("401")}},
                                {QStringLiteral("body-contains"), {QStringLiteral("token")}}};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(server.url(), wanted))),
                 QStringLiteral("pass http-ok"));
    }

    void followsNoRedirect()
    {
        ProbeFixture fixture;
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.answer(302, {}, "text/html", "Location: https://login.example/in?token=secret\r\n");
        };
        const auto finding = fixture.run(ProbeKind::Http, to(server.url()));
        QCOMPARE(verdictOf(finding), QStringLiteral("fail http-redirect"));
        QCOMPARE(finding.args.value(2), QStringLiteral("https://login.example"));
        QCOMPARE(server.received().size(), 1);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(server.url(), {{QStringLiteral("status"),
                                                                           {QStringLiteral("302")}}}))),
                 QStringLiteral("pass http-ok"));
    }

    void asksForTheHeadOnly()
    {
        ProbeFixture fixture;
        LoopbackServer server;
        server.onRequest = [](const Received &request) {
            request.raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(server.url(), {{QStringLiteral("method"),
                                                                           {QStringLiteral("HEAD")}}}))),
                 QStringLiteral("pass http-ok"));
    }

    void sendsCredentialsOverTlsOnly()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("entry"), QStringLiteral("t0ken"));
        const Parameters credential{{QStringLiteral("credential"), {QStringLiteral("entry")}}};
        LoopbackServer plain;
        plain.onRequest = [](const Received &request) { request.answer(200, {}); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(plain.url(), credential))),
                 QStringLiteral("unknown secret-needs-tls"));
        QCOMPARE(plain.received().size(), 0);
        LoopbackServer server(LoopbackServer::Identity::Good);
        server.onRequest = [](const Received &request) { request.answer(200, {}); };
        const auto finding = fixture.run(ProbeKind::Http, to(server.url(), credential));
        QVERIFY2(verdictOf(finding) == QLatin1String("pass http-ok"), qPrintable(inWords(finding)));
        QCOMPARE(server.received().first().header("authorization"), QByteArray("Bearer t0ken"));
    }

    void refusesBadCertificates()
    {
        ProbeFixture fixture;
        LoopbackServer expired(LoopbackServer::Identity::Expired);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(expired.url()))),
                 QStringLiteral("fail tls-expired"));
        LoopbackServer wrong(LoopbackServer::Identity::WrongHost);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(wrong.url()))),
                 QStringLiteral("fail tls-wrong-host"));
    }

    void survivesServersThatAreNone()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        const QUrl url(QStringLiteral("http://127.0.0.1:") + server.port().first());
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(url), 1)), QStringLiteral("unknown timeout"));
        server.onBytes = [](QSslSocket *socket) { socket->abort(); };
        QCOMPARE(fixture.run(ProbeKind::Http, to(url)).result, CheckResult::Fail);
        server.onBytes = [](QSslSocket *socket) {
            socket->write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            socket->disconnectFromHost();
        };
        QVERIFY(fixture.run(ProbeKind::Http, to(url)).result != CheckResult::Pass);
        const QUrl dead(QStringLiteral("http://127.0.0.1:") + deadPort().first());
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Http, to(dead))), QStringLiteral("fail http-unreachable"));
    }

    void s3_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("there") << 200 << QStringLiteral("pass s3-reachable");
        QTest::newRow("forbidden") << 403 << QStringLiteral("fail s3-forbidden");
        QTest::newRow("missing") << 404 << QStringLiteral("fail s3-not-found");
        QTest::newRow("moved") << 301 << QStringLiteral("fail s3-status");
        QTest::newRow("slow down") << 503 << QStringLiteral("fail s3-status");
    }
    void s3()
    {
        QFETCH(int, status);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        LoopbackServer server;
        server.onRequest = [&](const Received &request) { request.answer(status, {}); };
        const QString address = server.url()
                                    .resolved(QUrl(QStringLiteral("/assets/a%20b?X-Amz-Signature=s3cr3t")))
                                    .toString(QUrl::FullyEncoded);
        fixture.secrets.secrets.insert(QStringLiteral("assets"), address);
        const auto finding =
            fixture.run(ProbeKind::S3, {{QStringLiteral("credential"), {QStringLiteral("assets")}}});
        QVERIFY2(verdictOf(finding) == verdict, qPrintable(inWords(finding)));
        QVERIFY(!inWords(finding).contains(QLatin1String("s3cr3t")) &&
                !inWords(finding).contains(QLatin1String("assets")));
        QCOMPARE(server.received().first().method, QByteArray("HEAD"));
        QCOMPARE(server.received().first().target, QByteArray("/assets/a%20b?X-Amz-Signature=s3cr3t"));
    }

    void s3Secrets()
    {
        ProbeFixture fixture;
        const Parameters parameters{{QStringLiteral("credential"), {QStringLiteral("assets")}}};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::S3, parameters)), QStringLiteral("unknown secret-missing"));
        fixture.secrets.secrets.insert(QStringLiteral("assets"), QStringLiteral("file:///etc/passwd"));
        QCOMPARE(inWords(fixture.run(ProbeKind::S3, parameters)),
                 QStringLiteral("unknown secret-no-address assets"));
        fixture.secrets.secrets.insert(QStringLiteral("assets"), QStringLiteral("http://s3.example/a?s=1"));
        QCOMPARE(inWords(fixture.run(ProbeKind::S3, parameters)),
                 QStringLiteral("unknown secret-needs-tls s3.example"));
        ScriptedServer silent;
        fixture.secrets.secrets.insert(QStringLiteral("assets"),
                                       QStringLiteral("http://127.0.0.1:%1/a").arg(silent.serverPort()));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::S3, parameters, 1)), QStringLiteral("unknown timeout"));
    }
};

QTEST_GUILESS_MAIN(HttpProbeTest)
#include "httpprobe_test.moc"
