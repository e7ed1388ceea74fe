// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QVector>

namespace signalbox::drill
{

struct ExpressionToken {
    enum class Kind { Number, Name, Symbol, End };
    Kind kind = Kind::End;
    QString text;
    double number = 0;
};

/// Words, numbers and operators of a condition; ends with an End token. Invalid for a character that starts
/// none of them.
[[nodiscard]] Result<QVector<ExpressionToken>> expressionTokens(const QString &condition);

} // namespace signalbox::drill
