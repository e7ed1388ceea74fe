// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/rolloutpass.h"

namespace signalbox::drill
{

/// Which place in a rollout an analysis run belongs to.
enum class AnalysisPlace { Step, Background, PrePromotion, PostPromotion };

/// Where the status keeps the current run of a place.
[[nodiscard]] const char *analysisStatusKey(AnalysisPlace place);

/// Copies the run's phase and message into the status and says where it stands.
[[nodiscard]] RunVerdict readAnalysis(RolloutPass &pass, AnalysisPlace place);
/// Creates a run from the templates of `analysis` and notes it in the status.
/// @param stepIndex only for Step
void startAnalysis(RolloutPass &pass, AnalysisPlace place, const Json &analysis, int stepIndex = -1);
/// Ends the run of a place early, if one is running, and forgets it when `forget`.
void stopAnalysis(RolloutPass &pass, AnalysisPlace place, bool forget);
/// Both of the strategy's places.
void stopAllAnalysis(RolloutPass &pass, bool forget);
/// Removes ended runs beyond spec.analysis.{successful,unsuccessful}RunHistoryLimit, oldest first.
void trimAnalysisRuns(const RolloutPass &pass);

} // namespace signalbox::drill
