// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditcheckpoint.h"
#include "models/domain/ledgerrecord.h"

#include <QHash>

namespace signalbox
{

/// A record as it was found.
struct AuditRow {
    LedgerRecord record;
    bool faithful = true; ///< false: what is stored holds more, or something else, than the record can say
};

/// Follows a stream of records and says exactly what does not fit. Pure: begin(), add() for every record in
/// the order they are stored, end(). The chain shows edits, insertions, removals inside and changed order; a
/// missing end and a chain rewritten as a whole show only beside checkpoints.
class AuditVerifier final
{
public:
    /// @param checkpoints whose signatures were found good, or were not to be checked
    explicit AuditVerifier(const QVector<AuditCheckpoint> &checkpoints = {});

    /// @param first sequence the log has to start with; above 1 (an excerpt) its first record is believed
    /// about the one before it
    void begin(qint64 first = 1);
    void add(const AuditRow &row);
    /// Something stands where a record should, and is none.
    void addUnreadable();
    /// Of the last record that was taken as one.
    [[nodiscard]] qint64 lastSequence() const { return m_lastSequence; }
    /// @param elsewhere what was found wrong outside the records, such as signatures
    [[nodiscard]] AuditReport end(const QVector<AuditFinding> &elsewhere = {});

private:
    void found(AuditFault fault, qint64 sequence, qint64 count = 1);
    void noteAnchor(const LedgerRecord &record);
    void late(const LedgerRecord &record);
    void altered(const LedgerRecord &record);
    /// Place the record had when it was hashed; 0: not found.
    [[nodiscard]] qint64 originOf(const LedgerRecord &record);
    [[nodiscard]] bool turnedIntoReordered(qint64 sequence);
    void accept(const LedgerRecord &record, bool faulty);
    void judge();

    QHash<qint64, QVector<QByteArray>> m_wanted; ///< heads by size
    qint64 m_longest = 0;                        ///< of the checkpoints
    AuditReport m_report;
    qint64 m_lastSequence = 0;
    QVector<QByteArray> m_lastHashes; ///< the last record's, and that of every other one with its number
    bool m_lastFaulty = false;
    bool m_believeFirst = false;
    qint64 m_shift = 0; ///< how far the last altered record had moved
    int m_searches = 0; ///< records whose origin was looked for
    bool m_mismatch = false;
};

} // namespace signalbox
