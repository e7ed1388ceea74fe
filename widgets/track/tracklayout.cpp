// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/track/tracklayout.h"

#include "widgets/track/tracklabels.h"

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr double margin = 16;
constexpr double railGap = 48; ///< between the middles of the two rails
constexpr double thinnest = 3;
constexpr double thickest = 13;
constexpr double closest = 11;   ///< distance of stops, as dots
constexpr double gapParts = 4.5; ///< distance of a gap from its neighbours, in distances of stops
constexpr double postRoom = 15;  ///< distance of stops that lets a signal stand between
constexpr double endRoom = 26;   ///< half a label at the ends of the rail
constexpr int curvePoints = 24;

double railThickness(double share)
{
    return thinnest + (thickest - thinnest) * std::clamp(share, 0.0, 1.0);
}

/// A smooth S from one rail to the other, as points of a cubic with horizontal ends.
QVector<QPointF> curve(QPointF from, QPointF to)
{
    QVector<QPointF> points;
    points.reserve(curvePoints + 1);
    const double middle = (from.x() + to.x()) / 2;
    for (int i = 0; i <= curvePoints; ++i) {
        const double t = static_cast<double>(i) / curvePoints;
        const double u = 1 - t;
        const double x =
            u * u * u * from.x() + 3 * u * u * t * middle + 3 * u * t * t * middle + t * t * t * to.x();
        const double y =
            u * u * u * from.y() + 3 * u * u * t * from.y() + 3 * u * t * t * to.y() + t * t * t * to.y();
        points << QPointF(x, y);
    }
    return points;
}

/// A slot on the rail: a station, or a run of hidden ones (count > 0).
struct Slot {
    int station = 0;
    int hidden = 0;
};

/// First and last station, those around the current one, and what is left out between.
QVector<Slot> chooseSlots(const TrackContent &content, int room)
{
    const int count = static_cast<int>(content.stations.size());
    QVector<Slot> chosen;
    if (count <= room) {
        for (int i = 0; i < count; ++i) {
            chosen << Slot{i, 0};
        }
        return chosen;
    }
    const int window = std::max(1, room - 18);
    const int centre = std::max(0, content.currentStation());
    const int from = std::clamp(centre - window / 2, 1, std::max(1, count - 1 - window));
    const int to = std::min(count - 2, from + window - 1);
    chosen << Slot{0, 0};
    if (from > 1) {
        chosen << Slot{1, from - 1};
    }
    for (int i = from; i <= to; ++i) {
        chosen << Slot{i, 0};
    }
    if (to < count - 2) {
        chosen << Slot{to + 1, count - 2 - to};
    }
    chosen << Slot{count - 1, 0};
    return chosen;
}

/// Distance in pitches: a gap needs room for its number.
double partBetween(const Slot &before, const Slot &after)
{
    return before.hidden > 0 || after.hidden > 0 ? gapParts : 1;
}

void placeSlots(TrackLayout &layout, const TrackContent &content, double left, double right)
{
    const int room = std::max(20, static_cast<int>((right - left) / closest));
    const QVector<Slot> chosen = chooseSlots(content, room);
    double parts = 0;
    for (int i = 1; i < chosen.size(); ++i) {
        parts += partBetween(chosen.at(i - 1), chosen.at(i));
    }
    const double pitch = parts > 0 ? (right - left) / parts : 0;
    double x = left;
    for (int i = 0; i < chosen.size(); ++i) {
        x += i > 0 ? pitch * partBetween(chosen.at(i - 1), chosen.at(i)) : 0;
        const QPointF centre(x, layout.fresh.y);
        if (chosen.at(i).hidden > 0) {
            layout.gaps << TrackGap{centre, chosen.at(i).hidden};
        } else {
            layout.stops << TrackStop{chosen.at(i).station, centre, false};
        }
    }
}

double nextX(const TrackLayout &layout, int stop)
{
    return stop + 1 < layout.stops.size() ? layout.stops.at(stop + 1).centre.x() : layout.fresh.right;
}

/// Stop whose segment, towards the next one, holds the branch.
int branchSegment(const TrackLayout &layout, const TrackContent &content)
{
    const int target = content.crossover >= 0 ? content.crossover : 1;
    for (int i = 0; i + 1 < layout.stops.size(); ++i) {
        if (layout.stops.at(i + 1).station == target) {
            return i;
        }
    }
    return layout.stops.size() > 1 ? 0 : -1;
}

void placePosts(TrackLayout &layout, const TrackContent &content, int branchAt)
{
    for (int i = 0; i < layout.stops.size(); ++i) {
        const TrackStop &stop = layout.stops.at(i);
        const TrackStation &station = content.stations.at(stop.station);
        const double span = nextX(layout, i) - stop.centre.x();
        const bool isCurrent = station.state == StationState::Current;
        if (!station.signal || (span < postRoom && !isCurrent)) {
            continue;
        }
        const double share = i == branchAt ? 0.25 : 0.5;
        layout.posts << TrackPost{stop.station, QPointF(stop.centre.x() + span * share, layout.fresh.y)};
    }
}

void placeCurves(TrackLayout &layout, const TrackContent &content, int branchAt)
{
    if (branchAt < 0 || content.kind == TrackKind::Idle || content.kind == TrackKind::Rolling) {
        return;
    }
    const double from = layout.stops.at(branchAt).centre.x();
    const double to = nextX(layout, branchAt);
    const double start = std::max(from + (to - from) * 0.42, to - railGap * 1.6);
    layout.branch = curve(QPointF(start, layout.stable.y), QPointF(to, layout.fresh.y));
    if (!content.aborted) {
        return;
    }
    for (int i = 0; i < layout.stops.size(); ++i) {
        if (content.stations.at(layout.stops.at(i).station).state == StationState::Stopped) {
            const double stopX = layout.stops.at(i).centre.x();
            const double back = std::min(stopX + railGap * 1.4, layout.stable.right);
            layout.retreat = curve(QPointF(stopX, layout.fresh.y), QPointF(back, layout.stable.y));
        }
    }
}

double nowX(const TrackLayout &layout, const TrackContent &content)
{
    if (layout.stops.isEmpty() || content.kind == TrackKind::Idle) {
        return layout.fresh.left;
    }
    double x = layout.fresh.left;
    for (int i = 0; i < layout.stops.size(); ++i) {
        const TrackStation &station = content.stations.at(layout.stops.at(i).station);
        if (station.state == StationState::Ahead) {
            return x;
        }
        x = layout.stops.at(i).centre.x();
        if (station.state != StationState::Done) {
            return x + (nextX(layout, i) - x) * std::clamp(station.progress, 0.0, 1.0);
        }
    }
    return layout.fresh.right;
}

} // namespace

double trackPostHeight()
{
    return 30;
}

double trackHeight(const TrackMetrics &metrics, bool isIdle)
{
    if (isIdle) {
        return margin + metrics.lineHeight + 14 + thickest / 2 + margin * 0.75;
    }
    return margin + metrics.lineHeight + 14 + railGap + 14 + 2 * metrics.lineHeight + margin * 0.75;
}

TrackLayout layoutTrack(const TrackContent &content, QSizeF size, const TrackMetrics &metrics)
{
    TrackLayout layout;
    layout.size = size;
    const double column = freshColumnWidth(content, size.width(), metrics);
    const double railLeft = margin + (column > 0 ? column + 10 : 0);
    const double right = std::max(railLeft + 1, size.width() - margin);
    const double stableY = margin + metrics.lineHeight + 14;
    layout.stable = {margin, right, stableY, railThickness(content.stableShare), right};
    layout.fresh = {railLeft, right, stableY + railGap, railThickness(content.freshShare), railLeft};
    if (content.kind == TrackKind::Idle) {
        layout.fresh.thickness = thinnest;
    }
    const double inset = std::min(endRoom, (right - railLeft) / 4);
    placeSlots(layout, content, railLeft + inset, right - inset);
    const int branchAt = branchSegment(layout, content);
    placePosts(layout, content, branchAt);
    placeCurves(layout, content, branchAt);
    layout.fresh.filledTo = nowX(layout, content);
    if (content.kind != TrackKind::Idle && !content.aborted) {
        layout.stable.filledTo = std::max(layout.fresh.filledTo, layout.stable.left);
    }
    placeLabels(layout, content, column, metrics);
    return layout;
}

} // namespace signalbox
