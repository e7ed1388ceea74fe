// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"
#include "models/domain/action.h"

/// The last look at the object before a call leaves. Pure; runs on a worker thread.
///
/// The rule against lost updates. A plan is prepared ahead, and during a rollout the controller writes status
/// several times a second, so the resourceVersion of the plan is out of date almost at once. What protects
/// the person is therefore not that version but the plan's preconditions: uid, template, step index, pauses,
/// abort flag … as far as the action depends on them. Right before a call leaves, the object is read again;
/// the call goes out only if every precondition still holds, with the lock set to the version just read. If
/// the server still answers 409, nothing was written; the look is repeated. Three times at most, then the
/// conflict is reported. A precondition that no longer holds ends the attempt with Changed and says which.
/// Exceptions: an abort is idempotent, and an undo carries its own `test` operations; as first call of a
/// rollback they leave without a read.
namespace signalbox::deployment
{

/// Reads the preconditions of an action from an object of one kind.
using PreconditionReader = QStringList (*)(ActionKind, const Json &);

struct CheckedCall {
    ApiCall call;             ///< with the lock refreshed
    bool alreadyTrue = false; ///< the object is as the call would make it: not sent
    QString resourceVersion;  ///< of the object looked at
};

/// @param firstOfStep later calls of a step follow our own write: only the identity is compared
[[nodiscard]] Result<CheckedCall> checkCall(const ActionPlan &plan, const ApiCall &call,
                                            const QByteArray &object, bool firstOfStep,
                                            PreconditionReader reader);

/// True for calls of an emergency that may leave without reading first.
[[nodiscard]] bool leavesAtOnce(const ActionPlan &plan, int step, const ApiCall &call);

} // namespace signalbox::deployment
