// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/holdbutton.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace signalbox
{

HoldButton::HoldButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    m_timer.setInterval(30);
    connect(&m_timer, &QTimer::timeout, this, &HoldButton::tick);
}

void HoldButton::mousePressEvent(QMouseEvent *event)
{
    QPushButton::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && isEnabled()) {
        m_held.start();
        m_timer.start();
    }
}

void HoldButton::mouseReleaseEvent(QMouseEvent *event)
{
    stopHolding();
    setDown(false);
    event->accept();
}

void HoldButton::keyPressEvent(QKeyEvent *event)
{
    // A held-down Enter from the gesture before must not confirm this one.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        event->accept();
        Q_EMIT confirmed();
        return;
    }
    // Space would click at once: it is not a deliberate gesture here.
    if (event->key() == Qt::Key_Space) {
        event->accept();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void HoldButton::focusOutEvent(QFocusEvent *event)
{
    stopHolding();
    QPushButton::focusOutEvent(event);
}

void HoldButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!m_timer.isActive()) {
        return;
    }
    const double done = qMin(1.0, static_cast<double>(m_held.elapsed()) / holdMilliseconds);
    QPainter painter(this);
    QColor fill = palette().color(QPalette::ButtonText);
    fill.setAlpha(70);
    painter.fillRect(QRect(0, 0, qRound(width() * done), height()), fill);
}

void HoldButton::stopHolding()
{
    m_timer.stop();
    update();
}

void HoldButton::tick()
{
    update();
    if (m_held.elapsed() >= holdMilliseconds) {
        stopHolding();
        setDown(false);
        Q_EMIT confirmed();
    }
}

} // namespace signalbox
