// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteledger.h"

#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/workerthread.h"

namespace signalbox
{

class SqliteLedger::Private final
{
public:
    explicit Private(const QString &directory)
        : worker(QStringLiteral("ledger"),
                 [directory] { return std::make_unique<ledger::LedgerFile>(directory); })
    {
    }
    ledger::WorkerThread<ledger::LedgerFile> worker;
};

SqliteLedger::SqliteLedger(const QString &directory)
    : d(std::make_unique<Private>(directory))
{
}

SqliteLedger::~SqliteLedger() = default;

QFuture<Result<qint64>> SqliteLedger::append(LedgerRecord record)
{
    return d->worker.run<qint64>(
        [record = std::move(record)](ledger::LedgerFile &file) { return file.append(record); });
}

QFuture<Result<QVector<LedgerRecord>>> SqliteLedger::recent(QString cluster, QString namespaceName,
                                                            QString object, int limit)
{
    LedgerRecord like;
    like.cluster = std::move(cluster);
    like.namespaceName = std::move(namespaceName);
    like.object = std::move(object);
    return d->worker.run<QVector<LedgerRecord>>(
        [like, limit](ledger::LedgerFile &file) { return file.recent(like, limit); });
}

QFuture<Result<QVector<LedgerRecord>>> SqliteLedger::unfinished(QString cluster)
{
    return d->worker.run<QVector<LedgerRecord>>(
        [cluster = std::move(cluster)](ledger::LedgerFile &file) { return file.unfinished(cluster); });
}

QFuture<Result<ChainReport>> SqliteLedger::verify()
{
    return d->worker.run<ChainReport>([](ledger::LedgerFile &file) { return file.verify(); });
}

} // namespace signalbox
