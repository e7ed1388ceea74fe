// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace signalbox::bench
{

/// Lets the event loop run until `holds` does. Unlike QTest::qWaitFor it never sleeps outside the loop, which
/// would look like a stall. @return false when time is up
template <typename Condition>
[[nodiscard]] bool waitUntil(Condition holds, std::chrono::milliseconds patience)
{
    QElapsedTimer waited;
    waited.start();
    if (holds()) {
        return true;
    }
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (holds()) {
            loop.exit(0);
        } else if (waited.elapsed() > patience.count()) {
            loop.exit(1);
        }
    });
    look.start(1);
    return loop.exec() == 0;
}

inline void settle(std::chrono::milliseconds time)
{
    (void)waitUntil([] { return false; }, time);
}

} // namespace signalbox::bench
