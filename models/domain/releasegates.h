// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releaseplan.h"

#include <optional>

namespace signalbox
{

/// What a move does to the share of the new version, in percent, and which steps of the plan it enters.
struct PlanMove {
    int from = 0;
    int to = 0;
    bool starts = false; ///< nobody let the new version pass a stop yet
    QStringList enters;  ///< ids of plan steps with from < weight <= to, in the order of the plan
    bool operator==(const PlanMove &) const = default;
};

/// Share that the new version was given so far: by the steps that are behind or in effect. 100 once it is the
/// stable one, 0 for a blue/green release before the cut-over.
[[nodiscard]] int presentWeight(const Release &release);
/// Share after the next promotion: the next setWeight behind the present step and those that follow it
/// without a pause. 100 when there are no more, for a cut-over, and for a rolling update.
[[nodiscard]] int weightAfterPromotion(const Release &release);
/// The move to a share. @param to none: the next promotion
[[nodiscard]] PlanMove planMove(const ReleasePlan &plan, const Release &release,
                                std::optional<int> to = std::nullopt);
/// The plan's step the release is at: the last one with a weight that was reached. Null: before the first.
[[nodiscard]] const PlanStep *presentStep(const ReleasePlan &plan, const Release &release);

/// Gates that guard a move: `before` is a step it enters, or "start" when the release starts with it.
[[nodiscard]] QVector<GateRule> gatesOf(const ReleasePlan &plan, const PlanMove &move);
/// Polls that count for a move: those its gates name in their conditions, and those no gate of the plan
/// names, which are held for every step.
[[nodiscard]] QVector<PollRule> pollsOf(const ReleasePlan &plan, const PlanMove &move);
/// Checklists that gates and polls of a move rest on, by id.
[[nodiscard]] QStringList checklistsOf(const ReleasePlan &plan, const QVector<GateRule> &gates,
                                       const QVector<PollRule> &polls);

} // namespace signalbox
