// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QDateTime>
#include <QString>

namespace signalbox::drill
{

/// Pod documents as a cluster really holds them: defaulted spec, projected token volume, tolerations,
/// managed fields; about 6 KB for one container. Pure.

/// A pod of a ReplicaSet, not scheduled yet.
[[nodiscard]] Json newPod(const Json &replicaSet, const QString &name, const QDateTime &now);
/// Another pod of the same ReplicaSet: cheaper than making it anew. The network address and the node are as
/// in `sibling` until the next function is called.
[[nodiscard]] Json siblingPod(const Json &sibling, const QString &name);
void movePod(Json &pod, const QString &node, const QString &address);

/// The states a pod goes through, as edits of its status.
void markScheduled(Json &pod, const QString &node, const QDateTime &now);
void markRunning(Json &pod, const QString &address, const QDateTime &now);
void markReady(Json &pod, bool ready, const QDateTime &now);
/// containers[].state.waiting with a reason such as ImagePullBackOff.
void markWaiting(Json &pod, const QString &reason, const QString &message, const QDateTime &now);
/// The container ended; lastState tells how, restartCount grows, state is waiting with CrashLoopBackOff.
struct ContainerEnd {
    QString reason; ///< "Error", "OOMKilled"
    int exitCode = 1;
    QString waitMessage;
};
void markEnded(Json &pod, const ContainerEnd &end, const QDateTime &now);

[[nodiscard]] bool isReady(const Json &pod);
/// Ready for at least `minReadySeconds`.
[[nodiscard]] bool isAvailable(const Json &pod, int minReadySeconds, const QDateTime &now);
[[nodiscard]] QDateTime readySince(const Json &pod);
[[nodiscard]] QString firstImage(const Json &podOrTemplate);

} // namespace signalbox::drill
