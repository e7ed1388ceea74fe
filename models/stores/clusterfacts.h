// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releasederivation.h"
#include "models/stores/keyindex.h"
#include "models/stores/rowtable.h"

#include <set>
#include <tuple>
#include <unordered_map>

namespace signalbox
{

/// The newest events are kept, no more: a noisy cluster must not fill the desk's memory.
inline constexpr qsizetype eventCap = 2000;

struct ReleaseChanges {
    QVector<ReleaseKey> changed;
    QVector<ReleaseKey> removed;
};

/// Rows of one cluster, indices over them, and the releases derived from them. Knows which releases a
/// changed row touches and derives only those. No signals, no clock: ClusterStore owns one.
class ClusterFacts
{
public:
    explicit ClusterFacts(ClusterId cluster)
        : m_cluster(std::move(cluster))
    {
    }

    /// Takes changes in; answers the uids of the rows that are different now. Releases follow in rederive().
    QVector<QString> apply(const KindChanges &changes);
    /// Derives every release touched since the last call. @param now UTC
    ReleaseChanges rederive(const QDateTime &now);
    /// How far the facts behind releases of one kind may be believed; shows in the next rederive().
    void setSource(ReleaseKind kind, const SourceState &source);

    template <typename Row> [[nodiscard]] const QHash<QString, Row> &rows() const
    {
        return std::get<RowTable<Row>>(m_tables).rows();
    }
    [[nodiscard]] const QHash<QString, RouteRow> &virtualServices() const { return m_virtualServices.rows(); }
    [[nodiscard]] const QHash<QString, RouteRow> &httpRoutes() const { return m_httpRoutes.rows(); }
    [[nodiscard]] QVector<Release> releases() const;
    /// Valid until the next rederive().
    [[nodiscard]] const Release *release(const ReleaseKey &key) const;
    [[nodiscard]] QVector<PodRow> podsOwnedBy(const QString &ownerUid) const;

private:
    template <typename Row> RowTable<Row> &table() { return std::get<RowTable<Row>>(m_tables); }
    template <typename Row, typename Observer>
    static QVector<QString> applyTo(RowTable<Row> &table, const RowChanges<Row> &changes, Observer observer);
    template <typename Row>
    QVector<QString> applyOwned(const RowChanges<Row> &changes, KeyIndex &byOwner, bool touchesRelease);

    QVector<QString> take(const RowChanges<NamespaceRow> &changes);
    QVector<QString> take(const RowChanges<NodeRow> &changes);
    QVector<QString> take(const RowChanges<RolloutRow> &changes);
    QVector<QString> take(const RowChanges<DeploymentRow> &changes);
    QVector<QString> take(const RowChanges<ReplicaSetRow> &changes);
    QVector<QString> take(const RowChanges<AnalysisRunRow> &changes);
    QVector<QString> take(const RowChanges<ExperimentRow> &changes);
    QVector<QString> take(const RowChanges<PodRow> &changes);
    QVector<QString> take(const RowChanges<ServiceRow> &changes);
    QVector<QString> take(const VirtualServiceChanges &changes);
    QVector<QString> take(const HttpRouteChanges &changes);
    QVector<QString> take(const RowChanges<HpaRow> &changes);
    QVector<QString> take(const RowChanges<EventRow> &changes);
    QVector<QString> takeRoutes(RowTable<RouteRow> &table, const RowChanges<RouteRow> &changes,
                                KeyIndex &index);

    void indexRollout(const RolloutRow &row, bool add);
    void touchNamespace(const QString &namespaceName);
    void touchTarget(const HpaRow *hpa);
    [[nodiscard]] bool isReferenced(const DeploymentRow &row) const;
    [[nodiscard]] std::optional<Release> derive(const QString &uid, const QDateTime &now) const;
    [[nodiscard]] ReleaseFacts factsOf(const ObjectMeta &meta, const QString &kind,
                                       const QDateTime &now) const;
    [[nodiscard]] QVector<const RouteRow *> routesIn(const QString &namespaceName) const;
    void markSources(ReleaseChanges &changes);
    void forget(const QString &uid, ReleaseChanges &changes);

    ClusterId m_cluster;
    std::tuple<RowTable<NamespaceRow>, RowTable<RolloutRow>, RowTable<DeploymentRow>, RowTable<ReplicaSetRow>,
               RowTable<AnalysisRunRow>, RowTable<ServiceRow>, RowTable<HpaRow>, RowTable<EventRow>,
               RowTable<NodeRow>, RowTable<ExperimentRow>, RowTable<PodRow>>
        m_tables;
    RowTable<RouteRow> m_virtualServices;
    RowTable<RouteRow> m_httpRoutes;

    KeyIndex m_replicaSetsByOwner;
    KeyIndex m_runsByOwner;
    KeyIndex m_experimentsByOwner;
    KeyIndex m_podsByOwner;
    KeyIndex m_rolloutsByNamespace;
    KeyIndex m_servicesByNamespace;
    KeyIndex m_virtualServicesByNamespace;
    KeyIndex m_httpRoutesByNamespace;
    KeyIndex m_hpasByTarget; ///< "namespace/Kind/name"
    KeyIndex m_workloads;    ///< "namespace/Kind/name" of Rollouts and Deployments
    KeyIndex m_workloadRefs; ///< "namespace/Kind/name" -> Rollouts that take their template from it
    std::set<std::pair<qint64, QString>> m_eventsByTime;

    QSet<QString> m_touched; ///< uids of Rollouts and Deployments to derive again
    QSet<ReleaseKind> m_changedSources;
    QHash<ReleaseKind, SourceState> m_sources;
    std::unordered_map<QString, Release> m_releases; ///< by uid
    QHash<ReleaseKey, QString> m_uids;
};

} // namespace signalbox
