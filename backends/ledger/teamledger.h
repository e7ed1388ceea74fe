// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/ledger.h"
#include "backends/ledger/postgresplace.h"

#include <QObject>

#include <memory>

namespace signalbox
{

/// The records of a team's PostgreSQL ledger. While it is out of reach, records of going back and of what has
/// happened already go to a journal on this machine and are merged later, in order and exactly once, marked
/// "merged" in their parameters; the intent of a step forward is refused with the error that says why
/// (INV-23). Reading needs the team's ledger.
/// Thread-safe; all work happens on the ledger's own thread, signals come on the thread the object lives on.
class TeamLedger final : public QObject, public Ledger
{
    Q_OBJECT

public:
    /// @param journal folder of the journal; made if needed
    TeamLedger(const PostgresPlace &place, const QString &journal, QObject *parent = nullptr);
    ~TeamLedger() override;

    /// Resolves with the number in the journal when the record went there.
    [[nodiscard]] QFuture<Result<qint64>> append(LedgerRecord record) override;
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> recent(QString cluster, QString namespaceName,
                                                                QString object, int limit) override;
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> unfinished(QString cluster) override;
    [[nodiscard]] QFuture<Result<ChainReport>> verify() override;

    [[nodiscard]] bool isReachable() const { return m_reachable; }
    /// Records in the journal that the team's ledger does not have yet.
    [[nodiscard]] int waiting() const { return m_waiting; }

Q_SIGNALS:
    void reachableChanged(bool reachable);
    void waitingChanged(int waiting);
    /// Somebody, maybe this desk, wrote a record.
    void recordsChanged();

private:
    void takeReachable(bool reachable);
    void takeWaiting(int waiting);

    class Private;
    std::unique_ptr<Private> d;
    bool m_reachable = true; ///< until a try fails
    int m_waiting = 0;
};

} // namespace signalbox
