// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/plan/plannode.h"
#include "models/plan/planproblem.h"

#include <QByteArray>

namespace signalbox
{

/// Limits that keep a hostile file small and quick: it is refused before or while it is read.
struct PlanLimits {
    static constexpr int bytes = 2 * 1024 * 1024;
    static constexpr int depth = 24;
    static constexpr int values = 200'000;
    static constexpr int problems = 500;
    /// Brackets that are open at one place, and characters that structure flow style, wherever they stand.
    /// No plan comes near; yaml-cpp would hold hundreds of megabytes of tokens before its first event.
    static constexpr int openBrackets = 2'000;
    static constexpr int flowCharacters = 300'000;
};

struct PlanYaml {
    PlanNode root;
    QVector<PlanProblem> problems; ///< without `file`; with any, root is not to be used
};

/// Reads one YAML document out of bytes. Anchors, aliases and tags are refused without being resolved.
[[nodiscard]] PlanYaml readPlanYaml(const QByteArray &bytes);

} // namespace signalbox
