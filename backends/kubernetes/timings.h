// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace signalbox::kubernetes
{

/// Rates and limits of a connection; configuration, here with its defaults. Sources: client-go's reflector
/// (back-off, watch length), wire facts 1.2 and 1.3.
struct Timings {
    std::chrono::milliseconds firstBackoff{800};
    std::chrono::milliseconds longestBackoff{30000};
    std::chrono::milliseconds healthyAfter{120000};
    std::chrono::milliseconds silence{30000};    ///< of a watch, before its connection is probed
    std::chrono::milliseconds probeLimit{15000}; ///< then it counts as dead
    std::chrono::milliseconds poll{10000};       ///< between lists, where watching is not allowed
    std::chrono::milliseconds latency{10000};    ///< between round-trip measurements
    std::chrono::milliseconds coalesce{100};     ///< least time between two change sets of a kind
    std::chrono::milliseconds staleAfter{60000};
    std::chrono::milliseconds rediscover{300000}; ///< while a wanted kind is not installed
    std::chrono::seconds shortestWatch{300};
    std::chrono::seconds longestWatch{600};
    int pageSize = 500;
};

} // namespace signalbox::kubernetes
