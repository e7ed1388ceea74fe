// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/clusterapi.h"
#include "backends/api/deploymentbackend.h"

#include <QPointer>

namespace signalbox::deployment
{

/// Moves releases run by plain apps/v1 Deployments in one cluster. GUI thread;
/// planning and parsing run on Qt's worker pool.
class DeploymentsBackend final : public DeploymentBackend
{
public:
    /// @param api, clock outlive the backend
    DeploymentsBackend(ClusterApi &api, const Clock &clock);

    [[nodiscard]] bool handles(const Release &release) const override;
    [[nodiscard]] QFuture<Result<ActionPlan>> plan(ActionRequest request, Release snapshot) override;
    [[nodiscard]] QFuture<Result<QStringList>> dryRun(ActionPlan plan) override;
    [[nodiscard]] QFuture<Result<QString>> execute(ActionPlan plan, int step) override;

private:
    ClusterApi &m_api;
    const Clock &m_clock;
};

} // namespace signalbox::deployment
