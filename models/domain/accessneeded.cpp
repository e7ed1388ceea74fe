// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/policy.h"

namespace signalbox
{

namespace
{

const QString patch = QStringLiteral("patch");
const QString argo = QStringLiteral("argoproj.io");
const QString apps = QStringLiteral("apps");

AccessQuery rollout(const Release &release, const QString &subresource = {})
{
    return {patch,           argo, QStringLiteral("rollouts"), subresource, release.key.namespaceName,
            release.key.name};
}

AccessQuery rolloutStatus(const Release &release)
{
    return rollout(release, QStringLiteral("status"));
}

AccessQuery deployment(const Release &release, const QString &name)
{
    return {patch, apps, QStringLiteral("deployments"), {}, release.key.namespaceName, name};
}

/// Where the pod template is written.
AccessQuery templateOwner(const Release &release)
{
    if (release.key.kind == ReleaseKind::Deployment) {
        return deployment(release, release.key.name);
    }
    return release.workloadRefName.isEmpty() ? rollout(release)
                                             : deployment(release, release.workloadRefName);
}

void addOnce(QVector<AccessQuery> &queries, const AccessQuery &query)
{
    if (!queries.contains(query)) {
        queries.append(query);
    }
}

void addUndo(QVector<AccessQuery> &queries, const Release &release)
{
    addOnce(queries, templateOwner(release));
    addOnce(queries,
            {QStringLiteral("list"), apps, QStringLiteral("replicasets"), {}, release.key.namespaceName, {}});
}

void addUnpause(QVector<AccessQuery> &queries, const Release &release)
{
    if (release.manuallyPaused) {
        addOnce(queries, rollout(release));
    }
}

QVector<AccessQuery> terminationNeeded(const Release &release)
{
    return {{patch, argo, QStringLiteral("analysisruns"), {}, release.key.namespaceName, {}}};
}

QVector<AccessQuery> rollBackNeeded(const Release &release)
{
    QVector<AccessQuery> queries;
    if (release.inProgress() && !release.aborted) {
        queries.append(rolloutStatus(release));
    }
    addUndo(queries, release);
    addUnpause(queries, release);
    return queries;
}

QVector<AccessQuery> rolloutNeeds(ActionKind kind, const Release &release)
{
    QVector<AccessQuery> queries;
    switch (kind) {
    case ActionKind::Promote:
    case ActionKind::PromoteFully:
    case ActionKind::Abort:
        queries.append(rolloutStatus(release));
        addUnpause(queries, release);
        break;
    case ActionKind::Retry:
        queries.append(rolloutStatus(release));
        break;
    case ActionKind::Pause:
    case ActionKind::Resume:
    case ActionKind::Restart:
        queries.append(rollout(release));
        break;
    case ActionKind::Undo:
        addUndo(queries, release);
        break;
    case ActionKind::RollBack:
        return rollBackNeeded(release);
    case ActionKind::SetImage:
        queries.append(templateOwner(release));
        break;
    case ActionKind::TerminateAnalysis:
        return terminationNeeded(release);
    }
    return queries;
}

QVector<AccessQuery> deploymentNeeds(ActionKind kind, const Release &release)
{
    QVector<AccessQuery> queries;
    switch (kind) {
    case ActionKind::Pause:
    case ActionKind::Resume:
    case ActionKind::Restart:
    case ActionKind::SetImage:
        queries.append(templateOwner(release));
        break;
    case ActionKind::Undo:
    case ActionKind::RollBack:
        addUndo(queries, release);
        break;
    case ActionKind::Promote:
    case ActionKind::PromoteFully:
    case ActionKind::Abort:
    case ActionKind::Retry:
    case ActionKind::TerminateAnalysis:
        break; // no engine that could do it; decide() says so
    }
    return queries;
}

} // namespace

size_t qHash(const AccessQuery &query, size_t seed)
{
    return qHashMulti(seed, query.verb, query.group, query.resource, query.subresource, query.namespaceName,
                      query.name);
}

QVector<AccessQuery> accessNeeded(ActionKind kind, const Release &release)
{
    return release.key.kind == ReleaseKind::Rollout ? rolloutNeeds(kind, release)
                                                    : deploymentNeeds(kind, release);
}

} // namespace signalbox
