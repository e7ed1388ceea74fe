// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/policy.h"

#include <QHash>

#include <chrono>

namespace signalbox
{

/// What the server said about permissions, and when to ask again. Pure bookkeeping: the store asks.
class AccessCache
{
public:
    using Milliseconds = std::chrono::milliseconds;

    [[nodiscard]] Access value(const AccessQuery &query) const { return m_entries.value(query).access; }
    /// True when nobody has asked, or the answer is too old, and no question is under way. @param now steady
    [[nodiscard]] bool shouldAsk(const AccessQuery &query, Milliseconds now) const;
    void markAsked(const AccessQuery &query) { m_entries[query].pending = true; }
    void store(const AccessQuery &query, Access access, Milliseconds now);
    /// The question could not be answered: keep what was known, ask again before long.
    void storeFailure(const AccessQuery &query, Milliseconds now);
    /// After a change of identity nothing known is worth anything. Answers still under way are dropped too.
    void clear();
    [[nodiscard]] int generation() const { return m_generation; }

private:
    struct Entry {
        Access access = Access::Unknown;
        Milliseconds expires{0};
        bool pending = false;
    };
    QHash<AccessQuery, Entry> m_entries;
    int m_generation = 0;
};

} // namespace signalbox
