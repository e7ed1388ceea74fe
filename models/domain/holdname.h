// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/interlockrules.h"
#include "models/domain/result.h"

namespace signalbox
{

/// Stable name of what holds a move, as errors and records carry it. Empty for other messages.
[[nodiscard]] QString holdName(MessageCode code);
/// The error of an operation that was held. @param verdict one that does not allow
[[nodiscard]] Error heldError(const InterlockVerdict &verdict);

} // namespace signalbox
