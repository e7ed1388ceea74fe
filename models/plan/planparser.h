// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releaseplan.h"
#include "models/plan/plancontext.h"
#include "models/plan/planproblem.h"

#include <QByteArray>

#include <optional>

namespace signalbox
{

/// What became of one file.
struct ParsedPlan {
    std::optional<ReleasePlan> plan; ///< set exactly when there is no problem
    QString id;                      ///< as far as it could be read, also of a plan with problems
    QVector<PlanTarget> targets;     ///< likewise: a broken plan still says what it wants to govern
    QVector<PlanProblem> problems;   ///< every one, in the order of the file
    QVector<PlanQuery>
        queries;               ///< with placeholders; whether the functions in them exist only a server knows
    QVector<PlanPlace> places; ///< where things with an id stand, and which requirements they answer
};

/// Reads a release plan. Bounded in time and memory whatever the bytes are. @param fileName for the problems
[[nodiscard]] ParsedPlan parsePlan(const QByteArray &bytes, const QString &fileName);

} // namespace signalbox
