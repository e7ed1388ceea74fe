// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/operationmoves.h"

#include <algorithm>

namespace signalbox::operationmoves
{

namespace
{

/// Nothing that follows makes sense after these, whatever the step was worth.
bool isFinal(const Error &error)
{
    return error.code == ErrorCode::Changed || error.code == ErrorCode::Refused ||
           error.code == ErrorCode::Stale || error.code == ErrorCode::Cancelled ||
           error.code == ErrorCode::NotFound;
}

} // namespace

const ActionStep &planStep(const OperationState &state)
{
    return state.status.plan.steps.at(state.status.currentStep);
}

StepProgress &progress(OperationState &state)
{
    return state.status.steps[state.status.currentStep];
}

bool isRecord(const ActionStep &step)
{
    return step.title.code == MessageCode::StepRecord;
}

/// Best effort: nothing that follows depends on it.
bool isOptional(const ActionStep &step)
{
    return !step.verifications.isEmpty() &&
           std::none_of(step.verifications.cbegin(), step.verifications.cend(),
                        [](const Verification &verification) { return verification.mandatory; });
}

bool isLineTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::HostNotFound:
    case ErrorCode::ProxyFailed:
    case ErrorCode::TlsHandshake:
    case ErrorCode::RateLimited:
    case ErrorCode::Server:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds spent(const OperationState &state, const OperationEvent &event)
{
    return event.steady - state.stepSince;
}

bool isOver(const OperationState &state, const OperationEvent &event, int times)
{
    const auto budget = planStep(state).budget;
    return budget.count() > 0 && spent(state, event) > budget * times;
}

void finish(OperationMove &move, OperationPhase phase, const OperationEvent &event)
{
    OperationStatus &status = move.state.status;
    status.phase = phase;
    status.finished = event.now;
    for (StepProgress &step : status.steps) {
        if (step.phase == StepPhase::Pending) {
            step.phase = StepPhase::Skipped;
        }
    }
}

void finishAndRecord(OperationMove &move, OperationPhase phase, const OperationEvent &event)
{
    finish(move, phase, event);
    move.effects << OperationEffect::WriteOutcome << OperationEffect::Finish;
}

void endStep(OperationMove &move, StepPhase phase, const OperationEvent &event)
{
    StepProgress &step = progress(move.state);
    step.phase = phase;
    step.finished = event.now;
    begin(move, move.state.status.currentStep + 1, event);
}

void failStep(OperationMove &move, const Error &error, const OperationEvent &event)
{
    progress(move.state).error = error;
    if (isOptional(planStep(move.state)) && !isFinal(error)) {
        endStep(move, StepPhase::Failed, event);
        return;
    }
    progress(move.state).phase = StepPhase::Failed;
    progress(move.state).finished = event.now;
    finishAndRecord(move, OperationPhase::Failed, event);
}

void begin(OperationMove &move, int index, const OperationEvent &event)
{
    OperationStatus &status = move.state.status;
    if (index >= status.steps.size()) {
        finishAndRecord(move, OperationPhase::Succeeded, event);
        return;
    }
    status.currentStep = index;
    move.state.stepSince = event.steady;
    move.state.sentAt = event.steady;
    const ActionStep &step = planStep(move.state);
    move.state.held = QVector<int>(step.verifications.size(), 0);
    progress(move.state).started = event.now;
    if (isRecord(step)) {
        progress(move.state).phase = StepPhase::Sent;
        move.effects << OperationEffect::WriteOutcome << OperationEffect::Look;
    } else if (!step.calls.isEmpty()) {
        progress(move.state).phase = StepPhase::Sent;
        move.effects << OperationEffect::SendStep;
    } else if (step.verifications.isEmpty()) {
        endStep(move, StepPhase::Effective, event);
    } else {
        progress(move.state).phase = StepPhase::Observed;
        move.effects << OperationEffect::Look;
    }
}

bool hasBegun(const OperationState &state)
{
    const OperationStatus &status = state.status;
    return status.currentStep < status.steps.size() &&
           status.steps.at(status.currentStep).phase != StepPhase::Pending;
}

} // namespace signalbox::operationmoves
