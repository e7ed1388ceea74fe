// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/chainverifier.h"
#include "backends/ledger/sqlitefile.h"
#include "models/domain/ledgerrecord.h"
#include "models/domain/result.h"

#include <QVector>

#include <functional>
#include <optional>

namespace signalbox::ledger
{

/// A record that waits in a journal to be taken over by the team's ledger.
struct Pending {
    QString key;
    LedgerRecord record;
};

/// The hash-chained records in an SQLite file. Lives on one thread and blocks it. Every failure is an Error
/// of layer Storage. Several processes may have the same file open.
class LedgerFile final
{
public:
    /// @param directory made if it does not exist, for its owner only; the file in it is signalbox-ledger.db
    explicit LedgerFile(const QString &directory);

    [[nodiscard]] Result<qint64> append(const LedgerRecord &record);
    /// Appends once: a key that was used before answers with the record it was used for.
    [[nodiscard]] Result<qint64> appendOnce(const QString &key, const LedgerRecord &record);
    /// Records with a key that were not marked as merged yet, oldest first.
    [[nodiscard]] Result<QVector<Pending>> pending();
    /// @param mergedAs sequence the record has in the team's ledger
    [[nodiscard]] Result<Done> markMerged(const QString &key, qint64 mergedAs);

    [[nodiscard]] Result<QVector<LedgerRecord>> recent(const LedgerRecord &like, int limit);
    [[nodiscard]] Result<QVector<LedgerRecord>> unfinished(const QString &cluster);
    /// Checks the whole chain the first time, and later what came after the last good check. When that no
    /// longer fits the file, the whole chain again.
    [[nodiscard]] Result<ChainReport> verify();

    /// The file, for what else is in it. Open it first.
    [[nodiscard]] SqliteFile &file() { return m_file; }
    /// Adds a record inside a transaction the caller began.
    [[nodiscard]] Result<LedgerRecord> add(LedgerRecord record);

private:
    [[nodiscard]] Result<LedgerRecord> last();
    /// @param prepared whether the query could be prepared; its values are bound already
    [[nodiscard]] Result<QVector<LedgerRecord>> recordsIn(QSqlQuery &query, bool prepared) const;
    [[nodiscard]] Result<qint64> inTransaction(const std::function<Result<qint64>()> &work);
    [[nodiscard]] Result<std::optional<qint64>> sequenceOf(const QString &key);
    [[nodiscard]] Result<ChainReport> verifyFromAnchor();

    SqliteFile m_file;
    ChainVerifier m_chain;
};

} // namespace signalbox::ledger
