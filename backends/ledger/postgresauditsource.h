// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditsource.h"
#include "backends/ledger/postgresconnection.h"

namespace signalbox
{

/// The records of a team's ledger, as its database hands them out. Hashes are checked here, not there.
class PostgresAuditSource final : public AuditSource
{
public:
    explicit PostgresAuditSource(PostgresPlace place);

    [[nodiscard]] Result<Done> read(qint64 from, qint64 to,
                                    const std::function<void(const AuditRow &)> &take) override;
    /// The newest record. The server's own note of the end is not trusted.
    [[nodiscard]] Result<AuditHead> head() override;
    [[nodiscard]] Result<QVector<AuditCheckpoint>> checkpoints() override;
    [[nodiscard]] Result<Done> keep(const AuditCheckpoint &checkpoint) override;

private:
    ledger::PostgresConnection m_connection;
};

} // namespace signalbox
