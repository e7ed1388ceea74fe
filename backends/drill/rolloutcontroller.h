// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/canarydriver.h"
#include "backends/drill/rolloutpass.h"
#include "backends/drill/worldcontext.h"

#include <QHash>
#include <QString>

namespace signalbox::drill
{

/// The Argo Rollouts controller of the drill: canary and blue/green, pause, abort, retry, undo, full
/// promotion, restart, workload references. Everything it knows is in the served objects, besides when
/// progress was last seen.
class RolloutController
{
public:
    explicit RolloutController(WorldContext &context);

    void observe(const ResourceType &type, const StoreEvent &event);

private:
    void enqueueUsers(const QString &namespaceName, const QString &workload);
    void reconcile(const ObjectKey &key);
    void runStrategy(RolloutPass &pass);
    void followSpec(RolloutPass &pass);
    void startOver(RolloutPass &pass, bool firstTime);
    void followRequests(RolloutPass &pass);
    void ensureSet(RolloutPass &pass);
    void abort(RolloutPass &pass, const QString &why);
    void restart(RolloutPass &pass);
    void scaleWorkload(const RolloutPass &pass);
    [[nodiscard]] bool withinWindow(const RolloutPass &pass) const;
    [[nodiscard]] bool timedOut(RolloutPass &pass);
    void write(RolloutPass &pass);

    WorldContext &m_context;
    CanaryDriver m_canary;
    int m_handler = 0;
    struct Progress {
        QString signature;
        QDateTime since;
    };
    QHash<QString, Progress> m_progress; // by uid
};

} // namespace signalbox::drill
