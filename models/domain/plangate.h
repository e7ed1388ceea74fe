// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"

#include <QStringList>
#include <QVector>

#include <chrono>

namespace signalbox
{

/// A seat that has to be filled by one person who holds the role.
struct GateSeat {
    QString id;
    QString role; ///< id of a PlanRole
    LocalText title;
    QStringList requirements; ///< ids of the requirements register it comes from
    bool operator==(const GateSeat &) const = default;
};

enum class GateKind {
    Manual,    ///< people fill slots
    Automatic, ///< opens by itself once every condition was green together for `steady`
};

/// What happens when the time of a gate is over. It is never an approval.
enum class GateExpiry { Refuse, Hold, RollBack };

/// A point of a release that stays closed until its conditions hold and the right people approved.
/// Source: requirements C2, B-24.
struct GateRule {
    QString id;
    LocalText title;
    QStringList requirements;
    GateKind kind = GateKind::Manual;
    QString before; ///< id of the step it guards; "start": the first step
    QVector<GateSeat> seats;
    int quorum = 0;                  ///< slots that must approve; 0: every one
    QStringList mustInclude;         ///< ids of slots that count towards the quorum in any case
    QStringList conditions;          ///< ids of checklists, polls and metrics that must pass before it opens
    std::chrono::seconds timeout{0}; ///< from opening; 0: not given, the plan cannot be locked
    GateExpiry onExpiry = GateExpiry::Refuse;
    std::chrono::seconds validity{0}; ///< of an approval that was not used
    std::chrono::seconds startDelay{0};
    std::chrono::seconds interval{0};      ///< Automatic: between samples
    std::chrono::seconds steady{0};        ///< Automatic: all conditions green together this long
    std::chrono::seconds signaturesDue{0}; ///< emergency class: late signatures are due within this time
    bool operator==(const GateRule &) const = default;
};

} // namespace signalbox
