// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <optional>

/// Flat rows: the few fields of Kubernetes objects that the console shows or decides on. They are what the
/// parser keeps of each object; the JSON itself is dropped. Names follow the API's field names.
namespace signalbox
{

/// Kinds the console reads. The order is the order in which they are listed after connecting.
enum class ResourceKind {
    Namespace,
    Rollout,
    Deployment,
    ReplicaSet,
    AnalysisRun,
    Service,
    VirtualService,
    HttpRoute,
    HorizontalPodAutoscaler,
    Event,
    Node,
    Experiment,
    Pod,
};

struct ObjectMeta {
    QString uid;
    QString namespaceName; ///< empty for cluster-scoped kinds
    QString name;
    QString resourceVersion; ///< opaque: compare for equality only
    qint64 generation = 0;
    QDateTime created; ///< UTC
    QString ownerUid;  ///< uid of the controller owner, empty if none
    QString ownerKind;
    QHash<QString, QString> labels; ///< not kept for pods and events
    QHash<QString, QString>
        annotations; ///< only the keys the console knows; never last-applied-configuration
    bool deleting = false;
    bool operator==(const ObjectMeta &) const = default;
};

struct ConditionRow {
    QString type;
    QString status; ///< "True", "False", "Unknown"
    QString reason;
    QString message;
    bool operator==(const ConditionRow &) const = default;
};

struct ContainerImage {
    QString container;
    QString image;
    bool operator==(const ContainerImage &) const = default;
};

struct NamespaceRow {
    ObjectMeta meta;
    QString phase;
    bool operator==(const NamespaceRow &) const = default;
};

struct NodeRow {
    ObjectMeta meta;
    bool ready = false;
    bool unschedulable = false;
    QString kubeletVersion;
    bool operator==(const NodeRow &) const = default;
};

struct PodRow {
    ObjectMeta meta;
    QString phase;           ///< verbatim; may be a value we do not know
    QString reason;          ///< most telling waiting or terminated reason, e.g. CrashLoopBackOff, else empty
    QString podTemplateHash; ///< rollouts-pod-template-hash, else pod-template-hash
    QString node;
    QString image; ///< of the first container
    int containers = 0;
    int readyContainers = 0;
    int restarts = 0;
    bool ready = false; ///< the Ready condition
    bool operator==(const PodRow &) const = default;
};

struct DeploymentRow {
    ObjectMeta meta;
    int specReplicas = 1;
    bool paused = false;
    qint64 observedGeneration = 0;
    int replicas = 0;
    int updatedReplicas = 0;
    int readyReplicas = 0;
    int availableReplicas = 0;
    int progressDeadlineSeconds = 600;
    QVector<ContainerImage> images;
    QHash<QString, QString> selector;
    QVector<ConditionRow> conditions;
    bool operator==(const DeploymentRow &) const = default;
};

struct ReplicaSetRow {
    ObjectMeta meta;
    QString podTemplateHash; ///< rollouts-pod-template-hash, else pod-template-hash
    qint64 revision = 0;     ///< of either annotation; 0: absent
    int specReplicas = 0;
    int replicas = 0;
    int readyReplicas = 0;
    int availableReplicas = 0;
    qint64 observedGeneration = 0;
    QDateTime scaleDownDeadline; ///< Argo Rollouts; invalid if none
    QVector<ContainerImage> images;
    QVector<ConditionRow> conditions;
    bool operator==(const ReplicaSetRow &) const = default;
};

struct ServiceRow {
    ObjectMeta meta;
    QHash<QString, QString> selector;
    QString type;
    bool operator==(const ServiceRow &) const = default;
};

struct EventRow {
    ObjectMeta meta;
    QString involvedKind;
    QString involvedNamespace;
    QString involvedName;
    QString involvedUid;
    QString type; ///< Normal or Warning, verbatim
    QString reason;
    QString message;
    QString source;
    int count = 1;
    QDateTime first;
    QDateTime last;
    bool operator==(const EventRow &) const = default;
};

struct HpaRow {
    ObjectMeta meta;
    QString targetKind;
    QString targetName;
    int minReplicas = 1;
    int maxReplicas = 0;
    int currentReplicas = 0;
    int desiredReplicas = 0;
    QDateTime lastScaleTime;
    QVector<ConditionRow> conditions;
    bool operator==(const HpaRow &) const = default;
};

/// Step kinds of an Argo Rollouts canary. Unknown carries the key as the server spelled it.
enum class StepKind {
    SetWeight,
    Pause,
    SetCanaryScale,
    Analysis,
    Experiment,
    SetHeaderRoute,
    SetMirrorRoute,
    Plugin,
    Unknown,
};

struct StepRow {
    StepKind kind = StepKind::Unknown;
    int weight = 0;                               ///< SetWeight; SetCanaryScale with weight
    std::optional<std::chrono::seconds> duration; ///< Pause with a duration; none: until promoted
    QStringList names; ///< analysis templates, route, plugin, experiment template; for Unknown: the key
    QString detail;    ///< short text in the backend's own words, for the details view
    bool operator==(const StepRow &) const = default;
};

struct PauseConditionRow {
    QString reason; ///< CanaryPauseStep, BlueGreenPause, InconclusiveAnalysisRun …
    QDateTime start;
    bool operator==(const PauseConditionRow &) const = default;
};

struct AnalysisRefRow {
    QString name;
    QString status;
    QString message;
    bool operator==(const AnalysisRefRow &) const = default;
};

enum class RolloutStrategy { Canary, BlueGreen, RollingUpdate, Unknown };

struct RolloutRow {
    ObjectMeta meta;
    // spec
    RolloutStrategy strategy = RolloutStrategy::Unknown;
    int specReplicas = 1;
    bool paused = false;
    QString workloadRefKind; ///< empty: the template is in the Rollout
    QString workloadRefName;
    QHash<QString, QString> selector;
    QVector<ContainerImage> images;
    QVector<StepRow> steps;
    bool hasTrafficRouting = false;
    QString trafficRouter; ///< istio, nginx, alb, plugin name …; empty if none
    QStringList virtualServices;
    int maxTrafficWeight = 100;
    QString canaryService;                             ///< canary: canaryService; blueGreen: previewService
    QString stableService;                             ///< canary: stableService; blueGreen: activeService
    std::optional<bool> autoPromotionEnabled;          ///< blueGreen
    std::optional<std::chrono::seconds> autoPromotion; ///< blueGreen autoPromotionSeconds
    std::chrono::seconds scaleDownDelay{30};
    std::chrono::seconds progressDeadline{600};
    bool dynamicStableScale = false;
    QString restartAt;
    // status
    bool hasStatus = false;
    QString phase; ///< verbatim
    QString message;
    QString observedGeneration; ///< a string; numeric in current controllers
    QString workloadObservedGeneration;
    QString currentPodHash;
    QString stableHash; ///< status.stableRS, a hash
    std::optional<int> currentStepIndex;
    QVector<PauseConditionRow> pauseConditions;
    bool controllerPause = false;
    bool abort = false;
    QDateTime abortedAt;
    bool promoteFull = false;
    QString restartedAt;
    int replicas = 0;
    int updatedReplicas = 0;
    int readyReplicas = 0;
    int availableReplicas = 0;
    std::optional<int> reportedCanaryWeight; ///< status.canary.weights.canary.weight
    AnalysisRefRow stepAnalysis;
    AnalysisRefRow backgroundAnalysis;
    AnalysisRefRow prePromotionAnalysis;
    AnalysisRefRow postPromotionAnalysis;
    QString activeSelector; ///< blueGreen, a hash
    QString previewSelector;
    QVector<ConditionRow> conditions;
    bool operator==(const RolloutRow &) const = default;
};

struct MeasurementRow {
    QString phase;
    QString value; ///< verbatim rendering by the controller
    QString message;
    QDateTime finished;
    bool operator==(const MeasurementRow &) const = default;
};

struct AnalysisMetricRow {
    QString name;
    QString phase;
    QString message;
    QString successCondition;
    QString failureCondition;
    QString failureLimit;
    QString provider; ///< prometheus, web, job …
    QString query;    ///< resolved query if the controller recorded it, else the template's
    int count = 0;
    int successful = 0;
    int failed = 0;
    int inconclusive = 0;
    int error = 0;
    bool dryRun = false;
    QVector<MeasurementRow> measurements;
    bool operator==(const AnalysisMetricRow &) const = default;
};

struct AnalysisRunRow {
    ObjectMeta meta;
    QString phase;
    QString message;
    QString rolloutType; ///< label rollout-type: Step, Background, PrePromotion, PostPromotion
    qint64 revision = 0;
    QString podTemplateHash;
    bool terminate = false;
    QDateTime started;
    QDateTime completed;
    QVector<AnalysisMetricRow> metrics;
    bool operator==(const AnalysisRunRow &) const = default;
};

struct ExperimentRow {
    ObjectMeta meta;
    QString phase;
    bool operator==(const ExperimentRow &) const = default;
};

struct RouteDestination {
    QString host; ///< service name as written in the route
    QString subset;
    int weight = 0;
    bool operator==(const RouteDestination &) const = default;
};

/// One weighted rule of a VirtualService or HTTPRoute.
struct RouteRule {
    QString name;
    bool hasMatch = false; ///< header or path match: not part of the general split
    QVector<RouteDestination> destinations;
    bool operator==(const RouteRule &) const = default;
};

struct RouteRow { ///< VirtualService or HTTPRoute
    ObjectMeta meta;
    QStringList hosts;
    QVector<RouteRule> rules;
    bool operator==(const RouteRow &) const = default;
};

} // namespace signalbox
