// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/podsmodel.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 8;
constexpr qsizetype manyRanges = 16;

/// Calls range(first, last) for each run of neighbours in an ascending list.
template <typename Range> void forEachRange(const QVector<int> &rows, Range range)
{
    for (qsizetype start = 0; start < rows.size();) {
        qsizetype end = start;
        while (end + 1 < rows.size() && rows.at(end + 1) == rows.at(end) + 1) {
            ++end;
        }
        range(rows.at(start), rows.at(end));
        start = end + 1;
    }
}

bool isHealthy(const PodRow &pod)
{
    return pod.ready || pod.phase == QStringLiteral("Succeeded");
}

/// Only what a cell or a role shows: status noise of the API server must not repaint the table.
bool looksSame(const PodRow &left, const PodRow &right)
{
    return left.phase == right.phase && left.reason == right.reason && left.ready == right.ready &&
           left.readyContainers == right.readyContainers && left.containers == right.containers &&
           left.restarts == right.restarts && left.node == right.node && left.image == right.image &&
           left.podTemplateHash == right.podTemplateHash && left.meta.deleting == right.meta.deleting &&
           left.meta.ownerUid == right.meta.ownerUid && left.meta.name == right.meta.name;
}

} // namespace

QString podStatus(const PodRow &pod)
{
    if (pod.meta.deleting) {
        return QStringLiteral("Terminating");
    }
    return pod.reason.isEmpty() ? pod.phase : pod.reason;
}

PodsModel::PodsModel(ClusterStore &cluster, QObject *parent)
    : TableModel(parent)
    , m_cluster(&cluster)
{
    connect(&cluster, &ClusterStore::rowsChanged, this,
            [this](ResourceKind kind, const QVector<QString> &uids) { take(kind, uids); });
    const auto &pods = cluster.rows<PodRow>();
    append(QVector<PodRow>(pods.cbegin(), pods.cend()));
    cluster.acquirePods();
}

PodsModel::~PodsModel()
{
    if (m_cluster != nullptr) {
        m_cluster->releasePods();
    }
}

void PodsModel::take(ResourceKind kind, const QVector<QString> &uids)
{
    if (kind != ResourceKind::Pod) {
        return;
    }
    const auto &pods = m_cluster->rows<PodRow>();
    QVector<int> removed;
    QVector<int> changed;
    QVector<PodRow> added;
    for (const auto &uid : uids) {
        const auto pod = pods.constFind(uid);
        const int row = m_positions.value(uid, -1);
        if (pod == pods.cend()) {
            if (row >= 0) {
                removed.append(row);
            }
        } else if (row < 0) {
            added.append(*pod);
        } else {
            PodRow &shown = *m_rows.at(static_cast<size_t>(row));
            const bool visible = !looksSame(shown, *pod);
            shown = *pod;
            if (visible) {
                changed.append(row);
            }
        }
    }
    updateRowsAt(std::move(changed));
    removeRowsAt(std::move(removed));
    append(added);
}

void PodsModel::updateRowsAt(QVector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    forEachRange(rows, [this](int first, int last) { announceChange({}, first, last); });
}

void PodsModel::removeRowsAt(QVector<int> rows)
{
    if (rows.isEmpty()) {
        return;
    }
    std::sort(rows.begin(), rows.end());
    QVector<std::pair<int, int>> ranges;
    forEachRange(rows, [&ranges](int first, int last) { ranges.append({first, last}); });
    if (ranges.size() > manyRanges) {
        moveToEnd(rows);
        const int first = rowCount() - static_cast<int>(rows.size());
        ranges = {{first, rowCount() - 1}};
        rows.first() = first;
    }
    std::reverse(ranges.begin(), ranges.end());
    for (const auto &[first, last] : ranges) {
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row) {
            m_positions.remove(pod(row).meta.uid);
        }
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    }
    // Once for all ranges: renumbering after each would cost rows times ranges.
    renumberFrom(rows.first());
}

/// A proxy pays for its whole mapping with each removed range, but only once for a new layout.
void PodsModel::moveToEnd(const QVector<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<std::unique_ptr<PodRow>> kept;
    std::vector<std::unique_ptr<PodRow>> leaving;
    kept.reserve(m_rows.size());
    QVector<int> places(rowCount());
    const int leavingFrom = rowCount() - static_cast<int>(rows.size());
    for (int row = 0; row < rowCount(); ++row) {
        const bool leaves = static_cast<qsizetype>(leaving.size()) < rows.size() &&
                            rows.at(static_cast<qsizetype>(leaving.size())) == row;
        places[row] = leaves ? leavingFrom + static_cast<int>(leaving.size()) : static_cast<int>(kept.size());
        (leaves ? leaving : kept).push_back(std::move(m_rows.at(static_cast<size_t>(row))));
    }
    std::move(leaving.begin(), leaving.end(), std::back_inserter(kept));
    m_rows = std::move(kept);
    renumberFrom(0);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const auto &index : from) {
        to.append(createIndex(places.at(index.row()), index.column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

void PodsModel::append(const QVector<PodRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.reserve(m_rows.size() + static_cast<size_t>(rows.size()));
    for (const auto &row : rows) {
        m_rows.push_back(std::make_unique<PodRow>(row));
    }
    m_positions.reserve(rowCount());
    renumberFrom(first);
    endInsertRows();
}

void PodsModel::renumberFrom(int row)
{
    for (; row < rowCount(); ++row) {
        m_positions.insert(pod(row).meta.uid, row);
    }
}

QModelIndex PodsModel::indexOf(const QString &uid) const
{
    const int row = m_positions.value(uid, -1);
    const bool numbered = row >= 0 && row < rowCount() && pod(row).meta.uid == uid;
    return numbered ? index(row, 0) : QModelIndex();
}

int PodsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PodsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant PodsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const PodRow &row = pod(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case static_cast<int>(Role::Sort):
        return raw(row, column);
    case static_cast<int>(Role::Uid):
        return row.meta.uid;
    case static_cast<int>(Role::OwnerUid):
        return row.meta.ownerUid;
    case static_cast<int>(Role::Hash):
        return row.podTemplateHash;
    case static_cast<int>(Role::Healthy):
        return isHealthy(row);
    case static_cast<int>(Role::Terminating):
        return row.meta.deleting;
    default:
        return {};
    }
}

QVariant PodsModel::text(const PodRow &pod, Column column) const
{
    switch (column) {
    case Column::Ready:
        return QStringLiteral("%1/%2").arg(pod.readyContainers).arg(pod.containers);
    case Column::Age:
        return pod.meta.created.toString(Qt::ISODate);
    default:
        return raw(pod, column);
    }
}

QVariant PodsModel::raw(const PodRow &pod, Column column) const
{
    switch (column) {
    case Column::Name:
        return pod.meta.name;
    case Column::Namespace:
        return pod.meta.namespaceName;
    case Column::Ready:
        return pod.readyContainers - pod.containers; // the worst first
    case Column::Status:
        return podStatus(pod);
    case Column::Restarts:
        return pod.restarts;
    case Column::Node:
        return pod.node;
    case Column::Version:
        return pod.podTemplateHash;
    case Column::Age:
        return pod.meta.created;
    }
    return {};
}

QVariant PodsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Pod"),      tr("Namespace"), tr("Ready"),   tr("Status"),
                           tr("Restarts"), tr("Node"),      tr("Version"), tr("Age")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
