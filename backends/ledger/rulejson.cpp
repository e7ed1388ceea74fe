// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/rulejson.h"

#include "backends/ledger/decisionwords.h"
#include "backends/ledger/recordrow.h"

#include <QJsonArray>

namespace signalbox::ledger
{
namespace
{

QJsonObject toJson(const LocalText &text)
{
    return {{QStringLiteral("en"), text.en},
            {QStringLiteral("zhTw"), text.zhTw},
            {QStringLiteral("zhCn"), text.zhCn}};
}

LocalText textOf(const QJsonValue &json)
{
    return {json[QLatin1String("en")].toString(), json[QLatin1String("zhTw")].toString(),
            json[QLatin1String("zhCn")].toString()};
}

QStringList wordsOf(const QJsonValue &json)
{
    QStringList words;
    for (const auto &each : json.toArray()) {
        words.push_back(each.toString());
    }
    return words;
}

std::chrono::seconds secondsOf(const QJsonValue &json)
{
    return std::chrono::seconds(json.toInteger());
}

QJsonValue toJson(std::chrono::seconds time)
{
    return QJsonValue(static_cast<qint64>(time.count()));
}

QJsonObject toJson(const GateSeat &seat)
{
    return {{QStringLiteral("id"), seat.id},
            {QStringLiteral("role"), seat.role},
            {QStringLiteral("title"), toJson(seat.title)},
            {QStringLiteral("requirements"), QJsonArray::fromStringList(seat.requirements)}};
}

QJsonObject toJson(const Station &station)
{
    return {{QStringLiteral("id"), station.id},
            {QStringLiteral("role"), station.role},
            {QStringLiteral("title"), toJson(station.title)},
            {QStringLiteral("mandatory"), station.mandatory},
            {QStringLiteral("requirements"), QJsonArray::fromStringList(station.requirements)}};
}

Station stationOf(const QJsonValue &json)
{
    return {json[QLatin1String("id")].toString(), json[QLatin1String("role")].toString(),
            textOf(json[QLatin1String("title")]), json[QLatin1String("mandatory")].toBool(true),
            wordsOf(json[QLatin1String("requirements")])};
}

} // namespace

QJsonValue storable(const QJsonValue &value)
{
    if (value.isString()) {
        return filled(value.toString());
    }
    if (value.isArray()) {
        QJsonArray kept;
        for (const auto &each : value.toArray()) {
            kept.append(storable(each));
        }
        return kept;
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject kept;
        for (auto each = object.begin(); each != object.end(); ++each) {
            kept.insert(each.key(), storable(each.value()));
        }
        return kept;
    }
    return value;
}

QJsonObject toJson(const GateRule &rule)
{
    QJsonArray seats;
    for (const GateSeat &seat : rule.seats) {
        seats.append(toJson(seat));
    }
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), toJson(rule.title)},
            {QStringLiteral("requirements"), QJsonArray::fromStringList(rule.requirements)},
            {QStringLiteral("kind"), wordOf(rule.kind)},
            {QStringLiteral("before"), rule.before},
            {QStringLiteral("seats"), seats},
            {QStringLiteral("quorum"), rule.quorum},
            {QStringLiteral("mustInclude"), QJsonArray::fromStringList(rule.mustInclude)},
            {QStringLiteral("conditions"), QJsonArray::fromStringList(rule.conditions)},
            {QStringLiteral("timeout"), toJson(rule.timeout)},
            {QStringLiteral("onExpiry"), wordOf(rule.onExpiry)},
            {QStringLiteral("validity"), toJson(rule.validity)},
            {QStringLiteral("startDelay"), toJson(rule.startDelay)},
            {QStringLiteral("interval"), toJson(rule.interval)},
            {QStringLiteral("steady"), toJson(rule.steady)},
            {QStringLiteral("signaturesDue"), toJson(rule.signaturesDue)}};
}

GateRule gateRuleOf(const QJsonObject &json)
{
    GateRule rule;
    rule.id = json[QLatin1String("id")].toString();
    rule.title = textOf(json[QLatin1String("title")]);
    rule.requirements = wordsOf(json[QLatin1String("requirements")]);
    rule.kind = valueOf<GateKind>(json[QLatin1String("kind")].toString());
    rule.before = json[QLatin1String("before")].toString();
    for (const auto &each : json[QLatin1String("seats")].toArray()) {
        const QJsonValue seat = each;
        rule.seats.push_back({seat[QLatin1String("id")].toString(), seat[QLatin1String("role")].toString(),
                              textOf(seat[QLatin1String("title")]),
                              wordsOf(seat[QLatin1String("requirements")])});
    }
    rule.quorum = json[QLatin1String("quorum")].toInt();
    rule.mustInclude = wordsOf(json[QLatin1String("mustInclude")]);
    rule.conditions = wordsOf(json[QLatin1String("conditions")]);
    rule.timeout = secondsOf(json[QLatin1String("timeout")]);
    rule.onExpiry = valueOf<GateExpiry>(json[QLatin1String("onExpiry")].toString());
    rule.validity = secondsOf(json[QLatin1String("validity")]);
    rule.startDelay = secondsOf(json[QLatin1String("startDelay")]);
    rule.interval = secondsOf(json[QLatin1String("interval")]);
    rule.steady = secondsOf(json[QLatin1String("steady")]);
    rule.signaturesDue = secondsOf(json[QLatin1String("signaturesDue")]);
    return rule;
}

QJsonObject toJson(const PollRule &rule)
{
    QJsonArray stations;
    for (const Station &station : rule.stations) {
        stations.append(toJson(station));
    }
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), toJson(rule.title)},
            {QStringLiteral("rule"), toJson(rule.rule)},
            {QStringLiteral("requirements"), QJsonArray::fromStringList(rule.requirements)},
            {QStringLiteral("stations"), stations},
            {QStringLiteral("director"), toJson(rule.director)},
            {QStringLiteral("checklists"), QJsonArray::fromStringList(rule.checklists)},
            {QStringLiteral("answerTime"), toJson(rule.answerTime)},
            {QStringLiteral("validity"), toJson(rule.validity)}};
}

PollRule pollRuleOf(const QJsonObject &json)
{
    PollRule rule;
    rule.id = json[QLatin1String("id")].toString();
    rule.title = textOf(json[QLatin1String("title")]);
    rule.rule = textOf(json[QLatin1String("rule")]);
    rule.requirements = wordsOf(json[QLatin1String("requirements")]);
    for (const auto &each : json[QLatin1String("stations")].toArray()) {
        rule.stations.push_back(stationOf(each));
    }
    rule.director = stationOf(json[QLatin1String("director")]);
    rule.checklists = wordsOf(json[QLatin1String("checklists")]);
    rule.answerTime = secondsOf(json[QLatin1String("answerTime")]);
    rule.validity = secondsOf(json[QLatin1String("validity")]);
    return rule;
}

QJsonObject toJson(const Binding &binding)
{
    return {{QStringLiteral("planId"), binding.planId},
            {QStringLiteral("planHash"), QString::fromLatin1(binding.planHash.toHex())},
            {QStringLiteral("artefactHash"), QString::fromLatin1(binding.artefactHash.toHex())}};
}

} // namespace signalbox::ledger
