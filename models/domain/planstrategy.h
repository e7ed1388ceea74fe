// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"

#include <QStringList>
#include <QVector>

#include <chrono>
#include <optional>

namespace signalbox
{

/// An object on a cluster that this plan governs. `*` matches any text.
struct PlanTarget {
    QString cluster; ///< context name; empty: any
    QString namespaceName;
    QString kind; ///< Rollout or Deployment; empty: either
    QString name;
    QString environment;
    bool production = false;
    bool operator==(const PlanTarget &) const = default;
};

struct PlanService {
    QString id;
    LocalText title;
    QStringList requirements;
    QString image;
    QString healthPath;
    std::optional<int> minimumReplicas;
    bool operator==(const PlanService &) const = default;
};

enum class StepSelector { Weight, Allowlist };

/// One exposure of the new version. Source: requirements C3, B-01, B-34.
struct PlanStep {
    QString id;
    LocalText title;
    QStringList requirements;
    StepSelector selector = StepSelector::Weight;
    int weight = 0;                      ///< percent
    QStringList allowlist;               ///< tenants
    std::chrono::seconds minimumSoak{0}; ///< 0: not given, the plan cannot be locked
    bool operator==(const PlanStep &) const = default;
};

/// A stage with planned length, to compare with what it took.
struct PlanStage {
    QString id;
    LocalText title;
    QStringList requirements;
    std::chrono::seconds shortest{0};
    std::chrono::seconds longest{0};
    QString planned; ///< wall clock "09:30" on the day of the release; empty: none
    bool operator==(const PlanStage &) const = default;
};

struct RollbackTrigger {
    QString id;
    LocalText title;
    QStringList requirements;
    QString metric; ///< id of a PlanMetric whose rollback limit it watches; empty with `probes`
    QStringList probes;
    int consecutive = 1;
    bool automatic = false; ///< false: a reason offered to the person
    bool operator==(const RollbackTrigger &) const = default;
};

struct RollbackStep {
    QString id;
    LocalText title;
    QStringList requirements;
    std::chrono::seconds budget{0};
    bool operator==(const RollbackStep &) const = default;
};

struct RollbackRule {
    QVector<RollbackTrigger> triggers;
    QVector<RollbackStep> steps;
    std::chrono::seconds automaticBudget{0};
    std::chrono::seconds manualBudget{0};
    std::chrono::seconds outerBudget{0};
    bool operator==(const RollbackRule &) const = default;
};

} // namespace signalbox
