// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/track/trackcontent.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>

namespace signalbox
{

/// What the layout has to know about fonts.
struct TrackMetrics {
    std::function<double(const QString &text, bool bold)> width;
    std::function<QString(const QString &text, bool bold, double width)> elided;
    double lineHeight = 16;
};

struct TrackRail {
    double left = 0;
    double right = 0;
    double y = 0;         ///< of its middle
    double thickness = 0; ///< grows with the share of traffic
    double filledTo = 0;  ///< x of "now"
    bool operator==(const TrackRail &) const = default;
};

struct TrackStop {
    int station = 0; ///< index into TrackContent::stations
    QPointF centre;
    bool labelled = false;
    bool operator==(const TrackStop &) const = default;
};

struct TrackPost {
    int station = 0;
    QPointF foot; ///< on the rail
    bool operator==(const TrackPost &) const = default;
};

/// Stations left out because there is no room for them even as dots.
struct TrackGap {
    QPointF centre;
    int hidden = 0;
    bool operator==(const TrackGap &) const = default;
};

enum class TrackText { StableName, FreshName, Weights, Title, Detail, Gap };

struct TrackLabel {
    QRectF rect;
    QString text;
    TrackText role = TrackText::Detail;
    int station = -1;
    bool operator==(const TrackLabel &) const = default;
};

/// Where everything of a track stands, in device-independent pixels. Pure: same input, same output.
struct TrackLayout {
    QSizeF size;
    TrackRail stable;
    TrackRail fresh;
    QVector<QPointF> branch;  ///< polyline from the stable rail to the fresh one; empty: none
    QVector<QPointF> retreat; ///< polyline back to the stable rail after an abort; empty: none
    QVector<TrackStop> stops;
    QVector<TrackPost> posts;
    QVector<TrackGap> gaps;
    QVector<TrackLabel> labels; ///< no two overlap, none leaves the area
};

[[nodiscard]] TrackLayout layoutTrack(const TrackContent &content, QSizeF size, const TrackMetrics &metrics);

/// Height the layout needs for fonts of these metrics.
[[nodiscard]] double trackHeight(const TrackMetrics &metrics, bool isIdle = false);
/// Height of a signal above its foot.
[[nodiscard]] double trackPostHeight();

} // namespace signalbox
