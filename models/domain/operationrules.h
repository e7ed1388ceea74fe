// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/domain/verification.h"

namespace signalbox
{

/// What can happen to a running operation.
enum class OperationEventKind {
    Started,
    IntentWritten, ///< error set: the ledger failed
    IntentDelayed, ///< going back does not wait longer for the ledger
    Accepted,      ///< every call of the step was answered 2xx or was true already
    Refused,       ///< error set
    Reminded,      ///< error set: the reminder was not taken
    Looked,        ///< findings: one for each verification of the step, in order
    RecordWritten, ///< error set: the ledger failed
    Stopped,
};

struct OperationEvent {
    OperationEventKind kind = OperationEventKind::Started;
    QDateTime now;                       ///< UTC
    std::chrono::milliseconds steady{0}; ///< monotonic; budgets are measured with it
    std::optional<Error> error;
    QVector<Finding> findings;
};

/// What the operation has to do next.
enum class OperationEffect {
    WriteIntent,
    SendStep,
    Remind,    ///< the step's reminder
    SendLater, ///< the same step again after a pause: the way to the server was down
    Look,
    WriteOutcome,
    Finish,
};

struct OperationState {
    OperationStatus status;
    std::chrono::milliseconds stepSince{0}; ///< monotonic start of the current step
    std::chrono::milliseconds sentAt{0};    ///< monotonic, when the calls of the step left last
    QVector<int> held;                      ///< consecutive looks at which each verification of the step held
    bool operator==(const OperationState &) const = default;
};

struct OperationMove {
    OperationState state;
    QVector<OperationEffect> effects;
};

/// Actions that reverse exposure. They go on without the ledger (invariant INV-23) and over a broken line.
[[nodiscard]] bool goesBack(ActionKind kind);

[[nodiscard]] OperationState initialState(const ActionPlan &plan, const QString &id, const QString &actor);

/// The beginning of an interrupted operation's second part: it starts at status.currentStep and leaves the
/// steps before that as they are.
[[nodiscard]] OperationState continuedState(const OperationStatus &status);

/// The whole state machine of an operation. Pure.
/// Rules: a budget that is used up is flagged and the operation goes on; at three times the budget the step
/// fails. A step whose verifications are all optional is a best effort: its failure or its used-up budget
/// does not stop what follows. A measured traffic share has to hold at two looks in a row.
[[nodiscard]] OperationMove advance(OperationState state, const OperationEvent &event);

} // namespace signalbox
