// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/gate.h"

namespace signalbox
{

/// All conditions of an automatic gate as seen at one moment.
struct GateSample {
    QDateTime at; ///< UTC
    QVector<GateCondition> conditions;
    bool operator==(const GateSample &) const = default;
};

struct GateSampling {
    QDateTime opened; ///< UTC; start delay and timeout count from here
    QVector<GateSample> samples;
    bool operator==(const GateSampling &) const = default;
};

struct AutomaticGate {
    GateState state = GateState::NotOpen;
    QDateTime greenSince; ///< first sample of the green stretch that lasts; invalid: not green
    QDateTime approvedAt; ///< sample that completed it; invalid: not yet
    QDateTime nextSample; ///< when to look again; invalid: never
    bool operator==(const AutomaticGate &) const = default;
};

/// A gate that opens by itself: after the start delay every condition has to be green in the same sample, and
/// stay so for `steady`. A sample that is missing (more than two intervals apart) ends the green stretch.
/// Time over means Expired, which is a failure; an approval ends with the first condition that fails, and
/// Lapses. A limit that is reached is over, except `steady`, which is met when it is reached. Source:
/// requirements C2.
[[nodiscard]] AutomaticGate automaticGate(const GateRule &rule, const GateSampling &sampling,
                                          const QDateTime &now);

} // namespace signalbox
