// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox
{

/// Phase of an Argo Rollouts object as a client has to compute it, because the controller may not have seen
/// the newest spec yet. `phase` and `message` are the controller's words when it wrote any.
struct PhaseReading {
    QString phase;
    QString message;
    bool specObserved = true; ///< false: status belongs to an older spec, or there is none
    bool operator==(const PhaseReading &) const = default;
};

/// Source: wire facts 3.3, "client phase computation".
[[nodiscard]] PhaseReading rolloutPhase(const RolloutRow &row);

/// The pause in force, with its deadline. A pause written by the controller wins over the manual one, which
/// is reported apart (Release::manuallyPaused), because promoting needs other calls for each.
[[nodiscard]] Pause rolloutPause(const RolloutRow &row, std::optional<int> stepIndex);

/// 0-based index of the current step; steps.size() when all are done; none when the strategy has no steps.
/// Step 0 is a step like any other.
[[nodiscard]] std::optional<int> rolloutStepIndex(const RolloutRow &row);

struct RolloutSituation {
    PhaseReading phase;
    Pause pause;
    const Revision *stable = nullptr; ///< null: its ReplicaSet is not known
};
/// The console's word for it. An abort is "rolled back" as long as the stable version serves.
[[nodiscard]] ReleaseState rolloutState(const RolloutRow &row, const RolloutSituation &situation);

/// The condition of that type, or null.
[[nodiscard]] const ConditionRow *findCondition(const QVector<ConditionRow> &conditions, const QString &type);

} // namespace signalbox
