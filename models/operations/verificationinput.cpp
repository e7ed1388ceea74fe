// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/verificationinput.h"

namespace signalbox
{

VerificationInput verificationInput(const FleetStore &fleet, const MetricsStore &metrics,
                                    const OperationStatus &status, const WrittenVersions &versions)
{
    VerificationInput in;
    const ReleaseKey &key = status.plan.request.release;
    in.release = fleet.release(key);
    in.metricsConfigured = metrics.hasServer(key.cluster);
    if (!in.release) {
        return in;
    }
    in.newEnough = includesWrite(in.release->resourceVersion, versions.after, versions.before);
    in.answered = status.steps.at(status.currentStep).phase != StepPhase::Sent;
    const ClusterStore *cluster = fleet.cluster(key.cluster);
    if (cluster && key.kind == ReleaseKind::Rollout) {
        in.restartedAt = cluster->rows<RolloutRow>().value(in.release->uid).restartedAt;
    }
    return in;
}

} // namespace signalbox
