// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Where a team's ledger is and how to get in. Everything but the password may be kept in settings.
struct PostgresPlace {
    QString host; ///< name, address, or the folder of a Unix socket
    int port = 5432;
    QString database;
    QString user;     ///< login role: who we are to the ledger
    QString password; ///< from the keychain, never from a file of ours; empty: PGPASSFILE or ~/.pgpass
    /// disable, require, verify-ca or verify-full; a Unix socket needs none
    QString sslMode = QStringLiteral("verify-full");
    QString rootCertificate = QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
    QString clientCertificate;
    QString clientKey;
};

} // namespace signalbox
