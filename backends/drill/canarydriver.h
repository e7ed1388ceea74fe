// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/rolloutpass.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace signalbox::drill
{

/// Carries one canary Rollout a bit further: sizes, routes, steps, analysis, promotion.
class CanaryDriver
{
public:
    void run(RolloutPass &pass);
    void forget(const QString &uid) { m_stepSince.remove(uid); }

private:
    struct StepClock {
        QString step; ///< hash and index
        QDateTime since;
    };
    QHash<QString, StepClock> m_stepSince; // by uid of the Rollout

    void scaleByRatio(RolloutPass &pass, int index);
    void scaleByRoute(RolloutPass &pass, int index);
    bool route(RolloutPass &pass, int index);
    void advance(RolloutPass &pass, int index, bool weightReached);
    void background(RolloutPass &pass, int index);
    void promoteIfDone(RolloutPass &pass, int index);
    [[nodiscard]] QDateTime stepSince(const RolloutPass &pass, int index);
};

/// status.currentStepIndex, or the number of steps where there is none.
[[nodiscard]] int canaryIndex(const RolloutPass &pass);

} // namespace signalbox::drill
