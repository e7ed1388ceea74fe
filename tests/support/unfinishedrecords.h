// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

#include <QSet>
#include <QVector>

namespace signalbox::test
{

/// What Ledger::unfinished() answers for these records.
[[nodiscard]] inline QVector<LedgerRecord> unfinishedOf(const QVector<LedgerRecord> &records,
                                                        const QString &cluster)
{
    QSet<QString> open;
    for (const LedgerRecord &record : records) {
        if (record.kind == RecordKind::Intent && (cluster.isEmpty() || record.cluster == cluster)) {
            open.insert(record.operationId);
        }
    }
    for (const LedgerRecord &record : records) {
        if (record.kind == RecordKind::Outcome) {
            open.remove(record.operationId);
        }
    }
    QVector<LedgerRecord> found;
    for (const LedgerRecord &record : records) {
        if (open.contains(record.operationId)) {
            found.append(record);
        }
    }
    return found;
}

} // namespace signalbox::test
