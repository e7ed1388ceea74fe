// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QDateTime>

#include <optional>

namespace signalbox
{

/// How far a set of facts may be believed. Every pane shows one of these.
enum class Freshness {
    NeverLoaded,
    Loading,
    Live,
    Polling,      ///< list works, watch is not allowed: facts are at most one polling interval old
    Reconnecting, ///< the stream broke; facts date from `since`
    Stale,        ///< nothing heard for longer than the limit; facts date from `since`
    NoPermission, ///< 403: not asked again until the user retries
    NotInstalled, ///< the resource type does not exist on this server: a normal state
    Unreachable,
};

/// State of one source of facts (one watch, one query, one endpoint).
struct SourceState {
    Freshness freshness = Freshness::NeverLoaded;
    QDateTime since;            ///< UTC; when the facts were last known to be true
    std::optional<Error> error; ///< why it is not live
    QDateTime nextRetry;        ///< UTC; invalid when nothing is planned

    [[nodiscard]] bool isCurrent() const
    {
        return freshness == Freshness::Live || freshness == Freshness::Polling;
    }
    bool operator==(const SourceState &) const = default;
};

} // namespace signalbox
