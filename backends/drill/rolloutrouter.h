// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/rolloutpass.h"

namespace signalbox::drill
{

/// Points a Service at a version, as the controller does; tells it if it changed.
/// @return false if the Service does not exist
bool switchService(RolloutPass &pass, const QString &service, const QString &hash);
/// The rollouts-pod-template-hash a Service selects; empty if none.
[[nodiscard]] QString selectedHash(const RolloutPass &pass, const QString &service);

/// True if the canary's traffic is split by a router.
[[nodiscard]] bool isRouted(const RolloutPass &pass);
/// Weight of the new version that the router carries now, in percent.
[[nodiscard]] int routedWeight(const RolloutPass &pass);
/// Sets the new version's weight on the router and in status.canary.weights.
/// @return false if the route object is missing
bool routeWeight(RolloutPass &pass, int weight);

} // namespace signalbox::drill
