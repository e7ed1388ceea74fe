// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/ledger.h"

#include <memory>

namespace signalbox
{

/// The ledger in an SQLite file (WAL, readable by its owner only): every record carries the SHA-256 of the
/// one before it, so that an edit, a removal or a change of order is found by verify(). The first verify() of
/// a ledger checks every record; later ones what was added since the last good check, and everything again
/// when that end of the chain is not found as it was. A cut-off end is found as far as this desk has seen the
/// file. Several desks on one machine may share a file.
/// Thread-safe; all work happens on the ledger's own thread. Failures are errors of layer Storage.
class SqliteLedger final : public Ledger
{
public:
    /// @param directory holds signalbox-ledger.db; made if needed. Opened at the first use.
    explicit SqliteLedger(const QString &directory);
    ~SqliteLedger() override;
    SqliteLedger(const SqliteLedger &) = delete;
    SqliteLedger &operator=(const SqliteLedger &) = delete;

    [[nodiscard]] QFuture<Result<qint64>> append(LedgerRecord record) override;
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> recent(QString cluster, QString namespaceName,
                                                                QString object, int limit) override;
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> unfinished(QString cluster) override;
    [[nodiscard]] QFuture<Result<ChainReport>> verify() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
