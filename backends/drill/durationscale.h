// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"
#include "backends/drill/worldtime.h"

#include <QString>

namespace signalbox::drill
{

/// Shortest window a PromQL range may shrink to: four scrapes at one second.
inline constexpr Milliseconds shortestWindow{4000};

/// A duration divided by `speed`, never below `floor` (and never made longer).
[[nodiscard]] Milliseconds scaledDuration(Milliseconds value, double speed, Milliseconds floor);
/// Divides every range window of a PromQL expression, down to shortestWindow.
[[nodiscard]] QString scaledQuery(const QString &query, double speed);
/// Divides every duration of an object the drill serves: pauses, delays, deadlines, analysis intervals,
/// stabilisation windows, and the windows of analysis queries. Pure.
void scaleDurations(Json &object, double speed);

} // namespace signalbox::drill
