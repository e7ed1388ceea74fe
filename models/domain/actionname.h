// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

namespace signalbox
{

/// Stable English name of an action, as recorded in the ledger: "Promote", "RollBack" …
[[nodiscard]] QString actionName(ActionKind kind);
/// None for a name this version does not know.
[[nodiscard]] std::optional<ActionKind> actionFromName(const QString &name);

} // namespace signalbox
