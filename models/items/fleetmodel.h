// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/fleetentry.h"
#include "models/items/rowmodel.h"
#include "models/stores/fleetstore.h"

#include <array>

namespace signalbox
{

/// The fleet list: four groups at the top level, in the order of FleetGroup, releases below them, the most
/// urgent first. Groups are always there; FleetFilterProxy hides empty ones. A release that changes its group
/// leaves one parent and appears under another: find it again with indexOf().
class FleetModel final : public RowModel
{
    Q_OBJECT

public:
    enum class Column { Name, State, From, To, Weight, Cluster, Namespace };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1, ///< raw value of the column
        Key,                     ///< ReleaseKey
        Group,                   ///< FleetGroup, on releases and groups
        IsGroup,                 ///< bool
        State,                   ///< ReleaseState
        FromVersion,
        ToVersion,
        Weights, ///< CanaryWeights
        Badge,   ///< int; on groups the sum
        Cluster, ///< QString
        Namespace,
        Source, ///< SourceState
        BackendPhase,
        WaitsUntil, ///< QDateTime UTC
        Entry,      ///< FleetEntry
    };
    Q_ENUM(Role)

    /// @param fleet outlives the model
    explicit FleetModel(FleetStore &fleet, QObject *parent = nullptr);

    /// Releases on which this desk has an operation under way: in progress, whatever the cluster says so far.
    void setRunning(const QSet<ReleaseKey> &running);
    /// Decisions that wait for the person at this desk, where the plan of a release tells; others keep the count
    /// the cluster gives.
    void setWaiting(const QHash<ReleaseKey, int> &waiting);
    [[nodiscard]] QModelIndex indexOf(const ReleaseKey &key) const;
    [[nodiscard]] QModelIndex groupIndex(FleetGroup group) const;
    /// None for groups and for an invalid index.
    [[nodiscard]] const FleetEntry *entry(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QObject::parent;

private:
    void take(const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed);
    void rebuild();
    void regroup();
    [[nodiscard]] FleetEntry shownEntry(FleetEntry entry) const;
    [[nodiscard]] QVariant groupData(FleetGroup group, int column, int role) const;
    [[nodiscard]] QVariant columnData(const FleetEntry &entry, Column column) const;
    [[nodiscard]] QVariant roleData(const FleetEntry &entry, Role role, Column column) const;

    FleetStore &m_fleet;
    QHash<ReleaseKey, FleetEntry> m_entries;
    QSet<ReleaseKey> m_running;
    QHash<ReleaseKey, int> m_waiting;
    std::array<QVector<FleetEntry>, 4> m_groups;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::FleetEntry)
