// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/decisionledger.h"

#include <functional>

namespace signalbox::ledger
{

/// What a store tells the desk it works for. May be called on the store's thread only.
struct StoreEvents {
    std::function<void(const QString &runId)> runChanged;
    std::function<void(bool reachable)> reachableChanged;
};

/// DecisionLedger as blocking calls on one thread, where timers and notifications of the store run too.
class DecisionStore
{
public:
    virtual ~DecisionStore() = default;
    [[nodiscard]] virtual Result<LedgerIdentity> identity() = 0;
    [[nodiscard]] virtual Result<Decisions> submit(const DecisionCommand &command) = 0;
    [[nodiscard]] virtual Result<Decisions> read(const QString &runId) = 0;
    [[nodiscard]] virtual Result<Lease> acquire(const QString &resource, const QString &holder,
                                                std::chrono::seconds time) = 0;
    [[nodiscard]] virtual Result<Done> release(const Lease &lease) = 0;
    [[nodiscard]] virtual Result<Done> grant(const RoleGrant &grant) = 0;
    [[nodiscard]] virtual Result<Done> revokeGrant(const RoleGrant &grant) = 0;
};

/// An error for a rule that refuses. @param word refusalWord, or "lease-held"
[[nodiscard]] inline tl::unexpected<Error> refused(const QString &word, const QString &subject = {})
{
    return tl::unexpected(Error{ErrorCode::Refused,
                                ErrorLayer::Rule,
                                0,
                                word,
                                QStringLiteral("the ledger refuses: %1").arg(word),
                                subject,
                                {}});
}

/// Longest time a lease may be taken for without renewing it.
inline constexpr std::chrono::seconds longestLease{600};

} // namespace signalbox::ledger
