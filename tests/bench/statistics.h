// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace signalbox::bench
{

/// CLOCK_MONOTONIC in nanoseconds: the same clock in every process of this machine.
[[nodiscard]] qint64 monotonicNs();

/// Middle value (mean of the two middle ones); 0 for no values.
[[nodiscard]] double median(std::vector<double> values);
/// Nearest-rank percentile: the smallest value that at least `percent` of all values do not exceed.
[[nodiscard]] double percentile(std::vector<double> values, double percent);

} // namespace signalbox::bench
