// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/expression.h"
#include "backends/drill/objectstore.h"
#include "backends/drill/worldtime.h"

#include <QString>

#include <optional>

namespace signalbox::drill
{

/// What one metric of an analysis run asks for.
struct MetricRules {
    QString name;
    QString query;
    QString successCondition;
    QString failureCondition;
    std::optional<Milliseconds> interval;
    Milliseconds initialDelay{0};
    int count = 0;        ///< 0: one measurement without an interval, endless with one
    int failureLimit = 0; ///< below 0: never fails
    int inconclusiveLimit = 0;
    int consecutiveErrorLimit = 4;
    bool dryRun = false;
};
[[nodiscard]] MetricRules metricRules(const Json &metric);
/// {{args.name}} replaced. Nothing if an argument has no value.
[[nodiscard]] std::optional<QString> withArguments(const QString &query, const Json &arguments);

enum class MetricPhase { Running, Successful, Inconclusive, Error, Failed };
[[nodiscard]] QString phaseText(MetricPhase phase);
[[nodiscard]] MetricPhase phaseFrom(const QString &text);

struct Verdict {
    MetricPhase phase = MetricPhase::Error;
    QString message;
};
/// Judges one measurement.
[[nodiscard]] Verdict judge(const MetricRules &rules, const Result<MetricAnswer> &answer);

struct MetricTally {
    int count = 0; ///< completed, not errors
    int successful = 0;
    int failed = 0;
    int inconclusive = 0;
    int error = 0;
    int consecutiveError = 0;
};
void add(MetricTally &tally, MetricPhase phase);
/// Where the metric stands after these measurements.
[[nodiscard]] Verdict assess(const MetricRules &rules, const MetricTally &tally);

} // namespace signalbox::drill
