// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/track/trackcontent.h"

namespace signalbox
{

/// Stations of a canary: each weight with the pauses, analyses and other steps that follow it, before them
/// the start of the new pods, behind them the full weight if the steps do not name it.
[[nodiscard]] QVector<TrackStation> canaryStations(const Release &release, const QDateTime &now);

/// Preview, analysis, switch, analysis, clean-up. @param crossover is set to the index of the switch
[[nodiscard]] QVector<TrackStation> blueGreenStations(const Release &release, const QDateTime &now,
                                                      int &crossover);

/// Start, pods updated, pods available.
[[nodiscard]] QVector<TrackStation> rollingStations(const Release &release);

/// "2 of 3 pods"
[[nodiscard]] QString podsOfText(int ready, int desired);

} // namespace signalbox
