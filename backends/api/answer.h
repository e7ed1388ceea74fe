// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <mutex>
#include <utility>

namespace signalbox
{

/// What a future holds that ended without a value of its own.
[[nodiscard]] inline tl::unexpected<Error> neverAnswered()
{
    return failure(ErrorCode::Cancelled, ErrorLayer::Connection, QStringLiteral("cancelled"));
}

/// The giving end of a QFuture<Result<T>>. Copies share one future, which is always fulfilled: with Cancelled
/// if no value was given before the last copy let go. Only the first value counts. Thread-safe.
template <typename T> class Answer
{
public:
    Answer()
        : m_state(std::make_shared<State>())
    {
    }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_state->promise.future(); }
    void give(Result<T> value) const { m_state->give(std::move(value)); }

private:
    struct State {
        QPromise<Result<T>> promise;
        std::once_flag once;
        State() { promise.start(); }
        ~State() { give(neverAnswered()); }
        Q_DISABLE_COPY_MOVE(State)
        void give(Result<T> value)
        {
            std::call_once(once, [this, &value] {
                promise.addResult(std::move(value));
                promise.finish();
            });
        }
    };
    std::shared_ptr<State> m_state;
};

/// A future that is fulfilled already.
template <typename T> [[nodiscard]] QFuture<Result<T>> answered(Result<T> value)
{
    Answer<T> answer;
    answer.give(std::move(value));
    return answer.future();
}

/// The future to co_await in place of one of unknown origin: if that ends without a value, this one says
/// Cancelled.
template <typename T> [[nodiscard]] QFuture<Result<T>> settled(QFuture<Result<T>> future)
{
    return future.onCanceled([]() -> Result<T> { return neverAnswered(); });
}

} // namespace signalbox
