// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/alertsapi.h"
#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "backends/http/proxyenvironment.h"
#include "backends/kubernetes/kubeconfig.h"
#include "models/domain/preferences.h"

#include <memory>

namespace signalbox
{

namespace kubernetes
{
class ExecPluginPool;
}

/// The Prometheus and Alertmanager clients of one cluster, built from its settings.
class MetricsServers
{
public:
    MetricsServers();
    ~MetricsServers();
    MetricsServers(MetricsServers &&) noexcept;
    MetricsServers &operator=(MetricsServers &&) noexcept;

    /// What the servers are built in; plugins and clock outlive them.
    struct Surroundings {
        const kubernetes::ContextEntry &entry; ///< of the cluster, for a server behind its service proxy
        kubernetes::ExecPluginPool &plugins;
        const Clock &clock;
        const http::ProxyEnvironment &proxies;
    };
    /// Replaces what was there. @param secret password or bearer token, where the settings ask for one
    Result<Done> build(const MetricsServerSettings &settings, const QString &secret,
                       const Surroundings &around);
    [[nodiscard]] MetricsApi *metrics() const { return m_metrics.get(); }
    [[nodiscard]] AlertsApi *alerts() const { return m_alerts.get(); }

private:
    Result<Done> buildProxied(const QString &service, const Surroundings &around);

    std::unique_ptr<MetricsApi> m_metrics;
    std::unique_ptr<AlertsApi> m_alerts;
};

} // namespace signalbox
