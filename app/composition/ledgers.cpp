// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/ledgers.h"

#include "backends/ledger/postgresdecisionledger.h"
#include "backends/ledger/sqlitedecisionledger.h"
#include "backends/ledger/sqliteledger.h"
#include "backends/ledger/teamledger.h"

namespace signalbox
{

namespace
{

PostgresPlace placeOf(const TeamLedgerSettings &team)
{
    PostgresPlace place;
    place.host = team.host;
    place.port = team.port;
    place.database = team.database;
    place.user = team.user;
    place.sslMode = team.sslMode.isEmpty() ? place.sslMode : team.sslMode;
    place.rootCertificate = team.rootCertificate.isEmpty() ? place.rootCertificate : team.rootCertificate;
    place.clientCertificate = team.clientCertificate;
    place.clientKey = team.clientKey;
    return place; // the password is libpq's to find: PGPASSFILE or ~/.pgpass
}

} // namespace

Ledgers makeLedgers(const TeamLedgerSettings &team, const LedgerFolders &folders, const QString &localUser,
                    const Clock &clock)
{
    if (!team.isSet()) {
        return {std::make_unique<SqliteLedger>(folders.records),
                makeSqliteDecisionLedger(folders.decisions, localUser, clock)};
    }
    const PostgresPlace place = placeOf(team);
    return {std::make_unique<TeamLedger>(place, folders.records), makePostgresDecisionLedger(place, clock)};
}

} // namespace signalbox
