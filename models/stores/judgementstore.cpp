// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/judgementstore.h"

#include "models/stores/metricsstore.h"
#include "models/stores/runjudgement.h"

#include <QTimer>

#include <algorithm>

namespace signalbox
{
namespace
{

using namespace std::chrono_literals;

constexpr qsizetype mostOthers = 8;
constexpr qsizetype mostRemembered = 24;
constexpr auto longestTick = 1000ms;

} // namespace

class JudgementStore::Private : public QObject
{
public:
    Private(JudgementStore *store, const MetricsStore &server, PlanOf governing, const Clock &time)
        : q(store)
        , metrics(server)
        , planOf(std::move(governing))
        , clock(time)
    {
        tick.setInterval(longestTick);
        connect(&tick, &QTimer::timeout, this, &Private::lookIfDue);
        connect(&metrics, &MetricsStore::serverStateChanged, this, &Private::lookIfDue);
    }

    using Run = std::shared_ptr<RunJudgement>;

    std::chrono::milliseconds rhythm() const;
    LookScope scopeFor(const ClusterId &cluster) const;
    std::shared_ptr<const ReleasePlan> planFor(const ReleaseKey &key);
    Run follow(const Release &release);
    void followAll();
    void remember(const QString &id);
    void lookIfDue();
    void askNext();
    void ask(const Run &run, MetricsApi &api);
    void publish();

    JudgementStore *q;
    const MetricsStore &metrics;
    PlanOf planOf;
    const Clock &clock;
    JudgementCadence cadence;
    std::optional<Release> shown;
    QVector<Release> others;
    QVector<Run> watched; ///< the shown one first
    QHash<QString, Run> runs;
    QStringList recent; ///< ids of runs, newest last
    QHash<QByteArray, std::shared_ptr<const ReleasePlan>> plans;
    Judgement published;
    QVector<Run> round; ///< still to be asked in this round
    std::unique_ptr<QueryBatch> batch;
    std::optional<std::chrono::milliseconds> roundBegan;
    QTimer tick;
};

std::chrono::milliseconds JudgementStore::Private::rhythm() const
{
    return std::max(cadence.rhythm, metrics.cadence().minimumStep);
}

LookScope JudgementStore::Private::scopeFor(const ClusterId &cluster) const
{
    LookScope scope;
    scope.countWindow = metrics.cadence().window;
    scope.window = std::max(scope.countWindow, cadence.leastWindow);
    scope.scrape = metrics.cadence().minimumStep;
    scope.trafficQuery = metrics.profile(cluster).trafficQuery;
    return scope;
}

/// One copy of each plan, however often it is asked for.
std::shared_ptr<const ReleasePlan> JudgementStore::Private::planFor(const ReleaseKey &key)
{
    const ReleasePlan *plan = planOf(key);
    if (!plan || plan->metrics.isEmpty()) {
        return nullptr;
    }
    auto &kept = plans[plan->hash];
    if (!kept) {
        kept = std::make_shared<const ReleasePlan>(*plan);
    }
    return kept;
}

/// Null: nothing to judge.
JudgementStore::Private::Run JudgementStore::Private::follow(const Release &release)
{
    const auto plan = release.inProgress() ? planFor(release.key) : nullptr;
    if (!plan) {
        return nullptr;
    }
    const QString id = runOf(release).id();
    Run &run = runs[id];
    if (!run || !run->isAbout(release, *plan)) {
        run = std::make_shared<RunJudgement>(release, plan, clock.nowUtc());
    } else if (run->update(release, clock.nowUtc(), metrics.cadence().minimumStep)) {
        roundBegan.reset(); // a new step is looked at now
    }
    remember(id);
    return run;
}

void JudgementStore::Private::remember(const QString &id)
{
    recent.removeAll(id);
    recent.append(id);
    while (recent.size() > mostRemembered) {
        runs.remove(recent.takeFirst());
    }
}

void JudgementStore::Private::followAll()
{
    QVector<Run> next;
    const auto add = [this, &next](const Release &release) {
        const Run run = follow(release);
        if (run && !next.contains(run)) {
            next.push_back(run);
        }
    };
    for (const Release &release : std::as_const(others)) {
        add(release);
    }
    if (shown) {
        add(*shown);
    }
    const bool more =
        std::any_of(next.cbegin(), next.cend(), [this](const Run &run) { return !watched.contains(run); });
    watched = next;
    std::reverse(watched.begin(), watched.end());
    watched.isEmpty() ? tick.stop() : tick.start(std::min(rhythm(), longestTick));
    if (more) {
        roundBegan.reset(); // a new release is not kept waiting
    }
    publish();
    lookIfDue();
}

void JudgementStore::Private::lookIfDue()
{
    publish(); // verdicts grow old by themselves
    if (batch || !round.isEmpty() || (roundBegan && clock.steady() - *roundBegan < rhythm())) {
        return;
    }
    round = watched;
    roundBegan = clock.steady();
    askNext();
}

void JudgementStore::Private::askNext()
{
    while (!round.isEmpty()) {
        const Run run = round.takeFirst();
        MetricsApi *api = metrics.server(run->release().key.cluster);
        if (api && watched.contains(run)) {
            ask(run, *api);
            return;
        }
    }
}

void JudgementStore::Private::ask(const Run &run, MetricsApi &api)
{
    const RunQuestions questions = run->ask(clock.nowUtc(), scopeFor(run->release().key.cluster));
    batch = std::make_unique<QueryBatch>(api, questions.all(), questions.at, clock);
    connect(batch.get(), &QueryBatch::finished, this, [this, run, questions](const Readings &readings) {
        batch.release()->deleteLater(); // this is its signal
        run->take(questions, readings);
        publish();
        Q_EMIT q->judged(runOf(run->release()));
        askNext();
    });
    batch->start(metrics.cadence().staleAfter);
}

void JudgementStore::Private::publish()
{
    const Run run = shown && shown->inProgress() ? runs.value(runOf(*shown).id()) : nullptr;
    Judgement next;
    if (run && watched.contains(run)) {
        next = run->judgement(clock.nowUtc());
    } else if (shown) {
        next.run = runOf(*shown);
        next.release = shown->key;
    }
    if (next != published) {
        published = next;
        Q_EMIT q->changed();
    }
}

JudgementStore::JudgementStore(const MetricsStore &metrics, PlanOf planOf, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, metrics, std::move(planOf), clock))
{
}

JudgementStore::~JudgementStore() = default;

void JudgementStore::setCadence(const JudgementCadence &cadence)
{
    d->cadence = cadence;
    d->followAll();
}

const JudgementCadence &JudgementStore::cadence() const
{
    return d->cadence;
}

void JudgementStore::show(const std::optional<Release> &release)
{
    d->shown = release;
    d->followAll();
}

void JudgementStore::watchAlso(const QVector<Release> &releases)
{
    d->others = releases.mid(0, mostOthers);
    d->followAll();
}

void JudgementStore::reconsiderPlans()
{
    d->plans.clear();
    d->followAll();
}

void JudgementStore::lookIfDue()
{
    d->lookIfDue();
}

const Judgement &JudgementStore::shown() const
{
    return d->published;
}

std::optional<Judgement> JudgementStore::of(const RunRef &run) const
{
    const auto known = d->runs.value(run.id());
    return known ? std::optional(known->judgement(d->clock.nowUtc())) : std::nullopt;
}

} // namespace signalbox
