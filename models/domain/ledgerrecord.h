// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace signalbox
{

enum class RecordKind {
    Intent,  ///< before the first call: all that is needed to go on with the operation elsewhere
    Step,    ///< a step ended
    Outcome, ///< the operation ended; the ledger takes one intent and one outcome of an operation, no more
    Observation,
};

/// One line of the ledger. `parameters` is canonical JSON of codes and values, never translated text and
/// never a secret.
struct LedgerRecord {
    qint64 sequence = 0; ///< given by the ledger
    QDateTime time;      ///< UTC
    RecordKind kind = RecordKind::Observation;
    QString operationId;
    QString actor;
    QString cluster;
    QString namespaceName;
    QString object;
    QString objectUid;
    QString action; ///< ActionKind by name
    QString result; ///< empty for intents; "succeeded", "failed", "stopped"
    QString reason; ///< as given by the person
    QByteArray parameters;
    QByteArray previousHash;
    QByteArray hash; ///< SHA-256 over the canonical form of all fields above
    bool operator==(const LedgerRecord &) const = default;
};

enum class ChainState { Unchecked, Intact, Broken };
struct ChainReport {
    ChainState state = ChainState::Unchecked;
    qint64 records = 0;
    qint64 firstBroken = 0; ///< sequence, 0: none
    bool operator==(const ChainReport &) const = default;
};

} // namespace signalbox
