// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/worldtime.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <nlohmann/json.hpp>
#include <optional>

namespace signalbox::drill
{

/// One element of strategy.canary.steps.
struct CanaryStep {
    enum class Kind { SetWeight, Pause, SetCanaryScale, Analysis, Experiment, Route, Plugin, Unknown };
    Kind kind = Kind::Unknown;
    int weight = 0;                       ///< SetWeight
    std::optional<Milliseconds> duration; ///< Pause and Experiment; none: until promoted
    std::optional<int> scaleWeight;       ///< SetCanaryScale
    std::optional<int> scaleReplicas;     ///< SetCanaryScale
    QString text;                         ///< short form for events
};

[[nodiscard]] QVector<CanaryStep> canarySteps(const nlohmann::json &canary);
/// Changes when the list of steps changes.
[[nodiscard]] QString canaryStepsHash(const nlohmann::json &canary);
/// Weight that holds at `index`: the last setWeight at or before it, 0 before the first, 100 after the end.
[[nodiscard]] int canaryWeightAt(const QVector<CanaryStep> &steps, int index);

struct PauseCondition {
    QString reason;
    QDateTime start;
    bool operator==(const PauseCondition &) const = default;
};

/// Where an analysis run stands, seen from the rollout.
enum class RunVerdict { None, Running, Successful, Failed, Inconclusive };

/// What is known when one step is looked at.
struct CanaryFacts {
    QVector<CanaryStep> steps;
    int index = 0;
    QDateTime now;
    QDateTime stepSince;        ///< when the step became current
    bool sizesReached = false;  ///< both sides have the pods this step wants
    bool weightReached = false; ///< the router carries the step's weight (true without a router)
    bool held = false;          ///< paused by a person, or an inconclusive analysis waits for one
    bool controllerPause = false;
    QVector<PauseCondition> pauses;
    RunVerdict analysis = RunVerdict::None;
};

struct CanaryDecision {
    int index = 0;
    bool completed = false; ///< the step at facts.index is done
    bool controllerPause = false;
    QVector<PauseCondition> pauses;
    bool wantsAnalysis = false; ///< a run of the current step's templates has to exist
    std::optional<Milliseconds> lookAgain;
};

/// Decides about the current step only; call again after each completed step. Pure.
[[nodiscard]] CanaryDecision decideCanaryStep(const CanaryFacts &facts);

} // namespace signalbox::drill
