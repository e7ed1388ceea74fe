// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QVector>

namespace signalbox
{

/// Append-only record of intents and outcomes. Thread-safe; work happens on its own thread.
class Ledger
{
public:
    virtual ~Ledger() = default;
    /// Resolves with the sequence number once the record is durable. A second intent or a second outcome of
    /// one operation is refused (Storage): whoever comes second learns that another desk was faster.
    [[nodiscard]] virtual QFuture<Result<qint64>> append(LedgerRecord record) = 0;
    /// Newest first. @param object empty: all
    [[nodiscard]] virtual QFuture<Result<QVector<LedgerRecord>>>
    recent(QString cluster, QString namespaceName, QString object, int limit) = 0;
    /// Every record, oldest first, of the operations that have an intent and no outcome.
    /// @param cluster empty: all
    [[nodiscard]] virtual QFuture<Result<QVector<LedgerRecord>>> unfinished(QString cluster) = 0;
    [[nodiscard]] virtual QFuture<Result<ChainReport>> verify() = 0;
};

} // namespace signalbox
