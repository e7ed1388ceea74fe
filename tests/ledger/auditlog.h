// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditverifier.h"

namespace signalbox::test
{

/// Records as a ledger would have chained them, 1 to count, with every field filled.
[[nodiscard]] QVector<LedgerRecord> chainOf(int count);
/// Gives a record number, predecessor and hash of its own, as whoever writes the file could.
[[nodiscard]] LedgerRecord linked(LedgerRecord record, qint64 sequence, const QByteArray &previousHash);
[[nodiscard]] AuditReport verified(const QVector<LedgerRecord> &records,
                                   const QVector<AuditCheckpoint> &checkpoints = {}, qint64 first = 1);
/// Not signed: for what does not look at signatures.
[[nodiscard]] AuditCheckpoint checkpointAt(const QVector<LedgerRecord> &records, int size);

struct FieldEdit {
    const char *name;
    void (*edit)(LedgerRecord &record);
};
/// One change to each field of a record, hashes and number included.
[[nodiscard]] QVector<FieldEdit> fieldEdits();

} // namespace signalbox::test
