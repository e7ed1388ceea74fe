// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/decisionstore.h"

#include <functional>
#include <memory>

namespace signalbox::ledger
{

/// A DecisionStore on a thread of its own, as everybody else sees a ledger.
class DecisionDesk final : public DecisionLedger
{
    Q_OBJECT

public:
    using Make = std::function<std::unique_ptr<DecisionStore>(StoreEvents)>;
    /// @param make called on the new thread
    DecisionDesk(const QString &threadName, Make make, QObject *parent = nullptr);
    ~DecisionDesk() override;

    [[nodiscard]] QFuture<Result<LedgerIdentity>> identity() override;
    [[nodiscard]] QFuture<Result<Decisions>> submit(DecisionCommand command) override;
    [[nodiscard]] QFuture<Result<Decisions>> read(QString runId) override;
    [[nodiscard]] QFuture<Result<Lease>> acquire(QString resource, QString holder,
                                                 std::chrono::seconds time) override;
    [[nodiscard]] QFuture<Result<Done>> release(Lease lease) override;
    [[nodiscard]] QFuture<Result<Done>> grant(RoleGrant grant) override;
    [[nodiscard]] QFuture<Result<Done>> revokeGrant(RoleGrant grant) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::ledger
