// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metricverdict.h"
#include "models/domain/release.h"

#include <QDateTime>

#include <optional>

namespace signalbox
{

enum class ShareState {
    Unknown,  ///< not measured, no weight set, or traffic is being shifted just now
    Doubtful, ///< one interval does not fit; the next one decides
    Matching,
    Mismatch, ///< routing fault: verdicts do not hold
};

/// Whether requests are split as the steps ask for. Source: requirements D5.1.
struct ShareCheck {
    ShareState state = ShareState::Unknown;
    std::optional<double> wanted;   ///< share of the new version, 0 … 1
    std::optional<double> measured; ///< the same, over the last interval
    double canaryRequests = 0;      ///< of that interval
    double baselineRequests = 0;
    double chance = 1; ///< of a split at least this far off if the router did what it was told
    QDateTime at;      ///< UTC, end of that interval; invalid: never measured
    bool operator==(const ShareCheck &) const = default;
};

/// Below this chance the routing is at fault.
inline constexpr double shareAlarm = 0.001;

/// The share the router was told to give the new version, 0 … 1: what the controller reports, else what the
/// steps ask for. None while a router has been told something else than the steps ask for: it is being moved.
[[nodiscard]] std::optional<double> wantedShare(const Release &release);

/// Adds one interval. Two in a row have to be off, so that a long observation does not end in a false alarm.
/// Weights are told in whole percent, so what rounds to the wanted one matches.
[[nodiscard]] ShareCheck nextShare(const ShareCheck &before, std::optional<double> wanted,
                                   double canaryRequests, double baselineRequests, const QDateTime &at);

/// What is left of a verdict under a routing fault: a limit that is broken stays broken, all else is unknown.
[[nodiscard]] MetricVerdict underShare(MetricVerdict verdict, const ShareCheck &share);

} // namespace signalbox
