// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QVector>

#include <variant>

namespace signalbox::drill
{

/// nil
struct Nothing {
};
/// What a part of a condition amounts to.
using ExpressionValue = std::variant<Nothing, bool, double, QVector<double>>;

/// An Error that says why a condition cannot be evaluated.
[[nodiscard]] tl::unexpected<Error> expressionProblem(const QString &why);
/// "NaN", "+Inf", "0.02"
[[nodiscard]] QString numberText(double value);
/// < <= > >= == != ; Invalid for unlike things.
[[nodiscard]] Result<ExpressionValue> compareValues(const QString &operation, const ExpressionValue &left,
                                                    const ExpressionValue &right);
/// + - * / % of numbers.
[[nodiscard]] Result<ExpressionValue> calculateValues(QChar operation, const ExpressionValue &left,
                                                      const ExpressionValue &right);

} // namespace signalbox::drill
