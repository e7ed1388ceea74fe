// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/teamledger.h"

#include "backends/ledger/teamrecords.h"
#include "backends/ledger/workerthread.h"

namespace signalbox
{

class TeamLedger::Private final
{
public:
    Private(TeamLedger *ledger, const PostgresPlace &place, const QString &journal)
        : worker(QStringLiteral("team-ledger"), [place, journal, events = eventsFor(ledger)] {
            return std::make_unique<ledger::TeamRecords>(place, journal, events);
        })
    {
    }

    /// Queued to the ledger's thread; the ledger outlives the worker's thread.
    static ledger::TeamRecords::Events eventsFor(TeamLedger *owner)
    {
        const auto queued = [owner](auto call) {
            QMetaObject::invokeMethod(owner, std::move(call), Qt::QueuedConnection);
        };
        return {[=](bool reachable) { queued([=] { owner->takeReachable(reachable); }); },
                [=](int waiting) { queued([=] { owner->takeWaiting(waiting); }); },
                [=] { queued([=] { Q_EMIT owner->recordsChanged(); }); }};
    }

    ledger::WorkerThread<ledger::TeamRecords> worker;
};

TeamLedger::TeamLedger(const PostgresPlace &place, const QString &journal, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, journal))
{
}

TeamLedger::~TeamLedger() = default;

void TeamLedger::takeReachable(bool reachable)
{
    m_reachable = reachable;
    Q_EMIT reachableChanged(reachable);
}

void TeamLedger::takeWaiting(int waiting)
{
    m_waiting = waiting;
    Q_EMIT waitingChanged(waiting);
}

QFuture<Result<qint64>> TeamLedger::append(LedgerRecord record)
{
    return d->worker.run<qint64>(
        [record = std::move(record)](ledger::TeamRecords &records) { return records.append(record); });
}

QFuture<Result<QVector<LedgerRecord>>> TeamLedger::recent(QString cluster, QString namespaceName,
                                                          QString object, int limit)
{
    LedgerRecord like;
    like.cluster = std::move(cluster);
    like.namespaceName = std::move(namespaceName);
    like.object = std::move(object);
    return d->worker.run<QVector<LedgerRecord>>(
        [like, limit](ledger::TeamRecords &records) { return records.recent(like, limit); });
}

QFuture<Result<QVector<LedgerRecord>>> TeamLedger::unfinished(QString cluster)
{
    return d->worker.run<QVector<LedgerRecord>>(
        [cluster = std::move(cluster)](ledger::TeamRecords &records) { return records.unfinished(cluster); });
}

QFuture<Result<ChainReport>> TeamLedger::verify()
{
    return d->worker.run<ChainReport>([](ledger::TeamRecords &records) { return records.verify(); });
}

} // namespace signalbox
