// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/canaryscale.h"

#include "backends/drill/jsontext.h"

#include <algorithm>
#include <cmath>

namespace signalbox::drill
{

namespace
{

int shareUp(int replicas, int percent)
{
    return (replicas * percent + 99) / 100;
}

/// The setCanaryScale that holds at the current step; none if the traffic weight decides.
const CanaryStep *scaleOverride(const CanaryScaleFacts &facts)
{
    for (int i = std::min(facts.index, static_cast<int>(facts.steps.size()) - 1); i >= 0; --i) {
        const CanaryStep &step = facts.steps.at(i);
        if (step.kind == CanaryStep::Kind::SetCanaryScale)
            return step.scaleWeight || step.scaleReplicas ? &step : nullptr;
    }
    return nullptr;
}

CanarySizes routedSizes(const CanaryScaleFacts &facts)
{
    const int weight = facts.full ? 100 : canaryWeightAt(facts.steps, facts.index);
    CanarySizes sizes{shareUp(facts.replicas, weight), facts.replicas};
    if (facts.aborted)
        return {0, facts.replicas};
    if (facts.full)
        return {facts.replicas, facts.replicas};
    if (const CanaryStep *step = scaleOverride(facts))
        sizes.fresh = step->scaleReplicas.value_or(shareUp(facts.replicas, step->scaleWeight.value_or(0)));
    if (facts.dynamicStable)
        sizes.stable = shareUp(facts.replicas, 100 - weight);
    return sizes;
}

} // namespace

CanarySizes wantedSizes(const CanaryScaleFacts &facts)
{
    if (facts.routed)
        return routedSizes(facts);
    if (facts.aborted)
        return {0, facts.replicas};
    const int weight = facts.full ? 100 : canaryWeightAt(facts.steps, facts.index);
    if (weight >= 100)
        return {facts.replicas, 0};
    if (weight <= 0 || facts.replicas == 0)
        return {0, facts.replicas};
    int fresh = static_cast<int>(std::lround(facts.replicas * weight / 100.0));
    fresh = std::clamp(fresh, 1, std::max(1, facts.replicas - 1));
    // One replica cannot be shared: both sides keep one while the canary lasts.
    return {fresh, std::max(1, facts.replicas - fresh)};
}

PodRatioPlan planPodRatio(const PodRatioFacts &given)
{
    PodRatioFacts facts = given;
    // A status written before the last change of size counts pods that are already leaving.
    for (SideCount *side : {&facts.fresh, &facts.stable, &facts.older})
        side->available = std::min(side->available, side->desired);
    PodRatioPlan plan{facts.fresh.desired, facts.stable.desired, facts.older.desired};
    const int ceiling = std::max(facts.replicas + facts.maxSurge, facts.wanted.fresh + facts.wanted.stable);
    int room = std::max(0, ceiling - plan.fresh - plan.stable - plan.older);
    const auto grow = [&room](int &size, int wanted) {
        const int added = std::clamp(wanted - size, 0, room);
        size += added;
        room -= added;
    };
    grow(plan.stable, facts.wanted.stable);
    grow(plan.fresh, facts.wanted.fresh);

    const int available = facts.fresh.available + facts.stable.available + facts.older.available;
    int spare = available - (facts.replicas - facts.maxUnavailable);
    const auto shrink = [&spare](int &size, int wanted, int availableHere) {
        if (size <= wanted)
            return;
        // Pods that serve nothing cost nothing to remove.
        const int idle = std::clamp(size - availableHere, 0, size - wanted);
        size -= idle;
        const int removed = std::clamp(size - wanted, 0, std::max(0, spare));
        size -= removed;
        spare -= removed;
    };
    shrink(plan.older, 0, facts.older.available);
    shrink(plan.fresh, facts.wanted.fresh, facts.fresh.available);
    shrink(plan.stable, facts.wanted.stable, facts.stable.available);
    return plan;
}

int intOrPercent(const nlohmann::json &value, int replicas, bool roundUp, int fallback)
{
    const QString words = value.is_number() ? QString::number(number(value)) : text(value);
    bool fine = false;
    if (words.endsWith(QLatin1Char('%'))) {
        const int percent = words.chopped(1).toInt(&fine);
        if (!fine)
            return fallback;
        const double exact = replicas * percent / 100.0;
        return static_cast<int>(roundUp ? std::ceil(exact) : std::floor(exact));
    }
    const int count = words.toInt(&fine);
    return fine ? count : fallback;
}

} // namespace signalbox::drill
