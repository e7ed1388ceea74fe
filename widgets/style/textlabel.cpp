// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/textlabel.h"

#include <QApplication>
#include <QEvent>

namespace signalbox
{

TextLabel::TextLabel(TextStyle style, QWidget *parent)
    : QLabel(parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    applyLook();
}

void TextLabel::setStyle(TextStyle style)
{
    m_style = style;
    applyLook();
}

void TextLabel::setTone(std::optional<Tone> tone)
{
    if (m_tone != tone) {
        m_tone = tone;
        applyLook();
    }
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) {
        applyLook();
    }
}

void TextLabel::applyLook()
{
    const QFont wanted = Fonts::font(m_style);
    // A style or font change arrives for every change made here: stop when nothing differs.
    if (font() != wanted.resolve(font()) || font().resolveMask() != wanted.resolveMask()) {
        setFont(wanted);
    }
    QPalette palette;
    if (m_tone) {
        const QColor color = StatusPalette(QApplication::palette()).color(*m_tone);
        palette.setColor(QPalette::WindowText, color);
        palette.setColor(QPalette::Text, color);
    }
    setPalette(palette);
}

} // namespace signalbox
