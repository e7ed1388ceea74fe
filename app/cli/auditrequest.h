// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

namespace signalbox
{

/// What was asked of signalboxctl audit.
struct AuditRequest {
    enum class Command { Verify, Export, Seal, Key };
    Command command = Command::Verify;
    QString configDirectory; ///< empty: XDG
    QString directory;       ///< folder of an SQLite ledger; empty: the console's own
    QString team;            ///< postgresql:// address of a team's ledger instead; never with a password
    QString exportFile;      ///< verify this export instead of a ledger
    QString checkpoints;     ///< file of checkpoints kept elsewhere
    QString publicKey;       ///< file
    QString key;             ///< file; empty: the system keychain
    QString newKey;          ///< file to be made
    bool newInKeychain = false;
    qint64 from = 1;
    qint64 to = 0; ///< 0: the end
    bool json = false;
};

/// @param arguments of the program, "audit" being the first word behind its name. On --help the text is in
/// Error.detail with code Cancelled.
[[nodiscard]] Result<AuditRequest> parseAuditRequest(const QStringList &arguments);

} // namespace signalbox
