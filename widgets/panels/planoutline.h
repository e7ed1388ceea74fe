// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/releaseplan.h"

namespace signalbox
{

/// One line of a plan as people read it; sections have lines below them.
struct PlanLine {
    QString text;
    QString detail;
    QString requirements;
    QVector<PlanLine> lines;
};

/// A plan in the language of the moment: every section that has something, every item with the requirement
/// ids it answers. All text is made safe.
[[nodiscard]] QVector<PlanLine> planOutline(const ReleasePlan &plan);

} // namespace signalbox
