// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/chainverifier.h"

#include "backends/ledger/recordhash.h"

#include <algorithm>

namespace signalbox::ledger
{

void ChainVerifier::saw(const LedgerRecord &record)
{
    if (record.sequence > m_seen.sequence) {
        m_seen = record;
    }
}

void ChainVerifier::begin()
{
    // A chain without a gap has as many records before the anchor as its sequence says.
    m_previous = {};
    m_previous.sequence = std::max<qint64>(0, m_verified.sequence - 1);
    m_previous.hash = m_verified.previousHash;
    m_report = {ChainState::Intact, m_previous.sequence, 0};
    m_sawAnchor = m_verified.sequence == 0;
    m_sawNewest = m_seen.sequence <= m_verified.sequence;
}

void ChainVerifier::add(const LedgerRecord &record)
{
    ++m_report.records;
    const bool linked = record.sequence == m_previous.sequence + 1 && record.previousHash == m_previous.hash;
    if (m_report.state == ChainState::Intact && (!linked || record.hash != recordHash(record))) {
        m_report.state = ChainState::Broken;
        m_report.firstBroken = m_previous.sequence + 1;
    }
    m_sawAnchor = m_sawAnchor || (record.sequence == m_verified.sequence && record.hash == m_verified.hash);
    m_sawNewest = m_sawNewest || (record.sequence == m_seen.sequence && record.hash == m_seen.hash);
    m_previous = record;
}

ChainReport ChainVerifier::end()
{
    if (m_report.state == ChainState::Intact && !(m_sawAnchor && m_sawNewest)) {
        m_report.state = ChainState::Broken;
        m_report.firstBroken = std::min(m_previous.sequence + 1, m_seen.sequence);
    }
    if (m_report.state == ChainState::Intact) {
        m_verified = m_previous;
        m_seen = m_previous;
    }
    return m_report;
}

} // namespace signalbox::ledger
