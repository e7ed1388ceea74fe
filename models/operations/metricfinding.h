// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"
#include "models/domain/planmetric.h"
#include "models/domain/probefinding.h"

namespace signalbox
{

/// One look at a metric of a plan as evidence for a checklist: within its promote limit, with the samples it
/// wants. Words are those of PromQL probes. GUI thread. @param api null: no server, which is Unknown; clock
/// outlives the answer
[[nodiscard]] QFuture<Result<ProbeFinding>> findMetric(MetricsApi *api, const PlanMetric &metric,
                                                       const MetricScope &scope, const Clock &clock);

/// One number by a query of a plan. A reading without a value says why. GUI thread.
[[nodiscard]] QFuture<Result<Reading>> readMetric(MetricsApi *api, const QString &query,
                                                  const MetricScope &scope, const Clock &clock,
                                                  std::chrono::seconds staleAfter);
/// What was read as evidence.
[[nodiscard]] ProbeFinding findingOf(const PlanMetric &metric, const Reading &reading, const QDateTime &now);

} // namespace signalbox
