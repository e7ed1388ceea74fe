// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace signalbox
{

/// A length of time as plans write it: whole numbers with d, h, m or s, from large to small, each at most
/// once: "90s", "15m", "1h30m". None for anything else and for more than 100 years.
[[nodiscard]] std::optional<std::chrono::seconds> parsePlanDuration(const QString &text);

enum class ThresholdProblem { None, NotANumber, NoUnit, OtherUnit };

struct Threshold {
    double value = 0; ///< in the base unit: ratio, seconds, per second, bytes, cores
    ThresholdProblem problem = ThresholdProblem::None;
};
/// A number with its unit as plans write it: "1 %", "100 ms", "500 /s", "1 GB", "0.5 cores", "5000 jobs".
/// For Unit::Count any word counts that is not a unit of something else; for Unit::None it is x or points.
[[nodiscard]] Threshold parseThreshold(const QString &text, Unit unit);
/// The unit words a plan may write for a unit; empty for Unit::Count, where the word is the author's own.
[[nodiscard]] QStringList thresholdUnits(Unit unit);

} // namespace signalbox
