// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The team's records, and the journal for when nobody can reach them (INV-23).

#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/teamledger.h"
#include "backends/ledger/teamrecords.h"
#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

LedgerRecord recordOf(const char *action, RecordKind kind, const QString &operation = {})
{
    LedgerRecord record;
    record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);
    record.kind = kind;
    record.actor = QStringLiteral("local user");
    record.operationId = operation;
    record.cluster = QStringLiteral("prod");
    record.object = QStringLiteral("web");
    record.action = QLatin1String(action);
    record.parameters = R"({"target":"abc"})";
    return record;
}

QJsonObject mergedPart(const LedgerRecord &record)
{
    return QJsonDocument::fromJson(record.parameters)[QLatin1String("merged")].toObject();
}

} // namespace

class TeamLedgerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsUnderTheLoginRole();
    void tellsOtherDesks();
    void mayWait_data();
    void mayWait();
    void holdsForwardMovesAndKeepsRollbacks();
    void mergesInOrderExactlyOnce();
    void mergesOnceAfterACutBetweenWritingAndMarking();
    void startsWithoutTheServer();
    void saysWhyItCannotGetIn();
    void followsOperations();
    void oneOutcomeEachAndNothingStuck();
    void overTlsWithAPassword();

private:
    std::unique_ptr<TeamLedger> ledger() const
    {
        return std::make_unique<TeamLedger>(m_server->place(m_database, QStringLiteral("dana")),
                                            m_directory->filePath(QStringLiteral("journal")));
    }
    QVector<LedgerRecord> newestFirst(TeamLedger &ledger) const
    {
        return wait(ledger.recent({}, {}, {}, 100)).value_or(QVector<LedgerRecord>());
    }

    std::unique_ptr<PostgresServer> m_server = std::make_unique<PostgresServer>();
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_database;
};

void TeamLedgerTest::init()
{
    if (QTest::currentTestFunction() == QByteArray("mayWait")) {
        return;
    }
    static int number = 0;
    m_database = QStringLiteral("team%1").arg(++number);
    QString problem = m_server->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_server->makeLedger(m_database, {QStringLiteral("dana"), QStringLiteral("ken")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_directory = std::make_unique<QTemporaryDir>();
}

void TeamLedgerTest::recordsUnderTheLoginRole()
{
    auto team = ledger();
    QCOMPARE(wait(team->append(recordOf("Promote", RecordKind::Intent))).value_or(-1), 1);
    QCOMPARE(wait(team->append(recordOf("Promote", RecordKind::Outcome))).value_or(-1), 2);
    const auto records = newestFirst(*team);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[0].actor, QStringLiteral("dana"));
    QVERIFY(records[0].time.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QCOMPARE(records[0].parameters, recordOf("", RecordKind::Intent).parameters);
    QCOMPARE(wait(team->recent(QStringLiteral("other"), {}, {}, 10))->size(), 0);
    QCOMPARE(wait(team->recent(QStringLiteral("prod"), {}, QStringLiteral("web"), 1))->size(), 1);
    QVERIFY(wait(team->verify()).value() == (ChainReport{ChainState::Intact, 2, 0}));
    LedgerRecord huge = recordOf("Promote", RecordKind::Intent);
    huge.parameters = QByteArray(1024 * 1024, 'x');
    QCOMPARE(wait(team->append(huge)).error().code, ErrorCode::TooLarge);
}

void TeamLedgerTest::tellsOtherDesks()
{
    auto one = ledger();
    TeamLedger two(m_server->place(m_database, QStringLiteral("ken")),
                   m_directory->filePath(QStringLiteral("other")));
    QSignalSpy heard(&two, &TeamLedger::recordsChanged);
    QVERIFY(wait(two.verify()).has_value());
    QTRY_VERIFY(!heard.isEmpty()); // connecting counts as a change
    heard.clear();
    QVERIFY(wait(one->append(recordOf("Promote", RecordKind::Intent))).has_value());
    QTRY_VERIFY(!heard.isEmpty());
}

void TeamLedgerTest::mayWait_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *action, RecordKind kind, bool may) {
        QTest::addRow("%s %d", action, static_cast<int>(kind))
            << QString::fromLatin1(action) << static_cast<int>(kind) << may;
    };
    for (const char *forward :
         {"Promote", "PromoteFully", "Pause", "Resume", "Retry", "Restart", "SetImage", ""}) {
        row(forward, RecordKind::Intent, false);
        row(forward, RecordKind::Outcome, true);
        row(forward, RecordKind::Observation, true);
    }
    for (const char *back : {"RollBack", "Abort", "Undo", "FailOver"}) {
        row(back, RecordKind::Intent, true);
        row(back, RecordKind::Outcome, true);
    }
}

void TeamLedgerTest::mayWait()
{
    QFETCH(QString, action);
    QFETCH(int, kind);
    QTEST(signalbox::ledger::mayWait(recordOf(qPrintable(action), static_cast<RecordKind>(kind))), "may");
}

void TeamLedgerTest::holdsForwardMovesAndKeepsRollbacks()
{
    auto team = ledger();
    QVERIFY(wait(team->verify()).has_value());
    QSignalSpy reach(team.get(), &TeamLedger::reachableChanged);
    m_server->crash();
    const auto forward = wait(team->append(recordOf("Promote", RecordKind::Intent)));
    QVERIFY(!forward);
    QCOMPARE(forward.error().layer, ErrorLayer::Connection);
    QTRY_COMPARE(reach.size(), 1);
    QCOMPARE(reach[0][0].toBool(), false);
    QVERIFY(!team->isReachable());
    QVERIFY(wait(team->append(recordOf("RollBack", RecordKind::Intent, QStringLiteral("op")))).has_value());
    QVERIFY(wait(team->append(recordOf("RollBack", RecordKind::Outcome, QStringLiteral("op")))).has_value());
    QTRY_COMPARE(team->waiting(), 2);
    QVERIFY(!wait(team->recent({}, {}, {}, 10)));
    QVERIFY(!wait(team->verify()));

    QVERIFY(m_server->start().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(team->waiting(), 0, 10000);
    QVERIFY(team->isReachable());
    const auto records = newestFirst(*team);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[1].kind, RecordKind::Intent);
    QCOMPARE(records[1].actor, QStringLiteral("dana"));
    const QJsonObject merged = mergedPart(records[1]);
    QCOMPARE(merged[QLatin1String("actor")].toString(), QStringLiteral("local user"));
    QCOMPARE(merged[QLatin1String("sequence")].toInteger(), 1);
    QCOMPARE(merged[QLatin1String("time")].toInteger(), 1'787'306'400'000);
    QCOMPARE(QJsonDocument::fromJson(records[1].parameters)[QLatin1String("target")].toString(),
             QStringLiteral("abc"));
    QCOMPARE(wait(team->verify())->state, ChainState::Intact);
    QVERIFY(wait(team->append(recordOf("Promote", RecordKind::Intent))).has_value());
}

void TeamLedgerTest::mergesInOrderExactlyOnce()
{
    {
        auto team = ledger();
        QVERIFY(wait(team->verify()).has_value());
        m_server->crash();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(
                wait(team->append(recordOf("Abort", RecordKind::Intent, QString::number(i)))).has_value());
        }
    }
    QVERIFY(m_server->start().isEmpty());
    for (int desk = 0; desk < 3; ++desk) {
        auto team = ledger();
        const auto records = newestFirst(*team);
        QCOMPARE(records.size(), 20);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(records[19 - i].operationId, QString::number(i));
        }
        QCOMPARE(team->waiting(), 0);
    }
    signalbox::ledger::LedgerFile journal(m_directory->filePath(QStringLiteral("journal")));
    QVERIFY(journal.pending()->isEmpty());
    QVERIFY(journal.verify().value() == (ChainReport{ChainState::Intact, 20, 0}));
}

void TeamLedgerTest::mergesOnceAfterACutBetweenWritingAndMarking()
{
    // What a desk leaves behind that died after the server had taken the record, before it was marked.
    const QString key = QStringLiteral("the-key");
    signalbox::ledger::Pending pending;
    {
        signalbox::ledger::LedgerFile journal(m_directory->filePath(QStringLiteral("journal")));
        QVERIFY(journal.appendOnce(key, recordOf("RollBack", RecordKind::Intent)).has_value());
        QCOMPARE(journal.appendOnce(key, recordOf("RollBack", RecordKind::Intent)).value(), 1);
        pending = journal.pending()->value(0);
        QCOMPARE(pending.key, key);
    }
    signalbox::ledger::PostgresRecords records(m_server->place(m_database, QStringLiteral("dana")));
    QCOMPARE(records.appendOnce(key, signalbox::ledger::mergedRecord(pending)).value(), 1);
    auto team = ledger();
    QCOMPARE(newestFirst(*team).size(), 1);
    signalbox::ledger::LedgerFile journal(m_directory->filePath(QStringLiteral("journal")));
    QTRY_VERIFY(journal.pending()->isEmpty());
    // Somebody else cannot claim the key.
    signalbox::ledger::PostgresRecords other(m_server->place(m_database, QStringLiteral("ken")));
    QCOMPARE(other.appendOnce(key, pending.record).error().reason, QStringLiteral("not-yours"));
}

void TeamLedgerTest::startsWithoutTheServer()
{
    m_server->stop();
    auto team = ledger();
    QVERIFY(wait(team->append(recordOf("RollBack", RecordKind::Intent))).has_value());
    QVERIFY(!wait(team->append(recordOf("Promote", RecordKind::Intent))));
    QVERIFY(m_server->start().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(newestFirst(*team).size(), 1, 10000);
}

void TeamLedgerTest::saysWhyItCannotGetIn()
{
    const auto reasonOf = [this](const PostgresPlace &place) {
        TeamLedger team(place, m_directory->filePath(QStringLiteral("elsewhere")));
        const auto answer = wait(team.verify());
        return answer ? ErrorLayer::Rule : answer.error().layer;
    };
    QCOMPARE(reasonOf(m_server->place(m_database, QStringLiteral("nobody"))), ErrorLayer::Credentials);
    PostgresPlace nowhere = m_server->place(m_database, QStringLiteral("dana"));
    nowhere.host = QStringLiteral("ledger.invalid");
    QCOMPARE(reasonOf(nowhere), ErrorLayer::NameLookup);
    nowhere.host = QStringLiteral("127.0.0.1");
    nowhere.port = 1;
    QCOMPARE(reasonOf(nowhere), ErrorLayer::Connection);
    const PostgresPlace empty = m_server->place(QStringLiteral("postgres"), QStringLiteral("dana"));
    QCOMPARE(reasonOf(empty), ErrorLayer::Storage);
}

void TeamLedgerTest::followsOperations()
{
    auto team = ledger();
    const QString operation = QStringLiteral("op-1");
    QVERIFY(wait(team->append(recordOf("Promote", RecordKind::Intent, operation))).has_value());
    const auto open = [&] {
        return m_server
            ->psql(m_database, QStringLiteral("dana"),
                   QStringLiteral(
                       "SELECT o.result, o.started_sequence, o.last_sequence, count(*) FROM "
                       "signalbox.operations o JOIN signalbox.steps s ON s.operation_id = o.id GROUP BY "
                       "1, 2, 3"))
            .out;
    };
    QCOMPARE(open(), QStringLiteral("|1|1|1\n"));
    LedgerRecord outcome = recordOf("Promote", RecordKind::Outcome, operation);
    outcome.result = QStringLiteral("failed");
    QVERIFY(wait(team->append(outcome)).has_value());
    QCOMPARE(open(), QStringLiteral("failed|1|2|2\n"));
}

void TeamLedgerTest::oneOutcomeEachAndNothingStuck()
{
    const QString operation = QStringLiteral("op-1");
    auto team = ledger();
    TeamLedger other(m_server->place(m_database, QStringLiteral("ken")),
                     m_directory->filePath(QStringLiteral("other")));
    QVERIFY(wait(team->append(recordOf("RollBack", RecordKind::Intent, operation))).has_value());
    const auto second = wait(other.append(recordOf("RollBack", RecordKind::Intent, operation)));
    QVERIFY(!second);
    QCOMPARE(second.error().layer, ErrorLayer::Storage);
    QVERIFY(other.isReachable());
    QCOMPARE(wait(other.unfinished(QStringLiteral("prod")))->size(), 1);

    // One desk finishes in its journal, another in the ledger: both stay on record.
    m_server->stop();
    QVERIFY(wait(team->append(recordOf("RollBack", RecordKind::Outcome, operation))).has_value());
    QVERIFY(wait(team->append(recordOf("Abort", RecordKind::Intent, QStringLiteral("op-2")))).has_value());
    team.reset();
    QVERIFY(m_server->start().isEmpty());
    signalbox::ledger::PostgresRecords records(m_server->place(m_database, QStringLiteral("ken")));
    const auto faster = recordOf("RollBack", RecordKind::Outcome, operation);
    QVERIFY(records.appendOnce(QStringLiteral("faster"), faster).has_value());
    team = ledger();
    const auto all = newestFirst(*team);
    QCOMPARE(all.size(), 4);
    QCOMPARE(all[0].operationId, QStringLiteral("op-2"));
    QCOMPARE(all[1].kind, RecordKind::Observation);
    QVERIFY(!mergedPart(all[1]).isEmpty());
    QCOMPARE(wait(team->unfinished({}))->size(), 1);
}

void TeamLedgerTest::overTlsWithAPassword()
{
    PostgresServer server;
    server.useTls();
    QString problem = server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = server.makeLedger(m_database, {QStringLiteral("dana")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString secret = QStringLiteral("it's; a \\ \"secret\"");
    const auto set = server.psql(QStringLiteral("postgres"), QStringLiteral("admin"),
                                 QStringLiteral("ALTER ROLE dana PASSWORD $$%1$$").arg(secret));
    QVERIFY2(set.exit == 0, qPrintable(set.error));
    PostgresPlace place = server.place(m_database, QStringLiteral("dana"));
    place.host = QStringLiteral("127.0.0.1");
    place.rootCertificate = server.certificate();
    place.password = secret;
    const auto layerOf = [this](const PostgresPlace &where) {
        TeamLedger team(where, m_directory->filePath(QStringLiteral("tls")));
        const auto answer = wait(team.verify());
        return answer ? ErrorLayer::Rule : answer.error().layer;
    };
    QCOMPARE(layerOf(place), ErrorLayer::Rule); // no error at all
    PostgresPlace wrong = place;
    wrong.password = QStringLiteral("guess");
    QCOMPARE(layerOf(wrong), ErrorLayer::Credentials);
    PostgresPlace untrusted = place;
    untrusted.rootCertificate = PostgresPlace().rootCertificate;
    QCOMPARE(layerOf(untrusted), ErrorLayer::Tls);
    PostgresPlace renamed = place;
    renamed.host = QStringLiteral("localhost");
    QCOMPARE(layerOf(renamed), ErrorLayer::Tls);
    PostgresPlace plain = place;
    plain.sslMode = QStringLiteral("disable");
    QVERIFY(layerOf(plain) != ErrorLayer::Rule);

    // A password file instead, as psql takes it.
    QFile passwords(m_directory->filePath(QStringLiteral("pgpass")));
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    QString escaped = secret;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    passwords.write(QStringLiteral("*:*:*:dana:%1\n").arg(escaped).toUtf8());
    passwords.close();
    QVERIFY(passwords.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    PostgresPlace fromFile = place;
    fromFile.password.clear();
    qputenv("PGPASSFILE", passwords.fileName().toUtf8());
    QCOMPARE(layerOf(fromFile), ErrorLayer::Rule);
    qunsetenv("PGPASSFILE");
}

QTEST_GUILESS_MAIN(TeamLedgerTest)
#include "teamledger_test.moc"
