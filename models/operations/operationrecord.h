// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/operation.h"

namespace signalbox
{

/// Ledger records of an operation: codes and values, never translated text, never a call's body.
[[nodiscard]] LedgerRecord intentRecord(const OperationStatus &status, const QDateTime &now);
/// Result by the phase: "succeeded", "failed", "stopped". While the recording step itself runs, every other
/// step is effective: "succeeded".
[[nodiscard]] LedgerRecord outcomeRecord(const OperationStatus &status, const QDateTime &now);
/// A reason that was given after the operation ended.
[[nodiscard]] LedgerRecord reasonRecord(const OperationStatus &status, const QDateTime &now);

} // namespace signalbox
