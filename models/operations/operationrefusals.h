// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/operations/operationguard.h"

namespace signalbox
{

[[nodiscard]] Error noBackend(const ReleaseKey &key);
/// Why a prepared plan is not allowed any more. @param guard null: nobody is asked
[[nodiscard]] Error whyNot(const OperationGuard *guard, const ActionPlan &plan, const Release &now);

} // namespace signalbox
