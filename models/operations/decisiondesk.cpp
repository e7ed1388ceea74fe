// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/decisiondesk.h"

#include "backends/api/whenfinished.h"
#include "models/operations/decisiondeskprivate.h"
#include "models/operations/interlockgathering.h"
#include "models/stores/planlibrary.h"

#include <QUuid>

namespace signalbox
{

namespace
{

using namespace std::chrono_literals;

constexpr auto tickEvery = 1s;
constexpr auto calm = 50ms; ///< changes come in groups

/// Whoever may not read the cluster's plans works by those they may read, as everybody did before there were
/// any. An answer that was only lost says nothing: a plan may be there.
bool isFinal(const std::optional<Error> &problem)
{
    return problem && (problem->code == ErrorCode::Forbidden || problem->code == ErrorCode::Unauthorised ||
                       problem->code == ErrorCode::NotFound);
}

} // namespace

DecisionDesk::Private::Private(DecisionDesk *desk, const Sources &sources)
    : q(desk)
    , with(sources)
    , runner(sources.probes, sources.metrics, sources.clock)
{
    actor.session = QUuid::createUuid().toString(QUuid::WithoutBraces);
    ticks.setInterval(tickEvery);
    coalesce.setSingleShot(true);
    coalesce.setInterval(calm);
}

void DecisionDesk::Private::soon()
{
    if (!coalesce.isActive()) {
        coalesce.start();
    }
}

/// The plan that governs a release, or why none can be used.
std::shared_ptr<const ReleasePlan> DecisionDesk::Private::planOf(const ReleaseKey &key,
                                                                 DecisionState &state) const
{
    state.plansKnown = with.plans.isLoaded() &&
                       (with.plans.isLoaded(key.cluster) || isFinal(with.plans.clusterProblem(key.cluster)));
    const PlanEntry *entry = with.plans.governing(key);
    if (!entry) {
        return nullptr;
    }
    if (!entry->isUsable()) {
        state.unusablePlan = entry->location;
        return nullptr;
    }
    const ReleasePlan &plan = *entry->parsed.plan;
    auto &kept = plans[plan.hash];
    if (!kept || !(kept->targets == plan.targets)) {
        kept = std::make_shared<const ReleasePlan>(plan);
    }
    return kept;
}

Enforcement DecisionDesk::Private::enforcement() const
{
    if (approval.enforcement() == Enforcement::EnforcedByCluster) {
        return Enforcement::EnforcedByCluster;
    }
    return identity && identity->enforced ? Enforcement::EnforcedHere : approval.enforcement();
}

DecisionState DecisionDesk::Private::gather(const ReleaseKey &key) const
{
    DecisionState state;
    state.plan = planOf(key, state);
    state.identity = identity;
    state.reach = reach;
    state.actor = actor;
    state.now = with.clock.nowUtc().addMSecs(identity ? identity->skew.count() : 0);
    if (const Release *release = with.fleet.release(key)) {
        state.release = *release;
        state.run = runOf(*release);
        const Revision *current = release->current();
        if (state.plan && current) {
            state.binding = {state.plan->id, state.plan->hash, artefactHash(*current)};
        }
        state.soakSince = history.since(*release);
        state.lastBack = history.lastBack(key);
    }
    if (shown == key) { // about others nothing is kept: unknown, which holds
        if (run == state.run) {
            state.decisions = decisions;
            state.readAt = readAt;
        }
        state.enforcement = enforcement();
        state.running = runner.running();
        state.samplings = sampledFor == state.binding ? samplings : QHash<QString, GateSampling>();
        const auto judgement = with.judgements.of(state.run);
        state.metrics = judgement ? judgement->verdicts : QVector<MetricVerdict>();
        state.alerts = alerts;
        state.clusterProblem = clusterProblem;
    }
    return state;
}

/// What has to be asked for because something else is on screen now, or governs it.
void DecisionDesk::Private::follow(const DecisionState &state)
{
    if (!(run == state.run)) {
        run = state.run;
        decisions.reset();
        clusterProblem.clear();
        runner.clear();
        lastRuns.clear();
        readRun();
    }
    if (!(sampledFor == state.binding)) {
        sampledFor = state.binding;
        samplings.clear();
    }
    with.judgements.show(state.release);
    ClusterStore *cluster = state.plan ? with.fleet.cluster(shown->cluster) : nullptr;
    approval.follow(cluster ? &cluster->api() : nullptr, cluster ? shown : std::nullopt);
    if (state.plan && rehearsal) {
        grantRoles(*state.plan);
    }
}

void DecisionDesk::Private::show(const std::optional<ReleaseKey> &wanted)
{
    if (shown == wanted) {
        return;
    }
    shown = wanted;
    run = {};
    decisions.reset();
    alerts = {};
    if (shown) {
        ticks.start();
        readIdentity();
        readAlerts();
    } else {
        ticks.stop();
        runner.clear();
        with.judgements.show(std::nullopt);
        approval.follow(nullptr, std::nullopt);
    }
    refresh();
}

void DecisionDesk::Private::refresh()
{
    coalesce.stop();
    if (!shown) {
        view = {};
        recent.reset();
        Q_EMIT q->viewChanged();
        return;
    }
    follow(gather(*shown));
    recent = gather(*shown);
    recentAssessment = assess(*recent);
    DecisionView now = compose(*recent, recentAssessment);
    const auto counts = [](const auto &decision) { return decision.deadline.isValid(); };
    const bool ticking = std::any_of(now.gates.cbegin(), now.gates.cend(), counts) ||
                         std::any_of(now.polls.cbegin(), now.polls.cend(), counts);
    if (ticking || !(now == view)) {
        view = std::move(now);
        Q_EMIT q->viewChanged();
    }
}

void DecisionDesk::Private::takeLedgerError(const Error &error)
{
    if (error.code == ErrorCode::Refused || error.code == ErrorCode::Cancelled) {
        return; // it answered, or nobody asked any more
    }
    ++losses;
    reach = reach == LedgerReach::NeverReached ? reach : LedgerReach::Lost;
    soon();
}

void DecisionDesk::Private::readIdentity()
{
    whenFinished(q, with.ledger.identity(), [this, before = losses](const Result<LedgerIdentity> &answer) {
        if (!answer) {
            takeLedgerError(answer.error());
            return;
        }
        const bool back = reach != LedgerReach::Reachable;
        identity = *answer;
        reach = before == losses ? LedgerReach::Reachable : reach;
        if (!actorChosen || identity->enforced) {
            actor.id = identity->person; // a team ledger knows us by itself, whatever is claimed
        }
        if (back) {
            readRun();
        }
        soon();
    });
}

void DecisionDesk::Private::readRun()
{
    if (!shown || run.objectUid.isEmpty() || run.revisionHash.isEmpty()) {
        return;
    }
    if (reading) {
        readAgain = true;
        return;
    }
    reading = true;
    whenFinished(q, with.ledger.read(run.id()), [this, of = run](const Result<Decisions> &answer) {
        reading = false;
        if (answer) {
            takeRun(of, *answer);
        } else {
            takeLedgerError(answer.error());
        }
        if (readAgain || !(of == run)) {
            readAgain = false;
            readRun();
        }
    });
}

void DecisionDesk::Private::takeRun(const RunRef &of, const Decisions &answer)
{
    if (!(of == run) || (decisions && answer.version < decisions->version)) {
        return; // of another run, or overtaken
    }
    decisions = answer;
    readAt = with.clock.nowUtc();
    soon();
}

void DecisionDesk::Private::readAlerts()
{
    if (!shown) {
        return;
    }
    AlertsApi *manager = with.metrics.alertsServer(shown->cluster);
    MetricsApi *server = with.metrics.server(shown->cluster);
    alerts.configured = manager || server;
    if (!alerts.configured) {
        alerts = {};
        return;
    }
    whenFinished(q, manager ? manager->alerts() : server->alerts(),
                 [this, of = shown](const Result<QVector<Alert>> &answer) {
                     if (answer && of == shown) {
                         alerts.alerts = *answer;
                         alerts.at = with.clock.nowUtc().addMSecs(identity ? identity->skew.count() : 0);
                         soon();
                     }
                 });
}

void DecisionDesk::Private::onReleases(const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed)
{
    for (const ReleaseKey &key : changed) {
        if (const Release *release = with.fleet.release(key)) {
            history.see(*release, with.clock.nowUtc());
        }
    }
    for (const ReleaseKey &key : removed) {
        history.forget(key);
    }
    if (shown && (changed.contains(*shown) || removed.contains(*shown))) {
        soon();
    }
}

DecisionDesk::DecisionDesk(const Sources &sources, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, sources))
{
    connect(&d->ticks, &QTimer::timeout, this, [this] { d->tick(); });
    connect(&d->coalesce, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&d->runner, &CheckRunner::found, this, [this](const CheckFinding &found) { d->record(found); });
    connect(&d->runner, &CheckRunner::runningChanged, this, [this] { d->soon(); });
    connect(&sources.judgements, &JudgementStore::changed, this, [this] { d->soon(); });
    connect(&d->approval, &ClusterApproval::changed, this, [this] { d->soon(); });
    connect(&sources.plans, &PlanLibrary::changed, this, [this] { d->soon(); });
    connect(&sources.fleet, &FleetStore::releasesChanged, this,
            [this](const auto &changed, const auto &removed) { d->onReleases(changed, removed); });
    connect(&sources.ledger, &DecisionLedger::runChanged, this, [this](const QString &runId) {
        if (runId.isEmpty()) {
            d->readIdentity(); // roles changed
        }
        if (runId.isEmpty() || runId == d->run.id()) {
            d->readRun();
        }
    });
    connect(&sources.ledger, &DecisionLedger::reachableChanged, this, [this](bool reachable) {
        if (reachable) {
            d->readIdentity();
        } else {
            ++d->losses;
            d->reach = d->reach == LedgerReach::NeverReached ? d->reach : LedgerReach::Lost;
        }
        d->soon();
    });
    for (const Release &release : sources.fleet.releases()) {
        d->history.see(release, sources.clock.nowUtc());
    }
    d->readIdentity();
}

DecisionDesk::~DecisionDesk() = default;

void DecisionDesk::show(const std::optional<ReleaseKey> &release)
{
    d->show(release);
}

const DecisionView &DecisionDesk::view() const
{
    return d->view;
}

void DecisionDesk::setActor(const Actor &actor)
{
    const QString session = d->actor.session;
    d->actor = actor;
    d->actor.session = actor.session.isEmpty() ? session : actor.session;
    d->actorChosen = true;
    if (d->identity && d->identity->enforced) {
        d->actor.id = d->identity->person;
    }
    d->refresh();
}

void DecisionDesk::setRehearsal(bool rehearsal)
{
    d->rehearsal = rehearsal;
    d->soon();
}

} // namespace signalbox
