// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/shakencluster.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/ownerindex.h"
#include "backends/drill/worldkinds.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/statistics.h"

#include <algorithm>

namespace signalbox::bench
{

using drill::Json;
using drill::jsonText;
using drill::text;

namespace
{

// Longer, and the time at which a request is read says more about this loop than about the sender.
constexpr qint64 sliceNs = 1'000'000;

const QString canaryNamespace = QStringLiteral("shop");
const QString canaryName = QStringLiteral("checkout");

/// The object as a client would create it anew under another name, with its status.
Json copyOf(const Json &object, const QString &name)
{
    Json copy = object;
    for (const char *field : {"uid", "resourceVersion", "creationTimestamp", "generation", "selfLink"}) {
        copy["metadata"].erase(field);
    }
    copy["metadata"]["name"] = jsonText(name);
    return copy;
}

} // namespace

ShakenCluster::ShakenCluster(drill::DrillCluster &cluster, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
{
    const auto all = m_cluster.store().list(drill::kinds::pods());
    m_pods.reserve(all.size());
    for (const auto &pod : all) {
        m_pods.append({text(*pod, {"metadata", "namespace"}), text(*pod, {"metadata", "name"}),
                       text(*pod, {"metadata", "uid"})});
    }
    connect(&m_turn, &QTimer::timeout, this, &ShakenCluster::shake);
}

void ShakenCluster::burst(int count, int round)
{
    m_count = std::clamp(count, 1, pods());
    m_round = round;
    m_next = 0;
    m_startedNs = monotonicNs();
    m_turn.start(0);
}

void ShakenCluster::storm(int count, int round)
{
    m_stormy = true;
    m_events = 0;
    burst(count, round);
}

void ShakenCluster::calm()
{
    m_stormy = false;
    m_turn.stop();
    Q_EMIT calmed(m_events, monotonicNs() - m_startedNs);
}

void ShakenCluster::shake()
{
    const qint64 until = monotonicNs() + sliceNs;
    while (m_next < m_count && monotonicNs() < until) {
        ++m_next;
        change(m_next < m_count ? m_pods.at(m_next - 1) : m_pods.last());
    }
    if (m_next == m_count) {
        finishBurst();
    }
}

void ShakenCluster::change(const Place &pod)
{
    const auto changed =
        m_cluster.store().edit(drill::kinds::pods(), pod.namespaceName, pod.name, [this](Json &object) {
            Json &containers = object["status"]["containerStatuses"];
            if (containers.is_array() && !containers.empty()) {
                containers[0]["restartCount"] = m_round;
            }
        });
    if (!changed) {
        LineChannel::fail(QStringLiteral("pod %1: %2").arg(pod.name, changed.error().detail));
        m_turn.stop();
        return;
    }
    ++m_events;
}

void ShakenCluster::finishBurst()
{
    if (m_stormy) {
        m_next = 0;
        ++m_round;
        return;
    }
    m_turn.stop();
    Q_EMIT burstDone(monotonicNs() - m_startedNs);
}

QString ShakenCluster::copyCanary(int copies)
{
    drill::ObjectStore &store = m_cluster.store();
    const auto original = store.find(drill::kinds::rollouts(), canaryNamespace, canaryName);
    if (!original) {
        return QStringLiteral("the scenario has no rollout %1/%2").arg(canaryNamespace, canaryName);
    }
    const auto replicaSets = store.list(drill::kinds::replicaSets(), canaryNamespace);
    const QString originalUid = text(*original, {"metadata", "uid"});
    for (int copy = 0; copy < copies; ++copy) {
        const QString name = QStringLiteral("%1-%2").arg(canaryName).arg(copy);
        const auto rollout = store.create(drill::kinds::rollouts(), copyOf(*original, name));
        if (!rollout) {
            return rollout.error().detail;
        }
        // Generation starts at 1 again; the status has to have seen it, as a controller would say.
        const auto seen = store.edit(drill::kinds::rollouts(), canaryNamespace, name, [](Json &object) {
            object["status"]["observedGeneration"] =
                std::to_string(drill::number(object, {"metadata", "generation"}));
        });
        if (!seen) {
            return seen.error().detail;
        }
        for (const auto &replicaSet : replicaSets) {
            if (drill::controllerOf(*replicaSet).uid != originalUid) {
                continue;
            }
            const QString hash = text(*replicaSet, {"metadata", "labels", "rollouts-pod-template-hash"});
            Json owned = copyOf(*replicaSet, name + QLatin1Char('-') + hash);
            owned["metadata"]["ownerReferences"] = drill::ownerReferences(**seen);
            if (const auto made = store.create(drill::kinds::replicaSets(), std::move(owned)); !made) {
                return made.error().detail;
            }
        }
    }
    return {};
}

} // namespace signalbox::bench
