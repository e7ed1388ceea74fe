// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/ledgerfile.h"

#include "backends/ledger/recordhash.h"
#include "backends/ledger/recordrow.h"

#include <QSqlError>
#include <QVariant>

namespace signalbox::ledger
{

LedgerFile::LedgerFile(const QString &directory)
    : m_file(directory)
{
}

Result<LedgerRecord> LedgerFile::last()
{
    QSqlQuery query(m_file.database());
    if (!query.exec(
            QStringLiteral("SELECT %1 FROM records ORDER BY sequence DESC LIMIT 1").arg(recordColumns()))) {
        return m_file.error(query);
    }
    return query.next() ? recordOf(query) : LedgerRecord();
}

Result<LedgerRecord> LedgerFile::add(LedgerRecord record)
{
    const auto newest = last();
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    record = storable(std::move(record));
    record.sequence = newest->sequence + 1;
    record.previousHash = newest->hash;
    record.hash = recordHash(record);
    QSqlQuery query(m_file.database());
    const bool prepared =
        query.prepare(QStringLiteral("INSERT INTO records (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                          .arg(recordColumns()));
    if (prepared) {
        bindRecord(query, record);
    }
    if (!prepared || !query.exec()) {
        return m_file.error(query);
    }
    return record;
}

Result<qint64> LedgerFile::inTransaction(const std::function<Result<qint64>()> &work)
{
    if (auto opened = m_file.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (auto begun = m_file.begin(); !begun) {
        return tl::unexpected(begun.error());
    }
    auto answer = work();
    if (answer) {
        if (auto done = m_file.commit(); !done) {
            answer = tl::unexpected(done.error());
        }
    }
    if (!answer) {
        m_file.rollback();
    }
    return answer;
}

Result<qint64> LedgerFile::append(const LedgerRecord &record)
{
    LedgerRecord written;
    auto sequence = inTransaction([this, &record, &written]() -> Result<qint64> {
        auto added = add(record);
        if (!added) {
            return tl::unexpected(added.error());
        }
        written = *added;
        return written.sequence;
    });
    if (sequence) {
        m_chain.saw(written);
    }
    return sequence;
}

Result<std::optional<qint64>> LedgerFile::sequenceOf(const QString &key)
{
    QSqlQuery query(m_file.database());
    query.prepare(QStringLiteral("SELECT sequence FROM record_keys WHERE key = ?"));
    query.addBindValue(key);
    if (!query.exec()) {
        return m_file.error(query);
    }
    return query.next() ? std::optional(query.value(0).toLongLong()) : std::nullopt;
}

Result<qint64> LedgerFile::appendOnce(const QString &key, const LedgerRecord &record)
{
    return inTransaction([this, &key, &record]() -> Result<qint64> {
        const auto before = sequenceOf(key);
        if (!before) {
            return tl::unexpected(before.error());
        }
        if (*before) {
            return **before;
        }
        const auto added = add(record);
        if (!added) {
            return tl::unexpected(added.error());
        }
        QSqlQuery query(m_file.database());
        query.prepare(QStringLiteral("INSERT INTO record_keys (key, sequence) VALUES (?, ?)"));
        query.addBindValue(key);
        query.addBindValue(added->sequence);
        if (!query.exec()) {
            return m_file.error(query);
        }
        return added->sequence;
    });
}

Result<QVector<Pending>> LedgerFile::pending()
{
    if (auto opened = m_file.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_file.database());
    QString columns = recordColumns();
    columns.replace(QStringLiteral("sequence,"), QStringLiteral("records.sequence,"));
    if (!query.exec(QStringLiteral("SELECT %1, key FROM records JOIN record_keys USING (sequence) WHERE "
                                   "merged_sequence IS NULL ORDER BY records.sequence")
                        .arg(columns))) {
        return m_file.error(query);
    }
    QVector<Pending> waiting;
    while (query.next()) {
        waiting.push_back({query.value(15).toString(), recordOf(query)});
    }
    return waiting;
}

Result<Done> LedgerFile::markMerged(const QString &key, qint64 mergedAs)
{
    if (auto opened = m_file.open(); !opened) {
        return opened;
    }
    QSqlQuery query(m_file.database());
    query.prepare(QStringLiteral(
        "UPDATE record_keys SET merged_sequence = ? WHERE key = ? AND merged_sequence IS NULL"));
    query.addBindValue(mergedAs);
    query.addBindValue(key);
    if (!query.exec()) {
        return m_file.error(query);
    }
    return Done();
}

Result<QVector<LedgerRecord>> LedgerFile::recent(const LedgerRecord &like, int limit)
{
    if (auto opened = m_file.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_file.database());
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE (:cluster = '' OR cluster = :cluster) AND (:namespace = "
                       "'' OR namespace = :namespace) "
                       "AND (:object = '' OR object = :object) ORDER BY sequence DESC LIMIT :limit")
            .arg(recordColumns()));
    if (prepared) {
        query.bindValue(QStringLiteral(":cluster"), filled(like.cluster));
        query.bindValue(QStringLiteral(":namespace"), filled(like.namespaceName));
        query.bindValue(QStringLiteral(":object"), filled(like.object));
        query.bindValue(QStringLiteral(":limit"), std::max(0, limit));
    }
    return recordsIn(query, prepared);
}

Result<QVector<LedgerRecord>> LedgerFile::unfinished(const QString &cluster)
{
    if (auto opened = m_file.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QSqlQuery query(m_file.database());
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral(
            "SELECT %1 FROM records WHERE operation_id IN (SELECT begun.operation_id FROM records AS begun "
            "WHERE begun.operation_id <> '' AND begun.kind = 'intent' "
            "AND (:cluster = '' OR begun.cluster = :cluster) AND NOT EXISTS (SELECT 1 FROM records AS ended "
            "WHERE ended.operation_id = begun.operation_id AND ended.kind = 'outcome')) ORDER BY sequence")
            .arg(recordColumns()));
    if (prepared) {
        query.bindValue(QStringLiteral(":cluster"), filled(cluster));
    }
    return recordsIn(query, prepared);
}

Result<QVector<LedgerRecord>> LedgerFile::recordsIn(QSqlQuery &query, bool prepared) const
{
    if (!prepared || !query.exec()) {
        return m_file.error(query);
    }
    QVector<LedgerRecord> records;
    while (query.next()) {
        records.push_back(recordOf(query));
    }
    if (query.lastError().isValid()) {
        return m_file.error(query);
    }
    return records;
}

Result<ChainReport> LedgerFile::verify()
{
    if (auto opened = m_file.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (m_chain.anchor().sequence > 0) {
        const auto report = verifyFromAnchor();
        if (!report || report->state == ChainState::Intact) {
            return report;
        }
        m_chain.startOver();
    }
    return verifyFromAnchor();
}

Result<ChainReport> LedgerFile::verifyFromAnchor()
{
    QSqlQuery query(m_file.database());
    query.setForwardOnly(true);
    const bool prepared = query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE sequence >= ? ORDER BY sequence").arg(recordColumns()));
    if (prepared) {
        query.addBindValue(m_chain.anchor().sequence);
    }
    if (!prepared || !query.exec()) {
        return m_file.error(query);
    }
    m_chain.begin();
    while (query.next()) {
        m_chain.add(recordOf(query));
    }
    if (query.lastError().isValid()) {
        return m_file.error(query);
    }
    return m_chain.end();
}

} // namespace signalbox::ledger
