// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/decisionledger.h"
#include "backends/ledger/postgresplace.h"

#include <memory>

namespace signalbox
{

/// The decisions of a team's PostgreSQL ledger. Who acts is the login role, whatever commands say; the
/// database enforces the rules and its clock counts. Connects at once and keeps trying.
/// @param clock this desk's; outlives the ledger
[[nodiscard]] std::unique_ptr<DecisionLedger> makePostgresDecisionLedger(const PostgresPlace &place,
                                                                         const Clock &clock);

} // namespace signalbox
