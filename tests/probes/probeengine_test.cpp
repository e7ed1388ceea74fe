// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"
#include "scriptedserver.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// What holds for every kind: limits, cancelling, the end of the engine, parameters that are not as they
/// should.
class ProbeEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWrongParameters_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, ProbeKind kind, const Parameters &parameters,
                            const char *named) {
            QTest::newRow(name) << static_cast<int>(kind) << parameters << QString::fromLatin1(named);
        };
        const QString host = QStringLiteral("host");
        const QString port = QStringLiteral("port");
        row("missing", ProbeKind::Tcp, {{port, {QStringLiteral("80")}}}, "host");
        row("empty", ProbeKind::Tcp, {{host, {}}, {port, {QStringLiteral("80")}}}, "host");
        row("too many", ProbeKind::Tcp, {{host, {host, host}}, {port, {QStringLiteral("80")}}}, "host");
        row("out of range", ProbeKind::Tcp, {{host, {host}}, {port, {QStringLiteral("70000")}}}, "port");
        row("not a number", ProbeKind::Tcp, {{host, {host}}, {port, {QStringLiteral("http")}}}, "port");
        row("not listed", ProbeKind::KubernetesNodes, {{QStringLiteral("password"), {host}}}, "password");
        row("not a choice", ProbeKind::Tls,
            {{host, {host}},
             {port, {QStringLiteral("1")}},
             {QStringLiteral("minimum-protocol"), {QStringLiteral("SSLv3")}}},
            "minimum-protocol");
        row("password in the address", ProbeKind::Http,
            {{QStringLiteral("url"), {QStringLiteral("https://a:b@example.com/")}}}, "url");
    }
    void refusesWrongParameters()
    {
        QFETCH(int, kind);
        QFETCH(Parameters, parameters);
        QFETCH(QString, named);
        ProbeFixture fixture;
        const auto finding = fixture.run(static_cast<ProbeKind>(kind), parameters);
        QCOMPARE(inWords(finding), QStringLiteral("unknown parameter-invalid ") + named);
    }

    void findsUnknownForAKindOfAnotherVersion()
    {
        ProbeFixture fixture;
        QCOMPARE(verdictOf(fixture.run(static_cast<ProbeKind>(99), {})),
                 QStringLiteral("unknown kind-unknown"));
    }

    void measuresAndDates()
    {
        ProbeFixture fixture;
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const auto finding = fixture.run(tcp(deadPort()));
        QVERIFY(finding.at >= before && finding.took.count() >= 0);
    }

    void endsAtItsLimit()
    {
        ProbeFixture fixture;
        fixture.cluster.hold = true;
        fixture.cluster.onGet = [](const QString &) { return QByteArray("{}"); };
        const auto finding = fixture.run(ProbeKind::KubernetesNodes, {}, 1);
        QCOMPARE(inWords(finding), QStringLiteral("unknown timeout 1"));
        QVERIFY(finding.took.count() >= 900);
        fixture.cluster.answerHeld(); // an answer that comes late finds nobody
        QCOMPARE(inWords(fixture.run(tcp(deadPort()))).section(QLatin1Char(' '), 0, 1),
                 QStringLiteral("fail connection-refused"));
    }

    void letsGoWhenCancelled()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        bool closed = false;
        server.onConnection = [&closed](QSslSocket *socket) {
            connect(socket, &QAbstractSocket::disconnected, socket, [&closed] { closed = true; });
        };
        auto future =
            fixture.engine->run(ProbeFixture::spec(ProbeKind::Redis,
                                                   {{QStringLiteral("host"), {QStringLiteral("127.0.0.1")}},
                                                    {QStringLiteral("port"), server.port()}},
                                                   600),
                                fixture.context);
        QTRY_COMPARE(server.connections, 1);
        future.cancel();
        QTRY_VERIFY(closed);
        QVERIFY(future.isCanceled());
    }

    void endsWithTheEngine()
    {
        ProbeFixture fixture;
        fixture.cluster.hold = true;
        fixture.cluster.onGet = [](const QString &) { return QByteArray("{}"); };
        const auto future =
            fixture.engine->run(ProbeFixture::spec(ProbeKind::KubernetesNodes, {}, 600), fixture.context);
        QTRY_COMPARE(fixture.cluster.gets.size(), 1);
        fixture.engine.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    }

    void runsManyAtATime()
    {
        ProbeFixture fixture;
        ScriptedServer server;
        QVector<QFuture<Result<ProbeFinding>>> futures;
        for (int i = 0; i < 100; ++i) {
            futures << fixture.engine->run(tcp(server.port()), fixture.context);
        }
        for (const auto &future : futures) {
            QTRY_VERIFY(future.isFinished());
            QCOMPARE(verdictOf(*future.result()), QStringLiteral("pass tcp-open"));
        }
    }

private:
    static ProbeSpec tcp(const QStringList &port)
    {
        return ProbeFixture::spec(ProbeKind::Tcp, {{QStringLiteral("host"), {QStringLiteral("127.0.0.1")}},
                                                   {QStringLiteral("port"), port}});
    }
};

QTEST_GUILESS_MAIN(ProbeEngineTest)
#include "probeengine_test.moc"
