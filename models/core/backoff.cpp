// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/backoff.h"

#include <algorithm>

namespace signalbox::core
{

Backoff::Milliseconds Backoff::next(double random, Milliseconds now)
{
    if (m_last.count() >= 0 && now - m_last >= m_healthyAfter) {
        m_next = m_first;
    }
    m_last = now;
    const Milliseconds base = m_next;
    m_next = std::min(m_ceiling, base * 2);
    // Full jitter over the upper half keeps a floor, so a storm of desks cannot retry at once.
    const double factor = 0.5 + 0.5 * std::clamp(random, 0.0, 1.0);
    return Milliseconds(static_cast<Milliseconds::rep>(static_cast<double>(base.count()) * factor));
}

} // namespace signalbox::core
