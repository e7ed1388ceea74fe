// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/rangecache.h"

#include "backends/prometheus/answerparser.h"

#include <algorithm>

namespace signalbox::prometheus
{
namespace
{

/// start() and end() after an @ make every point depend on the range asked for.
bool isCacheable(const RangeQuery &query)
{
    return query.stepMs > 0 && !query.promql.contains(QLatin1Char('@'));
}

bool isSameSeries(const Series &left, const Series &right)
{
    return left.nativeHistogram == right.nativeHistogram && left.labels == right.labels;
}

QVector<Sample> between(const QVector<Sample> &samples, std::int64_t fromMs, std::int64_t beforeMs)
{
    const auto earlier = [](const Sample &sample, std::int64_t ms) { return sample.ms < ms; };
    const auto first = std::lower_bound(samples.cbegin(), samples.cend(), fromMs, earlier);
    const auto last = std::lower_bound(first, samples.cend(), beforeMs, earlier);
    return QVector<Sample>(first, last);
}

} // namespace

RangeCache::RangeCache(std::chrono::milliseconds overlap, int capacity)
    : m_overlap(overlap)
    , m_capacity(std::max(1, capacity))
{
}

RangeCache::Plan RangeCache::plan(const RangeQuery &wanted)
{
    Plan plan{wanted, wanted, {}};
    const auto found = m_entries.find(keyOf(wanted));
    if (!isCacheable(wanted) || found == m_entries.end()) {
        return plan;
    }
    found->used = ++m_uses;
    const bool sameGrid = (wanted.startMs - found->startMs) % wanted.stepMs == 0;
    if (!sameGrid || wanted.startMs < found->startMs || wanted.startMs > found->endMs ||
        wanted.endMs < found->endMs) {
        return plan;
    }
    const std::int64_t steps =
        std::max<std::int64_t>(3, (m_overlap.count() + wanted.stepMs - 1) / wanted.stepMs);
    const std::int64_t lastKnown =
        wanted.startMs + (found->endMs - wanted.startMs) / wanted.stepMs * wanted.stepMs;
    plan.ask.startMs = std::max(wanted.startMs, lastKnown - steps * wanted.stepMs);
    if (plan.ask.startMs > wanted.startMs) {
        plan.known = found->series;
    }
    return plan;
}

QueryAnswer RangeCache::complete(const Plan &plan, QueryAnswer answer)
{
    for (const Series &known : plan.known) {
        QVector<Sample> samples = between(known.samples, plan.wanted.startMs, plan.ask.startMs);
        const auto same =
            std::find_if(answer.series.begin(), answer.series.end(),
                         [&known](const Series &series) { return isSameSeries(series, known); });
        if (same != answer.series.end()) {
            same->samples = samples + same->samples;
        } else if (!samples.isEmpty()) {
            answer.series.push_back({known.labels, std::move(samples), known.nativeHistogram});
        }
    }
    std::sort(answer.series.begin(), answer.series.end(), seriesBefore);
    keep(plan.wanted, answer);
    return answer;
}

void RangeCache::keep(const RangeQuery &wanted, const QueryAnswer &answer)
{
    if (!isCacheable(wanted)) {
        return;
    }
    if (!answer.warnings.isEmpty() || answer.type != ResultType::Matrix) {
        m_entries.remove(keyOf(wanted));
        return;
    }
    m_entries.insert(keyOf(wanted), {wanted.startMs, wanted.endMs, answer.series, ++m_uses});
    if (m_entries.size() > m_capacity) {
        const auto oldest = std::min_element(m_entries.cbegin(), m_entries.cend(),
                                             [](const Entry &a, const Entry &b) { return a.used < b.used; });
        m_entries.erase(oldest);
    }
}

} // namespace signalbox::prometheus
