// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metric.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox
{
namespace
{

Reading unusable(ValueProblem problem, QString detail = {})
{
    Reading reading;
    reading.problem = problem;
    reading.detail = std::move(detail);
    return reading;
}

/// Go escapes, as PromQL unquotes them. Source: Prometheus, querying basics, string literals.
QString quoted(const QString &value)
{
    QString out;
    out.reserve(value.size());
    for (const QChar c : value) {
        if (c == QLatin1Char('\\') || c == QLatin1Char('"')) {
            out += QLatin1Char('\\');
            out += c;
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            out += QStringLiteral("\\x%1").arg(static_cast<int>(c.unicode()), 2, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

/// A text that matches itself in RE2.
QString regexQuoted(const QString &value)
{
    static const QString special = QStringLiteral("\\.+*?()|[]{}^$");
    QString out;
    for (const QChar c : value) {
        if (special.contains(c)) {
            out += QLatin1Char('\\');
        }
        out += c;
    }
    return out;
}

std::optional<QString> placeholder(QStringView name, const MetricScope &scope)
{
    if (name == QLatin1String("window")) {
        return QString::number(std::max<std::int64_t>(1, scope.window.count())) + QLatin1Char('s');
    }
    const QLatin1String suffix("_re");
    const bool regex = name.endsWith(suffix);
    const QStringView plain = regex ? name.chopped(suffix.size()) : name;
    const QString *value = nullptr;
    if (plain == QLatin1String("namespace")) {
        value = &scope.namespaceName;
    } else if (plain == QLatin1String("service")) {
        value = &scope.service;
    } else if (plain == QLatin1String("hash")) {
        value = &scope.hash;
    } else if (plain == QLatin1String("workload")) {
        value = &scope.workload;
    }
    if (value == nullptr) {
        return std::nullopt;
    }
    return quoted(regex ? regexQuoted(*value) : *value);
}

bool isWordCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('_');
}

std::int64_t alignedDown(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// The next step people (and caches) like.
std::int64_t friendlyStep(std::int64_t atLeastMs)
{
    constexpr std::int64_t Second = 1000;
    constexpr std::int64_t Minute = 60 * Second;
    constexpr std::int64_t Hour = 60 * Minute;
    constexpr std::int64_t Day = 24 * Hour;
    constexpr std::array Steps{Second,      2 * Second,  5 * Second,  10 * Second, 15 * Second,
                               20 * Second, 30 * Second, Minute,      2 * Minute,  5 * Minute,
                               10 * Minute, 15 * Minute, 20 * Minute, 30 * Minute, Hour,
                               2 * Hour,    3 * Hour,    6 * Hour,    12 * Hour,   Day};
    const auto found = std::lower_bound(Steps.begin(), Steps.end(), atLeastMs);
    return found != Steps.end() ? *found : (atLeastMs + Day - 1) / Day * Day;
}

} // namespace

Reading readSingle(const QueryAnswer &answer, const QDateTime &now, std::chrono::seconds staleAfter)
{
    if (!answer.warnings.isEmpty()) {
        return unusable(ValueProblem::Warnings, answer.warnings.first());
    }
    if (answer.series.size() > 1) {
        return unusable(ValueProblem::SeveralSeries, QString::number(answer.series.size()));
    }
    if (answer.series.isEmpty() || answer.series.first().samples.isEmpty()) {
        return unusable(ValueProblem::NoData);
    }
    const Series &series = answer.series.first();
    const Sample &last = series.samples.last();
    Reading reading;
    reading.at = QDateTime::fromMSecsSinceEpoch(last.ms, Qt::UTC);
    if (series.nativeHistogram) {
        reading.problem = ValueProblem::NativeHistogram;
    } else if (std::isnan(last.value)) {
        reading.problem = ValueProblem::NotANumber;
    } else if (std::isinf(last.value)) {
        reading.problem = ValueProblem::Infinite;
    } else if (now.toMSecsSinceEpoch() - last.ms > std::chrono::milliseconds(staleAfter).count()) {
        reading.problem = ValueProblem::Stale;
    } else {
        reading.problem = ValueProblem::None;
        reading.value = last.value;
    }
    return reading;
}

QString expandQuery(const QString &query, const MetricScope &scope)
{
    // One pass: a value that looks like a placeholder must not be expanded again.
    QString out;
    out.reserve(query.size() + 128);
    qsizetype position = 0;
    while (position < query.size()) {
        if (query.at(position) != QLatin1Char('$')) {
            out += query.at(position++);
            continue;
        }
        qsizetype end = position + 1;
        while (end < query.size() && isWordCharacter(query.at(end))) {
            ++end;
        }
        const QStringView name = QStringView(query).mid(position + 1, end - position - 1);
        const auto value = placeholder(name, scope);
        out += value ? *value : query.mid(position, end - position);
        position = end;
    }
    return out;
}

Verdict judge(const MetricRule &rule, const Reading &reading)
{
    if (reading.problem != ValueProblem::None || !reading.value || !std::isfinite(*reading.value) ||
        !rule.limit) {
        return Verdict::Unknown;
    }
    if (rule.minimumSamples && !(reading.samples.value_or(-1) >= *rule.minimumSamples)) {
        return Verdict::Insufficient;
    }
    const bool within = rule.direction == Direction::LowerIsBetter ? *reading.value <= *rule.limit
                                                                   : *reading.value >= *rule.limit;
    return within ? Verdict::Pass : Verdict::Fail;
}

RangeQuery alignedRange(QString promql, std::int64_t startMs, std::int64_t endMs, int pixelWidth,
                        std::chrono::milliseconds minimumStep)
{
    constexpr std::int64_t MostPoints = 1500;
    const std::int64_t range = std::max<std::int64_t>(0, endMs - startMs);
    const std::int64_t points = std::clamp<std::int64_t>(pixelWidth, 1, MostPoints);
    const std::int64_t wanted = std::max<std::int64_t>((range + points - 1) / points, minimumStep.count());
    RangeQuery query;
    query.promql = std::move(promql);
    query.stepMs = friendlyStep(wanted);
    query.startMs = alignedDown(endMs - range, query.stepMs);
    query.endMs = alignedDown(endMs, query.stepMs);
    return query;
}

} // namespace signalbox
