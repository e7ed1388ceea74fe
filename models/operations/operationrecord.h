// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/operation.h"

namespace signalbox
{

/// Ledger records of an operation: codes and values, never translated text, never a call's body.
///
/// An operation writes one intent before its first call, one step record after each step that is not its
/// last, and one outcome; whoever goes on with it after an interruption writes a continuation first.

/// @param desk names the process that runs the operation; see OperationDesk::setDesk
[[nodiscard]] LedgerRecord intentRecord(const OperationStatus &status, const QString &desk,
                                        const QDateTime &now);
[[nodiscard]] LedgerRecord continuationRecord(const OperationStatus &status, const QString &desk,
                                              const QDateTime &now);
[[nodiscard]] LedgerRecord stepRecord(const OperationStatus &status, int step, const QDateTime &now);
/// Result by the phase: "succeeded", "failed", "stopped". While the recording step itself runs, every other
/// step is effective: "succeeded".
[[nodiscard]] LedgerRecord outcomeRecord(const OperationStatus &status, const QDateTime &now);
/// The outcome of an operation that was interrupted and is not to be continued.
[[nodiscard]] LedgerRecord givenUpRecord(const OperationStatus &status, const QDateTime &now);
/// A reason that was given after the operation ended.
[[nodiscard]] LedgerRecord reasonRecord(const OperationStatus &status, const QDateTime &now);

/// An operation as the ledger tells it: begun, not ended.
struct RecordedOperation {
    /// Phase Prepared. The steps' phases as recorded; calls without bodies, so the plan cannot be sent. No
    /// steps: written by another version, which can only be given up here.
    OperationStatus status;
    QString desk;       ///< process that ran it last
    QDateTime lastSign; ///< of its newest record
    bool operator==(const RecordedOperation &) const = default;
};
/// @param records of Ledger::unfinished()
[[nodiscard]] QVector<RecordedOperation> readOperations(const QVector<LedgerRecord> &records);

} // namespace signalbox
