// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresauditsource.h"

#include "backends/ledger/recordhash.h"
#include "backends/ledger/recordrow.h"

#include <QVariant>

#include <limits>

namespace signalbox
{
namespace
{

constexpr int pageSize = 5000;
constexpr int kindColumn = 2;

AuditRow rowOf(const QSqlQuery &query)
{
    AuditRow row{ledger::recordOf(query), true};
    row.faithful = ledger::kindWord(row.record.kind) == query.value(kindColumn).toString();
    return row;
}

} // namespace

PostgresAuditSource::PostgresAuditSource(PostgresPlace place)
    : m_connection(std::move(place))
{
}

Result<Done> PostgresAuditSource::read(qint64 from, qint64 to,
                                       const std::function<void(const AuditRow &)> &take)
{
    if (auto opened = m_connection.open(); !opened) {
        return opened;
    }
    const qint64 last = to == 0 ? std::numeric_limits<qint64>::max() : to;
    const QString sql =
        QStringLiteral("SELECT %1 FROM records WHERE sequence >= ? AND sequence <= ? ORDER BY "
                       "sequence LIMIT %2")
            .arg(ledger::recordColumns())
            .arg(pageSize);
    int rows = pageSize;
    while (rows == pageSize) {
        auto answer = m_connection.run(sql, {from, last});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        rows = 0;
        while (answer->next()) {
            const AuditRow row = rowOf(*answer);
            take(row);
            from = row.record.sequence + 1;
            ++rows;
        }
    }
    return Done();
}

Result<AuditHead> PostgresAuditSource::head()
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    auto answer =
        m_connection.run(QStringLiteral("SELECT sequence, hash FROM records ORDER BY sequence DESC LIMIT 1"));
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    return answer->next() ? AuditHead{answer->value(0).toLongLong(), answer->value(1).toByteArray()}
                          : AuditHead();
}

Result<QVector<AuditCheckpoint>> PostgresAuditSource::checkpoints()
{
    if (auto opened = m_connection.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    auto answer = m_connection.run(
        QStringLiteral("SELECT size, head, time_ms, key_id, signature FROM checkpoints ORDER BY ordinal"));
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    QVector<AuditCheckpoint> all;
    while (answer->next()) {
        all.append({answer->value(0).toLongLong(), answer->value(1).toByteArray(),
                    ledger::timeOf(answer->value(2)), answer->value(3).toString(),
                    answer->value(4).toByteArray()});
    }
    return all;
}

Result<Done> PostgresAuditSource::keep(const AuditCheckpoint &checkpoint)
{
    if (auto opened = m_connection.open(); !opened) {
        return opened;
    }
    auto answer =
        m_connection.run(QStringLiteral("SELECT add_checkpoint(?, ?, ?, ?, ?)"),
                         {checkpoint.size, ledger::filled(checkpoint.head),
                          checkpoint.time.toMSecsSinceEpoch(), checkpoint.keyId, checkpoint.signature});
    return answer ? Result<Done>(Done()) : tl::unexpected(answer.error());
}

} // namespace signalbox
