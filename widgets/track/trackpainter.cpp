// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/track/trackpainter.h"

#include "widgets/style/fonts.h"
#include "widgets/style/glyph.h"
#include "widgets/style/themecolors.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr double stopRadius = 8;
constexpr double dotRadius = 3;

class TrackPainter
{
public:
    TrackPainter(QPainter &painter, const TrackContent &content, const TrackLayout &layout,
                 const StatusPalette &colors)
        : m_painter(painter)
        , m_content(content)
        , m_layout(layout)
        , m_colors(colors)
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (!m_content.current) {
            m_painter.setOpacity(0.55);
        }
        paintRails();
        for (const TrackPost &post : m_layout.posts) {
            paintPost(post);
        }
        for (const TrackGap &gap : m_layout.gaps) {
            paintGap(gap);
        }
        for (const TrackStop &stop : m_layout.stops) {
            paintStop(stop);
        }
        for (const TrackLabel &label : m_layout.labels) {
            paintLabel(label);
        }
    }

private:
    [[nodiscard]] QColor freshColor() const
    {
        return m_content.aborted ? m_colors.color(Tone::Reverted) : m_colors.color(Tone::Fresh);
    }

    [[nodiscard]] QColor dim(const QColor &color) const { return blend(m_colors.surface(), color, 0.2); }

    void paintRails()
    {
        const QColor stable = m_colors.color(Tone::Stable);
        fillRail(m_layout.stable, m_layout.stable.right, dim(stable));
        if (!m_layout.stops.isEmpty()) {
            const bool isIdle = m_content.kind == TrackKind::Idle;
            fillRail(m_layout.fresh, m_layout.fresh.right, isIdle ? m_colors.track() : dim(freshColor()));
        }
        paintBranch();
        fillRail(m_layout.stable, m_layout.stable.filledTo, stable);
        fillRail(m_layout.fresh, m_layout.fresh.filledTo, freshColor());
        paintCurve(m_layout.retreat, m_colors.color(Tone::Reverted), 3);
    }

    void paintBranch()
    {
        if (m_layout.branch.isEmpty()) {
            return;
        }
        const bool isTaken = m_content.crossover >= 0 ? m_content.crossed
                                                      : m_layout.fresh.filledTo >= m_layout.branch.last().x();
        paintCurve(m_layout.branch, isTaken ? freshColor() : dim(freshColor()),
                   std::clamp(m_layout.fresh.thickness * 0.8, 4.0, 7.0));
    }

    void fillRail(const TrackRail &rail, double to, const QColor &color)
    {
        if (to <= rail.left) {
            return;
        }
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        const QRectF bar(rail.left, rail.y - rail.thickness / 2, to - rail.left, rail.thickness);
        const double radius = std::min(rail.thickness, bar.width()) / 2;
        m_painter.drawRoundedRect(bar, radius, radius);
    }

    void paintCurve(const QVector<QPointF> &points, const QColor &color, double width)
    {
        QVector<QLineF> lines;
        for (int i = 0; i + 1 < points.size(); ++i) {
            lines << QLineF(points.at(i), points.at(i + 1));
        }
        m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLines(lines);
    }

    void paintPost(const TrackPost &post)
    {
        const TrackSignal &signal = *m_content.stations.at(post.station).signal;
        const double lamp = 3.4;
        const double height = signal.forPerson ? 20 : 12;
        const QPointF top = post.foot - QPointF(0, trackPostHeight());
        m_painter.setPen(QPen(m_colors.borderStrong(), 2.5));
        m_painter.drawLine(
            QLineF(top + QPointF(0, height), post.foot - QPointF(0, m_layout.fresh.thickness / 2 + 1)));
        const QRectF housing(top.x() - 6, top.y(), 12, height);
        m_painter.setPen(QPen(m_colors.borderStrong(), 1));
        m_painter.setBrush(m_colors.canvas());
        m_painter.drawRoundedRect(housing, 3, 3);
        m_painter.setPen(Qt::NoPen);
        // Position says it too: red on top, amber and green below; the post of a timed pause has one lamp.
        const QPointF upper = signal.forPerson ? top + QPointF(0, 5.6) : housing.center();
        const QPointF lower = top + QPointF(0, 14.4);
        const bool isBlocked = signal.state == SignalState::Blocked;
        if (!signal.forPerson) {
            paintLamp(upper, lamp, lampColor(signal.state));
            return;
        }
        paintLamp(upper, lamp, isBlocked ? lampColor(signal.state) : lampOff());
        paintLamp(lower, lamp, isBlocked ? lampOff() : lampColor(signal.state));
    }

    void paintLamp(QPointF centre, double radius, const QColor &color)
    {
        m_painter.setBrush(color);
        m_painter.drawEllipse(centre, radius, radius);
    }

    [[nodiscard]] QColor lampOff() const { return blend(m_colors.canvas(), m_colors.muted(), 0.25); }

    [[nodiscard]] QColor lampColor(SignalState state) const
    {
        switch (state) {
        case SignalState::Blocked:
            // Nobody wants to pass where no release is under way.
            if (m_content.kind == TrackKind::Idle || m_content.aborted) {
                return lampOff();
            }
            return m_colors.color(Tone::Bad);
        case SignalState::WaitingForPerson:
            return m_colors.color(Tone::Warning);
        case SignalState::Clear:
            break;
        }
        return m_colors.color(Tone::Good);
    }

    void paintGap(const TrackGap &gap)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.muted());
        for (const double offset : {-5.0, 0.0, 5.0}) {
            m_painter.drawEllipse(gap.centre + QPointF(offset, 0), 1.5, 1.5);
        }
    }

    void paintStop(const TrackStop &stop)
    {
        const TrackStation &station = m_content.stations.at(stop.station);
        const QColor color = stopColor(station.state);
        if (!stop.labelled && station.state != StationState::Current) {
            m_painter.setPen(QPen(color, 1.2));
            m_painter.setBrush(station.state == StationState::Done ? color : m_colors.surface());
            m_painter.drawEllipse(stop.centre, dotRadius, dotRadius);
            return;
        }
        m_painter.setPen(QPen(color, 2.2));
        m_painter.setBrush(m_colors.canvas());
        m_painter.drawEllipse(stop.centre, stopRadius, stopRadius);
        const QRectF inside(stop.centre.x() - 5.5, stop.centre.y() - 5.5, 11, 11);
        switch (station.state) {
        case StationState::Done:
            paintGlyph(m_painter, inside, Glyph::Check, color);
            break;
        case StationState::Current:
            paintGlyph(m_painter, inside, Glyph::Disc, color);
            break;
        case StationState::Stopped:
            paintGlyph(m_painter, inside, Glyph::Cross, color);
            break;
        case StationState::Ahead:
            break;
        }
    }

    [[nodiscard]] QColor stopColor(StationState state) const
    {
        switch (state) {
        case StationState::Done:
            return freshColor();
        case StationState::Current:
            return m_colors.color(Tone::Warning);
        case StationState::Stopped:
            return m_colors.color(m_content.aborted ? Tone::Reverted : Tone::Bad);
        case StationState::Ahead:
            break;
        }
        return m_colors.borderStrong();
    }

    void paintLabel(const TrackLabel &label)
    {
        QFont font = Fonts::resolved(TextStyle::Small);
        QColor color = m_colors.muted();
        if (label.role == TrackText::Title) {
            font.setWeight(QFont::DemiBold);
            const StationState state = m_content.stations.at(label.station).state;
            const bool isHere = state == StationState::Current || state == StationState::Stopped;
            color = isHere                        ? stopColor(state)
                    : state == StationState::Done ? m_colors.text()
                                                  : m_colors.muted();
        } else if (label.role == TrackText::Weights) {
            color = m_colors.color(Tone::Warning);
        }
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(label.rect.adjusted(-1, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine,
                           label.text);
    }

    QPainter &m_painter;
    const TrackContent &m_content;
    const TrackLayout &m_layout;
    const StatusPalette &m_colors;
};

} // namespace

void paintTrack(QPainter &painter, const TrackContent &content, const TrackLayout &layout,
                const StatusPalette &colors)
{
    TrackPainter(painter, content, layout, colors).paint();
}

} // namespace signalbox
