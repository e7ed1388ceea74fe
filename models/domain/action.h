// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/domain/release.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <optional>

namespace signalbox
{

/// What a person can do to a release. Field terms; one meaning each.
enum class ActionKind {
    Promote,      ///< to the next step, or the blue/green cut-over
    PromoteFully, ///< skip the rest
    Pause,
    Resume,
    Abort,    ///< stop and send traffic to stable; the spec still names the new version
    Retry,    ///< the same version again after an abort
    Undo,     ///< make a former revision the wanted one
    RollBack, ///< abort, then align the spec: one guided flow
    Restart,
    SetImage,
    TerminateAnalysis,
};

/// What the person asked for, bound to the object that was on screen.
struct ActionRequest {
    ActionKind kind = ActionKind::Promote;
    ReleaseKey release;
    QString uid;             ///< of the object that was on screen
    QString resourceVersion; ///< of the snapshot that was on screen
    QString targetHash;      ///< Undo, RollBack: revision to go to; empty: the stable or previous one
    QString container;       ///< SetImage
    QString image;           ///< SetImage
    QString analysisRun;     ///< TerminateAnalysis
    QString reason;          ///< given by the person; may be empty and follow later
    /// Restart: the stamp that tells this restart from others. Empty: made from the time by the planner,
    /// which writes it into the plan's request, so that going on with the same restart sends the same stamp.
    QString restartAt;
    bool operator==(const ActionRequest &) const = default;
};

/// One HTTP call of an action, complete except for credentials.
struct ApiCall {
    QByteArray method; ///< PATCH, POST, PUT, DELETE
    QString path;      ///< below the server URL, percent-encoded, starting with '/'
    QByteArray contentType;
    QByteArray body;
    bool operator==(const ApiCall &) const = default;
};

/// How a step is known to have worked. All conditions of a step must hold at once.
enum class VerifyKind {
    None,
    SpecObserved, ///< controller has seen the generation the call produced, and the hash is the expected one
    Aborted,      ///< status says aborted and the controller acted on it
    NotPaused,    ///< `number` 0: no pause of any kind; 1: not paused by hand, the controller may pause
    Paused,
    StepAdvanced,  ///< stepIndex is above `number`, or the release is healthy
    TrafficShare,  ///< measured share of `hash` is at least `number` percent
    ReadyReplicas, ///< available replicas of `hash` reach its need
    ErrorRate,     ///< measured error ratio of `hash` is at most `limit`
    Latency,       ///< measured p95 of `hash` in seconds is at most `limit`
    StateHealthy,
    RestartDone, ///< `hash`: restartAt of a Rollout as sent; for a Deployment the hash that must be gone
    AnalysisTerminated, ///< `hash`: name of the analysis run
    NotAborted,
    Promoted, ///< the controller counts `hash` as the stable version
};

struct Verification {
    VerifyKind kind = VerifyKind::None;
    QString hash;
    int number = 0;
    double limit = 0;
    bool mandatory = true; ///< false: shown, and a missing measurement is not a failure
    bool operator==(const Verification &) const = default;
};

struct ActionStep {
    Message title;
    QVector<ApiCall> calls; ///< in order; empty for pure verification
    QVector<Verification> verifications;
    std::chrono::seconds budget{0}; ///< 0: none
    /// A request that reaches the server while the controller writes its own status can be missed by it until
    /// the object changes once more. `reminder` makes such a change; it leaves every `remindAfter` while the
    /// step is not effective. Empty: never.
    QVector<ApiCall> reminder = {};
    std::chrono::seconds remindAfter{0};
    bool operator==(const ActionStep &) const = default;
};

/// The exact calls of an action and what they will do. Prepared before the person confirms.
struct ActionPlan {
    ActionRequest request;
    QString resourceVersion; ///< of the object the plan was computed from
    /// What of the object the plan relies on, as "field=value" in the backend's words. Checked again right
    /// before the calls leave; status noise that is not listed here does not matter.
    QStringList preconditions;
    QString currentHash; ///< what the spec named when the plan was made; set by the desk
    QString targetHash;  ///< resolved target of Undo and RollBack
    QString targetVersion;
    QVector<ActionStep> steps;
    QVector<Message> consequences;
    std::chrono::seconds expected{0};
    std::chrono::seconds budget{0};
    [[nodiscard]] int callCount() const
    {
        int count = 0;
        for (const auto &step : steps) {
            count += static_cast<int>(step.calls.size());
        }
        return count;
    }
    bool operator==(const ActionPlan &) const = default;
};

/// Whether an action is offered now. `reasons` is never empty when it is not.
struct Decision {
    bool allowed = false;
    QVector<Message> reasons;
    bool operator==(const Decision &) const = default;
};

} // namespace signalbox
