// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/ledgerfile.h"
#include "backends/ledger/postgresrecords.h"

#include <QObject>
#include <QSqlDriver>
#include <QTimer>

#include <functional>

namespace signalbox::ledger
{

/// What TeamLedger does, as blocking calls on its own thread.
class TeamRecords final : public QObject
{
    Q_OBJECT

public:
    struct Events {
        std::function<void(bool reachable)> reachableChanged;
        std::function<void(int waiting)> waitingChanged;
        std::function<void()> recordsChanged;
    };
    TeamRecords(PostgresPlace place, const QString &journal, Events events);

    [[nodiscard]] Result<qint64> append(const LedgerRecord &record);
    [[nodiscard]] Result<QVector<LedgerRecord>> recent(const LedgerRecord &like, int limit);
    [[nodiscard]] Result<QVector<LedgerRecord>> unfinished(const QString &cluster);
    [[nodiscard]] Result<ChainReport> verify();

private:
    [[nodiscard]] Result<Done> reach();
    [[nodiscard]] Result<Done> listen();
    [[nodiscard]] Result<Done> merge();
    [[nodiscard]] Result<qint64> mergeOne(const Pending &pending);
    [[nodiscard]] Result<qint64> keep(const QString &key, const LedgerRecord &record);
    template <typename T> Result<T> noticed(Result<T> answer);
    void setWaiting(int waiting);
    void beat();

    PostgresRecords m_team;
    LedgerFile m_journal;
    Events m_events;
    QTimer m_beat;
    bool m_reachable = true;
    int m_waiting = -1; ///< records in the journal; -1: not looked yet
};

/// Records that may be written while the team's ledger is out of reach: going back, and what has happened
/// already. The intent of a step forward is not among them (INV-23).
[[nodiscard]] bool mayWait(const LedgerRecord &record);

/// A record out of a journal as the team's ledger gets it: its parameters say where it was written first,
/// when and by whom, because the team's ledger gives it a number, a time and a name of its own.
[[nodiscard]] LedgerRecord mergedRecord(const Pending &pending);

} // namespace signalbox::ledger
