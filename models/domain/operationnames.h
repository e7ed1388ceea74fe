// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/operation.h"

/// Stable English names of the parts of an operation, as the ledger keeps them. None for a name this version
/// does not know.
namespace signalbox
{

/// Name of a step's title: the code without its prefix, "ShiftTraffic". Empty for codes that are no titles.
[[nodiscard]] QString stepTitleName(MessageCode title);
[[nodiscard]] std::optional<MessageCode> stepTitleFromName(const QString &name);

[[nodiscard]] QString verifyName(VerifyKind kind);
[[nodiscard]] std::optional<VerifyKind> verifyFromName(const QString &name);

[[nodiscard]] QString stepPhaseName(StepPhase phase);
[[nodiscard]] std::optional<StepPhase> stepPhaseFromName(const QString &name);

} // namespace signalbox
