// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <cstdint>
#include <optional>

namespace signalbox
{

/// The point in time all charts of a page point at. One object a page.
class ChartCrosshair final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Unix milliseconds; none while no chart is pointed at.
    [[nodiscard]] std::optional<std::int64_t> time() const { return m_time; }
    void setTime(std::optional<std::int64_t> ms)
    {
        if (m_time != ms) {
            m_time = ms;
            Q_EMIT moved();
        }
    }

Q_SIGNALS:
    void moved();

private:
    std::optional<std::int64_t> m_time;
};

} // namespace signalbox
