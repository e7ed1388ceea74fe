// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/trafficmodel.h"

#include <QByteArray>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::drill
{

/// Series of one metric name, with their values now.
struct MetricFamily {
    const char *name;
    const char *type; ///< counter, gauge, histogram
    /// Whole series text up to the value: name{label="value",…
    /// without the closing brace, so that target labels can be added.
    std::vector<std::pair<std::string, double>> series;
};
using MetricFamilies = std::vector<MetricFamily>;

using Labels = std::initializer_list<std::pair<const char *, QString>>;
/// name{a="b",c="d" with values escaped; without the closing brace.
[[nodiscard]] std::string seriesText(const char *name, const Labels &labels);

/// http_*, login_* and queue_* families as services export them, and istio_* as a mesh would.
[[nodiscard]] MetricFamilies trafficFamilies(const TrafficModel &model);

/// The Prometheus text format, version 0.0.4.
[[nodiscard]] QByteArray expositionText(const MetricFamilies &families);
/// OpenMetrics lines at one time, with the labels a scrape would have added.
void appendHistory(QByteArray &out, const MetricFamilies &families, double secondsSinceEpoch);
/// Labels that a scrape adds; also used in the scrape configuration.
inline constexpr const char *historyJob = "drill";
inline constexpr const char *historyInstance = "world";

} // namespace signalbox::drill
