// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"

#include <QFutureWatcher>

#include <utility>

namespace signalbox
{

/// Calls handler(Result<T>) on the owner's thread once the future is done, never before this returns, and
/// not at all if the owner is gone by then. A future that ends without a result counts as Cancelled.
/// To be called on the owner's thread. Stands in for QFuture::then(context, …), which in Qt 6.4 dereferences
/// a context that died first.
template <typename T, typename Handler>
void whenFinished(QObject *owner, const QFuture<Result<T>> &future, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, handler = std::move(handler)]() mutable {
                         const QFuture<Result<T>> done = watcher->future();
                         watcher->deleteLater();
                         handler(done.resultCount() > 0 ? done.result() : Result<T>(neverAnswered()));
                     });
    watcher->setFuture(future);
}

} // namespace signalbox
