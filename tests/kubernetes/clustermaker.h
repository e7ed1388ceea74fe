// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubernetescluster.h"
#include "tests/kubernetes/apiscript.h"

#include <memory>

namespace signalbox::test
{

/// Timings with which a test need not wait.
[[nodiscard]] kubernetes::Timings quickTimings();

/// Makes clusters that talk to a scripted API server.
class ClusterMaker final
{
public:
    [[nodiscard]] static http::Endpoint endpointOf(const ApiScript &api);
    [[nodiscard]] static ClusterDescription description();
    [[nodiscard]] std::unique_ptr<kubernetes::KubernetesCluster>
    clusterOf(const ApiScript &api, kubernetes::Timings timings = quickTimings(),
              std::unique_ptr<http::CredentialSource> credentials = {});
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    RealClock m_clock;
};

} // namespace signalbox::test
