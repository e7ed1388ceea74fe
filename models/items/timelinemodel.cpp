// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/timelinemodel.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 5;

} // namespace

TimelineModel::TimelineModel(ActivityStore &store, QObject *parent)
    : TableModel(parent)
    , m_store(store)
{
    connect(&store, &ActivityStore::entriesChanged, this, &TimelineModel::refresh);
    refresh();
}

void TimelineModel::refresh()
{
    updateRows({}, m_rows, m_store.entries(), [](const ActivityEntry &entry) { return entry.id; });
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ActivityEntry &entry = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Time ? entry.time.toString(Qt::ISODate) : raw(entry, column);
    case static_cast<int>(Role::Sort):
        return raw(entry, column);
    case static_cast<int>(Role::Id):
        return entry.id;
    case static_cast<int>(Role::Kind):
        return QVariant::fromValue(entry.kind);
    case static_cast<int>(Role::Tone):
        return QVariant::fromValue(entry.tone);
    case static_cast<int>(Role::Time):
        return entry.time;
    case static_cast<int>(Role::Value):
        return QVariant::fromValue(entry);
    default:
        return {};
    }
}

QVariant TimelineModel::raw(const ActivityEntry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return entry.time;
    case Column::Object:
        return entry.objectKind.isEmpty() ? entry.object : entry.objectKind + QLatin1Char('/') + entry.object;
    case Column::Reason:
        return entry.reason;
    case Column::Text:
        return entry.text;
    case Column::Actor:
        return entry.actor;
    }
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Time"), tr("Object"), tr("Reason"), tr("What happened"), tr("Who")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
