// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/worker.h"

#include <QCoreApplication>

namespace signalbox::http
{

namespace
{

/// More than the longest chain of objects that let go of each other with deleteLater(), as a call does with
/// its stream, and that with its network access manager.
constexpr int DeletionPasses = 8;

/// Qt does it once when a thread ends, and one pass leaves out what is posted during it: a network access
/// manager would be lost, and its own thread would run on into the exit of the program.
void runDeferredDeletions()
{
    for (int pass = 0; pass < DeletionPasses; ++pass) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

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
        m_context,
        [context = m_context] {
            delete context;
            runDeferredDeletions();
        },
        Qt::BlockingQueuedConnection);
    m_context = nullptr;
    m_thread.quit();
    m_thread.wait();
}

} // namespace signalbox::http
