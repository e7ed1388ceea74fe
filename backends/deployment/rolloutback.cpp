// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Undo and rollback: the moves to another revision.

#include "backends/deployment/calls.h"
#include "backends/deployment/planparts.h"
#include "backends/deployment/podtemplate.h"
#include "backends/deployment/rolloutplan.h"

#include <algorithm>

namespace signalbox::deployment
{

namespace
{

constexpr auto HashLabel = "rollouts-pod-template-hash";
constexpr std::chrono::seconds ShiftBudget{
    5}; ///< the spec is aligned after this even if no abort was seen yet
constexpr std::chrono::seconds AlignBudget{25};
constexpr std::chrono::seconds UndoBudget{30};
constexpr std::chrono::seconds PromoteBudget{120};
constexpr std::chrono::seconds PromoteReminder{4};
constexpr std::chrono::seconds TotalBudget{300};

/// The revision with the highest number besides the wanted one.
QString previousHash(const Release &snapshot, const QString &currentHash)
{
    const Revision *previous = nullptr;
    for (const Revision &revision : snapshot.revisions) {
        if (revision.hash != currentHash && (!previous || revision.number > previous->number)) {
            previous = &revision;
        }
    }
    return previous ? previous->hash : QString();
}

Result<QString> resolveTarget(const ActionRequest &request, const Release &snapshot,
                              const RolloutFacts &facts)
{
    QString target = request.targetHash;
    if (target.isEmpty()) {
        const bool toStable = request.kind == ActionKind::RollBack && facts.inProgress();
        target = toStable ? facts.stableHash : previousHash(snapshot, facts.currentHash);
    }
    if (target.isEmpty()) {
        return refusal(MessageCode::NoRollbackTarget, QStringLiteral("there is no former revision"));
    }
    if (target == facts.currentHash) {
        return refusal(MessageCode::TargetEqualsCurrent,
                       QStringLiteral("the spec names this revision already"));
    }
    return target;
}

Result<QString> workloadPath(const RolloutFacts &facts, bool deploymentOnly)
{
    if (facts.workloadKind.isEmpty()) {
        return QString();
    }
    if (facts.workloadKind == QLatin1String("Deployment")) {
        return appsPath(QStringLiteral("deployments"), facts.namespaceName, facts.workloadName);
    }
    if (facts.workloadKind == QLatin1String("ReplicaSet") && !deploymentOnly) {
        return appsPath(QStringLiteral("replicasets"), facts.namespaceName, facts.workloadName);
    }
    return refusal(MessageCode::WorkloadRefUnsupported, QStringLiteral("no way to write this kind"),
                   facts.workloadKind);
}

/// JSON patch of the template, guarded by identity and by the version it replaces: it may be sent without a
/// read before it, and status noise does not stop it.
Result<ApiCall> undoCall(const RolloutPlanning &in, const QString &target)
{
    const Json &replicaSet = in.documents.replicaSet;
    if (controllerUid(replicaSet) != in.facts.uid || label(replicaSet, HashLabel) != target) {
        return refusal(MessageCode::TargetGone, QStringLiteral("no ReplicaSet of this release has this hash"),
                       target);
    }
    const Json podTemplate = templateForUndo(replicaSet, HashLabel);
    if (!podTemplate.is_object()) {
        return refusal(MessageCode::TargetGone, QStringLiteral("the ReplicaSet has no pod template"), target);
    }
    const auto workload = workloadPath(in.facts, false);
    if (!workload) {
        return tl::unexpected(workload.error());
    }
    const bool referenced = !workload->isEmpty();
    const Json &owner = referenced ? in.documents.workload : in.documents.rollout;
    Json operations = Json::array();
    operations.push_back(
        patchOperation("test", QStringLiteral("/metadata/uid"), utf8(textAt(owner, {"metadata", "uid"}))));
    const QString revision = annotation(owner, "deployment.kubernetes.io/revision");
    if (!referenced && !in.facts.currentHash.isEmpty()) {
        operations.push_back(
            patchOperation("test", QStringLiteral("/status/currentPodHash"), utf8(in.facts.currentHash)));
    } else if (referenced && !revision.isEmpty()) {
        operations.push_back(
            patchOperation("test", QStringLiteral("/metadata/annotations/deployment.kubernetes.io~1revision"),
                           utf8(revision)));
    }
    operations.push_back(patchOperation("replace", QStringLiteral("/spec/template"), podTemplate));
    return jsonPatch(referenced ? *workload : in.facts.path(), operations);
}

/// Source: wire facts 3.6, rollbackWindow.
bool withinRollbackWindow(const RolloutPlanning &in, const QString &target)
{
    const Revision *to = in.snapshot.revision(target);
    const Revision *stable = in.snapshot.revision(in.facts.stableHash);
    if (in.facts.rollbackWindow <= 0 || !to || !stable || !(to->created < stable->created)) {
        return false;
    }
    const auto between = std::count_if(
        in.snapshot.revisions.cbegin(), in.snapshot.revisions.cend(), [to, stable](const Revision &revision) {
            return to->created < revision.created && revision.created < stable->created;
        });
    return between < in.facts.rollbackWindow;
}

/// Seconds for which the target's ReplicaSet is still kept up; 0: no promise.
qint64 fastPathSeconds(const RolloutPlanning &in)
{
    const QString deadline = annotation(in.documents.replicaSet, "scale-down-deadline");
    const QDateTime until = QDateTime::fromString(deadline, Qt::ISODate);
    return until.isValid() ? std::max<qint64>(0, in.now.secsTo(until)) : 0;
}

void appendRevisionConsequences(ActionPlan &plan, const RolloutPlanning &in, bool stepsSkipped)
{
    appendVersionChange(plan, in.snapshot, in.facts.currentHash, plan.targetHash);
    const qint64 seconds = fastPathSeconds(in);
    if (seconds > 0) {
        plan.consequences.append({MessageCode::FastPath, {QString::number(seconds)}});
    }
    if (plan.targetHash != in.facts.stableHash) {
        plan.consequences.append({MessageCode::NewRevision, {}});
        if (in.facts.hasSteps()) {
            const bool inside = withinRollbackWindow(in, plan.targetHash);
            const bool skipped = stepsSkipped || inside;
            if (in.facts.rollbackWindow > 0 && !stepsSkipped) {
                plan.consequences.append(
                    {inside ? MessageCode::InsideRollbackWindow : MessageCode::OutsideRollbackWindow,
                     {QString::number(in.facts.rollbackWindow)}});
            }
            plan.consequences.append({skipped ? MessageCode::StepsSkipped : MessageCode::StepsRunAgain,
                                      {QString::number(in.facts.steps)}});
        }
    }
    appendTemplateConsequences(plan, in.snapshot);
}

Result<ActionPlan> planToTarget(const RolloutPlanning &in)
{
    const auto target = resolveTarget(in.request, in.snapshot, in.facts);
    if (!target) {
        return tl::unexpected(target.error());
    }
    ActionPlan plan = newPlan(in.request, in.facts.resourceVersion);
    plan.targetHash = *target;
    plan.targetVersion = versionName(in.snapshot, *target);
    return plan;
}

/// Emergency order: traffic first (seconds), then the spec. Returns whether the step also lifts a manual
/// pause.
bool appendShiftStep(ActionPlan &plan, const RolloutPlanning &in)
{
    if (!in.facts.inProgress() || in.facts.aborted) {
        return false;
    }
    ActionStep shift{{MessageCode::StepShiftTraffic, {versionName(in.snapshot, in.facts.stableHash)}},
                     {abortCall(in.facts)},
                     {optional(verifies(VerifyKind::Aborted))},
                     ShiftBudget};
    const bool unpause = abortNeedsUnpause(in.facts);
    if (unpause) {
        shift.calls.append(mergePatch(in.facts.path(), {{"spec", {{"paused", false}}}}));
    }
    plan.steps.append(shift);
    appendAbortConsequences(plan, in);
    return unpause;
}

std::chrono::seconds expectedTime(const RolloutPlanning &in, const ActionPlan &plan)
{
    const Revision *target = in.snapshot.revision(plan.targetHash);
    const bool full = target && target->available >= in.facts.replicas;
    return std::chrono::seconds(full && !in.facts.dynamicStableScale ? 45 : 150);
}

} // namespace

QStringList RolloutReads::paths() const
{
    QStringList paths;
    for (const QString &path : {replicaSet, workload, analysisRun}) {
        if (!path.isEmpty()) {
            paths.append(path);
        }
    }
    return paths;
}

Result<RolloutReads> readsFor(const ActionRequest &request, const Release &snapshot, const Json &rollout)
{
    const RolloutFacts facts = readRollout(rollout);
    RolloutReads reads;
    if (request.kind == ActionKind::TerminateAnalysis) {
        if (request.analysisRun.isEmpty()) {
            return refusal(MessageCode::NoAnalysisRunning, QStringLiteral("no analysis run is named"));
        }
        reads.analysisRun = analysisRunPath(facts.namespaceName, request.analysisRun);
        return reads;
    }
    const bool undo = request.kind == ActionKind::Undo || request.kind == ActionKind::RollBack;
    if (!undo && request.kind != ActionKind::SetImage) {
        return reads;
    }
    const auto workload = workloadPath(facts, !undo);
    if (!workload && request.kind != ActionKind::RollBack) {
        return tl::unexpected(workload.error());
    }
    reads.workload = workload.value_or(QString());
    if (undo) {
        const auto target = resolveTarget(request, snapshot, facts);
        if (!target) {
            return tl::unexpected(target.error());
        }
        reads.targetHash = *target;
        const Revision *revision = snapshot.revision(*target);
        const bool named = revision && !revision->replicaSet.isEmpty();
        reads.replicaSet = appsPath(QStringLiteral("replicasets"), facts.namespaceName,
                                    named ? revision->replicaSet : facts.name + QLatin1Char('-') + *target);
    }
    return reads;
}

/// Where the template cannot be written, traffic can still be moved: the abort alone.
static ActionPlan shiftOnly(ActionPlan plan, const RolloutPlanning &in)
{
    appendShiftStep(plan, in);
    plan.steps.first().verifications.first().mandatory = true;
    plan.steps.first().budget = UndoBudget;
    appendVerifySteps(plan, {plan.targetHash, plan.targetVersion, true, false});
    plan.consequences.append({MessageCode::WorkloadRefUnsupported, {in.facts.workloadKind}});
    plan.consequences.append(
        {MessageCode::SpecStaysOnRejected, {versionName(in.snapshot, in.facts.currentHash)}});
    plan.expected = expectedTime(in, plan);
    plan.budget = TotalBudget;
    return plan;
}

Result<ActionPlan> planUndo(const RolloutPlanning &in)
{
    auto plan = planToTarget(in);
    if (!plan) {
        return plan;
    }
    const auto call = undoCall(in, plan->targetHash);
    if (!call) {
        return tl::unexpected(call.error());
    }
    plan->steps.append({{MessageCode::StepUndo, {plan->targetVersion}},
                        {*call},
                        {verifies(VerifyKind::SpecObserved, plan->targetHash)},
                        UndoBudget});
    plan->expected = std::chrono::seconds(5);
    plan->budget = UndoBudget;
    if (in.facts.paused) {
        plan->consequences.append({MessageCode::ManuallyPaused, {}});
    }
    appendRevisionConsequences(*plan, in, false);
    return plan;
}

/// Leaves the very moment the controller has seen the template, while it is still busy with it: it may miss
/// the request and pause. Then lifting the pause shows it the request as well.
static ActionStep promoteStep(const RolloutPlanning &in, const QString &target)
{
    const auto status = [&in](const Json &fields) {
        return mergePatch(in.facts.path() + QStringLiteral("/status"), {{"status", fields}});
    };
    return {{MessageCode::StepPromoteFully, {}},
            {status({{"promoteFull", true}})},
            {verifies(VerifyKind::Promoted, target)},
            PromoteBudget,
            {status({{"pauseConditions", nullptr}, {"promoteFull", true}})},
            PromoteReminder};
}

Result<ActionPlan> planRollBack(const RolloutPlanning &in)
{
    auto plan = planToTarget(in);
    if (!plan) {
        return plan;
    }
    const auto undo = undoCall(in, plan->targetHash);
    if (!undo) {
        const bool movable =
            in.facts.inProgress() && !in.facts.aborted && plan->targetHash == in.facts.stableHash;
        if (movable && !workloadPath(in.facts, false)) {
            return shiftOnly(*plan, in);
        }
        return tl::unexpected(undo.error());
    }
    const bool unpaused = appendShiftStep(*plan, in);
    const auto title = in.facts.inProgress() ? MessageCode::StepAlignSpec : MessageCode::StepUndo;
    ActionStep align{{title, {plan->targetVersion}},
                     {*undo},
                     {verifies(VerifyKind::SpecObserved, plan->targetHash)},
                     AlignBudget};
    if (in.facts.paused) {
        plan->consequences.append({MessageCode::UnpauseToo, {}});
        if (!unpaused) {
            align.calls.append(mergePatch(in.facts.path(), {{"spec", {{"paused", false}}}}));
        }
    }
    plan->steps.append(align);
    // Going to the stable version skips everything by itself; any other version would walk all steps again.
    const bool newRollout = plan->targetHash != in.facts.stableHash;
    const bool promote = newRollout && (in.facts.hasSteps() || in.facts.analysis || in.facts.blueGreen);
    if (promote) {
        plan->steps.append(promoteStep(in, plan->targetHash));
    }
    appendVerifySteps(*plan, {plan->targetHash, plan->targetVersion, true, newRollout});
    plan->expected = expectedTime(in, *plan);
    plan->budget = TotalBudget;
    appendRevisionConsequences(*plan, in, promote);
    return plan;
}

} // namespace signalbox::deployment
