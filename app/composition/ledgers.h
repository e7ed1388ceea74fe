// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/decisionledger.h"
#include "backends/api/ledger.h"
#include "models/domain/preferences.h"

#include <memory>

namespace signalbox
{

/// The two faces of one ledger: records of operations, and decisions.
struct Ledgers {
    std::unique_ptr<Ledger> records;
    std::unique_ptr<DecisionLedger> decisions;
};

/// Where the embedded ledgers of this desk are.
struct LedgerFolders {
    QString records;   ///< also holds the journal of a team ledger that cannot be reached
    QString decisions; ///< apart from the records in a drill
};

/// The team's ledger where the settings name one, else the embedded one. Nothing is opened yet.
[[nodiscard]] Ledgers makeLedgers(const TeamLedgerSettings &team, const LedgerFolders &folders,
                                  const QString &localUser, const Clock &clock);

} // namespace signalbox
