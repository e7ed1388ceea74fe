// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/ledger/decisionstore.h"
#include "backends/ledger/postgresconnection.h"

#include <QSqlDriver>
#include <QTimer>

namespace signalbox::ledger
{

/// Decisions in a team's PostgreSQL ledger. The database decides, by the same rules as applyDecision, as the
/// person who is logged in; this class only asks. Changes of other desks come by NOTIFY; after a lost
/// connection what was missed is found by the number of the newest record.
class PostgresDecisions final : public QObject, public DecisionStore
{
    Q_OBJECT

public:
    /// @param clock our own, to be compared with the server's; outlives the store
    PostgresDecisions(PostgresPlace place, const Clock &clock, StoreEvents events);

    [[nodiscard]] Result<LedgerIdentity> identity() override;
    [[nodiscard]] Result<Decisions> submit(const DecisionCommand &command) override;
    [[nodiscard]] Result<Decisions> read(const QString &runId) override;
    [[nodiscard]] Result<Lease> acquire(const QString &resource, const QString &holder,
                                        std::chrono::seconds time) override;
    [[nodiscard]] Result<Done> release(const Lease &lease) override;
    [[nodiscard]] Result<Done> grant(const RoleGrant &grant) override;
    [[nodiscard]] Result<Done> revokeGrant(const RoleGrant &grant) override;

private:
    [[nodiscard]] Result<Done> open();
    template <typename T> Result<T> noticed(Result<T> answer);
    /// One statement; a connection that turns out to be dead is made anew once.
    [[nodiscard]] Result<QSqlQuery> ask(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<Done> tell(const QString &function, const RoleGrant &grant);
    [[nodiscard]] Result<Done> measureSkew();
    [[nodiscard]] Result<Done> catchUp();
    void recordDenied(const DecisionCommand &command, const QString &word);
    void beat();
    void notified(const QString &channel, QSqlDriver::NotificationSource source, const QVariant &payload);

    PostgresConnection m_connection;
    const Clock &m_clock;
    StoreEvents m_events;
    QTimer m_beat;
    qint64 m_announced = -1; ///< changes up to this record were told about; -1: never connected
    std::chrono::milliseconds m_skew{0};
    bool m_reachable = true;
};

} // namespace signalbox::ledger
