// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace signalbox
{

/// A sentence for people as code and parameters, so that each reader gets it in their own language.
/// The texts live in widgets/style/messagetext. Parameters are external text: show them as plain text.
enum class MessageCode {
    // why an action is not allowed, or what holds the next step back
    NoConnection,
    FactsStale,        ///< args: age in seconds
    NoPermission,      ///< args: verb, resource
    PermissionUnknown, ///< args: verb, resource
    OperationRunning,  ///< args: operation kind
    ObjectChanged,     ///< args: each change as "field: planned -> now" or the field, joined with "; "
    NothingToPromote,
    AlreadyAborted,
    NotAborted,
    AlreadyPaused,
    NotPaused,
    NoStrategySteps,
    NoRollbackTarget,
    TargetEqualsCurrent,
    TargetGone, ///< args: revision
    DeploymentPaused,
    SpecNotObserved,
    NoAnalysisRunning,
    WorkloadRefUnsupported, ///< args: kind
    ReadOnlyCluster,
    BakeNotDone,     ///< args: seconds left
    AnalysisRunning, ///< args: analysis run
    AnalysisFailed,  ///< args: analysis run
    AnalysisInconclusive,
    PodsNotReady,    ///< args: ready, desired
    MetricOverLimit, ///< args: metric, value, limit
    MetricUnknown,   ///< args: metric
    WaitsForPerson,
    ManuallyPaused,
    // consequences
    TrafficMoves,        ///< args: from %, to %, version
    TrafficStays,        ///< args: %
    VersionChanges,      ///< args: from, to
    PodsScale,           ///< args: from, to
    PodsRestart,         ///< args: count
    StepsSkipped,        ///< args: count
    StepsRunAgain,       ///< args: count
    NextStep,            ///< args: step number, of, detail
    SpecStaysOnRejected, ///< args: version
    FastPath,            ///< args: seconds left
    NewRevision,
    OnlyTemplate,           ///< undo restores only the pod template
    GitOpsWillRevert,       ///< args: tool
    AutoscalerOwnsReplicas, ///< args: HPA name
    StableCapacity,         ///< args: ready, desired
    DynamicStableSlow,
    UnpauseToo,    ///< a manual pause must be lifted for this to take effect
    ServerWarning, ///< args: text of a Warning header
    // step titles of operations
    StepShiftTraffic, ///< args: version
    StepAlignSpec,    ///< args: version
    StepUnpause,
    StepVerifyReady,   ///< args: version
    StepVerifyTraffic, ///< args: version
    StepVerifyHealth,
    StepRecord,
    StepPromote,
    StepPromoteFully,
    StepAbort,
    StepRetry,
    StepPause,
    StepResume,
    StepRestart,
    StepSetImage,          ///< args: container, image
    StepTerminateAnalysis, ///< args: analysis run
    StepUndo,              ///< args: version
    // observations during verification
    ObservedTrafficShare, ///< args: percent, goal percent
    ObservedReady,        ///< args: ready, desired
    ObservedErrorRate,    ///< args: percent, limit
    ObservedLatency,      ///< args: milliseconds, limit
    ObservedSpec,
    ObservedNothingYet,
    BudgetExceeded,         ///< args: seconds over
    MeasurementUnavailable, ///< args: ValueProblem by name or "NotConfigured", detail for the log
    // more reasons
    PhaseForbids,          ///< args: the backend's word for the phase; the action makes no sense in it
    ContainerUnknown,      ///< args: container
    OutsideRollbackWindow, ///< args: revisions the window counts
    InsideRollbackWindow,  ///< args: revisions the window counts
    // rules of the interlocking (interlockrules)
    InterlockTargetUnhealthy,
    InterlockTrafficUnserved, ///< args: sum of the weights
    InterlockLocked,          ///< args: holder
    InterlockSecondPrimary,
    InterlockFourEyes,
    InterlockEvidenceUnknown, ///< args: items
    InterlockApprovalForOther,
    InterlockApprovalExpired,
    InterlockFrozen,
    InterlockIncidentOpen,  ///< args: incident
    InterlockLimitBreached, ///< args: metric
    InterlockIncidentsUnknown,
    InterlockCalendarClosed, ///< args: title, reason (packed LocalText), next opening as ISO 8601
    InterlockOrder,          ///< args: what
    InterlockOldStillNeeded,
    InterlockCapacity,
    InterlockSoak,
    InterlockSamples,
    InterlockSilence,
    InterlockFlapping, ///< args: seconds left
    InterlockCooldown, ///< args: seconds left
    InterlockBudgetUnknown,
    InterlockBudgetSpent,
    InterlockStableTags, ///< args: count
    InterlockForwardOnly,
    InterlockRegionNotReady,
    InterlockDrillContained,
    InterlockIdentityUnknown,
    InterlockSkewUnknown,
    InterlockClockSkew, ///< args: seconds
    InterlockLedgerDown,
    InterlockAutomation,
    // what decisions about a release still lack
    GateNeeded,       ///< args: title (packed LocalText)
    PollNeeded,       ///< args: title (packed LocalText)
    ConditionMissing, ///< args: title (packed LocalText)
    ConditionFailed,  ///< args: title (packed LocalText)
    PlansUnknown,
    PlanUnusable, ///< args: where the plan is
    DecisionsUnread,
};

struct Message {
    MessageCode code = MessageCode::NoConnection;
    QStringList args;
    bool operator==(const Message &) const = default;
};

} // namespace signalbox
