// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/worldcontext.h"

namespace signalbox::drill
{

class PodLifecycle;

/// Keeps as many pods as each ReplicaSet asks for and reports how they are.
class ReplicaSetController
{
public:
    ReplicaSetController(WorldContext &context, PodLifecycle &pods);

    void observe(const ResourceType &type, const StoreEvent &event);

private:
    using Pods = QVector<std::shared_ptr<const Json>>;

    void reconcile(const ObjectKey &key);
    void createPods(const Json &replicaSet, int count);
    void deletePods(const Json &replicaSet, Pods pods, int count);
    void writeStatus(const ObjectKey &key, const Json &replicaSet);
    void say(const Json &replicaSet, const QString &reason, const QString &message);

    WorldContext &m_context;
    PodLifecycle &m_pods;
    int m_handler = 0;
};

} // namespace signalbox::drill
