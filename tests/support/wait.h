// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QTest>

namespace signalbox::test
{

/// What a future holds once it is fulfilled, with the event loop running meanwhile. Timeout if it is not
/// within 15 seconds, or ends without a value.
template <typename T> [[nodiscard]] Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 15000) || future.resultCount() == 0) {
        return failure(ErrorCode::Timeout, ErrorLayer::Rule, QStringLiteral("the future was not fulfilled"));
    }
    return future.result();
}

} // namespace signalbox::test
