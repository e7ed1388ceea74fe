// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/rolloutfacts.h"

#include "backends/deployment/calls.h"

namespace signalbox::deployment
{

namespace
{

void readStrategy(const Json &spec, RolloutFacts &facts)
{
    const Json &canary = valueAt(spec, {"strategy", "canary"});
    const Json &blueGreen = valueAt(spec, {"strategy", "blueGreen"});
    facts.canary = canary.is_object();
    facts.blueGreen = blueGreen.is_object();
    facts.trafficRouting = valueAt(canary, {"trafficRouting"}).is_object();
    facts.dynamicStableScale = flagAt(canary, {"dynamicStableScale"});
    const Json &steps = valueAt(canary, {"steps"});
    facts.steps = steps.is_array() ? static_cast<int>(steps.size()) : 0;
    facts.analysis = valueAt(canary, {"analysis"}).is_object() ||
                     valueAt(blueGreen, {"prePromotionAnalysis"}).is_object() ||
                     valueAt(blueGreen, {"postPromotionAnalysis"}).is_object();
    facts.strategyDigest = digestOf(valueAt(spec, {"strategy"}));
}

void readStatus(const Json &status, RolloutFacts &facts)
{
    const Json &pauses = valueAt(status, {"pauseConditions"});
    if (pauses.is_array()) {
        for (const Json &pause : pauses) {
            facts.pauseReasons.append(textAt(pause, {"reason"}));
        }
    }
    facts.controllerPause = flagAt(status, {"controllerPause"});
    facts.inconclusive =
        textAt(status, {"canary", "currentStepAnalysisRunStatus", "status"}) == QLatin1String("Inconclusive");
    facts.aborted = flagAt(status, {"abort"});
    facts.promoteFull = flagAt(status, {"promoteFull"});
    facts.stepIndex = numberAt(status, {"currentStepIndex"}).value_or(0);
    facts.currentHash = textAt(status, {"currentPodHash"});
    facts.stableHash = textAt(status, {"stableRS"});
}

QString pair(const char *field, const QString &value)
{
    return QLatin1String(field) + QLatin1Char('=') + value;
}

QString pair(const char *field, bool value)
{
    return pair(field, value ? QStringLiteral("true") : QStringLiteral("false"));
}

} // namespace

QString RolloutFacts::path() const
{
    return rolloutPath(namespaceName, name);
}

RolloutFacts readRollout(const Json &rollout)
{
    RolloutFacts facts;
    facts.namespaceName = textAt(rollout, {"metadata", "namespace"});
    facts.name = textAt(rollout, {"metadata", "name"});
    facts.uid = textAt(rollout, {"metadata", "uid"});
    facts.resourceVersion = textAt(rollout, {"metadata", "resourceVersion"});
    const Json &spec = valueAt(rollout, {"spec"});
    facts.replicas = numberAt(spec, {"replicas"}).value_or(1);
    facts.progressDeadline = numberAt(spec, {"progressDeadlineSeconds"}).value_or(600);
    facts.rollbackWindow = numberAt(spec, {"rollbackWindow", "revisions"}).value_or(0);
    facts.paused = flagAt(spec, {"paused"});
    facts.workloadKind = textAt(spec, {"workloadRef", "kind"});
    facts.workloadName = textAt(spec, {"workloadRef", "name"});
    const Json &podTemplate = valueAt(spec, {"template"});
    facts.templateDigest = facts.workloadKind.isEmpty() ? digestOf(podTemplate) : QString();
    readStrategy(spec, facts);
    readStatus(valueAt(rollout, {"status"}), facts);
    return facts;
}

QStringList rolloutPreconditions(ActionKind kind, const Json &rollout)
{
    const RolloutFacts facts = readRollout(rollout);
    QStringList relied{pair("metadata.uid", facts.uid)};
    const QStringList version{pair("spec.template", facts.templateDigest),
                              pair("status.currentPodHash", facts.currentHash),
                              pair("status.stableRS", facts.stableHash)};
    switch (kind) {
    case ActionKind::Promote:
        relied << version << pair("spec.strategy", facts.strategyDigest) << pair("spec.paused", facts.paused)
               << pair("status.currentStepIndex", QString::number(facts.stepIndex))
               << pair("status.pauseConditions", facts.pauseReasons.join(QLatin1Char(',')))
               << pair("status.abort", facts.aborted);
        break;
    case ActionKind::PromoteFully:
    case ActionKind::Retry:
        relied << version << pair("status.abort", facts.aborted);
        break;
    case ActionKind::Undo:
    case ActionKind::SetImage:
        relied << version;
        break;
    case ActionKind::Pause:
    case ActionKind::Resume:
    case ActionKind::Restart:
    case ActionKind::Abort:
    case ActionKind::RollBack:
    case ActionKind::TerminateAnalysis:
        break;
    }
    return relied;
}

} // namespace signalbox::deployment
