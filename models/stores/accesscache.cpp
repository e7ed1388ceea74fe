// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/accesscache.h"

namespace signalbox
{

namespace
{

constexpr std::chrono::minutes lifetime{5};
constexpr std::chrono::seconds retryAfterFailure{10};

} // namespace

bool AccessCache::shouldAsk(const AccessQuery &query, Milliseconds now) const
{
    const auto found = m_entries.constFind(query);
    return found == m_entries.cend() || (!found->pending && now >= found->expires);
}

void AccessCache::store(const AccessQuery &query, Access access, Milliseconds now)
{
    m_entries[query] = {access, now + lifetime, false};
}

void AccessCache::storeFailure(const AccessQuery &query, Milliseconds now)
{
    Entry &entry = m_entries[query];
    entry.expires = now + retryAfterFailure;
    entry.pending = false;
}

void AccessCache::clear()
{
    m_entries.clear();
    ++m_generation;
}

} // namespace signalbox
