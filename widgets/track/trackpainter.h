// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/statuspalette.h"
#include "widgets/track/tracklayout.h"

class QPainter;

namespace signalbox
{

/// Draws a laid-out track. Lines go out through drawLines: stroking a long path is many times slower.
void paintTrack(QPainter &painter, const TrackContent &content, const TrackLayout &layout,
                const StatusPalette &colors);

} // namespace signalbox
