// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
#include "models/domain/releaseplan.h"
#include "models/domain/sharecheck.h"

#include <QVector>

#include <memory>

namespace signalbox
{

/// How well one step was watched.
struct StepWatch {
    QDateTime since; ///< UTC, first look at the present weight; invalid: none yet
    QDateTime last;  ///< newest look
    std::chrono::seconds longestGap{0};
    int looks = 0;
    bool operator==(const StepWatch &) const = default;
};

/// What the metrics of a plan say about one run at one moment. A value.
struct Judgement {
    RunRef run;
    ReleaseKey release;
    std::shared_ptr<const ReleasePlan> plan; ///< null: no plan governs the release
    QVector<MetricVerdict> verdicts;         ///< in the order of the plan's metrics
    ShareCheck share;
    StepWatch step;

    [[nodiscard]] const PlanMetric *metric(const QString &id) const;
    /// Id of the first metric over its rollback limit for long enough; empty: none.
    [[nodiscard]] QString breachedLimit() const;
    /// Whether every metric with a minimum has it. None: not known for at least one of them.
    [[nodiscard]] std::optional<bool> samplesEnough() const;
    /// No metric's last look is older than its plan allows, and none was never looked at.
    [[nodiscard]] bool isFresh() const;
    bool operator==(const Judgement &) const = default;
};

} // namespace signalbox
