// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/ledger.h"
#include "models/stores/activityentry.h"
#include "models/stores/fleetstore.h"

#include <QTimer>

#include <map>

namespace signalbox
{

/// What happened to one release, or to everything: events of the clusters, records of the ledger, outcomes
/// of this desk's operations. Remembers occurrences after the cluster has forgotten its events. GUI thread.
class ActivityStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr int shownCap = 500;       ///< entries() holds the newest, no more
    static constexpr int rememberedCap = 4000; ///< occurrences of events kept over all clusters

    /// @param fleet outlives the store; @param ledger too, null: none
    ActivityStore(FleetStore &fleet, Ledger *ledger, QObject *parent = nullptr);
    ~ActivityStore() override;

    /// None: everything.
    void show(const std::optional<ReleaseKey> &release);
    /// Newest first, no entry twice.
    [[nodiscard]] const QVector<ActivityEntry> &entries() const { return m_entries; }
    /// Why the ledger's part may be missing.
    [[nodiscard]] const std::optional<Error> &ledgerError() const { return m_ledgerError; }

    /// Takes in how an operation of this desk stands; to be called on each of its changes.
    void noteOperation(const OperationStatus &status);
    /// Reads the ledger again, after something was written.
    void refreshRecords();

Q_SIGNALS:
    void entriesChanged();
    void ledgerErrorChanged();

private:
    /// Events are remembered with the uid they are about, so that a release finds its own.
    struct Occurrence {
        ActivityEntry entry;
        QString involvedUid;
    };
    struct Scope;

    void adoptClusters();
    void takeEvents(const ClusterStore &cluster, const QVector<QString> &uids);
    void remember(const QString &cluster, const EventRow &event);
    void takeRecords(int generation, const Result<QVector<LedgerRecord>> &records);
    void rebuild();
    void collectEvents(QVector<ActivityEntry> &into) const;
    void collectOwn(QVector<ActivityEntry> &into) const;
    [[nodiscard]] Scope scopeOf(const ReleaseKey &key) const;
    [[nodiscard]] bool concerns(const Scope &scope, const Occurrence &occurrence) const;

    FleetStore &m_fleet;
    Ledger *m_ledger;
    std::optional<ReleaseKey> m_shown;
    QSet<QString> m_adopted;
    std::multimap<QDateTime, Occurrence> m_occurrences;
    QSet<QString> m_known; ///< ids of the occurrences
    QVector<LedgerRecord> m_records;
    QHash<QString, OperationStatus> m_operations; ///< by id
    QVector<ActivityEntry> m_entries;
    std::optional<Error> m_ledgerError;
    int m_generation = 0;
    QTimer m_rebuildTimer;
};

} // namespace signalbox
