// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"
#include "models/domain/action.h"

namespace signalbox::deployment
{

/// What of a Rollout object the planning of actions looks at. Source: wire facts 3.2 and 3.3.
struct RolloutFacts {
    QString namespaceName;
    QString name;
    QString uid;
    QString resourceVersion;
    bool canary = false;
    bool blueGreen = false;
    bool trafficRouting = false;
    bool dynamicStableScale = false;
    bool analysis = false; ///< background, pre- or post-promotion analysis is configured
    int steps = 0;
    int replicas = 1;
    int progressDeadline = 600; ///< seconds
    int rollbackWindow = 0;     ///< revisions; 0: none
    bool paused = false;        ///< spec.paused
    QString workloadKind;       ///< empty: the template is in the Rollout
    QString workloadName;
    QStringList pauseReasons; ///< status.pauseConditions
    bool controllerPause = false;
    bool inconclusive = false; ///< of the current step's analysis
    bool aborted = false;
    bool promoteFull = false;
    int stepIndex = 0; ///< absent counts as 0
    QString currentHash;
    QString stableHash;
    QString templateDigest; ///< empty with workloadRef
    QString strategyDigest;
    [[nodiscard]] bool hasSteps() const { return canary && steps > 0; }
    [[nodiscard]] bool inProgress() const { return !currentHash.isEmpty() && currentHash != stableHash; }
    [[nodiscard]] QString path() const;
};
[[nodiscard]] RolloutFacts readRollout(const Json &rollout);

/// What an action relies on, as "field=value": the object itself always, and what the person was shown.
/// Emergencies rely on the object's identity only.
[[nodiscard]] QStringList rolloutPreconditions(ActionKind kind, const Json &rollout);

} // namespace signalbox::deployment
