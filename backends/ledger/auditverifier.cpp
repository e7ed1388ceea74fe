// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditverifier.h"

#include "backends/ledger/recordhash.h"

#include <algorithm>

namespace signalbox
{
namespace
{

constexpr qsizetype keptFindings = 50;
/// How far, and for how many records, a new place is looked for: enough to name what happened.
constexpr qint64 searchedDistance = 64;
constexpr int searchedRecords = 64;

bool isGenuineAt(LedgerRecord record, qint64 sequence)
{
    record.sequence = sequence;
    return record.hash == ledger::recordHash(record);
}

} // namespace

AuditVerifier::AuditVerifier(const QVector<AuditCheckpoint> &checkpoints)
{
    for (const AuditCheckpoint &checkpoint : checkpoints) {
        m_wanted[checkpoint.size].append(checkpoint.head);
        m_longest = std::max(m_longest, checkpoint.size);
    }
    m_report.checkpoints = static_cast<int>(checkpoints.size());
}

void AuditVerifier::begin(qint64 first)
{
    const int checkpoints = m_report.checkpoints;
    m_report = {};
    m_report.checkpoints = checkpoints;
    m_report.first = first;
    m_lastSequence = first - 1;
    m_lastHashes = {QByteArray()};
    m_lastFaulty = false;
    m_believeFirst = first > 1;
    m_shift = 0;
    m_searches = 0;
    m_mismatch = false;
    if (first == 1) {
        noteAnchor({}); // of an empty ledger
    }
}

void AuditVerifier::found(AuditFault fault, qint64 sequence, qint64 count)
{
    ++m_report.faults;
    m_mismatch = m_mismatch || fault < AuditFault::WrongAnchor;
    if (m_report.findings.size() < keptFindings) {
        m_report.findings.append({fault, sequence, count});
    }
}

void AuditVerifier::noteAnchor(const LedgerRecord &record)
{
    const auto heads = m_wanted.constFind(record.sequence);
    if (heads == m_wanted.cend()) {
        return;
    }
    const bool fits = std::all_of(heads->cbegin(), heads->cend(),
                                  [&record](const QByteArray &head) { return head == record.hash; });
    if (!fits) {
        found(AuditFault::WrongAnchor, record.sequence);
    } else {
        m_report.anchored = std::max(m_report.anchored, record.sequence);
    }
}

void AuditVerifier::add(const AuditRow &row)
{
    const LedgerRecord &record = row.record;
    ++m_report.records;
    if (m_believeFirst) {
        m_believeFirst = false;
        noteAnchor([&] {
            LedgerRecord before;
            before.sequence = m_lastSequence;
            before.hash = record.previousHash;
            return before;
        }());
        m_lastHashes = {record.previousHash};
    }
    const bool genuine = row.faithful && record.hash == ledger::recordHash(record);
    const qint64 expected = m_lastSequence + 1;
    if (record.sequence != expected && !genuine && isGenuineAt(record, expected)) {
        found(AuditFault::Edited, expected); // the number itself
        LedgerRecord as = record;
        as.sequence = expected;
        accept(as, true);
        return;
    }
    if (record.sequence < expected) {
        late(record);
        return;
    }
    const bool gap = record.sequence > expected;
    if (gap) {
        found(AuditFault::Missing, expected, record.sequence - expected);
    }
    if (!genuine) {
        altered(record);
    } else if (!gap && !m_lastFaulty && !m_lastHashes.contains(record.previousHash)) {
        found(AuditFault::Replaced, m_lastSequence);
    }
    accept(record, !genuine);
}

void AuditVerifier::addUnreadable()
{
    found(AuditFault::Unreadable, m_lastSequence + 1);
    m_lastFaulty = true;
    // It stood for a record: the next one is not missing a predecessor.
    ++m_lastSequence;
    m_lastHashes.clear();
}

void AuditVerifier::accept(const LedgerRecord &record, bool faulty)
{
    if (!faulty) {
        m_shift = 0;
    }
    m_lastSequence = record.sequence;
    m_lastHashes = {record.hash};
    m_lastFaulty = faulty;
    m_report.last = record.sequence;
    m_report.head = record.hash;
    noteAnchor(record);
}

/// Its number was passed already: it belongs into a gap, or does not belong here at all.
void AuditVerifier::late(const LedgerRecord &record)
{
    if (!turnedIntoReordered(record.sequence)) {
        found(AuditFault::Inserted, record.sequence);
    }
    if (record.sequence == m_lastSequence) {
        m_lastHashes.append(record.hash);
    }
}

bool AuditVerifier::turnedIntoReordered(qint64 sequence)
{
    const auto gap =
        std::find_if(m_report.findings.begin(), m_report.findings.end(), [=](const auto &finding) {
            return (finding.fault == AuditFault::Missing || finding.fault == AuditFault::Reordered) &&
                   finding.sequence <= sequence && sequence < finding.sequence + finding.count;
        });
    if (gap == m_report.findings.end()) {
        return false;
    }
    gap->fault = AuditFault::Reordered;
    return true;
}

void AuditVerifier::altered(const LedgerRecord &record)
{
    const qint64 origin = originOf(record);
    const qint64 shift = origin == 0 ? 0 : origin - record.sequence;
    const qint64 before = std::exchange(m_shift, shift);
    if (shift == 0) {
        found(AuditFault::Edited, record.sequence);
    } else if (shift == before) {
        return; // all that follow moved with the first one
    } else if (shift > 0) {
        found(AuditFault::Missing, record.sequence);
    } else if (!turnedIntoReordered(origin)) {
        found(AuditFault::Inserted, origin);
    }
}

qint64 AuditVerifier::originOf(const LedgerRecord &record)
{
    if (m_shift != 0 && isGenuineAt(record, record.sequence + m_shift)) {
        return record.sequence + m_shift;
    }
    if (++m_searches > searchedRecords) {
        return 0;
    }
    for (const AuditFinding &finding : std::as_const(m_report.findings)) {
        if (finding.fault == AuditFault::Missing && isGenuineAt(record, finding.sequence)) {
            return finding.sequence;
        }
    }
    for (qint64 distance = 1; distance <= searchedDistance; ++distance) {
        for (const qint64 place : {record.sequence + distance, record.sequence - distance}) {
            if (place > 0 && isGenuineAt(record, place)) {
                return place;
            }
        }
    }
    return 0;
}

AuditReport AuditVerifier::end(const QVector<AuditFinding> &elsewhere)
{
    if (m_longest > m_lastSequence) {
        found(AuditFault::Truncated, m_lastSequence + 1, m_longest - m_lastSequence);
    }
    for (const AuditFinding &finding : elsewhere) {
        found(finding.fault, finding.sequence, finding.count);
    }
    judge();
    return m_report;
}

void AuditVerifier::judge()
{
    const auto has = [this](AuditFault fault) {
        return std::any_of(m_report.findings.cbegin(), m_report.findings.cend(),
                           [fault](const AuditFinding &finding) { return finding.fault == fault; });
    };
    if (m_mismatch) {
        m_report.verdict = AuditVerdict::Mismatch;
    } else if (has(AuditFault::WrongAnchor)) {
        m_report.verdict = AuditVerdict::WrongAnchor;
    } else if (has(AuditFault::Truncated)) {
        m_report.verdict = AuditVerdict::Truncated;
    } else if (m_report.faults > 0) {
        m_report.verdict = AuditVerdict::BadCheckpoint;
    } else if (m_report.checkpoints == 0) {
        m_report.verdict = AuditVerdict::Unanchored;
    } else {
        m_report.verdict = m_report.anchored < m_lastSequence ? AuditVerdict::Extended : AuditVerdict::Intact;
    }
}

} // namespace signalbox
