// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/operationrecord.h"

#include "models/domain/actionname.h"
#include "models/domain/operationnames.h"
#include "models/operations/recordedplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace signalbox
{

namespace
{

QString resultName(OperationPhase phase)
{
    switch (phase) {
    case OperationPhase::Failed:
        return QStringLiteral("failed");
    case OperationPhase::StoppedByHand:
        return QStringLiteral("stopped");
    case OperationPhase::Prepared:
    case OperationPhase::Running:
    case OperationPhase::Succeeded:
        break;
    }
    return QStringLiteral("succeeded");
}

LedgerRecord base(const OperationStatus &status, RecordKind kind, const QDateTime &now)
{
    const ActionRequest &request = status.plan.request;
    LedgerRecord record;
    record.time = now;
    record.kind = kind;
    record.operationId = status.id;
    record.actor = status.actor;
    record.cluster = request.release.cluster.value();
    record.namespaceName = request.release.namespaceName;
    record.object = request.release.name;
    record.objectUid = request.uid;
    record.action = actionName(request.kind);
    record.reason = status.reason;
    return record;
}

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // keys are kept sorted
}

QJsonObject stepProgress(const StepProgress &step)
{
    QJsonObject entry{{QStringLiteral("phase"), stepPhaseName(step.phase)},
                      {QStringLiteral("overBudget"), step.overBudget}};
    if (step.started.isValid() && step.finished.isValid()) {
        entry.insert(QStringLiteral("ms"), step.started.msecsTo(step.finished));
    }
    if (step.error) {
        entry.insert(QStringLiteral("error"),
                     step.error->reason.isEmpty() ? step.error->detail : step.error->reason);
        entry.insert(QStringLiteral("httpStatus"), step.error->httpStatus);
    }
    return entry;
}

QJsonObject begunWith(const OperationStatus &status, const QString &desk)
{
    QJsonObject parameters = recordedPlan(status.plan);
    parameters.insert(QStringLiteral("desk"), desk);
    if (status.fencingToken) {
        parameters.insert(QStringLiteral("fencingToken"), *status.fencingToken);
    }
    return parameters;
}

QJsonObject outcomeParameters(const OperationStatus &status)
{
    QJsonArray steps;
    for (const StepProgress &step : status.steps) {
        steps.append(stepProgress(step));
    }
    return {{QStringLiteral("steps"), steps}};
}

QJsonObject parametersOf(const LedgerRecord &record)
{
    return QJsonDocument::fromJson(record.parameters).object();
}

RecordedOperation begunBy(const LedgerRecord &intent)
{
    RecordedOperation operation;
    ActionRequest request;
    request.release = {ClusterId(intent.cluster), intent.namespaceName, intent.object, ReleaseKind::Rollout};
    request.uid = intent.objectUid;
    request.reason = intent.reason;
    const auto kind = actionFromName(intent.action);
    const QJsonObject parameters = parametersOf(intent);
    request.kind = kind.value_or(ActionKind::RollBack);
    OperationStatus &status = operation.status;
    const auto plan = kind ? planFromRecord(parameters, request) : std::nullopt;
    if (plan) {
        status.plan = *plan;
        status.steps = QVector<StepProgress>(plan->steps.size());
    } else {
        status.plan.request = request;
    }
    status.id = intent.operationId;
    status.actor = intent.actor;
    status.reason = intent.reason;
    status.started = intent.time;
    operation.desk = parameters.value(QLatin1String("desk")).toString();
    operation.lastSign = intent.time;
    return operation;
}

/// @param from a later record of the operation
void takeIn(RecordedOperation &operation, const LedgerRecord &from)
{
    OperationStatus &status = operation.status;
    const QJsonObject parameters = parametersOf(from);
    operation.lastSign = from.time;
    if (!from.reason.isEmpty()) {
        status.reason = from.reason;
    }
    const int step = parameters.value(QLatin1String("step")).toInt(-1);
    if (from.kind == RecordKind::Step && step >= 0 && step < status.steps.size()) {
        const auto phase = stepPhaseFromName(parameters.value(QLatin1String("phase")).toString());
        StepProgress &progress = status.steps[step];
        progress.phase = phase.value_or(StepPhase::Pending);
        progress.finished = from.time;
        progress.started = from.time.addMSecs(-parameters.value(QLatin1String("ms")).toInteger());
        progress.overBudget = parameters.value(QLatin1String("overBudget")).toBool();
        status.currentStep = qMin(step + 1, static_cast<int>(status.steps.size()) - 1);
    } else if (parameters.contains(QLatin1String("continued"))) {
        operation.desk = parameters.value(QLatin1String("desk")).toString();
        status.actor = from.actor;
        // The steps are other ones since then: computed from what the cluster looked like.
        if (const auto plan = planFromRecord(parameters, status.plan.request)) {
            status.plan = *plan;
            status.steps = QVector<StepProgress>(plan->steps.size());
            status.currentStep = qBound(0, step, static_cast<int>(plan->steps.size()) - 1);
            for (int done = 0; done < status.currentStep; ++done) {
                status.steps[done].phase = StepPhase::Effective;
            }
        }
    }
}

} // namespace

LedgerRecord intentRecord(const OperationStatus &status, const QString &desk, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Intent, now);
    QJsonObject parameters = begunWith(status, desk);
    record.parameters = canonical(parameters);
    return record;
}

LedgerRecord continuationRecord(const OperationStatus &status, const QString &desk, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Observation, now);
    QJsonObject parameters = begunWith(status, desk);
    parameters.insert(QStringLiteral("continued"), true);
    parameters.insert(QStringLiteral("step"), status.currentStep);
    record.parameters = canonical(parameters);
    return record;
}

LedgerRecord stepRecord(const OperationStatus &status, int step, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Step, now);
    QJsonObject parameters = stepProgress(status.steps.at(step));
    parameters.insert(QStringLiteral("step"), step);
    record.parameters = canonical(parameters);
    return record;
}

LedgerRecord outcomeRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Outcome, now);
    record.result = resultName(status.phase);
    record.parameters = canonical(outcomeParameters(status));
    return record;
}

LedgerRecord givenUpRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Outcome, now);
    record.result = resultName(OperationPhase::StoppedByHand);
    QJsonObject parameters = outcomeParameters(status);
    parameters.insert(QStringLiteral("givenUp"), true);
    record.parameters = canonical(parameters);
    return record;
}

LedgerRecord reasonRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Observation, now);
    record.parameters = canonical({{QStringLiteral("reasonFollows"), true}});
    return record;
}

QVector<RecordedOperation> readOperations(const QVector<LedgerRecord> &records)
{
    QVector<RecordedOperation> operations;
    for (const LedgerRecord &record : records) {
        const auto known =
            std::find_if(operations.begin(), operations.end(), [&record](const RecordedOperation &each) {
                return each.status.id == record.operationId;
            });
        if (record.kind == RecordKind::Intent && known == operations.end()) {
            operations.append(begunBy(record));
        } else if (known != operations.end()) {
            takeIn(*known, record);
        }
    }
    return operations;
}

} // namespace signalbox
