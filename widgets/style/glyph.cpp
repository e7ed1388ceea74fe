// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/glyph.h"

#include <QIcon>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>
#include <numbers>

namespace signalbox
{

namespace
{

/// All shapes are drawn in a 16 x 16 box.
constexpr double box = 16;
constexpr double stroke = 1.7;

QPen outline(const QColor &color)
{
    return {color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintDots(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    constexpr int dots = 8;
    for (int i = 0; i < dots; ++i) {
        const double angle = 2 * std::numbers::pi * i / dots;
        painter.drawEllipse(QPointF(8 + 5.6 * std::cos(angle), 8 + 5.6 * std::sin(angle)), 1.25, 1.25);
    }
}

void paintReturn(QPainter &painter)
{
    QPainterPath path(QPointF(4.6, 6.2));
    path.lineTo(9.2, 6.2);
    path.cubicTo(14.6, 6.2, 14.6, 13.2, 9.2, 13.2);
    path.lineTo(6.2, 13.2);
    painter.drawPath(path);
    painter.drawLines({QLineF(4, 6.2, 7, 3.2), QLineF(4, 6.2, 7, 9.2)});
}

void paintQuestion(QPainter &painter, const QColor &color)
{
    QPainterPath path(QPointF(5, 5.6));
    path.cubicTo(5, 1.4, 11, 1.4, 11, 5.4);
    path.cubicTo(11, 7.8, 8, 7.8, 8, 10.2);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 13.2), 1.2, 1.2);
}

void paintHalf(QPainter &painter, const QColor &color)
{
    painter.drawEllipse(QPointF(8, 8), 5.4, 5.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(QRectF(2.6, 2.6, 10.8, 10.8), 90 * 16, -180 * 16);
}

void paintShape(QPainter &painter, Glyph glyph, const QColor &color)
{
    painter.setPen(outline(color));
    painter.setBrush(Qt::NoBrush);
    switch (glyph) {
    case Glyph::Check:
        painter.drawLines({QLineF(3, 8.6, 6.4, 12), QLineF(6.4, 12, 13, 4.4)});
        break;
    case Glyph::DottedRing:
        paintDots(painter, color);
        break;
    case Glyph::Bars:
        painter.setPen(QPen(color, 2.4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines({QLineF(5.6, 3, 5.6, 13), QLineF(10.4, 3, 10.4, 13)});
        break;
    case Glyph::Clock:
        painter.drawEllipse(QPointF(8, 8), 5.8, 5.8);
        painter.drawLines({QLineF(8, 8, 8, 4.8), QLineF(8, 8, 10.4, 9.2)});
        break;
    case Glyph::Question:
        paintQuestion(painter, color);
        break;
    case Glyph::Return:
        paintReturn(painter);
        break;
    case Glyph::Cross:
        painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines({QLineF(4, 4, 12, 12), QLineF(12, 4, 4, 12)});
        break;
    case Glyph::NoEntry:
        painter.drawEllipse(QPointF(8, 8), 5.8, 5.8);
        painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(4.6, 8, 11.4, 8));
        break;
    case Glyph::Ring:
        painter.drawEllipse(QPointF(8, 8), 5.4, 5.4);
        break;
    case Glyph::Disc:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(8, 8), 4.6, 4.6);
        break;
    case Glyph::HalfDisc:
        paintHalf(painter, color);
        break;
    case Glyph::Dash:
        painter.drawLine(QLineF(4, 8, 12, 8));
        break;
    }
}

/// Paints at the asked size instead of scaling a bitmap.
class GlyphIconEngine final : public QIconEngine
{
public:
    GlyphIconEngine(Glyph glyph, const QColor &color)
        : m_glyph(glyph)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setOpacity(mode == QIcon::Disabled ? 0.5 : 1.0);
        paintGlyph(*painter, rect, m_glyph, m_color);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphIconEngine(m_glyph, m_color); }

private:
    Glyph m_glyph;
    QColor m_color;
};

} // namespace

Glyph glyphOf(ReleaseState state)
{
    switch (state) {
    case ReleaseState::Broken:
        return Glyph::Cross;
    case ReleaseState::WaitingForPerson:
        return Glyph::Bars;
    case ReleaseState::Undecided:
        return Glyph::Question;
    case ReleaseState::RolledBack:
        return Glyph::Return;
    case ReleaseState::BlockedByRule:
        return Glyph::NoEntry;
    case ReleaseState::WaitingForTime:
        return Glyph::Clock;
    case ReleaseState::Advancing:
        return Glyph::DottedRing;
    case ReleaseState::Healthy:
        return Glyph::Check;
    case ReleaseState::Unknown:
        break;
    }
    return Glyph::Ring;
}

Glyph glyphOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Glyph::Check;
    case Verdict::Fail:
        return Glyph::Cross;
    case Verdict::Unknown:
    case Verdict::Inconclusive:
        return Glyph::Question;
    case Verdict::Insufficient:
        break;
    }
    return Glyph::Ring;
}

Glyph glyphOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return Glyph::Disc;
    case Freshness::Polling:
    case Freshness::Stale:
        return Glyph::Clock;
    case Freshness::Loading:
    case Freshness::Reconnecting:
        return Glyph::DottedRing;
    case Freshness::NoPermission:
        return Glyph::NoEntry;
    case Freshness::NotInstalled:
        return Glyph::Dash;
    case Freshness::Unreachable:
        return Glyph::Cross;
    case Freshness::NeverLoaded:
        break;
    }
    return Glyph::Ring;
}

Glyph glyphOf(StepPhase phase)
{
    switch (phase) {
    case StepPhase::Sent:
    case StepPhase::Accepted:
        return Glyph::DottedRing;
    case StepPhase::Observed:
        return Glyph::HalfDisc;
    case StepPhase::Effective:
        return Glyph::Check;
    case StepPhase::Failed:
        return Glyph::Cross;
    case StepPhase::Skipped:
        return Glyph::Dash;
    case StepPhase::Pending:
        break;
    }
    return Glyph::Ring;
}

Glyph glyphOf(RevisionHealth health)
{
    switch (health) {
    case RevisionHealth::Healthy:
        return Glyph::Check;
    case RevisionHealth::Progressing:
        return Glyph::DottedRing;
    case RevisionHealth::Degraded:
        return Glyph::Cross;
    case RevisionHealth::ScaledDown:
        break;
    }
    return Glyph::Dash;
}

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color)
{
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / box, side / box);
    paintShape(painter, glyph, color);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, const QColor &color)
{
    return QIcon(new GlyphIconEngine(glyph, color));
}

} // namespace signalbox
