// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/ledger/auditcheck.h"

#include <QObject>
#include <QTimer>

namespace signalbox
{

/// Seals a ledger: soon after every verdict of a poll and every gate or poll that was used up, and on a
/// schedule whenever something was added. Before it signs it checks what came since the last checkpoint; a
/// chain that broke is not signed. GUI thread; the work happens on a thread of its own.
class AuditKeeper final : public QObject
{
    Q_OBJECT

public:
    using Open = std::function<std::unique_ptr<AuditSource>()>;
    /// @param open called on the keeper's thread @param elsewhere file that gets every checkpoint too; empty:
    /// none @param clock outlives this
    AuditKeeper(Open open, const QString &elsewhere, const Clock &clock, QObject *parent = nullptr);
    ~AuditKeeper() override;

    /// From now on checkpoints are signed. Without a key nothing happens.
    void setKey(const AuditKey &key);
    void setSchedule(std::chrono::milliseconds every);
    /// Something was decided, perhaps: looks whether it is to be sealed at once.
    void look();
    /// Seals what was added, whatever it is.
    void seal();

Q_SIGNALS:
    /// @param size records under the newest checkpoint
    void wasSealed(qint64 size);
    /// Code Refused: the chain is broken, the detail says how, the subject where.
    void failed(const signalbox::Error &error);

private:
    void run(bool always);
    class Private;
    std::unique_ptr<Private> d;
};

/// Whether a checkpoint has to follow this record at once.
[[nodiscard]] bool asksForSeal(const LedgerRecord &record);

} // namespace signalbox
