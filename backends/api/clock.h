// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>

namespace signalbox
{

/// Where time comes from. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock, UTC.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    /// Monotonic time since an arbitrary start.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
};

} // namespace signalbox
