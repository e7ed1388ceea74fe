// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/postgresplace.h"
#include "models/domain/result.h"

#include <QStringList>

namespace signalbox
{

/// What an installation did.
struct PostgresInstallation {
    int before = 0; ///< schema found; 0: none
    int after = 0;
};

/// Makes a ledger in a database, or brings an older one forward, in one transaction. Blocks. Needs a login
/// that may create roles and schemas there.
/// @param admins people who may give roles from then on; they need login roles of their own
/// @param members login roles that get access (GRANT signalbox_user); admins get it too
[[nodiscard]] Result<PostgresInstallation>
installPostgresLedger(const PostgresPlace &place, const QStringList &admins, const QStringList &members);

} // namespace signalbox
