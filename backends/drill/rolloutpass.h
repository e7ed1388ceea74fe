// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/canaryprogress.h"
#include "backends/drill/revisions.h"
#include "backends/drill/worldcontext.h"
#include "backends/drill/worldtime.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace signalbox::drill
{

/// One look at one Rollout: what was read, and the status that will be written at the end.
struct RolloutPass {
    WorldContext &context;
    std::shared_ptr<const Json> object;
    ObjectKey key;
    QDateTime now;
    Json podTemplate;              ///< bare; from the referenced workload if there is one
    qint64 workloadGeneration = 0; ///< 0: no reference
    QString hash;                  ///< of podTemplate
    bool canary = true;
    bool paused = false; ///< spec.paused
    int replicas = 1;
    QVector<ReplicaSetView> sets;
    Json status;
    std::optional<Milliseconds> lookAgain;
    QString abortReason; ///< set: abort now, this is why

    [[nodiscard]] const Json &spec() const;
    /// strategy.canary or strategy.blueGreen
    [[nodiscard]] const Json &strategy() const;
    [[nodiscard]] const ReplicaSetView *fresh() const { return withHash(sets, hash); }
    [[nodiscard]] const ReplicaSetView *stable() const { return withHash(sets, stableHash()); }
    [[nodiscard]] QString stableHash() const;
    [[nodiscard]] bool freshIsStable() const { return !hash.isEmpty() && hash == stableHash(); }
    [[nodiscard]] bool aborted() const;
    [[nodiscard]] bool promotingFully() const;
    [[nodiscard]] qint64 revision() const;
    [[nodiscard]] QVector<PauseCondition> pauses() const;
    void setPauses(const QVector<PauseCondition> &pauses, bool controllerPause);
    [[nodiscard]] int delaySeconds(const char *name, int fallback) const;

    void again(Milliseconds delay);
    void say(const QString &reason, const QString &message, bool warning = false) const;
    /// Scales and tells it.
    void scale(const ReplicaSetView &set, int size) const;
    /// Lets a set that is not needed any more run until its deadline, then scales it to nothing.
    /// @param delaySeconds 0: at once; below 0: never
    void retire(const ReplicaSetView &set, int delaySeconds);
    /// Reads the ReplicaSets again after they were changed.
    void refreshSets();
};

/// Reads the Rollout, its workload and its ReplicaSets. Null if it does not exist.
[[nodiscard]] std::optional<RolloutPass> readRollout(WorldContext &context, const ObjectKey &key);
/// What is wrong with the spec; empty if nothing.
[[nodiscard]] QString invalidSpec(const RolloutPass &pass);

} // namespace signalbox::drill
