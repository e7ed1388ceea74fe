// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace signalbox
{

/// A future that can always be awaited: one that ends without a value becomes Cancelled.
template <typename T> [[nodiscard]] QFuture<Result<T>> answered(QFuture<Result<T>> future)
{
    return future.onCanceled([]() -> Result<T> {
        return failure(ErrorCode::Cancelled, ErrorLayer::Connection, QStringLiteral("cancelled"));
    });
}

/// The way from a coroutine to a future. Finished as Cancelled should the coroutine never say anything.
template <typename T> class Answer
{
public:
    Answer()
        : m_state(std::make_shared<State>())
    {
    }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_state->promise.future(); }
    void give(Result<T> value) const
    {
        if (!m_state->given) {
            m_state->given = true;
            m_state->promise.addResult(std::move(value));
            m_state->promise.finish();
        }
    }

private:
    struct State {
        QPromise<Result<T>> promise;
        bool given = false;
        State() { promise.start(); }
        ~State()
        {
            if (!given) {
                promise.addResult(
                    failure(ErrorCode::Cancelled, ErrorLayer::Connection, QStringLiteral("cancelled")));
                promise.finish();
            }
        }
        Q_DISABLE_COPY_MOVE(State)
    };
    std::shared_ptr<State> m_state;
};

} // namespace signalbox
