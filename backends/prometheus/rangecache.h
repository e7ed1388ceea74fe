// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"

#include <QHash>

#include <chrono>

namespace signalbox::prometheus
{

/// What range queries answered before, by query text and step, so that a refresh only asks for the tail.
/// The tail overlaps what is known, because late samples and the server's lookback still change the newest
/// steps. Answers with warnings are never kept. Not thread-safe.
class RangeCache
{
public:
    /// @param overlap asked again at each refresh; at least three steps are
    /// @param capacity queries kept; the one not used for longest makes room
    explicit RangeCache(std::chrono::milliseconds overlap, int capacity = 128);

    /// How one range query is answered. Holds what was known when it was made, so that it stays right
    /// whatever else is asked meanwhile.
    struct Plan {
        RangeQuery wanted;
        RangeQuery ask; ///< `wanted` itself, or its tail
        QVector<Series> known;
    };
    [[nodiscard]] Plan plan(const RangeQuery &wanted);
    /// Joins the answer to `plan.ask` with what is known into the answer to `plan.wanted`, and keeps it.
    [[nodiscard]] QueryAnswer complete(const Plan &plan, QueryAnswer answer);

private:
    struct Entry {
        std::int64_t startMs = 0;
        std::int64_t endMs = 0;
        QVector<Series> series;
        quint64 used = 0;
    };
    using Key = QPair<QString, qint64>;
    [[nodiscard]] static Key keyOf(const RangeQuery &query) { return {query.promql, query.stepMs}; }
    void keep(const RangeQuery &wanted, const QueryAnswer &answer);

    std::chrono::milliseconds m_overlap;
    int m_capacity;
    quint64 m_uses = 0;
    QHash<Key, Entry> m_entries;
};

} // namespace signalbox::prometheus
