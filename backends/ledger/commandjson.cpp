// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/commandjson.h"

#include "backends/ledger/decisionwords.h"
#include "backends/ledger/rulejson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace signalbox::ledger
{
namespace
{

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

using ledger::toJson;

QJsonArray toJson(const QVector<GateCondition> &conditions)
{
    QJsonArray all;
    for (const GateCondition &each : conditions) {
        all.append(QJsonObject{{QStringLiteral("id"), each.id},
                               {QStringLiteral("result"), wordOf(each.result)},
                               {QStringLiteral("voidedAt"), toJson(each.voidedAt)}});
    }
    return all;
}

/// What the rules of polls ask of a checklist, without its items.
QJsonObject toJson(const ChecklistState &list)
{
    bool hold = !list.items.isEmpty();
    bool machine = hold;
    bool fails = false;
    QDateTime voidedAt;
    for (const CheckState &item : list.items) {
        if (!item.mandatory) {
            continue;
        }
        hold = hold && item.satisfied();
        machine = machine && (item.mode != CheckMode::Machine || item.satisfied());
        fails = fails || item.result == CheckResult::Fail;
        if (item.voidedAt.isValid() && (!voidedAt.isValid() || item.voidedAt > voidedAt)) {
            voidedAt = item.voidedAt;
        }
    }
    return {{QStringLiteral("checklist"), list.checklist},
            {QStringLiteral("hold"), hold},
            {QStringLiteral("machine"), machine},
            {QStringLiteral("fails"), fails},
            {QStringLiteral("voidedAt"), toJson(voidedAt)}};
}

QJsonArray toJson(const QVector<ChecklistState> &lists)
{
    QJsonArray all;
    for (const ChecklistState &each : lists) {
        all.append(toJson(each));
    }
    return all;
}

struct Name {
    QString operator()(const OpenGate &) const { return QStringLiteral("OpenGate"); }
    QString operator()(const CastVote &) const { return QStringLiteral("CastVote"); }
    QString operator()(const RevokeVote &) const { return QStringLiteral("RevokeVote"); }
    QString operator()(const EndGate &) const { return QStringLiteral("EndGate"); }
    QString operator()(const OpenPoll &) const { return QStringLiteral("OpenPoll"); }
    QString operator()(const AnswerPoll &) const { return QStringLiteral("AnswerPoll"); }
    QString operator()(const AnnounceVerdict &) const { return QStringLiteral("AnnounceVerdict"); }
    QString operator()(const EndPoll &) const { return QStringLiteral("EndPoll"); }
    QString operator()(const AddEvidence &) const { return QStringLiteral("AddEvidence"); }
    QString operator()(const RequestWaiver &) const { return QStringLiteral("RequestWaiver"); }
    QString operator()(const GrantWaiver &) const { return QStringLiteral("GrantWaiver"); }
    QString operator()(const RequestOverride &) const { return QStringLiteral("RequestOverride"); }
    QString operator()(const GrantOverride &) const { return QStringLiteral("GrantOverride"); }
};

struct Body {
    QJsonObject operator()(const OpenGate &body) const
    {
        return {{QStringLiteral("rule"), toJson(body.rule)},
                {QStringLiteral("urgency"), wordOf(body.urgency)},
                {QStringLiteral("binding"), toJson(body.binding)},
                {QStringLiteral("author"), body.author},
                {QStringLiteral("deployer"), body.deployer},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("previousGate"), body.previousGate},
                {QStringLiteral("conditions"), toJson(body.conditions)}};
    }
    QJsonObject operator()(const CastVote &body) const
    {
        return {{QStringLiteral("gate"), body.gate},
                {QStringLiteral("seat"), body.seat},
                {QStringLiteral("choice"), wordOf(body.choice)},
                {QStringLiteral("comment"), body.comment},
                {QStringLiteral("current"), toJson(body.current)}};
    }
    QJsonObject operator()(const RevokeVote &body) const
    {
        return {{QStringLiteral("gate"), body.gate}, {QStringLiteral("seat"), body.seat}};
    }
    QJsonObject operator()(const EndGate &body) const
    {
        return {{QStringLiteral("gate"), body.gate},
                {QStringLiteral("state"), wordOf(body.state)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("current"), toJson(body.current)},
                {QStringLiteral("conditions"), toJson(body.conditions)}};
    }
    QJsonObject operator()(const OpenPoll &body) const
    {
        return {{QStringLiteral("rule"), toJson(body.rule)},
                {QStringLiteral("binding"), toJson(body.binding)},
                {QStringLiteral("author"), body.author},
                {QStringLiteral("previousPoll"), body.previousPoll},
                {QStringLiteral("lists"), toJson(body.lists)}};
    }
    QJsonObject operator()(const AnswerPoll &body) const
    {
        return {{QStringLiteral("poll"), body.poll},
                {QStringLiteral("station"), body.station},
                {QStringLiteral("answer"), wordOf(body.answer)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("holdUntil"), toJson(body.holdUntil)},
                {QStringLiteral("current"), toJson(body.current)}};
    }
    QJsonObject operator()(const AnnounceVerdict &body) const
    {
        return {{QStringLiteral("poll"), body.poll},
                {QStringLiteral("verdict"), wordOf(body.verdict)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("current"), toJson(body.current)},
                {QStringLiteral("windowCloses"), toJson(body.windowCloses)},
                {QStringLiteral("lists"), toJson(body.lists)}};
    }
    QJsonObject operator()(const EndPoll &body) const
    {
        return {{QStringLiteral("poll"), body.poll},
                {QStringLiteral("state"), wordOf(body.state)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("current"), toJson(body.current)},
                {QStringLiteral("lists"), toJson(body.lists)}};
    }
    QJsonObject operator()(const AddEvidence &body) const
    {
        const Evidence &seen = body.evidence;
        return {{QStringLiteral("checklist"), seen.checklist},
                {QStringLiteral("item"), seen.item},
                {QStringLiteral("result"), wordOf(seen.result)},
                {QStringLiteral("byPerson"), seen.byPerson},
                {QStringLiteral("code"), seen.code},
                {QStringLiteral("args"), QJsonArray::fromStringList(seen.args)},
                {QStringLiteral("comment"), seen.comment},
                {QStringLiteral("link"), seen.link},
                {QStringLiteral("binding"), toJson(seen.binding)},
                {QStringLiteral("at"), toJson(seen.at)}};
    }
    QJsonObject operator()(const RequestWaiver &body) const
    {
        return {{QStringLiteral("checklist"), body.checklist},
                {QStringLiteral("item"), body.item},
                {QStringLiteral("kind"), wordOf(body.kind)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("until"), toJson(body.until)}};
    }
    QJsonObject operator()(const GrantWaiver &body) const
    {
        return {{QStringLiteral("waiver"), body.waiver}};
    }
    QJsonObject operator()(const RequestOverride &body) const
    {
        return {{QStringLiteral("rule"), body.rule},
                {QStringLiteral("type"), wordOf(body.type)},
                {QStringLiteral("reason"), body.reason},
                {QStringLiteral("until"), toJson(body.until)}};
    }
    QJsonObject operator()(const GrantOverride &body) const
    {
        return {{QStringLiteral("override"), body.override_}};
    }
};

} // namespace

QString actionOf(const DecisionBody &body)
{
    return std::visit(Name(), body);
}

QJsonObject toJson(const DecisionBody &body)
{
    return storable(std::visit(Body(), body)).toObject();
}

QByteArray digestOf(const DecisionCommand &command, const QString &person)
{
    const QJsonObject whole{{QStringLiteral("run"), command.run.id()},
                            {QStringLiteral("person"), person},
                            {QStringLiteral("action"), actionOf(command.body)},
                            {QStringLiteral("body"), toJson(command.body)}};
    return QCryptographicHash::hash(QJsonDocument(whole).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

bool isSomebodysWord(const DecisionBody &body)
{
    return std::holds_alternative<CastVote>(body) || std::holds_alternative<AnswerPoll>(body) ||
           std::holds_alternative<AnnounceVerdict>(body) || std::holds_alternative<GrantWaiver>(body) ||
           std::holds_alternative<GrantOverride>(body);
}

} // namespace signalbox::ledger
