// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisionrecord.h"

#include "backends/ledger/commandjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox::ledger
{
namespace
{

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // keys are kept sorted
}

QJsonValue millis(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

LedgerRecord base(const DecisionCommand &command, const QString &person, const QDateTime &now)
{
    LedgerRecord record;
    record.time = now;
    record.kind = RecordKind::Observation;
    record.actor = person;
    record.cluster = command.release.cluster.value();
    record.namespaceName = command.release.namespaceName;
    record.object = command.release.name;
    record.objectUid = command.run.objectUid;
    record.action = actionOf(command.body);
    return record;
}

QJsonObject parametersOf(const DecisionCommand &command)
{
    QJsonObject body = toJson(command.body);
    // The texts of a rule are in the plan, which its hash names.
    if (const QJsonObject rule = body.take(QStringLiteral("rule")).toObject(); !rule.isEmpty()) {
        body.insert(QStringLiteral("rule"), rule[QLatin1String("id")]);
    } else if (const auto *asked = std::get_if<RequestOverride>(&command.body)) {
        body.insert(QStringLiteral("rule"), asked->rule);
    }
    return {{QStringLiteral("command"), command.id},
            {QStringLiteral("run"), command.run.id()},
            {QStringLiteral("session"), command.actor.session},
            {QStringLiteral("body"), body}};
}

QString reasonOf(const QJsonObject &body)
{
    const QString reason = body[QLatin1String("reason")].toString();
    return reason.isEmpty() ? body[QLatin1String("comment")].toString() : reason;
}

} // namespace

LedgerRecord acceptedRecord(const DecisionCommand &command, const QString &person, const QDateTime &now)
{
    LedgerRecord record = base(command, person, now);
    record.result = QStringLiteral("succeeded");
    record.reason = reasonOf(toJson(command.body));
    record.parameters = canonical(parametersOf(command));
    return record;
}

LedgerRecord refusedRecord(const DecisionCommand &command, const QString &person, const QString &word,
                           const QDateTime &now)
{
    LedgerRecord record = base(command, person, now);
    record.result = QStringLiteral("refused");
    QJsonObject parameters = parametersOf(command);
    parameters.insert(QStringLiteral("refusal"), word);
    record.parameters = canonical(parameters);
    return record;
}

LedgerRecord grantRecord(const RoleGrant &grant, bool given, const QString &person, const QDateTime &now)
{
    LedgerRecord record;
    record.time = now;
    record.actor = person;
    record.action = given ? QStringLiteral("GrantRole") : QStringLiteral("RevokeRole");
    record.result = QStringLiteral("succeeded");
    record.parameters = canonical({{QStringLiteral("person"), grant.person},
                                   {QStringLiteral("role"), grant.role},
                                   {QStringLiteral("deputyFor"), grant.deputyFor},
                                   {QStringLiteral("from"), millis(grant.from)},
                                   {QStringLiteral("until"), millis(grant.until)}});
    return record;
}

bool isDenied(Refusal refusal)
{
    switch (refusal) {
    case Refusal::RoleMissing:
    case Refusal::FourEyesRequester:
    case Refusal::FourEyesAuthor:
    case Refusal::FourEyesDeployer:
    case Refusal::AutomationMayNotDecide:
    case Refusal::NotYours:
    case Refusal::DirectorIsAuthor:
    case Refusal::PersonHasSeat:
    case Refusal::PersonHasStation:
        return true;
    default:
        return false;
    }
}

} // namespace signalbox::ledger
