// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/expressionvalue.h"

#include <cmath>

namespace signalbox::drill
{

tl::unexpected<Error> expressionProblem(const QString &why)
{
    return failure(ErrorCode::Invalid, ErrorLayer::Rule, why);
}

QString numberText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    return QString::number(value, 'g', 15);
}

Result<ExpressionValue> compareValues(const QString &operation, const ExpressionValue &left,
                                      const ExpressionValue &right)
{
    const double *a = std::get_if<double>(&left);
    const double *b = std::get_if<double>(&right);
    if (!a || !b) {
        const bool *p = std::get_if<bool>(&left);
        const bool *q = std::get_if<bool>(&right);
        if (p && q && operation == QLatin1String("=="))
            return ExpressionValue(*p == *q);
        if (p && q && operation == QLatin1String("!="))
            return ExpressionValue(*p != *q);
        return expressionProblem(QStringLiteral("%1 compares two numbers").arg(operation));
    }
    if (operation == QLatin1String("<"))
        return ExpressionValue(*a < *b);
    if (operation == QLatin1String("<="))
        return ExpressionValue(*a <= *b);
    if (operation == QLatin1String(">"))
        return ExpressionValue(*a > *b);
    if (operation == QLatin1String(">="))
        return ExpressionValue(*a >= *b);
    const bool same = *a == *b;
    return ExpressionValue(operation == QLatin1String("==") ? same : !same);
}

Result<ExpressionValue> calculateValues(QChar operation, const ExpressionValue &left,
                                        const ExpressionValue &right)
{
    const double *a = std::get_if<double>(&left);
    const double *b = std::get_if<double>(&right);
    if (!a || !b)
        return expressionProblem(QStringLiteral("%1 takes two numbers").arg(operation));
    switch (operation.toLatin1()) {
    case '+':
        return ExpressionValue(*a + *b);
    case '-':
        return ExpressionValue(*a - *b);
    case '*':
        return ExpressionValue(*a * *b);
    case '%':
        return ExpressionValue(std::fmod(*a, *b));
    default:
        return ExpressionValue(*a / *b);
    }
}

} // namespace signalbox::drill
