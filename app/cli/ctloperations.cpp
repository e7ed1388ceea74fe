// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ctloperations.h"

#include "models/domain/actionname.h"
#include "models/domain/operationnames.h"
#include "widgets/style/interruptedtext.h"
#include "widgets/style/safetext.h"

#include <QJsonArray>

namespace signalbox
{

QString interruptedLine(const RecordedOperation &operation)
{
    const OperationStatus &status = operation.status;
    const ReleaseKey &key = status.plan.request.release;
    return QStringLiteral("%1\t%2/%3/%4\t%5\t%6\t%7")
        .arg(status.id, safeText(key.cluster.value()), safeText(key.namespaceName), safeText(key.name),
             interruptedText(status), safeText(status.actor), operation.lastSign.toString(Qt::ISODate));
}

QJsonObject interruptedJson(const RecordedOperation &operation)
{
    const OperationStatus &status = operation.status;
    const ReleaseKey &key = status.plan.request.release;
    QJsonArray steps;
    for (qsizetype index = 0; index < status.steps.size(); ++index) {
        steps.append(
            QJsonObject{{QStringLiteral("step"), stepTitleName(status.plan.steps.at(index).title.code)},
                        {QStringLiteral("phase"), stepPhaseName(status.steps.at(index).phase)}});
    }
    return {{QStringLiteral("id"), status.id},
            {QStringLiteral("action"), actionName(status.plan.request.kind)},
            {QStringLiteral("cluster"), key.cluster.value()},
            {QStringLiteral("namespace"), key.namespaceName},
            {QStringLiteral("name"), key.name},
            {QStringLiteral("targetHash"), status.plan.targetHash},
            {QStringLiteral("targetVersion"), status.plan.targetVersion},
            {QStringLiteral("actor"), status.actor},
            {QStringLiteral("started"), status.started.toString(Qt::ISODateWithMs)},
            {QStringLiteral("lastSign"), operation.lastSign.toString(Qt::ISODateWithMs)},
            {QStringLiteral("currentStep"), status.currentStep},
            {QStringLiteral("steps"), steps}};
}

} // namespace signalbox
