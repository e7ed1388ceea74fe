// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/simulatedclock.h"
#include "backends/drill/world.h"

#include <QByteArray>
#include <QDateTime>
#include <QVector>

#include <functional>

namespace signalbox::drill
{

/// How the past of a cluster is lived and written down.
struct PastPlan {
    QDateTime now; ///< end of the past
    Milliseconds length{60 * 60 * 1000};
    Milliseconds dense{10 * 60 * 1000}; ///< this last part is sampled every `denseStep`
    Milliseconds denseStep{2000};
    Milliseconds coarseStep{15'000};
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
    void sample(QByteArray &history);

    World &m_world;
    SimulatedClock &m_clock;
    QDateTime m_nextSample;
};

} // namespace signalbox::drill
