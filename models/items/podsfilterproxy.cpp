// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/podsfilterproxy.h"

#include "models/items/podsmodel.h"

namespace signalbox
{

namespace
{

std::optional<QString> fieldOf(const PodRow &pod, const QString &key)
{
    if (key == QStringLiteral("name")) {
        return pod.meta.name;
    }
    if (key == QStringLiteral("namespace") || key == QStringLiteral("ns")) {
        return pod.meta.namespaceName;
    }
    if (key == QStringLiteral("status")) {
        return podStatus(pod);
    }
    if (key == QStringLiteral("phase")) {
        return pod.phase;
    }
    if (key == QStringLiteral("node")) {
        return pod.node;
    }
    if (key == QStringLiteral("hash")) {
        return pod.podTemplateHash;
    }
    if (key == QStringLiteral("image")) {
        return pod.image;
    }
    if (key == QStringLiteral("ready")) {
        return pod.ready ? QStringLiteral("true") : QStringLiteral("false");
    }
    return std::nullopt;
}

/// Three-way comparison of two pods by one column, on the rows themselves: no QVariant in the inner loop.
int compare(const PodRow &left, const PodRow &right, PodsModel::Column column)
{
    switch (column) {
    case PodsModel::Column::Namespace:
        return left.meta.namespaceName.compare(right.meta.namespaceName);
    case PodsModel::Column::Ready:
        return (left.readyContainers - left.containers) - (right.readyContainers - right.containers);
    case PodsModel::Column::Status:
        return podStatus(left).compare(podStatus(right));
    case PodsModel::Column::Restarts:
        return left.restarts - right.restarts;
    case PodsModel::Column::Node:
        return left.node.compare(right.node);
    case PodsModel::Column::Version:
        return left.podTemplateHash.compare(right.podTemplateHash);
    case PodsModel::Column::Age:
        return left.meta.created == right.meta.created ? 0
                                                       : (left.meta.created < right.meta.created ? -1 : 1);
    case PodsModel::Column::Name:
        break;
    }
    return left.meta.name.compare(right.meta.name);
}

} // namespace

PodsFilterProxy::PodsFilterProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(static_cast<int>(PodsModel::Role::Sort));
    setDynamicSortFilter(true);
}

void PodsFilterProxy::setFilterText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        m_query = FilterQuery(text);
        invalidateFilter();
    }
}

void PodsFilterProxy::setOwners(const std::optional<QSet<QString>> &owners)
{
    if (owners != m_owners) {
        m_owners = owners;
        invalidateFilter();
    }
}

bool PodsFilterProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = qobject_cast<const PodsModel *>(sourceModel());
    if (model == nullptr) {
        return false;
    }
    const PodRow &pod = model->pod(row);
    if (m_owners && !m_owners->contains(pod.meta.ownerUid)) {
        return false;
    }
    if (m_query.isEmpty()) {
        return true;
    }
    return m_query.matches({pod.meta.name, pod.meta.namespaceName, podStatus(pod), pod.node, pod.image},
                           [&pod](const QString &key) { return fieldOf(pod, key); });
}

bool PodsFilterProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *model = qobject_cast<const PodsModel *>(sourceModel());
    if (model == nullptr) {
        return QSortFilterProxyModel::lessThan(left, right);
    }
    const PodRow &first = model->pod(left.row());
    const PodRow &second = model->pod(right.row());
    const int order = compare(first, second, static_cast<PodsModel::Column>(left.column()));
    return order == 0 ? first.meta.name < second.meta.name : order < 0;
}

} // namespace signalbox
