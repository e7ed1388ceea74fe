// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QDateTime>
#include <QVector>

namespace signalbox
{

/// After a click: four states, all visible, plus the ways it can end badly.
enum class StepPhase {
    Pending,
    Sent,      ///< bytes are on their way
    Accepted,  ///< the API answered 2xx: not success
    Observed,  ///< the controller has seen it
    Effective, ///< verified: the end state of a good step
    Failed,
    Skipped,
};

enum class OperationPhase { Prepared, Running, Succeeded, Failed, StoppedByHand };

struct StepProgress {
    StepPhase phase = StepPhase::Pending;
    QDateTime started;
    QDateTime finished;
    QVector<Message> observations; ///< latest measurement of each verification
    std::optional<Error> error;
    bool overBudget = false;
    bool operator==(const StepProgress &) const = default;
};

/// A running or finished operation, as shown and as recorded.
struct OperationStatus {
    QString id; ///< UUID
    ActionPlan plan;
    OperationPhase phase = OperationPhase::Prepared;
    int currentStep = 0;
    QVector<StepProgress> steps;
    QDateTime started;
    QDateTime continued; ///< valid: it was interrupted, and a person went on with it then
    QDateTime finished;
    QString actor;  ///< who clicked last: the one who began it, or who went on with it
    QString reason; ///< as given by the person, at the start or later
    /// The ledger could not take a record. Going back proceeds all the same; going forward is refused.
    std::optional<Error> ledgerError;
    std::optional<qint64> fencingToken; ///< of the lease it holds on the release; none: no lease was needed
    bool operator==(const OperationStatus &) const = default;
};

} // namespace signalbox
