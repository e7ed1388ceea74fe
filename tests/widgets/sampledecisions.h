// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"

namespace signalbox::samples
{

/// The moment every sample decision is seen at.
[[nodiscard]] QDateTime decisionTime();

/// A plan with a gate of three seats, a poll of three stations and a director, a checklist of every mode with
/// evidence of every sort (passed, stale, failed, waits for a confirmation, waived), a closed calendar and a
/// rule that was set aside; seen by `person`.
[[nodiscard]] DecisionView decisionView(const QString &person = QStringLiteral("lin"));
/// A checklist of so many items in groups of nine.
[[nodiscard]] Checklist longChecklist(int items);

} // namespace signalbox::samples
