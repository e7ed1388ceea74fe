// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "backends/api/clusterapi.h"
#include "backends/api/metricsapi.h"

#include <functional>

namespace signalbox::probes
{

class CommandConsents;
class SecretSource;

/// What probes reach the rest of the console through. The lookups are called on the thread of the
/// ProbeEngine's owner and may answer null; whatever is missing makes a finding of result Unknown.
struct ProbeWorld {
    const Clock *clock = nullptr; ///< outlives the engine, like all the others; required
    std::function<ClusterApi *(const ClusterId &)> cluster;
    std::function<MetricsApi *(const ClusterId &)> metrics;
    std::function<AlertsApi *(const ClusterId &)> alerts;
    SecretSource *secrets = nullptr;
    CommandConsents *consents = nullptr;
    QString
        reportFolder; ///< relative names of JUnit and SARIF files are looked up here; empty: absolute only
};

} // namespace signalbox::probes
