// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/decisionledger.h"
#include "tests/ledger/postgresserver.h"

#include <memory>

namespace signalbox::test
{

/// The machine's time, moved by what a test wants.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
    void shift(std::chrono::milliseconds by) { m_shift += by.count(); }

private:
    std::atomic<qint64> m_shift{0};
};

/// A ledger of one engine with people who may sit down at it.
class LedgerWorld
{
public:
    virtual ~LedgerWorld() = default;
    /// A desk of that person, with a connection of its own.
    [[nodiscard]] virtual std::unique_ptr<DecisionLedger> desk(const QString &person) = 0;
    /// A desk whose clock is off by that much.
    [[nodiscard]] virtual std::unique_ptr<DecisionLedger> skewedDesk(const QString &person,
                                                                     std::chrono::milliseconds by) = 0;
    /// Lets time go by for the ledger and every desk.
    virtual void advance(std::chrono::milliseconds by) = 0;
    virtual void give(const QString &person, const QString &role, const QString &deputyFor = {}) = 0;
    [[nodiscard]] virtual bool isIntact() = 0;
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// How another process gets to this ledger: the first arguments of test_ledger_desk.
    [[nodiscard]] virtual QStringList address() const = 0;

protected:
    ShiftedClock m_clock;
};

/// @param server running, for PostgreSQL; null: SQLite
[[nodiscard]] std::unique_ptr<LedgerWorld> makeWorld(PostgresServer *server, QString *problem);

} // namespace signalbox::test
