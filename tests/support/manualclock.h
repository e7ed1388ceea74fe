// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"

namespace signalbox::test
{

/// Time that moves only when a test says so.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime now = QDateTime({2026, 8, 21}, {10, 0}, Qt::UTC))
        : m_now(std::move(now))
    {
    }

    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }
    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_steady += by;
    }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_steady{1000};
};

} // namespace signalbox::test
