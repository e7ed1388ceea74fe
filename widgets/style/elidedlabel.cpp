// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/elidedlabel.h"

#include "widgets/style/safetext.h"

#include <QEvent>
#include <QFontMetrics>

namespace signalbox
{

ElidedLabel::ElidedLabel(TextStyle style, QWidget *parent)
    : TextLabel(style, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (m_full == text) {
        return;
    }
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_full) + 2, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(m_full) + 2, metrics.averageCharWidth() * 6),
            metrics.height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        elide();
    }
}

void ElidedLabel::elide()
{
    const QString shown = QFontMetrics(font()).elidedText(m_full, Qt::ElideRight, width());
    if (shown != text()) {
        setText(shown);
    }
    setToolTip(shown == m_full ? QString() : plainToolTip(m_full));
}

} // namespace signalbox
