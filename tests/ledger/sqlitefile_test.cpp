// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Files a ledger may meet: older, newer, cut off, broken, gone. Nothing is lost, nothing is touched that we
// do not understand.

#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/migrations.h"
#include "backends/ledger/recordhash.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ledger;

namespace
{

LedgerRecord recordNumber(int number)
{
    LedgerRecord record;
    record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000 + number, Qt::UTC);
    record.kind = number % 2 == 0 ? RecordKind::Outcome : RecordKind::Intent;
    record.operationId = QStringLiteral("op-%1").arg((number + 1) / 2);
    record.actor = QStringLiteral("陳");
    record.action = QStringLiteral("Promote");
    record.result = number % 2 == 0 ? QStringLiteral("succeeded") : QString();
    record.reason = QString(200, u'r');
    return record;
}

QVariant ask(const QString &directory, const QStringList &statements)
{
    QVariant answer;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("ask"));
        database.setDatabaseName(directory + QStringLiteral("/signalbox-ledger.db"));
        if (!database.open()) {
            qWarning() << database.lastError().text();
        }
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement)) {
                qWarning() << query.lastError().text() << statement;
            }
        }
        answer = query.next() ? query.value(0) : QVariant();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("ask"));
    return answer;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the first version of the program left: records with their chain, and no version number.
void makeFirstFile(const QString &directory, int count)
{
    QStringList statements = statementsOf(migrationsOf(Engine::Sqlite).value(0).sql);
    QByteArray previous;
    for (int i = 1; i <= count; ++i) {
        LedgerRecord record = recordNumber(i);
        record.sequence = i;
        record.previousHash = previous;
        previous = recordHash(record);
        statements << QStringLiteral("INSERT INTO records VALUES (%1, %2, '%3', '%4', '%5', '', '', '', '', "
                                     "'Promote', '%6', '%7', x'', x'%8', x'%9')")
                          .arg(i)
                          .arg(record.time.toMSecsSinceEpoch())
                          .arg(kindWord(record.kind), record.operationId, record.actor, record.result,
                               record.reason, QString::fromLatin1(record.previousHash.toHex()),
                               QString::fromLatin1(previous.toHex()));
    }
    ask(directory, statements);
}

} // namespace

class SqliteFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void migratesTheFirstFileWithItsChain();
    void twoProgramsMigrateOnce();
    void leavesANewerFileAlone();
    void saysThatAFileIsDamaged_data();
    void saysThatAFileIsDamaged();
    void doesNotBeginAnewWhereALedgerWas_data();
    void doesNotBeginAnewWhereALedgerWas();
    void recoversWhatTheLogHolds();
    void guardsItsTables_data();
    void guardsItsTables();

private:
    QString path() const { return m_directory->filePath(QStringLiteral("signalbox-ledger.db")); }
    void fill(int count)
    {
        LedgerFile file(m_directory->path());
        for (int i = 1; i <= count; ++i) {
            QCOMPARE(file.append(recordNumber(i)).value_or(-1), i);
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void SqliteFileTest::migratesTheFirstFileWithItsChain()
{
    makeFirstFile(m_directory->path(), 5);
    QCOMPARE(ask(m_directory->path(), {QStringLiteral("PRAGMA user_version")}).toInt(), 0);
    LedgerFile file(m_directory->path());
    QVERIFY(file.verify().value() == (ChainReport{ChainState::Intact, 5, 0}));
    QCOMPARE(file.append(recordNumber(6)).value_or(-1), 6);
    QVERIFY(file.verify().value() == (ChainReport{ChainState::Intact, 6, 0}));
    QCOMPARE(ask(m_directory->path(), {QStringLiteral("PRAGMA user_version")}).toInt(),
             schemaVersion(Engine::Sqlite));
    const auto one = [this](const char *sql) {
        return ask(m_directory->path(), {QLatin1String(sql)}).toString();
    };
    QCOMPARE(
        one("SELECT group_concat(id || ':' || started_sequence || '-' || last_sequence || result, ' ') FROM "
            "operations"),
        QStringLiteral("op-1:1-2succeeded op-2:3-4succeeded op-3:5-6succeeded"));
    QCOMPARE(one("SELECT group_concat(operation_id || ':' || position, ' ') FROM steps"),
             QStringLiteral("op-1:1 op-1:2 op-2:1 op-2:2 op-3:1 op-3:2"));
}

void SqliteFileTest::twoProgramsMigrateOnce()
{
    makeFirstFile(m_directory->path(), 3);
    LedgerFile one(m_directory->path());
    LedgerFile two(m_directory->path());
    QVERIFY(one.file().open().has_value());
    QVERIFY(two.file().open().has_value());
    QCOMPARE(one.append(recordNumber(4)).value_or(-1), 4);
    QCOMPARE(two.append(recordNumber(5)).value_or(-1), 5);
    QCOMPARE(ask(m_directory->path(), {QStringLiteral("SELECT count(*) FROM schema_migrations")}).toInt(), 1);
}

void SqliteFileTest::leavesANewerFileAlone()
{
    fill(3);
    ask(m_directory->path(),
        {QStringLiteral("PRAGMA user_version = 999"), QStringLiteral("PRAGMA journal_mode = DELETE")});
    const QByteArray before = bytesOf(path());
    LedgerFile file(m_directory->path());
    const auto appended = file.append(recordNumber(4));
    QVERIFY(!appended);
    QCOMPARE(appended.error().reason, QStringLiteral("ledger-newer"));
    QCOMPARE(appended.error().layer, ErrorLayer::Storage);
    QVERIFY(appended.error().detail.contains(QStringLiteral("999")));
    QVERIFY(!file.verify());
    QCOMPARE(bytesOf(path()), before);
    QVERIFY(!QFile::exists(path() + QStringLiteral("-wal")));
}

void SqliteFileTest::saysThatAFileIsDamaged_data()
{
    QTest::addColumn<qint64>("keep");      // bytes; -1: all
    QTest::addColumn<qint64>("overwrite"); // page to fill with noise; -1: none
    QTest::newRow("cut in the middle") << qint64(-2) << qint64(-1);
    QTest::newRow("cut to one page") << qint64(4096) << qint64(-1);
    QTest::newRow("cut inside the header") << qint64(50) << qint64(-1);
    QTest::newRow("noise in the first page") << qint64(-1) << qint64(0);
}

void SqliteFileTest::saysThatAFileIsDamaged()
{
    QFETCH(qint64, keep);
    QFETCH(qint64, overwrite);
    fill(200);
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (keep != -1) {
            QVERIFY(file.resize(keep == -2 ? file.size() / 2 : keep));
        }
        if (overwrite >= 0) {
            QVERIFY(file.seek(overwrite * 4096));
            QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
        }
    }
    const QByteArray before = bytesOf(path());
    LedgerFile file(m_directory->path());
    const auto appended = file.append(recordNumber(201));
    QVERIFY(!appended);
    QCOMPARE(appended.error().reason, QStringLiteral("ledger-damaged"));
    QVERIFY(appended.error().detail.contains(QStringLiteral("Nothing in it was changed")));
    QVERIFY(!file.verify());
    QCOMPARE(bytesOf(path()), before);
}

void SqliteFileTest::doesNotBeginAnewWhereALedgerWas_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("empty") << false;
    QTest::newRow("gone") << true;
}

void SqliteFileTest::doesNotBeginAnewWhereALedgerWas()
{
    QFETCH(bool, gone);
    fill(3);
    QVERIFY(gone ? QFile::remove(path()) : QFile::resize(path(), 0));
    {
        LedgerFile file(m_directory->path());
        const auto appended = file.append(recordNumber(4));
        QVERIFY(!appended);
        QCOMPARE(appended.error().reason, QStringLiteral("ledger-lost"));
        QCOMPARE(QFile::exists(path()), !gone);
    }
    QVERIFY(QFile::remove(path() + QStringLiteral(".made"))); // what the message says
    LedgerFile file(m_directory->path());
    QCOMPARE(file.append(recordNumber(1)).value_or(-1), 1);
}

/// A crash leaves the newest records in the write-ahead log only.
void SqliteFileTest::recoversWhatTheLogHolds()
{
    QTemporaryDir copy;
    LedgerFile file(m_directory->path());
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(file.append(recordNumber(i)).has_value());
    }
    const QString target = copy.filePath(QStringLiteral("signalbox-ledger.db"));
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QVERIFY(QFile::copy(path() + suffix, target + suffix));
    }
    QVERIFY(bytesOf(target + QStringLiteral("-wal")).size() > 0);
    LedgerFile found(copy.path());
    QVERIFY(found.verify().value() == (ChainReport{ChainState::Intact, 3, 0}));
    // A log that was cut while it was written loses only what was never answered.
    QTemporaryDir cut;
    const QString half = cut.filePath(QStringLiteral("signalbox-ledger.db"));
    QVERIFY(QFile::copy(path(), half));
    QVERIFY(QFile::copy(path() + QStringLiteral("-wal"), half + QStringLiteral("-wal")));
    QVERIFY(
        QFile::resize(half + QStringLiteral("-wal"), bytesOf(half + QStringLiteral("-wal")).size() - 100));
    LedgerFile rest(cut.path());
    const auto report = rest.verify();
    QVERIFY(report.has_value());
    QCOMPARE(report->state, ChainState::Intact);
    QCOMPARE(report->records, 2);
}

void SqliteFileTest::guardsItsTables_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql :
         {"UPDATE gate_votes SET person = 'ken'", "DELETE FROM gate_votes", "DELETE FROM gates",
          "UPDATE gates SET requester = 'ken'", "UPDATE gates SET end_state = NULL WHERE id = 'over'",
          "INSERT INTO gate_votes VALUES (NULL, 'v2', 'g', 's', 'ken', '', 'approve', '', 0, 0)",
          "INSERT INTO gate_votes VALUES (NULL, 'v2', 'g', 't', 'dana', '', 'approve', '', 0, 0)",
          "INSERT INTO gate_votes VALUES (NULL, 'v2', 'g', 'none', 'lee', '', 'approve', '', 0, 0)",
          "UPDATE waivers SET granted_by = 'asker'", "UPDATE leases SET token = 1", "DELETE FROM leases",
          "DELETE FROM commands", "UPDATE records SET reason = ''"}) {
        QTest::newRow(sql) << QString::fromLatin1(sql);
    }
}

void SqliteFileTest::guardsItsTables()
{
    QFETCH(QString, sql);
    LedgerFile ledger(m_directory->path());
    QCOMPARE(ledger.append(recordNumber(1)).value_or(-1), 1);
    SqliteFile &file = ledger.file();
    const auto gate =
        QStringLiteral("INSERT INTO gates (id, run_id, rule_id, rule, urgency, plan_id, plan_hash, "
                       "artefact_hash, requester, author, deployer, reason, previous_gate, opened_ms, "
                       "end_state) VALUES ('%1', 'u/h', 'r', '{}', 'normal', '', x'', x'', 'olga', '', "
                       "'', '', '', 0, %2)");
    for (const QString &statement :
         {QStringLiteral("INSERT INTO releases (run_id, object_uid, revision_hash, cluster, namespace, name, "
                         "created_ms, changed_ms) VALUES ('u/h', 'u', 'h', '', '', '', 0, 0)"),
          gate.arg(QStringLiteral("g"), QStringLiteral("NULL")),
          gate.arg(QStringLiteral("over"), QStringLiteral("'withdrawn'")),
          QStringLiteral("INSERT INTO gate_seats VALUES ('g', 1, 's', 'r'), ('g', 2, 't', 'r')"),
          QStringLiteral(
              "INSERT INTO gate_votes VALUES (NULL, 'v', 'g', 's', 'dana', '', 'approve', '', 0, 0)"),
          QStringLiteral(
              "INSERT INTO waivers VALUES (NULL, 'w', 'u/h', 'c', 'i', 'waived', '', 'asker', '', 0, NULL, "
              "NULL)"),
          QStringLiteral("INSERT INTO commands VALUES (NULL, 'c', 'u/h', 'p', 'k', x'', 1, 1, 0)"),
          QStringLiteral("INSERT INTO leases VALUES ('r', 'h', 'p', 2, 0)")}) {
        const auto done = file.run(statement);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    }
    QVERIFY(!file.run(sql));
    QCOMPARE(
        ask(m_directory->path(), {QStringLiteral("SELECT count(*) FROM gate_votes WHERE person = 'dana'")})
            .toInt(),
        1);
}

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "sqlitefile_test.moc"
