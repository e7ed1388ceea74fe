// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/certificateauthority.h"
#include "probefixture.h"
#include "scriptedserver.h"
#include "tests/http/testcertificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TlsProbeTest : public QObject
{
    Q_OBJECT

private:
    static Parameters to(const ScriptedServer &server, const Parameters &more = {})
    {
        Parameters parameters = more;
        parameters.insert(QStringLiteral("host"), {QStringLiteral("127.0.0.1")});
        parameters.insert(QStringLiteral("port"), server.port());
        return parameters;
    }
    static void trust(const QByteArray &authority)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(authority));
        QSslConfiguration::setDefaultConfiguration(tls);
    }
    static Parameters days(int least, int warn)
    {
        return {{QStringLiteral("days"), {QString::number(least)}},
                {QStringLiteral("warn-days"), {QString::number(warn)}}};
    }

private Q_SLOTS:
    void initTestCase() { trust(AuthorityPem); }

    void accepts()
    {
        ProbeFixture fixture;
        ScriptedServer server(true);
        const auto finding = fixture.run(ProbeKind::Tls, to(server));
        QCOMPARE(verdictOf(finding), QStringLiteral("pass tls-valid"));
        QCOMPARE(finding.args.value(2), QStringLiteral("TLSv1.3"));
        QVERIFY(finding.args.value(1).toInt() > 30'000);
        QVERIFY(finding.args.value(3).startsWith(QLatin1String("2125-01-01")));
    }

    void refusesBadCertificates_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("expired") << QByteArray(ExpiredCertificatePem) << QByteArray(ExpiredKeyPem)
                                 << QStringLiteral("fail tls-expired");
        QTest::newRow("wrong host") << QByteArray(WrongHostCertificatePem) << QByteArray(WrongHostKeyPem)
                                    << QStringLiteral("fail tls-wrong-host");
        const auto stranger =
            drill::CertificateAuthority::create(QStringLiteral("stranger"), QDateTime::currentDateTimeUtc());
        QVERIFY(stranger);
        const auto leaf = stranger->issueServer({QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")});
        QVERIFY(leaf);
        QTest::newRow("unknown authority")
            << leaf->certificatePem << leaf->keyPem << QStringLiteral("fail tls-untrusted");
        QTest::newRow("self-signed in chain") << leaf->certificatePem + stranger->certificatePem()
                                              << leaf->keyPem << QStringLiteral("fail tls-self-signed");
    }
    void refusesBadCertificates()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        ScriptedServer server(true);
        server.setIdentity(certificate, key);
        const auto finding = fixture.run(ProbeKind::Tls, to(server));
        QVERIFY2(verdictOf(finding) == verdict, qPrintable(inWords(finding)));
    }

    void countsDays()
    {
        // The drill's authority gives two days.
        const auto authority =
            drill::CertificateAuthority::create(QStringLiteral("short"), QDateTime::currentDateTimeUtc());
        QVERIFY(authority);
        trust(authority->certificatePem());
        const auto leaf =
            authority->issueServer({QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")});
        QVERIFY(leaf);
        ProbeFixture fixture;
        ScriptedServer server(true);
        server.setIdentity(leaf->certificatePem, leaf->keyPem);
        const auto few = fixture.run(ProbeKind::Tls, to(server));
        QCOMPARE(verdictOf(few), QStringLiteral("fail tls-days-too-few"));
        QCOMPARE(few.args.mid(1), (QStringList{QStringLiteral("1"), QStringLiteral("7")}));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(server, days(1, 30)))),
                 QStringLiteral("pass! tls-days-left"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(server, days(1, 1)))),
                 QStringLiteral("pass tls-valid"));
    }

    void asksForTheNameOfThePlan()
    {
        ProbeFixture fixture;
        ScriptedServer server(true);
        const QString name = QStringLiteral("server-name");
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(server, {{name, {QStringLiteral("localhost")}}}))),
                 QStringLiteral("pass tls-valid"));
        QCOMPARE(
            verdictOf(fixture.run(ProbeKind::Tls, to(server, {{name, {QStringLiteral("shop.example")}}}))),
            QStringLiteral("fail tls-wrong-host"));
    }

    void wantsTheLatestProtocolOnly()
    {
        ProbeFixture fixture;
        const Parameters latest{{QStringLiteral("minimum-protocol"), {QStringLiteral("TLSv1.3")}}};
        ScriptedServer both(true);
        both.setProtocol(QSsl::TlsV1_2OrLater);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(both))), QStringLiteral("pass tls-valid"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(both, latest))),
                 QStringLiteral("fail tls-older-accepted"));
        ScriptedServer older(true);
        older.setProtocol(QSsl::TlsV1_2);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(older))), QStringLiteral("pass tls-valid"));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(older, latest))),
                 QStringLiteral("fail tls-protocol"));
        ScriptedServer strict(true);
        strict.setProtocol(QSsl::TlsV1_3);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(strict, latest))),
                 QStringLiteral("pass tls-valid"));
        QCOMPARE(strict.connections, 2);
    }

    void survivesServersThatAreNone()
    {
        ProbeFixture fixture;
        ScriptedServer silent;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(silent), 1)), QStringLiteral("unknown timeout"));
        silent.onBytes = [](QSslSocket *socket) { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); };
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Tls, to(silent))), QStringLiteral("fail tls-handshake"));
        silent.onBytes = [](QSslSocket *socket) { socket->abort(); };
        const auto cut = fixture.run(ProbeKind::Tls, to(silent));
        QCOMPARE(cut.result, CheckResult::Fail);
        silent.close();
        QCOMPARE(
            verdictOf(fixture.run(ProbeKind::Tls, {{QStringLiteral("host"), {QStringLiteral("127.0.0.1")}},
                                                   {QStringLiteral("port"), deadPort()}})),
            QStringLiteral("fail connection-refused"));
    }
};

QTEST_GUILESS_MAIN(TlsProbeTest)
#include "tlsprobe_test.moc"
