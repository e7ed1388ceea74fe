// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/result.h"

#include <QDateTime>

/// Pieces that the plans of all backends share.
namespace signalbox::deployment
{

/// Refused before anything is sent. The code's name goes into Error::reason, the argument of its sentence
/// into Error::subject.
[[nodiscard]] tl::unexpected<Error> refusal(MessageCode code, const QString &detail,
                                            const QString &argument = {});
/// The object is not what the command was prepared for.
/// @param what each change as "field: planned -> now" or as the field alone, joined with "; ". Codes, not
///   words: the sentence is made from them where it is shown
[[nodiscard]] tl::unexpected<Error> changed(const QString &what, const QString &subject);

/// A plan bound to the request, still without steps.
[[nodiscard]] ActionPlan newPlan(const ActionRequest &request, const QString &resourceVersion);

/// What a restart is marked with: the request's own stamp, or the time.
[[nodiscard]] QString restartStamp(const ActionRequest &request, const QDateTime &now);

[[nodiscard]] QString versionName(const Release &release, const QString &hash);
[[nodiscard]] Verification verifies(VerifyKind kind, const QString &hash = {}, int number = 0);
[[nodiscard]] Verification optional(Verification verification);

/// Steps that measure whether a rollback had its effect: traffic share, readiness, error rate and latency.
/// Budgets: 0:30, 2:00, 1:00 (requirements C4). Limits are the
/// house's defaults (1 %, 2 s); a metric profile that says otherwise replaces them later.
struct VerifySteps {
    QString hash;
    QString version;
    bool trafficMandatory = true;
    bool readyFirst = false; ///< the target has to be scaled up before traffic can reach it
};
void appendVerifySteps(ActionPlan &plan, const VerifySteps &what);

/// Consequences of writing the pod template: what undo does not restore, who may revert it, who scales.
void appendTemplateConsequences(ActionPlan &plan, const Release &release);
/// Consequence VersionChanges, where both versions are known.
void appendVersionChange(ActionPlan &plan, const Release &release, const QString &from, const QString &to);

} // namespace signalbox::deployment
