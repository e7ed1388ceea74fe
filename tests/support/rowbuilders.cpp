// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rowbuilders.h"

namespace signalbox::test
{

namespace
{

const QString oldHash = QStringLiteral("old");
const QString newHash = QStringLiteral("new");

StepRow setWeight(int weight)
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

} // namespace

QDateTime at(int hour, int minute, int second)
{
    return QDateTime({2026, 8, 21}, {hour, minute, second}, Qt::UTC);
}

ObjectMeta meta(const QString &uid, const QString &name)
{
    ObjectMeta meta;
    meta.uid = uid;
    meta.namespaceName = QStringLiteral("shop");
    meta.name = name;
    meta.resourceVersion = QStringLiteral("1");
    meta.generation = 1;
    meta.created = at(9, 0);
    return meta;
}

RolloutRow healthyRollout(const QString &uid, const QString &name)
{
    RolloutRow row;
    row.meta = meta(uid, name);
    row.strategy = RolloutStrategy::Canary;
    row.specReplicas = 4;
    row.images = {{QStringLiteral("web"), QStringLiteral("shop/cart:1.0")}};
    row.steps = {setWeight(20), pauseStep(std::chrono::seconds(60)), setWeight(50), pauseStep({}),
                 setWeight(100)};
    row.canaryService = name + QStringLiteral("-canary");
    row.stableService = name + QStringLiteral("-stable");
    row.hasStatus = true;
    row.phase = QStringLiteral("Healthy");
    row.observedGeneration = QStringLiteral("1");
    row.currentPodHash = oldHash;
    row.stableHash = oldHash;
    row.currentStepIndex = 5;
    row.replicas = row.updatedReplicas = row.readyReplicas = row.availableReplicas = 4;
    return row;
}

RolloutRow pausedCanary(const QString &uid, const QString &name)
{
    RolloutRow row = healthyRollout(uid, name);
    row.images = {{QStringLiteral("web"), QStringLiteral("shop/cart:2.0")}};
    row.phase = QStringLiteral("Paused");
    row.message = QStringLiteral("CanaryPauseStep");
    row.currentPodHash = newHash;
    row.currentStepIndex = 1;
    row.controllerPause = true;
    row.pauseConditions = {{QStringLiteral("CanaryPauseStep"), at(10, 0)}};
    row.updatedReplicas = 1;
    row.replicas = row.readyReplicas = row.availableReplicas = 5;
    return row;
}

RolloutRow blueGreenRollout()
{
    RolloutRow row = healthyRollout();
    row.strategy = RolloutStrategy::BlueGreen;
    row.steps.clear();
    row.currentStepIndex.reset();
    row.canaryService = QStringLiteral("cart-preview");
    row.stableService = QStringLiteral("cart-active");
    row.phase = QStringLiteral("Paused");
    row.message = QStringLiteral("BlueGreenPause");
    row.currentPodHash = newHash;
    row.activeSelector = oldHash;
    row.previewSelector = newHash;
    row.controllerPause = true;
    row.pauseConditions = {{QStringLiteral("BlueGreenPause"), at(10, 0)}};
    return row;
}

DeploymentRow healthyDeployment(const QString &uid, const QString &name)
{
    DeploymentRow row;
    row.meta = meta(uid, name);
    row.specReplicas = 3;
    row.observedGeneration = 1;
    row.replicas = row.updatedReplicas = row.readyReplicas = row.availableReplicas = 3;
    row.images = {{QStringLiteral("web"), QStringLiteral("shop/web:1.0")}};
    row.conditions = {{QStringLiteral("Progressing"), QStringLiteral("True"),
                       QStringLiteral("NewReplicaSetAvailable"), QStringLiteral("done")}};
    return row;
}

ReplicaSetRow replicaSet(const QString &ownerUid, const QString &hash, qint64 revision, int replicas)
{
    ReplicaSetRow row;
    row.meta =
        meta(QStringLiteral("rs-") + ownerUid + QLatin1Char('-') + hash, ownerUid + QLatin1Char('-') + hash);
    row.meta.ownerUid = ownerUid;
    row.meta.created = at(9, 0).addSecs(revision * 60);
    row.podTemplateHash = hash;
    row.revision = revision;
    row.observedGeneration = 1;
    row.specReplicas = row.replicas = row.readyReplicas = row.availableReplicas = replicas;
    row.images = {{QStringLiteral("web"), QStringLiteral("shop/cart:%1.0").arg(revision)}};
    return row;
}

PodRow pod(const QString &uid, const QString &ownerUid, const QString &hash)
{
    PodRow row;
    row.meta = meta(uid, QStringLiteral("pod-") + uid);
    row.meta.ownerUid = ownerUid;
    row.meta.ownerKind = QStringLiteral("ReplicaSet");
    row.phase = QStringLiteral("Running");
    row.podTemplateHash = hash;
    row.node = QStringLiteral("node-1");
    row.image = QStringLiteral("shop/cart:1.0");
    row.containers = row.readyContainers = 1;
    row.ready = true;
    return row;
}

AnalysisRunRow analysisRun(const QString &ownerUid, const QString &name, const QString &phase)
{
    AnalysisRunRow row;
    row.meta = meta(QStringLiteral("ar-") + name, name);
    row.meta.ownerUid = ownerUid;
    row.phase = phase;
    row.rolloutType = QStringLiteral("Step");
    row.podTemplateHash = newHash;
    row.started = at(10, 0);
    return row;
}

EventRow eventOn(const QString &uid, const QString &involvedUid, const QDateTime &last)
{
    EventRow row;
    row.meta = meta(uid, QStringLiteral("event-") + uid);
    row.involvedKind = QStringLiteral("Rollout");
    row.involvedNamespace = QStringLiteral("shop");
    row.involvedName = QStringLiteral("cart");
    row.involvedUid = involvedUid;
    row.type = QStringLiteral("Normal");
    row.reason = QStringLiteral("RolloutUpdated");
    row.message = QStringLiteral("message of ") + uid;
    row.first = row.last = last;
    return row;
}

ServiceRow service(const QString &name, const QString &hash)
{
    ServiceRow row;
    row.meta = meta(QStringLiteral("svc-") + name, name);
    row.selector.insert(QStringLiteral("app"), QStringLiteral("cart"));
    if (!hash.isEmpty()) {
        row.selector.insert(QStringLiteral("rollouts-pod-template-hash"), hash);
    }
    return row;
}

} // namespace signalbox::test
