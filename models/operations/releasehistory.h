// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"

#include <QHash>

namespace signalbox
{

/// Since when releases have been exposed as they are, as far as this desk saw it. Value type; no clock.
class ReleaseHistory
{
public:
    /// @param now UTC
    void see(const Release &release, const QDateTime &now);
    void forget(const ReleaseKey &release);
    /// Since when the new version has had its present share: the earliest of what was seen and what the
    /// cluster says about the pause. Invalid: not known.
    [[nodiscard]] QDateTime since(const Release &release) const;
    /// Newest move of traffic away from the new version of this run. Invalid: none seen.
    [[nodiscard]] QDateTime lastBack(const ReleaseKey &release) const;

private:
    struct Seen {
        RunRef run;
        int weight = 0;
        bool aborted = false;
        QDateTime since;
        QDateTime lastBack;
    };
    QHash<ReleaseKey, Seen> m_seen;
};

} // namespace signalbox
