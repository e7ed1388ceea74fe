// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/decisionledger.h"

#include <memory>

namespace signalbox
{

/// The embedded ledger of one machine, in the same file as SqliteLedger's records. People are who the
/// commands say they are, so one person can rehearse for several; its gates are advisory.
/// @param person the local user; acts where a command names nobody
/// @param clock outlives the ledger
[[nodiscard]] std::unique_ptr<DecisionLedger>
makeSqliteDecisionLedger(const QString &directory, const QString &person, const Clock &clock);

} // namespace signalbox
