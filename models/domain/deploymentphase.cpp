// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/deploymentphase.h"

#include "models/domain/rolloutphase.h"

namespace signalbox
{

DeploymentPhase deploymentPhase(const DeploymentRow &row)
{
    if (row.meta.generation > row.observedGeneration) {
        return DeploymentPhase::NotObserved;
    }
    const ConditionRow *progressing = findCondition(row.conditions, QStringLiteral("Progressing"));
    if (progressing != nullptr && progressing->reason == QStringLiteral("ProgressDeadlineExceeded")) {
        return DeploymentPhase::Failed;
    }
    if (row.updatedReplicas < row.specReplicas) {
        return DeploymentPhase::Updating;
    }
    if (row.replicas > row.updatedReplicas) {
        return DeploymentPhase::OldReplicasLeft;
    }
    if (row.availableReplicas < row.updatedReplicas) {
        return DeploymentPhase::WaitingForAvailability;
    }
    return DeploymentPhase::Complete;
}

ReleaseState deploymentState(const DeploymentRow &row)
{
    const DeploymentPhase phase = deploymentPhase(row);
    if (phase == DeploymentPhase::NotObserved) {
        return row.observedGeneration == 0 ? ReleaseState::Unknown : ReleaseState::Advancing;
    }
    if (phase == DeploymentPhase::Failed) {
        return ReleaseState::Broken;
    }
    if (row.paused) {
        return ReleaseState::WaitingForPerson;
    }
    return phase == DeploymentPhase::Complete ? ReleaseState::Healthy : ReleaseState::Advancing;
}

} // namespace signalbox
