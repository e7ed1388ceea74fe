// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"

#include <QList>
#include <QPointF>
#include <QVector>

#include <optional>

namespace signalbox
{

// The arithmetic of charts: pure, no widget, no clock.

/// A stretch of time in Unix milliseconds.
struct TimeSpan {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
    bool operator==(const TimeSpan &) const = default;
};

/// Samples as points for QXYSeries::replace(): at most one pair per pixel column, gaps as NaN points, which
/// replace() keeps and draws as gaps.
[[nodiscard]] QList<QPointF> chartPoints(const QVector<Sample> &samples, const TimeSpan &span, int columns);

/// Distance from which two samples are not joined: one and a half of the usual step. 0: too few samples to
/// say.
[[nodiscard]] std::int64_t gapLimit(const QVector<Sample> &samples);

/// Round times inside the span, at most `most` of them, evenly spaced by a round step of clock time.
/// @param offsetSeconds of the zone shown, so that "12:00" and not "12:30" is round there
[[nodiscard]] QVector<std::int64_t> timeTicks(const TimeSpan &span, int most, int offsetSeconds);

/// Value axis with round ends.
struct ValueScale {
    double low = 0;
    double high = 1;
    double step = 0.5; ///< distance of the lines of the grid
    bool operator==(const ValueScale &) const = default;
};
/// Covers all finite samples and the limit. Starts at zero where less is better; where more is better it
/// shows the neighbourhood of the data, since a success rate near 100 % would be a line at the top otherwise.
[[nodiscard]] ValueScale valueScale(const QVector<const QVector<Sample> *> &lines,
                                    std::optional<double> limit, Direction direction, Unit unit = Unit::None);

/// Value of the newest finite sample not later than `ms` and not older than `gapMs`.
[[nodiscard]] std::optional<double> valueAt(const QVector<Sample> &samples, std::int64_t ms,
                                            std::int64_t gapMs);

} // namespace signalbox
