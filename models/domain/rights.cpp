// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/rights.h"

namespace signalbox
{

namespace
{

/// Of everything an action needs the worst answer counts.
Access accessTo(ActionKind kind, const Release &release, const PolicyContext &context)
{
    Access worst = Access::Allowed;
    for (const AccessQuery &query : accessNeeded(kind, release)) {
        const Access answer = context.access.value(query, Access::Unknown);
        if (answer == Access::Denied) {
            return Access::Denied;
        }
        if (answer == Access::Unknown) {
            worst = Access::Unknown;
        }
    }
    return worst;
}

} // namespace

Rights rightsOn(const Release &release, const PolicyContext &context)
{
    if (context.readOnly) {
        return Rights::Watch;
    }
    const Access forward = accessTo(ActionKind::Promote, release, context);
    const Access back = accessTo(ActionKind::RollBack, release, context);
    if (forward == Access::Unknown || back == Access::Unknown) {
        return Rights::Unknown;
    }
    if (back == Access::Denied) {
        return Rights::Watch;
    }
    return forward == Access::Allowed ? Rights::Act : Rights::RollBack;
}

} // namespace signalbox
