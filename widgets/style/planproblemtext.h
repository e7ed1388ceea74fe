// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/plan/planproblem.h"

#include <QString>

namespace signalbox
{

/// What is wrong with a plan and what was expected, in the language of the moment. External text in it is
/// made safe. The place is not part of it.
[[nodiscard]] QString planProblemText(const PlanProblem &problem);

} // namespace signalbox
