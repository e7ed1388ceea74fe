// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operationrules.h"

/// The steps of the state machine of operations that several events share. Used by operationrules alone.
namespace signalbox::operationmoves
{

[[nodiscard]] const ActionStep &planStep(const OperationState &state);
[[nodiscard]] StepProgress &progress(OperationState &state);
/// The step that only writes the outcome down.
[[nodiscard]] bool isRecord(const ActionStep &step);
/// Best effort: nothing that follows depends on it.
[[nodiscard]] bool isOptional(const ActionStep &step);
/// The way to the server is down or the server is; the call itself may be right.
[[nodiscard]] bool isLineTrouble(const Error &error);
[[nodiscard]] bool hasBegun(const OperationState &state);
/// Time since the current step began.
[[nodiscard]] std::chrono::milliseconds spent(const OperationState &state, const OperationEvent &event);
/// More than `times` budgets are used up; never without a budget.
[[nodiscard]] bool isOver(const OperationState &state, const OperationEvent &event, int times);

void begin(OperationMove &move, int index, const OperationEvent &event);
/// Ends the current step and begins the next one.
void endStep(OperationMove &move, StepPhase phase, const OperationEvent &event);
/// Ends the operation, unless the step was optional and the error leaves sense in going on.
void failStep(OperationMove &move, const Error &error, const OperationEvent &event);
void finish(OperationMove &move, OperationPhase phase, const OperationEvent &event);
void finishAndRecord(OperationMove &move, OperationPhase phase, const OperationEvent &event);

} // namespace signalbox::operationmoves
