// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/clusterfacts.h"

#include <algorithm>

namespace signalbox
{

namespace
{

const QString rolloutKind = QStringLiteral("Rollout");
const QString deploymentKind = QStringLiteral("Deployment");

QString targetKey(const QString &namespaceName, const QString &kind, const QString &name)
{
    return namespaceName + QLatin1Char('/') + kind + QLatin1Char('/') + name;
}

QString refKey(const RolloutRow &row)
{
    return row.workloadRefName.isEmpty()
               ? QString()
               : targetKey(row.meta.namespaceName, row.workloadRefKind, row.workloadRefName);
}

QString hpaKey(const HpaRow &row)
{
    return targetKey(row.meta.namespaceName, row.targetKind, row.targetName);
}

template <typename Row> QVector<const Row *> pick(const RowTable<Row> &table, const QSet<QString> &uids)
{
    QVector<const Row *> rows;
    rows.reserve(uids.size());
    for (const auto &uid : uids) {
        if (const Row *row = table.find(uid)) {
            rows.append(row);
        }
    }
    return rows;
}

} // namespace

void ClusterFacts::setSource(ReleaseKind kind, const SourceState &source)
{
    const SourceState known = m_sources.value(kind);
    // Live facts are as old as their last change: a heartbeat must not touch every release.
    const bool same = known.freshness == source.freshness && known.error == source.error &&
                      (source.isCurrent() || known.since == source.since);
    m_sources.insert(kind, source);
    if (!same) {
        m_changedSources.insert(kind);
    }
}

ReleaseChanges ClusterFacts::rederive(const QDateTime &now)
{
    ReleaseChanges changes;
    const QSet<QString> touched = std::exchange(m_touched, {});
    QVector<Release> derived;
    for (const auto &uid : touched) {
        if (auto release = derive(uid, now)) {
            derived.append(std::move(*release));
        } else {
            forget(uid, changes);
        }
    }
    markSources(changes);
    const QSet<ReleaseKey> marked(changes.changed.cbegin(), changes.changed.cend());
    for (const auto &release : derived) {
        // A name taken over by a new object: the key stays, the old object goes without a farewell.
        const QString former = m_uids.value(release.key);
        if (!former.isEmpty() && former != release.uid) {
            m_releases.erase(former);
        }
        changes.removed.removeAll(release.key);
        const auto known = m_releases.find(release.uid);
        if (known == m_releases.end() || known->second != release) {
            m_releases.insert_or_assign(release.uid, release);
            m_uids.insert(release.key, release.uid);
            if (!marked.contains(release.key)) {
                changes.changed.append(release.key);
            }
        }
    }
    return changes;
}

void ClusterFacts::forget(const QString &uid, ReleaseChanges &changes)
{
    const auto known = m_releases.find(uid);
    if (known == m_releases.end()) {
        return;
    }
    const ReleaseKey key = known->second.key;
    m_releases.erase(known);
    if (m_uids.value(key) == uid) {
        m_uids.remove(key);
        changes.removed.append(key);
    }
}

void ClusterFacts::markSources(ReleaseChanges &changes)
{
    const QSet<ReleaseKind> kinds = std::exchange(m_changedSources, {});
    if (kinds.isEmpty()) {
        return;
    }
    for (auto &[uid, release] : m_releases) {
        if (kinds.contains(release.key.kind)) {
            release.source = m_sources.value(release.key.kind);
            changes.changed.append(release.key);
        }
    }
}

std::optional<Release> ClusterFacts::derive(const QString &uid, const QDateTime &now) const
{
    std::optional<Release> release;
    if (const auto *rollout = std::get<RowTable<RolloutRow>>(m_tables).find(uid)) {
        release = deriveRollout(m_cluster, *rollout, factsOf(rollout->meta, rolloutKind, now));
    } else if (const auto *deployment = std::get<RowTable<DeploymentRow>>(m_tables).find(uid)) {
        if (isReferenced(*deployment)) {
            return std::nullopt;
        }
        release = deriveDeployment(m_cluster, *deployment, factsOf(deployment->meta, deploymentKind, now));
    } else {
        return std::nullopt;
    }
    release->source = m_sources.value(release->key.kind);
    return release;
}

bool ClusterFacts::isReferenced(const DeploymentRow &row) const
{
    return m_workloadRefs.contains(targetKey(row.meta.namespaceName, deploymentKind, row.meta.name));
}

ReleaseFacts ClusterFacts::factsOf(const ObjectMeta &meta, const QString &kind, const QDateTime &now) const
{
    ReleaseFacts facts;
    facts.replicaSets =
        pick(std::get<RowTable<ReplicaSetRow>>(m_tables), m_replicaSetsByOwner.uids(meta.uid));
    facts.analysisRuns = pick(std::get<RowTable<AnalysisRunRow>>(m_tables), m_runsByOwner.uids(meta.uid));
    facts.routes = routesIn(meta.namespaceName);
    facts.services =
        pick(std::get<RowTable<ServiceRow>>(m_tables), m_servicesByNamespace.uids(meta.namespaceName));
    const auto hpas = pick(std::get<RowTable<HpaRow>>(m_tables),
                           m_hpasByTarget.uids(targetKey(meta.namespaceName, kind, meta.name)));
    facts.hpa = hpas.isEmpty() ? nullptr : hpas.first();
    facts.experiments = static_cast<int>(m_experimentsByOwner.count(meta.uid));
    facts.now = now;
    return facts;
}

QVector<const RouteRow *> ClusterFacts::routesIn(const QString &namespaceName) const
{
    QVector<const RouteRow *> routes =
        pick(m_virtualServices, m_virtualServicesByNamespace.uids(namespaceName));
    routes += pick(m_httpRoutes, m_httpRoutesByNamespace.uids(namespaceName));
    std::sort(routes.begin(), routes.end(),
              [](const RouteRow *left, const RouteRow *right) { return left->meta.name < right->meta.name; });
    return routes;
}

QVector<Release> ClusterFacts::releases() const
{
    QVector<Release> all;
    all.reserve(static_cast<qsizetype>(m_releases.size()));
    for (const auto &[uid, release] : m_releases) {
        all.append(release);
    }
    return all;
}

const Release *ClusterFacts::release(const ReleaseKey &key) const
{
    const auto uid = m_uids.constFind(key);
    if (uid == m_uids.cend()) {
        return nullptr;
    }
    const auto found = m_releases.find(*uid);
    return found == m_releases.end() ? nullptr : &found->second;
}

QVector<PodRow> ClusterFacts::podsOwnedBy(const QString &ownerUid) const
{
    QVector<PodRow> pods;
    for (const PodRow *pod : pick(std::get<RowTable<PodRow>>(m_tables), m_podsByOwner.uids(ownerUid))) {
        pods.append(*pod);
    }
    return pods;
}

void ClusterFacts::indexRollout(const RolloutRow &row, bool add)
{
    const auto &meta = row.meta;
    const QString self = targetKey(meta.namespaceName, rolloutKind, meta.name);
    const auto change = add ? &KeyIndex::add : &KeyIndex::remove;
    (m_rolloutsByNamespace.*change)(meta.namespaceName, meta.uid);
    (m_workloads.*change)(self, meta.uid);
    const QString reference = refKey(row);
    if (!reference.isEmpty()) {
        (m_workloadRefs.*change)(reference, meta.uid);
        m_touched += m_workloads.uids(reference);
    }
}

void ClusterFacts::touchNamespace(const QString &namespaceName)
{
    m_touched += m_rolloutsByNamespace.uids(namespaceName);
}

void ClusterFacts::touchTarget(const HpaRow *hpa)
{
    if (hpa != nullptr) {
        m_touched += m_workloads.uids(hpaKey(*hpa));
    }
}

} // namespace signalbox
