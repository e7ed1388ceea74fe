// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QVector>

#include <optional>

namespace signalbox::drill
{

/// What a metric provider answered: one number, or the numbers of a vector.
struct MetricAnswer {
    std::optional<double> scalar;
    QVector<double> vector;
    /// As analysis runs store it: "0.02", "[0.02,0.4]".
    [[nodiscard]] QString text() const;
};

/// Evaluates a successCondition or failureCondition: comparisons, && || !, arithmetic, result, result[i],
/// len, isNaN, isInf, isNil, default, abs, all and any over "{# < x}". An index outside the vector, a
/// comparison of unlike things or a syntax error is an Error (code Invalid), never false. Pure.
[[nodiscard]] Result<bool> evaluateCondition(const QString &condition, const MetricAnswer &result);

} // namespace signalbox::drill
