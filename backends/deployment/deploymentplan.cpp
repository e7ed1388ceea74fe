// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/deploymentplan.h"

#include "backends/deployment/calls.h"
#include "backends/deployment/planparts.h"
#include "backends/deployment/podtemplate.h"

namespace signalbox::deployment
{

namespace
{

constexpr auto HashLabel = "pod-template-hash";
constexpr auto RevisionKey = "deployment.kubernetes.io/revision";
const QString RevisionPointer = QStringLiteral("/metadata/annotations/deployment.kubernetes.io~1revision");
constexpr std::chrono::seconds ShortBudget{30};
constexpr std::chrono::seconds TotalBudget{300};

struct Planning {
    const ActionRequest &request;
    const Release &snapshot;
    const DeploymentDocuments &documents;
    const QDateTime &now;
    QString path;
    QString resourceVersion;
    bool paused = false;
    [[nodiscard]] ApiCall locked(const Json &body) const
    {
        return strategicPatch(path, guarded(body, resourceVersion));
    }
};

bool hasTarget(ActionKind kind)
{
    return kind == ActionKind::Undo || kind == ActionKind::RollBack;
}

/// "Previous" is the second-highest revision. The list on screen must be as new as the object: a revision it
/// does not know would make the choice wrong.
Result<QString> resolveTarget(const ActionRequest &request, const Release &snapshot, const Json &deployment)
{
    if (!request.targetHash.isEmpty()) {
        return request.targetHash;
    }
    const Revision *highest = nullptr;
    const Revision *second = nullptr;
    for (const Revision &revision : snapshot.revisions) {
        if (!highest || revision.number > highest->number) {
            second = highest;
            highest = &revision;
        } else if (!second || revision.number > second->number) {
            second = &revision;
        }
    }
    const QString now = annotation(deployment, RevisionKey);
    if (highest && !now.isEmpty() && QString::number(highest->number) != now) {
        return changed(QStringLiteral("metadata.annotations.deployment.kubernetes.io~1revision: %1 -> %2")
                           .arg(highest->number)
                           .arg(now),
                       request.release.name);
    }
    if (!second) {
        return refusal(MessageCode::NoRollbackTarget, QStringLiteral("there is no former revision"));
    }
    return second->hash;
}

ActionPlan oneStep(const Planning &in, Message title, const QVector<ApiCall> &calls,
                   const Verification &check)
{
    ActionPlan plan = newPlan(in.request, in.resourceVersion);
    plan.steps.append({std::move(title), calls, {check}, ShortBudget});
    plan.expected = std::chrono::seconds(5);
    plan.budget = ShortBudget;
    return plan;
}

Result<ActionPlan> planPause(const Planning &in)
{
    if (in.paused) {
        return refusal(MessageCode::AlreadyPaused, QStringLiteral("spec.paused is true already"));
    }
    return oneStep(in, {MessageCode::StepPause, {}}, {in.locked({{"spec", {{"paused", true}}}})},
                   verifies(VerifyKind::Paused));
}

Result<ActionPlan> planResume(const Planning &in)
{
    if (!in.paused) {
        return refusal(MessageCode::NotPaused, QStringLiteral("spec.paused is not set"));
    }
    return oneStep(in, {MessageCode::StepResume, {}}, {in.locked({{"spec", {{"paused", false}}}})},
                   verifies(VerifyKind::NotPaused, {}, 1));
}

Result<ActionPlan> planRestart(const Planning &in)
{
    if (in.paused) {
        return refusal(MessageCode::DeploymentPaused,
                       QStringLiteral("a paused Deployment does not restart its pods"));
    }
    const QString at = restartStamp(in.request, in.now);
    Json body;
    body["spec"]["template"]["metadata"]["annotations"]["kubectl.kubernetes.io/restartedAt"] = utf8(at);
    ActionPlan plan = oneStep(in, {MessageCode::StepRestart, {}}, {in.locked(body)},
                              verifies(VerifyKind::RestartDone, in.snapshot.currentHash));
    plan.request.restartAt = at;
    const auto deadline =
        numberAt(in.documents.deployment, {"spec", "progressDeadlineSeconds"}).value_or(600);
    plan.steps.first().budget = std::chrono::seconds(deadline);
    plan.budget = plan.steps.first().budget;
    plan.expected = std::chrono::seconds(60);
    plan.consequences.append({MessageCode::PodsRestart, {QString::number(in.snapshot.availableReplicas)}});
    plan.consequences.append({MessageCode::NewRevision, {}});
    return plan;
}

Result<ActionPlan> planSetImage(const Planning &in)
{
    const Json &pod = valueAt(in.documents.deployment, {"spec", "template", "spec"});
    for (const char *list : {"containers", "initContainers"}) {
        const Json &containers = valueAt(pod, {list});
        if (!containers.is_array()) {
            continue;
        }
        for (const Json &container : containers) {
            if (textAt(container, {"name"}) != in.request.container) {
                continue;
            }
            const QString former = textAt(container, {"image"});
            if (former == in.request.image) {
                return refusal(MessageCode::TargetEqualsCurrent,
                               QStringLiteral("the container runs this image already"));
            }
            Json change;
            change["name"] = utf8(in.request.container);
            change["image"] = utf8(in.request.image);
            Json body;
            body["spec"]["template"]["spec"][list] = Json::array({change});
            ActionPlan plan =
                oneStep(in, {MessageCode::StepSetImage, {in.request.container, in.request.image}},
                        {in.locked(body)}, verifies(VerifyKind::SpecObserved));
            plan.consequences.append({MessageCode::VersionChanges, {former, in.request.image}});
            plan.consequences.append({MessageCode::NewRevision, {}});
            appendTemplateConsequences(plan, in.snapshot);
            return plan;
        }
    }
    return refusal(MessageCode::ContainerUnknown, QStringLiteral("no such container in the pod template"),
                   in.request.container);
}

bool isProtected(const std::string &key)
{
    return key == "kubectl.kubernetes.io/last-applied-configuration" ||
           key == "deployment.kubernetes.io/revision" || key == "deployment.kubernetes.io/revision-history" ||
           key == "deployment.kubernetes.io/desired-replicas" ||
           key == "deployment.kubernetes.io/max-replicas" || key == "deprecated.deployment.rollback.to";
}

/// The target's annotations, with the Deployment's own values of the keys that belong to controllers.
Json restoredAnnotations(const Json &deployment, const Json &replicaSet)
{
    Json annotations = Json::object();
    const Json &former = valueAt(replicaSet, {"metadata", "annotations"});
    const Json &own = valueAt(deployment, {"metadata", "annotations"});
    for (const auto &[key, value] : former.items()) {
        if (!isProtected(key)) {
            annotations[key] = value;
        }
    }
    for (const auto &[key, value] : own.items()) {
        if (isProtected(key)) {
            annotations[key] = value;
        }
    }
    return annotations;
}

Result<ApiCall> undoCall(const Planning &in, const QString &target)
{
    const Json &deployment = in.documents.deployment;
    const Json &replicaSet = in.documents.replicaSet;
    const Json podTemplate = templateForUndo(replicaSet, HashLabel);
    if (controllerUid(replicaSet) != textAt(deployment, {"metadata", "uid"}) ||
        label(replicaSet, HashLabel) != target || !podTemplate.is_object()) {
        return refusal(MessageCode::TargetGone,
                       QStringLiteral("no ReplicaSet of this Deployment has this hash"), target);
    }
    Json operations = Json::array();
    operations.push_back(patchOperation("test", QStringLiteral("/metadata/uid"),
                                        utf8(textAt(deployment, {"metadata", "uid"}))));
    const QString revision = annotation(deployment, RevisionKey);
    if (!revision.isEmpty()) {
        operations.push_back(patchOperation("test", RevisionPointer, utf8(revision)));
    }
    operations.push_back(patchOperation("replace", QStringLiteral("/spec/template"), podTemplate));
    const bool annotated = valueAt(deployment, {"metadata", "annotations"}).is_object();
    operations.push_back(patchOperation(annotated ? "replace" : "add",
                                        QStringLiteral("/metadata/annotations"),
                                        restoredAnnotations(deployment, replicaSet)));
    ApiCall call = jsonPatch(in.path, operations);
    if (isAlreadyTrue(jsonPatch(in.path, Json::array({operations.at(operations.size() - 2)})), deployment)) {
        return refusal(MessageCode::TargetEqualsCurrent,
                       QStringLiteral("the template is this revision's already"));
    }
    return call;
}

Result<ActionPlan> planToTarget(const Planning &in)
{
    const auto target = resolveTarget(in.request, in.snapshot, in.documents.deployment);
    if (!target) {
        return tl::unexpected(target.error());
    }
    const auto undo = undoCall(in, *target);
    if (!undo) {
        return tl::unexpected(undo.error());
    }
    ActionPlan plan = newPlan(in.request, in.resourceVersion);
    plan.targetHash = *target;
    plan.targetVersion = versionName(in.snapshot, *target);
    plan.steps.append({{MessageCode::StepUndo, {plan.targetVersion}},
                       {*undo},
                       {verifies(VerifyKind::SpecObserved, *target)},
                       ShortBudget});
    appendVersionChange(plan, in.snapshot, in.snapshot.currentHash, *target);
    plan.consequences.append({MessageCode::NewRevision, {}});
    appendTemplateConsequences(plan, in.snapshot);
    plan.expected = std::chrono::seconds(5);
    plan.budget = ShortBudget;
    return plan;
}

Result<ActionPlan> planUndo(const Planning &in)
{
    if (in.paused) {
        return refusal(MessageCode::DeploymentPaused, QStringLiteral("resume the Deployment first"));
    }
    return planToTarget(in);
}

Result<ActionPlan> planRollBack(const Planning &in)
{
    auto plan = planToTarget(in);
    if (!plan) {
        return plan;
    }
    if (in.paused) { // template first, so that lifting the pause rolls out nothing else
        plan->steps.first().calls.append(strategicPatch(in.path, {{"spec", {{"paused", false}}}}));
        plan->consequences.append({MessageCode::UnpauseToo, {}});
    }
    // Pods are the traffic split of a Deployment: once the old ones are gone, so is their share.
    const auto ready = plan->steps.size();
    appendVerifySteps(*plan, {plan->targetHash, plan->targetVersion, false, true});
    plan->steps[ready].verifications.append(verifies(VerifyKind::StateHealthy));
    plan->expected = std::chrono::seconds(90);
    plan->budget = TotalBudget;
    return plan;
}

Result<ActionPlan> dispatch(const Planning &in)
{
    switch (in.request.kind) {
    case ActionKind::Pause:
        return planPause(in);
    case ActionKind::Resume:
        return planResume(in);
    case ActionKind::Restart:
        return planRestart(in);
    case ActionKind::SetImage:
        return planSetImage(in);
    case ActionKind::Undo:
        return planUndo(in);
    case ActionKind::RollBack:
        return planRollBack(in);
    case ActionKind::Promote:
    case ActionKind::PromoteFully:
    case ActionKind::Abort:
    case ActionKind::Retry:
    case ActionKind::TerminateAnalysis:
        break;
    }
    return refusal(MessageCode::NoStrategySteps, QStringLiteral("a plain Deployment has no steps"));
}

} // namespace

Result<DeploymentReads> readsForDeployment(const ActionRequest &request, const Release &snapshot,
                                           const Json &deployment)
{
    DeploymentReads reads;
    if (!hasTarget(request.kind)) {
        return reads;
    }
    const auto target = resolveTarget(request, snapshot, deployment);
    if (!target) {
        return tl::unexpected(target.error());
    }
    reads.targetHash = *target;
    const Revision *revision = snapshot.revision(*target);
    const QString name = revision && !revision->replicaSet.isEmpty()
                             ? revision->replicaSet
                             : request.release.name + QLatin1Char('-') + *target;
    reads.replicaSet = appsPath(QStringLiteral("replicasets"), request.release.namespaceName, name);
    return reads;
}

QStringList deploymentPreconditions(ActionKind kind, const Json &deployment)
{
    QStringList relied{QStringLiteral("metadata.uid=") + textAt(deployment, {"metadata", "uid"})};
    if (kind == ActionKind::Undo || kind == ActionKind::SetImage || kind == ActionKind::Restart) {
        const bool paused = flagAt(deployment, {"spec", "paused"});
        relied << QStringLiteral("spec.template=") + digestOf(valueAt(deployment, {"spec", "template"}))
               << QStringLiteral("spec.paused=") +
                      (paused ? QStringLiteral("true") : QStringLiteral("false"));
    }
    return relied;
}

Result<ActionPlan> planDeployment(const ActionRequest &request, const Release &snapshot,
                                  const DeploymentDocuments &documents, const QDateTime &now)
{
    const Json &deployment = documents.deployment;
    const QString uid = textAt(deployment, {"metadata", "uid"});
    if (uid.isEmpty() || (!request.uid.isEmpty() && uid != request.uid)) {
        return changed(QStringLiteral("metadata.uid: ") + request.uid + QStringLiteral(" -> ") + uid,
                       request.release.name);
    }
    const QString path =
        appsPath(QStringLiteral("deployments"), request.release.namespaceName, request.release.name);
    auto plan = dispatch({request, snapshot, documents, now, path,
                          textAt(deployment, {"metadata", "resourceVersion"}),
                          flagAt(deployment, {"spec", "paused"})});
    if (plan) {
        plan->preconditions = deploymentPreconditions(request.kind, deployment);
    }
    return plan;
}

} // namespace signalbox::deployment
