// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace signalbox::core
{

/// One point of a line; time in milliseconds. A value that is not finite breaks the line.
struct ChartPoint {
    std::int64_t ms = 0;
    double value = 0;
};

/// The part of a time axis that is on screen.
struct ChartSpan {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
    int columns = 0;        ///< width in pixels
    std::int64_t gapMs = 0; ///< two points farther apart than this are not joined; 0: always joined
};

/// Thins a line out to what its pixels can show: for each pixel column the smallest and the largest value, in
/// the order in which they occurred, so that no spike is lost. Breaks (NaN, ±Inf, or a distance above gapMs)
/// survive as one NaN point each, at most one a column, never first or last.
/// @param points ascending in time
/// @return at most three points per column
[[nodiscard]] std::vector<ChartPoint> decimate(std::span<const ChartPoint> points, const ChartSpan &span);

} // namespace signalbox::core
