// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QString>

#include <optional>

namespace signalbox
{

/// The action a record or message names ("RollBack", "rollBack"), none for a name of another version.
[[nodiscard]] std::optional<ActionKind> actionByName(const QString &name);

} // namespace signalbox
