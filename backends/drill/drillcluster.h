// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/apiserver.h"
#include "backends/drill/metricsendpoint.h"
#include "backends/drill/objectstore.h"
#include "backends/drill/prometheusquery.h"
#include "backends/drill/simulatedclock.h"
#include "backends/drill/world.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>
#include <utility>

namespace signalbox::drill
{

/// One cluster of a drill: its objects, the API in front of them and the world behind them.
class DrillCluster
{
public:
    /// @param clock outlives this
    DrillCluster(const Clock &clock, World::Setup setup);

    /// Lives the cluster's past.
    [[nodiscard]] Result<Done> fill();
    /// Serves the API and /metrics.
    [[nodiscard]] Result<Done> listen();
    /// Lets analysis runs measure there, and lets clients reach it through the API server.
    void setPrometheus(const QUrl &url);
    void goLive() { m_world.goLive(); }

    [[nodiscard]] QString name() const { return m_world.setup().cluster.name; }
    [[nodiscard]] ApiServer &api() { return m_api; }
    [[nodiscard]] ObjectStore &store() { return m_store; }
    [[nodiscard]] quint16 metricsPort() const { return m_metrics.port(); }
    [[nodiscard]] QUrl prometheus() const { return m_prometheus; }
    /// The metrics of the past; the caller keeps them, here they are gone.
    [[nodiscard]] QByteArray takeHistory() { return std::exchange(m_history, {}); }

private:
    const Clock &m_realClock;
    SimulatedClock m_clock;
    ObjectStore m_store;
    World m_world;
    ApiServer m_api;
    MetricsEndpoint m_metrics;
    std::unique_ptr<PrometheusQuery> m_query;
    QByteArray m_history;
    QUrl m_prometheus;
};

} // namespace signalbox::drill
