// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probeparameters.h"
#include "models/plan/plansections.h"

namespace signalbox
{
namespace
{

QString expectedShape(const ProbeParameter &parameter)
{
    switch (parameter.shape) {
    case ParameterShape::Choice:
        return parameter.choices.join(QStringLiteral(", "));
    case ParameterShape::Integer:
        return parameter.maximum == std::numeric_limits<int>::max()
                   ? QStringLiteral("≥ %1").arg(parameter.minimum)
                   : QStringLiteral("%1 … %2").arg(parameter.minimum).arg(parameter.maximum);
    case ParameterShape::Flag:
        return QStringLiteral("true, false");
    case ParameterShape::Duration:
        return QStringLiteral("90s, 15m, 24h");
    case ParameterShape::Expectation:
        return QStringLiteral("\"== 1\", \">= 0.95\"");
    case ParameterShape::Matcher:
        return QStringLiteral("severity=critical");
    case ParameterShape::Subject:
        return QStringLiteral("User:name, Group:name, ServiceAccount:namespace:name");
    case ParameterShape::Url:
        return QStringLiteral("https://host/path");
    case ParameterShape::Header:
        return QStringLiteral("\"Accept: text/plain\"");
    case ParameterShape::EntryName:
        return QStringLiteral("A-Z a-z 0-9 . _ -");
    case ParameterShape::Text:
    case ParameterShape::Promql:
        break;
    }
    return {};
}

QVector<PlanSpot> valuesOf(PlanContext &context, const ProbeParameter &parameter, const PlanSpot &spot)
{
    const PlanNode &node = *spot.node;
    if (node.kind == PlanNode::Kind::Scalar) {
        return {spot};
    }
    if (node.kind != PlanNode::Kind::List || !parameter.many) {
        context.complain(spot, PlanProblemCode::WrongType,
                         {node.kind == PlanNode::Kind::List ? QStringLiteral("list") : QStringLiteral("map")},
                         parameter.many ? QStringLiteral("list") : QStringLiteral("text"));
        return {};
    }
    if (node.items.isEmpty()) {
        context.complain(spot, PlanProblemCode::EmptyList, {parameter.name});
    }
    QVector<PlanSpot> all;
    for (qsizetype i = 0; i < node.items.size(); ++i) {
        all.append({&node.items.at(i), QStringLiteral("%1[%2]").arg(spot.path).arg(i)});
    }
    return all;
}

QStringList readValues(PlanContext &context, const ProbeParameter &parameter, const PlanSpot &spot)
{
    QStringList values;
    for (const PlanSpot &each : valuesOf(context, parameter, spot)) {
        const QString text = each.node->text;
        if (each.node->kind != PlanNode::Kind::Scalar || !fitsParameter(parameter, text)) {
            context.complain(each, PlanProblemCode::BadParameter, {text, parameter.name},
                             expectedShape(parameter));
            continue;
        }
        if (parameter.shape == ParameterShape::Promql) {
            checkPlaceholders(context, each, text);
            context.addQuery(each, text);
        }
        values.append(text);
    }
    return values;
}

void readParameters(PlanContext &context, const PlanSpot &spot, ProbeSpec &probe)
{
    const QString kind = probeKindName(probe.kind);
    QStringList names;
    for (const ProbeParameter &parameter : probeParameters(probe.kind)) {
        names.append(parameter.name);
        const PlanNode *found =
            spot.node->kind == PlanNode::Kind::Map ? spot.node->value(parameter.name) : nullptr;
        const QString path = spot.path + QLatin1Char('.') + parameter.name;
        if (found != nullptr && found->kind != PlanNode::Kind::Null) {
            probe.parameters.insert(parameter.name, readValues(context, parameter, {found, path}));
        } else if (parameter.required) {
            context.complain({spot.node, path}, PlanProblemCode::MissingParameter, {parameter.name, kind},
                             expectedShape(parameter));
        }
    }
    for (qsizetype i = 0; i < spot.node->keys.size(); ++i) {
        const PlanNode &key = spot.node->keys.at(i);
        const PlanSpot place{&key, spot.path + QLatin1Char('.') + key.text};
        if (!names.contains(key.text)) {
            context.complain(place, PlanProblemCode::UnknownParameter, {key.text, kind},
                             names.join(QStringLiteral(", ")));
        } else if (spot.node->items.at(i).kind == PlanNode::Kind::Null) {
            context.complain(place, PlanProblemCode::NoValue, {key.text});
        }
    }
}

/// A pair of parameters of which one says nothing without the other.
void checkPairs(PlanContext &context, const PlanSpot &spot, const ProbeSpec &probe)
{
    const auto needs = [&](const char *one, const char *other) {
        const QString name = QString::fromLatin1(one);
        const QString wanted = QString::fromLatin1(other);
        if (probe.parameters.contains(name) && !probe.parameters.contains(wanted)) {
            context.complain(spot, PlanProblemCode::MissingParameter, {wanted, probeKindName(probe.kind)});
        }
    };
    needs("samples", "minimum-samples");
    needs("minimum-samples", "samples");
}

QStringList kindNames()
{
    QStringList names;
    for (const ProbeKind kind : probeKinds()) {
        names.append(probeKindName(kind));
    }
    return names;
}

} // namespace

ProbeSpec readProbe(PlanContext &context, const PlanSpot &spot)
{
    constexpr std::chrono::seconds usualTimeout{10};
    PlanObject object(context, "probe", spot);
    ProbeSpec probe;
    object.head(probe);
    const QString word = object.text("kind");
    probe.timeout = object.duration("timeout", usualTimeout);
    const PlanNode *given = object.raw("parameters");
    const std::optional<ProbeKind> kind = probeKindFromName(word);
    if (!kind) {
        if (!word.isEmpty()) {
            context.complain(object.spot("kind"), PlanProblemCode::UnknownProbeKind, {word},
                             kindNames().join(QStringLiteral(", ")));
        }
        return probe;
    }
    probe.kind = *kind;
    if (given != nullptr && given->kind != PlanNode::Kind::Map) {
        context.complain(object.spot("parameters"), PlanProblemCode::WrongType, {QStringLiteral("text")},
                         QStringLiteral("map"));
        return probe;
    }
    const PlanSpot parameters = object.spot("parameters");
    PlanNode empty;
    empty.line = spot.node->line;
    empty.column = spot.node->column;
    readParameters(context, {given == nullptr ? &empty : given, parameters.path}, probe);
    checkPairs(context, parameters, probe);
    return probe;
}

} // namespace signalbox
