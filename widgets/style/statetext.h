// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/operation.h"
#include "models/domain/policy.h"
#include "models/domain/release.h"

#include <QString>

namespace signalbox
{

// One word or short phrase for each value of a closed set, in the language of the moment. Never store them.

[[nodiscard]] QString stateText(ReleaseState state);
[[nodiscard]] QString verdictText(Verdict verdict);
/// Why a value cannot be used, as words for a chart or a cell. Empty for ValueProblem::None.
[[nodiscard]] QString problemText(ValueProblem problem);
[[nodiscard]] QString freshnessText(Freshness freshness);
/// With the age where the age matters: "stale since 10:42:07 (3 m)".
[[nodiscard]] QString freshnessText(const SourceState &source, const QDateTime &now);
[[nodiscard]] QString strategyText(RolloutStrategy strategy);
[[nodiscard]] QString roleText(RevisionRole role);
[[nodiscard]] QString healthText(RevisionHealth health);
[[nodiscard]] QString fleetGroupText(FleetGroup group);
/// Verb of an action, as on its button: "Roll back".
[[nodiscard]] QString actionText(ActionKind kind);
/// One short sentence on what the action does, for tool tips and the command palette.
[[nodiscard]] QString actionHint(ActionKind kind);
/// Noun of a running action: "rollback".
[[nodiscard]] QString actionNoun(ActionKind kind);
/// What a running action does: "Rolling back".
[[nodiscard]] QString actionProgressText(ActionKind kind);
[[nodiscard]] QString stepPhaseText(StepPhase phase);
[[nodiscard]] QString operationPhaseText(OperationPhase phase);
/// Title of a metric rule in the language of the moment; falls back to English, then to the id.
[[nodiscard]] QString metricTitle(const MetricRule &rule);

} // namespace signalbox
