// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "widgets/style/statuspalette.h"

namespace signalbox
{

/// One condition of the next step. Without a state the condition is a whole sentence.
struct HoldRow {
    QString condition;
    QString state;
    Tone tone = Tone::Neutral;
    bool operator==(const HoldRow &) const = default;
};

/// How many of the metrics that have a limit keep it.
struct MetricsWithin {
    int within = 0;
    int limited = 0; ///< 0: nothing to say about metrics
    int judged = 0;  ///< of those, the ones that have a value
    bool breached = false;
    bool operator==(const MetricsWithin &) const = default;
};

/// The conditions of the next step: what is always asked, met or not, then everything that holds it back.
/// Empty while no release is in progress.
[[nodiscard]] QVector<HoldRow> holdRows(const Release &release, const QVector<Message> &holds,
                                        const MetricsWithin &metrics);

} // namespace signalbox
