// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/analysisassessment.h"
#include "backends/drill/metricsource.h"
#include "backends/drill/worldcontext.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <memory>

namespace signalbox::drill
{

/// Runs AnalysisRuns: measures when due, judges, ends the run. Measurements that fell due while the cluster's
/// past was being made are taken later for the instants they belong to.
class AnalysisController
{
public:
    explicit AnalysisController(WorldContext &context);

    /// @param source outlives the controller; without one every measurement waits
    void setSource(MetricSource *source) { m_source = source; }
    void goLive();
    void observe(const ResourceType &type, const StoreEvent &event);

private:
    void reconcile(const ObjectKey &key);
    void begin(const ObjectKey &key);
    void measureDue(const ObjectKey &key, const Json &run);
    void measure(const ObjectKey &key, const Json &run, const MetricRules &rules, const QDateTime &at);
    void record(const ObjectKey &key, const MetricRules &rules, const QDateTime &at,
                const Result<MetricAnswer> &answer);
    void finishIfDone(const ObjectKey &key);
    void terminate(const ObjectKey &key);
    [[nodiscard]] QDateTime nextMeasurement(const Json &run, const MetricRules &rules) const;

    WorldContext &m_context;
    MetricSource *m_source = nullptr;
    bool m_live = false;
    int m_handler = 0;
    QSet<QString> m_inFlight;                                // uid/metric
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // answers may come after the end
};

} // namespace signalbox::drill
