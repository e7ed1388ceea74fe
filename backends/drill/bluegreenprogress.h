// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/canaryprogress.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace signalbox::drill
{

struct BlueGreenFacts {
    QDateTime now;
    QString newHash;
    QString stableHash; ///< empty before the first release
    QString activeHash; ///< what the active Service selects; empty: nothing yet
    int replicas = 1;
    std::optional<int> previewReplicas;
    int newAvailable = 0;
    bool aborted = false;
    bool held = false; ///< spec.paused: Services are not switched
    bool promoteFull = false;
    bool fastTrack = false;  ///< going back to a version whose pods still run: no pause, no analysis
    bool checkpoint = false; ///< status.blueGreen.scaleUpPreviewCheckPoint
    bool autoPromotion = true;
    Milliseconds autoPromotionAfter{0}; ///< 0: at once
    bool controllerPause = false;
    QVector<PauseCondition> pauses;
    bool hasPre = false;
    bool hasPost = false;
    RunVerdict pre = RunVerdict::None;
    RunVerdict post = RunVerdict::None;
};

struct BlueGreenDecision {
    int newReplicas = 0;
    QString previewHash;
    QString activeHash;
    QString stableHash;
    bool checkpoint = false;
    bool controllerPause = false;
    QVector<PauseCondition> pauses;
    bool wantsPre = false;
    bool wantsPost = false;
    std::optional<Milliseconds> lookAgain;
};

/// One look at a blue/green release: what the Services should select and what is waited for. Pure.
[[nodiscard]] BlueGreenDecision decideBlueGreen(const BlueGreenFacts &facts);

} // namespace signalbox::drill
