// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/expressionlexer.h"

namespace signalbox::drill
{

namespace
{

bool continuesNumber(QChar c, QChar previous)
{
    const QChar before = previous.toLower();
    return c.isDigit() || c == QLatin1Char('.') || c.toLower() == QLatin1Char('e') ||
           ((c == QLatin1Char('-') || c == QLatin1Char('+')) && before == QLatin1Char('e'));
}

QString symbolAt(const QString &text, qsizetype at)
{
    static const QStringList pairs{QStringLiteral("<="), QStringLiteral(">="), QStringLiteral("=="),
                                   QStringLiteral("!="), QStringLiteral("&&"), QStringLiteral("||")};
    const QString two = text.mid(at, 2);
    if (pairs.contains(two))
        return two;
    static const QString singles = QStringLiteral("<>!()[]{},+-*/%#");
    return singles.contains(text.at(at)) ? QString(text.at(at)) : QString();
}

} // namespace

Result<QVector<ExpressionToken>> expressionTokens(const QString &condition)
{
    QVector<ExpressionToken> tokens;
    qsizetype at = 0;
    while (at < condition.size()) {
        const QChar c = condition.at(at);
        qsizetype end = at + 1;
        if (c.isSpace()) {
            at = end;
            continue;
        }
        if (c.isDigit() || (c == QLatin1Char('.') && end < condition.size() && condition.at(end).isDigit())) {
            while (end < condition.size() && continuesNumber(condition.at(end), condition.at(end - 1)))
                ++end;
            const QString digits = condition.mid(at, end - at);
            bool fine = false;
            const double value = digits.toDouble(&fine);
            if (!fine)
                return failure(ErrorCode::Invalid, ErrorLayer::Rule,
                               QStringLiteral("\"%1\" is no number").arg(digits));
            tokens.append({ExpressionToken::Kind::Number, digits, value});
        } else if (c.isLetter() || c == QLatin1Char('_')) {
            while (end < condition.size() &&
                   (condition.at(end).isLetterOrNumber() || condition.at(end) == QLatin1Char('_')))
                ++end;
            tokens.append({ExpressionToken::Kind::Name, condition.mid(at, end - at), 0});
        } else {
            const QString symbol = symbolAt(condition, at);
            if (symbol.isEmpty())
                return failure(ErrorCode::Invalid, ErrorLayer::Rule,
                               QStringLiteral("unexpected character at column %1").arg(at + 1));
            end = at + symbol.size();
            tokens.append({ExpressionToken::Kind::Symbol, symbol, 0});
        }
        at = end;
    }
    tokens.append(ExpressionToken{});
    return tokens;
}

} // namespace signalbox::drill
