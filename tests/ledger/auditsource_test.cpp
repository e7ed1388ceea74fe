// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Real ledgers, and people with a database tool.

#include "backends/ledger/auditcheck.h"
#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/postgresauditsource.h"
#include "backends/ledger/postgresrecords.h"
#include "backends/ledger/sqliteauditsource.h"
#include "tests/ledger/auditlog.h"
#include "tests/ledger/ledgerworld.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

constexpr int size = 9;

/// Someone with a database tool who knows about the triggers.
void tamper(const QString &directory, const QStringList &statements)
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(directory + QStringLiteral("/signalbox-ledger.db"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QStringList all{QStringLiteral("DROP TRIGGER records_no_update"),
                        QStringLiteral("DROP TRIGGER records_no_delete"),
                        QStringLiteral("DROP TRIGGER records_in_order")};
        for (const QString &statement : all + statements) {
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

void fill(const QString &directory, int count)
{
    ledger::LedgerFile file(directory);
    for (const LedgerRecord &record : chainOf(count)) {
        QVERIFY(file.append(record));
    }
}

AuditReport check(const QString &directory, const AuditTrust &trust = {})
{
    SqliteAuditSource source(directory);
    const auto report = checkAudit(source, trust);
    if (!report) {
        qWarning("%s", qPrintable(report.error().detail));
    }
    return report ? *report : AuditReport{};
}

} // namespace

class AuditSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouched();
    void everyColumnOfEveryRow_data();
    void everyColumnOfEveryRow();
    void rows_data();
    void rows();
    void checkpointsShowACutAndARewrite();
    void checkpointsAreAppendOnly();
    void noLedger();
    void checkingChangesNothing();
    void onPostgres();
};

void AuditSourceTest::untouched()
{
    const QTemporaryDir directory;
    fill(directory.path(), size);
    const AuditReport report = check(directory.path());
    QCOMPARE(report.verdict, AuditVerdict::Unanchored);
    QCOMPARE(report.records, size);
    QCOMPARE(report.last, size);
    QCOMPARE(report.faults, 0);
}

void AuditSourceTest::everyColumnOfEveryRow_data()
{
    QTest::addColumn<QString>("edit");
    const auto row = [](const char *name, const char *edit) {
        QTest::newRow(name) << QString::fromLatin1(edit);
    };
    row("time", "time_ms = time_ms + 1");
    row("time as a fraction", "time_ms = time_ms + 0.25");
    row("time as text", "time_ms = time_ms || 'x'");
    row("kind", "kind = 'step'");
    row("kind nobody knows", "kind = 'notice'"); // reads like the kind these records have
    for (const char *text : {"operation_id", "actor", "cluster", "namespace", "object", "object_uid",
                             "action", "result", "reason"}) {
        QTest::newRow(text) << QStringLiteral("%1 = %1 || 'x'").arg(QLatin1String(text));
    }
    row("text that is none", "reason = CAST(x'ff' AS TEXT)");
    row("text as bytes", "actor = CAST(actor AS BLOB)");
    row("behind a zero", "actor = CAST(CAST(actor AS BLOB) || x'0078' AS TEXT)");
    row("parameters", "parameters = CAST(parameters || ' ' AS BLOB)");
    row("parameters as text", "parameters = CAST(parameters AS TEXT)");
    row("previous", "previous_hash = zeroblob(32)");
    row("hash", "hash = zeroblob(32)");
}

void AuditSourceTest::everyColumnOfEveryRow()
{
    QFETCH(QString, edit);
    for (const int number : {1, 5, size}) {
        const QTemporaryDir directory;
        fill(directory.path(), size);
        tamper(directory.path(),
               {QStringLiteral("UPDATE records SET %1 WHERE sequence = %2").arg(edit).arg(number)});
        const AuditReport report = check(directory.path());
        QCOMPARE(report.verdict, AuditVerdict::Mismatch);
        QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::Edited, number, 1}));
        QCOMPARE(report.faults, 1);
    }
}

void AuditSourceTest::rows_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<AuditFinding>("first");
    const auto row = [](const char *name, const QStringList &statements, const AuditFinding &first) {
        QTest::newRow(name) << statements << first;
    };
    const QString closeGap = QStringLiteral("UPDATE records SET sequence = sequence - 1 WHERE sequence > 4");
    const QString drop = QStringLiteral("DELETE FROM records WHERE sequence = 4");
    row("dropped", {drop}, {AuditFault::Missing, 4, 1});
    row("dropped and renumbered", {drop, closeGap}, {AuditFault::Missing, 4, 1});
    row("swapped",
        {QStringLiteral("UPDATE records SET sequence = -1 WHERE sequence = 3"),
         QStringLiteral("UPDATE records SET sequence = 3 WHERE sequence = 6"),
         QStringLiteral("UPDATE records SET sequence = 6 WHERE sequence = -1")},
        {AuditFault::Reordered, 3, 1});
    row("moved to the end", {QStringLiteral("UPDATE records SET sequence = 5000 WHERE sequence = 4")},
        {AuditFault::Reordered, 4, 1});
    row("inserted",
        {QStringLiteral("UPDATE records SET sequence = -1 - sequence WHERE sequence > 4"),
         QStringLiteral("UPDATE records SET sequence = 0 - sequence WHERE sequence < 0"),
         QStringLiteral(
             "INSERT INTO records SELECT 5, time_ms, kind, '', actor, cluster, namespace, object, "
             "object_uid, action, result, 'forged', parameters, hash, zeroblob(32) FROM records WHERE "
             "sequence = 4")},
        {AuditFault::Edited, 5, 1});
}

void AuditSourceTest::rows()
{
    QFETCH(QStringList, statements);
    QFETCH(AuditFinding, first);
    const QTemporaryDir directory;
    fill(directory.path(), size);
    tamper(directory.path(), statements);
    const AuditReport report = check(directory.path());
    QCOMPARE(report.verdict, AuditVerdict::Mismatch);
    QCOMPARE(report.findings.first(), first);
}

void AuditSourceTest::checkpointsShowACutAndARewrite()
{
    const QTemporaryDir directory;
    fill(directory.path(), size);
    const AuditKey key = *AuditKey::generate();
    const QDateTime noon = QDateTime::fromMSecsSinceEpoch(1'787'313'600'000, Qt::UTC);
    {
        SqliteAuditSource source(directory.path());
        const auto checkpoint = sealed(source, {}, key, noon);
        QVERIFY(checkpoint);
        QVERIFY(source.keep(*checkpoint));
        QCOMPARE(*source.checkpoints(), (QVector<AuditCheckpoint>{*checkpoint}));
    }
    const AuditTrust trust{{}, {key.publicKey()}};
    QCOMPARE(check(directory.path(), trust).verdict, AuditVerdict::Intact);
    fill(directory.path(), 2);
    QCOMPARE(check(directory.path(), trust).verdict, AuditVerdict::Extended);
    tamper(directory.path(), {QStringLiteral("DELETE FROM records WHERE sequence > 7")});
    AuditReport report = check(directory.path(), trust);
    QCOMPARE(report.verdict, AuditVerdict::Truncated);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::Truncated, 8, 2}));
    fill(directory.path(), 5); // grown again, as if nothing had been
    report = check(directory.path(), trust);
    QCOMPARE(report.verdict, AuditVerdict::WrongAnchor);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::WrongAnchor, size, 1}));
    QCOMPARE(check(directory.path(), {{}, {AuditKey::generate()->publicKey()}}).verdict,
             AuditVerdict::BadCheckpoint);
}

void AuditSourceTest::checkpointsAreAppendOnly()
{
    const QTemporaryDir directory;
    fill(directory.path(), 1);
    const AuditKey key = *AuditKey::generate();
    SqliteAuditSource source(directory.path());
    QVERIFY(source.keep(*sealed(source, {}, key, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC))));
    ledger::SqliteFile file(directory.path());
    QVERIFY(file.open());
    QVERIFY(!file.run(QStringLiteral("DELETE FROM checkpoints")));
    QVERIFY(!file.run(QStringLiteral("UPDATE checkpoints SET size = 0")));
}

void AuditSourceTest::noLedger()
{
    const QTemporaryDir directory;
    SqliteAuditSource source(directory.path());
    const auto report = checkAudit(source, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("signalbox-ledger.db"))));
}

void AuditSourceTest::checkingChangesNothing()
{
    const QTemporaryDir directory;
    fill(directory.path(), size);
    const auto digest = [&directory] {
        QFile file(directory.filePath(QStringLiteral("signalbox-ledger.db")));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
    };
    const QByteArray before = digest();
    QVERIFY(!before.isEmpty());
    QCOMPARE(check(directory.path()).records, size);
    QCOMPARE(digest(), before);
}

void AuditSourceTest::onPostgres()
{
    PostgresServer server;
    const QString database = QStringLiteral("audited");
    QString problem = server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = server.makeLedger(database, {QStringLiteral("dana"), QStringLiteral("ken")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    ledger::PostgresRecords records(server.place(database, QStringLiteral("dana")));
    for (const LedgerRecord &record : chainOf(size)) {
        QVERIFY(records.appendOnce(record.operationId, record));
    }
    PostgresAuditSource source(server.place(database, QStringLiteral("ken")));
    const AuditKey key = *AuditKey::generate();
    const AuditTrust trust{{}, {key.publicKey()}};
    const auto checkpoint = sealed(source, {}, key, QDateTime::fromMSecsSinceEpoch(5000, Qt::UTC));
    QVERIFY(checkpoint);
    QVERIFY(source.keep(*checkpoint));
    QCOMPARE(*source.checkpoints(), (QVector<AuditCheckpoint>{*checkpoint}));
    QCOMPARE(checkAudit(source, trust)->verdict, AuditVerdict::Intact);
    AuditCheckpoint elsewhere = *checkpoint;
    elsewhere.head = QByteArray(32, 'x');
    QVERIFY(!source.keep(elsewhere)); // of no chain that is here
    // What a normal login may not, and what the owner of the machine can.
    for (const char *attack : {"DELETE FROM signalbox.checkpoints",
                               "UPDATE signalbox.checkpoints SET size = 1", "TRUNCATE signalbox.checkpoints",
                               "INSERT INTO signalbox.checkpoints (size, head, time_ms, key_id, signature, "
                               "person) VALUES (1, '', 1, "
                               "'k', '', 'dana')"}) {
        QVERIFY2(server.psql(database, QStringLiteral("ken"), QLatin1String(attack)).exit != 0, attack);
    }
    const auto edited = server.psql(
        database, QStringLiteral("admin"),
        QStringLiteral("SET session_replication_role = replica; UPDATE signalbox.records SET reason = "
                       "'' WHERE sequence = 4"));
    QVERIFY2(edited.exit == 0, qPrintable(edited.error));
    QCOMPARE(checkAudit(source, trust)->findings.first(), (AuditFinding{AuditFault::Edited, 4, 1}));
    const auto cut = server.psql(database, QStringLiteral("admin"),
                                 QStringLiteral("SET session_replication_role = replica; DELETE FROM "
                                                "signalbox.records WHERE sequence > 3"));
    QVERIFY2(cut.exit == 0, qPrintable(cut.error));
    const AuditReport report = *checkAudit(source, trust);
    QCOMPARE(report.verdict, AuditVerdict::Truncated);
    QCOMPARE(report.findings.first(), (AuditFinding{AuditFault::Truncated, 4, size - 3}));
}

QTEST_GUILESS_MAIN(AuditSourceTest)
#include "auditsource_test.moc"
