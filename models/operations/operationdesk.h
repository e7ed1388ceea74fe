// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/releaseoperation.h"

namespace signalbox
{

/// Readiness of the rollback of one release, shown beside the button at all times.
struct RollbackReadiness {
    std::optional<ActionPlan> plan;
    QDateTime checkedAt; ///< UTC of the last successful dry run; invalid: never
    QStringList warnings;
    std::optional<Error> error; ///< why it is not ready
    QVector<Message> held;      ///< from the policy
    [[nodiscard]] bool ready() const
    {
        return plan.has_value() && checkedAt.isValid() && !error && held.isEmpty();
    }
    bool operator==(const RollbackReadiness &) const = default;
};

/// Where actions are prepared, started and followed. One operation at a time per release. GUI thread.
class OperationDesk final : public QObject
{
    Q_OBJECT

public:
    OperationDesk(FleetStore &fleet, MetricsStore &metrics, Ledger &ledger, const Clock &clock,
                  QObject *parent = nullptr);
    ~OperationDesk() override;

    void setTiming(const OperationTiming &timing);
    /// Who is asked before anything goes forward. @param guard outlives the desk; null: nobody
    void setGuard(OperationGuard *guard);
    /// Name of this process, written with every intent: another desk can tell a running operation from an
    /// interrupted one by it.
    void setDesk(const QString &desk);
    /// Who acts in a cluster, as recorded.
    [[nodiscard]] QString actor(const ClusterId &cluster) const;
    /// @param backend outlives the desk
    void addBackend(const ClusterId &cluster, DeploymentBackend &backend);
    /// Before the cluster is closed: operations there stop by hand, preparations end as Cancelled. After this
    /// its backends may be destroyed.
    void removeBackends(const ClusterId &cluster);

    [[nodiscard]] Decision decision(ActionKind kind, const ReleaseKey &release) const;
    /// Computes and dry-runs a plan for the preview dialog.
    [[nodiscard]] QFuture<Result<ActionPlan>> prepare(ActionRequest request);
    /// Keeps the rollback of this release prepared: computed, dry-run, refreshed while idle.
    void keepRollbackReady(const std::optional<ReleaseKey> &release);
    /// Another target than the default one; empty: default.
    void setRollbackTarget(const QString &hash);
    [[nodiscard]] const RollbackReadiness &rollbackReadiness() const;

    /// Starts a prepared plan. A second start for the same release answers the operation under way. An action
    /// that is not allowed any more becomes an operation that failed before anything was sent. Null if no
    /// backend handles the release.
    ReleaseOperation *start(const ActionPlan &plan, const QString &reason);
    /// Goes on with an interrupted operation, from status.currentStep. An error: another one is running
    /// there, nothing moves this release, or a forward move that still has something to send is not allowed
    /// now.
    [[nodiscard]] Result<ReleaseOperation *> resume(const OperationStatus &interrupted);
    /// Newest operation of a release, running or finished in this session; null if none.
    [[nodiscard]] ReleaseOperation *operation(const ReleaseKey &release) const;
    /// Null for one of another session, or that a newer one has replaced.
    [[nodiscard]] ReleaseOperation *operationWithId(const QString &id) const;

Q_SIGNALS:
    void rollbackReadinessChanged();
    void operationStarted(const signalbox::ReleaseKey &release);
    void operationChanged(const signalbox::ReleaseKey &release);
    void operationFinished(const signalbox::ReleaseKey &release);
    /// Somebody tried what they have no right to. @param durable false: the ledger did not take the record
    void denialRecorded(bool durable);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
