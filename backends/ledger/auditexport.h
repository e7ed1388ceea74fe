// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/auditverifier.h"

#include <QIODevice>

#include <functional>

namespace signalbox
{

/// One line each, JSON with sorted keys and nothing between them, ending in a newline. A line that would not
/// be written like this is not accepted back.
[[nodiscard]] QByteArray exportHeader(qint64 from, qint64 to);
[[nodiscard]] QByteArray exportLine(const LedgerRecord &record);
[[nodiscard]] QByteArray exportLine(const AuditCheckpoint &checkpoint);
[[nodiscard]] QByteArray exportLine(const AuditReport &report);
[[nodiscard]] QJsonObject toJson(const AuditReport &report);

/// What an export holds beside its records.
struct AuditExport {
    qint64 from = 1;
    qint64 to = 0;
    QVector<AuditCheckpoint> checkpoints;
    bool complete = false;   ///< its report, which is the last line, is there
    qint64 reportedLast = 0; ///< last record, as that report says
};

/// Reads an export line by line. @param take every record @param unreadable for every line that is nothing
/// of ours @return an error when it does not begin as an export or cannot be read
[[nodiscard]] Result<AuditExport> readExport(QIODevice &device,
                                             const std::function<void(const AuditRow &)> &take,
                                             const std::function<void()> &unreadable);

/// Checkpoints kept in a file of their own, one line each. A file that is not there has none.
[[nodiscard]] Result<QVector<AuditCheckpoint>> readCheckpoints(const QString &path);
[[nodiscard]] Result<Done> appendCheckpoint(const QString &path, const AuditCheckpoint &checkpoint);

} // namespace signalbox
