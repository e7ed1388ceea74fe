// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/postgreswire.h"
#include "backends/probes/scramclient.h"
#include "probefixture.h"
#include "realpostgres.h"
#include "scriptedserver.h"
#include "tests/http/testcertificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

QByteArray error(const QByteArray &state, const QByteArray &text)
{
    return probes::postgres::message('E', QByteArray("SFATAL") + '\0' + "C" + state + '\0' + "M" + text +
                                              '\0' + '\0');
}

const QByteArray AuthOk = probes::postgres::message('R', QByteArray(4, '\0'));
const QByteArray Ready = probes::postgres::message('Z', "I");

} // namespace

class PostgresProbeTest : public QObject
{
    Q_OBJECT

private:
    static Parameters to(const QStringList &port, const QString &tls, const Parameters &more = {})
    {
        Parameters parameters = more;
        parameters.insert(QStringLiteral("host"), {QStringLiteral("127.0.0.1")});
        parameters.insert(QStringLiteral("port"), port);
        parameters.insert(QStringLiteral("user"), {QStringLiteral("probe")});
        parameters.insert(QStringLiteral("database"), {QStringLiteral("postgres")});
        parameters.insert(QStringLiteral("tls"), {tls});
        return parameters;
    }
    static Parameters replication(const char *replicas)
    {
        return {{QStringLiteral("check"), {QStringLiteral("replication")}},
                {QStringLiteral("replicas"), {QLatin1String(replicas)}},
                {QStringLiteral("lag"), {QStringLiteral("1h")}},
                {QStringLiteral("credential"), {QStringLiteral("db")}}};
    }
    const QString Plain = QStringLiteral("disable");
    const QString Tls = QStringLiteral("verify-full");

private Q_SLOTS:
    void initTestCase()
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(AuthorityPem));
        QSslConfiguration::setDefaultConfiguration(tls);
    }

    void realServer()
    {
        RealPostgres server;
        const QString problem = server.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("db"), QStringLiteral("s3cr3t"));
        const auto run = [&](const QString &tls, const Parameters &more) {
            return verdictOf(fixture.run(ProbeKind::Postgresql, to(server.port(), tls, more)));
        };
        // While it starts it refuses connections, or says that it is starting up.
        QTRY_COMPARE_WITH_TIMEOUT(run(Plain, {}), QStringLiteral("pass postgres-accepting"), 20'000);
        QCOMPARE(run(Tls, {}), QStringLiteral("pass postgres-accepting"));
        for (const QString &tls : {Plain, Tls}) {
            QCOMPARE(run(tls, replication("1")), QStringLiteral("fail postgres-replicas-too-few"));
        }
        QCOMPARE(server.addReplica(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(run(Tls, replication("1")), QStringLiteral("pass postgres-replicating"),
                                  20'000);
        QCOMPARE(run(Tls, replication("2")), QStringLiteral("fail postgres-replicas-too-few"));
        fixture.secrets.secrets[QStringLiteral("db")] = QStringLiteral("wrong");
        QCOMPARE(run(Tls, replication("1")), QStringLiteral("unknown postgres-auth-refused"));

        QCOMPARE(server.execute(QStringLiteral("CREATE ROLE weak LOGIN PASSWORD 'w'")), QString());
        fixture.secrets.secrets[QStringLiteral("db")] = QStringLiteral("w");
        Parameters weak = to(server.port(), Tls, replication("1"));
        weak[QStringLiteral("user")] = QStringList{QStringLiteral("weak")};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, weak)),
                 QStringLiteral("unknown postgres-replicas-hidden"));
    }

    void ready_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("no password wanted") << AuthOk + Ready << QStringLiteral("pass postgres-accepting");
        QTest::newRow("starting") << error("57P03", "the database system is starting up")
                                  << QStringLiteral("fail postgres-starting");
        QTest::newRow("shutting down") << error("57P03", "the database system is shutting down")
                                       << QStringLiteral("fail postgres-rejecting");
        QTest::newRow("full") << error("53300", "sorry, too many clients already")
                              << QStringLiteral("fail postgres-full");
        QTest::newRow("does not know us")
            << error("28000", "no pg_hba.conf entry") << QStringLiteral("pass postgres-accepting");
        QTest::newRow("other error") << error("XX000", "oops") << QStringLiteral("fail postgres-error");
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                                    << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("huge length") << QByteArray("R\x7f\xff\xff\xff")
                                     << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("length of nothing")
            << QByteArray("R\0\0\0\0", 5) << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("empty authentication")
            << QByteArray("R\0\0\0\x04", 5) << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("unknown message")
            << probes::postgres::message('?', {}) << QStringLiteral("fail postgres-unexpected");
    }
    void ready()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        ScriptedServer server;
        server.onBytes = [&](QSslSocket *socket) {
            if (socket->readAll().contains("user")) {
                socket->write(answer);
            }
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, to(server.port(), Plain))), verdict);
    }

    void encrypts_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("not offered") << QByteArray("N") << QStringLiteral("fail postgres-no-tls");
        QTest::newRow("bytes slipped in before")
            << "S" + AuthOk << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("nonsense") << QByteArray("E") << QStringLiteral("fail postgres-unexpected");
        QTest::newRow("silence") << QByteArray() << QStringLiteral("unknown timeout");
    }
    void encrypts()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        ScriptedServer server;
        server.onBytes = [&](QSslSocket *socket) {
            socket->readAll();
            socket->write(answer);
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, to(server.port(), Tls), 1)), verdict);
    }

    void verifiesCertificates()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        server.setIdentity(WrongHostCertificatePem, WrongHostKeyPem);
        server.onBytes = [&](QSslSocket *socket) {
            if (socket->readAll().size() == 8) {
                socket->write("S");
                ScriptedServer::upgrade(socket);
            }
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, to(server.port(), Tls))),
                 QStringLiteral("fail tls-wrong-host"));
    }

    void sendsNoPasswordInPlainText()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("db"), QStringLiteral("s3cr3t"));
        Parameters parameters = to({QStringLiteral("5432")}, Plain, replication("1"));
        parameters[QStringLiteral("host")] = QStringList{QStringLiteral("db.example")};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, parameters)),
                 QStringLiteral("unknown secret-needs-tls"));
    }

    void fallsForNoServerThatSkipsItsProof()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("db"), QStringLiteral("s3cr3t"));
        ScriptedServer server;
        server.onBytes = [&](QSslSocket *socket) {
            const bool startup = socket->readAll().contains("user");
            const QByteArray sasl = QByteArray("\0\0\0\x0a", 4) + "SCRAM-SHA-256" + '\0' + '\0';
            socket->write(startup ? probes::postgres::message('R', sasl) : AuthOk + Ready);
        };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, to(server.port(), Plain, replication("1")))),
                 QStringLiteral("fail postgres-unexpected"));
    }

    void replicasThatLagBehind()
    {
        ProbeFixture fixture;
        fixture.secrets.secrets.insert(QStringLiteral("db"), QStringLiteral("s3cr3t"));
        ScriptedServer server;
        QByteArray columns;
        server.onBytes = [&](QSslSocket *socket) {
            const bool startup = socket->readAll().contains("user");
            socket->write(startup ? AuthOk + Ready : probes::postgres::message('D', columns) + Ready);
        };
        const auto column = [](const QByteArray &value) {
            return QByteArray("\0\0\0", 3) + static_cast<char>(value.size()) + value;
        };
        const Parameters parameters = to(server.port(), Plain, replication("1"));
        columns = QByteArray("\0\x04", 2) + column("2") + column("0") + column("2") + column("3601.5");
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, parameters)),
                 QStringLiteral("fail postgres-lag"));
        columns = QByteArray("\0\x04", 2) + column("2") + column("0") + column("2") + column("nan?");
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, parameters)),
                 QStringLiteral("fail postgres-unexpected"));
        columns = QByteArray("\xff\xff\0\0", 4);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Postgresql, parameters)),
                 QStringLiteral("fail postgres-unexpected"));
    }

    void scramRefuses_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("another nonce") << QByteArray("r=other,s=c2FsdA==,i=4096");
        QTest::newRow("our nonce alone") << QByteArray("r=nonce,s=c2FsdA==,i=4096");
        QTest::newRow("no salt") << QByteArray("r=nonceX,s=,i=4096");
        QTest::newRow("no rounds") << QByteArray("r=nonceX,s=c2FsdA==,i=0");
        QTest::newRow("too many rounds") << QByteArray("r=nonceX,s=c2FsdA==,i=2000000000");
        QTest::newRow("nothing") << QByteArray();
    }
    void scramRefuses()
    {
        QFETCH(QByteArray, first);
        probes::ScramClient client("pencil", "nonce");
        QVERIFY(!client.finalMessage(first));
        QVERIFY(!client.verify("v="));
    }
};

QTEST_GUILESS_MAIN(PostgresProbeTest)
#include "postgresprobe_test.moc"
