// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "backends/deployment/callcheck.h"

#include <QFuture>

/// Sends the calls of plans. GUI thread; parsing happens on Qt's worker pool. See callcheck.h for the rule
/// against lost updates.
namespace signalbox::deployment
{

/// One step, in order, each call once. Answers the resource version after the last call.
/// A lost answer is followed by a read: what is already true is not sent again, and what is provably not
/// there yet is sent once more (every call is idempotent or guarded). If the read fails too: OutcomeUnknown.
[[nodiscard]] QFuture<Result<QString>> executeStep(ClusterApi &api, ActionPlan plan, int step,
                                                   PreconditionReader reader);

/// Every call of the plan with dryRun=All, all at once. Answers the Warning headers.
[[nodiscard]] QFuture<Result<QStringList>> dryRunPlan(ClusterApi &api, ActionPlan plan,
                                                      PreconditionReader reader);

} // namespace signalbox::deployment
