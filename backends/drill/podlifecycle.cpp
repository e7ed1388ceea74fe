// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/podlifecycle.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/podfactory.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace signalbox::drill
{

namespace
{

const Json &firstStatus(const Json &pod)
{
    static const Json none;
    const Json &statuses = member(pod, {"status", "containerStatuses"});
    return statuses.is_array() && !statuses.empty() ? statuses.front() : none;
}

QString waitingReason(const Json &pod)
{
    return text(firstStatus(pod), {"state", "waiting", "reason"});
}

} // namespace

PodLifecycle::PodLifecycle(WorldContext &context)
    : m_context(context)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { look(key); }))
{
}

void PodLifecycle::observe(const ResourceType &type, const StoreEvent &event)
{
    if (type.key() == kinds::nodes() && event.type != StoreEvent::Type::Modified)
        m_nodes.clear(); // read anew when the next pod needs one
    if (type.key() != kinds::pods())
        return;
    const Json &pod = *event.object;
    if (event.type == StoreEvent::Type::Deleted)
        m_due.remove(text(pod, {"metadata", "uid"}));
    else if (event.type == StoreEvent::Type::Added)
        m_context.queue.enqueue(m_handler,
                                {text(pod, {"metadata", "namespace"}), text(pod, {"metadata", "name"})});
}

Milliseconds PodLifecycle::scaled(double seconds, double floorSeconds) const
{
    return Milliseconds(
        std::llround(std::max(seconds / std::max(1.0, m_context.pace.speed), floorSeconds) * 1000));
}

PodLifecycle::Stage PodLifecycle::stageOf(const Json &pod)
{
    if (text(pod, {"spec", "nodeName"}).isEmpty())
        return Stage::Unscheduled;
    if (isReady(pod))
        return Stage::Ready;
    const QString waiting = waitingReason(pod);
    if (waiting == QLatin1String("ContainerCreating"))
        return Stage::Creating;
    return waiting.isEmpty() ? Stage::Starting : Stage::BackingOff;
}

void PodLifecycle::look(const ObjectKey &key)
{
    const auto pod = m_context.store.find(kinds::pods(), key.namespaceName, key.name);
    if (!pod)
        return;
    const QString uid = text(*pod, {"metadata", "uid"});
    const auto due = m_due.constFind(uid);
    if (due == m_due.cend()) {
        planNext(*pod, key);
        return;
    }
    const Milliseconds left = between(m_context.clock.nowUtc(), *due);
    if (left.count() > 0) {
        m_context.queue.enqueue(m_handler, key, left);
        return;
    }
    m_due.remove(uid);
    advance(*pod, key);
    if (const auto after = m_context.store.find(kinds::pods(), key.namespaceName, key.name))
        planNext(*after, key);
}

void PodLifecycle::planNext(const Json &pod, const ObjectKey &key)
{
    const ImageBehaviour behaviour = m_context.behaviourOf(firstImage(pod));
    const double jitter = 0.8 + 0.4 * m_context.random.unit();
    Milliseconds delay(0);
    switch (stageOf(pod)) {
    case Stage::Unscheduled:
        delay = scaled(0.3 * jitter, 0.03);
        break;
    case Stage::Creating:
        delay = scaled(2.5 * jitter, 0.15);
        break;
    case Stage::Starting:
        delay = scaled(6.0 * jitter, 0.4);
        break;
    case Stage::BackingOff: {
        const int restarts = static_cast<int>(number(firstStatus(pod), {"restartCount"}));
        delay = scaled(10.0 * std::pow(2.0, std::min(restarts, 5)), 1.0);
        break;
    }
    case Stage::Ready: {
        if (behaviour.leakMegabytesPerMinute <= 0)
            return;
        const double minutes =
            (behaviour.memoryLimitMegabytes - behaviour.memoryMegabytes) / behaviour.leakMegabytesPerMinute;
        delay = scaled(minutes * 60 * jitter, 5.0);
        break;
    }
    }
    m_due.insert(text(pod, {"metadata", "uid"}), m_context.clock.nowUtc().addMSecs(delay.count()));
    m_context.queue.enqueue(m_handler, key, delay);
}

void PodLifecycle::advance(const Json &pod, const ObjectKey &key)
{
    switch (stageOf(pod)) {
    case Stage::Unscheduled:
        schedule(pod, key);
        break;
    case Stage::Creating:
    case Stage::BackingOff:
        start(pod, key);
        break;
    case Stage::Starting:
        becomeReadyOrCrash(pod, key);
        break;
    case Stage::Ready:
        runOutOfMemory(pod, key);
        break;
    }
}

void PodLifecycle::schedule(const Json &pod, const ObjectKey &key)
{
    const QString node = pickNode();
    const QDateTime now = m_context.clock.nowUtc();
    // The pod may be gone by now: then there is nothing to do, here and below.
    std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                       [&](Json &it) { markScheduled(it, node, now); });
    say(pod, QStringLiteral("Scheduled"),
        QStringLiteral("Successfully assigned %1/%2 to %3").arg(key.namespaceName, key.name, node));
}

void PodLifecycle::start(const Json &pod, const ObjectKey &key)
{
    const QString image = firstImage(pod);
    const QDateTime now = m_context.clock.nowUtc();
    if (m_context.behaviourOf(image).cannotBePulled) {
        const bool again = waitingReason(pod) == QLatin1String("ErrImagePull");
        const QString reason = again ? QStringLiteral("ImagePullBackOff") : QStringLiteral("ErrImagePull");
        const QString why = QStringLiteral("image \"%1\" is not in the registry").arg(image);
        std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                           [&](Json &it) { markWaiting(it, reason, why, now); });
        say(pod, again ? QStringLiteral("BackOff") : QStringLiteral("Failed"),
            again ? QStringLiteral("Back-off pulling image \"%1\"").arg(image) : why, true);
        return;
    }
    std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                       [&](Json &it) { markRunning(it, nextAddress(), now); });
    say(pod, QStringLiteral("Pulled"),
        QStringLiteral("Container image \"%1\" already present on machine").arg(image));
    say(pod, QStringLiteral("Started"), QStringLiteral("Started container"));
}

void PodLifecycle::becomeReadyOrCrash(const Json &pod, const ObjectKey &key)
{
    const QDateTime now = m_context.clock.nowUtc();
    if (!m_context.behaviourOf(firstImage(pod)).crashes) {
        std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                           [&](Json &it) { markReady(it, true, now); });
        return;
    }
    const ContainerEnd end{QStringLiteral("Error"), 1,
                           QStringLiteral("back-off restarting failed container")};
    std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                       [&](Json &it) { markEnded(it, end, now); });
    say(pod, QStringLiteral("BackOff"), QStringLiteral("Back-off restarting failed container"), true);
}

void PodLifecycle::runOutOfMemory(const Json &pod, const ObjectKey &key)
{
    const ContainerEnd end{QStringLiteral("OOMKilled"), 137,
                           QStringLiteral("back-off restarting failed container")};
    const QDateTime now = m_context.clock.nowUtc();
    std::ignore = m_context.store.edit(kinds::pods(), key.namespaceName, key.name,
                                       [&](Json &it) { markEnded(it, end, now); });
    say(pod, QStringLiteral("OOMKilling"), QStringLiteral("Memory limit reached, container killed"), true);
}

void PodLifecycle::bearReady(Json &pod)
{
    const QDateTime now = m_context.clock.nowUtc();
    markScheduled(pod, pickNode(), now);
    markRunning(pod, nextAddress(), now);
    markReady(pod, true, now);
}

void PodLifecycle::settle(Json &pod)
{
    movePod(pod, pickNode(), nextAddress());
}

void PodLifecycle::say(const Json &pod, const QString &reason, const QString &message, bool warning)
{
    const bool scheduler = reason == QLatin1String("Scheduled");
    m_context.events.record(pod,
                            {reason, message, warning,
                             scheduler ? QStringLiteral("default-scheduler") : QStringLiteral("kubelet")});
}

QString PodLifecycle::pickNode()
{
    if (m_nodes.isEmpty()) {
        for (const auto &node : m_context.store.list(kinds::nodes()))
            m_nodes.append(text(*node, {"metadata", "name"}));
    }
    if (m_nodes.isEmpty())
        return QStringLiteral("node-1");
    return m_nodes.at(static_cast<qsizetype>(m_nodeTurn++ % static_cast<quint32>(m_nodes.size())));
}

QString PodLifecycle::nextAddress()
{
    const quint32 n = ++m_addresses;
    return QStringLiteral("10.%1.%2.%3").arg(100 + n / 65025).arg(n / 255 % 255).arg(1 + n % 254);
}

} // namespace signalbox::drill
