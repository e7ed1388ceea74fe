// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/revisionlist.h"

#include "models/domain/rolloutphase.h"

#include <algorithm>

namespace signalbox
{

namespace
{

RevisionHealth healthOf(const ReplicaSetRow &row)
{
    if (row.meta.generation > row.observedGeneration) {
        return RevisionHealth::Progressing;
    }
    const ConditionRow *failure = findCondition(row.conditions, QStringLiteral("ReplicaFailure"));
    if (failure != nullptr && failure->status == QStringLiteral("True")) {
        return RevisionHealth::Degraded;
    }
    if (row.specReplicas == 0) {
        return RevisionHealth::ScaledDown;
    }
    return row.availableReplicas < row.specReplicas ? RevisionHealth::Progressing : RevisionHealth::Healthy;
}

QVector<RevisionRole> rolesOf(const QString &hash, RolloutStrategy strategy, const RoleHashes &hashes)
{
    QVector<RevisionRole> roles;
    if (hash.isEmpty()) {
        return roles;
    }
    if (hash == hashes.stable) {
        roles.append(RevisionRole::Stable);
    }
    if (strategy == RolloutStrategy::BlueGreen) {
        if (hash == hashes.active) {
            roles.append(RevisionRole::Active);
        } else if (hash == hashes.preview) {
            roles.append(RevisionRole::Preview);
        }
    } else if (hash != hashes.stable && hash == hashes.current) {
        roles.append(RevisionRole::Canary);
    }
    return roles;
}

bool newerFirst(const Revision &left, const Revision &right)
{
    if (left.number != right.number) {
        return left.number > right.number;
    }
    return left.created != right.created ? left.created > right.created : left.hash < right.hash;
}

} // namespace

Revision revisionOf(const ReplicaSetRow &row)
{
    Revision revision;
    revision.hash = row.podTemplateHash;
    revision.replicaSet = row.meta.name;
    revision.uid = row.meta.uid;
    revision.number = row.revision;
    revision.health = healthOf(row);
    revision.desired = row.specReplicas;
    revision.ready = row.readyReplicas;
    revision.available = row.availableReplicas;
    revision.images = row.images;
    revision.created = row.meta.created;
    revision.scaleDownDeadline = row.scaleDownDeadline;
    return revision;
}

QVector<Revision> revisionList(const QVector<const ReplicaSetRow *> &replicaSets)
{
    QVector<Revision> revisions;
    revisions.reserve(replicaSets.size());
    for (const ReplicaSetRow *row : replicaSets) {
        revisions.append(revisionOf(*row));
    }
    std::sort(revisions.begin(), revisions.end(), newerFirst);
    return revisions;
}

void assignRoles(QVector<Revision> &revisions, RolloutStrategy strategy, const RoleHashes &hashes)
{
    for (auto &revision : revisions) {
        revision.roles = rolesOf(revision.hash, strategy, hashes);
    }
}

QDateTime keptUntil(const QVector<Revision> &revisions, const QString &currentHash, const QDateTime &now)
{
    QDateTime latest;
    for (const auto &revision : revisions) {
        const bool promised = revision.hash != currentHash && revision.desired > 0 &&
                              revision.scaleDownDeadline.isValid() && revision.scaleDownDeadline > now;
        if (promised && (!latest.isValid() || revision.scaleDownDeadline > latest)) {
            latest = revision.scaleDownDeadline;
        }
    }
    return latest;
}

} // namespace signalbox
