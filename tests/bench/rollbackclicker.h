// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/console.h"

#include <random>

namespace signalbox::bench
{

/// Rolls releases back through the console's own controls, as a person would: choose the release, wait until
/// the way back is ready, open the preview, confirm it.
class RollbackClicker
{
public:
    /// CLOCK_MONOTONIC of the stations on the way.
    struct Click {
        qint64 pressedNs = 0;   ///< the key went down
        qint64 confirmedNs = 0; ///< the GUI thread gives it to the button
        qint64 sentNs = 0;      ///< the operation hands its first call to the backend
    };

    explicit RollbackClicker(Console &console);

    /// Returns when the server has accepted the first call; the operation is then taken over by hand.
    [[nodiscard]] Result<Click> click(const ReleaseKey &key);

private:
    [[nodiscard]] Result<Done> openPreview(const ReleaseKey &key);
    [[nodiscard]] Result<Click> confirm(const ReleaseKey &key);

    Console &m_console;
    std::mt19937 m_random{1}; ///< same moments in each run
};

} // namespace signalbox::bench
