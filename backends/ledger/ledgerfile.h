// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QVector>

class QSqlQuery;

namespace signalbox::ledger
{

/// The SQLite file behind a ledger. Lives on one thread and blocks it. Every failure is an Error of layer
/// Storage. Several processes may have the same file open.
class LedgerFile final
{
public:
    /// @param directory made if it does not exist, for its owner only; the file in it is signalbox-ledger.db
    explicit LedgerFile(QString directory);
    ~LedgerFile();
    LedgerFile(const LedgerFile &) = delete;
    LedgerFile &operator=(const LedgerFile &) = delete;

    [[nodiscard]] Result<qint64> append(LedgerRecord record);
    [[nodiscard]] Result<QVector<LedgerRecord>> recent(const LedgerRecord &like, int limit);
    [[nodiscard]] Result<QVector<LedgerRecord>> unfinished(const QString &cluster);
    /// Checks the whole chain the first time, and later what came after the last good check. When that no
    /// longer fits the file, the whole chain again.
    [[nodiscard]] Result<ChainReport> verify();

private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> createFile() const;
    [[nodiscard]] Result<Done> run(const QString &statement);
    [[nodiscard]] Result<qint64> appendInTransaction(LedgerRecord record);
    [[nodiscard]] Result<LedgerRecord> last();
    /// @param prepared whether the query could be prepared; its values are bound already
    [[nodiscard]] Result<QVector<LedgerRecord>> recordsOf(QSqlQuery &query, bool prepared) const;
    /// @param anchor a record checked before; the default one stands for the beginning
    [[nodiscard]] Result<ChainReport> verifyFrom(const LedgerRecord &anchor);

    QString m_directory;
    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    LedgerRecord m_verified; ///< up to here the chain was found intact; sequence 0: not checked yet
    LedgerRecord m_seen;     ///< newest record this desk knows of: a file that lost its end is broken
};

} // namespace signalbox::ledger
