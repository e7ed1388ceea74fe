// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/metricmeasure.h"

#include <algorithm>

namespace signalbox::metricmeasure
{

QFuture<Result<Reading>> value(MetricsApi &api, const QString &promql, const Clock &clock,
                               std::chrono::seconds staleAfter)
{
    return api.query(promql, QDateTime())
        .then(QtFuture::Launch::Sync,
              [&clock, staleAfter](const Result<QueryAnswer> &answer) -> Result<Reading> {
                  if (!answer) {
                      return tl::unexpected(answer.error());
                  }
                  return readSingle(*answer, clock.nowUtc(), staleAfter);
              });
}

QFuture<Result<Reading>> share(QFuture<Result<Reading>> part, QFuture<Result<Reading>> whole)
{
    return part
        .then(QtFuture::Launch::Sync,
              [whole](const Result<Reading> &first) mutable {
                  return whole.then(QtFuture::Launch::Sync,
                                    [first](const Result<Reading> &second) -> Result<Reading> {
                                        if (!first || !second) {
                                            return tl::unexpected(first ? second.error() : first.error());
                                        }
                                        return percentOf(*first, *second);
                                    });
              })
        .unwrap();
}

Reading percentOf(const Reading &part, const Reading &whole)
{
    for (const Reading &reading : {part, whole}) {
        if (!reading.value) {
            return reading;
        }
    }
    Reading percent = part;
    percent.at = std::min(part.at, whole.at);
    if (*whole.value <= 0) {
        percent.value.reset();
        percent.problem = ValueProblem::NotANumber;
        return percent;
    }
    percent.value = std::clamp(100 * *part.value / *whole.value, 0.0, 100.0);
    return percent;
}

Reading failedReading(const Error &error)
{
    Reading reading;
    reading.problem = ValueProblem::QueryFailed;
    reading.detail = error.detail;
    return reading;
}

} // namespace signalbox::metricmeasure
