// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"

#include <QDateTime>

namespace signalbox::drill
{

/// A clock that can be held at an instant, so that an hour of a cluster's past is lived in a moment, and
/// then let go to follow the real one.
class SimulatedClock final : public Clock
{
public:
    /// @param real outlives this
    explicit SimulatedClock(const Clock &real)
        : m_real(real)
    {
    }
    void hold(const QDateTime &at) { m_held = at; }
    void release() { m_held = QDateTime(); }
    [[nodiscard]] bool isHeld() const { return m_held.isValid(); }

    /// What the real clock says, held or not.
    [[nodiscard]] QDateTime realNowUtc() const { return m_real.nowUtc(); }

    [[nodiscard]] QDateTime nowUtc() const override { return m_held.isValid() ? m_held : m_real.nowUtc(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return m_held.isValid() ? std::chrono::milliseconds(m_held.toMSecsSinceEpoch()) : m_real.steady();
    }

private:
    const Clock &m_real;
    QDateTime m_held;
};

} // namespace signalbox::drill
