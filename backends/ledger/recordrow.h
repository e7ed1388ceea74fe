// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

#include <QSqlQuery>

namespace signalbox::ledger
{

/// Columns of the table records in the order recordOf() and bindRecord() use, the same on both engines.
[[nodiscard]] QString recordColumns();
/// @param row positioned on a row of recordColumns()
[[nodiscard]] LedgerRecord recordOf(const QSqlQuery &row);
/// The record with only what both engines give back unchanged: to be made before it is hashed.
[[nodiscard]] LedgerRecord storable(LedgerRecord record);
/// @param record storable
void bindRecord(QSqlQuery &query, const LedgerRecord &record);

/// Null becomes empty: the columns hold no NULL. U+0000 and halves of surrogate pairs, which
/// not every engine keeps, are replaced.
[[nodiscard]] QString filled(const QString &text);
[[nodiscard]] QByteArray filled(const QByteArray &bytes);
/// Milliseconds since 1970, or a null variant for an invalid time.
[[nodiscard]] QVariant stored(const QDateTime &time);
[[nodiscard]] QDateTime timeOf(const QVariant &stored);

} // namespace signalbox::ledger
