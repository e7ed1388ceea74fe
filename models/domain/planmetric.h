// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"
#include "models/domain/metric.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace signalbox
{

enum class Severity { Sev1, Sev2, Sev3, Sev4 };

/// What a metric is compared with besides its limits.
enum class Comparison {
    None,
    ErrorRate, ///< anytime-valid test over counts of errors and requests
    Ranks,     ///< rank test over samples of both arms
};

/// One metric with the ladder objective < promote limit < rollback limit. Queries hold the placeholders of
/// MetricScope and are scoped to one version. Limits are strict as written: equality never triggers.
/// Source: requirements D1, B-02 … B-06, B-51, B-52.
struct PlanMetric {
    QString id;
    LocalText title;
    QStringList requirements;
    QString group; ///< gate, critical, business, system …
    Unit unit = Unit::None;
    Direction direction = Direction::LowerIsBetter;
    std::optional<double> objective; ///< all three in `unit`
    std::optional<double> promoteLimit;
    std::optional<double> rollbackLimit;
    QString query;        ///< one number for one version
    QString samplesQuery; ///< events behind it in the window
    QString errorsQuery;  ///< Comparison::ErrorRate: count of bad events in the window
    std::optional<double> minimumSamples;
    std::chrono::seconds freshness{120};
    std::chrono::seconds rollbackHold{0}; ///< the rollback limit has to be broken this long
    int consecutive = 1;                  ///< or this many evaluations in a row
    Comparison comparison = Comparison::None;
    double practicalRatio = 0.10; ///< Ranks: a worsening below this share is not significant
    double practicalShift = 0;    ///< Ranks: nor one below this amount, in `unit`
    Severity severity = Severity::Sev3;
    QString severityWord; ///< the plan's own word, shown beside ours
    bool operator==(const PlanMetric &) const = default;
};

/// A service level objective over a window. Ratios are of good to all events.
struct PlanObjective {
    QString id;
    LocalText title;
    QStringList requirements;
    double objective = 0; ///< 0.999 …
    QString goodQuery;
    QString totalQuery;
    std::chrono::seconds window{0};   ///< 0: the calendar month
    std::chrono::seconds maturity{0}; ///< an event counts as bad only after this time
    bool operator==(const PlanObjective &) const = default;
};

} // namespace signalbox
