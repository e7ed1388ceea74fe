// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/result.h"

namespace signalbox::prometheus
{

/// Body of a 200 of /query or /query_range. Float samples and native histograms of one label set become two
/// series. Series are sorted by labels, samples by time. A string result is a series whose value is NaN.
/// `asked` is left for the caller.
[[nodiscard]] Result<QueryAnswer> parseQueryAnswer(const QByteArray &body);

/// The order of series in an answer: by labels, floats before histograms.
[[nodiscard]] bool seriesBefore(const Series &left, const Series &right);

} // namespace signalbox::prometheus
