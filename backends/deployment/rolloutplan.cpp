// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/rolloutplan.h"

#include "backends/deployment/calls.h"
#include "backends/deployment/planparts.h"

namespace signalbox::deployment
{

namespace
{

constexpr std::chrono::seconds ShortBudget{30};

ActionPlan oneStep(const RolloutPlanning &in, Message title, const QVector<ApiCall> &calls,
                   const Verification &check)
{
    ActionPlan plan = newPlan(in.request, in.facts.resourceVersion);
    plan.steps.append({std::move(title), calls, {check}, ShortBudget});
    plan.expected = std::chrono::seconds(5);
    plan.budget = ShortBudget;
    return plan;
}

ApiCall locked(const RolloutPlanning &in, const Json &body)
{
    return mergePatch(in.facts.path(), guarded(body, in.facts.resourceVersion));
}

Result<ActionPlan> planPause(const RolloutPlanning &in)
{
    if (in.facts.paused) {
        return refusal(MessageCode::AlreadyPaused, QStringLiteral("spec.paused is true already"));
    }
    return oneStep(in, {MessageCode::StepPause, {}}, {locked(in, {{"spec", {{"paused", true}}}})},
                   verifies(VerifyKind::Paused));
}

Result<ActionPlan> planResume(const RolloutPlanning &in)
{
    if (!in.facts.paused) {
        return refusal(MessageCode::NotPaused, QStringLiteral("spec.paused is not set"));
    }
    ActionPlan plan =
        oneStep(in, {MessageCode::StepResume, {}}, {locked(in, {{"spec", {{"paused", false}}}})},
                verifies(VerifyKind::NotPaused, {}, 1));
    if (!in.facts.pauseReasons.isEmpty()) {
        plan.consequences.append({MessageCode::WaitsForPerson, {}});
    }
    return plan;
}

Result<ActionPlan> planRetry(const RolloutPlanning &in)
{
    if (!in.facts.aborted) {
        return refusal(MessageCode::NotAborted, QStringLiteral("status.abort is not set"));
    }
    const Json body = guarded({{"status", {{"abort", false}}}}, in.facts.resourceVersion);
    ActionPlan plan = oneStep(in, {MessageCode::StepRetry, {}},
                              {mergePatch(in.facts.path() + QStringLiteral("/status"), body)},
                              verifies(VerifyKind::NotAborted));
    if (in.facts.hasSteps()) {
        plan.consequences.append({MessageCode::StepsRunAgain, {QString::number(in.facts.steps)}});
    }
    return plan;
}

Result<ActionPlan> planRestart(const RolloutPlanning &in)
{
    const QString at = restartStamp(in.request, in.now);
    ActionPlan plan =
        oneStep(in, {MessageCode::StepRestart, {}}, {locked(in, {{"spec", {{"restartAt", utf8(at)}}}})},
                verifies(VerifyKind::RestartDone, at));
    plan.request.restartAt = at;
    plan.steps.first().budget = std::chrono::seconds(in.facts.progressDeadline);
    plan.budget = plan.steps.first().budget;
    plan.expected = std::chrono::seconds(60);
    plan.consequences.append({MessageCode::PodsRestart, {QString::number(in.snapshot.availableReplicas)}});
    return plan;
}

Result<ActionPlan> planTerminate(const RolloutPlanning &in)
{
    const Json &run = in.documents.analysisRun;
    const QString phase = textAt(run, {"status", "phase"});
    const bool over =
        phase != QLatin1String("Running") && phase != QLatin1String("Pending") && !phase.isEmpty();
    if (!run.is_object() || over || flagAt(run, {"spec", "terminate"})) {
        return refusal(MessageCode::NoAnalysisRunning, QStringLiteral("analysis run is over: ") + phase);
    }
    const QString owner = controllerUid(run);
    if (!owner.isEmpty() && owner != in.facts.uid) {
        return changed(QStringLiteral("metadata.ownerReferences: %1 -> %2").arg(in.facts.uid, owner),
                       in.request.analysisRun);
    }
    const ApiCall call = mergePatch(analysisRunPath(in.facts.namespaceName, in.request.analysisRun),
                                    {{"spec", {{"terminate", true}}}});
    return oneStep(in, {MessageCode::StepTerminateAnalysis, {in.request.analysisRun}}, {call},
                   verifies(VerifyKind::AnalysisTerminated, in.request.analysisRun));
}

Result<ActionPlan> dispatch(const RolloutPlanning &in)
{
    switch (in.request.kind) {
    case ActionKind::Promote:
        return planPromote(in);
    case ActionKind::PromoteFully:
        return planPromoteFully(in);
    case ActionKind::Pause:
        return planPause(in);
    case ActionKind::Resume:
        return planResume(in);
    case ActionKind::Abort:
        return planAbort(in);
    case ActionKind::Retry:
        return planRetry(in);
    case ActionKind::Undo:
        return planUndo(in);
    case ActionKind::RollBack:
        return planRollBack(in);
    case ActionKind::Restart:
        return planRestart(in);
    case ActionKind::SetImage:
        return planSetImage(in);
    case ActionKind::TerminateAnalysis:
        return planTerminate(in);
    }
    return refusal(MessageCode::NoStrategySteps, QStringLiteral("unknown action"));
}

} // namespace

Result<ActionPlan> planRollout(const ActionRequest &request, const Release &snapshot,
                               const RolloutDocuments &documents, const QDateTime &now)
{
    const RolloutFacts facts = readRollout(documents.rollout);
    if (facts.uid.isEmpty() || (!request.uid.isEmpty() && facts.uid != request.uid)) {
        return changed(QStringLiteral("metadata.uid: ") + request.uid + QStringLiteral(" -> ") + facts.uid,
                       request.release.name);
    }
    auto plan = dispatch({request, snapshot, documents, facts, now});
    if (plan) {
        plan->preconditions = rolloutPreconditions(request.kind, documents.rollout);
    }
    return plan;
}

} // namespace signalbox::deployment
