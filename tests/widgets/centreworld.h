// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/activitystore.h"
#include "models/stores/fleetstore.h"
#include "models/stores/metricsstore.h"
#include "tests/support/fakeclusterapi.h"
#include "tests/support/manualclock.h"
#include "wavemetrics.h"

namespace signalbox
{

/// A cluster with a canary "cart" waiting at its first pause, a blue/green release, a Deployment, pods,
/// events and an analysis run, and metrics for the canary: what the centre of the window shows, without any
/// server.
class CentreWorld
{
public:
    CentreWorld();

    [[nodiscard]] ReleaseKey canary() const;
    [[nodiscard]] ReleaseKey blueGreen() const;
    [[nodiscard]] QDateTime now() const { return m_clock.nowUtc(); }
    /// Lets the stores refresh what belongs to this release.
    void show(const ReleaseKey &key);
    [[nodiscard]] FleetStore &fleet() { return m_fleet; }
    [[nodiscard]] MetricsStore &metrics() { return m_metrics; }
    [[nodiscard]] ActivityStore &activity() { return m_activity; }
    [[nodiscard]] test::FakeClusterApi &api() { return m_api; }

private:
    void addObjects();
    void addPods();

    test::ManualClock m_clock;
    test::FakeClusterApi m_api;
    WaveMetrics m_waves;
    FleetStore m_fleet;
    MetricsStore m_metrics;
    ActivityStore m_activity;
};

} // namespace signalbox
