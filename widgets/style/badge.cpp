// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/badge.h"

#include "widgets/style/fonts.h"
#include "widgets/style/format.h"

#include <QFontMetrics>
#include <QPainter>

namespace signalbox
{

namespace
{

QSize badgeSize(const QFontMetrics &metrics, const QString &text)
{
    const int height = metrics.height() + 2;
    return {std::max(height, metrics.horizontalAdvance(text) + metrics.height() / 2 + 2), height};
}

} // namespace

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setFont(Fonts::font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setCount(int count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    setAccessibleName(countText(count));
    setVisible(count > 0);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(QFontMetrics(font()), countText(m_count));
}

QRect Badge::paint(QPainter &painter, const QRect &area, const QString &text, const QColor &fill,
                   const QColor &ink)
{
    const QSize size = badgeSize(painter.fontMetrics(), text);
    const QRect taken(QPoint(area.right() + 1 - size.width(), area.center().y() + 1 - size.height() / 2),
                      size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(taken, size.height() / 2.0, size.height() / 2.0);
    painter.setPen(ink);
    painter.drawText(taken, Qt::AlignCenter, text);
    painter.restore();
    return taken;
}

void Badge::paintEvent(QPaintEvent *)
{
    const StatusPalette colors(palette());
    QPainter painter(this);
    paint(painter, rect(), countText(m_count), colors.color(m_tone), colors.onFill());
}

} // namespace signalbox
