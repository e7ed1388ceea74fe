// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

#include <QByteArray>

namespace signalbox::ledger
{

/// The word stored for a kind of record.
[[nodiscard]] QString kindWord(RecordKind kind);
/// A word this version does not know reads as Observation; the hash then gives it away.
[[nodiscard]] RecordKind kindOfWord(const QString &word);

/// Every field except `hash` as name, length in bytes and UTF-8 text, in a fixed order. Lengths make it
/// impossible to move text from one field into the next without changing the bytes.
[[nodiscard]] QByteArray canonicalForm(const LedgerRecord &record);

/// SHA-256 over the canonical form.
[[nodiscard]] QByteArray recordHash(const LedgerRecord &record);

} // namespace signalbox::ledger
