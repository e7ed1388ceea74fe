// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/proberunner.h"

#include <memory>

namespace signalbox
{

class FleetStore;
class MetricsStore;

namespace probes
{
class CommandConsents;
}

/// Runs the probes of plans against the clusters and metrics servers that are open at the time. All
/// arguments outlive the runner.
[[nodiscard]] std::unique_ptr<ProbeRunner> makeProbeRunner(FleetStore &fleet, MetricsStore &metrics,
                                                           probes::CommandConsents &consents,
                                                           const Clock &clock);

} // namespace signalbox
