// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetmodel.h"

#include <algorithm>
#include <numeric>

namespace signalbox
{

namespace
{

constexpr int groupCount = 4;
constexpr int columnTotal = 7;

/// Share shown when one number has to do: what is routed, else what is reported, else what is asked for.
QVariant bestWeight(const CanaryWeights &weights)
{
    for (const auto &weight : {weights.routed, weights.reported, weights.set}) {
        if (weight) {
            return *weight;
        }
    }
    return {};
}

} // namespace

FleetModel::FleetModel(FleetStore &fleet, QObject *parent)
    : RowModel(parent)
    , m_fleet(fleet)
{
    connect(&fleet, &FleetStore::releasesChanged, this, &FleetModel::take);
    rebuild();
}

void FleetModel::rebuild()
{
    for (const auto &release : m_fleet.releases()) {
        m_entries.insert(release.key, fleetEntry(release));
    }
    regroup();
}

void FleetModel::take(const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed)
{
    for (const auto &key : removed) {
        m_entries.remove(key);
    }
    for (const auto &key : changed) {
        if (const Release *release = m_fleet.release(key)) {
            m_entries.insert(key, fleetEntry(*release));
        }
    }
    regroup();
}

void FleetModel::setRunning(const QSet<ReleaseKey> &running)
{
    if (running != m_running) {
        m_running = running;
        regroup();
    }
}

void FleetModel::setWaiting(const QHash<ReleaseKey, int> &waiting)
{
    if (waiting != m_waiting) {
        m_waiting = waiting;
        regroup();
    }
}

FleetEntry FleetModel::shownEntry(FleetEntry entry) const
{
    entry.badge = m_waiting.value(entry.key, entry.badge);
    if (m_running.contains(entry.key) && entry.group != FleetGroup::Unreachable) {
        entry.group = FleetGroup::InProgress;
        entry.badge = 0;
    }
    return entry;
}

void FleetModel::regroup()
{
    std::array<QVector<FleetEntry>, groupCount> next;
    for (const FleetEntry &known : std::as_const(m_entries)) {
        const FleetEntry entry = shownEntry(known);
        next.at(static_cast<size_t>(entry.group)).append(entry);
    }
    for (int group = 0; group < groupCount; ++group) {
        auto &wanted = next.at(static_cast<size_t>(group));
        auto &rows = m_groups.at(static_cast<size_t>(group));
        std::sort(wanted.begin(), wanted.end(), moreUrgent);
        if (rows == wanted) {
            continue;
        }
        updateRows(index(group, 0), rows, wanted, [](const FleetEntry &entry) { return entry.key; });
        announceChange({}, group, group); // count and badge
    }
}

QModelIndex FleetModel::indexOf(const ReleaseKey &key) const
{
    const auto known = m_entries.constFind(key);
    if (known == m_entries.cend()) {
        return {};
    }
    const FleetGroup group = shownEntry(*known).group;
    const auto &rows = m_groups.at(static_cast<size_t>(group));
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row).key == key) {
            return index(row, 0, groupIndex(group));
        }
    }
    return {};
}

QModelIndex FleetModel::groupIndex(FleetGroup group) const
{
    return index(static_cast<int>(group), 0);
}

const FleetEntry *FleetModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return nullptr;
    }
    const auto &rows = m_groups.at(index.internalId() - 1);
    return index.row() < rows.size() ? &rows.at(index.row()) : nullptr;
}

// The internal id of a release is the number of its group plus one; that of a group is 0.
QModelIndex FleetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex FleetModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return groupCount;
    }
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups.at(static_cast<size_t>(parent.row())).size()) : 0;
}

int FleetModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == 0) {
        return groupData(static_cast<FleetGroup>(index.row()), index.column(), role);
    }
    const FleetEntry *shown = entry(index);
    if (shown == nullptr) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole || role == static_cast<int>(Role::Sort)) {
        return columnData(*shown, column);
    }
    return role > Qt::UserRole ? roleData(*shown, static_cast<Role>(role), column) : QVariant();
}

QVariant FleetModel::groupData(FleetGroup group, int column, int role) const
{
    const auto &rows = m_groups.at(static_cast<size_t>(group));
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? headerData(static_cast<int>(group), Qt::Vertical, role) : QVariant();
    case static_cast<int>(Role::Sort):
        return static_cast<int>(group);
    case static_cast<int>(Role::Group):
        return QVariant::fromValue(group);
    case static_cast<int>(Role::IsGroup):
        return true;
    case static_cast<int>(Role::Badge):
        return std::accumulate(rows.cbegin(), rows.cend(), 0,
                               [](int sum, const FleetEntry &entry) { return sum + entry.badge; });
    default:
        return {};
    }
}

QVariant FleetModel::columnData(const FleetEntry &entry, Column column) const
{
    switch (column) {
    case Column::Name:
        return entry.key.name;
    case Column::State:
        return static_cast<int>(entry.state);
    case Column::From:
        return entry.fromVersion;
    case Column::To:
        return entry.toVersion;
    case Column::Weight:
        return bestWeight(entry.weights);
    case Column::Cluster:
        return entry.key.cluster.value();
    case Column::Namespace:
        return entry.key.namespaceName;
    }
    return {};
}

QVariant FleetModel::roleData(const FleetEntry &entry, Role role, Column column) const
{
    switch (role) {
    case Role::Sort:
        return columnData(entry, column);
    case Role::Key:
        return QVariant::fromValue(entry.key);
    case Role::Group:
        return QVariant::fromValue(entry.group);
    case Role::IsGroup:
        return false;
    case Role::State:
        return QVariant::fromValue(entry.state);
    case Role::FromVersion:
        return entry.fromVersion;
    case Role::ToVersion:
        return entry.toVersion;
    case Role::Weights:
        return QVariant::fromValue(entry.weights);
    case Role::Badge:
        return entry.badge;
    case Role::Cluster:
        return entry.key.cluster.value();
    case Role::Namespace:
        return entry.key.namespaceName;
    case Role::Source:
        return QVariant::fromValue(entry.source);
    case Role::BackendPhase:
        return entry.backendPhase;
    case Role::WaitsUntil:
        return entry.waitsUntil;
    case Role::Entry:
        return QVariant::fromValue(entry);
    }
    return {};
}

/// Vertical headers are the names of the groups.
QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        const std::array names{tr("Needs a decision"), tr("In progress"), tr("Steady"), tr("Unreachable")};
        return section >= 0 && section < groupCount ? names.at(static_cast<size_t>(section)) : QVariant();
    }
    const std::array names{tr("Release"), tr("State"),   tr("From"),     tr("To"),
                           tr("Weight"),  tr("Cluster"), tr("Namespace")};
    return section >= 0 && section < columnTotal ? names.at(static_cast<size_t>(section)) : QVariant();
}

} // namespace signalbox
