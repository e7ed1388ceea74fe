// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/ledgerfile.h"

#include "backends/ledger/recordhash.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <tuple>

namespace signalbox::ledger
{
namespace
{

const QString Columns = QStringLiteral(
    "sequence, time_ms, kind, operation_id, actor, cluster, namespace, object, object_uid, action, "
    "result, reason, parameters, previous_hash, hash");

tl::unexpected<Error> storage(const QString &detail, const QString &path)
{
    return failure(ErrorCode::Storage, ErrorLayer::Storage, detail, path);
}

/// Null becomes empty: the columns hold no NULL.
QString filled(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray filled(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

LedgerRecord recordOf(const QSqlQuery &row)
{
    LedgerRecord record;
    record.sequence = row.value(0).toLongLong();
    record.time = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC);
    record.kind = kindOfWord(row.value(2).toString());
    record.operationId = row.value(3).toString();
    record.actor = row.value(4).toString();
    record.cluster = row.value(5).toString();
    record.namespaceName = row.value(6).toString();
    record.object = row.value(7).toString();
    record.objectUid = row.value(8).toString();
    record.action = row.value(9).toString();
    record.result = row.value(10).toString();
    record.reason = row.value(11).toString();
    record.parameters = row.value(12).toByteArray();
    record.previousHash = row.value(13).toByteArray();
    record.hash = row.value(14).toByteArray();
    return record;
}

void bindRecord(QSqlQuery &query, const LedgerRecord &record)
{
    query.addBindValue(record.sequence);
    query.addBindValue(record.time.toMSecsSinceEpoch());
    query.addBindValue(kindWord(record.kind));
    for (const QString &text :
         {record.operationId, record.actor, record.cluster, record.namespaceName, record.object,
          record.objectUid, record.action, record.result, record.reason}) {
        query.addBindValue(filled(text));
    }
    for (const QByteArray &bytes : {record.parameters, record.previousHash, record.hash}) {
        query.addBindValue(filled(bytes));
    }
}

QStringList schema()
{
    return {
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = FULL"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS records (sequence INTEGER PRIMARY KEY, time_ms INTEGER NOT NULL, "
            "kind TEXT NOT NULL, operation_id TEXT NOT NULL, actor TEXT NOT NULL, cluster TEXT NOT NULL, "
            "namespace TEXT NOT NULL, object TEXT NOT NULL, object_uid TEXT NOT NULL, action TEXT NOT NULL, "
            "result TEXT NOT NULL, reason TEXT NOT NULL, parameters BLOB NOT NULL, "
            "previous_hash BLOB NOT NULL, hash BLOB NOT NULL)"),
        QStringLiteral(
            "CREATE INDEX IF NOT EXISTS records_by_object ON records (cluster, namespace, object)"),
        QStringLiteral("CREATE TRIGGER IF NOT EXISTS records_no_update BEFORE UPDATE ON records BEGIN "
                       "SELECT RAISE(ABORT, 'the ledger is append-only'); END"),
        QStringLiteral("CREATE TRIGGER IF NOT EXISTS records_no_delete BEFORE DELETE ON records BEGIN "
                       "SELECT RAISE(ABORT, 'the ledger is append-only'); END"),
        QStringLiteral(
            "CREATE TRIGGER IF NOT EXISTS records_in_order BEFORE INSERT ON records WHEN NEW.sequence IS NOT "
            "(SELECT COALESCE(MAX(sequence), 0) + 1 FROM records) BEGIN "
            "SELECT RAISE(ABORT, 'the ledger is append-only'); END"),
        QStringLiteral(
            "CREATE INDEX IF NOT EXISTS records_by_operation ON records (operation_id, kind, cluster)"),
        QStringLiteral(
            "CREATE TRIGGER IF NOT EXISTS records_once BEFORE INSERT ON records WHEN NEW.operation_id <> '' "
            "AND NEW.kind IN ('intent', 'outcome') AND EXISTS (SELECT 1 FROM records WHERE operation_id = "
            "NEW.operation_id AND kind = NEW.kind) BEGIN "
            "SELECT RAISE(ABORT, 'this operation has such a record already'); END"),
    };
}

} // namespace

LedgerFile::LedgerFile(QString directory)
    : m_directory(std::move(directory))
    , m_path(m_directory + QStringLiteral("/signalbox-ledger.db"))
    , m_connection(QStringLiteral("signalbox-ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

LedgerFile::~LedgerFile()
{
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<Done> LedgerFile::createFile() const
{
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir(m_directory).exists()) {
        if (!QDir().mkpath(m_directory)) {
            return storage(QStringLiteral("the folder cannot be made"), m_directory);
        }
        QFile::setPermissions(m_directory, ownerOnly | QFileDevice::ExeOwner);
    }
    QFile file(m_path);
    // SQLite gives its side files the permissions of the main file, so that one has to be right from the
    // start.
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) &&
        !file.exists()) {
        return storage(file.errorString(), m_path);
    }
    return Done();
}

Result<Done> LedgerFile::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement)) {
        return storage(query.lastError().text(), m_path);
    }
    return Done();
}

Result<Done> LedgerFile::open()
{
    if (m_database.isOpen()) {
        return Done();
    }
    if (auto made = createFile(); !made) {
        return made;
    }
    if (!m_database.isValid()) {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }
    if (!m_database.open()) {
        return storage(m_database.lastError().text(), m_path);
    }
    for (const QString &statement : schema()) {
        if (auto done = run(statement); !done) {
            m_database.close();
            return done;
        }
    }
    return Done();
}

Result<LedgerRecord> LedgerFile::last()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT %1 FROM records ORDER BY sequence DESC LIMIT 1").arg(Columns))) {
        return storage(query.lastError().text(), m_path);
    }
    return query.next() ? recordOf(query) : LedgerRecord();
}

Result<qint64> LedgerFile::appendInTransaction(LedgerRecord record)
{
    const auto newest = last();
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    record.sequence = newest->sequence + 1;
    record.previousHash = newest->hash;
    record.hash = recordHash(record);
    QSqlQuery query(m_database);
    const bool prepared = query.prepare(
        QStringLiteral("INSERT INTO records (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)").arg(Columns));
    if (prepared) {
        bindRecord(query, record);
    }
    if (!prepared || !query.exec()) {
        return storage(query.lastError().text(), m_path);
    }
    query.finish();
    if (auto done = run(QStringLiteral("COMMIT")); !done) {
        return tl::unexpected(done.error());
    }
    m_seen = record;
    return record.sequence;
}

Result<qint64> LedgerFile::append(LedgerRecord record)
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    // IMMEDIATE: the last hash must not change between reading it and writing the next record.
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return tl::unexpected(begun.error());
    }
    auto sequence = appendInTransaction(std::move(record));
    if (!sequence) {
        // A full disk makes SQLite roll back by itself; a second rollback then fails, and that is fine.
        std::ignore = run(QStringLiteral("ROLLBACK"));
    }
    return sequence;
}

Result<QVector<LedgerRecord>> LedgerFile::recent(const LedgerRecord &like, int limit)
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE (:cluster = '' OR cluster = :cluster) AND (:namespace = "
                       "'' OR namespace = :namespace) "
                       "AND (:object = '' OR object = :object) ORDER BY sequence DESC LIMIT :limit")
            .arg(Columns));
    if (prepared) {
        query.bindValue(QStringLiteral(":cluster"), filled(like.cluster));
        query.bindValue(QStringLiteral(":namespace"), filled(like.namespaceName));
        query.bindValue(QStringLiteral(":object"), filled(like.object));
        query.bindValue(QStringLiteral(":limit"), std::max(0, limit));
    }
    return recordsOf(query, prepared);
}

Result<QVector<LedgerRecord>> LedgerFile::recordsOf(QSqlQuery &query, bool prepared) const
{
    if (!prepared || !query.exec()) {
        return storage(query.lastError().text(), m_path);
    }
    QVector<LedgerRecord> records;
    while (query.next()) {
        records.push_back(recordOf(query));
    }
    if (query.lastError().isValid()) {
        return storage(query.lastError().text(), m_path);
    }
    return records;
}

Result<QVector<LedgerRecord>> LedgerFile::unfinished(const QString &cluster)
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral(
            "SELECT %1 FROM records WHERE operation_id IN (SELECT begun.operation_id FROM records AS begun "
            "WHERE begun.operation_id <> '' AND begun.kind = 'intent' "
            "AND (:cluster = '' OR begun.cluster = :cluster) AND NOT EXISTS (SELECT 1 FROM records AS ended "
            "WHERE ended.operation_id = begun.operation_id AND ended.kind = 'outcome')) ORDER BY sequence")
            .arg(Columns));
    if (prepared) {
        query.bindValue(QStringLiteral(":cluster"), filled(cluster));
    }
    return recordsOf(query, prepared);
}

Result<ChainReport> LedgerFile::verify()
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (m_verified.sequence > 0) {
        const auto report = verifyFrom(m_verified);
        if (!report || report->state == ChainState::Intact) {
            return report;
        }
        // The first broken record may lie before the anchor.
        m_verified = {};
    }
    return verifyFrom({});
}

Result<ChainReport> LedgerFile::verifyFrom(const LedgerRecord &anchor)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE sequence >= ? ORDER BY sequence").arg(Columns));
    if (prepared) {
        query.addBindValue(anchor.sequence);
    }
    if (!prepared || !query.exec()) {
        return storage(query.lastError().text(), m_path);
    }
    // A chain without a gap has as many records before the anchor as its sequence says.
    LedgerRecord previous;
    previous.sequence = std::max<qint64>(0, anchor.sequence - 1);
    previous.hash = anchor.previousHash;
    ChainReport report{ChainState::Intact, previous.sequence, 0};
    bool sawAnchor = anchor.sequence == 0;
    bool sawNewest = m_seen.sequence <= anchor.sequence;
    while (query.next()) {
        const LedgerRecord record = recordOf(query);
        ++report.records;
        const bool linked = record.sequence == previous.sequence + 1 && record.previousHash == previous.hash;
        if (report.state == ChainState::Intact && (!linked || record.hash != recordHash(record))) {
            report.state = ChainState::Broken;
            report.firstBroken = previous.sequence + 1;
        }
        sawAnchor = sawAnchor || (record.sequence == anchor.sequence && record.hash == anchor.hash);
        sawNewest = sawNewest || (record.sequence == m_seen.sequence && record.hash == m_seen.hash);
        previous = record;
    }
    if (query.lastError().isValid()) {
        return storage(query.lastError().text(), m_path);
    }
    if (report.state == ChainState::Intact && !(sawAnchor && sawNewest)) {
        report.state = ChainState::Broken;
        report.firstBroken = std::min(previous.sequence + 1, m_seen.sequence);
    }
    if (report.state == ChainState::Intact) {
        m_verified = previous;
        m_seen = previous;
    }
    return report;
}

} // namespace signalbox::ledger
