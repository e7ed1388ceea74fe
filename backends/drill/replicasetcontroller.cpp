// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/replicasetcontroller.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/podfactory.h"
#include "backends/drill/podlifecycle.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>
#include <tuple>

namespace signalbox::drill
{

ReplicaSetController::ReplicaSetController(WorldContext &context, PodLifecycle &pods)
    : m_context(context)
    , m_pods(pods)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { reconcile(key); }))
{
}

void ReplicaSetController::observe(const ResourceType &type, const StoreEvent &event)
{
    const Json &object = *event.object;
    const QString space = text(object, {"metadata", "namespace"});
    if (type.key() == kinds::replicaSets()) {
        if (event.type != StoreEvent::Type::Deleted)
            m_context.queue.enqueue(m_handler, {space, text(object, {"metadata", "name"})});
    } else if (type.key() == kinds::pods()) {
        const OwnerReference owner = controllerOf(object);
        if (owner.kind == QLatin1String("ReplicaSet"))
            m_context.queue.enqueue(m_handler, {space, owner.name});
    }
}

void ReplicaSetController::reconcile(const ObjectKey &key)
{
    const auto replicaSet = m_context.store.find(kinds::replicaSets(), key.namespaceName, key.name);
    if (!replicaSet)
        return;
    const QString uid = text(*replicaSet, {"metadata", "uid"});
    const Pods pods = m_context.owners.owned(uid, kinds::pods());
    const int wanted = static_cast<int>(number(*replicaSet, {"spec", "replicas"}, 1));
    const int have = static_cast<int>(pods.size());
    if (have < wanted)
        createPods(*replicaSet, wanted - have);
    else if (have > wanted)
        deletePods(*replicaSet, pods, have - wanted);
    writeStatus(key, *replicaSet);
}

void ReplicaSetController::createPods(const Json &replicaSet, int count)
{
    const QString prefix = text(replicaSet, {"metadata", "name"}) + QLatin1Char('-');
    Json first = newPod(replicaSet, prefix + m_context.random.letters(5), m_context.clock.nowUtc());
    if (m_context.pace.instantPods)
        m_pods.bearReady(first);
    for (int made = 0, tries = 0; made < count && tries < count + 20; ++tries) {
        Json pod = siblingPod(first, prefix + m_context.random.letters(5));
        if (m_context.pace.instantPods)
            m_pods.settle(pod);
        const auto stored = m_context.store.create(kinds::pods(), std::move(pod));
        if (!stored)
            continue; // the random name is taken: another one
        ++made;
        if (!m_context.pace.instantPods)
            say(replicaSet, QStringLiteral("SuccessfulCreate"),
                QStringLiteral("Created pod: %1").arg(text(**stored, {"metadata", "name"})));
    }
}

void ReplicaSetController::deletePods(const Json &replicaSet, Pods pods, int count)
{
    // Those that serve least go first: unscheduled, not ready, then the youngest.
    const auto rank = [](const Json &pod) {
        const bool bound = !text(pod, {"spec", "nodeName"}).isEmpty();
        const QDateTime since = readySince(pod);
        return std::tuple(bound, since.isValid(), since.isValid() ? -since.toSecsSinceEpoch() : 0);
    };
    std::stable_sort(pods.begin(), pods.end(),
                     [&](const auto &a, const auto &b) { return rank(*a) < rank(*b); });
    for (int i = 0; i < count; ++i) {
        const QString name = text(*pods.at(i), {"metadata", "name"});
        if (m_context.store.remove(kinds::pods(), text(replicaSet, {"metadata", "namespace"}), name))
            say(replicaSet, QStringLiteral("SuccessfulDelete"), QStringLiteral("Deleted pod: %1").arg(name));
    }
}

void ReplicaSetController::writeStatus(const ObjectKey &key, const Json &replicaSet)
{
    const Pods pods = m_context.owners.owned(text(replicaSet, {"metadata", "uid"}), kinds::pods());
    const int minReady = static_cast<int>(number(replicaSet, {"spec", "minReadySeconds"}));
    const QDateTime now = m_context.clock.nowUtc();
    int ready = 0;
    int available = 0;
    for (const auto &pod : pods) {
        const QDateTime since = readySince(*pod);
        if (!since.isValid())
            continue;
        ++ready;
        if (isAvailable(*pod, minReady, now))
            ++available;
        else
            m_context.queue.enqueue(m_handler, key,
                                    std::chrono::milliseconds(now.msecsTo(since.addSecs(minReady)) + 10));
    }
    std::ignore = m_context.store.edit(kinds::replicaSets(), key.namespaceName, key.name, [&](Json &it) {
        Json &status = it["status"];
        if (!status.is_object())
            status = Json::object();
        status["replicas"] = pods.size();
        status["fullyLabeledReplicas"] = pods.size();
        status["readyReplicas"] = ready;
        status["availableReplicas"] = available;
        status["observedGeneration"] = number(it, {"metadata", "generation"}, 1);
    });
}

void ReplicaSetController::say(const Json &replicaSet, const QString &reason, const QString &message)
{
    m_context.events.record(replicaSet, {reason, message, false, QStringLiteral("replicaset-controller")});
}

} // namespace signalbox::drill
