// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <utility>

namespace signalbox::ledger
{

/// A thread with one blocking worker on it. The worker is made, used and destroyed there, because a
/// QSqlDatabase belongs to the thread that opened it. Work runs in the order it was handed in; at the end
/// what was handed in before is finished first.
template <typename Worker> class WorkerThread final
{
public:
    /// @param make called on the thread, answers a std::unique_ptr<Worker>
    template <typename Make>
    WorkerThread(const QString &name, Make make)
        : m_context(new QObject)
    {
        m_thread.setObjectName(name);
        m_context->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, m_context,
                         [this, make = std::move(make)]() mutable { m_worker = make(); });
        QObject::connect(
            &m_thread, &QThread::finished, m_context, [this] { m_worker.reset(); }, Qt::DirectConnection);
        m_thread.start();
    }

    ~WorkerThread()
    {
        QMetaObject::invokeMethod(m_context, [this] { m_thread.quit(); });
        m_thread.wait();
        delete m_context;
    }
    Q_DISABLE_COPY_MOVE(WorkerThread)

    template <typename T, typename Work> QFuture<Result<T>> run(Work work)
    {
        Answer<T> answer;
        auto future = answer.future();
        QMetaObject::invokeMethod(
            m_context, [this, answer, work = std::move(work)]() mutable { answer.give(work(*m_worker)); },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    QObject *m_context;
    std::unique_ptr<Worker> m_worker;
};

} // namespace signalbox::ledger
