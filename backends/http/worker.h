// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace signalbox::http
{

/// One thread with an event loop for the sockets and parsers of one connection. Owned and stopped by the
/// thread that made it.
class Worker
{
public:
    explicit Worker(const QString &name);
    /// Stops; work that did not run ends with Cancelled.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Lives on the worker. Parent of what shall die there when the worker stops. Null after stop().
    [[nodiscard]] QObject *context() const { return m_context; }
    [[nodiscard]] bool isStopped() const { return m_context == nullptr; }

    /// Runs a function on the worker, in order of posting. Dropped when the worker is stopped.
    void post(std::function<void()> work);

    /// Runs work() on the worker and answers what it returns: a Result<T> or a QFuture<Result<T>>.
    template <typename T, typename F> [[nodiscard]] QFuture<Result<T>> run(F work)
    {
        Answer<T> answer;
        auto future = answer.future();
        post([answer, work = std::move(work)]() mutable {
            if constexpr (std::is_convertible_v<decltype(work()), Result<T>>) {
                answer.give(work());
            } else {
                forward<T>(work(), answer);
            }
        });
        return future;
    }

    /// Deletes everything below context(), and what that leaves to deleteLater(), on its own thread and ends
    /// the thread. Idempotent.
    void stop();

private:
    template <typename T> static void forward(QFuture<Result<T>> inner, const Answer<T> &answer)
    {
        // Without a context the continuation runs where the inner future is fulfilled; it only hands on.
        inner.then([answer](QFuture<Result<T>> done) {
            if (!done.isCanceled() && done.resultCount() > 0) {
                answer.give(done.result());
            }
        });
    }

    QThread m_thread;
    QObject *m_context = nullptr;
};

} // namespace signalbox::http
