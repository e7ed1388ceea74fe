// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox
{

/// The objects around one release, as last seen. Pointers are valid for the duration of the call.
struct ReleaseFacts {
    QVector<const ReplicaSetRow *> replicaSets;   ///< those owned by the release
    QVector<const AnalysisRunRow *> analysisRuns; ///< those owned by the release
    QVector<const RouteRow *> routes;             ///< in its namespace
    QVector<const ServiceRow *> services;         ///< in its namespace
    const HpaRow *hpa = nullptr;
    int experiments = 0;
    QDateTime now;
};

/// Derives what the console shows for an Argo Rollouts object.
/// Source: the client-side phase computation, step and weight derivations of the Argo Rollouts kubectl
/// plugin (wire facts 3.3 and 3.4), with step 0 treated as a step and an abort as "rolled back".
[[nodiscard]] Release deriveRollout(const ClusterId &cluster, const RolloutRow &row,
                                    const ReleaseFacts &facts);

/// Derives what the console shows for a plain Deployment.
/// Source: `kubectl rollout status` (wire facts 2.2); the current ReplicaSet is the one with the highest
/// revision.
[[nodiscard]] Release deriveDeployment(const ClusterId &cluster, const DeploymentRow &row,
                                       const ReleaseFacts &facts);

} // namespace signalbox
