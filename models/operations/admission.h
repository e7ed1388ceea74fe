// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/operationguard.h"

#include <QObject>

#include <functional>
#include <optional>

namespace signalbox
{

/// What one operation has of the guard: its permit, given back at the end in any case, and whether its
/// approvals are used up. GUI thread.
class Admission final
{
public:
    using Then = std::function<void(const Result<Done> &)>;
    /// @param guard outlives it; null: nobody is asked
    explicit Admission(OperationGuard *guard);
    ~Admission();
    Admission(const Admission &) = delete;
    Admission &operator=(const Admission &) = delete;

    /// Whether the action has to wait for the guard before its intent is written. Going back never does.
    [[nodiscard]] bool isMissing(ActionKind kind) const;
    /// Whether approvals have to be used up before the first call.
    [[nodiscard]] bool hasToUse(ActionKind kind) const;
    void enter(const ActionRequest &request, const QString &operation, const Then &then);
    /// An error is always of code Refused: trouble with the way to the guard is not trouble with the way to
    /// the cluster, so nothing is sent and nothing tried again.
    void use(const ActionRequest &request, const Then &then);
    void leave();
    [[nodiscard]] std::optional<qint64> fencingToken() const;

private:
    OperationGuard *m_guard;
    QObject m_context;
    std::optional<Permit> m_permit;
    bool m_left = false;
    bool m_used = false;
};

} // namespace signalbox
