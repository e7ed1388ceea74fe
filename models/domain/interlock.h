// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
#include "models/domain/message.h"

#include <QVector>

#include <chrono>

namespace signalbox
{

/// The invariants of the house. Source: requirements C6; the numbers are theirs.
enum class Interlock {
    TargetHealthy = 1,
    TrafficServed,
    OneOperation,
    OnePrimary,
    FourEyes,
    FreshEvidence,
    BoundApproval,
    NotExpired,
    NoOpenTrouble,
    CalendarOpen,
    OrderKept,
    OldKept,
    TargetCapacity,
    SoakAndSamples,
    NeverOnSilence,
    NoFlapping,
    BudgetLeft,
    StableTagsKept,
    ForwardOnlyKnown,
    RegionReady,
    DrillContained,
    SelfKnown,
    Recorded,
    PeopleDecide,
};

/// How a rule may be set aside.
enum class InterlockType {
    Absolute,   ///< never
    BreakGlass, ///< two people, a reason, and an end in time
    Single,     ///< one person and a reason
};
/// Break-glass grants end after this time.
inline constexpr std::chrono::minutes longestOverride{60};

/// "INV-09"
[[nodiscard]] QString interlockId(Interlock rule);
[[nodiscard]] std::optional<Interlock> interlockOfId(const QString &id);
[[nodiscard]] InterlockType interlockType(Interlock rule);

/// A rule set aside by name, for one release and a limited time.
struct Override {
    QString id;
    QString runId;
    QString rule; ///< "INV-09"
    QString reason;
    QString requester;
    QString secondPerson; ///< BreakGlass: empty until granted
    QDateTime requested;
    QDateTime granted; ///< Single: same as requested
    QDateTime until;
    bool operator==(const Override &) const = default;
};

/// The override that sets a rule aside at that time; null if none does. Never for an absolute rule.
[[nodiscard]] const Override *overrideOf(const QVector<Override> &overrides, Interlock rule,
                                         const QDateTime &now);

} // namespace signalbox
