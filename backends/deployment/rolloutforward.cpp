// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Promote, promote fully, abort, set image: the moves within one revision.

#include "backends/deployment/calls.h"
#include "backends/deployment/planparts.h"
#include "backends/deployment/rolloutplan.h"

#include <algorithm>

namespace signalbox::deployment
{

namespace
{

constexpr std::chrono::seconds MoveBudget{60};
constexpr std::chrono::seconds AbortBudget{30};

QString statusPath(const RolloutFacts &facts)
{
    return facts.path() + QStringLiteral("/status");
}

/// The status part of a promotion; null if the state has none.
Json promotionStatus(const RolloutFacts &facts)
{
    const bool waiting = !facts.pauseReasons.isEmpty();
    const int next = std::min(facts.stepIndex + 1, facts.steps);
    if (facts.hasSteps() && facts.inconclusive && waiting && facts.controllerPause) {
        return {{"pauseConditions", nullptr}, {"controllerPause", false}, {"currentStepIndex", next}};
    }
    if (waiting) {
        return {{"pauseConditions", nullptr}};
    }
    if (facts.hasSteps() && facts.stepIndex < facts.steps) {
        return {{"pauseConditions", nullptr}, {"currentStepIndex", next}};
    }
    return {};
}

ApiCall unpauseCall(const RolloutFacts &facts)
{
    return mergePatch(facts.path(), guarded({{"spec", {{"paused", false}}}}, facts.resourceVersion));
}

Verification promotionCheck(const RolloutFacts &facts, bool hasStatus)
{
    if (facts.hasSteps() && hasStatus) {
        return verifies(VerifyKind::StepAdvanced, {}, facts.stepIndex);
    }
    return verifies(VerifyKind::NotPaused, {}, hasStatus ? 0 : 1);
}

void appendPromoteConsequences(ActionPlan &plan, const RolloutPlanning &in)
{
    const RolloutFacts &facts = in.facts;
    const int next = facts.stepIndex + 1;
    if (facts.hasSteps() && next < facts.steps) {
        const QString detail =
            next < in.snapshot.steps.size() ? in.snapshot.steps.at(next).detail : QString();
        plan.consequences.append(
            {MessageCode::NextStep, {QString::number(next + 1), QString::number(facts.steps), detail}});
    } else if (facts.hasSteps()) { // past the last step
        plan.consequences.append({MessageCode::TrafficMoves,
                                  {QString::number(in.snapshot.weights.reported.value_or(0)),
                                   QStringLiteral("100"), versionName(in.snapshot, facts.currentHash)}});
    } else if (facts.blueGreen) {
        plan.consequences.append(
            {MessageCode::TrafficMoves,
             {QStringLiteral("0"), QStringLiteral("100"), versionName(in.snapshot, facts.currentHash)}});
    }
    if (facts.paused) {
        plan.consequences.append({MessageCode::UnpauseToo, {}});
    }
}

/// Index of the container with this name in a list of the pod template; none: not there.
std::optional<std::size_t> containerIndex(const Json &list, const QString &name)
{
    if (!list.is_array()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (textAt(list.at(i), {"name"}) == name) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

Result<ActionPlan> planPromote(const RolloutPlanning &in)
{
    const RolloutFacts &facts = in.facts;
    if (facts.aborted) {
        return refusal(MessageCode::AlreadyAborted,
                       QStringLiteral("promotion of an aborted release does nothing"));
    }
    if (!facts.inProgress() && !facts.paused && facts.pauseReasons.isEmpty()) {
        return refusal(MessageCode::NothingToPromote, QStringLiteral("currentPodHash equals stableRS"));
    }
    ActionPlan plan = newPlan(in.request, facts.resourceVersion);
    ActionStep step;
    step.title = {MessageCode::StepPromote, {}};
    const Json status = facts.inProgress() || !facts.pauseReasons.isEmpty() ? promotionStatus(facts) : Json();
    if (status.is_object()) {
        step.calls.append(
            mergePatch(statusPath(facts), guarded({{"status", status}}, facts.resourceVersion)));
    }
    if (facts.paused) {
        step.calls.append(unpauseCall(facts));
    }
    if (step.calls.isEmpty()) {
        return refusal(MessageCode::NothingToPromote, QStringLiteral("no pause and no step to move past"));
    }
    step.verifications = {promotionCheck(facts, status.is_object())};
    step.budget = MoveBudget;
    plan.steps.append(step);
    plan.expected = std::chrono::seconds(5);
    plan.budget = MoveBudget;
    appendPromoteConsequences(plan, in);
    return plan;
}

Result<ActionPlan> planPromoteFully(const RolloutPlanning &in)
{
    const RolloutFacts &facts = in.facts;
    if (facts.aborted) {
        return refusal(MessageCode::AlreadyAborted,
                       QStringLiteral("promotion of an aborted release does nothing"));
    }
    ActionPlan plan = newPlan(in.request, facts.resourceVersion);
    ActionStep step;
    step.title = {MessageCode::StepPromoteFully, {}};
    if (facts.inProgress()) {
        step.calls.append(mergePatch(statusPath(facts),
                                     guarded({{"status", {{"promoteFull", true}}}}, facts.resourceVersion)));
    }
    if (facts.paused) {
        step.calls.append(unpauseCall(facts));
        plan.consequences.append({MessageCode::UnpauseToo, {}});
    }
    if (step.calls.isEmpty()) {
        return refusal(MessageCode::NothingToPromote, QStringLiteral("currentPodHash equals stableRS"));
    }
    step.verifications = {verifies(VerifyKind::StateHealthy)};
    step.budget = std::chrono::seconds(facts.progressDeadline);
    plan.budget = step.budget;
    plan.expected = std::chrono::seconds(60);
    plan.steps.append(step);
    if (facts.hasSteps() && facts.stepIndex < facts.steps) {
        plan.consequences.append(
            {MessageCode::StepsSkipped, {QString::number(facts.steps - facts.stepIndex)}});
    }
    plan.consequences.append({MessageCode::TrafficMoves,
                              {QString::number(in.snapshot.weights.reported.value_or(0)),
                               QStringLiteral("100"), versionName(in.snapshot, facts.currentHash)}});
    return plan;
}

ApiCall abortCall(const RolloutFacts &facts)
{
    // A controller that finds a full promotion requested takes the abort back by itself.
    return mergePatch(statusPath(facts), {{"status", {{"abort", true}, {"promoteFull", nullptr}}}});
}

bool abortNeedsUnpause(const RolloutFacts &facts)
{
    return facts.paused && (facts.blueGreen || !facts.trafficRouting);
}

void appendAbortConsequences(ActionPlan &plan, const RolloutPlanning &in)
{
    const RolloutFacts &facts = in.facts;
    const int share = in.snapshot.weights.reported.value_or(in.snapshot.weights.set.value_or(0));
    plan.consequences.append(
        {MessageCode::TrafficMoves,
         {QString::number(100 - share), QStringLiteral("100"), versionName(in.snapshot, facts.stableHash)}});
    const Revision *stable = in.snapshot.revision(facts.stableHash);
    if (stable && stable->available < facts.replicas) {
        plan.consequences.append({MessageCode::StableCapacity,
                                  {QString::number(stable->available), QString::number(facts.replicas)}});
    }
    if (facts.dynamicStableScale) {
        plan.consequences.append({MessageCode::DynamicStableSlow, {}});
    }
}

Result<ActionPlan> planAbort(const RolloutPlanning &in)
{
    const RolloutFacts &facts = in.facts;
    if (facts.aborted) {
        return refusal(MessageCode::AlreadyAborted, QStringLiteral("status.abort is set already"));
    }
    if (!facts.inProgress()) {
        return refusal(MessageCode::NothingToPromote, QStringLiteral("no release is in progress"));
    }
    ActionPlan plan = newPlan(in.request, facts.resourceVersion);
    plan.targetHash = facts.stableHash;
    plan.targetVersion = versionName(in.snapshot, facts.stableHash);
    ActionStep step{
        {MessageCode::StepAbort, {}}, {abortCall(facts)}, {verifies(VerifyKind::Aborted)}, AbortBudget};
    if (abortNeedsUnpause(facts)) {
        step.calls.append(mergePatch(facts.path(), {{"spec", {{"paused", false}}}}));
        plan.consequences.append({MessageCode::UnpauseToo, {}});
    }
    plan.steps.append(step);
    if (!facts.stableHash.isEmpty()) {
        plan.steps.append({{MessageCode::StepVerifyTraffic, {plan.targetVersion}},
                           {},
                           {verifies(VerifyKind::TrafficShare, facts.stableHash, 99)},
                           AbortBudget});
    }
    plan.expected = std::chrono::seconds(facts.dynamicStableScale ? 120 : 30);
    plan.budget = std::chrono::seconds(60);
    appendAbortConsequences(plan, in);
    plan.consequences.append(
        {MessageCode::SpecStaysOnRejected, {versionName(in.snapshot, facts.currentHash)}});
    return plan;
}

Result<ActionPlan> planSetImage(const RolloutPlanning &in)
{
    const bool referenced = !in.facts.workloadKind.isEmpty();
    const Json &object = referenced ? in.documents.workload : in.documents.rollout;
    const Json &pod = valueAt(object, {"spec", "template", "spec"});
    for (const char *list : {"containers", "initContainers"}) {
        const auto index = containerIndex(valueAt(pod, {list}), in.request.container);
        if (!index) {
            continue;
        }
        const QString base =
            QStringLiteral("/spec/template/spec/%1/%2/").arg(QLatin1String(list)).arg(*index);
        const QString former = textAt(valueAt(pod, {list}).at(*index), {"image"});
        if (former == in.request.image) {
            return refusal(MessageCode::TargetEqualsCurrent,
                           QStringLiteral("the container runs this image already"));
        }
        Json operations = Json::array();
        operations.push_back(patchOperation("test", QStringLiteral("/metadata/uid"),
                                            utf8(textAt(object, {"metadata", "uid"}))));
        operations.push_back(
            patchOperation("test", base + QStringLiteral("name"), utf8(in.request.container)));
        operations.push_back(patchOperation("test", base + QStringLiteral("image"), utf8(former)));
        operations.push_back(
            patchOperation("replace", base + QStringLiteral("image"), utf8(in.request.image)));
        const QString path = referenced ? appsPath(QStringLiteral("deployments"), in.facts.namespaceName,
                                                   in.facts.workloadName)
                                        : in.facts.path();
        ActionPlan plan = newPlan(in.request, in.facts.resourceVersion);
        plan.steps.append({{MessageCode::StepSetImage, {in.request.container, in.request.image}},
                           {jsonPatch(path, operations)},
                           {verifies(VerifyKind::SpecObserved)},
                           AbortBudget});
        plan.expected = std::chrono::seconds(5);
        plan.budget = AbortBudget;
        plan.consequences.append({MessageCode::VersionChanges, {former, in.request.image}});
        plan.consequences.append({MessageCode::NewRevision, {}});
        if (in.facts.hasSteps()) {
            plan.consequences.append({MessageCode::StepsRunAgain, {QString::number(in.facts.steps)}});
        }
        if (!in.snapshot.gitOpsOwner.isEmpty()) {
            plan.consequences.append({MessageCode::GitOpsWillRevert, {in.snapshot.gitOpsOwner}});
        }
        return plan;
    }
    return refusal(MessageCode::ContainerUnknown, QStringLiteral("no such container in the pod template"),
                   in.request.container);
}

} // namespace signalbox::deployment
