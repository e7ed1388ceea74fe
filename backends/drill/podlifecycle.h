// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/worldcontext.h"
#include "backends/drill/worldtime.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox::drill
{

/// Scheduler and node agent in one: binds pods to nodes, starts their containers, makes them ready after a
/// while, restarts what crashes or runs out of memory, and backs off.
class PodLifecycle
{
public:
    explicit PodLifecycle(WorldContext &context);

    void observe(const ResourceType &type, const StoreEvent &event);
    /// Brings a pod straight to ready, for filling a cluster. The pod is not stored yet.
    void bearReady(Json &pod);
    /// Gives a sibling of such a pod a node and an address of its own.
    void settle(Json &pod);

private:
    enum class Stage { Unscheduled, Creating, Starting, Ready, BackingOff };

    void look(const ObjectKey &key);
    void advance(const Json &pod, const ObjectKey &key);
    void schedule(const Json &pod, const ObjectKey &key);
    void start(const Json &pod, const ObjectKey &key);
    void becomeReadyOrCrash(const Json &pod, const ObjectKey &key);
    void runOutOfMemory(const Json &pod, const ObjectKey &key);
    void planNext(const Json &pod, const ObjectKey &key);
    void say(const Json &pod, const QString &reason, const QString &message, bool warning = false);
    [[nodiscard]] static Stage stageOf(const Json &pod);
    [[nodiscard]] Milliseconds scaled(double seconds, double floorSeconds) const;
    [[nodiscard]] QString pickNode();
    [[nodiscard]] QString nextAddress();

    WorldContext &m_context;
    int m_handler = 0;
    QHash<QString, QDateTime> m_due; // pod uid -> when its next change happens
    QStringList m_nodes;
    quint32 m_addresses = 0;
    quint32 m_nodeTurn = 0;
};

} // namespace signalbox::drill
