// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/ledger/decisionstore.h"
#include "backends/ledger/ledgerfile.h"

#include <QTimer>

#include <memory>

namespace signalbox::ledger
{

/// Decisions in the SQLite file that also holds the records. Every command is decided by applyDecision inside
/// the transaction that writes its facts and its record, so that desks of one machine never contradict each
/// other. It refuses what the rules forbid, but cannot keep the owner of the file from writing to it: its
/// gates are advisory. Its clock is the machine's.
class SqliteDecisions final : public QObject, public DecisionStore
{
    Q_OBJECT

public:
    /// @param person who acts when a command names nobody; @param clock outlives the store
    SqliteDecisions(const QString &directory, QString person, const Clock &clock, StoreEvents events);

    [[nodiscard]] Result<LedgerIdentity> identity() override;
    [[nodiscard]] Result<Decisions> submit(const DecisionCommand &command) override;
    [[nodiscard]] Result<Decisions> read(const QString &runId) override;
    [[nodiscard]] Result<Lease> acquire(const QString &resource, const QString &holder,
                                        std::chrono::seconds time) override;
    [[nodiscard]] Result<Done> release(const Lease &lease) override;
    [[nodiscard]] Result<Done> grant(const RoleGrant &grant) override;
    [[nodiscard]] Result<Done> revokeGrant(const RoleGrant &grant) override;

private:
    template <typename T, typename Work> Result<T> inTransaction(Work work);
    template <typename T> Result<T> noticed(Result<T> answer);
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Decisions> decide(const DecisionCommand &command, const QString &person);
    [[nodiscard]] Result<bool> wasApplied(const DecisionCommand &command, const QString &person);
    [[nodiscard]] Result<Decisions> facts(const QString &runId);
    [[nodiscard]] Result<std::chrono::milliseconds> aheadOfUs();
    [[nodiscard]] Result<Lease> take(const QString &resource, const QString &holder,
                                     std::chrono::seconds time);
    [[nodiscard]] Result<qint64> put(const QString &sql, const QVariantList &values);
    [[nodiscard]] QDateTime now() const;
    void look();
    void announce();

    LedgerFile m_records;
    QString m_person;
    const Clock &m_clock;
    StoreEvents m_events;
    QTimer m_timer;
    qint64 m_dataVersion = 0;
    qint64 m_announced = -1; ///< records up to this one were told about; -1: never looked
    QString m_grantsSeen;
    bool m_reachable = true;
};

} // namespace signalbox::ledger
