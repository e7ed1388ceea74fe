// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"
#include "models/domain/action.h"
#include "models/domain/result.h"

#include <QDateTime>

/// Planning for plain apps/v1 Deployments: documents in, plan out. No I/O, no clock.
/// Source of every body and of the undo algorithm: wire facts 2.3 and 2.4.
namespace signalbox::deployment
{

struct DeploymentReads {
    QString targetHash; ///< empty: the action has no target
    QString replicaSet; ///< path
};
[[nodiscard]] Result<DeploymentReads> readsForDeployment(const ActionRequest &request,
                                                         const Release &snapshot, const Json &deployment);

struct DeploymentDocuments {
    Json deployment;
    Json replicaSet; ///< of the target; null: not read
};
[[nodiscard]] Result<ActionPlan> planDeployment(const ActionRequest &request, const Release &snapshot,
                                                const DeploymentDocuments &documents, const QDateTime &now);
[[nodiscard]] QStringList deploymentPreconditions(ActionKind kind, const Json &deployment);

} // namespace signalbox::deployment
