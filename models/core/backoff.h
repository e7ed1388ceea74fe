// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace signalbox::core
{

/// Waiting times between attempts: doubles from `first` to `ceiling`, full jitter, and starts over after the
/// connection was healthy for `healthyAfter`.
/// Source: the reflector back-off of client-go (0.8 s, factor 2, cap 30 s, reset after 2 min).
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;
    Backoff() = default;
    Backoff(Milliseconds first, Milliseconds ceiling, Milliseconds healthyAfter)
        : m_first(first)
        , m_ceiling(ceiling)
        , m_healthyAfter(healthyAfter)
        , m_next(first)
    {
    }

    /// @param random uniform in [0, 1), from the caller so that tests can fix it
    /// @param now monotonic time
    [[nodiscard]] Milliseconds next(double random, Milliseconds now);
    void reset() { m_next = m_first; }

private:
    Milliseconds m_first{800};
    Milliseconds m_ceiling{30000};
    Milliseconds m_healthyAfter{120000};
    Milliseconds m_next{800};
    Milliseconds m_last{-1};
};

} // namespace signalbox::core
