// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/judgement.h"

#include <algorithm>

namespace signalbox
{
namespace
{

bool isSeen(const MetricVerdict &verdict)
{
    return verdict.reason != VerdictReason::NeverLooked && verdict.reason != VerdictReason::NotFresh;
}

} // namespace

const PlanMetric *Judgement::metric(const QString &id) const
{
    if (!plan) {
        return nullptr;
    }
    const auto found = std::find_if(plan->metrics.cbegin(), plan->metrics.cend(),
                                    [&id](const PlanMetric &each) { return each.id == id; });
    return found == plan->metrics.cend() ? nullptr : &*found;
}

QString Judgement::breachedLimit() const
{
    const auto due = std::find_if(verdicts.cbegin(), verdicts.cend(),
                                  [](const MetricVerdict &verdict) { return verdict.rollbackDue; });
    return due == verdicts.cend() ? QString() : due->metric;
}

std::optional<bool> Judgement::samplesEnough() const
{
    bool known = plan != nullptr;
    for (const MetricVerdict &verdict : verdicts) {
        const PlanMetric *asked = metric(verdict.metric);
        if (!asked || !asked->minimumSamples) {
            continue;
        }
        if (!isSeen(verdict) || !verdict.canary.samples) {
            known = false;
        } else if (*verdict.canary.samples < *asked->minimumSamples) {
            return false;
        }
    }
    return known ? std::optional(true) : std::nullopt;
}

bool Judgement::isFresh() const
{
    return plan && std::all_of(verdicts.cbegin(), verdicts.cend(), isSeen);
}

} // namespace signalbox
