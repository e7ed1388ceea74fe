// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/clusterfacts.h"

namespace signalbox
{

namespace
{

template <typename Row> const ObjectMeta &metaOf(const Row *before, const Row *after)
{
    return after == nullptr ? before->meta : after->meta;
}

template <typename Row, typename KeyOf>
void reindex(KeyIndex &index, const Row *before, const Row *after, KeyOf keyOf)
{
    const QString former = before == nullptr ? QString() : keyOf(*before);
    const QString present = after == nullptr ? QString() : keyOf(*after);
    if (former == present) {
        return;
    }
    const QString &uid = metaOf(before, after).uid;
    index.remove(former, uid);
    index.add(present, uid);
}

QString namespaceOf(const ObjectMeta &meta)
{
    return meta.namespaceName;
}

} // namespace

template <typename Row, typename Observer>
QVector<QString> ClusterFacts::applyTo(RowTable<Row> &table, const RowChanges<Row> &changes,
                                       Observer observer)
{
    QVector<QString> uids;
    uids.reserve(changes.upserted.size() + changes.removed.size());
    table.apply(changes, [&](const Row *before, const Row *after) {
        uids.append(metaOf(before, after).uid);
        observer(before, after);
    });
    return uids;
}

template <typename Row>
QVector<QString> ClusterFacts::applyOwned(const RowChanges<Row> &changes, KeyIndex &byOwner,
                                          bool touchesRelease)
{
    return applyTo(table<Row>(), changes, [&](const Row *before, const Row *after) {
        reindex(byOwner, before, after, [](const Row &row) { return row.meta.ownerUid; });
        if (!touchesRelease) {
            return;
        }
        for (const Row *row : {before, after}) {
            if (row != nullptr && !row->meta.ownerUid.isEmpty()) {
                m_touched.insert(row->meta.ownerUid);
            }
        }
    });
}

QVector<QString> ClusterFacts::apply(const KindChanges &changes)
{
    return std::visit([this](const auto &each) { return take(each); }, changes);
}

QVector<QString> ClusterFacts::take(const RowChanges<NamespaceRow> &changes)
{
    return applyTo(table<NamespaceRow>(), changes, [](const auto *, const auto *) {});
}

QVector<QString> ClusterFacts::take(const RowChanges<NodeRow> &changes)
{
    return applyTo(table<NodeRow>(), changes, [](const auto *, const auto *) {});
}

QVector<QString> ClusterFacts::take(const RowChanges<RolloutRow> &changes)
{
    return applyTo(table<RolloutRow>(), changes, [this](const RolloutRow *before, const RolloutRow *after) {
        m_touched.insert(metaOf(before, after).uid);
        if (before != nullptr) {
            indexRollout(*before, false);
        }
        if (after != nullptr) {
            indexRollout(*after, true);
        }
    });
}

QVector<QString> ClusterFacts::take(const RowChanges<DeploymentRow> &changes)
{
    return applyTo(table<DeploymentRow>(), changes, [this](const auto *before, const auto *after) {
        m_touched.insert(metaOf(before, after).uid);
        reindex(m_workloads, before, after, [](const DeploymentRow &row) {
            return row.meta.namespaceName + QStringLiteral("/Deployment/") + row.meta.name;
        });
    });
}

QVector<QString> ClusterFacts::take(const RowChanges<ReplicaSetRow> &changes)
{
    return applyOwned(changes, m_replicaSetsByOwner, true);
}

QVector<QString> ClusterFacts::take(const RowChanges<AnalysisRunRow> &changes)
{
    return applyOwned(changes, m_runsByOwner, true);
}

QVector<QString> ClusterFacts::take(const RowChanges<ExperimentRow> &changes)
{
    return applyOwned(changes, m_experimentsByOwner, true);
}

QVector<QString> ClusterFacts::take(const RowChanges<PodRow> &changes)
{
    // Releases count pods through their ReplicaSets: a burst of pod changes derives nothing.
    return applyOwned(changes, m_podsByOwner, false);
}

QVector<QString> ClusterFacts::take(const RowChanges<ServiceRow> &changes)
{
    return applyTo(table<ServiceRow>(), changes, [this](const auto *before, const auto *after) {
        reindex(m_servicesByNamespace, before, after, [](const auto &row) { return namespaceOf(row.meta); });
        touchNamespace(metaOf(before, after).namespaceName);
    });
}

QVector<QString> ClusterFacts::takeRoutes(RowTable<RouteRow> &routes, const RowChanges<RouteRow> &changes,
                                          KeyIndex &index)
{
    return applyTo(routes, changes, [this, &index](const auto *before, const auto *after) {
        reindex(index, before, after, [](const auto &row) { return namespaceOf(row.meta); });
        touchNamespace(metaOf(before, after).namespaceName);
    });
}

QVector<QString> ClusterFacts::take(const VirtualServiceChanges &changes)
{
    return takeRoutes(m_virtualServices, changes, m_virtualServicesByNamespace);
}

QVector<QString> ClusterFacts::take(const HttpRouteChanges &changes)
{
    return takeRoutes(m_httpRoutes, changes, m_httpRoutesByNamespace);
}

QVector<QString> ClusterFacts::take(const RowChanges<HpaRow> &changes)
{
    return applyTo(table<HpaRow>(), changes, [this](const HpaRow *before, const HpaRow *after) {
        reindex(m_hpasByTarget, before, after, [](const HpaRow &row) {
            return row.meta.namespaceName + QLatin1Char('/') + row.targetKind + QLatin1Char('/') +
                   row.targetName;
        });
        touchTarget(before);
        touchTarget(after);
    });
}

QVector<QString> ClusterFacts::take(const RowChanges<EventRow> &changes)
{
    const auto timeOf = [](const EventRow &row) {
        return std::pair(row.last.isValid() ? row.last.toMSecsSinceEpoch() : 0, row.meta.uid);
    };
    const auto keepOrder = [&](const EventRow *before, const EventRow *after) {
        if (before != nullptr) {
            m_eventsByTime.erase(timeOf(*before));
        }
        if (after != nullptr) {
            m_eventsByTime.insert(timeOf(*after));
        }
    };
    QVector<QString> uids = applyTo(table<EventRow>(), changes, keepOrder);
    while (table<EventRow>().rows().size() > eventCap && !m_eventsByTime.empty()) {
        const QString oldest = m_eventsByTime.begin()->second;
        uids.append(oldest);
        table<EventRow>().remove(oldest, keepOrder);
    }
    return uids;
}

} // namespace signalbox
