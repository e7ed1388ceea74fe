// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QObject>

namespace signalbox
{

/// Who the ledger takes us for, and how far to trust our own clock.
struct LedgerIdentity {
    QString person;        ///< login role on a team ledger, else the local user
    bool enforced = false; ///< the database itself refuses what the rules forbid
    QVector<RoleGrant> grants;
    std::chrono::milliseconds skew{0}; ///< ledger's clock minus ours
    int schema = 0;
    bool operator==(const LedgerIdentity &) const = default;
};

/// A right to change something alone, for a while. The token grows with every new holder, so that whoever
/// lost the lease is recognised (INV-03).
struct Lease {
    QString resource;
    QString holder;
    qint64 token = 0;
    QDateTime until; ///< UTC, the ledger's clock
    bool operator==(const Lease &) const = default;
};

/// Gates, polls, evidence, waivers, overrides and leases, shared by all desks. Thread-safe to call; signals
/// are emitted on the thread the object lives on; all work happens on the ledger's own thread. A rule that
/// refuses is an Error of code Refused, layer Rule, whose reason is the refusalWord.
class DecisionLedger : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QFuture<Result<LedgerIdentity>> identity() = 0;
    /// Resolves once the command and its audit record are durable, with the run as it is then.
    /// OutcomeUnknown: send the same command again. Conflict: another command was accepted under its id.
    [[nodiscard]] virtual QFuture<Result<Decisions>> submit(DecisionCommand command) = 0;
    [[nodiscard]] virtual QFuture<Result<Decisions>> read(QString runId) = 0;
    /// Takes or renews, for ten minutes at most. Refused with reason "lease-held" and the holder as subject.
    [[nodiscard]] virtual QFuture<Result<Lease>> acquire(QString resource, QString holder,
                                                         std::chrono::seconds time) = 0;
    /// Refused with reason "lease-lost" when it is no longer ours.
    [[nodiscard]] virtual QFuture<Result<Done>> release(Lease lease) = 0;
    /// Gives a role. On a team ledger only its administrators may, and not to themselves; the grant is
    /// audited. Refused with reason "already-granted" for one that is there.
    [[nodiscard]] virtual QFuture<Result<Done>> grant(RoleGrant grant) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> revokeGrant(RoleGrant grant) = 0;

Q_SIGNALS:
    /// Another desk, or this one, changed a run. At least once for every change. Empty: roles were given or
    /// taken, which counts for every run.
    void runChanged(const QString &runId);
    /// The way to the ledger was lost or found again.
    void reachableChanged(bool reachable);
};

} // namespace signalbox
