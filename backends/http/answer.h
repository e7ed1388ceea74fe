// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <mutex>

namespace signalbox::http
{

/// The giving end of a QFuture<Result<T>>: it is always fulfilled, with Cancelled if nobody gave a value
/// before the last owner let go. Only the first value counts. Thread-safe.
template <typename T> class Answer
{
public:
    Answer() { m_promise.start(); }
    ~Answer()
    {
        give(failure(ErrorCode::Cancelled, ErrorLayer::Rule, QStringLiteral("dropped before it was done")));
    }
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }
    void give(Result<T> result)
    {
        std::call_once(m_once, [this, &result] {
            m_promise.addResult(std::move(result));
            m_promise.finish();
        });
    }

private:
    QPromise<Result<T>> m_promise;
    std::once_flag m_once;
};

template <typename T> [[nodiscard]] std::shared_ptr<Answer<T>> makeAnswer()
{
    return std::make_shared<Answer<T>>();
}

/// Calls done(value) on the thread of the context once the future is fulfilled, unless the context dies
/// first. QFuture::then(context, …) of Qt 6.4 must not be used where that can happen: it stops the program.
template <typename T, typename F> void whenDone(const QFuture<T> &future, QObject *context, F done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) {
                             done(watcher->result());
                         }
                     });
    watcher->setFuture(future);
}

/// A future that is fulfilled already.
template <typename T> [[nodiscard]] QFuture<Result<T>> answered(Result<T> result)
{
    auto answer = makeAnswer<T>();
    answer->give(std::move(result));
    return answer->future();
}

} // namespace signalbox::http
