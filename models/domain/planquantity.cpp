// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/planquantity.h"

#include <QRegularExpression>
#include <QVector>

#include <algorithm>
#include <cmath>

namespace signalbox
{
namespace
{

struct UnitWord {
    Unit unit;
    QString word;
    double factor;
};

const QVector<UnitWord> &unitWords()
{
    static const QVector<UnitWord> words{
        {Unit::Ratio, QStringLiteral("%"), 0.01},
        {Unit::Seconds, QStringLiteral("us"), 1e-6},
        {Unit::Seconds, QStringLiteral("ms"), 1e-3},
        {Unit::Seconds, QStringLiteral("s"), 1},
        {Unit::Seconds, QStringLiteral("min"), 60},
        {Unit::Seconds, QStringLiteral("h"), 3600},
        {Unit::PerSecond, QStringLiteral("/s"), 1},
        {Unit::PerSecond, QStringLiteral("/min"), 1.0 / 60},
        {Unit::PerSecond, QStringLiteral("/h"), 1.0 / 3600},
        {Unit::Bytes, QStringLiteral("B"), 1},
        {Unit::Bytes, QStringLiteral("kB"), 1e3},
        {Unit::Bytes, QStringLiteral("MB"), 1e6},
        {Unit::Bytes, QStringLiteral("GB"), 1e9},
        {Unit::Bytes, QStringLiteral("TB"), 1e12},
        {Unit::Bytes, QStringLiteral("KiB"), 1024},
        {Unit::Bytes, QStringLiteral("MiB"), 1024.0 * 1024},
        {Unit::Bytes, QStringLiteral("GiB"), 1024.0 * 1024 * 1024},
        {Unit::Bytes, QStringLiteral("TiB"), 1024.0 * 1024 * 1024 * 1024},
        {Unit::Cores, QStringLiteral("cores"), 1},
        {Unit::Cores, QStringLiteral("m"), 1e-3},
        {Unit::None, QStringLiteral("x"), 1},
        {Unit::None, QStringLiteral("points"), 1},
    };
    return words;
}

/// Multiplying by 0.01 or 0.001 would turn 7 % into 0.07000000000000001; dividing does not.
double scaled(double number, double factor)
{
    return factor < 1 ? number / std::round(1 / factor) : number * factor;
}

bool isCountWord(const QString &word)
{
    static const QRegularExpression shape(QStringLiteral("^\\p{L}[\\p{L}\\p{M} -]*\\z"));
    return shape.match(word).hasMatch();
}

} // namespace

std::optional<std::chrono::seconds> parsePlanDuration(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:([0-9]{1,6})d)?(?:([0-9]{1,7})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,10})s)?\\z"));
    constexpr std::chrono::seconds Longest = std::chrono::hours(24) * 365 * 100;
    const QRegularExpressionMatch match = shape.match(text);
    if (text.isEmpty() || !match.hasMatch()) {
        return std::nullopt;
    }
    const std::chrono::seconds length = std::chrono::hours(24) * match.captured(1).toLongLong() +
                                        std::chrono::hours(match.captured(2).toLongLong()) +
                                        std::chrono::minutes(match.captured(3).toLongLong()) +
                                        std::chrono::seconds(match.captured(4).toLongLong());
    return length > Longest ? std::nullopt : std::optional(length);
}

Threshold parseThreshold(const QString &text, Unit unit)
{
    static const QRegularExpression shape(QStringLiteral("^(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?) ?(.*)\\z"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch()) {
        return {0, ThresholdProblem::NotANumber};
    }
    const double number = match.captured(1).toDouble();
    const QString word = match.captured(2);
    if (word.isEmpty()) {
        return {number, ThresholdProblem::NoUnit};
    }
    const auto known = std::find_if(unitWords().cbegin(), unitWords().cend(),
                                    [&word](const UnitWord &entry) { return entry.word == word; });
    if (known != unitWords().cend()) {
        return known->unit == unit ? Threshold{scaled(number, known->factor), ThresholdProblem::None}
                                   : Threshold{number, ThresholdProblem::OtherUnit};
    }
    if (unit == Unit::Count && isCountWord(word)) {
        return {number, ThresholdProblem::None};
    }
    return {number, isCountWord(word) ? ThresholdProblem::OtherUnit : ThresholdProblem::NotANumber};
}

QStringList thresholdUnits(Unit unit)
{
    QStringList words;
    for (const UnitWord &entry : unitWords()) {
        if (entry.unit == unit) {
            words.append(entry.word);
        }
    }
    return words;
}

} // namespace signalbox
