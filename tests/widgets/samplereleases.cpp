// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplereleases.h"

namespace signalbox::samples
{

namespace
{

using namespace std::chrono_literals;

Revision revision(const QString &hash, qint64 number, const QString &image, int ready, int desired)
{
    Revision revision;
    revision.hash = hash;
    revision.replicaSet = QStringLiteral("hwayo-") + hash;
    revision.uid = QStringLiteral("uid-") + hash;
    revision.number = number;
    revision.ready = ready;
    revision.available = ready;
    revision.desired = desired;
    revision.health = desired == 0       ? RevisionHealth::ScaledDown
                      : ready == desired ? RevisionHealth::Healthy
                                         : RevisionHealth::Progressing;
    revision.images = {{QStringLiteral("app"), image}};
    revision.created = now().addDays(-number);
    return revision;
}

Release base()
{
    Release release;
    release.key = {ClusterId(QStringLiteral("prod-tpe")), QStringLiteral("production"),
                   QStringLiteral("hwayo"), ReleaseKind::Rollout};
    release.uid = QStringLiteral("uid-hwayo");
    release.resourceVersion = QStringLiteral("4711");
    release.source.freshness = Freshness::Live;
    release.source.since = now();
    release.created = now().addDays(-40);
    release.desiredReplicas = 12;
    release.revisions = {
        revision(QStringLiteral("7d9c5b8f64"), 8, QStringLiteral("registry/hwayo:2.4.1"), 3, 3),
        revision(QStringLiteral("5f6d7c9b88"), 7, QStringLiteral("registry/hwayo:2.4.0"), 9, 9),
        revision(QStringLiteral("66bdf7c4c9"), 6, QStringLiteral("registry/hwayo:2.3.9"), 0, 0)};
    release.revisions[0].roles = {RevisionRole::Canary};
    release.revisions[1].roles = {RevisionRole::Stable};
    release.currentHash = release.revisions.at(0).hash;
    release.stableHash = release.revisions.at(1).hash;
    release.readyReplicas = 12;
    release.availableReplicas = 12;
    release.updatedReplicas = 3;
    return release;
}

} // namespace

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 20), QTime(11, 7, 5), Qt::UTC);
}

StepRow weightStep(int weight)
{
    StepRow step;
    step.kind = StepKind::SetWeight;
    step.weight = weight;
    return step;
}

StepRow pauseStep(std::optional<std::chrono::seconds> duration)
{
    StepRow step;
    step.kind = StepKind::Pause;
    step.duration = duration;
    return step;
}

Release canaryAtGate()
{
    Release release = base();
    release.strategy = RolloutStrategy::Canary;
    release.state = ReleaseState::WaitingForPerson;
    release.backendPhase = QStringLiteral("Paused");
    release.backendMessage = QStringLiteral("CanaryPauseStep");
    release.steps = {weightStep(5),  pauseStep(15min), weightStep(25), pauseStep(30min), pauseStep(),
                     weightStep(50), pauseStep(30min), pauseStep(),    weightStep(100),  pauseStep(10min)};
    release.stepIndex = 4;
    release.weights = {25, 25, 25};
    release.pause = {PauseKind::Step, QStringLiteral("CanaryPauseStep"), now().addSecs(-420), {}};
    return release;
}

Release canaryBaking()
{
    Release release = canaryAtGate();
    release.state = ReleaseState::WaitingForTime;
    release.stepIndex = 3;
    release.pause.since = now().addSecs(-660);
    release.pause.until = release.pause.since.addSecs(1800);
    return release;
}

Release canaryAborted()
{
    Release release = canaryAtGate();
    release.state = ReleaseState::RolledBack;
    release.backendPhase = QStringLiteral("Degraded");
    release.aborted = true;
    release.specNamesStable = false;
    release.pause = {};
    release.weights = {0, 0, 0};
    return release;
}

Release steady()
{
    Release release = canaryAtGate();
    release.state = ReleaseState::Healthy;
    release.backendPhase = QStringLiteral("Healthy");
    release.pause = {};
    release.stableHash = release.currentHash;
    release.revisions[0].roles = {RevisionRole::Stable};
    release.revisions[0].ready = release.revisions[0].desired = 12;
    release.revisions[1].roles = {};
    release.stepIndex = static_cast<int>(release.steps.size());
    release.weights = {};
    return release;
}

Release blueGreenWaiting()
{
    Release release = base();
    release.strategy = RolloutStrategy::BlueGreen;
    release.state = ReleaseState::WaitingForPerson;
    release.backendPhase = QStringLiteral("Paused");
    release.pause = {PauseKind::BlueGreen, QStringLiteral("BlueGreenPause"), now().addSecs(-90), {}};
    release.revisions[0].roles = {RevisionRole::Preview};
    release.revisions[1].roles = {RevisionRole::Active, RevisionRole::Stable};
    release.activeService = QStringLiteral("hwayo-active");
    release.previewService = QStringLiteral("hwayo-preview");
    release.activeSelectorHash = release.stableHash;
    release.previewSelectorHash = release.currentHash;
    return release;
}

Release blueGreenSwitched()
{
    Release release = blueGreenWaiting();
    release.state = ReleaseState::Healthy;
    release.backendPhase = QStringLiteral("Healthy");
    release.pause = {};
    release.stableHash = release.currentHash;
    release.revisions[0].roles = {RevisionRole::Active, RevisionRole::Stable};
    release.revisions[1].roles = {};
    release.revisions[1].scaleDownDeadline = now().addSecs(312);
    release.activeSelectorHash = release.currentHash;
    release.fastPathUntil = now().addSecs(312);
    return release;
}

Release rollingDeployment()
{
    Release release = base();
    release.key.kind = ReleaseKind::Deployment;
    release.strategy = RolloutStrategy::RollingUpdate;
    release.state = ReleaseState::Advancing;
    release.updatedReplicas = 5;
    release.availableReplicas = 11;
    return release;
}

Release longCanary(int steps, int at)
{
    Release release = canaryAtGate();
    release.steps.clear();
    for (int i = 0; i < steps; ++i) {
        release.steps << (i % 2 == 0 ? weightStep(std::min(100, 1 + i * 99 / std::max(1, steps)))
                                     : pauseStep(i % 4 == 1 ? std::optional(5min) : std::nullopt));
    }
    release.stepIndex = at;
    return release;
}

} // namespace signalbox::samples
