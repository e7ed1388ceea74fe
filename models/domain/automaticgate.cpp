// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/automaticgate.h"

#include <algorithm>

namespace signalbox
{

namespace
{

QDateTime after(const QDateTime &start, std::chrono::seconds time)
{
    return start.addSecs(time.count());
}

bool isGreen(const GateRule &rule, const GateSample &sample)
{
    return !rule.conditions.isEmpty() && conditionsHold(rule, sample.conditions);
}

bool fails(const GateRule &rule, const GateSample &sample)
{
    return std::any_of(sample.conditions.cbegin(), sample.conditions.cend(), [&](const auto &condition) {
        return rule.conditions.contains(condition.id) && condition.result == CheckResult::Fail;
    });
}

QVector<GateSample> usable(const GateRule &rule, const GateSampling &sampling, const QDateTime &now)
{
    const QDateTime start = after(sampling.opened, rule.startDelay);
    QVector<GateSample> samples;
    std::copy_if(sampling.samples.cbegin(), sampling.samples.cend(), std::back_inserter(samples),
                 [&](const auto &sample) { return sample.at >= start && sample.at <= now; });
    std::stable_sort(samples.begin(), samples.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
    return samples;
}

/// A sample that did not come is Unknown, and Unknown is not green.
bool isGap(const GateRule &rule, const QDateTime &last, const QDateTime &next)
{
    return last.isValid() && next > after(last, 2 * rule.interval);
}

/// One sample more, in order of time.
void take(AutomaticGate &gate, const GateRule &rule, const GateSample &sample, const QDateTime &expires)
{
    if (gate.approvedAt.isValid()) {
        if (gate.state == GateState::Approved && fails(rule, sample) &&
            sample.at < after(gate.approvedAt, rule.validity)) {
            gate.state = GateState::Invalidated;
        }
        return;
    }
    if (!isGreen(rule, sample)) {
        gate.greenSince = {};
        return;
    }
    if (!gate.greenSince.isValid()) {
        gate.greenSince = sample.at;
    }
    if (sample.at < expires && sample.at >= after(gate.greenSince, rule.steady)) {
        gate.approvedAt = sample.at;
        gate.state = GateState::Approved;
    }
}

} // namespace

AutomaticGate automaticGate(const GateRule &rule, const GateSampling &sampling, const QDateTime &now)
{
    const QDateTime start = after(sampling.opened, rule.startDelay);
    const QDateTime expires = after(sampling.opened, rule.timeout);
    AutomaticGate gate;
    gate.state = now < start ? GateState::NotOpen : GateState::Open;
    QDateTime last;
    for (const auto &sample : usable(rule, sampling, now)) {
        if (!gate.approvedAt.isValid() && isGap(rule, last, sample.at)) {
            gate.greenSince = {};
        }
        take(gate, rule, sample, expires);
        last = sample.at;
    }
    if (!gate.approvedAt.isValid() && isGap(rule, last, now)) {
        gate.greenSince = {};
    }
    if (!gate.approvedAt.isValid() && now >= expires) {
        gate.state = GateState::Expired;
    } else if (gate.state == GateState::Approved && now >= after(gate.approvedAt, rule.validity)) {
        gate.state = GateState::Lapsed;
    }
    if (!isFinal(gate.state)) {
        gate.nextSample = last.isValid() ? after(last, rule.interval) : start;
    }
    return gate;
}

} // namespace signalbox
