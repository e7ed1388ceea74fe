// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/metricscopes.h"

namespace signalbox
{
namespace
{

QString serviceOf(const Release &release)
{
    return release.activeService.isEmpty() ? release.key.name : release.activeService;
}

} // namespace

MetricScope scopeOf(const Release &release, const QString &hash, std::chrono::seconds window)
{
    return {release.key.namespaceName, serviceOf(release), hash, window, release.key.name};
}

bool asksTheSame(const Release &left, const Release &right)
{
    return left.key == right.key && left.currentHash == right.currentHash &&
           left.stableHash == right.stableHash && serviceOf(left) == serviceOf(right);
}

SourceState stateAfter(const SourceState &before, const Error &error)
{
    SourceState state;
    state.since = before.since;
    state.error = error;
    if (error.code == ErrorCode::Unauthorised || error.code == ErrorCode::Forbidden) {
        state.freshness = Freshness::NoPermission;
    } else {
        state.freshness = before.since.isValid() ? Freshness::Stale : Freshness::Unreachable;
    }
    return state;
}

} // namespace signalbox
