// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/operationrecord.h"

#include "models/domain/actionname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox
{

namespace
{

QString stepName(StepPhase phase)
{
    switch (phase) {
    case StepPhase::Pending:
        return QStringLiteral("pending");
    case StepPhase::Sent:
        return QStringLiteral("sent");
    case StepPhase::Accepted:
        return QStringLiteral("accepted");
    case StepPhase::Observed:
        return QStringLiteral("observed");
    case StepPhase::Effective:
        return QStringLiteral("effective");
    case StepPhase::Failed:
        return QStringLiteral("failed");
    case StepPhase::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

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

QJsonObject intentParameters(const OperationStatus &status)
{
    const ActionPlan &plan = status.plan;
    QJsonArray calls;
    for (const ActionStep &step : plan.steps) {
        for (const ApiCall &call : step.calls) {
            calls.append(QString::fromLatin1(call.method) + QLatin1Char(' ') + call.path);
        }
    }
    QJsonObject object{{QStringLiteral("calls"), calls},
                       {QStringLiteral("resourceVersion"), plan.resourceVersion}};
    const QVector<QPair<QString, QString>> optional{
        {QStringLiteral("targetHash"), plan.targetHash},
        {QStringLiteral("targetVersion"), plan.targetVersion},
        {QStringLiteral("container"), plan.request.container},
        {QStringLiteral("image"), plan.request.image},
        {QStringLiteral("analysisRun"), plan.request.analysisRun}};
    for (const auto &[key, value] : optional) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    }
    if (status.fencingToken) {
        object.insert(QStringLiteral("fencingToken"), *status.fencingToken);
    }
    return object;
}

} // namespace

LedgerRecord intentRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Intent, now);
    record.parameters = canonical(intentParameters(status));
    return record;
}

LedgerRecord outcomeRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Outcome, now);
    record.result = resultName(status.phase);
    QJsonArray steps;
    for (const StepProgress &step : status.steps) {
        QJsonObject entry{{QStringLiteral("phase"), stepName(step.phase)},
                          {QStringLiteral("overBudget"), step.overBudget}};
        if (step.started.isValid() && step.finished.isValid()) {
            entry.insert(QStringLiteral("ms"), step.started.msecsTo(step.finished));
        }
        if (step.error) {
            entry.insert(QStringLiteral("error"),
                         step.error->reason.isEmpty() ? step.error->detail : step.error->reason);
            entry.insert(QStringLiteral("httpStatus"), step.error->httpStatus);
        }
        steps.append(entry);
    }
    record.parameters = canonical({{QStringLiteral("steps"), steps}});
    return record;
}

LedgerRecord reasonRecord(const OperationStatus &status, const QDateTime &now)
{
    LedgerRecord record = base(status, RecordKind::Observation, now);
    record.parameters = canonical({{QStringLiteral("reasonFollows"), true}});
    return record;
}

} // namespace signalbox
