// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditverifier.h"

#include <functional>

namespace signalbox
{

/// Where the chain ends.
struct AuditHead {
    qint64 sequence = 0;
    QByteArray hash;
};

/// The records of a ledger as they are stored, for checking. Blocks; lives on one thread.
class AuditSource
{
public:
    virtual ~AuditSource() = default;
    /// Hands over every record in the order of the ledger. @param to 0: to the end
    [[nodiscard]] virtual Result<Done> read(qint64 from, qint64 to,
                                            const std::function<void(const AuditRow &)> &take) = 0;
    [[nodiscard]] virtual Result<AuditHead> head() = 0;
    /// Those kept in the ledger itself, oldest first.
    [[nodiscard]] virtual Result<QVector<AuditCheckpoint>> checkpoints() = 0;
    [[nodiscard]] virtual Result<Done> keep(const AuditCheckpoint &checkpoint) = 0;
};

} // namespace signalbox
