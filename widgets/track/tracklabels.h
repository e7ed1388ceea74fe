// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/track/tracklayout.h"

namespace signalbox
{

/// Width of the column left of the lower rail that holds the new version's name; 0: no column.
[[nodiscard]] double freshColumnWidth(const TrackContent &content, double width, const TrackMetrics &metrics);

/// Adds the labels to a layout whose rails, stops and gaps are placed. Stations that find no room for their
/// label stay as dots; the current, first and last one are served first, then the nearest to the current.
void placeLabels(TrackLayout &layout, const TrackContent &content, double freshColumn,
                 const TrackMetrics &metrics);

} // namespace signalbox
