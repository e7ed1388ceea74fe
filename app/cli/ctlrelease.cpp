// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ctlrelease.h"

namespace signalbox
{

QJsonObject releaseJson(const Release &release)
{
    const Revision *stable = release.stable();
    const Revision *current = release.current();
    QJsonObject object{{QStringLiteral("cluster"), release.key.cluster.value()},
                       {QStringLiteral("namespace"), release.key.namespaceName},
                       {QStringLiteral("name"), release.key.name},
                       {QStringLiteral("kind"), release.key.kind == ReleaseKind::Rollout
                                                    ? QStringLiteral("Rollout")
                                                    : QStringLiteral("Deployment")},
                       {QStringLiteral("state"), static_cast<int>(release.state)},
                       {QStringLiteral("phase"), release.backendPhase},
                       {QStringLiteral("stableHash"), release.stableHash},
                       {QStringLiteral("currentHash"), release.currentHash},
                       {QStringLiteral("stableVersion"), stable ? versionOf(*stable) : QString()},
                       {QStringLiteral("currentVersion"), current ? versionOf(*current) : QString()},
                       {QStringLiteral("aborted"), release.aborted}};
    if (release.weights.set) {
        object.insert(QStringLiteral("setWeight"), *release.weights.set);
    }
    if (release.weights.reported) {
        object.insert(QStringLiteral("reportedWeight"), *release.weights.reported);
    }
    if (release.stepIndex) {
        object.insert(QStringLiteral("step"), *release.stepIndex);
        object.insert(QStringLiteral("steps"), static_cast<int>(release.steps.size()));
    }
    return object;
}

} // namespace signalbox
