// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/connectionsmodel.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 5;

ConnectionEntry entryOf(const ClusterStore &cluster)
{
    const auto &description = cluster.description();
    ConnectionEntry entry;
    entry.id = description.id.value();
    entry.name = description.id.value();
    entry.address = description.server;
    entry.state = cluster.connection();
    entry.latency = cluster.latency();
    entry.insecure = description.insecure;
    entry.identity =
        cluster.identity().actingAs.isEmpty() ? cluster.identity().user : cluster.identity().actingAs;
    return entry;
}

} // namespace

ConnectionsModel::ConnectionsModel(FleetStore &fleet, QObject *parent)
    : TableModel(parent)
    , m_fleet(fleet)
{
    connect(&fleet, &FleetStore::clustersChanged, this, &ConnectionsModel::refresh);
    connect(&fleet, &FleetStore::connectionChanged, this, &ConnectionsModel::refresh);
    refresh();
}

void ConnectionsModel::setServers(const QVector<ConnectionEntry> &servers)
{
    m_servers = servers;
    refresh();
}

void ConnectionsModel::refresh()
{
    QVector<ConnectionEntry> next;
    for (const ClusterStore *cluster : m_fleet.clusters()) {
        next.append(entryOf(*cluster));
    }
    next += m_servers;
    updateRows({}, m_rows, next, [](const ConnectionEntry &entry) {
        return std::pair(static_cast<int>(entry.kind), entry.id);
    });
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ConnectionEntry &entry = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case static_cast<int>(Role::Sort):
        return raw(entry, static_cast<Column>(index.column()));
    case static_cast<int>(Role::Kind):
        return QVariant::fromValue(entry.kind);
    case static_cast<int>(Role::Id):
        return entry.id;
    case static_cast<int>(Role::Source):
        return QVariant::fromValue(entry.state);
    case static_cast<int>(Role::LatencyMs):
        return static_cast<int>(entry.latency.count());
    case static_cast<int>(Role::Insecure):
        return entry.insecure;
    case static_cast<int>(Role::Value):
        return QVariant::fromValue(entry);
    default:
        return {};
    }
}

QVariant ConnectionsModel::raw(const ConnectionEntry &entry, Column column) const
{
    switch (column) {
    case Column::Name:
        return entry.name;
    case Column::State:
        return static_cast<int>(entry.state.freshness);
    case Column::Latency:
        return entry.latency.count() < 0 ? QVariant() : QVariant(static_cast<int>(entry.latency.count()));
    case Column::Address:
        return entry.address;
    case Column::Identity:
        return entry.identity;
    }
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Connection"), tr("State"), tr("Latency"), tr("Address"), tr("Identity")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
