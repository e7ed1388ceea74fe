// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/trafficreader.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/podfactory.h"
#include "backends/drill/revisions.h"
#include "backends/drill/trafficsplit.h"
#include "backends/drill/worldkinds.h"
#include "backends/drill/worldtime.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

QString versionOf(const QString &image)
{
    const QString last = image.section(QLatin1Char('/'), -1);
    const QString tag = last.section(QLatin1Char(':'), 1, 1);
    return tag.isEmpty() ? QStringLiteral("latest") : tag;
}

QHash<QString, QString> selectedHashes(const WorldContext &context, const QString &namespaceName,
                                       const QStringList &services)
{
    QHash<QString, QString> selected;
    for (const QString &name : services) {
        const auto service = context.store.find(kinds::services(), namespaceName, name);
        if (service)
            selected.insert(name, text(*service, {"spec", "selector", rolloutScheme.hashLabel}));
    }
    return selected;
}

QString virtualServiceName(const Json &canary)
{
    const Json &istio = member(canary, {"trafficRouting", "istio"});
    const QString one = text(istio, {"virtualService", "name"});
    const Json &several = member(istio, "virtualServices");
    if (one.isEmpty() && several.is_array() && !several.empty())
        return text(several.front(), {"name"});
    return one;
}

TrafficShares sharesOf(const WorldContext &context, const Json &rollout, const QHash<QString, int> &ready)
{
    const QString space = text(rollout, {"metadata", "namespace"});
    const Json &canary = member(rollout, {"spec", "strategy", "canary"});
    const QString stable = text(rollout, {"status", "stableRS"});
    const QString active = text(rollout, {"spec", "strategy", "blueGreen", "activeService"});
    if (!active.isEmpty()) {
        const QString hash = selectedHashes(context, space, {active}).value(active);
        return hash.isEmpty() ? sharesByPods(ready) : TrafficShares{{hash, 1.0}};
    }
    const QString route = virtualServiceName(canary);
    const auto found = route.isEmpty() ? nullptr : context.store.find(kinds::virtualServices(), space, route);
    if (!found)
        return sharesByPods(ready);
    const QStringList services{text(canary, {"canaryService"}), text(canary, {"stableService"})};
    return sharesByRoute(*found, selectedHashes(context, space, services), stable);
}

} // namespace

TrafficReader::TrafficReader(const WorldContext &context, QVector<TrafficTarget> targets,
                             BehaviourOf behaviourOf)
    : m_context(context)
    , m_targets(std::move(targets))
    , m_behaviourOf(std::move(behaviourOf))
{
}

QVector<ServiceInput> TrafficReader::read() const
{
    QVector<ServiceInput> inputs;
    inputs.reserve(m_targets.size());
    for (const TrafficTarget &target : m_targets)
        inputs.append(readTarget(target));
    return inputs;
}

double TrafficReader::memoryOf(const Json &pod, const VersionBehaviour &behaviour) const
{
    const Json &statuses = member(pod, {"status", "containerStatuses"});
    const QDateTime started = statuses.is_array() && !statuses.empty()
                                  ? instant(member(statuses.front(), {"state", "running", "startedAt"}))
                                  : QDateTime();
    if (!started.isValid())
        return 0;
    const double minutes = static_cast<double>(started.msecsTo(m_context.clock.nowUtc())) / 60000.0;
    const double grown = behaviour.memoryMegabytes + behaviour.leakMegabytesPerMinute *
                                                         std::max(0.0, minutes) *
                                                         std::max(1.0, m_context.pace.speed);
    return std::min(grown, behaviour.memoryLimitMegabytes) * 1024 * 1024;
}

ServiceInput TrafficReader::readTarget(const TrafficTarget &target) const
{
    ServiceInput input;
    input.namespaceName = target.namespaceName;
    input.service = target.service;
    input.shape = target.shape;
    const auto owner = m_context.store.find(target.rollout ? kinds::rollouts() : kinds::deployments(),
                                            target.namespaceName, target.service);
    if (!owner)
        return input;
    const auto sets = ownedReplicaSets(m_context, *owner, target.rollout ? rolloutScheme : deploymentScheme);
    QHash<QString, int> ready;
    for (const ReplicaSetView &set : sets)
        ready.insert(set.hash, set.ready);
    const TrafficShares shares = target.rollout ? sharesOf(m_context, *owner, ready) : sharesByPods(ready);
    for (const ReplicaSetView &set : sets) {
        const double share = shares.value(set.hash);
        if (share <= 0 && set.replicas == 0)
            continue;
        const QString image = firstImage(member(*set.object, {"spec", "template"}));
        BackendInput backend{versionOf(image), set.hash, share, set.ready, 0, m_behaviourOf(image)};
        if (backend.behaviour.leakMegabytesPerMinute > 0) {
            for (const auto &pod :
                 m_context.owners.owned(text(*set.object, {"metadata", "uid"}), kinds::pods()))
                backend.memoryFill =
                    std::max(backend.memoryFill, memoryOf(*pod, backend.behaviour) /
                                                     (backend.behaviour.memoryLimitMegabytes * 1024 * 1024));
        }
        input.backends.append(backend);
    }
    return input;
}

QVector<PodUsage> TrafficReader::usage(int limit) const
{
    QVector<PodUsage> found;
    for (const TrafficTarget &target : m_targets) {
        const auto owner = m_context.store.find(target.rollout ? kinds::rollouts() : kinds::deployments(),
                                                target.namespaceName, target.service);
        if (!owner)
            continue;
        for (const ReplicaSetView &set :
             ownedReplicaSets(m_context, *owner, target.rollout ? rolloutScheme : deploymentScheme)) {
            const VersionBehaviour behaviour =
                m_behaviourOf(firstImage(member(*set.object, {"spec", "template"})));
            for (const auto &pod :
                 m_context.owners.owned(text(*set.object, {"metadata", "uid"}), kinds::pods())) {
                if (found.size() >= limit)
                    return found;
                const Json &containers = member(*pod, {"spec", "containers"});
                const QString container = containers.is_array() && !containers.empty()
                                              ? text(containers.front(), {"name"})
                                              : QString();
                found.append({target.namespaceName, text(*pod, {"metadata", "name"}), container,
                              target.service, set.hash, memoryOf(*pod, behaviour)});
            }
        }
    }
    return found;
}

} // namespace signalbox::drill
