// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/drillcluster.h"

#include "backends/drill/analysiscontroller.h"
#include "backends/drill/clusterseeder.h"
#include "backends/drill/standardtypes.h"

namespace signalbox::drill
{

DrillCluster::DrillCluster(const Clock &clock, World::Setup setup)
    : m_realClock(clock)
    , m_clock(clock)
    , m_store(m_clock)
    , m_world(m_store, m_clock, std::move(setup))
    , m_api(m_store, clock)
    , m_metrics([this] { return expositionText(m_world.metrics()); })
{
    registerStandardTypes(m_store);
    m_store.setSeed(m_world.setup().seed);
}

Result<Done> DrillCluster::fill()
{
    ClusterSeeder seeder(m_world, m_clock);
    PastPlan past;
    past.now = m_realClock.nowUtc();
    return seeder.live(past, m_history);
}

Result<Done> DrillCluster::listen()
{
    const auto served = m_api.listen();
    return served ? m_metrics.listen() : served;
}

void DrillCluster::setPrometheus(const QUrl &url)
{
    m_prometheus = url;
    m_query = std::make_unique<PrometheusQuery>(url);
    m_world.analysis().setSource(m_query.get());
    m_api.setServiceProxy(QStringLiteral("monitoring"), QStringLiteral("prometheus"), url);
}

} // namespace signalbox::drill
