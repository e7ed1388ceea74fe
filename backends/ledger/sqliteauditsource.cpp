// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteauditsource.h"

#include "backends/ledger/recordhash.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>

namespace signalbox
{
namespace
{

constexpr int firstText = 2;
constexpr std::array texts{"kind",   "operation_id", "actor",  "cluster", "namespace",
                           "object", "object_uid",   "action", "result",  "reason"};
constexpr std::array blobs{"parameters", "previous_hash", "hash"};
constexpr int firstBlob = firstText + static_cast<int>(texts.size());
constexpr int typesColumn = firstBlob + static_cast<int>(blobs.size());

/// Every value as bytes, and last whether all have the type they were written with.
QString rowsSql()
{
    QString columns = QStringLiteral("sequence, time_ms");
    QString types = QStringLiteral("typeof(time_ms) = 'integer'");
    for (const char *name : texts) {
        columns += QStringLiteral(", CAST(%1 AS BLOB)").arg(QLatin1String(name));
        types += QStringLiteral(" AND typeof(%1) = 'text'").arg(QLatin1String(name));
    }
    for (const char *name : blobs) {
        columns += QStringLiteral(", CAST(%1 AS BLOB)").arg(QLatin1String(name));
        types += QStringLiteral(" AND typeof(%1) = 'blob'").arg(QLatin1String(name));
    }
    return QStringLiteral("SELECT %1, %2 FROM records WHERE sequence >= ? AND (? = 0 OR sequence <= ?) "
                          "ORDER BY sequence")
        .arg(columns, types);
}

bool isAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char each) { return (each & 0x80) == 0; });
}

AuditRow rowOf(const QSqlQuery &query)
{
    AuditRow row;
    LedgerRecord &record = row.record;
    row.faithful = query.value(typesColumn).toBool();
    const auto text = [&](int index) {
        const QByteArray stored = query.value(firstText + index).toByteArray();
        if (isAscii(stored)) { // nearly always, and a good deal faster
            return QString::fromLatin1(stored);
        }
        QString read = QString::fromUtf8(stored);
        row.faithful = row.faithful && read.toUtf8() == stored;
        return read;
    };
    record.sequence = query.value(0).toLongLong();
    record.time = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC);
    const QString kind = text(0);
    record.kind = ledger::kindOfWord(kind);
    row.faithful = row.faithful && ledger::kindWord(record.kind) == kind;
    QString *const fields[]{&record.operationId,   &record.actor,  &record.cluster,
                            &record.namespaceName, &record.object, &record.objectUid,
                            &record.action,        &record.result, &record.reason};
    int index = 0;
    for (QString *field : fields) {
        *field = text(++index);
    }
    record.parameters = query.value(firstBlob).toByteArray();
    record.previousHash = query.value(firstBlob + 1).toByteArray();
    record.hash = query.value(firstBlob + 2).toByteArray();
    return row;
}

} // namespace

SqliteAuditSource::SqliteAuditSource(const QString &directory)
    : m_path(directory + QStringLiteral("/signalbox-ledger.db"))
    , m_connection(QStringLiteral("audit-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_writer(directory)
{
}

SqliteAuditSource::~SqliteAuditSource()
{
    m_reader = {};
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::removeDatabase(m_connection);
    }
}

tl::unexpected<Error> SqliteAuditSource::error(const QSqlQuery &query) const
{
    return failure(ErrorCode::Storage, ErrorLayer::Storage, query.lastError().text(), m_path);
}

Result<Done> SqliteAuditSource::open()
{
    if (m_reader.isOpen()) {
        return Done();
    }
    if (!QFileInfo::exists(m_path)) {
        return failure(ErrorCode::NotFound, ErrorLayer::Storage, QStringLiteral("there is no ledger here"),
                       m_path);
    }
    if (!QSqlDatabase::contains(m_connection)) {
        m_reader = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_reader.setDatabaseName(m_path);
        m_reader.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    }
    if (!m_reader.open()) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, m_reader.lastError().text(), m_path);
    }
    return Done();
}

Result<Done> SqliteAuditSource::read(qint64 from, qint64 to,
                                     const std::function<void(const AuditRow &)> &take)
{
    if (auto opened = open(); !opened) {
        return opened;
    }
    QSqlQuery query(m_reader);
    query.setForwardOnly(true);
    const bool prepared = query.prepare(rowsSql());
    for (const qint64 value : {from, to, to}) {
        query.addBindValue(value);
    }
    if (!prepared || !query.exec()) {
        return error(query);
    }
    while (query.next()) {
        take(rowOf(query));
    }
    return query.lastError().isValid() ? Result<Done>(error(query)) : Done();
}

Result<AuditHead> SqliteAuditSource::head()
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_reader);
    if (!query.exec(QStringLiteral("SELECT sequence, hash FROM records ORDER BY sequence DESC LIMIT 1"))) {
        return error(query);
    }
    return query.next() ? AuditHead{query.value(0).toLongLong(), query.value(1).toByteArray()} : AuditHead();
}

Result<QVector<AuditCheckpoint>> SqliteAuditSource::checkpoints()
{
    if (auto opened = open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QVector<AuditCheckpoint> all;
    if (!m_reader.tables().contains(QStringLiteral("checkpoints"))) {
        return all; // made before there were any, and read without changing it
    }
    QSqlQuery query(m_reader);
    if (!query.exec(QStringLiteral(
            "SELECT size, head, time_ms, key_id, signature FROM checkpoints ORDER BY ordinal"))) {
        return error(query);
    }
    while (query.next()) {
        all.append({query.value(0).toLongLong(), query.value(1).toByteArray(),
                    QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC),
                    query.value(3).toString(), query.value(4).toByteArray()});
    }
    return query.lastError().isValid() ? Result<QVector<AuditCheckpoint>>(error(query)) : all;
}

Result<Done> SqliteAuditSource::keep(const AuditCheckpoint &checkpoint)
{
    if (auto opened = m_writer.open(); !opened) {
        return opened;
    }
    QSqlQuery query(m_writer.database());
    query.prepare(QStringLiteral(
        "INSERT INTO checkpoints (size, head, time_ms, key_id, signature) VALUES (?, ?, ?, ?, ?)"));
    query.addBindValue(checkpoint.size);
    query.addBindValue(checkpoint.head.isNull() ? QByteArray("") : checkpoint.head);
    query.addBindValue(checkpoint.time.toMSecsSinceEpoch());
    query.addBindValue(checkpoint.keyId);
    query.addBindValue(checkpoint.signature);
    return query.exec() ? Result<Done>(Done()) : m_writer.error(query);
}

} // namespace signalbox
