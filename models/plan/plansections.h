// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releaseplan.h"
#include "models/plan/planobject.h"

// One function for each section of a plan; what is wrong goes to the context.
namespace signalbox
{

void readStrategy(PlanObject &root, ReleasePlan &plan);  ///< targets, services, steps, stages, rollback
void readDecisions(PlanObject &root, ReleasePlan &plan); ///< gates, checklists, polls, probes
void readMeasures(PlanObject &root, ReleasePlan &plan);  ///< metrics, objectives, scaling
void readRecovery(PlanObject &root, ReleasePlan &plan);
void readPeople(PlanObject &root, ReleasePlan &plan); ///< roles, contacts, communication, retention, notes
void readCalendar(PlanObject &root, ReleasePlan &plan);
[[nodiscard]] ProbeSpec readProbe(PlanContext &context, const PlanSpot &spot);

} // namespace signalbox
