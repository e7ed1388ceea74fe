// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/worker.h"

namespace signalbox::http
{

Worker::Worker(const QString &name)
    : m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    stop();
}

void Worker::post(std::function<void()> work)
{
    if (m_context) {
        QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
    }
}

void Worker::stop()
{
    if (!m_context) {
        return;
    }
    // Sockets must die on their own thread, and before the thread ends.
    QMetaObject::invokeMethod(
        m_context, [context = m_context] { delete context; }, Qt::BlockingQueuedConnection);
    m_context = nullptr;
    m_thread.quit();
    m_thread.wait();
}

} // namespace signalbox::http
