// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

namespace signalbox::ledger
{

/// Follows a chain of records and says where it breaks. Remembers the last good end, so that the next check
/// starts there, and the newest record this desk knows of, so that a chain that lost its end is found.
/// Pure; one check is begin(), add() for every record from anchor() on in order of sequence, end().
class ChainVerifier final
{
public:
    /// Where the next check starts, that record included. Sequence 0: at the beginning.
    [[nodiscard]] const LedgerRecord &anchor() const { return m_verified; }
    /// Forgets the last good end: the first broken record may lie before it.
    void startOver() { m_verified = {}; }
    /// Somebody here wrote this record or read it, so the chain must have it.
    void saw(const LedgerRecord &record);

    void begin();
    void add(const LedgerRecord &record);
    [[nodiscard]] ChainReport end();

private:
    LedgerRecord m_verified;
    LedgerRecord m_seen;
    LedgerRecord m_previous;
    ChainReport m_report;
    bool m_sawAnchor = false;
    bool m_sawNewest = false;
};

} // namespace signalbox::ledger
