// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ledger/ledgerworld.h"

#include "backends/ledger/postgresdecisionledger.h"
#include "backends/ledger/sqlitedecisionledger.h"
#include "backends/ledger/sqliteledger.h"
#include "backends/ledger/teamledger.h"
#include "tests/support/wait.h"

namespace signalbox::test
{
namespace
{

const QStringList people{QStringLiteral("dana"), QStringLiteral("ken"),  QStringLiteral("lee"),
                         QStringLiteral("mia"),  QStringLiteral("olga"), QStringLiteral("root")};

class SqliteWorld final : public LedgerWorld
{
public:
    std::unique_ptr<DecisionLedger> desk(const QString &person) override
    {
        return makeSqliteDecisionLedger(m_directory.path(), person, m_clock);
    }
    std::unique_ptr<DecisionLedger> skewedDesk(const QString &person, std::chrono::milliseconds by) override
    {
        m_skewed.shift(by);
        return makeSqliteDecisionLedger(m_directory.path(), person, m_skewed);
    }
    void advance(std::chrono::milliseconds by) override { m_clock.shift(by); }
    void give(const QString &person, const QString &role, const QString &deputyFor) override
    {
        auto ledger = desk(QStringLiteral("root"));
        QVERIFY(wait(ledger->grant({person, role, deputyFor, {}, {}})).has_value());
    }
    bool isIntact() override
    {
        SqliteLedger records(m_directory.path());
        const auto report = wait(records.verify());
        return report && report->state == ChainState::Intact && report->records > 0;
    }
    QStringList address() const override
    {
        return {QStringLiteral("sqlite"), m_directory.path(), QStringLiteral("-")};
    }

private:
    QTemporaryDir m_directory;
    ShiftedClock m_skewed;
};

class PostgresWorld final : public LedgerWorld
{
public:
    explicit PostgresWorld(PostgresServer &server)
        : m_server(server)
    {
        static int number = 0;
        m_database = QStringLiteral("ledger%1").arg(++number);
    }
    QString prepare() { return m_server.makeLedger(m_database, people); }

    std::unique_ptr<DecisionLedger> desk(const QString &person) override
    {
        return makePostgresDecisionLedger(m_server.place(m_database, person), m_clock);
    }
    std::unique_ptr<DecisionLedger> skewedDesk(const QString &person, std::chrono::milliseconds by) override
    {
        m_skewed.shift(by);
        return makePostgresDecisionLedger(m_server.place(m_database, person), m_skewed);
    }
    void advance(std::chrono::milliseconds by) override
    {
        m_clock.shift(by);
        m_ahead += by.count();
        const auto done = m_server.psql(
            m_database, QStringLiteral("admin"),
            QStringLiteral("CREATE OR REPLACE FUNCTION signalbox.server_ms() RETURNS bigint LANGUAGE sql "
                           "VOLATILE SET search_path = pg_catalog, signalbox, pg_temp AS $$ SELECT "
                           "floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + %1 $$")
                .arg(m_ahead));
        QVERIFY2(done.exit == 0, qPrintable(done.error));
    }
    void give(const QString &person, const QString &role, const QString &deputyFor) override
    {
        const auto done =
            m_server.psql(m_database, QStringLiteral("admin"),
                          QStringLiteral("SELECT signalbox.grant_role('%1', '%2', '%3', NULL, NULL)")
                              .arg(person, role, deputyFor));
        QVERIFY2(done.exit == 0, qPrintable(done.error));
    }
    bool isIntact() override
    {
        QTemporaryDir journal;
        TeamLedger records(m_server.place(m_database, QStringLiteral("mia")), journal.path());
        const auto report = wait(records.verify());
        return report && report->state == ChainState::Intact && report->records > 0;
    }
    QStringList address() const override
    {
        return {QStringLiteral("postgresql"), m_server.place(m_database, {}).host, m_database};
    }

private:
    PostgresServer &m_server;
    QString m_database;
    ShiftedClock m_skewed;
    qint64 m_ahead = 0;
};

} // namespace

QDateTime ShiftedClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_shift);
}

std::chrono::milliseconds ShiftedClock::steady() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch()) +
           std::chrono::milliseconds(m_shift);
}

std::unique_ptr<LedgerWorld> makeWorld(PostgresServer *server, QString *problem)
{
    if (server == nullptr) {
        return std::make_unique<SqliteWorld>();
    }
    auto world = std::make_unique<PostgresWorld>(*server);
    *problem = world->prepare();
    return world;
}

} // namespace signalbox::test
