// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqlitedecisionledger.h"

#include "backends/ledger/decisiondesk.h"
#include "backends/ledger/sqlitedecisions.h"

namespace signalbox
{

std::unique_ptr<DecisionLedger> makeSqliteDecisionLedger(const QString &directory, const QString &person,
                                                         const Clock &clock)
{
    return std::make_unique<ledger::DecisionDesk>(
        QStringLiteral("decisions"), [directory, person, &clock](ledger::StoreEvents events) {
            return std::make_unique<ledger::SqliteDecisions>(directory, person, clock, std::move(events));
        });
}

} // namespace signalbox
