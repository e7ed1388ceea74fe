// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/deniedrecord.h"

#include "models/domain/actionname.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox
{

bool isDenial(const Error &error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unauthorised;
}

std::optional<Error> denialIn(const OperationStatus &status)
{
    for (const StepProgress &step : status.steps) {
        if (step.error && isDenial(*step.error)) {
            return step.error;
        }
    }
    return std::nullopt;
}

LedgerRecord deniedRecord(const ActionRequest &request, const Error &error, const QString &actor,
                          const QString &operation, const QDateTime &now)
{
    LedgerRecord record;
    record.time = now;
    record.kind = RecordKind::Observation;
    record.operationId = operation;
    record.actor = actor;
    record.cluster = request.release.cluster.value();
    record.namespaceName = request.release.namespaceName;
    record.object = request.release.name;
    record.objectUid = request.uid;
    record.action = actionName(request.kind);
    record.result = QStringLiteral("denied");
    record.reason = request.reason;
    const QJsonObject parameters{
        {QStringLiteral("code"),
         error.code == ErrorCode::Forbidden ? QStringLiteral("forbidden") : QStringLiteral("unauthorised")},
        {QStringLiteral("httpStatus"), error.httpStatus},
        {QStringLiteral("serverReason"), error.reason},
        {QStringLiteral("during"),
         operation.isEmpty() ? QStringLiteral("preparation") : QStringLiteral("operation")}};
    record.parameters = QJsonDocument(parameters).toJson(QJsonDocument::Compact); // keys are kept sorted
    return record;
}

} // namespace signalbox
