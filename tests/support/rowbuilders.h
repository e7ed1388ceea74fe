// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/rows.h"

namespace signalbox::test
{

/// Rows as a server would give them, with every field a test does not care about filled sensibly.
/// All live in namespace "shop" and were created at 09:00 UTC on 2026-08-21.
[[nodiscard]] ObjectMeta meta(const QString &uid, const QString &name);
/// A healthy canary "cart": five steps (20 %, pause 60 s, 50 %, pause, 100 %), version "old" stable.
[[nodiscard]] RolloutRow healthyRollout(const QString &uid = QStringLiteral("u-cart"),
                                        const QString &name = QStringLiteral("cart"));
/// The same, with version "new" under way and waiting at the first pause (step index 1).
[[nodiscard]] RolloutRow pausedCanary(const QString &uid = QStringLiteral("u-cart"),
                                      const QString &name = QStringLiteral("cart"));
[[nodiscard]] RolloutRow blueGreenRollout();
[[nodiscard]] DeploymentRow healthyDeployment(const QString &uid = QStringLiteral("u-web"),
                                              const QString &name = QStringLiteral("web"));
[[nodiscard]] ReplicaSetRow replicaSet(const QString &ownerUid, const QString &hash, qint64 revision,
                                       int replicas);
[[nodiscard]] PodRow pod(const QString &uid, const QString &ownerUid, const QString &hash);
[[nodiscard]] AnalysisRunRow analysisRun(const QString &ownerUid, const QString &name, const QString &phase);
[[nodiscard]] EventRow eventOn(const QString &uid, const QString &involvedUid, const QDateTime &last);
[[nodiscard]] ServiceRow service(const QString &name, const QString &hash);
[[nodiscard]] QDateTime at(int hour, int minute, int second = 0);

} // namespace signalbox::test
