// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresrecords.h"

#include "backends/ledger/recordhash.h"
#include "backends/ledger/recordrow.h"

#include <QVariant>

namespace signalbox::ledger
{
namespace
{

constexpr int pageSize = 5000;

} // namespace

PostgresRecords::PostgresRecords(PostgresPlace place)
    : m_connection(std::move(place))
{
}

Result<qint64> PostgresRecords::appendOnce(const QString &key, const LedgerRecord &record)
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    const LedgerRecord kept = storable(record);
    auto answer = m_connection.run(QStringLiteral("SELECT append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                                   {key, kindWord(kept.kind), kept.operationId, kept.cluster,
                                    kept.namespaceName, kept.object, kept.objectUid, kept.action, kept.result,
                                    kept.reason, filled(kept.parameters)});
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    return answer->next() ? answer->value(0).toLongLong() : 0;
}

Result<QVector<LedgerRecord>> PostgresRecords::recent(const LedgerRecord &like, int limit)
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    QString where;
    QVariantList values;
    const auto filter = [&](const char *column, const QString &value) {
        if (!value.isEmpty()) {
            where += (where.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) +
                     QLatin1String(column) + QStringLiteral(" = ?");
            values.push_back(value);
        }
    };
    filter("cluster", like.cluster);
    filter("namespace", like.namespaceName);
    filter("object", like.object);
    values.push_back(std::max(0, limit));
    return recordsIn(m_connection.run(
        QStringLiteral("SELECT %1 FROM records%2 ORDER BY sequence DESC LIMIT ?").arg(recordColumns(), where),
        values));
}

Result<QVector<LedgerRecord>> PostgresRecords::unfinished(const QString &cluster)
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    return recordsIn(m_connection.run(
        QStringLiteral(
            "SELECT %1 FROM records WHERE operation_id IN (SELECT begun.operation_id FROM records AS begun "
            "WHERE begun.operation_id <> '' AND begun.kind = 'intent' AND (? = '' OR begun.cluster = ?) AND "
            "NOT "
            "EXISTS (SELECT 1 FROM records AS ended WHERE ended.operation_id = begun.operation_id AND "
            "ended.kind = 'outcome')) ORDER BY sequence")
            .arg(recordColumns()),
        {filled(cluster), filled(cluster)}));
}

Result<QVector<LedgerRecord>> PostgresRecords::recordsIn(Result<QSqlQuery> answer)
{
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    QVector<LedgerRecord> records;
    while (answer->next()) {
        records.push_back(recordOf(*answer));
    }
    return records;
}

/// The server's own note of the chain's end: a chain that lost its end does not have it any more.
Result<Done> PostgresRecords::seeHead()
{
    auto answer = m_connection.run(QStringLiteral("SELECT sequence, hash FROM chain_head"));
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->next()) {
        LedgerRecord head;
        head.sequence = answer->value(0).toLongLong();
        head.hash = answer->value(1).toByteArray();
        m_chain.saw(head);
    }
    return Done();
}

Result<ChainReport> PostgresRecords::verify()
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (auto seen = seeHead(); !seen) {
        return tl::unexpected(seen.error());
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

Result<ChainReport> PostgresRecords::verifyFromAnchor()
{
    m_chain.begin();
    qint64 next = m_chain.anchor().sequence;
    int rows = pageSize;
    while (rows == pageSize) {
        auto answer =
            m_connection.run(QStringLiteral("SELECT %1 FROM records WHERE sequence >= ? ORDER BY sequence "
                                            "LIMIT %2")
                                 .arg(recordColumns())
                                 .arg(pageSize),
                             {next});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        rows = 0;
        while (answer->next()) {
            const LedgerRecord record = recordOf(*answer);
            m_chain.add(record);
            next = record.sequence + 1;
            ++rows;
        }
    }
    return m_chain.end();
}

} // namespace signalbox::ledger
