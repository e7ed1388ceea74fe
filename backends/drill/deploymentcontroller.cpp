// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/deploymentcontroller.h"

#include "backends/drill/canaryscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/templatehash.h"
#include "backends/drill/worldkinds.h"
#include "backends/drill/worldtime.h"

#include <algorithm>
#include <tuple>

namespace signalbox::drill
{

namespace
{

struct Totals {
    int desired = 0;
    int replicas = 0;
    int ready = 0;
    int available = 0;
};

Totals totalsOf(const QVector<ReplicaSetView> &sets)
{
    Totals totals;
    for (const ReplicaSetView &set : sets) {
        totals.desired += set.desired;
        totals.replicas += set.replicas;
        totals.ready += set.ready;
        totals.available += set.available;
    }
    return totals;
}

void setCount(Json &status, const char *name, int value)
{
    if (value == 0)
        status.erase(name);
    else
        status[name] = value;
}

} // namespace

DeploymentController::DeploymentController(WorldContext &context)
    : m_context(context)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { reconcile(key); }))
{
}

void DeploymentController::observe(const ResourceType &type, const StoreEvent &event)
{
    const Json &object = *event.object;
    const QString space = text(object, {"metadata", "namespace"});
    if (type.key() == kinds::deployments()) {
        if (event.type == StoreEvent::Type::Deleted)
            m_progress.remove(text(object, {"metadata", "uid"}));
        else
            m_context.queue.enqueue(m_handler, {space, text(object, {"metadata", "name"})});
    } else if (type.key() == kinds::replicaSets()) {
        const OwnerReference owner = controllerOf(object);
        if (owner.kind == QLatin1String("Deployment"))
            m_context.queue.enqueue(m_handler, {space, owner.name});
    }
}

std::optional<DeploymentController::View> DeploymentController::look(const ObjectKey &key) const
{
    View view;
    view.object = m_context.store.find(kinds::deployments(), key.namespaceName, key.name);
    if (!view.object)
        return {};
    view.key = key;
    view.replicas = static_cast<int>(number(*view.object, {"spec", "replicas"}, 1));
    view.paused = flag(*view.object, {"spec", "paused"});
    view.sets = ownedReplicaSets(m_context, *view.object, deploymentScheme);
    const Json wanted = bareTemplate(member(*view.object, {"spec", "template"}));
    for (const ReplicaSetView &set : view.sets) {
        if (bareTemplate(member(*set.object, {"spec", "template"})) == wanted) {
            view.hash = set.hash;
            break;
        }
    }
    return view;
}

void DeploymentController::reconcile(const ObjectKey &key)
{
    auto view = look(key);
    if (!view)
        return;
    if (!view->paused)
        ensureNewSet(*view);
    view = look(key);
    if (!view)
        return;
    if (view->paused)
        scalePaused(*view);
    else
        roll(*view);
    view = look(key);
    if (view)
        writeStatus(*view);
}

void DeploymentController::ensureNewSet(View &view)
{
    const qint64 newest = newestRevision(view.sets);
    const ReplicaSetView *current = withHash(view.sets, view.hash);
    qint64 revision = newest;
    if (!current) {
        const Json podTemplate = bareTemplate(member(*view.object, {"spec", "template"}));
        int collision = 0;
        QString hash = templateHash(podTemplate);
        while (m_context.store.find(kinds::replicaSets(), view.key.namespaceName,
                                    view.key.name + QLatin1Char('-') + hash))
            hash = templateHash(podTemplate, ++collision);
        revision = newest + 1;
        if (!createReplicaSet(m_context, *view.object, deploymentScheme, {podTemplate, hash, revision, 0}))
            return;
    } else if (current->revision < newest) {
        revision = newest + 1;
        bumpRevision(m_context, *current, deploymentScheme, revision);
    }
    std::ignore =
        m_context.store.edit(kinds::deployments(), view.key.namespaceName, view.key.name, [&](Json &it) {
            it["metadata"]["annotations"][deploymentScheme.revision] = std::to_string(revision);
        });
}

void DeploymentController::scale(const View &view, const ReplicaSetView &set, int replicas)
{
    if (!scaleReplicaSet(m_context, set, replicas))
        return;
    const QString verb = replicas > set.desired ? QStringLiteral("up") : QStringLiteral("down");
    m_context.events.record(*view.object, {QStringLiteral("ScalingReplicaSet"),
                                           QStringLiteral("Scaled %1 replica set %2 from %3 to %4")
                                               .arg(verb, set.name)
                                               .arg(set.desired)
                                               .arg(replicas),
                                           false, QStringLiteral("deployment-controller")});
}

void DeploymentController::scalePaused(const View &view)
{
    // A paused Deployment still follows spec.replicas: the newest set with pods takes the difference.
    const int difference = view.replicas - totalsOf(view.sets).desired;
    for (auto set = view.sets.crbegin(); difference != 0 && set != view.sets.crend(); ++set) {
        if (set->desired > 0) {
            scale(view, *set, std::max(0, set->desired + difference));
            return;
        }
    }
}

void DeploymentController::roll(const View &view)
{
    const ReplicaSetView *current = withHash(view.sets, view.hash);
    if (!current)
        return;
    const Json &strategy = member(*view.object, {"spec", "strategy"});
    const bool recreate = text(strategy, {"type"}) == QLatin1String("Recreate");
    Totals old;
    for (const ReplicaSetView &set : view.sets) {
        if (set.hash == view.hash)
            continue;
        old.desired += set.desired;
        old.replicas += set.replicas;
        old.available += set.available;
    }
    PodRatioPlan plan;
    if (recreate) {
        plan = {old.replicas == 0 ? view.replicas : current->desired, 0, 0};
    } else {
        PodRatioFacts facts;
        facts.replicas = view.replicas;
        facts.maxSurge = intOrPercent(member(strategy, {"rollingUpdate", "maxSurge"}), view.replicas, true,
                                      intOrPercent(Json("25%"), view.replicas, true, 1));
        facts.maxUnavailable =
            intOrPercent(member(strategy, {"rollingUpdate", "maxUnavailable"}), view.replicas, false,
                         intOrPercent(Json("25%"), view.replicas, false, 0));
        if (facts.maxSurge == 0 && facts.maxUnavailable == 0)
            facts.maxUnavailable = 1;
        facts.fresh = {current->desired, current->available};
        facts.older = {old.desired, old.available};
        facts.wanted = {view.replicas, 0};
        plan = planPodRatio(facts);
    }
    scale(view, *current, plan.fresh);
    int remove = old.desired - plan.older;
    for (const ReplicaSetView &set : view.sets) {
        if (set.hash == view.hash || set.desired == 0 || remove <= 0)
            continue;
        const int taken = std::min(remove, set.desired);
        scale(view, set, set.desired - taken);
        remove -= taken;
    }
}

void DeploymentController::writeStatus(const View &view)
{
    const Totals all = totalsOf(view.sets);
    const ReplicaSetView *current = withHash(view.sets, view.hash);
    const int updated = current ? current->replicas : 0;
    const int unavailable = std::max(0, all.desired - all.available);
    const bool complete = current && updated == view.replicas && all.replicas == view.replicas &&
                          all.available == view.replicas;
    const QDateTime now = m_context.clock.nowUtc();
    const int tolerated =
        intOrPercent(member(*view.object, {"spec", "strategy", "rollingUpdate", "maxUnavailable"}),
                     view.replicas, false, view.replicas / 4);
    std::ignore =
        m_context.store.edit(kinds::deployments(), view.key.namespaceName, view.key.name, [&](Json &it) {
            Json &status = it["status"];
            if (!status.is_object())
                status = Json::object();
            status["observedGeneration"] = number(it, {"metadata", "generation"}, 1);
            setCount(status, "replicas", all.replicas);
            setCount(status, "updatedReplicas", updated);
            setCount(status, "readyReplicas", all.ready);
            setCount(status, "availableReplicas", all.available);
            setCount(status, "unavailableReplicas", unavailable);
            const bool enough = all.available >= view.replicas - tolerated;
            setCondition(status,
                         {"Available", enough ? "True" : "False",
                          enough ? QStringLiteral("MinimumReplicasAvailable")
                                 : QStringLiteral("MinimumReplicasUnavailable"),
                          enough ? QStringLiteral("Deployment has minimum availability.")
                                 : QStringLiteral("Deployment does not have minimum availability.")},
                         now);
            writeProgress(view, status, complete);
        });
    if (complete)
        trimRevisions(m_context, view.sets,
                      static_cast<int>(number(*view.object, {"spec", "revisionHistoryLimit"}, 10)),
                      {view.hash});
}

void DeploymentController::writeProgress(const View &view, Json &status, bool complete)
{
    const QDateTime now = m_context.clock.nowUtc();
    const QString uid = text(*view.object, {"metadata", "uid"});
    if (view.paused) {
        m_progress.remove(uid);
        setCondition(status,
                     {"Progressing", "Unknown", QStringLiteral("DeploymentPaused"),
                      QStringLiteral("Deployment is paused")},
                     now);
        return;
    }
    const ReplicaSetView *current = withHash(view.sets, view.hash);
    const QString setName = current ? current->name : QString();
    if (complete) {
        m_progress.remove(uid);
        setCondition(status,
                     {"Progressing", "True", QStringLiteral("NewReplicaSetAvailable"),
                      QStringLiteral("ReplicaSet \"%1\" has successfully progressed.").arg(setName)},
                     now);
        return;
    }
    QString signature = view.hash;
    for (const ReplicaSetView &set : view.sets)
        signature += QStringLiteral(";%1/%2/%3").arg(set.desired).arg(set.replicas).arg(set.available);
    Progress &progress = m_progress[uid];
    if (progress.signature != signature)
        progress = {signature, now};
    const int deadline = static_cast<int>(number(*view.object, {"spec", "progressDeadlineSeconds"}, 600));
    const QDateTime late = progress.since.addSecs(deadline);
    if (now >= late) {
        setCondition(status,
                     {"Progressing", "False", QStringLiteral("ProgressDeadlineExceeded"),
                      QStringLiteral("ReplicaSet \"%1\" has timed out progressing.").arg(setName)},
                     now);
        return;
    }
    m_context.queue.enqueue(m_handler, view.key, between(now, late));
    setCondition(status,
                 {"Progressing", "True", QStringLiteral("ReplicaSetUpdated"),
                  QStringLiteral("ReplicaSet \"%1\" is progressing.").arg(setName)},
                 now);
}

} // namespace signalbox::drill
