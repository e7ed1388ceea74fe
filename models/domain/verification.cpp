// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/verification.h"

#include <algorithm>

namespace signalbox
{

namespace
{

QString fixed(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    return text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text;
}

Finding unavailable(const QString &why, const QString &detail = {})
{
    Finding finding;
    finding.unavailable = true;
    finding.observations = {{MessageCode::MeasurementUnavailable,
                             detail.isEmpty() ? QStringList{why} : QStringList{why, detail}}};
    return finding;
}

bool isReady(const Release &release, const QString &hash)
{
    const Revision *revision = release.revision(hash);
    return revision && revision->available >= release.desiredReplicas;
}

/// Share of a revision by the controller's and the route's own account; none if they say nothing.
std::optional<int> reportedShare(const Release &release, const QString &hash)
{
    if (release.key.kind == ReleaseKind::Deployment) {
        const Revision *revision = release.revision(hash);
        const int all = std::max(release.availableReplicas, 1);
        return revision ? std::optional(revision->available * 100 / all) : std::nullopt;
    }
    if (release.strategy == RolloutStrategy::BlueGreen) {
        return release.activeSelectorHash.isEmpty()
                   ? std::nullopt
                   : std::optional(release.activeSelectorHash == hash ? 100 : 0);
    }
    if (!release.inProgress()) {
        return hash == release.stableHash ? 100 : 0;
    }
    const auto canary = release.weights.routed ? release.weights.routed : release.weights.reported;
    if (!canary) {
        return std::nullopt;
    }
    return hash == release.currentHash ? *canary : hash == release.stableHash ? 100 - *canary : 0;
}

Message shareMessage(double share, int goal)
{
    return {MessageCode::ObservedTrafficShare, {fixed(share), QString::number(goal)}};
}

/// No metrics server exists: the controller's facts decide, and the finding says that nothing was measured.
Finding withoutMetrics(const Verification &wanted, const Release &release)
{
    Finding finding = unavailable(QStringLiteral("NotConfigured"));
    finding.unavailable = false;
    if (wanted.kind != VerifyKind::TrafficShare) {
        finding.holds = isReady(release, wanted.hash);
        return finding;
    }
    const auto share = reportedShare(release, wanted.hash);
    if (share) {
        finding.holds = *share >= wanted.number;
        finding.observations.prepend(shareMessage(*share, wanted.number));
    }
    return finding;
}

Finding judgeMeasured(const Verification &wanted, const VerificationInput &input)
{
    if (!input.metricsConfigured) {
        return withoutMetrics(wanted, *input.release);
    }
    if (!input.reading || !input.reading->value) {
        const QString why = input.reading ? problemName(input.reading->problem) : QStringLiteral("NoData");
        return unavailable(why, input.reading ? input.reading->detail : QString());
    }
    const double value = *input.reading->value;
    Finding finding;
    if (wanted.kind == VerifyKind::TrafficShare) {
        finding.holds = value >= wanted.number;
        finding.observations = {shareMessage(value, wanted.number)};
    } else if (wanted.kind == VerifyKind::ErrorRate) {
        finding.holds = value <= wanted.limit;
        finding.observations = {
            {MessageCode::ObservedErrorRate, {fixed(value * 100), fixed(wanted.limit * 100)}}};
    } else {
        finding.holds = value <= wanted.limit;
        finding.observations = {
            {MessageCode::ObservedLatency, {fixed(value * 1000), fixed(wanted.limit * 1000)}}};
    }
    return finding;
}

bool analysisOver(const Release &release, const QString &name)
{
    const auto found = std::find_if(release.analysisRuns.cbegin(), release.analysisRuns.cend(),
                                    [&name](const AnalysisRunRow &run) { return run.meta.name == name; });
    return found == release.analysisRuns.cend() ||
           (found->phase != QLatin1String("Running") && found->phase != QLatin1String("Pending"));
}

bool restartDone(const Verification &wanted, const VerificationInput &input)
{
    const Release &release = *input.release;
    if (release.key.kind == ReleaseKind::Rollout) {
        return !wanted.hash.isEmpty() && input.restartedAt == wanted.hash;
    }
    return release.specObserved && release.state == ReleaseState::Healthy &&
           release.currentHash != wanted.hash;
}

bool isNotPaused(const Release &release, bool byHandOnly)
{
    return !release.manuallyPaused && (byHandOnly || release.pause.kind == PauseKind::None);
}

bool hasAborted(const Release &release)
{
    return release.aborted &&
           (release.state == ReleaseState::RolledBack || release.backendPhase == QLatin1String("Degraded"));
}

bool judgeObject(const Verification &wanted, const VerificationInput &input)
{
    const Release &release = *input.release;
    const bool healthy = release.state == ReleaseState::Healthy && release.specObserved;
    switch (wanted.kind) {
    case VerifyKind::SpecObserved:
        return release.specObserved &&
               (wanted.hash.isEmpty() ? input.answered : release.currentHash == wanted.hash);
    case VerifyKind::Aborted:
        return hasAborted(release);
    case VerifyKind::NotAborted:
        return !release.aborted;
    case VerifyKind::Promoted:
        return release.specObserved && release.stableHash == wanted.hash;
    case VerifyKind::NotPaused:
        return isNotPaused(release, wanted.number == 1);
    case VerifyKind::Paused:
        return release.manuallyPaused;
    case VerifyKind::StepAdvanced:
        return healthy || (!release.aborted && release.stepIndex && *release.stepIndex > wanted.number);
    case VerifyKind::ReadyReplicas:
        return isReady(release, wanted.hash);
    case VerifyKind::StateHealthy:
        return healthy;
    case VerifyKind::RestartDone:
        return restartDone(wanted, input);
    case VerifyKind::AnalysisTerminated:
        return analysisOver(release, wanted.hash);
    case VerifyKind::None:
        return true;
    case VerifyKind::TrafficShare:
    case VerifyKind::ErrorRate:
    case VerifyKind::Latency:
        break;
    }
    return false;
}

Message observationOf(const Verification &wanted, const Release &release, bool holds)
{
    if (wanted.kind == VerifyKind::ReadyReplicas) {
        const Revision *revision = release.revision(wanted.hash);
        return {
            MessageCode::ObservedReady,
            {QString::number(revision ? revision->available : 0), QString::number(release.desiredReplicas)}};
    }
    return {holds ? MessageCode::ObservedSpec : MessageCode::ObservedNothingYet, {}};
}

} // namespace

QString measuredBy(VerifyKind kind)
{
    switch (kind) {
    case VerifyKind::TrafficShare:
        return QStringLiteral("traffic-share");
    case VerifyKind::ErrorRate:
        return QStringLiteral("error-rate");
    case VerifyKind::Latency:
        return QStringLiteral("latency-p95");
    default:
        return {};
    }
}

QString problemName(ValueProblem problem)
{
    switch (problem) {
    case ValueProblem::None:
        return {};
    case ValueProblem::NoData:
        return QStringLiteral("NoData");
    case ValueProblem::NotANumber:
        return QStringLiteral("NotANumber");
    case ValueProblem::Infinite:
        return QStringLiteral("Infinite");
    case ValueProblem::Stale:
        return QStringLiteral("Stale");
    case ValueProblem::SeveralSeries:
        return QStringLiteral("SeveralSeries");
    case ValueProblem::Warnings:
        return QStringLiteral("Warnings");
    case ValueProblem::NativeHistogram:
        return QStringLiteral("NativeHistogram");
    case ValueProblem::QueryFailed:
        return QStringLiteral("QueryFailed");
    }
    return QStringLiteral("Unknown");
}

Finding verify(const Verification &wanted, const VerificationInput &input)
{
    Finding finding;
    finding.observations = {{MessageCode::ObservedNothingYet, {}}};
    if (!input.release || !input.release->source.isCurrent() || !input.newEnough) {
        return finding;
    }
    if (!measuredBy(wanted.kind).isEmpty()) {
        finding = judgeMeasured(wanted, input);
    } else {
        finding.holds = judgeObject(wanted, input);
        finding.observations = {observationOf(wanted, *input.release, finding.holds)};
    }
    finding.seen = input.release->specObserved;
    return finding;
}

bool includesWrite(const QString &snapshot, const QString &afterWrite, const QString &beforeWrite)
{
    if (afterWrite.isEmpty() || snapshot == afterWrite) {
        return true;
    }
    bool snapshotIsNumber = false;
    bool writeIsNumber = false;
    const quint64 seen = snapshot.toULongLong(&snapshotIsNumber);
    const quint64 written = afterWrite.toULongLong(&writeIsNumber);
    if (snapshotIsNumber && writeIsNumber) {
        return seen >= written;
    }
    return snapshot != beforeWrite;
}

} // namespace signalbox
