// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/probesetup.h"

#include "backends/probes/probeengine.h"
#include "models/stores/fleetstore.h"
#include "models/stores/metricsstore.h"

namespace signalbox
{

std::unique_ptr<ProbeRunner> makeProbeRunner(FleetStore &fleet, MetricsStore &metrics,
                                             probes::CommandConsents &consents, const Clock &clock)
{
    probes::ProbeWorld world;
    world.clock = &clock;
    world.cluster = [&fleet](const ClusterId &id) -> ClusterApi * {
        ClusterStore *cluster = fleet.cluster(id);
        return cluster ? &cluster->api() : nullptr;
    };
    world.metrics = [&metrics](const ClusterId &id) { return metrics.server(id); };
    world.alerts = [&metrics](const ClusterId &id) { return metrics.alertsServer(id); };
    world.consents = &consents;
    return std::make_unique<probes::ProbeEngine>(std::move(world));
}

} // namespace signalbox
