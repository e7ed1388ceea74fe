// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/rolloutpass.h"

namespace signalbox::drill
{

/// Carries one blue/green Rollout a bit further: preview, analysis, pause, switch, scale-down.
void driveBlueGreen(RolloutPass &pass);

} // namespace signalbox::drill
