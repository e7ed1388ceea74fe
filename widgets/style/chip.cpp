// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/chip.h"

#include "widgets/style/fonts.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace signalbox
{

namespace
{

constexpr int padding = 10;
constexpr int gap = 6;

} // namespace

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFont(Fonts::font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setInteractive(false);
}

void Chip::setLook(std::optional<Glyph> glyph, Tone tone, bool outlined)
{
    if (m_glyph == glyph && m_tone == tone && m_outlined == outlined) {
        return; // called once a second by those who show ages
    }
    m_glyph = glyph;
    m_tone = tone;
    m_outlined = outlined;
    updateGeometry();
    update();
}

void Chip::setLabel(const QString &text)
{
    if (text != this->text()) {
        setText(text);
        setAccessibleName(text);
        updateGeometry();
    }
}

void Chip::setInteractive(bool interactive)
{
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
}

int Chip::glyphRoom() const
{
    return m_glyph ? QFontMetrics(font()).ascent() + gap : 0;
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    // Advances are rounded, eliding is not: without a spare pixel the last letter would go.
    return {metrics.horizontalAdvance(text()) + 2 + glyphRoom() + 2 * padding, metrics.height() + gap};
}

QSize Chip::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    const int narrow = metrics.averageCharWidth() * 6 + glyphRoom() + 2 * padding;
    return {std::min(sizeHint().width(), narrow), metrics.height() + gap};
}

void Chip::paintEvent(QPaintEvent *)
{
    const StatusPalette colors(palette());
    const QColor tone = colors.color(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = focusPolicy() != Qt::NoFocus && underMouse();
    const QColor edge = hasFocus()   ? colors.accent()
                        : m_outlined ? tone
                        : isHot      ? colors.muted()
                                     : colors.border();
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    painter.setBrush(isHot ? colors.raised() : Qt::transparent);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const QFontMetrics metrics(font());
    QRect content = rect().adjusted(padding, 0, -padding, 0);
    if (m_glyph) {
        const int side = metrics.ascent();
        paintGlyph(painter, QRectF(content.left(), (height() - side) / 2.0, side, side), *m_glyph, tone);
        content.setLeft(content.left() + side + gap);
    }
    painter.setPen(m_outlined ? tone : m_tone == Tone::Neutral || m_glyph ? colors.muted() : tone);
    painter.drawText(content, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(text(), Qt::ElideRight, content.width()));
}

void Chip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace signalbox
