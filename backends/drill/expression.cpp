// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/expression.h"

#include "backends/drill/expressionlexer.h"
#include "backends/drill/expressionvalue.h"

#include <QStringList>

#include <cmath>

namespace signalbox::drill
{

namespace
{

using Value = ExpressionValue;

tl::unexpected<Error> wrong(const QString &why)
{
    return expressionProblem(why);
}

/// Recursive descent over the tokens; every rule returns its value or the first error.
class Evaluator
{
public:
    Evaluator(const QVector<ExpressionToken> &tokens, const MetricAnswer &result)
        : m_tokens(tokens)
        , m_result(result)
    {
    }

    Result<Value> whole()
    {
        auto value = either();
        if (value && m_tokens.at(m_at).kind != ExpressionToken::Kind::End)
            return wrong(QStringLiteral("unexpected \"%1\"").arg(m_tokens.at(m_at).text));
        return value;
    }

private:
    const QVector<ExpressionToken> &m_tokens;
    const MetricAnswer &m_result;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<double> m_element; // "#" inside all and any

    bool take(QLatin1String symbol)
    {
        const ExpressionToken &token = m_tokens.at(m_at);
        if (token.kind == ExpressionToken::Kind::End || token.text != symbol)
            return false;
        ++m_at;
        return true;
    }

    Result<Value> either();
    Result<Value> both();
    Result<Value> comparison();
    Result<Value> sum();
    Result<Value> product();
    Result<Value> unary();
    Result<Value> primary();
    Result<Value> name(const QString &word);
    Result<Value> call(const QString &function);
    Result<Value> quantifier(bool all);
    Result<Value> withDefault();
    Result<Value> index(Value value);
    Result<Value> logical(bool isAnd);
    void skipArgument();
    Value resultValue() const;
};

Value Evaluator::resultValue() const
{
    if (m_result.scalar)
        return *m_result.scalar;
    return m_result.vector;
}

Result<Value> Evaluator::logical(bool isAnd)
{
    auto left = isAnd ? comparison() : both();
    const auto symbol = isAnd ? QLatin1String("&&") : QLatin1String("||");
    const auto word = isAnd ? QLatin1String("and") : QLatin1String("or");
    while (left && (take(symbol) || take(word))) {
        const auto right = isAnd ? comparison() : both();
        if (!right)
            return right;
        const bool *a = std::get_if<bool>(&*left);
        const bool *b = std::get_if<bool>(&*right);
        if (!a || !b)
            return wrong(QStringLiteral("%1 takes two conditions").arg(symbol));
        left = Value(isAnd ? (*a && *b) : (*a || *b));
    }
    return left;
}

Result<Value> Evaluator::either()
{
    if (++m_depth > 60)
        return wrong(QStringLiteral("nested too deeply"));
    auto value = logical(false);
    --m_depth;
    return value;
}

Result<Value> Evaluator::both()
{
    return logical(true);
}

Result<Value> Evaluator::comparison()
{
    auto left = sum();
    static const QStringList operations{QStringLiteral("<="), QStringLiteral(">="), QStringLiteral("=="),
                                        QStringLiteral("!="), QStringLiteral("<"),  QStringLiteral(">")};
    while (left && operations.contains(m_tokens.at(m_at).text)) {
        const QString operation = m_tokens.at(m_at++).text;
        const auto right = sum();
        if (!right)
            return right;
        left = compareValues(operation, *left, *right);
    }
    return left;
}

Result<Value> Evaluator::sum()
{
    auto left = product();
    while (left &&
           (m_tokens.at(m_at).text == QLatin1String("+") || m_tokens.at(m_at).text == QLatin1String("-"))) {
        const QChar operation = m_tokens.at(m_at++).text.at(0);
        const auto right = product();
        if (!right)
            return right;
        left = calculateValues(operation, *left, *right);
    }
    return left;
}

Result<Value> Evaluator::product()
{
    auto left = unary();
    while (left && QStringLiteral("*/%").contains(m_tokens.at(m_at).text) &&
           m_tokens.at(m_at).kind == ExpressionToken::Kind::Symbol) {
        const QChar operation = m_tokens.at(m_at++).text.at(0);
        const auto right = unary();
        if (!right)
            return right;
        left = calculateValues(operation, *left, *right);
    }
    return left;
}

Result<Value> Evaluator::unary()
{
    if (++m_depth > 60)
        return wrong(QStringLiteral("nested too deeply"));
    Result<Value> value = Value(Nothing{});
    if (take(QLatin1String("!")) || take(QLatin1String("not"))) {
        value = unary();
        const bool *truth = value ? std::get_if<bool>(&*value) : nullptr;
        if (value)
            value = truth ? Result<Value>(Value(!*truth)) : wrong(QStringLiteral("! takes a condition"));
    } else if (take(QLatin1String("-"))) {
        value = unary();
        if (value)
            value = calculateValues(QLatin1Char('-'), Value(0.0), *value);
    } else {
        value = primary();
    }
    --m_depth;
    return value;
}

Result<Value> Evaluator::primary()
{
    const ExpressionToken token = m_tokens.at(m_at);
    if (token.kind == ExpressionToken::Kind::Number) {
        ++m_at;
        return Value(token.number);
    }
    if (token.kind == ExpressionToken::Kind::Name) {
        ++m_at;
        return name(token.text);
    }
    if (take(QLatin1String("#"))) {
        if (!m_element)
            return wrong(QStringLiteral("# is only known inside all() and any()"));
        return Value(*m_element);
    }
    if (!take(QLatin1String("(")))
        return wrong(QStringLiteral("a value is missing"));
    auto value = either();
    if (value && !take(QLatin1String(")")))
        return wrong(QStringLiteral(") is missing"));
    return value;
}

Result<Value> Evaluator::name(const QString &word)
{
    if (word == QLatin1String("true") || word == QLatin1String("false"))
        return Value(word == QLatin1String("true"));
    if (word == QLatin1String("nil"))
        return Value(Nothing{});
    if (word == QLatin1String("result"))
        return index(resultValue());
    if (!take(QLatin1String("(")))
        return wrong(QStringLiteral("unknown name \"%1\"").arg(word));
    auto value = call(word);
    if (value && !take(QLatin1String(")")))
        return wrong(QStringLiteral(") is missing after %1").arg(word));
    return value;
}

Result<Value> Evaluator::index(Value value)
{
    if (!take(QLatin1String("[")))
        return value;
    const auto at = either();
    if (!at)
        return at;
    if (!take(QLatin1String("]")))
        return wrong(QStringLiteral("] is missing"));
    const auto *list = std::get_if<QVector<double>>(&value);
    const double *place = std::get_if<double>(&*at);
    if (!list || !place)
        return wrong(QStringLiteral("only a vector result has elements"));
    if (!(*place >= 0 && *place < static_cast<double>(list->size())))
        return wrong(QStringLiteral("result has no element %1").arg(numberText(*place)));
    return Value(list->at(static_cast<qsizetype>(*place)));
}

Result<Value> Evaluator::call(const QString &function)
{
    if (function == QLatin1String("all") || function == QLatin1String("any"))
        return quantifier(function == QLatin1String("all"));
    if (function == QLatin1String("default"))
        return withDefault();
    const auto value = either();
    if (!value)
        return value;
    const double *numeric = std::get_if<double>(&*value);
    const auto *list = std::get_if<QVector<double>>(&*value);
    if (function == QLatin1String("len") && list)
        return Value(static_cast<double>(list->size()));
    if (function == QLatin1String("isNil"))
        return Value(std::holds_alternative<Nothing>(*value));
    if (function == QLatin1String("isNaN") && numeric)
        return Value(static_cast<bool>(std::isnan(*numeric)));
    if (function == QLatin1String("isInf") && numeric)
        return Value(static_cast<bool>(std::isinf(*numeric)));
    if (function == QLatin1String("asFloat") && numeric)
        return *value;
    if (function == QLatin1String("asInt") && numeric)
        return Value(std::trunc(*numeric));
    if (function == QLatin1String("abs") && numeric)
        return Value(std::abs(*numeric));
    return wrong(QStringLiteral("%1() is unknown or cannot take this value").arg(function));
}

void Evaluator::skipArgument()
{
    int depth = 0;
    while (m_tokens.at(m_at).kind != ExpressionToken::Kind::End) {
        const QString &word = m_tokens.at(m_at).text;
        if (depth == 0 && (word == QLatin1String(",") || word == QLatin1String(")")))
            return;
        if (word == QLatin1String("(") || word == QLatin1String("["))
            ++depth;
        if (word == QLatin1String(")") || word == QLatin1String("]"))
            --depth;
        ++m_at;
    }
}

Result<Value> Evaluator::withDefault()
{
    const qsizetype start = m_at;
    auto value = either();
    if (!value) { // an empty vector has no element 0: that is what default() is for
        m_at = start;
        skipArgument();
    }
    if (!take(QLatin1String(",")))
        return wrong(QStringLiteral("default() takes two values"));
    const auto otherwise = either();
    if (!value || !otherwise)
        return otherwise;
    const double *numeric = std::get_if<double>(&*value);
    const auto *list = std::get_if<QVector<double>>(&*value);
    const bool useless = std::holds_alternative<Nothing>(*value) || (numeric && std::isnan(*numeric)) ||
                         (list && list->isEmpty());
    return useless ? otherwise : value;
}

Result<Value> Evaluator::quantifier(bool all)
{
    const auto value = either();
    if (!value)
        return value;
    const auto *list = std::get_if<QVector<double>>(&*value);
    if (!list || !take(QLatin1String(",")) || !take(QLatin1String("{")))
        return wrong(QStringLiteral("all() and any() take a vector and {condition}"));
    const qsizetype start = m_at;
    bool outcome = all;
    // The body is read at least once so that its end is found for an empty vector too.
    const QVector<double> elements = list->isEmpty() ? QVector<double>{0.0} : *list;
    for (const double element : elements) {
        m_at = start;
        m_element = element;
        const auto truth = either();
        m_element.reset();
        if (!truth)
            return truth;
        const bool *met = std::get_if<bool>(&*truth);
        if (!met)
            return wrong(QStringLiteral("{} must hold a condition"));
        if (!list->isEmpty())
            outcome = all ? (outcome && *met) : (outcome || *met);
    }
    if (!take(QLatin1String("}")))
        return wrong(QStringLiteral("} is missing"));
    return Value(outcome);
}

} // namespace

QString MetricAnswer::text() const
{
    if (scalar)
        return numberText(*scalar);
    QStringList parts;
    for (const double value : vector)
        parts.append(numberText(value));
    return QLatin1Char('[') + parts.join(QLatin1Char(',')) + QLatin1Char(']');
}

Result<bool> evaluateCondition(const QString &condition, const MetricAnswer &result)
{
    const auto tokens = expressionTokens(condition);
    if (!tokens)
        return tl::unexpected(tokens.error());
    const auto value = Evaluator(*tokens, result).whole();
    if (!value)
        return tl::unexpected(value.error());
    const bool *truth = std::get_if<bool>(&*value);
    if (!truth)
        return wrong(QStringLiteral("the condition is not true or false"));
    return *truth;
}

} // namespace signalbox::drill
