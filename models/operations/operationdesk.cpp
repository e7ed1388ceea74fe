// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/operationdesk.h"

#include "backends/api/answer.h"
#include "backends/api/whenfinished.h"
#include "models/domain/operationrules.h"
#include "models/domain/policy.h"
#include "models/operations/deniedrecord.h"
#include "models/operations/operationrefusals.h"
#include "models/operations/preparation.h"
#include "models/operations/rollbackkeeper.h"

#include <algorithm>

namespace signalbox
{

namespace
{

QString actorOf(const ClusterStore *cluster)
{
    if (!cluster) {
        return {};
    }
    const ClusterIdentity &identity = cluster->identity();
    return identity.actingAs.isEmpty() ? identity.user
                                       : QStringLiteral("%1 (%2)").arg(identity.actingAs, identity.user);
}

} // namespace

class OperationDesk::Private
{
public:
    Private(OperationDesk *owner, FleetStore &fleetStore, MetricsStore &metricsStore, Ledger &theLedger,
            const Clock &theClock);

    [[nodiscard]] DeploymentBackend *backendFor(const Release &release) const;
    [[nodiscard]] Decision decision(ActionKind kind, const ReleaseKey &key, bool countRunning) const;
    [[nodiscard]] QFuture<Result<Prepared>> prepare(ActionRequest request);
    void recordDenial(const ActionRequest &request, const Error &error, const QString &operation);
    [[nodiscard]] QFuture<Result<Prepared>> prepareNow(ActionRequest request, const Release &release);
    [[nodiscard]] ReleaseOperation *running(const ReleaseKey &key) const;
    void setLimits(ActionPlan &plan) const;
    void follow(ReleaseOperation *operation, const ReleaseKey &key);
    [[nodiscard]] ReleaseOperation::Collaborators collaborators(DeploymentBackend &backend) const
    {
        return {fleet, metrics, backend, ledger, clock, timing, desk, asked};
    }

    OperationDesk *q;
    FleetStore &fleet;
    MetricsStore &metrics;
    Ledger &ledger;
    const Clock &clock;
    OperationTiming timing;
    OperationGuard *asked = nullptr; ///< before anything goes forward
    QString desk;
    QHash<ClusterId, QVector<DeploymentBackend *>> backends;
    QHash<ClusterId, std::shared_ptr<QObject>> guards; ///< preparations of a cluster end with its guard
    QHash<ReleaseKey, ReleaseOperation *> operations;  ///< newest of each release, owned by the desk
    RollbackKeeper keeper;
};

OperationDesk::Private::Private(OperationDesk *owner, FleetStore &fleetStore, MetricsStore &metricsStore,
                                Ledger &theLedger, const Clock &theClock)
    : q(owner)
    , fleet(fleetStore)
    , metrics(metricsStore)
    , ledger(theLedger)
    , clock(theClock)
    , keeper({[this](const ReleaseKey &key) { return fleet.release(key); },
              [this](const ReleaseKey &key) { return decision(ActionKind::RollBack, key, false); },
              [this](const ActionRequest &request) { return prepare(request); },
              [this](const ReleaseKey &key) { return running(key) != nullptr; }},
             theClock, nullptr)
{
}

DeploymentBackend *OperationDesk::Private::backendFor(const Release &release) const
{
    const auto candidates = backends.value(release.key.cluster);
    const auto found =
        std::find_if(candidates.cbegin(), candidates.cend(),
                     [&release](DeploymentBackend *backend) { return backend->handles(release); });
    return found == candidates.cend() ? nullptr : *found;
}

ReleaseOperation *OperationDesk::Private::running(const ReleaseKey &key) const
{
    ReleaseOperation *operation = operations.value(key);
    return operation && operation->isRunning() ? operation : nullptr;
}

Decision OperationDesk::Private::decision(ActionKind kind, const ReleaseKey &key, bool countRunning) const
{
    const Release *release = fleet.release(key);
    ClusterStore *cluster = fleet.cluster(key.cluster);
    if (!release || !cluster) {
        return {false, {{MessageCode::NoConnection, {}}}};
    }
    PolicyContext context = cluster->policyContext(*release);
    const ReleaseOperation *operation = countRunning ? running(key) : nullptr;
    if (operation) {
        context.running = operation->status().plan.request.kind;
    }
    Decision decision = decide(kind, *release, context);
    if (asked && !goesBack(kind)) {
        for (const InterlockHold &hold : asked->verdictOn(kind, key).holds) {
            decision.allowed = false;
            decision.reasons.append(hold.reason);
        }
    }
    return decision;
}

/// The cluster's metric profile knows better than the backend what is too much.
void OperationDesk::Private::setLimits(ActionPlan &plan) const
{
    const auto &rules = metrics.profile(plan.request.release.cluster).rules;
    for (ActionStep &step : plan.steps) {
        for (Verification &verification : step.verifications) {
            const QString metric = measuredBy(verification.kind);
            const auto rule = std::find_if(rules.cbegin(), rules.cend(),
                                           [&metric](const MetricRule &each) { return each.id == metric; });
            if (!metric.isEmpty() && rule != rules.cend() && rule->limit) {
                verification.limit = *rule->limit;
            }
        }
    }
}

QFuture<Result<Prepared>> OperationDesk::Private::prepareNow(ActionRequest request, const Release &release)
{
    DeploymentBackend *backend = backendFor(release);
    if (!backend) {
        return answered<Prepared>(tl::unexpected(noBackend(request.release)));
    }
    Answer<Prepared> answer;
    QObject *guard = guards.value(request.release.cluster).get();
    whenFinished(q, preparePlan(guard, *backend, std::move(request), release),
                 [this, answer, currentHash = release.currentHash](Result<Prepared> result) {
                     if (result) {
                         result->plan.currentHash = currentHash;
                         setLimits(result->plan);
                     }
                     answer.give(std::move(result));
                 });
    return answer.future();
}

QFuture<Result<Prepared>> OperationDesk::Private::prepare(ActionRequest request)
{
    const Release *release = fleet.release(request.release);
    if (release && (request.uid.isEmpty() || request.uid == release->uid)) {
        return prepareNow(std::move(request), *release);
    }
    return answered<Prepared>(tl::unexpected(
        Error{ErrorCode::Changed,
              ErrorLayer::Rule,
              0,
              QStringLiteral("ObjectChanged"),
              QStringLiteral("metadata.uid: %1 -> %2").arg(request.uid, release ? release->uid : QString()),
              request.release.name,
              {}}));
}

/// Beside whatever the attempt itself left in the ledger, so that all denials are found by one word.
void OperationDesk::Private::recordDenial(const ActionRequest &request, const Error &error,
                                          const QString &operation)
{
    const QString actor = actorOf(fleet.cluster(request.release.cluster));
    whenFinished(q, ledger.append(deniedRecord(request, error, actor, operation, clock.nowUtc())),
                 [this](const Result<qint64> &written) { Q_EMIT q->denialRecorded(written.has_value()); });
}

void OperationDesk::Private::follow(ReleaseOperation *operation, const ReleaseKey &key)
{
    if (ReleaseOperation *former = operations.value(key)) {
        former->deleteLater();
    }
    operations.insert(key, operation);
    connect(operation, &ReleaseOperation::changed, q, [this, key] { Q_EMIT q->operationChanged(key); });
    connect(operation, &ReleaseOperation::finished, q, [this, key, operation] {
        const OperationStatus &status = operation->status();
        if (const auto denial = denialIn(status)) {
            recordDenial(status.plan.request, *denial, status.id);
        }
        Q_EMIT q->operationFinished(key);
        keeper.look({key});
    });
}

OperationDesk::OperationDesk(FleetStore &fleet, MetricsStore &metrics, Ledger &ledger, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, fleet, metrics, ledger, clock))
{
    connect(&d->keeper, &RollbackKeeper::changed, this, &OperationDesk::rollbackReadinessChanged);
    connect(&fleet, &FleetStore::releasesChanged, this,
            [this](const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed) {
                d->keeper.look(changed + removed);
            });
}

OperationDesk::~OperationDesk() = default;

void OperationDesk::setTiming(const OperationTiming &timing)
{
    d->timing = timing;
    d->keeper.setTiming(timing);
}

void OperationDesk::setGuard(OperationGuard *guard)
{
    d->asked = guard;
}

void OperationDesk::setDesk(const QString &desk)
{
    d->desk = desk;
}

QString OperationDesk::actor(const ClusterId &cluster) const
{
    return actorOf(d->fleet.cluster(cluster));
}

void OperationDesk::addBackend(const ClusterId &cluster, DeploymentBackend &backend)
{
    d->backends[cluster].append(&backend);
    if (!d->guards.contains(cluster)) {
        d->guards.insert(cluster, std::make_shared<QObject>());
    }
}

void OperationDesk::removeBackends(const ClusterId &cluster)
{
    d->backends.remove(cluster);
    d->guards.remove(cluster);
    const auto operations = d->operations;
    for (auto it = operations.cbegin(); it != operations.cend(); ++it) {
        if (it.key().cluster == cluster && it.value()->isRunning()) {
            it.value()->stopByHand();
        }
    }
}

Decision OperationDesk::decision(ActionKind kind, const ReleaseKey &release) const
{
    return d->decision(kind, release, true);
}

QFuture<Result<ActionPlan>> OperationDesk::prepare(ActionRequest request)
{
    Answer<ActionPlan> answer;
    whenFinished(this, d->prepare(request), [this, answer, request](const Result<Prepared> &result) {
        const Error *error =
            result ? (result->dryRunError ? &*result->dryRunError : nullptr) : &result.error();
        if (!error) {
            answer.give(result->plan);
            return;
        }
        if (isDenial(*error)) {
            d->recordDenial(request, *error, {});
        }
        answer.give(tl::unexpected(*error));
    });
    return answer.future();
}

void OperationDesk::keepRollbackReady(const std::optional<ReleaseKey> &release)
{
    d->keeper.keep(release);
}

void OperationDesk::setRollbackTarget(const QString &hash)
{
    d->keeper.setTarget(hash);
}

const RollbackReadiness &OperationDesk::rollbackReadiness() const
{
    return d->keeper.readiness();
}

ReleaseOperation *OperationDesk::start(const ActionPlan &plan, const QString &reason)
{
    const ReleaseKey key = plan.request.release;
    if (ReleaseOperation *under = d->running(key)) {
        return under;
    }
    const Release *release = d->fleet.release(key);
    DeploymentBackend *backend = release ? d->backendFor(*release) : nullptr;
    if (!backend) {
        return nullptr;
    }
    ActionPlan bound = plan;
    bound.request.reason = reason;
    const Decision decision = d->decision(plan.request.kind, key, false);
    auto *operation = new ReleaseOperation(d->collaborators(*backend), bound, actor(key.cluster), this);
    d->follow(operation, key);
    if (decision.allowed ||
        goesBack(plan.request.kind)) { // going back is tried even where it looks pointless
        operation->start();
    } else {
        operation->refuse(whyNot(d->asked, plan, *release));
    }
    Q_EMIT operationStarted(key);
    return operation;
}

Result<ReleaseOperation *> OperationDesk::resume(const OperationStatus &interrupted)
{
    const ActionRequest &request = interrupted.plan.request;
    const Release *release = d->fleet.release(request.release);
    DeploymentBackend *backend = release ? d->backendFor(*release) : nullptr;
    if (!backend) {
        return tl::unexpected(noBackend(request.release));
    }
    const Decision decision = d->decision(request.kind, request.release, false);
    const bool sends = interrupted.plan.callCount() > 0;
    if (d->running(request.release) || (sends && !decision.allowed && !goesBack(request.kind))) {
        return tl::unexpected(whyNot(d->asked, interrupted.plan, *release));
    }
    OperationStatus status = interrupted;
    status.actor = actor(request.release.cluster);
    auto *operation = new ReleaseOperation(d->collaborators(*backend), status, this);
    d->follow(operation, request.release);
    operation->start();
    Q_EMIT operationStarted(request.release);
    return operation;
}

ReleaseOperation *OperationDesk::operation(const ReleaseKey &release) const
{
    return d->operations.value(release);
}

ReleaseOperation *OperationDesk::operationWithId(const QString &id) const
{
    const auto found =
        std::find_if(d->operations.cbegin(), d->operations.cend(),
                     [&id](const ReleaseOperation *operation) { return operation->status().id == id; });
    return found == d->operations.cend() ? nullptr : *found;
}

} // namespace signalbox
