// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/drillcluster.h"

#include "backends/drill/analysiscontroller.h"
#include "backends/drill/clusterseeder.h"
#include "backends/drill/standardtypes.h"

namespace signalbox::drill
{

namespace
{

PastPlan pastFor(double speed, const QDateTime &now)
{
    PastPlan plan;
    plan.now = now;
    if (speed > 4) { // windows are a few seconds long: the recent past has to be as fine as scrapes
        plan.denseStep = Milliseconds(2000);
        plan.coarseStep = Milliseconds(20'000);
    } else {
        plan.denseStep = Milliseconds(5000);
    }
    return plan;
}

} // namespace

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
    return seeder.live(pastFor(m_world.setup().speed, m_realClock.nowUtc()), m_history);
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
