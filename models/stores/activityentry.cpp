// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/activityentry.h"

#include "models/domain/actionname.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox
{

namespace
{

QString phaseName(OperationPhase phase)
{
    switch (phase) {
    case OperationPhase::Prepared:
        return QStringLiteral("prepared");
    case OperationPhase::Running:
        return QStringLiteral("running");
    case OperationPhase::Succeeded:
        return QStringLiteral("succeeded");
    case OperationPhase::Failed:
        return QStringLiteral("failed");
    case OperationPhase::StoppedByHand:
        return QStringLiteral("stopped");
    }
    return {};
}

ActivityTone toneOf(const QString &result)
{
    if (result == QStringLiteral("succeeded")) {
        return ActivityTone::Good;
    }
    if (result == QStringLiteral("failed")) {
        return ActivityTone::Bad;
    }
    const bool isWarning = result == QStringLiteral("stopped") || result == QStringLiteral("refused") ||
                           result == QStringLiteral("denied");
    return isWarning ? ActivityTone::Warning : ActivityTone::Neutral;
}

/// Text under the first of these names that is there.
QString firstOf(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = object[QLatin1String(name)].toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

/// Decisions keep what was sent under "body", grants of roles beside it.
void takeDecision(const LedgerRecord &record, ActivityEntry &entry)
{
    const QJsonObject parameters = QJsonDocument::fromJson(record.parameters).object();
    const QJsonObject body = parameters[QLatin1String("body")].toObject();
    entry.subject =
        firstOf(body.isEmpty() ? parameters : body, {"seat", "station", "item", "rule", "role", "person"});
    entry.word = firstOf(body, {"choice", "answer", "verdict", "state", "result", "kind"});
    if (entry.word == QLatin1String("reject") || entry.word == QLatin1String("no-go") ||
        entry.word == QLatin1String("fail") || entry.word == QLatin1String("invalidated")) {
        entry.tone = ActivityTone::Warning;
    }
}

} // namespace

ActivityEntry activityOf(const QString &cluster, const EventRow &event)
{
    ActivityEntry entry;
    entry.id = QStringLiteral("event/%1/%2#%3").arg(cluster, event.meta.uid).arg(event.count);
    entry.kind = ActivityKind::Event;
    entry.tone = event.type == QStringLiteral("Warning") ? ActivityTone::Warning : ActivityTone::Neutral;
    entry.time = event.last.isValid() ? event.last : event.meta.created;
    entry.cluster = cluster;
    entry.namespaceName = event.involvedNamespace;
    entry.objectKind = event.involvedKind;
    entry.object = event.involvedName;
    entry.reason = event.reason;
    entry.text = event.message;
    entry.actor = event.source;
    entry.count = event.count;
    return entry;
}

ActivityEntry activityOf(const LedgerRecord &record)
{
    ActivityEntry entry;
    entry.id = QStringLiteral("record/%1").arg(record.sequence);
    entry.kind = ActivityKind::Record;
    entry.tone = toneOf(record.result);
    entry.time = record.time;
    entry.cluster = record.cluster;
    entry.namespaceName = record.namespaceName;
    entry.object = record.object;
    entry.reason = record.action;
    entry.text = record.reason;
    entry.actor = record.actor;
    entry.result = record.result;
    entry.recordKind = record.kind;
    if (!actionFromName(record.action)) {
        takeDecision(record, entry);
    }
    return entry;
}

ActivityEntry activityOf(const OperationStatus &status)
{
    const auto &key = status.plan.request.release;
    ActivityEntry entry;
    entry.id = QStringLiteral("operation/") + status.id;
    entry.kind = ActivityKind::Operation;
    entry.result = phaseName(status.phase);
    entry.tone = toneOf(entry.result);
    entry.time = status.finished.isValid() ? status.finished : status.started;
    entry.cluster = key.cluster.value();
    entry.namespaceName = key.namespaceName;
    entry.object = key.name;
    entry.reason = actionName(status.plan.request.kind);
    entry.text = status.plan.request.reason;
    entry.actor = status.actor;
    return entry;
}

} // namespace signalbox
