// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/chartmath.h"
#include "widgets/style/format.h"

#include <QDateTime>
#include <QString>

namespace signalbox
{

/// An event on the time axis: a revision started, a step was reached. External text.
struct ChartMarker {
    std::int64_t ms = 0;
    QString text;
    bool operator==(const ChartMarker &) const = default;
};

/// What all charts of a page have in common.
struct ChartContext {
    TimeSpan span;
    std::optional<TimeSpan> bake; ///< shaded
    QVector<ChartMarker> markers;
    TimeZoneChoice zone = TimeZoneChoice::Local;
    QDateTime now;         ///< UTC
    bool isSingle = false; ///< one version only: it is the stable one, nothing is compared
    bool operator==(const ChartContext &) const = default;
};

} // namespace signalbox
