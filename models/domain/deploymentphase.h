// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox
{

/// How far a Deployment's rollout is, in the order in which kubectl checks it.
enum class DeploymentPhase {
    NotObserved, ///< the controller has not seen the newest spec
    Failed,      ///< progress deadline exceeded: stays so until something changes
    Updating,    ///< new replicas are missing
    OldReplicasLeft,
    WaitingForAvailability,
    Complete,
};

/// Source: `kubectl rollout status`, wire facts 2.2.
[[nodiscard]] DeploymentPhase deploymentPhase(const DeploymentRow &row);
/// The console's word for it; a paused Deployment is neither failed nor complete.
[[nodiscard]] ReleaseState deploymentState(const DeploymentRow &row);

} // namespace signalbox
