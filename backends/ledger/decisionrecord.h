// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"
#include "models/domain/ledgerrecord.h"

namespace signalbox::ledger
{

/// The audit record of an accepted command: codes and values, no text of ours.
[[nodiscard]] LedgerRecord acceptedRecord(const DecisionCommand &command, const QString &person,
                                          const QDateTime &now);
/// The record of a command a rule refused; its result is "refused".
[[nodiscard]] LedgerRecord refusedRecord(const DecisionCommand &command, const QString &person,
                                         const QString &word, const QDateTime &now);
/// @param given false: taken away
[[nodiscard]] LedgerRecord grantRecord(const RoleGrant &grant, bool given, const QString &person,
                                       const QDateTime &now);
/// Refusals that mean somebody tried what is not theirs to do. They are recorded.
[[nodiscard]] bool isDenied(Refusal refusal);

} // namespace signalbox::ledger
