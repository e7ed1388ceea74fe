// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox
{

/// One revision out of a ReplicaSet, without roles. Health: wire facts 3.4.
[[nodiscard]] Revision revisionOf(const ReplicaSetRow &row);

/// Newest first: by revision number, then by age. Numbers are for this order and for display only; identity
/// is the hash, because a rollback gives an old ReplicaSet a new number.
[[nodiscard]] QVector<Revision> revisionList(const QVector<const ReplicaSetRow *> &replicaSets);

struct RoleHashes {
    QString stable;
    QString current;
    QString active;  ///< blue/green
    QString preview; ///< blue/green
};
void assignRoles(QVector<Revision> &revisions, RolloutStrategy strategy, const RoleHashes &hashes);

/// Until when a revision other than the wanted one is kept at full size; invalid: no promise.
[[nodiscard]] QDateTime keptUntil(const QVector<Revision> &revisions, const QString &currentHash,
                                  const QDateTime &now);

} // namespace signalbox
