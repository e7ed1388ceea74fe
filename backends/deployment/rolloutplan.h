// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"
#include "backends/deployment/rolloutfacts.h"
#include "models/domain/action.h"

#include <QDateTime>

/// Planning for Argo Rollouts: documents in, plan out. No I/O, no clock. Source of every body: wire
/// facts 3.5.
namespace signalbox::deployment
{

/// What has to be read besides the Rollout before an action can be planned. Empty paths: not needed.
struct RolloutReads {
    QString targetHash;
    QString replicaSet; ///< of the target
    QString workload;   ///< the referenced object
    QString analysisRun;
    [[nodiscard]] QStringList paths() const;
};
[[nodiscard]] Result<RolloutReads> readsFor(const ActionRequest &request, const Release &snapshot,
                                            const Json &rollout);

/// The objects as the server has them now. Null values: not read.
struct RolloutDocuments {
    Json rollout;
    Json replicaSet;
    Json workload;
    Json analysisRun;
};
/// @param now only for restartAt, the scale-down countdown and the like
[[nodiscard]] Result<ActionPlan> planRollout(const ActionRequest &request, const Release &snapshot,
                                             const RolloutDocuments &documents, const QDateTime &now);

/// Everything one plan is made of; shared by the parts of the planner.
struct RolloutPlanning {
    const ActionRequest &request;
    const Release &snapshot;
    const RolloutDocuments &documents;
    const RolloutFacts &facts;
    const QDateTime &now;
};
[[nodiscard]] Result<ActionPlan> planPromote(const RolloutPlanning &in);
[[nodiscard]] Result<ActionPlan> planPromoteFully(const RolloutPlanning &in);
[[nodiscard]] Result<ActionPlan> planAbort(const RolloutPlanning &in);
[[nodiscard]] Result<ActionPlan> planUndo(const RolloutPlanning &in);
[[nodiscard]] Result<ActionPlan> planRollBack(const RolloutPlanning &in);
[[nodiscard]] Result<ActionPlan> planSetImage(const RolloutPlanning &in);

/// {"status":{"abort":true}}: idempotent, so it carries no lock and leaves without a read before it.
[[nodiscard]] ApiCall abortCall(const RolloutFacts &facts);
/// A pause by hand keeps ReplicaSets and blue/green Services where they are, also after an abort.
[[nodiscard]] bool abortNeedsUnpause(const RolloutFacts &facts);
void appendAbortConsequences(ActionPlan &plan, const RolloutPlanning &in);

} // namespace signalbox::deployment
