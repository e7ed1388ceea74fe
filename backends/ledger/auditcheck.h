// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditsource.h"

#include <QIODevice>

namespace signalbox
{

/// What a log is checked against, from outside of it.
struct AuditTrust {
    QVector<AuditCheckpoint> checkpoints; ///< kept elsewhere
    QVector<AuditPublicKey> keys;         ///< of every desk that seals; none: signatures stay unchecked
};

/// Checks the records of a ledger beside its own checkpoints and those kept elsewhere.
[[nodiscard]] Result<AuditReport> checkAudit(AuditSource &source, const AuditTrust &trust);
/// @param device an export; read twice, so no pipe
[[nodiscard]] Result<AuditReport> checkExport(QIODevice &device, const AuditTrust &trust);

/// Writes records as JSON lines, then the checkpoints that lie among them, then a report about these records.
/// @param to 0: to the end
[[nodiscard]] Result<AuditReport> writeExport(AuditSource &source, const AuditTrust &trust, qint64 from,
                                              qint64 to, QIODevice &into);

/// A signed checkpoint of the chain as it is now, after checking it from the newest checkpoint of the same
/// key on: a chain that broke since is not signed.
[[nodiscard]] Result<AuditCheckpoint> sealed(AuditSource &source, const QVector<AuditCheckpoint> &elsewhere,
                                             const AuditKey &key, const QDateTime &now);

} // namespace signalbox
