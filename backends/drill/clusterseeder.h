// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/simulatedclock.h"
#include "backends/drill/world.h"

#include <QByteArray>
#include <QDateTime>
#include <QVector>

#include <functional>
#include <optional>

namespace signalbox::drill
{

/// How the past of a cluster is lived and written down.
struct PastPlan {
    QDateTime now; ///< end of the past
    Milliseconds length{60 * 60 * 1000};
    /// Between two samples of this age. A chart that reaches so far back has no finer step (600 points), its
    /// rate window is at least one step and a scrape, and samples stand at multiples of their step as a
    /// chart's points do; so every window has its two samples, with less than half of what one step for all
    /// would cost.
    [[nodiscard]] Milliseconds stepAt(Milliseconds age) const;
    std::optional<Milliseconds> evenStep; ///< one step for all ages instead
    Milliseconds stateStep{30'000};       ///< of object states: gauges are looked back for
    /// Traffic is also foreseen this far beyond the real time at which the past is done: importing it,
    /// starting Prometheus and its first scrape (six seconds later) take that long.
    Milliseconds lead{8500};
};

/// Fills a cluster from its scenario by living its past under a simulated clock with the very controllers
/// that run later, and writes down the metrics on the way.
class ClusterSeeder
{
public:
    /// @param clock is the one the world was made with
    ClusterSeeder(World &world, SimulatedClock &clock);

    /// Afterwards the clock is released, and everything in the cluster has settled.
    /// @param history OpenMetrics lines are appended to it
    Result<Done> live(const PastPlan &plan, QByteArray &history);

private:
    struct Act {
        QDateTime at;
        std::function<Result<Done>()> run;
    };

    [[nodiscard]] QVector<Act> plan(const PastPlan &past);
    void planRelease(const ScenarioRelease &release, const PastPlan &past, QVector<Act> &acts);
    [[nodiscard]] QDateTime timeOf(const ScenarioRelease &release, qsizetype index,
                                   const PastPlan &past) const;
    Result<Done> create(const QString &typeKey, const Json &object);
    Result<Done> createManifest(const Json &manifest);
    Result<Done> setVersion(const ScenarioRelease &release, const ScenarioStep &step);
    void advanceTo(const QDateTime &until, const PastPlan &past, QByteArray &history);
    void sample(const PastPlan &past, QByteArray &history);

    World &m_world;
    SimulatedClock &m_clock;
    QDateTime m_nextSample;
    QDateTime m_nextState;
};

} // namespace signalbox::drill
