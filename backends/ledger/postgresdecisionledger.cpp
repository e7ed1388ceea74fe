// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/postgresdecisionledger.h"

#include "backends/ledger/decisiondesk.h"
#include "backends/ledger/postgresdecisions.h"

namespace signalbox
{

std::unique_ptr<DecisionLedger> makePostgresDecisionLedger(const PostgresPlace &place, const Clock &clock)
{
    return std::make_unique<ledger::DecisionDesk>(
        QStringLiteral("team-decisions"), [place, &clock](ledger::StoreEvents events) {
            return std::make_unique<ledger::PostgresDecisions>(place, clock, std::move(events));
        });
}

} // namespace signalbox
