// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releasederivation.h"

#include "models/domain/deploymentphase.h"
#include "models/domain/gitopsowner.h"
#include "models/domain/revisionlist.h"
#include "models/domain/rolloutphase.h"
#include "models/domain/rolloutweights.h"

#include <algorithm>

namespace signalbox
{

namespace
{

QVector<AnalysisRunRow> newestRuns(const QVector<const AnalysisRunRow *> &runs)
{
    QVector<AnalysisRunRow> sorted;
    sorted.reserve(runs.size());
    for (const AnalysisRunRow *run : runs) {
        sorted.append(*run);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
        return left.meta.created != right.meta.created ? left.meta.created > right.meta.created
                                                       : left.meta.name < right.meta.name;
    });
    return sorted;
}

Release identityOf(const ClusterId &cluster, const ObjectMeta &meta, ReleaseKind kind)
{
    Release release;
    release.key = {cluster, meta.namespaceName, meta.name, kind};
    release.uid = meta.uid;
    release.resourceVersion = meta.resourceVersion;
    release.created = meta.created;
    release.gitOpsOwner = gitOpsOwner(meta);
    return release;
}

void takeFacts(Release &release, const ReleaseFacts &facts)
{
    release.revisions = revisionList(facts.replicaSets);
    release.analysisRuns = newestRuns(facts.analysisRuns);
    release.experiments = facts.experiments;
    release.horizontalPodAutoscaler = facts.hpa == nullptr ? QString() : facts.hpa->meta.name;
}

void takeSpec(Release &release, const RolloutRow &row)
{
    release.strategy = row.strategy;
    release.desiredReplicas = row.specReplicas;
    release.manuallyPaused = row.paused;
    release.workloadRefName = row.workloadRefName;
    release.workloadRefKind = row.workloadRefKind;
    release.steps = row.strategy == RolloutStrategy::Canary ? row.steps : QVector<StepRow>();
    release.activeService = row.stableService;
    release.previewService = row.canaryService;
    release.trafficRouter = row.trafficRouter;
}

void takeStatus(Release &release, const RolloutRow &row)
{
    release.currentHash = row.currentPodHash;
    release.stableHash = row.stableHash;
    release.readyReplicas = row.readyReplicas;
    release.availableReplicas = row.availableReplicas;
    release.updatedReplicas = row.updatedReplicas;
    release.aborted = row.abort;
    release.promotingFully = row.promoteFull;
    release.stepAnalysis = row.stepAnalysis.name;
    release.backgroundAnalysis = row.backgroundAnalysis.name;
    release.stepIndex = rolloutStepIndex(row);
    release.specNamesStable = !(release.aborted && release.inProgress());
}

void takeSelectors(Release &release, const RolloutRow &row, const ReleaseFacts &facts)
{
    const QString active = selectedHash(facts.services, row.stableService);
    const QString preview = selectedHash(facts.services, row.canaryService);
    release.activeSelectorHash = active.isEmpty() ? row.activeSelector : active;
    release.previewSelectorHash = preview.isEmpty() ? row.previewSelector : preview;
}

/// Hash of the version that served before the newest ReplicaSet, as long as it still has pods.
QString servingBefore(const Release &release)
{
    for (const auto &revision : release.revisions) {
        if (revision.hash != release.currentHash && revision.desired > 0) {
            return revision.hash;
        }
    }
    return release.currentHash;
}

void takeConditionWords(Release &release, const DeploymentRow &row)
{
    if (const ConditionRow *progressing = findCondition(row.conditions, QStringLiteral("Progressing"))) {
        release.backendPhase = progressing->reason;
        release.backendMessage = progressing->message;
    }
    const ConditionRow *failure = findCondition(row.conditions, QStringLiteral("ReplicaFailure"));
    if (failure != nullptr && failure->status == QStringLiteral("True")) {
        release.backendMessage = failure->message;
    }
}

void takeDeployment(Release &release, const DeploymentRow &row)
{
    release.strategy = RolloutStrategy::RollingUpdate;
    release.desiredReplicas = row.specReplicas;
    release.readyReplicas = row.readyReplicas;
    release.availableReplicas = row.availableReplicas;
    release.updatedReplicas = row.updatedReplicas;
    release.manuallyPaused = row.paused;
    release.pause.kind = row.paused ? PauseKind::Manual : PauseKind::None;
    release.specObserved = row.meta.generation <= row.observedGeneration;
    release.state = deploymentState(row);
    takeConditionWords(release, row);
}

} // namespace

Release deriveRollout(const ClusterId &cluster, const RolloutRow &row, const ReleaseFacts &facts)
{
    Release release = identityOf(cluster, row.meta, ReleaseKind::Rollout);
    takeFacts(release, facts);
    takeSpec(release, row);
    takeStatus(release, row);
    takeSelectors(release, row, facts);
    assignRoles(release.revisions, row.strategy,
                {row.stableHash, row.currentPodHash, row.activeSelector, row.previewSelector});
    release.fastPathUntil = keptUntil(release.revisions, release.currentHash, facts.now);

    const PhaseReading phase = rolloutPhase(row);
    release.backendPhase = phase.phase;
    release.backendMessage = phase.message;
    release.specObserved = phase.specObserved;
    release.pause = rolloutPause(row, release.stepIndex);
    release.state = rolloutState(row, {phase, release.pause, release.stable()});
    release.weights = rolloutWeights(row, release, facts);
    return release;
}

Release deriveDeployment(const ClusterId &cluster, const DeploymentRow &row, const ReleaseFacts &facts)
{
    Release release = identityOf(cluster, row.meta, ReleaseKind::Deployment);
    takeFacts(release, facts);
    takeDeployment(release, row);
    if (release.revisions.isEmpty()) {
        return release;
    }
    release.currentHash = release.revisions.first().hash;
    // Complete means the new version is the stable one, whatever a late ReplicaSet row still says.
    const bool complete = release.specObserved && deploymentPhase(row) == DeploymentPhase::Complete;
    release.stableHash = complete ? release.currentHash : servingBefore(release);
    assignRoles(release.revisions, release.strategy, {release.stableHash, release.currentHash, {}, {}});
    release.weights.reported = release.inProgress() ? podShare(release) : std::optional(100);
    return release;
}

} // namespace signalbox
