// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/trafficmodel.h"
#include "backends/drill/worldcontext.h"

#include <QString>
#include <QVector>

#include <functional>

namespace signalbox::drill
{

/// A service of the scenario that gets traffic.
struct TrafficTarget {
    QString namespaceName;
    QString service; ///< also the name of its Rollout or Deployment
    bool rollout = true;
    TrafficShape shape;
};

/// Container numbers of one pod.
struct PodUsage {
    QString namespaceName;
    QString pod;
    QString container;
    QString service;
    QString hash;
    double memoryBytes = 0;
};

/// Reads from the served objects who gets how much of the traffic: VirtualService weights, Service selectors
/// or the number of ready pods, whichever really decides.
class TrafficReader
{
public:
    using BehaviourOf = std::function<VersionBehaviour(const QString &image)>;

    TrafficReader(const WorldContext &context, QVector<TrafficTarget> targets, BehaviourOf behaviourOf);

    [[nodiscard]] QVector<ServiceInput> read() const;
    /// Pods of the targets, at most `limit`.
    [[nodiscard]] QVector<PodUsage> usage(int limit) const;
    [[nodiscard]] const QVector<TrafficTarget> &targets() const { return m_targets; }

private:
    [[nodiscard]] ServiceInput readTarget(const TrafficTarget &target) const;
    [[nodiscard]] double memoryOf(const Json &pod, const VersionBehaviour &behaviour) const;

    const WorldContext &m_context;
    QVector<TrafficTarget> m_targets;
    BehaviourOf m_behaviourOf;
};

} // namespace signalbox::drill
