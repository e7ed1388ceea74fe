// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/metricsstore.h"

#include "backends/api/answer.h"
#include "models/stores/metricmeasure.h"
#include "models/stores/metricscopes.h"
#include "models/stores/metricsround.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace signalbox
{
namespace
{

using namespace std::chrono_literals;

constexpr auto LongestPause = 60s;
constexpr auto Coalesce = 50ms; // a round's answers trickle in; the screen follows at most 20 times a second

} // namespace

class MetricsStore::Private : public QObject
{
public:
    Private(MetricsStore *store, MetricProfile defaults, const Clock &time)
        : q(store)
        , clock(time)
        , profile(std::move(defaults))
    {
        next.setSingleShot(true);
        notify.setSingleShot(true);
        notify.setInterval(Coalesce);
        connect(&next, &QTimer::timeout, this, [this] { beginRound(); });
        connect(&notify, &QTimer::timeout, this, [this] { publish(); });
    }

    struct Server {
        QPointer<MetricsApi> metrics;
        QPointer<AlertsApi> alerts;
        SourceState state;
        std::optional<MetricProfile> profile;
    };

    const MetricProfile &profileOf(const ClusterId &cluster) const;
    void restart();
    void resetPanels();
    void beginRound();
    void endRound(bool anyAnswer);
    void wire(MetricsRound &started);
    void applySamples(int rule, MetricsRound::Arm arm, const Result<QVector<Sample>> &samples);
    void applyReading(int rule, MetricsRound::Arm arm, const Result<Reading> &reading);
    void noteServer(const ClusterId &cluster, const SourceState &state);
    void applyAlerts(const QVector<Alert> &known);
    void touch() { notify.isActive() ? void() : notify.start(); }
    void publish();

    MetricsStore *q;
    const Clock &clock;
    MetricProfile profile;
    MetricsCadence cadence;
    std::chrono::seconds range{1800};
    QHash<ClusterId, Server> servers;
    std::optional<Release> shown;
    QVector<MetricPanel> panels;
    QVector<MetricPanel> published;
    TrafficReading traffic;
    TrafficReading publishedTraffic;
    QVector<Alert> alerts;
    std::unique_ptr<MetricsRound> round;
    std::chrono::milliseconds roundBegan{0};
    int generation = 0; ///< of what is shown: late words of an older round are not heard
    int failures = 0;   ///< rounds in a row without any answer
    QTimer next;
    QTimer notify;
};

const MetricProfile &MetricsStore::Private::profileOf(const ClusterId &cluster) const
{
    const auto server = servers.constFind(cluster);
    return server != servers.cend() && server->profile ? *server->profile : profile;
}

/// Forgets what is on screen and asks anew.
void MetricsStore::Private::restart()
{
    ++generation;
    if (round) {
        // Not deleted here: this may be a slot of the round itself.
        round->stop();
        round.release()->deleteLater();
    }
    next.stop();
    failures = 0;
    resetPanels();
    beginRound();
}

void MetricsStore::Private::resetPanels()
{
    panels.clear();
    traffic = {};
    if (shown) {
        const bool asked = servers.value(shown->key.cluster).metrics;
        for (const MetricRule &rule : profileOf(shown->key.cluster).rules) {
            MetricPanel panel;
            panel.rule = rule;
            panel.source.freshness = asked ? Freshness::Loading : Freshness::NeverLoaded;
            panels.push_back(std::move(panel));
        }
    }
    publish();
    if (!alerts.isEmpty()) {
        alerts.clear();
        Q_EMIT q->alertsChanged();
    }
}

void MetricsStore::Private::beginRound()
{
    if (!shown || shown->currentHash.isEmpty() || round) {
        return;
    }
    const Server server = servers.value(shown->key.cluster);
    if (!server.metrics) {
        return;
    }
    MetricsTask task;
    task.api = server.metrics;
    task.alerts = server.alerts;
    task.profile = profileOf(shown->key.cluster);
    task.canary = scopeOf(*shown, shown->currentHash, cadence.window);
    if (shown->inProgress() && !shown->stableHash.isEmpty()) {
        task.baseline = scopeOf(*shown, shown->stableHash, cadence.window);
    }
    task.range = range;
    task.cadence = cadence;
    roundBegan = clock.steady();
    round = std::make_unique<MetricsRound>(std::move(task), clock);
    wire(*round);
    round->start();
}

void MetricsStore::Private::wire(MetricsRound &started)
{
    connect(&started, &MetricsRound::samplesKnown, this, &Private::applySamples);
    connect(&started, &MetricsRound::readingKnown, this, &Private::applyReading);
    connect(&started, &MetricsRound::alertsKnown, this, &Private::applyAlerts);
    connect(&started, &MetricsRound::trafficKnown, this, [this](const Reading &share) {
        traffic.share = share;
        touch();
    });
    // Queued: the round deletes itself through this.
    connect(
        &started, &MetricsRound::finished, this,
        [this, mine = generation](bool anyAnswer) {
            if (mine == generation) {
                endRound(anyAnswer);
            }
        },
        Qt::QueuedConnection);
}

void MetricsStore::Private::endRound(bool anyAnswer)
{
    round.reset();
    failures = anyAnswer ? 0 : std::min(failures + 1, 10);
    const auto pause = std::min<std::chrono::milliseconds>(
        cadence.refresh * (1 << failures),
        std::max<std::chrono::milliseconds>(LongestPause, cadence.refresh));
    next.start(std::max<std::chrono::milliseconds>(0ms, roundBegan + pause - clock.steady()));
}

void MetricsStore::Private::applySamples(int rule, MetricsRound::Arm arm,
                                         const Result<QVector<Sample>> &samples)
{
    MetricPanel &panel = panels[rule];
    if (samples) {
        (arm == MetricsRound::Arm::Canary ? panel.canary : panel.baseline) = *samples;
        touch();
    }
}

void MetricsStore::Private::applyReading(int rule, MetricsRound::Arm arm, const Result<Reading> &reading)
{
    MetricPanel &panel = panels[rule];
    const Reading now = reading ? *reading : metricmeasure::failedReading(reading.error());
    if (arm == MetricsRound::Arm::Baseline) {
        panel.baselineNow = now;
    } else {
        panel.canaryNow = now;
        panel.verdict = judge(panel.rule, now);
        panel.source = reading ? SourceState{Freshness::Polling, clock.nowUtc(), std::nullopt, {}}
                               : stateAfter(panel.source, reading.error());
    }
    touch();
}

/// What a lost server said last is no verdict any more, even before the next round finds out.
void MetricsStore::Private::noteServer(const ClusterId &cluster, const SourceState &state)
{
    if (!shown || shown->key.cluster != cluster || state.isCurrent() || !state.error) {
        return;
    }
    for (MetricPanel &panel : panels) {
        panel.source = stateAfter(panel.source, *state.error);
        panel.verdict = Verdict::Unknown;
    }
    touch();
}

void MetricsStore::Private::applyAlerts(const QVector<Alert> &known)
{
    QVector<Alert> mine;
    std::copy_if(known.cbegin(), known.cend(), std::back_inserter(mine), [this](const Alert &alert) {
        return alert.labels.value(QStringLiteral("namespace")) == shown->key.namespaceName;
    });
    if (mine != alerts) {
        alerts = mine;
        Q_EMIT q->alertsChanged();
    }
}

void MetricsStore::Private::publish()
{
    notify.stop();
    if (panels != published) {
        published = panels;
        Q_EMIT q->panelsChanged();
    }
    if (traffic != publishedTraffic) {
        publishedTraffic = traffic;
        Q_EMIT q->trafficChanged();
    }
}

MetricsStore::MetricsStore(MetricProfile profile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(profile), clock))
{
}

MetricsStore::~MetricsStore() = default;

void MetricsStore::setServer(const ClusterId &cluster, MetricsApi *api)
{
    auto &server = d->servers[cluster];
    if (server.metrics) {
        disconnect(server.metrics, nullptr, this, nullptr);
    }
    server.metrics = api;
    server.state = {};
    if (api) {
        connect(api, &MetricsApi::connectionChanged, this, [this, cluster](const SourceState &state) {
            d->servers[cluster].state = state;
            d->noteServer(cluster, state);
            Q_EMIT serverStateChanged(cluster);
        });
    }
    Q_EMIT serverStateChanged(cluster);
    if (d->shown && d->shown->key.cluster == cluster) {
        d->restart();
    }
}

void MetricsStore::setAlertsServer(const ClusterId &cluster, AlertsApi *api)
{
    d->servers[cluster].alerts = api;
    if (d->shown && d->shown->key.cluster == cluster) {
        d->restart();
    }
}

MetricsApi *MetricsStore::server(const ClusterId &cluster) const
{
    return d->servers.value(cluster).metrics;
}

AlertsApi *MetricsStore::alertsServer(const ClusterId &cluster) const
{
    return d->servers.value(cluster).alerts;
}

bool MetricsStore::hasServer(const ClusterId &cluster) const
{
    return d->servers.value(cluster).metrics;
}

SourceState MetricsStore::serverState(const ClusterId &cluster) const
{
    return d->servers.value(cluster).state;
}

void MetricsStore::setProfile(const ClusterId &cluster, MetricProfile profile)
{
    const bool same = d->profileOf(cluster) == profile;
    d->servers[cluster].profile = std::move(profile);
    if (!same && d->shown && d->shown->key.cluster == cluster) {
        d->restart();
    }
}

const MetricProfile &MetricsStore::profile(const ClusterId &cluster) const
{
    return d->profileOf(cluster);
}

void MetricsStore::setCadence(const MetricsCadence &cadence)
{
    if (d->cadence != cadence) {
        d->cadence = cadence;
        d->restart();
    }
}

const MetricsCadence &MetricsStore::cadence() const
{
    return d->cadence;
}

void MetricsStore::show(const std::optional<Release> &release)
{
    const bool same = release && d->shown && asksTheSame(*release, *d->shown);
    d->shown = release;
    if (!same) {
        d->restart();
    }
}

void MetricsStore::setRange(std::chrono::seconds range)
{
    if (range > 0s && range != d->range) {
        d->range = range;
        d->restart();
        Q_EMIT rangeChanged(range);
    }
}

std::chrono::seconds MetricsStore::range() const
{
    return d->range;
}

const QVector<MetricPanel> &MetricsStore::panels() const
{
    return d->published;
}

const TrafficReading &MetricsStore::traffic() const
{
    return d->publishedTraffic;
}

QVector<Alert> MetricsStore::alerts() const
{
    return d->alerts;
}

QFuture<Result<Reading>> MetricsStore::measure(ReleaseKey release, QString service, QString hash,
                                               QString metricId)
{
    const auto refuse = [](ErrorCode code, const QString &detail, const QString &subject) {
        return answered<Reading>(failure(code, ErrorLayer::Configuration, detail, subject));
    };
    MetricsApi *api = d->servers.value(release.cluster).metrics;
    if (!api) {
        return refuse(ErrorCode::BadConfiguration,
                      QStringLiteral("no metrics server is configured for this cluster"),
                      release.cluster.value());
    }
    const MetricProfile &profile = d->profileOf(release.cluster);
    const MetricScope scope{release.namespaceName, service.isEmpty() ? release.name : service, hash,
                            d->cadence.window, release.name};
    const auto value = [&](const QString &query) {
        return metricmeasure::value(*api, expandQuery(query, scope), d->clock, d->cadence.staleAfter);
    };
    if (metricId == QLatin1String("traffic-share") && !profile.totalTrafficQuery.isEmpty()) {
        return metricmeasure::share(value(profile.trafficQuery), value(profile.totalTrafficQuery));
    }
    const auto rule = std::find_if(profile.rules.cbegin(), profile.rules.cend(),
                                   [&metricId](const MetricRule &each) { return each.id == metricId; });
    if (rule == profile.rules.cend()) {
        return refuse(ErrorCode::NotFound, QStringLiteral("the metric profile has no such metric"), metricId);
    }
    return value(rule->query);
}

} // namespace signalbox
