// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace signalbox
{

bool FirstPaintProbe::isWanted()
{
    return qEnvironmentVariableIntValue("SIGNALBOX_EXIT_AFTER_FIRST_PAINT") == 1;
}

FirstPaintProbe::FirstPaintProbe(QWidget *window)
    : QObject(window)
{
    window->installEventFilter(this);
}

bool FirstPaintProbe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        // The children paint after their window, and all are flushed together before control returns to the
        // event loop: the next event is late enough, and its priority makes it the next one.
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaintProbe::customEvent(QEvent *)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf("%lld\n",
                static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace signalbox
