// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/chainverifier.h"
#include "backends/ledger/postgresconnection.h"
#include "models/domain/ledgerrecord.h"

namespace signalbox::ledger
{

/// The hash-chained records of a team's ledger. The server numbers, dates and signs them with the login role
/// and links them. Lives on one thread and blocks it.
class PostgresRecords final
{
public:
    explicit PostgresRecords(PostgresPlace place);

    [[nodiscard]] PostgresConnection &connection() { return m_connection; }
    /// Appends once: a key that was used before answers with the record it was used for.
    [[nodiscard]] Result<qint64> appendOnce(const QString &key, const LedgerRecord &record);
    [[nodiscard]] Result<QVector<LedgerRecord>> recent(const LedgerRecord &like, int limit);
    [[nodiscard]] Result<QVector<LedgerRecord>> unfinished(const QString &cluster);
    /// Checks every hash here, whatever the server says; see LedgerFile::verify.
    [[nodiscard]] Result<ChainReport> verify();

private:
    [[nodiscard]] static Result<QVector<LedgerRecord>> recordsIn(Result<QSqlQuery> answer);
    [[nodiscard]] Result<ChainReport> verifyFromAnchor();
    [[nodiscard]] Result<Done> seeHead();

    PostgresConnection m_connection;
    ChainVerifier m_chain;
};

} // namespace signalbox::ledger
