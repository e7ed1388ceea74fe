// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody with all power over the server can do anything, but not unseen.

#include "backends/ledger/postgresdecisionledger.h"
#include "backends/ledger/teamledger.h"
#include "tests/ledger/ledgerworld.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class PostgresTamperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tamperingShows_data();
    void tamperingShows();
    void hashesAreTheSameAsOurs();
    void anotherSchemaIsRefused();

private:
    ChainReport verified(const QString &database) const;

    PostgresServer m_server;
    ShiftedClock m_clock;
};

void PostgresTamperTest::initTestCase()
{
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

ChainReport PostgresTamperTest::verified(const QString &database) const
{
    QTemporaryDir journal;
    TeamLedger ledger(m_server.place(database, QStringLiteral("mia")), journal.path());
    return wait(ledger.verify()).value_or(ChainReport());
}

void PostgresTamperTest::tamperingShows_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("firstBroken");
    QTest::newRow("changed") << QStringLiteral("UPDATE records SET reason = 'x' WHERE sequence = 3") << 3;
    QTest::newRow("changed with its hash")
        << QStringLiteral("UPDATE records r SET reason = 'x' WHERE sequence = 3; UPDATE records r SET hash = "
                          "sha256(canonical_form(r)) WHERE sequence = 3")
        << 4;
    QTest::newRow("dropped") << QStringLiteral("DELETE FROM records WHERE sequence = 4") << 4;
    QTest::newRow("cut off")
        << QStringLiteral("DELETE FROM records WHERE sequence = (SELECT max(sequence) FROM records)") << 8;
    QTest::newRow("swapped") << QStringLiteral(
                                    "UPDATE records SET sequence = 1000 WHERE sequence = 2; UPDATE records "
                                    "SET sequence = 2 WHERE sequence = 3; UPDATE records SET sequence = 3 "
                                    "WHERE sequence = 1000")
                             << 2;
}

void PostgresTamperTest::tamperingShows()
{
    QFETCH(QString, sql);
    QFETCH(int, firstBroken);
    static int number = 0;
    const QString copy = QStringLiteral("tampered%1").arg(++number);
    const QString made = m_server.makeLedger(copy, {QStringLiteral("mia")});
    QVERIFY2(made.isEmpty(), qPrintable(made));
    {
        QTemporaryDir journal;
        TeamLedger ledger(m_server.place(copy, QStringLiteral("mia")), journal.path());
        for (int i = 0; i < 8; ++i) {
            LedgerRecord record;
            record.time = m_clock.nowUtc();
            record.action = QStringLiteral("Promote");
            QCOMPARE(wait(ledger.append(record)).value_or(-1), i + 1);
        }
    }
    QVERIFY(verified(copy) == (ChainReport{ChainState::Intact, 8, 0}));
    const auto done = m_server.psql(
        copy, QStringLiteral("admin"),
        QStringLiteral("SET session_replication_role = replica; SET search_path = signalbox; ") + sql);
    QVERIFY2(done.exit == 0, qPrintable(done.error));
    const ChainReport report = verified(copy);
    QCOMPARE(report.state, ChainState::Broken);
    QCOMPARE(report.firstBroken, firstBroken);
}

/// The server's canonical form is ours, for every text.
void PostgresTamperTest::hashesAreTheSameAsOurs()
{
    const QString name = QStringLiteral("hashes");
    QVERIFY(m_server.makeLedger(name, {QStringLiteral("ken")}).isEmpty());
    QTemporaryDir journal;
    TeamLedger ledger(m_server.place(name, QStringLiteral("ken")), journal.path());
    LedgerRecord record;
    record.time = m_clock.nowUtc();
    record.kind = RecordKind::Intent;
    record.operationId = QStringLiteral("op-陳");
    record.cluster = QStringLiteral("a=1:b\n");
    record.reason = QStringLiteral("\\x27 'quoted' \"") + QChar(u'\0') + QChar(0xDC00) + QStringLiteral("🚦");
    record.action = QStringLiteral("RollBack");
    record.parameters = QByteArray("{\"a\":\"\\u0000\"}\0\xff\x80", 17);
    QVERIFY(wait(ledger.append(record)).has_value());
    const auto read = wait(ledger.recent(record.cluster, {}, {}, 1));
    QVERIFY(read.has_value());
    QCOMPARE(read->value(0).parameters, record.parameters);
    QCOMPARE(read->value(0).operationId, record.operationId);
    QCOMPARE(wait(ledger.verify())->state, ChainState::Intact);
}

void PostgresTamperTest::anotherSchemaIsRefused()
{
    const QString name = QStringLiteral("versions");
    QVERIFY(m_server.makeLedger(name, {QStringLiteral("mia")}).isEmpty());
    const auto as = [&](const QString &sql) { return m_server.psql(name, QStringLiteral("admin"), sql); };
    const auto open = [&] {
        auto ledger = makePostgresDecisionLedger(m_server.place(name, QStringLiteral("mia")), m_clock);
        const auto answer = wait(ledger->identity());
        return answer ? QString() : answer.error().reason;
    };
    QCOMPARE(open(), QString());
    QCOMPARE(as(QStringLiteral("INSERT INTO signalbox.schema_migrations VALUES (999, 0)")).exit, 0);
    QCOMPARE(open(), QStringLiteral("ledger-newer"));
    QVERIFY(as(QStringLiteral("DELETE FROM signalbox.schema_migrations WHERE version > 5")).exit == 0);
    QCOMPARE(open(), QStringLiteral("ledger-older"));
    QVERIFY(as(QStringLiteral("DROP SCHEMA signalbox CASCADE")).exit == 0);
    QCOMPARE(open(), QStringLiteral("ledger-missing"));
}

QTEST_GUILESS_MAIN(PostgresTamperTest)
#include "postgrestamper_test.moc"
