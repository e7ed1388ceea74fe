// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/operationdesk.h"
#include "models/operations/operationrecord.h"

#include <functional>

namespace signalbox
{

/// Operations that were begun and never ended, because the program that ran them is gone. They are found in
/// the ledger and offered; a person continues each or gives it up. Nothing here continues by itself.
/// GUI thread.
class Interruptions final : public QObject
{
    Q_OBJECT

public:
    /// Whether a process named by OperationDesk::setDesk still runs. What it still works on is not offered.
    using IsAlive = std::function<bool(const QString &desk)>;

    /// All outlive the object.
    Interruptions(OperationDesk &desk, FleetStore &fleet, Ledger &ledger, const Clock &clock, IsAlive isAlive,
                  QObject *parent = nullptr);
    ~Interruptions() override;

    /// Reads the ledger again. changed() follows if others are open now.
    QFuture<Result<Done>> refresh();
    /// Oldest first.
    [[nodiscard]] const QVector<RecordedOperation> &all() const;
    [[nodiscard]] const RecordedOperation *find(const QString &id) const;
    /// Why the last look at the ledger failed.
    [[nodiscard]] const std::optional<Error> &error() const;

    /// Compares what was wanted with what there is, sends what is missing and verifies; the result is the
    /// desk's operation of that release, running. An error: it cannot go on, and why.
    QFuture<Result<Done>> resume(const QString &id);
    /// Writes the outcome "stopped" with a reason; nothing is sent.
    QFuture<Result<Done>> giveUp(const QString &id, const QString &reason);

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
