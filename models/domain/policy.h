// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QHash>

namespace signalbox
{

enum class Access { Unknown, Allowed, Denied };

/// A permission as SelfSubjectAccessReview names it.
struct AccessQuery {
    QString verb;  ///< patch, update, create …
    QString group; ///< empty: core
    QString resource;
    QString subresource;
    QString namespaceName;
    QString name;
    bool operator==(const AccessQuery &) const = default;
};
[[nodiscard]] size_t qHash(const AccessQuery &query, size_t seed = 0);

struct PolicyContext {
    QDateTime now;
    std::chrono::seconds staleAfter{60};
    bool connected = false;
    bool readOnly = false;
    std::optional<ActionKind> running; ///< operation in progress on this release
    QHash<AccessQuery, Access> access; ///< absent: unknown
};

/// Permissions an action needs. Source: wire facts 1.9.
[[nodiscard]] QVector<AccessQuery> accessNeeded(ActionKind kind, const Release &release);

/// Decides, from one immutable snapshot, whether an action is offered. Unknown permission is offered with
/// a note (the server decides); unknown or stale facts are not. Rollback is held back only by what makes it
/// impossible: no target, no connection, no permission, or an operation already running.
[[nodiscard]] Decision decide(ActionKind kind, const Release &release, const PolicyContext &context);

/// Revision a rollback goes to when the person names none: the stable one while a release is in progress,
/// else the one before it. Null if there is none.
[[nodiscard]] const Revision *rollbackTarget(const Release &release);

/// Every unmet condition of the next step, by name.
[[nodiscard]] QVector<Message> holdsNextStep(const Release &release, const PolicyContext &context);

} // namespace signalbox
