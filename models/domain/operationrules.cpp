// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/operationrules.h"

#include "models/domain/operationmoves.h"

namespace signalbox
{

using namespace operationmoves;

namespace
{

constexpr int LastCall = 3; ///< times the budget
constexpr int SharesInARow = 2;

using Move = OperationMove;

/// The step the operation would begin with did not happen.
void refuseFirst(Move &move, const std::optional<Error> &error)
{
    OperationStatus &status = move.state.status;
    if (status.currentStep < status.steps.size()) {
        status.steps[status.currentStep].phase = StepPhase::Failed;
        status.steps[status.currentStep].error = error;
    }
}

void onIntent(Move &move, const OperationEvent &event)
{
    OperationStatus &status = move.state.status;
    if (event.error) {
        status.ledgerError = event.error;
    }
    if (hasBegun(move.state)) {
        return; // went ahead already: the ledger's answer came late
    }
    if (event.error && !goesBack(status.plan.request.kind)) {
        refuseFirst(move, event.error);
        finish(move, OperationPhase::Failed, event);
        move.effects << OperationEffect::Finish;
        return;
    }
    begin(move, status.currentStep, event);
}

void onAccepted(Move &move, const OperationEvent &event)
{
    StepProgress &step = progress(move.state);
    if (step.phase != StepPhase::Sent) {
        return;
    }
    step.error.reset();
    if (planStep(move.state).verifications.isEmpty()) {
        endStep(move, StepPhase::Effective, event);
        return;
    }
    step.phase = StepPhase::Accepted;
    move.effects << OperationEffect::Look;
}

void onRefused(Move &move, const OperationEvent &event)
{
    const Error error = event.error.value_or(Error{});
    if (!hasBegun(move.state)) { // refused before anything was sent
        refuseFirst(move, error);
        finishAndRecord(move, OperationPhase::Failed, event);
        return;
    }
    StepProgress &step = progress(move.state);
    step.overBudget = step.overBudget || isOver(move.state, event, 1);
    const bool patient = isLineTrouble(error) && !isOver(move.state, event, LastCall);
    if (patient && goesBack(move.state.status.plan.request.kind)) {
        step.error = error; // every call is guarded or idempotent: again until the budget says otherwise
        move.effects << OperationEffect::SendLater;
    } else if (patient && error.code == ErrorCode::OutcomeUnknown) {
        step.error = error; // never sent twice: the watch tells whether it arrived
        move.effects << OperationEffect::Look;
    } else {
        failStep(move, error, event);
    }
}

void noteFindings(Move &move, const OperationEvent &event)
{
    StepProgress &step = progress(move.state);
    step.observations.clear();
    for (int i = 0; i < event.findings.size() && i < move.state.held.size(); ++i) {
        const Finding &finding = event.findings.at(i);
        step.observations += finding.observations;
        move.state.held[i] = finding.holds ? move.state.held.at(i) + 1 : 0;
        if (finding.seen && step.phase == StepPhase::Accepted) {
            step.phase = StepPhase::Observed;
        }
    }
    step.overBudget = isOver(move.state, event, 1);
    if (step.overBudget) {
        const auto over = spent(move.state, event) - planStep(move.state).budget;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(over).count();
        step.observations.append({MessageCode::BudgetExceeded, {QString::number(seconds)}});
    }
}

bool isEffective(const Move &move, const OperationEvent &event)
{
    const auto &wanted = planStep(move.state).verifications;
    if (event.findings.size() != wanted.size()) {
        return false;
    }
    const bool over = move.state.status.steps.at(move.state.status.currentStep).overBudget;
    for (int i = 0; i < wanted.size(); ++i) {
        const int needed = wanted.at(i).kind == VerifyKind::TrafficShare ? SharesInARow : 1;
        const bool holds = move.state.held.at(i) >= needed;
        const bool excused = !wanted.at(i).mandatory && (event.findings.at(i).unavailable || over);
        if (!holds && !excused) {
            return false;
        }
    }
    return true;
}

Error budgetError(const OperationState &state)
{
    return {ErrorCode::Timeout,
            ErrorLayer::Rule,
            0,
            QStringLiteral("BudgetExceeded"),
            QStringLiteral("not effective after %1 times the budget of %2 s")
                .arg(LastCall)
                .arg(planStep(state).budget.count()),
            {},
            {}};
}

void endRecord(Move &move, const std::optional<Error> &error, const OperationEvent &event)
{
    StepProgress &step = progress(move.state);
    step.phase = error ? StepPhase::Failed : StepPhase::Effective;
    step.error = error;
    step.finished = event.now;
    if (error) {
        move.state.status.ledgerError = error;
    }
    finish(move, OperationPhase::Succeeded, event);
    move.effects << OperationEffect::Finish;
}

/// Not while the answer to the step's own calls is outstanding: then that decides what happens next.
bool shouldRemind(const OperationState &state, const OperationEvent &event)
{
    const StepPhase phase = state.status.steps.at(state.status.currentStep).phase;
    const ActionStep &step = planStep(state);
    return !step.reminder.isEmpty() && event.steady - state.sentAt >= step.remindAfter &&
           (phase == StepPhase::Accepted || phase == StepPhase::Observed);
}

void onLooked(Move &move, const OperationEvent &event)
{
    if (isRecord(planStep(move.state))) {
        if (isOver(move.state, event, 1)) {
            endRecord(move,
                      Error{ErrorCode::Storage,
                            ErrorLayer::Storage,
                            0,
                            {},
                            QStringLiteral("the ledger is silent"),
                            {},
                            {}},
                      event);
        }
        return;
    }
    noteFindings(move, event);
    if (isEffective(move, event)) {
        progress(move.state).error.reset();
        endStep(move, StepPhase::Effective, event);
    } else if (isOver(move.state, event, LastCall)) {
        failStep(move, progress(move.state).error.value_or(budgetError(move.state)), event);
    } else if (shouldRemind(move.state, event)) {
        move.state.sentAt = event.steady;
        move.effects << OperationEffect::Remind;
    }
}

void onRecord(Move &move, const OperationEvent &event)
{
    OperationStatus &status = move.state.status;
    const bool running = status.phase == OperationPhase::Running;
    if (running && isRecord(planStep(move.state)) && progress(move.state).phase == StepPhase::Sent) {
        endRecord(move, event.error, event);
    } else if (event.error) {
        status.ledgerError = event.error;
    }
}

} // namespace

bool goesBack(ActionKind kind)
{
    return kind == ActionKind::RollBack || kind == ActionKind::Abort;
}

OperationState initialState(const ActionPlan &plan, const QString &id, const QString &actor)
{
    OperationState state;
    state.status.id = id;
    state.status.plan = plan;
    state.status.actor = actor;
    state.status.reason = plan.request.reason;
    state.status.steps = QVector<StepProgress>(plan.steps.size());
    return state;
}

OperationState continuedState(const OperationStatus &status)
{
    OperationState state;
    state.status = status;
    state.status.phase = OperationPhase::Prepared;
    state.status.finished = {};
    return state;
}

OperationMove advance(OperationState state, const OperationEvent &event)
{
    Move move{std::move(state), {}};
    OperationStatus &status = move.state.status;
    if (event.kind == OperationEventKind::Started && status.phase == OperationPhase::Prepared) {
        status.phase = OperationPhase::Running;
        (status.started.isValid() ? status.continued : status.started) = event.now;
        move.effects << OperationEffect::WriteIntent;
        return move;
    }
    if (event.kind == OperationEventKind::RecordWritten) {
        onRecord(move, event);
        return move;
    }
    if (status.phase != OperationPhase::Running) {
        if (event.kind == OperationEventKind::IntentWritten && event.error) {
            status.ledgerError = event.error;
        }
        return move;
    }
    switch (event.kind) {
    case OperationEventKind::IntentWritten:
        onIntent(move, event);
        break;
    case OperationEventKind::IntentDelayed:
        if (!hasBegun(move.state) && goesBack(status.plan.request.kind)) {
            begin(move, status.currentStep, event);
        }
        break;
    case OperationEventKind::Accepted:
        onAccepted(move, event);
        break;
    case OperationEventKind::Refused:
        onRefused(move, event);
        break;
    case OperationEventKind::Reminded: // decides nothing: there may be another one, and looks go on
        progress(move.state).error = event.error;
        break;
    case OperationEventKind::Looked:
        if (hasBegun(move.state)) {
            onLooked(move, event);
        }
        break;
    case OperationEventKind::Stopped:
        finishAndRecord(move, OperationPhase::StoppedByHand, event);
        break;
    case OperationEventKind::Started:
    case OperationEventKind::RecordWritten:
        break;
    }
    return move;
}

} // namespace signalbox
