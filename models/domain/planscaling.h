// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"
#include "models/domain/metric.h"

#include <QStringList>
#include <QVector>

#include <chrono>

namespace signalbox
{

/// Source: requirements D2, B-31 … B-33.
struct ScalingTrigger {
    QString id;
    LocalText title;
    QStringList requirements;
    QString query;
    Unit unit = Unit::None;
    double threshold = 0;
    std::chrono::seconds sustained{0};
    bool operator==(const ScalingTrigger &) const = default;
};

enum class ScalingActionKind { ScaleOut, ScaleIn, PreWarm, Degrade, Attested };

struct ScalingAction {
    QString id;
    LocalText title;
    QStringList requirements;
    ScalingActionKind kind = ScalingActionKind::Attested;
    double factor = 1; ///< of the replicas at the time of the decision
    bool operator==(const ScalingAction &) const = default;
};

struct ScalingRule {
    QVector<ScalingTrigger> triggers;
    QVector<ScalingAction> actions;
    std::chrono::seconds cooldown{0};
    std::chrono::seconds quiet{0};
    int minimumReplicas = 0;
    int maximumReplicas = 0; ///< 0: not given
    QStringList requirements;
    bool operator==(const ScalingRule &) const = default;
};

/// Source: requirements C5, D3, B-35.
struct RecoveryTarget {
    QString id;
    LocalText title;
    QStringList requirements;
    std::chrono::seconds rto{0};
    std::chrono::seconds rpo{0};
    bool operator==(const RecoveryTarget &) const = default;
};

struct FailoverStep {
    QString id;
    LocalText title;
    QStringList requirements;
    QStringList after; ///< ids of steps that have to be done first
    std::chrono::seconds budget{0};
    bool pointOfNoReturn = false;
    bool operator==(const FailoverStep &) const = default;
};

struct RecoveryRule {
    QVector<RecoveryTarget> targets; ///< empty: no target declared, which is not a green light
    QVector<FailoverStep> steps;
    bool operator==(const RecoveryRule &) const = default;
};

} // namespace signalbox
