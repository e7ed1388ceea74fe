// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/decisionledger.h"
#include "models/domain/action.h"
#include "models/domain/interlockrules.h"

#include <QFuture>

namespace signalbox
{

/// What an operation may do, and what it used up to do it.
struct Permit {
    std::optional<Lease> lease; ///< none: nobody keeps leases for this release
    bool operator==(const Permit &) const = default;
};

/// Whom the OperationDesk asks before anything moves. Going back is never asked about here. GUI thread;
/// whoever implements it outlives the operations.
class OperationGuard
{
public:
    virtual ~OperationGuard() = default;
    /// From the freshest facts, at once.
    [[nodiscard]] virtual InterlockVerdict verdictOn(ActionKind kind, const ReleaseKey &release) const = 0;
    /// Takes the lease of the release, before the intent is written. An error: nothing may be sent.
    /// @param operation id of it, the holder of the lease
    [[nodiscard]] virtual QFuture<Result<Permit>> admit(ActionRequest request, QString operation) = 0;
    /// Asks every rule again and uses up the approvals the action needs, right before its first call. An
    /// error: nothing may be sent.
    [[nodiscard]] virtual QFuture<Result<Done>> consume(ActionRequest request) = 0;
    /// The operation is over, well or badly.
    virtual void finished(const Permit &permit) = 0;
};

} // namespace signalbox
