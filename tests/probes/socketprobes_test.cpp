// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"
#include "scriptedserver.h"
#include "tests/http/testcertificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// TCP and Redis against servers that behave and servers that do not.
class SocketProbesTest : public QObject
{
    Q_OBJECT

private:
    static Parameters to(const QStringList &port, const Parameters &more = {})
    {
        Parameters parameters = more;
        parameters.insert(QStringLiteral("host"), {QStringLiteral("127.0.0.1")});
        parameters.insert(QStringLiteral("port"), port);
        return parameters;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(AuthorityPem));
        QSslConfiguration::setDefaultConfiguration(tls);
    }

    void tcp()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        const Parameters closed{{QStringLiteral("expect"), {QStringLiteral("closed")}}};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tcp, to(server.port()))), QStringLiteral("pass tcp-open"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tcp, to(server.port(), closed))),
                 QStringLiteral("fail tcp-open-unexpectedly"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tcp, to(deadPort()))),
                 QStringLiteral("fail connection-refused"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tcp, to(deadPort(), closed))),
                 QStringLiteral("pass tcp-closed"));
        Parameters nowhere = to(server.port(), closed);
        nowhere[QStringLiteral("host")] = QStringList{QStringLiteral("no-such-host.invalid")};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tcp, nowhere)), QStringLiteral("unknown host-not-found"));
    }

    void redis_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("pong") << QByteArray("+PONG\r\n") << QStringLiteral("pass redis-pong");
        QTest::newRow("no auth") << QByteArray("-NOAUTH Authentication required.\r\n")
                                 << QStringLiteral("unknown redis-no-auth");
        QTest::newRow("loading") << QByteArray("-LOADING Redis is loading the dataset in memory\r\n")
                                 << QStringLiteral("fail redis-loading");
        QTest::newRow("master down") << QByteArray("-MASTERDOWN Link with MASTER is down\r\n")
                                     << QStringLiteral("fail redis-error");
        QTest::newRow("another string")
            << QByteArray("+PONGO\r\n") << QStringLiteral("fail redis-unexpected");
        QTest::newRow("no carriage return")
            << QByteArray("+PONG\n") << QStringLiteral("fail redis-unexpected");
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                                    << QStringLiteral("fail redis-unexpected");
        QTest::newRow("endless line") << QByteArray(100'000, '+') << QStringLiteral("fail redis-unexpected");
        QTest::newRow("zeros") << QByteArray(4000, '\0') << QStringLiteral("fail redis-unexpected");
    }
    void redis()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        ScriptedServer server;
        QByteArray asked;
        server.onBytes = [&](QSslSocket *socket) {
            asked += socket->readAll();
            socket->write(answer);
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port()))), verdict);
        QCOMPARE(asked, QByteArray("*1\r\n$4\r\nPING\r\n"));
    }

    void redisThatIsSlowOrGone()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port()), 1)),
                 QStringLiteral("unknown timeout"));
        server.onBytes = [](QSslSocket *socket) { socket->abort(); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port()))),
                 QStringLiteral("fail connection-closed"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(deadPort()))),
                 QStringLiteral("fail connection-refused"));
        server.onBytes = [](QSslSocket *socket) { // byte by byte is fine
            socket->write("+PO");
            socket->flush();
            QMetaObject::invokeMethod(
                socket, [socket] { socket->write("NG\r\n"); }, Qt::QueuedConnection);
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port()))),
                 QStringLiteral("pass redis-pong"));
    }

    void redisWithPassword()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("cache"), QStringLiteral("s3cr3t"));
        const Parameters credential{{QStringLiteral("credential"), {QStringLiteral("cache")}}};
        ScriptedServer server;
        server.onBytes = [](QSslSocket *socket) {
            const QByteArray bytes = socket->readAll();
            const bool right = bytes == "*2\r\n$4\r\nAUTH\r\n$6\r\ns3cr3t\r\n";
            socket->write(bytes.contains("PING") ? "+PONG\r\n" : right ? "+OK\r\n" : "-WRONGPASS no\r\n");
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port(), credential))),
                 QStringLiteral("pass redis-pong"));
        fixture.secrets.secrets[QStringLiteral("cache")] = QStringLiteral("wrong");
        const auto refused = fixture.run(ProbeKind::Redis, to(server.port(), credential));
        QCOMPARE(verdictOf(refused), QStringLiteral("unknown redis-auth-refused"));
        fixture.secrets.secrets.clear();
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port(), credential))),
                 QStringLiteral("unknown secret-missing"));
    }

    void redisSendsNoPasswordInPlainText()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("cache"), QStringLiteral("s3cr3t"));
        const Parameters parameters{{QStringLiteral("host"), {QStringLiteral("redis.example")}},
                                    {QStringLiteral("credential"), {QStringLiteral("cache")}}};
        QCOMPARE(inWords(fixture.run(ProbeKind::Redis, parameters)),
                 QStringLiteral("unknown secret-needs-tls redis.example"));
    }

    void redisOverTls()
    {
        ProbeFixture fixture;
        const Parameters tls{{QStringLiteral("tls"), {QStringLiteral("true")}}};
        ScriptedServer server(true);
        server.onBytes = [](QSslSocket *socket) { socket->write("+PONG\r\n"); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port(), tls))),
                 QStringLiteral("pass redis-pong"));
        server.setIdentity(WrongHostCertificatePem, WrongHostKeyPem);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(server.port(), tls))),
                 QStringLiteral("fail tls-wrong-host"));
        ScriptedServer plain;
        plain.onBytes = [](QSslSocket *socket) { socket->write("-ERR unknown command\r\n"); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Redis, to(plain.port(), tls))),
                 QStringLiteral("fail tls-handshake"));
    }
};

QTEST_GUILESS_MAIN(SocketProbesTest)
#include "socketprobes_test.moc"
