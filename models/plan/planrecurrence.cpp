// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planrecurrence.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <cstdlib>

namespace signalbox
{
namespace
{

/// A list of numbers; the sign is for counting from the end.
struct Range {
    int minimum;
    int maximum;
    bool fromEnd;
};

const QHash<QString, Range> &ranges()
{
    static const QHash<QString, Range> all{
        {QStringLiteral("BYSECOND"), {0, 60, false}},  {QStringLiteral("BYMINUTE"), {0, 59, false}},
        {QStringLiteral("BYHOUR"), {0, 23, false}},    {QStringLiteral("BYMONTHDAY"), {1, 31, true}},
        {QStringLiteral("BYYEARDAY"), {1, 366, true}}, {QStringLiteral("BYWEEKNO"), {1, 53, true}},
        {QStringLiteral("BYMONTH"), {1, 12, false}},   {QStringLiteral("BYSETPOS"), {1, 366, true}},
        {QStringLiteral("COUNT"), {1, 100000, false}}, {QStringLiteral("INTERVAL"), {1, 100000, false}},
    };
    return all;
}

bool numbersFit(const QString &value, const Range &range, bool single)
{
    static const QRegularExpression shape(QStringLiteral("^[+-]?[0-9]{1,6}\\z"));
    const QStringList numbers = value.split(QLatin1Char(','));
    if (single && numbers.size() != 1) {
        return false;
    }
    for (const QString &each : numbers) {
        const int number = each.toInt();
        const int size = range.fromEnd ? std::abs(number) : number;
        if (!shape.match(each).hasMatch() || size < range.minimum || size > range.maximum) {
            return false;
        }
    }
    return true;
}

bool partFits(const QString &name, const QString &value)
{
    static const QRegularExpression frequency(QStringLiteral("^(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)\\z"));
    static const QRegularExpression until(QStringLiteral("^[0-9]{8}(T[0-9]{6}Z?)?\\z"));
    static const QRegularExpression weekday(QStringLiteral("^(SU|MO|TU|WE|TH|FR|SA)\\z"));
    static const QRegularExpression days(QStringLiteral(
        "^([+-]?[1-9][0-9]?)?(SU|MO|TU|WE|TH|FR|SA)(,([+-]?[1-9][0-9]?)?(SU|MO|TU|WE|TH|FR|SA))*\\z"));
    if (name == QLatin1String("FREQ")) {
        return frequency.match(value).hasMatch();
    }
    if (name == QLatin1String("UNTIL")) {
        return until.match(value).hasMatch();
    }
    if (name == QLatin1String("WKST")) {
        return weekday.match(value).hasMatch();
    }
    if (name == QLatin1String("BYDAY")) {
        return days.match(value).hasMatch();
    }
    const auto range = ranges().constFind(name);
    const bool single = name == QLatin1String("COUNT") || name == QLatin1String("INTERVAL");
    return range != ranges().cend() && numbersFit(value, *range, single);
}

} // namespace

QString wrongRecurrencePart(const QString &rule)
{
    QSet<QString> seen;
    for (const QString &part : rule.split(QLatin1Char(';'))) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        const QString value = part.section(QLatin1Char('='), 1);
        if (seen.contains(name) || !partFits(name, value)) {
            return part.isEmpty() ? QStringLiteral(";") : part;
        }
        seen.insert(name);
    }
    const bool both = seen.contains(QStringLiteral("COUNT")) && seen.contains(QStringLiteral("UNTIL"));
    return !seen.contains(QStringLiteral("FREQ")) || both ? rule : QString();
}

} // namespace signalbox
