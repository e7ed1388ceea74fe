// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/clusterstore.h"

#include "backends/api/whenfinished.h"
#include "models/stores/accesscache.h"
#include "models/stores/clusterfacts.h"

#include <QSet>
#include <QTimer>

#include <array>
#include <map>

namespace signalbox
{

namespace
{

/// Everything but pods: those are watched on demand.
const QVector<ResourceKind> openedKinds{
    ResourceKind::Namespace,      ResourceKind::Rollout,     ResourceKind::Deployment,
    ResourceKind::ReplicaSet,     ResourceKind::AnalysisRun, ResourceKind::Service,
    ResourceKind::VirtualService, ResourceKind::HttpRoute,   ResourceKind::HorizontalPodAutoscaler,
    ResourceKind::Event,          ResourceKind::Node,        ResourceKind::Experiment,
};

constexpr std::array allActions{
    ActionKind::Promote,
    ActionKind::PromoteFully,
    ActionKind::Pause,
    ActionKind::Resume,
    ActionKind::Abort,
    ActionKind::Retry,
    ActionKind::Undo,
    ActionKind::RollBack,
    ActionKind::Restart,
    ActionKind::SetImage,
    ActionKind::TerminateAnalysis,
};

bool isBroken(const SourceState &state)
{
    return state.freshness == Freshness::Reconnecting || state.freshness == Freshness::Stale ||
           state.freshness == Freshness::Unreachable || state.freshness == Freshness::NoPermission;
}

/// What releases of one kind may be believed: their watch, unless the whole connection is in trouble.
SourceState combined(const SourceState &watch, const SourceState &connection)
{
    if (!isBroken(connection)) {
        return watch;
    }
    SourceState state = connection;
    const bool watchOlder = !watch.isCurrent() && watch.since.isValid() && watch.since < state.since;
    if (!state.since.isValid() || watchOlder) {
        state.since = watch.since;
    }
    return state;
}

struct PendingRows {
    QSet<QString> uids;
    bool reset = false;
};

} // namespace

class ClusterStore::Private : public QObject
{
public:
    Private(ClusterStore &store, ClusterApi &clusterApi, const Clock &time);

    void take(const KindChanges &changes);
    void takeSource(ResourceKind kind, const SourceState &state);
    void takeConnection(const SourceState &state);
    void takeIdentity(const ClusterIdentity &known);
    void updateSources();
    void flush();
    void ask(const AccessQuery &query);
    void takeAnswer(const AccessQuery &query, int generation, const Result<Access> &answer);

    ClusterStore &q;
    ClusterApi &api;
    const Clock &clock;
    ClusterFacts facts;
    AccessCache access;
    SourceState connection;
    QHash<ResourceKind, SourceState> sources;
    std::chrono::milliseconds latency{-1};
    ClusterIdentity identity;
    std::map<ResourceKind, PendingRows> pending;
    QTimer flushTimer;
    QTimer accessTimer;
    int podUsers = 0;
};

ClusterStore::Private::Private(ClusterStore &store, ClusterApi &clusterApi, const Clock &time)
    : q(store)
    , api(clusterApi)
    , clock(time)
    , facts(clusterApi.description().id)
{
    for (QTimer *timer : {&flushTimer, &accessTimer}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&flushTimer, &QTimer::timeout, this, &Private::flush);
    connect(&accessTimer, &QTimer::timeout, &q, &ClusterStore::accessKnown);
    connect(&api, &ClusterApi::changed, this, &Private::take);
    connect(&api, &ClusterApi::sourceChanged, this, &Private::takeSource);
    connect(&api, &ClusterApi::connectionChanged, this, &Private::takeConnection);
    connect(&api, &ClusterApi::identityKnown, this, &Private::takeIdentity);
    connect(&api, &ClusterApi::latencyMeasured, this, [this](std::chrono::milliseconds roundTrip) {
        latency = roundTrip;
        Q_EMIT q.connectionChanged();
    });
}

void ClusterStore::Private::take(const KindChanges &changes)
{
    const QVector<QString> uids = facts.apply(changes);
    const bool reset = std::visit([](const auto &each) { return each.reset; }, changes);
    if (uids.isEmpty() && !reset) {
        return;
    }
    PendingRows &rows = pending[kindOf(changes)];
    rows.reset = rows.reset || reset;
    for (const auto &uid : uids) {
        rows.uids.insert(uid);
    }
    flushTimer.start();
}

void ClusterStore::Private::takeSource(ResourceKind kind, const SourceState &state)
{
    sources.insert(kind, state);
    updateSources();
    Q_EMIT q.sourceChanged(kind);
}

void ClusterStore::Private::takeConnection(const SourceState &state)
{
    connection = state;
    updateSources();
    Q_EMIT q.connectionChanged();
}

void ClusterStore::Private::takeIdentity(const ClusterIdentity &known)
{
    if (known.user != identity.user || known.groups != identity.groups ||
        known.actingAs != identity.actingAs) {
        access.clear();
        accessTimer.start();
    }
    identity = known;
    Q_EMIT q.connectionChanged();
}

void ClusterStore::Private::updateSources()
{
    facts.setSource(ReleaseKind::Rollout, combined(sources.value(ResourceKind::Rollout), connection));
    facts.setSource(ReleaseKind::Deployment, combined(sources.value(ResourceKind::Deployment), connection));
    flushTimer.start();
}

void ClusterStore::Private::flush()
{
    // Everything is in its new state before the first listener runs.
    const auto rows = std::exchange(pending, {});
    const ReleaseChanges releases = facts.rederive(clock.nowUtc());
    for (const auto &[kind, changed] : rows) {
        Q_EMIT q.rowsChanged(kind, QVector<QString>(changed.uids.cbegin(), changed.uids.cend()),
                             changed.reset);
    }
    if (!releases.changed.isEmpty() || !releases.removed.isEmpty()) {
        Q_EMIT q.releasesChanged(releases.changed, releases.removed);
    }
    Q_EMIT q.settled();
}

void ClusterStore::Private::ask(const AccessQuery &query)
{
    access.markAsked(query);
    const int generation = access.generation();
    whenFinished(this, api.review(query), [this, query, generation](const Result<Access> &answer) {
        takeAnswer(query, generation, answer);
    });
}

void ClusterStore::Private::takeAnswer(const AccessQuery &query, int generation, const Result<Access> &answer)
{
    if (generation != access.generation()) {
        return; // asked by somebody else
    }
    if (answer) {
        access.store(query, *answer, clock.steady());
        accessTimer.start();
    } else {
        access.storeFailure(query, clock.steady());
    }
}

ClusterStore::ClusterStore(ClusterApi &api, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, api, clock))
{
}

ClusterStore::~ClusterStore() = default;

const ClusterDescription &ClusterStore::description() const
{
    return d->api.description();
}
ClusterApi &ClusterStore::api() const
{
    return d->api;
}
const SourceState &ClusterStore::connection() const
{
    return d->connection;
}
SourceState ClusterStore::source(ResourceKind kind) const
{
    return d->sources.value(kind);
}
std::chrono::milliseconds ClusterStore::latency() const
{
    return d->latency;
}
const ClusterIdentity &ClusterStore::identity() const
{
    return d->identity;
}

template <typename Row> const QHash<QString, Row> &ClusterStore::rows() const
{
    return d->facts.rows<Row>();
}
template const QHash<QString, NamespaceRow> &ClusterStore::rows<NamespaceRow>() const;
template const QHash<QString, RolloutRow> &ClusterStore::rows<RolloutRow>() const;
template const QHash<QString, DeploymentRow> &ClusterStore::rows<DeploymentRow>() const;
template const QHash<QString, ReplicaSetRow> &ClusterStore::rows<ReplicaSetRow>() const;
template const QHash<QString, AnalysisRunRow> &ClusterStore::rows<AnalysisRunRow>() const;
template const QHash<QString, ServiceRow> &ClusterStore::rows<ServiceRow>() const;
template const QHash<QString, HpaRow> &ClusterStore::rows<HpaRow>() const;
template const QHash<QString, EventRow> &ClusterStore::rows<EventRow>() const;
template const QHash<QString, NodeRow> &ClusterStore::rows<NodeRow>() const;
template const QHash<QString, ExperimentRow> &ClusterStore::rows<ExperimentRow>() const;
template const QHash<QString, PodRow> &ClusterStore::rows<PodRow>() const;

const QHash<QString, RouteRow> &ClusterStore::virtualServices() const
{
    return d->facts.virtualServices();
}
const QHash<QString, RouteRow> &ClusterStore::httpRoutes() const
{
    return d->facts.httpRoutes();
}
QVector<Release> ClusterStore::releases() const
{
    return d->facts.releases();
}
const Release *ClusterStore::release(const ReleaseKey &key) const
{
    return d->facts.release(key);
}

QVector<PodRow> ClusterStore::pods(const Release &release) const
{
    QVector<PodRow> pods;
    for (const auto &revision : release.revisions) {
        pods += d->facts.podsOwnedBy(revision.uid);
    }
    return pods;
}

Access ClusterStore::access(const AccessQuery &query)
{
    if (d->access.shouldAsk(query, d->clock.steady()) && d->connection.isCurrent()) {
        d->ask(query);
    }
    return d->access.value(query);
}

PolicyContext ClusterStore::policyContext(const Release &release)
{
    PolicyContext context;
    context.now = d->clock.nowUtc();
    context.connected = d->connection.isCurrent();
    context.readOnly = d->api.description().readOnly;
    for (const ActionKind kind : allActions) {
        for (const auto &query : accessNeeded(kind, release)) {
            if (!context.access.contains(query)) {
                context.access.insert(query, access(query));
            }
        }
    }
    return context;
}

void ClusterStore::open()
{
    d->api.open(openedKinds);
    if (d->podUsers > 0) {
        d->api.watch(ResourceKind::Pod);
    }
}

void ClusterStore::close()
{
    d->api.close();
    d->access.clear();
}

void ClusterStore::acquirePods()
{
    if (++d->podUsers == 1) {
        d->api.watch(ResourceKind::Pod);
    }
}

void ClusterStore::releasePods()
{
    Q_ASSERT(d->podUsers > 0);
    if (--d->podUsers == 0) {
        d->api.unwatch(ResourceKind::Pod);
    }
}

} // namespace signalbox
