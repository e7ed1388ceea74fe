// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/activitystore.h"

#include "backends/api/whenfinished.h"

#include <algorithm>

namespace signalbox
{

struct ActivityStore::Scope {
    QString cluster;
    QString namespaceName;
    QString name;
    QString workload; ///< Deployment that owns the template
    QString autoscaler;
    QSet<QString> uids;      ///< the release, its ReplicaSets, runs and pods
    QStringList podPrefixes; ///< names of ReplicaSets with a dash: pods may be gone, or not watched
};

ActivityStore::ActivityStore(FleetStore &fleet, Ledger *ledger, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_ledger(ledger)
{
    m_rebuildTimer.setSingleShot(true);
    m_rebuildTimer.setInterval(0);
    connect(&m_rebuildTimer, &QTimer::timeout, this, &ActivityStore::rebuild);
    connect(&fleet, &FleetStore::clustersChanged, this, &ActivityStore::adoptClusters);
    connect(&fleet, &FleetStore::releasesChanged, this, [this](const QVector<ReleaseKey> &changed) {
        if (m_shown && changed.contains(*m_shown)) {
            m_rebuildTimer.start(); // its ReplicaSets may be others now
        }
    });
    adoptClusters();
    refreshRecords();
}

ActivityStore::~ActivityStore() = default;

void ActivityStore::adoptClusters()
{
    QSet<QString> present;
    for (const ClusterStore *cluster : m_fleet.clusters()) {
        const QString id = cluster->description().id.value();
        present.insert(id);
        if (m_adopted.contains(id)) {
            continue;
        }
        const auto take = [this, cluster](ResourceKind kind, const QVector<QString> &uids) {
            if (kind == ResourceKind::Event) {
                takeEvents(*cluster, uids);
            }
        };
        connect(cluster, &ClusterStore::rowsChanged, this, take);
        take(ResourceKind::Event, cluster->rows<EventRow>().keys());
    }
    m_adopted = present;
}

void ActivityStore::takeEvents(const ClusterStore &cluster, const QVector<QString> &uids)
{
    const auto &events = cluster.rows<EventRow>();
    const QString id = cluster.description().id.value();
    for (const auto &uid : uids) {
        const auto event = events.constFind(uid);
        if (event != events.cend()) {
            remember(id, *event);
        }
    }
    m_rebuildTimer.start();
}

void ActivityStore::remember(const QString &cluster, const EventRow &event)
{
    Occurrence occurrence{activityOf(cluster, event), event.involvedUid};
    if (m_known.contains(occurrence.entry.id)) {
        return;
    }
    m_known.insert(occurrence.entry.id);
    m_occurrences.emplace(occurrence.entry.time, std::move(occurrence));
    while (m_occurrences.size() > rememberedCap) {
        m_known.remove(m_occurrences.begin()->second.entry.id);
        m_occurrences.erase(m_occurrences.begin());
    }
}

void ActivityStore::show(const std::optional<ReleaseKey> &release)
{
    m_shown = release;
    m_records.clear();
    refreshRecords();
    rebuild();
}

void ActivityStore::noteOperation(const OperationStatus &status)
{
    const bool over = status.phase != OperationPhase::Running && status.phase != OperationPhase::Prepared;
    const bool wasOver = m_operations.contains(status.id) && m_operations.value(status.id).finished.isValid();
    m_operations.insert(status.id, status);
    m_rebuildTimer.start();
    if (over && !wasOver) {
        refreshRecords();
    }
}

void ActivityStore::refreshRecords()
{
    if (m_ledger == nullptr) {
        return;
    }
    const int generation = ++m_generation;
    const QString cluster = m_shown ? m_shown->cluster.value() : QString();
    const QString namespaceName = m_shown ? m_shown->namespaceName : QString();
    const QString object = m_shown ? m_shown->name : QString();
    whenFinished(this, m_ledger->recent(cluster, namespaceName, object, shownCap),
                 [this, generation](const Result<QVector<LedgerRecord>> &records) {
                     takeRecords(generation, records);
                 });
}

void ActivityStore::takeRecords(int generation, const Result<QVector<LedgerRecord>> &records)
{
    if (generation != m_generation) {
        return; // the answer to an older question
    }
    const std::optional<Error> error = records ? std::nullopt : std::optional(records.error());
    if (records) {
        m_records = *records;
    }
    if (m_ledgerError != error) {
        m_ledgerError = error;
        Q_EMIT ledgerErrorChanged();
    }
    rebuild();
}

ActivityStore::Scope ActivityStore::scopeOf(const ReleaseKey &key) const
{
    Scope scope{key.cluster.value(), key.namespaceName, key.name, {}, {}, {}, {}};
    const Release *release = m_fleet.release(key);
    if (release == nullptr) {
        return scope;
    }
    scope.workload = release->workloadRefName;
    scope.autoscaler = release->horizontalPodAutoscaler;
    scope.uids.insert(release->uid);
    for (const auto &revision : release->revisions) {
        scope.uids.insert(revision.uid);
        scope.podPrefixes.append(revision.replicaSet + QLatin1Char('-'));
    }
    for (const auto &run : release->analysisRuns) {
        scope.uids.insert(run.meta.uid);
    }
    if (const ClusterStore *cluster = m_fleet.cluster(key.cluster)) {
        for (const auto &pod : cluster->pods(*release)) {
            scope.uids.insert(pod.meta.uid);
        }
    }
    return scope;
}

bool ActivityStore::concerns(const Scope &scope, const Occurrence &occurrence) const
{
    const auto &entry = occurrence.entry;
    if (entry.cluster != scope.cluster || entry.namespaceName != scope.namespaceName) {
        return false;
    }
    if (scope.uids.contains(occurrence.involvedUid)) {
        return true;
    }
    if (entry.objectKind == QStringLiteral("Pod")) {
        return std::any_of(scope.podPrefixes.cbegin(), scope.podPrefixes.cend(),
                           [&entry](const QString &prefix) { return entry.object.startsWith(prefix); });
    }
    const bool isWorkload = entry.objectKind == QStringLiteral("Deployment") && !scope.workload.isEmpty() &&
                            entry.object == scope.workload;
    const bool isAutoscaler = entry.objectKind == QStringLiteral("HorizontalPodAutoscaler") &&
                              !scope.autoscaler.isEmpty() && entry.object == scope.autoscaler;
    return isWorkload || isAutoscaler;
}

void ActivityStore::collectEvents(QVector<ActivityEntry> &into) const
{
    const std::optional<Scope> scope = m_shown ? std::optional(scopeOf(*m_shown)) : std::nullopt;
    int taken = 0;
    for (auto each = m_occurrences.rbegin(); each != m_occurrences.rend() && taken < shownCap; ++each) {
        if (!scope || concerns(*scope, each->second)) {
            into.append(each->second.entry);
            ++taken;
        }
    }
}

void ActivityStore::collectOwn(QVector<ActivityEntry> &into) const
{
    QSet<QString> concluded;
    for (const auto &record : m_records) {
        if (record.kind == RecordKind::Step) {
            continue; // the outcome tells them all; until then the operation panel does
        }
        into.append(activityOf(record));
        if (record.kind == RecordKind::Outcome) {
            concluded.insert(record.operationId);
        }
    }
    for (const auto &operation : m_operations) {
        const bool shown = !m_shown || operation.plan.request.release == *m_shown;
        if (shown && !concluded.contains(operation.id)) {
            into.append(activityOf(operation));
        }
    }
}

void ActivityStore::rebuild()
{
    m_rebuildTimer.stop();
    QVector<ActivityEntry> next;
    collectEvents(next);
    collectOwn(next);
    std::sort(next.begin(), next.end(), [](const ActivityEntry &left, const ActivityEntry &right) {
        return left.time != right.time ? left.time > right.time : left.id > right.id;
    });
    if (next.size() > shownCap) {
        next.resize(shownCap);
    }
    if (next != m_entries) {
        m_entries = std::move(next);
        Q_EMIT entriesChanged();
    }
}

} // namespace signalbox
