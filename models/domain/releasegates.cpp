// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releasegates.h"

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr int whole = 100;

bool walksSteps(const Release &release)
{
    return release.strategy == RolloutStrategy::Canary && !release.steps.isEmpty() && release.stepIndex;
}

/// Nobody was asked anything yet: no pause of the steps lies behind.
bool isAtFirstStop(const Release &release)
{
    if (!walksSteps(release)) {
        return true;
    }
    const auto passed = std::clamp<qsizetype>(*release.stepIndex, 0, release.steps.size());
    return std::none_of(release.steps.cbegin(), release.steps.cbegin() + passed,
                        [](const StepRow &step) { return step.kind == StepKind::Pause; });
}

bool isNamed(const QVector<GateRule> &gates, const QString &poll)
{
    return std::any_of(gates.cbegin(), gates.cend(),
                       [&](const GateRule &gate) { return gate.conditions.contains(poll); });
}

} // namespace

int presentWeight(const Release &release)
{
    if (!release.inProgress()) {
        return whole;
    }
    if (!walksSteps(release) || release.aborted) {
        return 0;
    }
    int weight = 0;
    for (qsizetype i = 0; i < release.steps.size() && i <= *release.stepIndex; ++i) {
        if (release.steps.at(i).kind == StepKind::SetWeight) {
            weight = release.steps.at(i).weight;
        }
    }
    return *release.stepIndex >= release.steps.size() ? whole : weight;
}

int weightAfterPromotion(const Release &release)
{
    if (!release.inProgress() || !walksSteps(release)) {
        return whole;
    }
    // A release that was aborted begins again with its first step.
    std::optional<int> weight;
    for (qsizetype i = release.aborted ? 0 : *release.stepIndex + 1; i < release.steps.size(); ++i) {
        const StepRow &step = release.steps.at(i);
        if (step.kind == StepKind::SetWeight) {
            weight = step.weight;
        } else if (step.kind == StepKind::Pause) {
            return weight.value_or(presentWeight(release)); // stops again, with or without a new weight
        }
    }
    return whole;
}

PlanMove planMove(const ReleasePlan &plan, const Release &release, std::optional<int> to)
{
    PlanMove move;
    move.from = presentWeight(release);
    move.to = to.value_or(weightAfterPromotion(release));
    move.starts = release.inProgress() && (release.aborted || isAtFirstStop(release));
    const bool atOnce = !walksSteps(release);
    for (const PlanStep &step : plan.steps) {
        // Without steps of its own a release goes from nothing to everything: only the step of 100 % counts.
        const bool entered = step.weight > move.from && step.weight <= move.to;
        if (step.selector == StepSelector::Weight && entered && (!atOnce || step.weight == whole)) {
            move.enters.append(step.id);
        }
    }
    return move;
}

const PlanStep *presentStep(const ReleasePlan &plan, const Release &release)
{
    const int weight = presentWeight(release);
    const PlanStep *present = nullptr;
    for (const PlanStep &step : plan.steps) {
        if (step.selector == StepSelector::Weight && step.weight <= weight &&
            (present == nullptr || step.weight >= present->weight)) {
            present = &step;
        }
    }
    return present;
}

QVector<GateRule> gatesOf(const ReleasePlan &plan, const PlanMove &move)
{
    QVector<GateRule> gates;
    std::copy_if(plan.gates.cbegin(), plan.gates.cend(), std::back_inserter(gates), [&](const auto &gate) {
        return gate.before == QLatin1String("start") ? move.starts : move.enters.contains(gate.before);
    });
    return gates;
}

QVector<PollRule> pollsOf(const ReleasePlan &plan, const PlanMove &move)
{
    const QVector<GateRule> gates = gatesOf(plan, move);
    const bool enters = !move.enters.isEmpty();
    QVector<PollRule> polls;
    std::copy_if(plan.polls.cbegin(), plan.polls.cend(), std::back_inserter(polls), [&](const auto &poll) {
        return isNamed(gates, poll.id) || (enters && !isNamed(plan.gates, poll.id));
    });
    return polls;
}

QStringList checklistsOf(const ReleasePlan &plan, const QVector<GateRule> &gates,
                         const QVector<PollRule> &polls)
{
    QStringList wanted;
    for (const GateRule &gate : gates) {
        wanted += gate.conditions;
    }
    for (const PollRule &poll : polls) {
        wanted += poll.checklists;
    }
    QStringList found;
    for (const Checklist &list : plan.checklists) {
        if (wanted.contains(list.id)) {
            found.append(list.id);
        }
    }
    return found;
}

} // namespace signalbox
