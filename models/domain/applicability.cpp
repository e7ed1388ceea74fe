// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/applicability.h"

#include "models/domain/policy.h"

#include <algorithm>

namespace signalbox
{

namespace
{

using Reasons = QVector<Message>;

bool isRollout(const Release &release)
{
    return release.key.kind == ReleaseKind::Rollout;
}

bool isStepped(const Release &release)
{
    return release.strategy == RolloutStrategy::Canary || release.strategy == RolloutStrategy::BlueGreen;
}

bool templateUnreachable(const Release &release)
{
    return !release.workloadRefName.isEmpty() && !release.workloadRefKind.isEmpty() &&
           release.workloadRefKind != QStringLiteral("Deployment");
}

/// What keeps any move of a version under way from making sense.
Reasons notUnderWay(const Release &release)
{
    if (!isRollout(release) || !isStepped(release)) {
        return {{MessageCode::NoStrategySteps, {}}};
    }
    if (!release.specObserved) {
        return {{MessageCode::SpecNotObserved, {}}};
    }
    if (release.aborted) {
        return {{MessageCode::AlreadyAborted, {}}};
    }
    if (!release.inProgress()) {
        return {{MessageCode::NothingToPromote, {}}};
    }
    return {};
}

/// Forward moves only make sense in a phase the console understands and that is not a failure.
Reasons phaseForbids(const Release &release)
{
    if (release.state == ReleaseState::Unknown || release.state == ReleaseState::Broken ||
        release.state == ReleaseState::RolledBack) {
        return {{MessageCode::PhaseForbids, {release.backendPhase}}};
    }
    return {};
}

bool hasNextStep(const Release &release)
{
    if (release.pause.kind != PauseKind::None) {
        return true;
    }
    return release.stepIndex && *release.stepIndex < release.steps.size();
}

Reasons forPromote(const Release &release)
{
    Reasons reasons = notUnderWay(release);
    if (!reasons.isEmpty()) {
        return reasons;
    }
    reasons = phaseForbids(release);
    if (release.promotingFully) {
        reasons.append({MessageCode::NothingToPromote, {}});
    } else if (!hasNextStep(release)) {
        const bool stepless = release.strategy == RolloutStrategy::Canary && release.steps.isEmpty();
        reasons.append({stepless ? MessageCode::NoStrategySteps : MessageCode::NothingToPromote, {}});
    }
    return reasons;
}

Reasons forPromoteFully(const Release &release)
{
    Reasons reasons = notUnderWay(release);
    if (!reasons.isEmpty()) {
        return reasons;
    }
    reasons = phaseForbids(release);
    if (release.promotingFully) {
        reasons.append({MessageCode::NothingToPromote, {}});
    }
    return reasons;
}

Reasons forRetry(const Release &release)
{
    if (!isRollout(release) || !isStepped(release)) {
        return {{MessageCode::NoStrategySteps, {}}};
    }
    if (!release.specObserved) {
        return {{MessageCode::SpecNotObserved, {}}};
    }
    return release.aborted ? Reasons{} : Reasons{{MessageCode::NotAborted, {}}};
}

Reasons forTemplateChange(const Release &release)
{
    return templateUnreachable(release)
               ? Reasons{{MessageCode::WorkloadRefUnsupported, {release.workloadRefKind}}}
               : Reasons{};
}

Reasons forUndo(const Release &release)
{
    Reasons reasons = forTemplateChange(release);
    if (!isRollout(release) && release.manuallyPaused) {
        reasons.append({MessageCode::DeploymentPaused, {}});
    }
    const bool hasOther =
        std::any_of(release.revisions.cbegin(), release.revisions.cend(), [&](const auto &each) {
            return !each.hash.isEmpty() && each.hash != release.currentHash;
        });
    if (!hasOther) {
        reasons.append({MessageCode::NoRollbackTarget, {}});
    }
    return reasons;
}

Reasons forRollBack(const Release &release)
{
    if (rollbackTarget(release) == nullptr) {
        return {{MessageCode::NoRollbackTarget, {}}};
    }
    // Traffic can still be moved by an abort where the template cannot be written.
    const bool canAbort = isRollout(release) && release.inProgress() && !release.aborted;
    return canAbort ? Reasons{} : forTemplateChange(release);
}

Reasons forRestart(const Release &release)
{
    // kubectl refuses it too: the new template would wait until somebody resumes.
    return !isRollout(release) && release.manuallyPaused ? Reasons{{MessageCode::DeploymentPaused, {}}}
                                                         : Reasons{};
}

Reasons forTermination(const Release &release)
{
    const bool running =
        std::any_of(release.analysisRuns.cbegin(), release.analysisRuns.cend(), [](const auto &run) {
            return !run.terminate &&
                   (run.phase == QStringLiteral("Running") || run.phase == QStringLiteral("Pending"));
        });
    return running ? Reasons{} : Reasons{{MessageCode::NoAnalysisRunning, {}}};
}

} // namespace

QVector<Message> notApplicable(ActionKind kind, const Release &release)
{
    switch (kind) {
    case ActionKind::Promote:
        return forPromote(release);
    case ActionKind::PromoteFully:
        return forPromoteFully(release);
    case ActionKind::Pause:
        return release.manuallyPaused ? Reasons{{MessageCode::AlreadyPaused, {}}} : Reasons{};
    case ActionKind::Resume:
        return release.manuallyPaused ? Reasons{} : Reasons{{MessageCode::NotPaused, {}}};
    case ActionKind::Abort:
        return notUnderWay(release);
    case ActionKind::Retry:
        return forRetry(release);
    case ActionKind::Undo:
        return forUndo(release);
    case ActionKind::RollBack:
        return forRollBack(release);
    case ActionKind::Restart:
        return forRestart(release);
    case ActionKind::SetImage:
        return forTemplateChange(release);
    case ActionKind::TerminateAnalysis:
        return forTermination(release);
    }
    return {};
}

} // namespace signalbox
