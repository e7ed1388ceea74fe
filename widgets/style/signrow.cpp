// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/signrow.h"

#include "widgets/style/fonts.h"
#include "widgets/style/statuspalette.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox
{

SignRow::SignRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new KeyValueRow(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(QFontMetrics(Fonts::resolved(TextStyle::Body)).height() + 2, 0, 0, 0);
    line->addWidget(m_row);
}

void SignRow::setRow(Glyph glyph, const QString &key, const QString &value, Tone tone)
{
    m_glyph = glyph;
    m_tone = tone;
    m_row->setKey(key);
    m_row->setValue(value, tone);
    setAccessibleName(m_row->accessibleName());
    update();
}

void SignRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = QFontMetrics(Fonts::resolved(TextStyle::Body)).ascent() * 0.9;
    paintGlyph(painter, QRectF(0, (height() - side) / 2, side, side), m_glyph,
               StatusPalette(QApplication::palette()).color(m_tone));
}

} // namespace signalbox
