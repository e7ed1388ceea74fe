// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisiondesk.h"

#include "backends/ledger/workerthread.h"

namespace signalbox::ledger
{

class DecisionDesk::Private final
{
public:
    Private(DecisionDesk *desk, const QString &threadName, Make make)
        : worker(threadName, [make = std::move(make), events = eventsFor(desk)] { return make(events); })
    {
    }

    /// Queued to the desk's thread; the desk outlives the worker's thread.
    static StoreEvents eventsFor(DecisionDesk *desk)
    {
        return {[desk](const QString &runId) {
                    QMetaObject::invokeMethod(
                        desk, [desk, runId] { Q_EMIT desk->runChanged(runId); }, Qt::QueuedConnection);
                },
                [desk](bool reachable) {
                    QMetaObject::invokeMethod(
                        desk, [desk, reachable] { Q_EMIT desk->reachableChanged(reachable); },
                        Qt::QueuedConnection);
                }};
    }

    WorkerThread<DecisionStore> worker;
};

DecisionDesk::DecisionDesk(const QString &threadName, Make make, QObject *parent)
    : DecisionLedger(parent)
    , d(std::make_unique<Private>(this, threadName, std::move(make)))
{
}

DecisionDesk::~DecisionDesk() = default;

QFuture<Result<LedgerIdentity>> DecisionDesk::identity()
{
    return d->worker.run<LedgerIdentity>([](DecisionStore &store) { return store.identity(); });
}

QFuture<Result<Decisions>> DecisionDesk::submit(DecisionCommand command)
{
    return d->worker.run<Decisions>(
        [command = std::move(command)](DecisionStore &store) { return store.submit(command); });
}

QFuture<Result<Decisions>> DecisionDesk::read(QString runId)
{
    return d->worker.run<Decisions>(
        [runId = std::move(runId)](DecisionStore &store) { return store.read(runId); });
}

QFuture<Result<Lease>> DecisionDesk::acquire(QString resource, QString holder, std::chrono::seconds time)
{
    return d->worker.run<Lease>([resource = std::move(resource), holder = std::move(holder), time](
                                    DecisionStore &store) { return store.acquire(resource, holder, time); });
}

QFuture<Result<Done>> DecisionDesk::release(Lease lease)
{
    return d->worker.run<Done>(
        [lease = std::move(lease)](DecisionStore &store) { return store.release(lease); });
}

QFuture<Result<Done>> DecisionDesk::grant(RoleGrant grant)
{
    return d->worker.run<Done>(
        [grant = std::move(grant)](DecisionStore &store) { return store.grant(grant); });
}

QFuture<Result<Done>> DecisionDesk::revokeGrant(RoleGrant grant)
{
    return d->worker.run<Done>(
        [grant = std::move(grant)](DecisionStore &store) { return store.revokeGrant(grant); });
}

} // namespace signalbox::ledger
