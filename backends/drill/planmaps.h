// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/releasemanifests.h"

namespace signalbox::drill
{

/// The release plans that come with the drill, as labelled ConfigMaps of the namespace `shop`, the way a team
/// keeps them in its cluster. Only what has to pass before a step (the soak) is shortened by `speed`; limits
/// that people have to keep stay as they are.
[[nodiscard]] QVector<Manifest> planManifests(double speed);
/// A plan's text with its soak times divided; at least one second each.
[[nodiscard]] QString withShorterSoak(const QString &plan, double speed);

} // namespace signalbox::drill
