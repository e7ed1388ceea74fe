// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/metricsapi.h"

#include <chrono>

namespace signalbox
{

/// Single measurements. Each future is fulfilled on the thread of the server's answers, whatever becomes of
/// the caller; clock outlives them.
namespace metricmeasure
{

/// The one number of an instant query.
[[nodiscard]] QFuture<Result<Reading>> value(MetricsApi &api, const QString &promql, const Clock &clock,
                                             std::chrono::seconds staleAfter);

/// Percent that `part` is of `whole`.
[[nodiscard]] QFuture<Result<Reading>> share(QFuture<Result<Reading>> part, QFuture<Result<Reading>> whole);

/// Unusable as soon as one of them is; NotANumber when the whole is zero.
[[nodiscard]] Reading percentOf(const Reading &part, const Reading &whole);

/// A query that brought no answer.
[[nodiscard]] Reading failedReading(const Error &error);

} // namespace metricmeasure
} // namespace signalbox
