// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/metricsexposition.h"
#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// What kube-state-metrics and the rollouts controller would export about the objects, at most `limit`
/// objects of a kind.
[[nodiscard]] MetricFamilies stateFamilies(const ObjectStore &store, int limit);

} // namespace signalbox::drill
