// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditsource.h"
#include "backends/ledger/sqlitefile.h"

namespace signalbox
{

/// The records of an SQLite ledger, read byte by byte and without changing the file: what SQLite's loose
/// types or a text that is no UTF-8 would hide makes a row unfaithful.
class SqliteAuditSource final : public AuditSource
{
public:
    /// @param directory holds signalbox-ledger.db
    explicit SqliteAuditSource(const QString &directory);
    ~SqliteAuditSource() override;
    SqliteAuditSource(const SqliteAuditSource &) = delete;
    SqliteAuditSource &operator=(const SqliteAuditSource &) = delete;

    [[nodiscard]] Result<Done> read(qint64 from, qint64 to,
                                    const std::function<void(const AuditRow &)> &take) override;
    [[nodiscard]] Result<AuditHead> head() override;
    [[nodiscard]] Result<QVector<AuditCheckpoint>> checkpoints() override;
    [[nodiscard]] Result<Done> keep(const AuditCheckpoint &checkpoint) override;

private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] tl::unexpected<Error> error(const QSqlQuery &query) const;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_reader;
    ledger::SqliteFile m_writer; ///< opened at the first checkpoint
};

} // namespace signalbox
