// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/rolloutpass.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/templatehash.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

void readTemplate(RolloutPass &pass)
{
    const Json &reference = member(pass.spec(), "workloadRef");
    if (!reference.is_object()) {
        pass.podTemplate = bareTemplate(member(pass.spec(), "template"));
        return;
    }
    const QString kind = text(reference, {"kind"});
    const QString typeKey = kind == QLatin1String("ReplicaSet") ? kinds::replicaSets() : kinds::deployments();
    const auto workload = pass.context.store.find(typeKey, pass.key.namespaceName, text(reference, {"name"}));
    if (!workload)
        return;
    pass.podTemplate = bareTemplate(member(*workload, {"spec", "template"}));
    pass.workloadGeneration = number(*workload, {"metadata", "generation"}, 1);
}

QString hashFor(const RolloutPass &pass)
{
    for (const ReplicaSetView &set : pass.sets) {
        if (bareTemplate(member(*set.object, {"spec", "template"})) == pass.podTemplate)
            return set.hash;
    }
    int collision = 0;
    QString hash = templateHash(pass.podTemplate);
    while (pass.context.store.find(kinds::replicaSets(), pass.key.namespaceName,
                                   pass.key.name + QLatin1Char('-') + hash))
        hash = templateHash(pass.podTemplate, ++collision);
    return hash;
}

} // namespace

const Json &RolloutPass::spec() const
{
    return member(*object, "spec");
}

const Json &RolloutPass::strategy() const
{
    return member(spec(), {"strategy", canary ? "canary" : "blueGreen"});
}

QString RolloutPass::stableHash() const
{
    return text(status, {"stableRS"});
}

bool RolloutPass::aborted() const
{
    return flag(status, {"abort"});
}

bool RolloutPass::promotingFully() const
{
    return flag(status, {"promoteFull"});
}

qint64 RolloutPass::revision() const
{
    const ReplicaSetView *set = fresh();
    return set ? set->revision : newestRevision(sets);
}

QVector<PauseCondition> RolloutPass::pauses() const
{
    QVector<PauseCondition> found;
    const Json &list = member(status, "pauseConditions");
    if (!list.is_array())
        return found;
    for (const Json &entry : list)
        found.append({text(entry, {"reason"}), instant(member(entry, "startTime"))});
    return found;
}

void RolloutPass::setPauses(const QVector<PauseCondition> &wanted, bool controllerPause)
{
    const QVector<PauseCondition> before = pauses();
    if (wanted != before) {
        Json list = Json::array();
        for (const PauseCondition &pause : wanted)
            list.push_back({{"reason", jsonText(pause.reason)}, {"startTime", stamp(pause.start)}});
        if (wanted.isEmpty())
            status.erase("pauseConditions");
        else
            status["pauseConditions"] = std::move(list);
        if (wanted.size() > before.size())
            say(QStringLiteral("RolloutPaused"),
                QStringLiteral("Rollout is paused (%1)").arg(wanted.last().reason));
    }
    if (controllerPause)
        status["controllerPause"] = true;
    else if (status.erase("controllerPause") > 0)
        say(QStringLiteral("RolloutResumed"), QStringLiteral("Rollout is resumed"));
}

int RolloutPass::delaySeconds(const char *name, int fallback) const
{
    return static_cast<int>(number(strategy(), {name}, fallback));
}

void RolloutPass::again(Milliseconds delay)
{
    const Milliseconds wait = std::max(delay, Milliseconds(0));
    lookAgain = lookAgain ? std::min(*lookAgain, wait) : wait;
}

void RolloutPass::say(const QString &reason, const QString &message, bool warning) const
{
    context.events.record(*object, {reason, message, warning, QStringLiteral("rollouts-controller")});
}

void RolloutPass::scale(const ReplicaSetView &set, int size) const
{
    if (!scaleReplicaSet(context, set, size))
        return;
    say(QStringLiteral("ScalingReplicaSet"),
        QStringLiteral("Scaled %1 ReplicaSet %2 (revision %3) from %4 to %5")
            .arg(size > set.desired ? QStringLiteral("up") : QStringLiteral("down"), set.name)
            .arg(set.revision)
            .arg(set.desired)
            .arg(size));
}

void RolloutPass::retire(const ReplicaSetView &set, int seconds)
{
    if (set.desired == 0) {
        setScaleDownDeadline(context, set, {});
        return;
    }
    if (seconds < 0)
        return;
    if (!set.scaleDownDeadline.isValid() && seconds > 0) {
        setScaleDownDeadline(context, set, now.addSecs(seconds));
        again(std::chrono::seconds(seconds));
        return;
    }
    const Milliseconds left =
        set.scaleDownDeadline.isValid() ? between(now, set.scaleDownDeadline) : Milliseconds(0);
    if (left.count() > 0) {
        again(left);
        return;
    }
    scale(set, 0);
    setScaleDownDeadline(context, set, {});
}

void RolloutPass::refreshSets()
{
    sets = ownedReplicaSets(context, *object, rolloutScheme);
}

std::optional<RolloutPass> readRollout(WorldContext &context, const ObjectKey &key)
{
    const auto object = context.store.find(kinds::rollouts(), key.namespaceName, key.name);
    if (!object)
        return {};
    RolloutPass pass{context, object, key, context.clock.nowUtc(), {}, 0, {}, true, false, 1, {}, {}, {}, {}};
    pass.status = member(*object, "status");
    if (!pass.status.is_object())
        pass.status = Json::object();
    pass.canary = !member(pass.spec(), {"strategy", "blueGreen"}).is_object();
    pass.paused = flag(pass.spec(), {"paused"});
    pass.replicas = static_cast<int>(number(pass.spec(), {"replicas"}, 1));
    pass.refreshSets();
    readTemplate(pass);
    if (pass.podTemplate.is_object())
        pass.hash = hashFor(pass);
    return pass;
}

QString invalidSpec(const RolloutPass &pass)
{
    const Json &strategy = member(pass.spec(), "strategy");
    const bool canary = member(strategy, "canary").is_object();
    const bool blueGreen = member(strategy, "blueGreen").is_object();
    if (canary == blueGreen)
        return QStringLiteral("spec.strategy: exactly one of canary and blueGreen is needed");
    if (!pass.podTemplate.is_object())
        return QStringLiteral("spec.template: missing, or the referenced workload does not exist");
    const bool referenced = pass.workloadGeneration > 0;
    if (!referenced && !member(pass.spec(), "selector").is_object())
        return QStringLiteral("spec.selector: missing");
    if (blueGreen && text(strategy, {"blueGreen", "activeService"}).isEmpty())
        return QStringLiteral("spec.strategy.blueGreen.activeService: missing");
    return {};
}

} // namespace signalbox::drill
