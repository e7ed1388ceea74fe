// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metricprofiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace signalbox
{
namespace
{

tl::unexpected<Error> wrong(const QString &where, const QString &what)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                   where + QStringLiteral(": ") + what, where);
}

std::optional<Unit> unitOf(const QString &word)
{
    static const QHash<QString, Unit> words{
        {QStringLiteral("none"), Unit::None},       {QStringLiteral("ratio"), Unit::Ratio},
        {QStringLiteral("seconds"), Unit::Seconds}, {QStringLiteral("perSecond"), Unit::PerSecond},
        {QStringLiteral("bytes"), Unit::Bytes},     {QStringLiteral("cores"), Unit::Cores},
        {QStringLiteral("count"), Unit::Count},
    };
    const auto found = words.constFind(word);
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

std::optional<QString> unknownField(const QJsonObject &object, const QStringList &known)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key())) {
            return it.key();
        }
    }
    return std::nullopt;
}

Result<QString> text(const QJsonObject &object, const QString &field, const QString &where)
{
    const QJsonValue value = object.value(field);
    if (!value.isString() || value.toString().trimmed().isEmpty()) {
        return wrong(where, field + QStringLiteral(" must be a text that is not empty"));
    }
    return value.toString();
}

Result<std::optional<double>> optionalNumber(const QJsonObject &object, const QString &field,
                                             const QString &where)
{
    const QJsonValue value = object.value(field);
    if (value.isUndefined() || value.isNull()) {
        return std::optional<double>();
    }
    if (!value.isDouble()) {
        return wrong(where, field + QStringLiteral(" must be a number"));
    }
    return std::optional(value.toDouble());
}

Result<QHash<QString, QString>> titles(const QJsonValue &value, const QString &where)
{
    QHash<QString, QString> result;
    const QJsonObject object = value.toObject();
    for (const auto &language : {QStringLiteral("en"), QStringLiteral("zh_TW"), QStringLiteral("zh_CN")}) {
        const auto title = text(object, language, where + QStringLiteral(".title"));
        if (!title) {
            return tl::unexpected(title.error());
        }
        result.insert(language, *title);
    }
    return result;
}

Result<Direction> directionOf(const QJsonValue &value, const QString &where)
{
    const QString word = value.toString(QStringLiteral("lower"));
    if (word == QLatin1String("lower")) {
        return Direction::LowerIsBetter;
    }
    if (word == QLatin1String("higher")) {
        return Direction::HigherIsBetter;
    }
    return wrong(where, QStringLiteral("direction must be lower or higher"));
}

Result<MetricRule> limitsOf(MetricRule rule, const QJsonObject &object, const QString &where)
{
    const auto limit = optionalNumber(object, QStringLiteral("limit"), where);
    const auto minimum = optionalNumber(object, QStringLiteral("minimumSamples"), where);
    if (!limit || !minimum) {
        return tl::unexpected(limit ? minimum.error() : limit.error());
    }
    rule.limit = *limit;
    rule.minimumSamples = *minimum;
    rule.samplesQuery = object.value(QStringLiteral("samplesQuery")).toString();
    if (rule.minimumSamples && rule.samplesQuery.isEmpty()) {
        return wrong(where, QStringLiteral("minimumSamples needs a samplesQuery"));
    }
    return rule;
}

Result<MetricRule> ruleOf(const QJsonObject &object, const QString &profile)
{
    const auto id = text(object, QStringLiteral("id"), profile + QStringLiteral(".rules"));
    if (!id) {
        return tl::unexpected(id.error());
    }
    const QString where = profile + QLatin1Char('.') + *id;
    static const QStringList fields{QStringLiteral("id"),
                                    QStringLiteral("title"),
                                    QStringLiteral("unit"),
                                    QStringLiteral("direction"),
                                    QStringLiteral("limit"),
                                    QStringLiteral("query"),
                                    QStringLiteral("minimumSamples"),
                                    QStringLiteral("samplesQuery")};
    if (const auto unknown = unknownField(object, fields)) {
        return wrong(where, QStringLiteral("unknown field ") + *unknown);
    }
    const auto query = text(object, QStringLiteral("query"), where);
    const auto title = titles(object.value(QStringLiteral("title")), where);
    const auto direction = directionOf(object.value(QStringLiteral("direction")), where);
    const auto unit = unitOf(object.value(QStringLiteral("unit")).toString(QStringLiteral("none")));
    if (!query || !title || !direction) {
        return tl::unexpected(!query ? query.error() : !title ? title.error() : direction.error());
    }
    if (!unit) {
        return wrong(where,
                     QStringLiteral("unit must be none, ratio, seconds, perSecond, bytes, cores or count"));
    }
    MetricRule rule;
    rule.id = *id;
    rule.title = *title;
    rule.unit = *unit;
    rule.direction = *direction;
    rule.query = *query;
    return limitsOf(std::move(rule), object, where);
}

Result<MetricProfile> profileOf(const QJsonObject &object)
{
    const auto id = text(object, QStringLiteral("id"), QStringLiteral("profile"));
    if (!id) {
        return tl::unexpected(id.error());
    }
    static const QStringList fields{QStringLiteral("id"), QStringLiteral("trafficQuery"),
                                    QStringLiteral("totalTrafficQuery"), QStringLiteral("rules")};
    if (const auto unknown = unknownField(object, fields)) {
        return wrong(*id, QStringLiteral("unknown field ") + *unknown);
    }
    const auto traffic = text(object, QStringLiteral("trafficQuery"), *id);
    const auto total = text(object, QStringLiteral("totalTrafficQuery"), *id);
    if (!traffic || !total) {
        return tl::unexpected(traffic ? total.error() : traffic.error());
    }
    MetricProfile profile;
    profile.id = *id;
    profile.trafficQuery = *traffic;
    profile.totalTrafficQuery = *total;
    if (!object.value(QStringLiteral("rules")).isArray()) {
        return wrong(*id, QStringLiteral("rules must be a list"));
    }
    QSet<QString> seen;
    const QJsonArray rules = object.value(QStringLiteral("rules")).toArray();
    for (const QJsonValue &value : rules) {
        auto rule = ruleOf(value.toObject(), *id);
        if (!rule) {
            return tl::unexpected(rule.error());
        }
        if (seen.contains(rule->id)) {
            return wrong(*id, QStringLiteral("two rules are called ") + rule->id);
        }
        seen.insert(rule->id);
        profile.rules.push_back(std::move(*rule));
    }
    return profile;
}

} // namespace

Result<QVector<MetricProfile>> parseMetricProfiles(const QByteArray &json)
{
    const QString file = QStringLiteral("metric profiles");
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return wrong(file, QStringLiteral("at byte %1: %2").arg(problem.offset).arg(problem.errorString()));
    }
    if (!document.isArray()) {
        return wrong(file, QStringLiteral("must be a list of profiles"));
    }
    QVector<MetricProfile> profiles;
    const QJsonArray list = document.array();
    for (const QJsonValue &value : list) {
        auto profile = profileOf(value.toObject());
        if (!profile) {
            return tl::unexpected(profile.error());
        }
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

} // namespace signalbox
