// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/worldcontext.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <memory>

namespace signalbox::drill
{

/// The names under which a controller keeps its revisions on ReplicaSets.
struct RevisionScheme {
    const char *hashLabel;
    const char *revision;
    const char *history;
    const char *desired;
};
inline constexpr RevisionScheme deploymentScheme{"pod-template-hash", "deployment.kubernetes.io/revision",
                                                 "deployment.kubernetes.io/revision-history",
                                                 "deployment.kubernetes.io/desired-replicas"};
inline constexpr RevisionScheme rolloutScheme{"rollouts-pod-template-hash", "rollout.argoproj.io/revision",
                                              "rollout.argoproj.io/revision-history",
                                              "rollout.argoproj.io/desired-replicas"};

/// A ReplicaSet as its owner looks at it.
struct ReplicaSetView {
    QString name;
    QString hash;
    int desired = 0;
    int replicas = 0;
    int ready = 0;
    int available = 0;
    qint64 revision = 0;
    QDateTime created;
    QDateTime scaleDownDeadline;
    std::shared_ptr<const Json> object;
};

/// ReplicaSets owned by `owner`, oldest first.
[[nodiscard]] QVector<ReplicaSetView> ownedReplicaSets(const WorldContext &context, const Json &owner,
                                                       const RevisionScheme &scheme);
[[nodiscard]] qint64 newestRevision(const QVector<ReplicaSetView> &sets);
/// Null if none has this hash.
[[nodiscard]] const ReplicaSetView *withHash(const QVector<ReplicaSetView> &sets, const QString &hash);

struct NewReplicaSet {
    Json podTemplate; ///< bare
    QString hash;
    qint64 revision = 1;
    int replicas = 0;
};
Result<std::shared_ptr<const Json>> createReplicaSet(WorldContext &context, const Json &owner,
                                                     const RevisionScheme &scheme,
                                                     const NewReplicaSet &wanted);
/// Makes it the newest revision; its old number goes to the history annotation.
void bumpRevision(WorldContext &context, const ReplicaSetView &set, const RevisionScheme &scheme,
                  qint64 revision);
/// @return true if the size changed
bool scaleReplicaSet(WorldContext &context, const ReplicaSetView &set, int replicas);
/// An invalid deadline removes the annotation.
void setScaleDownDeadline(WorldContext &context, const ReplicaSetView &set, const QDateTime &deadline);
/// Removes the oldest ReplicaSets without pods beyond `limit`, never one named in `kept`.
void trimRevisions(WorldContext &context, const QVector<ReplicaSetView> &sets, int limit,
                   const QStringList &keptHashes);

/// status.conditions: sets one; transition time changes with the status only.
struct ConditionValue {
    const char *type;
    const char *status; ///< "True", "False", "Unknown"
    QString reason;
    QString message;
};
void setCondition(Json &status, const ConditionValue &value, const QDateTime &now);
[[nodiscard]] const Json *condition(const Json &object, const char *type);

} // namespace signalbox::drill
