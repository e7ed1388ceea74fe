// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"
#include "models/domain/rows.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace signalbox
{

/// What kind of object runs the release.
enum class ReleaseKind { Rollout, Deployment };

/// Where a release lives. Two desks looking at the same object have equal keys.
struct ReleaseKey {
    ClusterId cluster{QString()};
    QString namespaceName;
    QString name;
    ReleaseKind kind = ReleaseKind::Rollout;
    bool operator==(const ReleaseKey &) const = default;
};
[[nodiscard]] size_t qHash(const ReleaseKey &key, size_t seed = 0);

/// The one vocabulary of states (design/interface: States). Order is "needs a person" first.
enum class ReleaseState {
    Broken,
    WaitingForPerson,
    Undecided,  ///< inconclusive analysis: only a person can say
    RolledBack, ///< aborted, stable serves: not an outage
    BlockedByRule,
    WaitingForTime,
    Advancing,
    Healthy,
    Unknown,
};

/// Role of a revision now. A revision may hold several.
enum class RevisionRole { Stable, Canary, Active, Preview };

enum class RevisionHealth { Healthy, Progressing, Degraded, ScaledDown };

/// A pod template the release has run. Keyed by hash: revision numbers move when a rollback reuses one.
struct Revision {
    QString hash;       ///< pod template hash
    QString replicaSet; ///< name
    QString uid;        ///< of the ReplicaSet
    qint64 number = 0;  ///< as of now; display only
    QVector<RevisionRole> roles;
    RevisionHealth health = RevisionHealth::ScaledDown;
    int desired = 0;
    int ready = 0;
    int available = 0;
    QVector<ContainerImage> images;
    QDateTime created;
    QDateTime scaleDownDeadline;
    [[nodiscard]] bool has(RevisionRole role) const { return roles.contains(role); }
    bool operator==(const Revision &) const = default;
};

/// Share of traffic or pods that the new version has, in percent, from three sources that may disagree.
struct CanaryWeights {
    std::optional<int> set;      ///< what the steps ask for
    std::optional<int> reported; ///< what the controller says it set on the router, or the pod ratio
    std::optional<int> routed;   ///< what the route object itself says now
    bool operator==(const CanaryWeights &) const = default;
};

enum class PauseKind {
    None,
    Manual,    ///< spec.paused
    Step,      ///< canary step; until promoted or until `until`
    BlueGreen, ///< before cut-over
    Inconclusive,
    Other, ///< a reason this version does not know; its word is in `reason`
};

struct Pause {
    PauseKind kind = PauseKind::None;
    QString reason; ///< verbatim
    QDateTime since;
    QDateTime until; ///< invalid: until a person acts
    bool operator==(const Pause &) const = default;
};

/// Everything the console believes about one release at one moment. Immutable once published.
struct Release {
    ReleaseKey key;
    QString uid;
    QString resourceVersion;
    RolloutStrategy strategy = RolloutStrategy::Unknown;
    ReleaseState state = ReleaseState::Unknown;
    QString backendPhase;   ///< verbatim, never translated
    QString backendMessage; ///< verbatim, external text
    SourceState source;     ///< of the watch behind it
    QDateTime created;

    QVector<Revision> revisions; ///< newest first
    QString currentHash;         ///< hash of the wanted template
    QString stableHash;
    int desiredReplicas = 0;
    int readyReplicas = 0;
    int availableReplicas = 0;
    int updatedReplicas = 0;

    QVector<StepRow> steps;
    std::optional<int> stepIndex; ///< 0-based; steps.size(): all done; none: strategy has no steps
    CanaryWeights weights;
    Pause pause;
    bool manuallyPaused = false; ///< spec.paused
    bool aborted = false;
    bool promotingFully = false;
    bool specObserved = true;    ///< the controller has seen the newest spec
    bool specNamesStable = true; ///< false after an abort: the spec still names the rejected version

    QString activeService;
    QString previewService;
    QString activeSelectorHash; ///< what the active Service really selects (the Service object, else status)
    QString previewSelectorHash;
    QDateTime fastPathUntil;              ///< the old ReplicaSet is kept until then; invalid: no promise
    QVector<AnalysisRunRow> analysisRuns; ///< newest first
    QString workloadRefName;              ///< object that owns the template; empty if the release does
    QString workloadRefKind;              ///< verbatim; only a Deployment can be written to
    QString
        trafficRouter; ///< as the spec names it: istio, nginx, a plugin …; empty: none, pods share traffic
    QString stepAnalysis;       ///< analysis run of the step under way; empty: none
    QString backgroundAnalysis; ///< analysis run beside the steps; empty: none
    QString gitOpsOwner;        ///< tool that will re-apply the spec (argocd, flux, helm); empty if none seen
    QString horizontalPodAutoscaler; ///< name, empty if none
    int experiments = 0;

    [[nodiscard]] const Revision *revision(const QString &hash) const;
    [[nodiscard]] const Revision *stable() const { return revision(stableHash); }
    [[nodiscard]] const Revision *current() const { return revision(currentHash); }
    /// True while a version other than the stable one is wanted.
    [[nodiscard]] bool inProgress() const { return !currentHash.isEmpty() && currentHash != stableHash; }
    bool operator==(const Release &) const = default;
};

/// Short name of a version for people: the tag of the first image, else its short digest, else the hash.
[[nodiscard]] QString versionOf(const Revision &revision);
/// Which group of the fleet list a release belongs to.
enum class FleetGroup { NeedsDecision, InProgress, Steady, Unreachable };
[[nodiscard]] FleetGroup fleetGroup(const Release &release);

} // namespace signalbox
