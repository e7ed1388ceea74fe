// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/release.h"

#include <QFuture>

namespace signalbox
{

/// How one kind of release is moved. Observation is the cluster watch; this is the writing side.
/// Adapters read what a plan needs fresh from the server and compute the exact calls on a worker thread.
class DeploymentBackend
{
public:
    virtual ~DeploymentBackend() = default;

    [[nodiscard]] virtual bool handles(const Release &release) const = 0;
    /// Computes the calls and consequences of an action from the object as the server has it now.
    /// Refuses with Changed if the uid is another one, with Refused if the action makes no sense now.
    /// @param snapshot what was on screen when the person asked
    [[nodiscard]] virtual QFuture<Result<ActionPlan>> plan(ActionRequest request, Release snapshot) = 0;
    /// Sends every call of the plan with dryRun=All. Answers the Warning headers.
    [[nodiscard]] virtual QFuture<Result<QStringList>> dryRun(ActionPlan plan) = 0;
    /// Sends the calls of one step, in order, each once. A call that is already true on the server is not
    /// sent. Answers the resource version after the last call.
    [[nodiscard]] virtual QFuture<Result<QString>> execute(ActionPlan plan, int step) = 0;
};

} // namespace signalbox
