// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditkey.h"
#include "backends/ledger/auditreport.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace signalbox
{

/// A signed note of how long the chain was and how it ended. Kept elsewhere, it shows a cut-off end and a
/// chain that was rewritten as a whole, which hashes alone cannot.
struct AuditCheckpoint {
    qint64 size = 0; ///< sequence of the last record
    QByteArray head; ///< its hash
    QDateTime time;  ///< UTC
    QString keyId;
    QByteArray signature; ///< Ed25519 over signedForm()
    bool operator==(const AuditCheckpoint &) const = default;
};

/// Every field except the signature, with its length, in a fixed order.
[[nodiscard]] QByteArray signedForm(const AuditCheckpoint &checkpoint);
[[nodiscard]] Result<AuditCheckpoint> signedCheckpoint(qint64 size, const QByteArray &head,
                                                       const QDateTime &time, const AuditKey &key);

[[nodiscard]] QJsonObject toJson(const AuditCheckpoint &checkpoint);
/// None: not a checkpoint, or with something missing or added.
[[nodiscard]] std::optional<AuditCheckpoint> checkpointOf(const QJsonObject &object);

/// What is wrong with the signature, if anything.
[[nodiscard]] std::optional<AuditFinding> signatureFault(const AuditCheckpoint &checkpoint,
                                                         const QVector<AuditPublicKey> &trusted);

} // namespace signalbox
