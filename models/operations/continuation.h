// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/domain/release.h"

/// How an interrupted operation goes on: the desired state is compared with the actual one, and only what is
/// missing is sent. Pure.
namespace signalbox
{

/// Why it cannot go on at all: the object is another one, or another version is on its way by now.
[[nodiscard]] std::optional<Error> whyNotContinue(const OperationStatus &recorded, const Release &now);

/// Whether a forward move has had its effect already, by the object alone. Asked before a plan is made anew:
/// a promotion that arrived must not be planned a second time. Moves back are planned from what there is.
[[nodiscard]] bool hadItsEffect(const OperationStatus &recorded, const Release &now);

/// A refusal that says that there is nothing left to send for this action.
[[nodiscard]] bool meansAlreadyDone(ActionKind kind, const Error &refusal);

/// The operation with what is left of it. Steps that sent something and were effective stay as they were;
/// measuring is done again.
/// @param fresh the same action planned from what the cluster looks like now; none: nothing is left to send,
///   and what is left is to verify
[[nodiscard]] OperationStatus continuedStatus(const OperationStatus &recorded,
                                              const std::optional<ActionPlan> &fresh);

} // namespace signalbox
