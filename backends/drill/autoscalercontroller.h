// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/trafficmodel.h"
#include "backends/drill/worldcontext.h"
#include "backends/drill/worldtime.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <deque>

namespace signalbox::drill
{

/// autoscaling/v2 on CPU utilisation: scales Deployments and Rollouts by what the simulated traffic costs.
class AutoscalerController
{
public:
    /// @param traffic outlives this
    AutoscalerController(WorldContext &context, const TrafficModel &traffic);

    void observe(const ResourceType &type, const StoreEvent &event);

private:
    struct Measured {
        int current = 0;     ///< spec.replicas of the target
        int utilisation = 0; ///< percent of the request, mean over ready pods
        bool valid = false;
    };
    struct Proposal {
        QDateTime at;
        int replicas = 0;
    };

    void reconcile(const ObjectKey &key);
    [[nodiscard]] Measured measure(const Json &autoscaler, const Json &target) const;
    [[nodiscard]] int stabilised(const Json &autoscaler, int proposal, int current);
    void rescale(const Json &autoscaler, const Measured &measured, int desired);
    void writeStatus(const ObjectKey &key, const Json &autoscaler, const Measured &measured, int wanted);
    void writeMissing(const ObjectKey &key);

    WorldContext &m_context;
    const TrafficModel &m_traffic;
    int m_handler = 0;
    QHash<QString, std::deque<Proposal>> m_proposals; // by uid
};

} // namespace signalbox::drill
