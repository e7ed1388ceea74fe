// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"

namespace signalbox::kubernetes
{

/// A clock that only moves when told to.
class SteppedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime(QDate(2026, 8, 21), QTime(9, 0), Qt::UTC).addMSecs(m_elapsed.count());
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_elapsed; }
    void advance(std::chrono::milliseconds by) { m_elapsed += by; }

private:
    std::chrono::milliseconds m_elapsed{1000};
};

} // namespace signalbox::kubernetes
