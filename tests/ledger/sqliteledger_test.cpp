// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteledger.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <sys/resource.h>

using namespace signalbox;

namespace
{

LedgerRecord recordNumber(int number)
{
    LedgerRecord record;
    record.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000 + number, Qt::UTC);
    record.kind = number % 2 == 0 ? RecordKind::Outcome : RecordKind::Intent;
    // Every record its own operation: a ledger takes one intent and one outcome of each.
    record.operationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.actor = QStringLiteral("陳 <script>");
    record.cluster = QStringLiteral("prod");
    record.namespaceName = QStringLiteral("shop");
    record.object = number % 3 == 0 ? QStringLiteral("web") : QStringLiteral("api");
    record.objectUid = QStringLiteral("u1");
    record.action = QStringLiteral("RollBack");
    record.reason = QStringLiteral("it's \"bad\"; DROP TABLE records;--");
    record.parameters = R"({"target":"abc"})";
    return record;
}

template <typename T> Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

void fill(SqliteLedger &ledger, int count)
{
    for (int i = 1; i <= count; ++i) {
        const auto sequence = wait(ledger.append(recordNumber(i)));
        QVERIFY2(sequence.has_value(), sequence ? "" : qPrintable(sequence.error().detail));
    }
}

/// Someone with a database tool who knows about the triggers.
void tamper(const QString &directory, const QStringList &statements)
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(directory + QStringLiteral("/signalbox-ledger.db"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

const QString NoUpdateGuard = QStringLiteral("DROP TRIGGER records_no_update");
const QString NoDeleteGuard = QStringLiteral("DROP TRIGGER records_no_delete");

} // namespace

class SqliteLedgerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAndReadsBack();
    void filters();
    void continuesAfterReopening();
    void isForTheOwnerOnly();
    void refusesChanges_data();
    void refusesChanges();
    void findsTampering_data();
    void findsTampering();
    void findsACutOffEnd();
    void checksFromTheLastGoodRecord_data();
    void checksFromTheLastGoodRecord();
    void twoWritersOneChain();
    void fullDiskIsAnError();
    void unusablePlaceIsAnError_data();
    void unusablePlaceIsAnError();
    void keepsWhatWasHandedInAtTheEnd();
    void oneIntentAndOneOutcome();
    void unfinishedOperations();
};

void SqliteLedgerTest::oneIntentAndOneOutcome()
{
    const QTemporaryDir directory;
    SqliteLedger one(directory.path());
    SqliteLedger other(directory.path());
    LedgerRecord record = recordNumber(1);
    for (const RecordKind kind : {RecordKind::Intent, RecordKind::Outcome}) {
        record.kind = kind;
        QVERIFY(wait(one.append(record)));
        const auto second = wait(other.append(record));
        QVERIFY(!second);
        QCOMPARE(second.error().layer, ErrorLayer::Storage);
    }
    for (const RecordKind kind : {RecordKind::Step, RecordKind::Observation}) {
        record.kind = kind;
        QVERIFY(wait(one.append(record)));
        QVERIFY(wait(other.append(record)));
    }
    QCOMPARE(wait(other.verify())->records, 6);
    QCOMPARE(wait(other.verify())->state, ChainState::Intact);
}

void SqliteLedgerTest::unfinishedOperations()
{
    const QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    const auto add = [&ledger](const char *operation, RecordKind kind, const char *cluster = "prod") {
        LedgerRecord record = recordNumber(1);
        record.operationId = QString::fromLatin1(operation);
        record.kind = kind;
        record.cluster = QString::fromLatin1(cluster);
        QVERIFY(wait(ledger.append(record)));
    };
    add("done", RecordKind::Intent);
    add("open", RecordKind::Intent);
    add("done", RecordKind::Step);
    add("elsewhere", RecordKind::Intent, "test");
    add("open", RecordKind::Step);
    add("done", RecordKind::Outcome);
    add("unbegun", RecordKind::Observation);
    QStringList found;
    const auto unfinished = wait(ledger.unfinished({}));
    for (const LedgerRecord &record : *unfinished) {
        found.append(record.operationId + QString::number(static_cast<int>(record.kind)));
    }
    QCOMPARE(found,
             QStringList({QStringLiteral("open0"), QStringLiteral("elsewhere0"), QStringLiteral("open1")}));
    QCOMPARE(wait(ledger.unfinished(QStringLiteral("test")))->size(), 1);
    QVERIFY(wait(ledger.unfinished(QStringLiteral("nowhere")))->isEmpty());
}

void SqliteLedgerTest::appendsAndReadsBack()
{
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    QCOMPARE(wait(ledger.append(recordNumber(1))).value(), 1);
    const LedgerRecord second = recordNumber(2);
    QCOMPARE(wait(ledger.append(second)).value(), 2);
    const auto records = wait(ledger.recent({}, {}, {}, 10));
    QVERIFY(records.has_value());
    QCOMPARE(records->size(), 2);
    LedgerRecord newest = records->first();
    QCOMPARE(newest.sequence, 2);
    QCOMPARE(newest.previousHash, records->last().hash);
    QCOMPARE(newest.hash.size(), 32);
    newest.sequence = 0;
    newest.hash.clear();
    newest.previousHash.clear();
    QVERIFY(newest == second);
    const auto report = wait(ledger.verify());
    QVERIFY(report.value() == (ChainReport{ChainState::Intact, 2, 0}));
}

void SqliteLedgerTest::filters()
{
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    fill(ledger, 9);
    QCOMPARE(wait(ledger.recent(QStringLiteral("prod"), QStringLiteral("shop"), QStringLiteral("web"), 10))
                 ->size(),
             3);
    QCOMPARE(wait(ledger.recent(QStringLiteral("prod"), {}, {}, 4))->size(), 4);
    QCOMPARE(wait(ledger.recent(QStringLiteral("test"), {}, {}, 10))->size(), 0);
    QCOMPARE(wait(ledger.recent({}, {}, {}, 10))->first().sequence, 9);
    QCOMPARE(wait(ledger.recent({}, {}, {}, -1))->size(), 0);
}

void SqliteLedgerTest::continuesAfterReopening()
{
    QTemporaryDir directory;
    {
        SqliteLedger ledger(directory.path());
        fill(ledger, 3);
    }
    SqliteLedger ledger(directory.path());
    QCOMPARE(wait(ledger.append(recordNumber(4))).value(), 4);
    QVERIFY(wait(ledger.verify()).value() == (ChainReport{ChainState::Intact, 4, 0}));
}

void SqliteLedgerTest::isForTheOwnerOnly()
{
    QTemporaryDir directory;
    const QString inside = directory.path() + QStringLiteral("/made/by/us");
    SqliteLedger ledger(inside);
    fill(ledger, 1);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
    for (const auto &name : {"", "/signalbox-ledger.db", "/signalbox-ledger.db-wal"}) {
        const QFileInfo info(inside + QString::fromLatin1(name));
        QVERIFY2(info.exists(), name);
        QVERIFY2(!(info.permissions() & others), name);
    }
}

void SqliteLedgerTest::refusesChanges_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << QStringLiteral("UPDATE records SET actor = 'x' WHERE sequence = 1");
    QTest::newRow("delete") << QStringLiteral("DELETE FROM records");
    QTest::newRow("out of order") << QStringLiteral(
        "INSERT INTO records SELECT 99, time_ms, kind, 'another', actor, cluster, "
        "namespace, object, object_uid, action, result, reason, parameters, "
        "previous_hash, hash FROM records WHERE sequence = 1");
}

void SqliteLedgerTest::refusesChanges()
{
    QFETCH(QString, statement);
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    fill(ledger, 2);
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("guard"));
        database.setDatabaseName(directory.path() + QStringLiteral("/signalbox-ledger.db"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(!query.exec(statement));
        QVERIFY2(query.lastError().text().contains(QStringLiteral("append-only")),
                 qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("guard"));
    QVERIFY(wait(ledger.verify()).value() == (ChainReport{ChainState::Intact, 2, 0}));
}

void SqliteLedgerTest::findsTampering_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBroken");
    const auto update = [](const char *change) {
        return QStringList{NoUpdateGuard,
                           QStringLiteral("UPDATE records SET ") + QString::fromLatin1(change)};
    };
    QTest::newRow("actor") << update("actor = 'nobody' WHERE sequence = 4") << qint64(4);
    QTest::newRow("time") << update("time_ms = time_ms + 1 WHERE sequence = 1") << qint64(1);
    QTest::newRow("parameters") << update("parameters = '{}' WHERE sequence = 6") << qint64(6);
    QTest::newRow("kind") << update("kind = 'rumour' WHERE sequence = 2") << qint64(2);
    QTest::newRow("hash") << update("hash = x'00' WHERE sequence = 3") << qint64(3);
    QTest::newRow("text moved to the next field")
        << update("reason = result || reason, result = '' , action = action || '' , object = 'we', "
                  "object_uid = 'bu1' "
                  "WHERE sequence = 3")
        << qint64(3);
    QTest::newRow("deleted in the middle")
        << QStringList{NoDeleteGuard, QStringLiteral("DELETE FROM records WHERE sequence = 3")} << qint64(3);
    QTest::newRow("deleted and renumbered")
        << QStringList{NoDeleteGuard, NoUpdateGuard, QStringLiteral("DELETE FROM records WHERE sequence = 3"),
                       QStringLiteral("UPDATE records SET sequence = sequence - 1 WHERE sequence > 3")}
        << qint64(3);
    QTest::newRow("swapped")
        << QStringList{NoUpdateGuard, QStringLiteral("UPDATE records SET sequence = 99 WHERE sequence = 2"),
                       QStringLiteral("UPDATE records SET sequence = 2 WHERE sequence = 5"),
                       QStringLiteral("UPDATE records SET sequence = 5 WHERE sequence = 99")}
        << qint64(2);
}

void SqliteLedgerTest::findsTampering()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, firstBroken);
    QTemporaryDir directory;
    {
        SqliteLedger ledger(directory.path());
        fill(ledger, 6);
    }
    tamper(directory.path(), statements);
    SqliteLedger ledger(directory.path());
    const auto report = wait(ledger.verify());
    QVERIFY(report.has_value());
    QVERIFY(report->state == ChainState::Broken);
    QCOMPARE(report->firstBroken, firstBroken);
}

void SqliteLedgerTest::findsACutOffEnd()
{
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    fill(ledger, 5);
    tamper(directory.path(), {NoDeleteGuard, QStringLiteral("DELETE FROM records WHERE sequence > 3")});
    const auto report = wait(ledger.verify());
    QVERIFY(report->state == ChainState::Broken);
    QCOMPARE(report->firstBroken, 4);
}

void SqliteLedgerTest::checksFromTheLastGoodRecord_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBroken"); // 0: not looked at again
    const auto update = [](const char *change) {
        return QStringList{NoUpdateGuard,
                           QStringLiteral("UPDATE records SET ") + QString::fromLatin1(change)};
    };
    const auto remove = [](const char *which) {
        return QStringList{NoDeleteGuard,
                           QStringLiteral("DELETE FROM records WHERE ") + QString::fromLatin1(which)};
    };
    QTest::newRow("checked before") << update("actor = 'nobody' WHERE sequence = 2") << qint64(0);
    QTest::newRow("the anchor's text") << update("actor = 'nobody' WHERE sequence = 4") << qint64(4);
    QTest::newRow("the anchor's hash") << update("hash = x'00' WHERE sequence = 4") << qint64(4);
    QTest::newRow("two edits, one before the anchor")
        << update("actor = 'nobody' WHERE sequence IN (2, 5)") << qint64(2);
    QTest::newRow("added since") << update("actor = 'nobody' WHERE sequence = 6") << qint64(6);
    QTest::newRow("removed since") << remove("sequence = 5") << qint64(5);
    QTest::newRow("cut off since") << remove("sequence > 5") << qint64(6);
    QTest::newRow("cut off with the anchor") << remove("sequence > 3") << qint64(4);
    QTest::newRow("emptied") << remove("sequence > 0") << qint64(1);
}

void SqliteLedgerTest::checksFromTheLastGoodRecord()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, firstBroken);
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    fill(ledger, 4);
    QVERIFY(wait(ledger.verify()).value() == (ChainReport{ChainState::Intact, 4, 0}));
    fill(ledger, 2);
    tamper(directory.path(), statements);
    const auto report = wait(ledger.verify());
    QCOMPARE(report->state == ChainState::Intact, firstBroken == 0);
    QCOMPARE(report->firstBroken, firstBroken);
    if (firstBroken == 0) {
        QCOMPARE(report->records, 6);
        SqliteLedger nextSession(directory.path());
        QCOMPARE(wait(nextSession.verify())->firstBroken, 2);
    } else {
        QCOMPARE(wait(ledger.verify())->firstBroken, firstBroken); // it stays broken
    }
}

void SqliteLedgerTest::twoWritersOneChain()
{
    QTemporaryDir directory;
    SqliteLedger first(directory.path());
    SqliteLedger second(directory.path());
    QVector<QFuture<Result<qint64>>> writes;
    for (int i = 0; i < 60; ++i) {
        writes.push_back((i % 2 == 0 ? first : second).append(recordNumber(i)));
    }
    QVector<qint64> sequences;
    for (auto &write : writes) {
        const auto sequence = wait(write);
        QVERIFY2(sequence.has_value(), sequence ? "" : qPrintable(sequence.error().detail));
        sequences.push_back(*sequence);
    }
    std::sort(sequences.begin(), sequences.end());
    for (int i = 0; i < sequences.size(); ++i) {
        QCOMPARE(sequences.at(i), i + 1);
    }
    QVERIFY(wait(first.verify()).value() == (ChainReport{ChainState::Intact, 60, 0}));
    QVERIFY(wait(second.verify()).value() == (ChainReport{ChainState::Intact, 60, 0}));
}

void SqliteLedgerTest::fullDiskIsAnError()
{
    QTemporaryDir directory;
    SqliteLedger ledger(directory.path());
    fill(ledger, 2);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 256 * 1024;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    LedgerRecord large = recordNumber(3);
    large.parameters = QByteArray(1024 * 1024, 'x');
    const auto refused = wait(ledger.append(large));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().code == ErrorCode::Storage);
    QVERIFY(refused.error().layer == ErrorLayer::Storage);
    QVERIFY(!refused.error().detail.isEmpty());
    QCOMPARE(wait(ledger.append(recordNumber(3))).value(), 3);
    QVERIFY(wait(ledger.verify()).value() == (ChainReport{ChainState::Intact, 3, 0}));
}

void SqliteLedgerTest::unusablePlaceIsAnError_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a folder that cannot be made") << QStringLiteral("/proc/signalbox");
    QTest::newRow("a file is in the way") << QStringLiteral("file");
    QTest::newRow("not a database") << QStringLiteral("rubbish");
}

void SqliteLedgerTest::unusablePlaceIsAnError()
{
    QFETCH(QString, place);
    QTemporaryDir directory;
    if (place == QLatin1String("file")) {
        place = directory.path() + QStringLiteral("/file");
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (place == QLatin1String("rubbish")) {
        place = directory.path();
        QFile file(place + QStringLiteral("/signalbox-ledger.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'r'));
    }
    SqliteLedger ledger(place);
    const auto appended = wait(ledger.append(recordNumber(1)));
    const auto listed = wait(ledger.recent({}, {}, {}, 5));
    const auto report = wait(ledger.verify());
    QVERIFY(!appended && !listed && !report);
    QVERIFY(appended.error().code == ErrorCode::Storage);
    QVERIFY(listed.error().code == ErrorCode::Storage);
    QVERIFY(report.error().code == ErrorCode::Storage);
    QVERIFY(appended.error().subject.startsWith(place));
}

void SqliteLedgerTest::keepsWhatWasHandedInAtTheEnd()
{
    QTemporaryDir directory;
    QFuture<Result<qint64>> write;
    {
        SqliteLedger ledger(directory.path());
        write = ledger.append(recordNumber(1));
    }
    QVERIFY(write.isFinished());
    QCOMPARE(write.result().value(), 1);
}

QTEST_GUILESS_MAIN(SqliteLedgerTest)
#include "sqliteledger_test.moc"
