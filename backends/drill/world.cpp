// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/world.h"

#include "backends/api/clock.h"
#include "backends/drill/analysiscontroller.h"
#include "backends/drill/autoscalercontroller.h"
#include "backends/drill/deploymentcontroller.h"
#include "backends/drill/podlifecycle.h"
#include "backends/drill/releasemanifests.h"
#include "backends/drill/replicasetcontroller.h"
#include "backends/drill/rolloutcontroller.h"
#include "backends/drill/statemetrics.h"
#include "backends/drill/trafficreader.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

constexpr int flowInterval = 500; // ms; half the scrape interval
constexpr int mostStateObjects = 400;

} // namespace

World::World(ObjectStore &store, const Clock &clock, Setup setup, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_setup(std::move(setup))
    , m_pace{m_setup.speed, false}
    , m_queue(clock)
    , m_events(store, clock)
    , m_owners(store)
    , m_random(m_setup.seed)
    , m_context{store,
                clock,
                m_queue,
                m_events,
                m_owners,
                m_random,
                m_pace,
                [this](const QString &image) {
                    const VersionBehaviour known = behaviourOf(image);
                    return ImageBehaviour{known.cannotBePulled, known.crashes, known.leakMegabytesPerMinute,
                                          known.memoryMegabytes, known.memoryLimitMegabytes};
                }}
    , m_pods(std::make_unique<PodLifecycle>(m_context))
    , m_replicaSets(std::make_unique<ReplicaSetController>(m_context, *m_pods))
    , m_deployments(std::make_unique<DeploymentController>(m_context))
    , m_rollouts(std::make_unique<RolloutController>(m_context))
    , m_analysis(std::make_unique<AnalysisController>(m_context))
    , m_traffic(m_setup.seed + 1, m_setup.speed)
    , m_reader(std::make_unique<TrafficReader>(m_context, targets(),
                                               [this](const QString &image) { return behaviourOf(image); }))
    , m_autoscalers(std::make_unique<AutoscalerController>(m_context, m_traffic))
{
    for (const ScenarioRelease &release : m_setup.cluster.releases) {
        for (auto it = release.versions.cbegin(); it != release.versions.cend(); ++it)
            m_behaviours.insert(imageOf(release, it.key()), it.value());
    }
    connect(&m_store, &ObjectStore::changed, this, &World::observe);
    m_wakeTimer.setSingleShot(true);
    connect(&m_wakeTimer, &QTimer::timeout, this, &World::runDue);
    connect(&m_flowTimer, &QTimer::timeout, this, [this] {
        flow(m_clock.nowUtc());
        m_events.prune();
    });
}

World::~World() = default;

VersionBehaviour World::behaviourOf(const QString &image) const
{
    return m_behaviours.value(image);
}

QVector<TrafficTarget> World::targets() const
{
    QVector<TrafficTarget> found;
    for (const ScenarioRelease &release : m_setup.cluster.releases) {
        if (release.traffic.requestsPerSecond > 0 && release.copies == 1)
            found.append({release.namespaceName, release.name, release.rollout, release.traffic});
    }
    return found;
}

void World::observe(const ResourceType &type, const StoreEvent &event)
{
    if (type.key() == kinds::events())
        return;
    m_owners.observe(type, event);
    m_pods->observe(type, event);
    m_replicaSets->observe(type, event);
    m_deployments->observe(type, event);
    m_rollouts->observe(type, event);
    m_analysis->observe(type, event);
    m_autoscalers->observe(type, event);
    wake();
}

void World::wake()
{
    if (m_live && (!m_wakeTimer.isActive() || m_wakeTimer.remainingTime() > 0))
        m_wakeTimer.start(0);
}

void World::runDue()
{
    m_owners.collect();
    // Live, a burst is worked off in portions so that requests are answered in between.
    const int limit = m_live ? 200 : 1'000'000;
    while (m_queue.runDue(limit) > 0) {
        m_owners.collect();
        if (m_live)
            break;
    }
    if (!m_live)
        return;
    if (const auto next = m_queue.untilNext())
        m_wakeTimer.start(static_cast<int>(std::min<qint64>(next->count(), 60'000)));
}

void World::flow(const QDateTime &until)
{
    if (!m_flownUntil.isValid())
        m_flownUntil = until;
    const double seconds = static_cast<double>(m_flownUntil.msecsTo(until)) / 1000.0;
    if (seconds <= 0)
        return;
    const double clockSeconds = static_cast<double>(until.toSecsSinceEpoch() % 86400);
    m_traffic.advance(m_reader->read(), clockSeconds, seconds);
    for (const PodUsage &pod : m_reader->usage(m_setup.podSeriesLimit))
        m_cpuSeconds[pod.namespaceName + QLatin1Char('/') + pod.pod] +=
            seconds * m_traffic.cores(pod.namespaceName, pod.service, pod.hash);
    m_flownUntil = until;
}

MetricFamilies World::workloadMetrics() const
{
    MetricFamilies families = trafficFamilies(m_traffic);
    addPodMetrics(families);
    return families;
}

MetricFamilies World::metrics() const
{
    MetricFamilies families = workloadMetrics();
    MetricFamilies state = stateFamilies(m_store, mostStateObjects);
    std::move(state.begin(), state.end(), std::back_inserter(families));
    return families;
}

void World::addPodMetrics(MetricFamilies &families) const
{
    MetricFamily cpu{"container_cpu_usage_seconds_total", "counter", {}};
    MetricFamily memory{"container_memory_working_set_bytes", "gauge", {}};
    for (const PodUsage &pod : m_reader->usage(m_setup.podSeriesLimit)) {
        const Labels labels{{"namespace", pod.namespaceName}, {"pod", pod.pod}, {"container", pod.container}};
        cpu.series.emplace_back(seriesText(cpu.name, labels),
                                m_cpuSeconds.value(pod.namespaceName + QLatin1Char('/') + pod.pod));
        if (pod.memoryBytes > 0)
            memory.series.emplace_back(seriesText(memory.name, labels), pod.memoryBytes);
    }
    families.push_back(std::move(cpu));
    families.push_back(std::move(memory));
}

void World::goLive()
{
    m_live = true;
    m_flowTimer.start(flowInterval);
    m_analysis->goLive();
    m_wakeTimer.start(0);
}

} // namespace signalbox::drill
