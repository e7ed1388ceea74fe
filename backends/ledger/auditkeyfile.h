// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditkey.h"

#include <QVector>

namespace signalbox
{

/// Makes a key and writes it to a new file only its owner can read. An existing file is never replaced.
[[nodiscard]] Result<AuditKey> createKeyFile(const QString &path);
/// Refuses a file that others can read or write.
[[nodiscard]] Result<AuditKey> readKeyFile(const QString &path);
/// One key or several, one after the other: those of every desk of a team.
[[nodiscard]] Result<QVector<AuditPublicKey>> readPublicKeyFile(const QString &path);

} // namespace signalbox
