// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/metricsexposition.h"
#include "backends/drill/scenario.h"
#include "backends/drill/trafficmodel.h"
#include "backends/drill/worldcontext.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace signalbox::drill
{

class AnalysisController;
class AutoscalerController;
class DeploymentController;
class PodLifecycle;
class ReplicaSetController;
class RolloutController;
class TrafficReader;
struct TrafficTarget;

/// The living part of one drill cluster: controllers and traffic over an ObjectStore. Until goLive() it moves
/// only when told, under whatever clock it was given; afterwards it drives itself with timers.
class World final : public QObject
{
    Q_OBJECT

public:
    struct Setup {
        ScenarioCluster cluster;
        quint64 seed = 1;
        double speed = 1;
        int podSeriesLimit = 300; ///< above it no per-pod metrics
        bool plans = false;       ///< the namespace `shop` has its release plans
    };
    /// @param store and @param clock outlive this
    World(ObjectStore &store, const Clock &clock, Setup setup, QObject *parent = nullptr);
    ~World() override;

    [[nodiscard]] ObjectStore &store() { return m_store; }
    [[nodiscard]] const Setup &setup() const { return m_setup; }
    [[nodiscard]] AnalysisController &analysis() { return *m_analysis; }
    [[nodiscard]] WorldPace &pace() { return m_pace; }

    /// Does everything that is due now.
    void runDue();
    /// Time until the next thing is due; nothing if the world is at rest.
    [[nodiscard]] std::optional<Milliseconds> untilNext() const { return m_queue.untilNext(); }
    /// Lets traffic flow up to `until`, split as the objects say now.
    void flow(const QDateTime &until);
    /// What services, mesh and containers export.
    [[nodiscard]] MetricFamilies workloadMetrics() const;
    /// The same, and the state of objects as kube-state-metrics tells it.
    [[nodiscard]] MetricFamilies metrics() const;

    /// From now on the world runs by itself.
    void goLive();

private:
    void observe(const ResourceType &type, const StoreEvent &event);
    void wake();
    [[nodiscard]] VersionBehaviour behaviourOf(const QString &image) const;
    [[nodiscard]] QVector<TrafficTarget> targets() const;
    void addPodMetrics(MetricFamilies &families) const;

    ObjectStore &m_store;
    const Clock &m_clock;
    Setup m_setup;
    QHash<QString, VersionBehaviour> m_behaviours; // by image
    WorldPace m_pace;
    WorkQueue m_queue;
    EventRecorder m_events;
    OwnerIndex m_owners;
    WorldRandom m_random;
    WorldContext m_context;
    std::unique_ptr<PodLifecycle> m_pods;
    std::unique_ptr<ReplicaSetController> m_replicaSets;
    std::unique_ptr<DeploymentController> m_deployments;
    std::unique_ptr<RolloutController> m_rollouts;
    std::unique_ptr<AnalysisController> m_analysis;
    TrafficModel m_traffic;
    std::unique_ptr<TrafficReader> m_reader;
    std::unique_ptr<AutoscalerController> m_autoscalers;
    QHash<QString, double> m_cpuSeconds; // by namespace/pod
    QDateTime m_flownUntil;
    bool m_live = false;
    QTimer m_wakeTimer;
    QTimer m_flowTimer;
};

} // namespace signalbox::drill
