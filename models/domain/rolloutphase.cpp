// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/rolloutphase.h"

#include <algorithm>

namespace signalbox
{

namespace
{

const QString progressing = QStringLiteral("Progressing");
const QString paused = QStringLiteral("Paused");
const QString degraded = QStringLiteral("Degraded");
const QString healthy = QStringLiteral("Healthy");

/// Controllers before 1.0 wrote a hash into observedGeneration; only numbers can be compared.
bool generationObserved(const RolloutRow &row)
{
    bool numeric = false;
    const qint64 observed = row.observedGeneration.toLongLong(&numeric);
    return !numeric || observed >= row.meta.generation;
}

bool workloadObserved(const RolloutRow &row)
{
    if (row.workloadRefName.isEmpty()) {
        return true;
    }
    const QString wanted =
        row.meta.annotations.value(QStringLiteral("rollout.argoproj.io/workload-generation"));
    return wanted.isEmpty() || wanted == row.workloadObservedGeneration;
}

bool hasReason(const RolloutRow &row, const QString &type, const QString &reason)
{
    const ConditionRow *condition = findCondition(row.conditions, type);
    return condition != nullptr && condition->reason == reason;
}

bool specInvalid(const RolloutRow &row)
{
    const ConditionRow *condition = findCondition(row.conditions, QStringLiteral("InvalidSpec"));
    return condition != nullptr && condition->status != QStringLiteral("False");
}

PhaseReading fallbackStrategy(const RolloutRow &row)
{
    if (row.strategy == RolloutStrategy::BlueGreen) {
        if (row.activeSelector != row.currentPodHash) {
            return {progressing, QStringLiteral("active service cutover pending"), true};
        }
    } else if (!row.hasTrafficRouting && row.replicas > row.updatedReplicas) {
        return {progressing, QStringLiteral("old replicas are pending termination"), true};
    }
    if (row.stableHash != row.currentPodHash) {
        return {progressing, QStringLiteral("the wanted version is not stable yet"), true};
    }
    return {healthy, {}, true};
}

/// For controllers that do not write status.phase.
PhaseReading fallbackPhase(const RolloutRow &row)
{
    if (specInvalid(row)) {
        return {degraded, findCondition(row.conditions, QStringLiteral("InvalidSpec"))->message, true};
    }
    for (const auto *reason : {"RolloutAborted", "ProgressDeadlineExceeded"}) {
        if (hasReason(row, progressing, QLatin1String(reason))) {
            return {degraded, findCondition(row.conditions, progressing)->message, true};
        }
    }
    if (row.paused) {
        return {paused, QStringLiteral("manually paused"), true};
    }
    if (!row.pauseConditions.isEmpty()) {
        return {paused, row.pauseConditions.first().reason, true};
    }
    if (row.restartAt != row.restartedAt) {
        return {progressing, QStringLiteral("pods restart"), true};
    }
    if (row.updatedReplicas < row.specReplicas) {
        return {progressing, QStringLiteral("more replicas need to be updated"), true};
    }
    if (row.availableReplicas < row.updatedReplicas) {
        return {progressing, QStringLiteral("updated replicas are still becoming available"), true};
    }
    return fallbackStrategy(row);
}

bool isInconclusive(const QString &reason)
{
    return reason == QStringLiteral("InconclusiveAnalysisRun") ||
           reason == QStringLiteral("InconclusiveExperiment");
}

Pause stepPause(const RolloutRow &row, const PauseConditionRow &condition, std::optional<int> stepIndex)
{
    Pause pause{PauseKind::Step, condition.reason, condition.start, {}};
    if (!stepIndex || *stepIndex >= row.steps.size() || !condition.start.isValid()) {
        return pause;
    }
    const auto &step = row.steps.at(*stepIndex);
    if (step.kind == StepKind::Pause && step.duration) {
        pause.until = condition.start.addSecs(step.duration->count());
    }
    return pause;
}

Pause blueGreenPause(const RolloutRow &row, const PauseConditionRow &condition)
{
    Pause pause{PauseKind::BlueGreen, condition.reason, condition.start, {}};
    if (row.autoPromotion && row.autoPromotion->count() > 0 && condition.start.isValid()) {
        pause.until = condition.start.addSecs(row.autoPromotion->count());
    }
    return pause;
}

Pause controllerPause(const RolloutRow &row, std::optional<int> stepIndex)
{
    const auto inconclusive =
        std::find_if(row.pauseConditions.cbegin(), row.pauseConditions.cend(),
                     [](const auto &condition) { return isInconclusive(condition.reason); });
    if (inconclusive != row.pauseConditions.cend()) {
        return {PauseKind::Inconclusive, inconclusive->reason, inconclusive->start, {}};
    }
    const auto &condition = row.pauseConditions.first();
    if (condition.reason == QStringLiteral("CanaryPauseStep")) {
        return stepPause(row, condition, stepIndex);
    }
    if (condition.reason == QStringLiteral("BlueGreenPause")) {
        return blueGreenPause(row, condition);
    }
    return {PauseKind::Other, condition.reason, condition.start, {}};
}

ReleaseState pausedState(const RolloutRow &row, const Pause &pause)
{
    if (pause.kind == PauseKind::Inconclusive) {
        return ReleaseState::Undecided;
    }
    const bool ends = pause.until.isValid() && !row.paused;
    return ends ? ReleaseState::WaitingForTime : ReleaseState::WaitingForPerson;
}

ReleaseState degradedState(const RolloutRow &row, const Revision *stable)
{
    const bool aborted = row.abort || hasReason(row, progressing, QStringLiteral("RolloutAborted"));
    if (!aborted || specInvalid(row)) {
        return ReleaseState::Broken;
    }
    // "Serving stable" is only said while stable has anything to serve with.
    const bool stableDown =
        stable != nullptr && row.specReplicas > 0 && stable->desired > 0 && stable->available == 0;
    return stableDown ? ReleaseState::Broken : ReleaseState::RolledBack;
}

} // namespace

const ConditionRow *findCondition(const QVector<ConditionRow> &conditions, const QString &type)
{
    const auto found = std::find_if(conditions.cbegin(), conditions.cend(),
                                    [&type](const auto &condition) { return condition.type == type; });
    return found == conditions.cend() ? nullptr : &*found;
}

PhaseReading rolloutPhase(const RolloutRow &row)
{
    if (!row.hasStatus) {
        return {{}, {}, false};
    }
    if (!generationObserved(row)) {
        return {progressing, QStringLiteral("waiting for rollout spec update to be observed"), false};
    }
    if (row.controllerPause && row.pauseConditions.isEmpty()) {
        return {progressing, QStringLiteral("waiting for rollout to unpause"), true};
    }
    if (!workloadObserved(row)) {
        return {progressing, QStringLiteral("waiting for workload spec update to be observed"), false};
    }
    if (!row.phase.isEmpty()) {
        return {row.phase, row.message, true};
    }
    return fallbackPhase(row);
}

Pause rolloutPause(const RolloutRow &row, std::optional<int> stepIndex)
{
    if (row.pauseConditions.isEmpty()) {
        return row.paused ? Pause{PauseKind::Manual, {}, {}, {}} : Pause{};
    }
    Pause pause = controllerPause(row, stepIndex);
    if (row.paused) {
        pause.until = {}; // nothing advances by itself while the spec says paused
    }
    return pause;
}

std::optional<int> rolloutStepIndex(const RolloutRow &row)
{
    if (row.strategy != RolloutStrategy::Canary || row.steps.isEmpty()) {
        return std::nullopt;
    }
    const int count = static_cast<int>(row.steps.size());
    if (row.currentStepIndex) {
        return std::clamp(*row.currentStepIndex, 0, count);
    }
    const bool done = !row.currentPodHash.isEmpty() && row.currentPodHash == row.stableHash;
    return done ? count : 0;
}

ReleaseState rolloutState(const RolloutRow &row, const RolloutSituation &situation)
{
    const QString &phase = situation.phase.phase;
    if (phase == healthy) {
        return ReleaseState::Healthy;
    }
    if (phase == progressing) {
        return ReleaseState::Advancing;
    }
    if (phase == paused) {
        return pausedState(row, situation.pause);
    }
    if (phase == degraded) {
        return degradedState(row, situation.stable);
    }
    return ReleaseState::Unknown;
}

} // namespace signalbox
