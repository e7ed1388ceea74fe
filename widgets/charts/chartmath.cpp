// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartmath.h"

#include "models/core/decimation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox
{

namespace
{

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

constexpr std::array roundSteps = {second,  2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
                                   minute,  2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                   hour,    2 * hour,   3 * hour,   6 * hour,    12 * hour,   day,
                                   2 * day, 7 * day,    14 * day,   28 * day};

/// 1, 2 or 5 times a power of ten, at least `rough`.
double roundStep(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * 1.0001) {
            return factor * power;
        }
    }
    return 10 * power;
}

/// The same; bytes are round in powers of 1024.
double roundStepFor(double rough, Unit unit)
{
    double prefix = 1;
    while (unit == Unit::Bytes && rough / prefix >= 1024) {
        prefix *= 1024;
    }
    return roundStep(rough / prefix) * prefix;
}

struct Extent {
    double low = 0;
    double high = 0;
    bool any = false;

    void take(double value)
    {
        if (std::isfinite(value)) {
            low = any ? std::min(low, value) : value;
            high = any ? std::max(high, value) : value;
            any = true;
        }
    }
};

} // namespace

std::int64_t gapLimit(const QVector<Sample> &samples)
{
    std::int64_t smallest = 0;
    for (qsizetype i = 1; i < samples.size(); ++i) {
        const std::int64_t distance = samples.at(i).ms - samples.at(i - 1).ms;
        if (distance > 0 && (smallest == 0 || distance < smallest)) {
            smallest = distance;
        }
    }
    return smallest * 3 / 2;
}

QList<QPointF> chartPoints(const QVector<Sample> &samples, const TimeSpan &span, int columns)
{
    std::vector<core::ChartPoint> points;
    points.reserve(static_cast<std::size_t>(samples.size()));
    for (const Sample &sample : samples) {
        if (sample.ms >= span.fromMs && sample.ms <= span.toMs) {
            points.push_back({sample.ms, sample.value});
        }
    }
    core::ChartSpan chartSpan;
    chartSpan.fromMs = span.fromMs;
    chartSpan.toMs = span.toMs;
    chartSpan.columns = std::max(1, columns);
    chartSpan.gapMs = gapLimit(samples);
    QList<QPointF> result;
    const std::vector<core::ChartPoint> thin = core::decimate(points, chartSpan);
    result.reserve(static_cast<qsizetype>(thin.size()));
    for (const core::ChartPoint &point : thin) {
        result << QPointF(static_cast<double>(point.ms), point.value);
    }
    return result;
}

QVector<std::int64_t> timeTicks(const TimeSpan &span, int most, int offsetSeconds)
{
    QVector<std::int64_t> ticks;
    const std::int64_t length = span.toMs - span.fromMs;
    if (length <= 0 || most < 1) {
        return ticks;
    }
    const auto found = std::find_if(roundSteps.cbegin(), roundSteps.cend(),
                                    [&](std::int64_t step) { return length / step + 1 <= most; });
    const std::int64_t step = found == roundSteps.cend() ? roundSteps.back() : *found;
    const std::int64_t offset = offsetSeconds * second;
    const std::int64_t start = span.fromMs + offset;
    std::int64_t tick = (start / step) * step;
    if (tick < start) {
        tick += step;
    }
    for (; tick - offset <= span.toMs && ticks.size() < most; tick += step) {
        ticks << tick - offset;
    }
    return ticks;
}

ValueScale valueScale(const QVector<const QVector<Sample> *> &lines, std::optional<double> limit,
                      Direction direction, Unit unit)
{
    Extent extent;
    for (const QVector<Sample> *line : lines) {
        for (const Sample &sample : *line) {
            extent.take(sample.value);
        }
    }
    if (limit) {
        extent.take(*limit);
    }
    if (!extent.any) {
        return {};
    }
    if (direction == Direction::LowerIsBetter) {
        extent.take(0);
    }
    const double size = extent.high - extent.low;
    const double room = size > 0 ? size : std::max(std::abs(extent.high), 1e-9);
    const double step = roundStepFor(room * 1.12 / 3, unit);
    ValueScale scale;
    scale.step = step;
    scale.low = std::floor((extent.low - room * 0.06) / step) * step;
    // Nothing that is never negative gets an axis below zero.
    if (extent.low >= 0 && (direction == Direction::LowerIsBetter || scale.low < 0)) {
        scale.low = 0;
    }
    scale.high = std::max(scale.low + step, extent.high + room * 0.12);
    return scale;
}

std::optional<double> valueAt(const QVector<Sample> &samples, std::int64_t ms, std::int64_t gapMs)
{
    const auto after =
        std::upper_bound(samples.cbegin(), samples.cend(), ms,
                         [](std::int64_t time, const Sample &sample) { return time < sample.ms; });
    if (after == samples.cbegin()) {
        return std::nullopt;
    }
    const Sample &sample = *std::prev(after);
    if (!std::isfinite(sample.value) || (gapMs > 0 && ms - sample.ms > gapMs)) {
        return std::nullopt;
    }
    return sample.value;
}

} // namespace signalbox
