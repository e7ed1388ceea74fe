// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/healthtracker.h"

#include "backends/prometheus/envelope.h"

namespace signalbox::prometheus
{

std::optional<SourceState> HealthTracker::observe(const std::optional<Error> &error, const QDateTime &now)
{
    if (error && error->code == ErrorCode::Cancelled) {
        return std::nullopt;
    }
    SourceState next;
    if (!error || isAboutQuery(*error)) {
        next.freshness = Freshness::Live;
        next.since = now;
    } else {
        const bool refused = error->code == ErrorCode::Unauthorised || error->code == ErrorCode::Forbidden;
        next.freshness = refused ? Freshness::NoPermission : Freshness::Unreachable;
        next.since = m_state.since; // when the server was last heard
        next.error = error;
    }
    const bool same = next.freshness == m_state.freshness && next.error == m_state.error;
    m_state = next;
    return same ? std::nullopt : std::optional(next);
}

} // namespace signalbox::prometheus
