// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace signalbox::core
{
namespace
{

/// Extremes of one pixel column.
class Column
{
public:
    explicit Column(std::vector<ChartPoint> &out)
        : m_out(out)
    {
    }

    void breakLine(std::int64_t ms)
    {
        if (m_any && !m_break) {
            m_break = ms;
        }
    }

    void add(const ChartPoint &point)
    {
        if (m_empty) {
            m_low = m_high = point;
            m_empty = false;
        } else if (point.value < m_low.value) {
            m_low = point;
        } else if (point.value > m_high.value) {
            m_high = point;
        }
        m_any = true;
    }

    /// Writes the column. A break after its last point waits for the next column that has a point.
    void flush()
    {
        if (m_empty) {
            return;
        }
        auto first = m_low;
        auto second = m_high;
        if (second.ms < first.ms) {
            std::swap(first, second);
        }
        breakBefore(first.ms);
        m_out.push_back(first);
        if (first.ms != second.ms || first.value != second.value) {
            breakBefore(second.ms);
            m_out.push_back(second);
        }
        m_empty = true;
    }

private:
    void breakBefore(std::int64_t ms)
    {
        if (m_break && *m_break <= ms) {
            if (!m_out.empty()) {
                m_out.push_back({*m_break, std::numeric_limits<double>::quiet_NaN()});
            }
            m_break.reset();
        }
    }

    std::vector<ChartPoint> &m_out;
    ChartPoint m_low;
    ChartPoint m_high;
    std::optional<std::int64_t> m_break;
    bool m_empty = true;
    bool m_any = false;
};

std::int64_t columnOf(std::int64_t ms, const ChartSpan &span)
{
    const double share = static_cast<double>(ms - span.fromMs) / static_cast<double>(span.toMs - span.fromMs);
    return std::min<std::int64_t>(span.columns - 1, static_cast<std::int64_t>(share * span.columns));
}

} // namespace

std::vector<ChartPoint> decimate(std::span<const ChartPoint> points, const ChartSpan &span)
{
    std::vector<ChartPoint> out;
    if (span.columns <= 0 || span.toMs <= span.fromMs) {
        return out;
    }
    out.reserve(std::min(points.size(), static_cast<std::size_t>(span.columns) * 3));
    Column column(out);
    std::int64_t current = -1;
    std::optional<std::int64_t> previous;
    for (const auto &point : points) {
        if (point.ms < span.fromMs || point.ms > span.toMs) {
            continue;
        }
        if (!std::isfinite(point.value)) {
            column.breakLine(point.ms);
            continue;
        }
        if (previous && span.gapMs > 0 && point.ms - *previous > span.gapMs) {
            column.breakLine(*previous + (point.ms - *previous) / 2);
        }
        if (const auto index = columnOf(point.ms, span); index != current) {
            column.flush();
            current = index;
        }
        column.add(point);
        previous = point.ms;
    }
    column.flush();
    return out;
}

} // namespace signalbox::core
