// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/revisions.h"
#include "backends/drill/worldcontext.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace signalbox::drill
{

/// Rolls Deployments: new ReplicaSet up, old ones down, within surge and availability.
class DeploymentController
{
public:
    explicit DeploymentController(WorldContext &context);

    void observe(const ResourceType &type, const StoreEvent &event);

private:
    struct View {
        std::shared_ptr<const Json> object;
        ObjectKey key;
        int replicas = 1;
        bool paused = false;
        QString hash;
        QVector<ReplicaSetView> sets;
    };

    void reconcile(const ObjectKey &key);
    [[nodiscard]] std::optional<View> look(const ObjectKey &key) const;
    void ensureNewSet(View &view);
    void roll(const View &view);
    void scalePaused(const View &view);
    void scale(const View &view, const ReplicaSetView &set, int replicas);
    void writeStatus(const View &view);
    void writeProgress(const View &view, Json &status, bool complete);

    WorldContext &m_context;
    int m_handler = 0;
    struct Progress {
        QString signature; ///< what progress looks like: counts of the sets
        QDateTime since;
    };
    QHash<QString, Progress> m_progress; // by uid
};

} // namespace signalbox::drill
