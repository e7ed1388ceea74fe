// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/continuation.h"

#include "models/domain/operationrules.h"
#include "models/domain/verification.h"

#include <algorithm>

namespace signalbox
{

namespace
{

/// Actions whose own effect gives the release a hash that nobody knows before.
bool makesUnknownHash(const ActionRequest &request)
{
    return request.kind == ActionKind::SetImage ||
           (request.kind == ActionKind::Restart && request.release.kind == ReleaseKind::Deployment);
}

Error changedError(const QString &what, const QString &subject)
{
    return {ErrorCode::Changed, ErrorLayer::Rule, 0, QStringLiteral("ObjectChanged"), what, subject, {}};
}

const ActionStep *stepTitled(const QVector<ActionStep> &steps, MessageCode title)
{
    const auto found = std::find_if(steps.cbegin(), steps.cend(),
                                    [title](const ActionStep &step) { return step.title.code == title; });
    return found == steps.cend() ? nullptr : &*found;
}

bool isBestEffort(const ActionStep &step)
{
    return std::none_of(step.verifications.cbegin(), step.verifications.cend(),
                        [](const Verification &verification) { return verification.mandatory; });
}

/// What is left when nothing is to be sent: every step verifies only. A call whose step was a best effort has
/// nothing that could still be verified.
void verifyOnly(OperationStatus &status)
{
    for (qsizetype index = 0; index < status.plan.steps.size(); ++index) {
        ActionStep &step = status.plan.steps[index];
        StepProgress &progress = status.steps[index];
        const bool sent = !step.calls.isEmpty();
        step.calls.clear();
        if (sent && progress.phase == StepPhase::Effective) {
            continue;
        }
        progress = {};
        if (sent && isBestEffort(step)) {
            progress.phase = StepPhase::Skipped;
        }
    }
}

/// Steps that are over in front, in their order, then the rest: the operation walks through its steps once.
void putOpenStepsLast(OperationStatus &status)
{
    QVector<ActionStep> steps;
    QVector<StepProgress> progress;
    for (const bool open : {false, true}) {
        for (qsizetype index = 0; index < status.steps.size(); ++index) {
            if ((status.steps.at(index).phase == StepPhase::Pending) == open) {
                steps.append(status.plan.steps.at(index));
                progress.append(status.steps.at(index));
            }
        }
        if (!open) {
            status.currentStep = static_cast<int>(steps.size());
        }
    }
    status.plan.steps = steps;
    status.steps = progress;
}

} // namespace

std::optional<Error> whyNotContinue(const OperationStatus &recorded, const Release &now)
{
    const ActionRequest &request = recorded.plan.request;
    if (now.uid != request.uid) {
        return changedError(QStringLiteral("metadata.uid: %1 -> %2").arg(request.uid, now.uid), now.key.name);
    }
    const QString &before = recorded.plan.currentHash;
    const bool known = !before.isEmpty() && !now.currentHash.isEmpty() && !makesUnknownHash(request);
    if (known && now.currentHash != before && now.currentHash != recorded.plan.targetHash) {
        return changedError(QStringLiteral("status.currentPodHash: %1 -> %2").arg(before, now.currentHash),
                            now.key.name);
    }
    return std::nullopt;
}

bool hadItsEffect(const OperationStatus &recorded, const Release &now)
{
    VerificationInput input;
    input.release = &now;
    input.newEnough = true;
    input.answered = false; // nobody knows whether the call was answered
    const auto &steps = recorded.plan.steps;
    return !goesBack(recorded.plan.request.kind) && !steps.isEmpty() &&
           std::all_of(steps.cbegin(), steps.cend(), [&input](const ActionStep &step) {
               return std::all_of(step.verifications.cbegin(), step.verifications.cend(),
                                  [&input](const Verification &wanted) {
                                      return !wanted.mandatory || verify(wanted, input).holds;
                                  });
           });
}

bool meansAlreadyDone(ActionKind kind, const Error &refusal)
{
    if (refusal.layer != ErrorLayer::Rule || refusal.code != ErrorCode::Refused) {
        return false;
    }
    switch (kind) {
    case ActionKind::RollBack:
    case ActionKind::Undo:
    case ActionKind::SetImage:
        return refusal.reason == QLatin1String("TargetEqualsCurrent");
    case ActionKind::Abort:
        return refusal.reason == QLatin1String("AlreadyAborted");
    case ActionKind::Retry:
        return refusal.reason == QLatin1String("NotAborted");
    case ActionKind::Pause:
        return refusal.reason == QLatin1String("AlreadyPaused");
    case ActionKind::Resume:
        return refusal.reason == QLatin1String("NotPaused");
    case ActionKind::TerminateAnalysis:
        return refusal.reason == QLatin1String("NoAnalysisRunning");
    case ActionKind::Promote:
    case ActionKind::PromoteFully:
    case ActionKind::Restart:
        break;
    }
    return false;
}

OperationStatus continuedStatus(const OperationStatus &recorded, const std::optional<ActionPlan> &fresh)
{
    OperationStatus status = recorded;
    if (!fresh) {
        verifyOnly(status);
        putOpenStepsLast(status);
        return status;
    }
    status.plan = *fresh;
    status.plan.currentHash = recorded.plan.currentHash;
    if (!goesBack(recorded.plan.request.kind)) {
        status.plan.preconditions = recorded.plan.preconditions; // what the person agreed to
    }
    status.plan.steps.clear();
    status.steps.clear();
    for (qsizetype index = 0; index < recorded.plan.steps.size(); ++index) {
        ActionStep step = recorded.plan.steps.at(index);
        const bool over = recorded.steps.at(index).phase == StepPhase::Effective;
        if (over && !step.calls.isEmpty() && !stepTitled(fresh->steps, step.title.code)) {
            step.calls.clear();
            status.plan.steps.append(step);
            status.steps.append(recorded.steps.at(index));
        }
    }
    status.currentStep = static_cast<int>(status.steps.size());
    for (ActionStep step : fresh->steps) {
        if (const ActionStep *before = stepTitled(recorded.plan.steps, step.title.code)) {
            step.verifications = before->verifications;
        }
        status.plan.steps.append(step);
        status.steps.append(StepProgress());
    }
    return status;
}

} // namespace signalbox
