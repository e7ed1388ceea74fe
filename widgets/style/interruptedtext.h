// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"

#include <QString>

namespace signalbox
{

/// "Rollback of checkout to 2.4.0 was interrupted at step 3 of 6, “Verify that traffic reaches 2.4.0”."
/// One line; external text made safe.
[[nodiscard]] QString interruptedText(const OperationStatus &status);

} // namespace signalbox
