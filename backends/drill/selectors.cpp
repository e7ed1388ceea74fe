// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/selectors.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <QRegularExpression>

#include <algorithm>

namespace signalbox::drill
{

namespace
{

/// Commas inside parentheses belong to a set, not to the list of requirements.
QStringList splitTerms(const QString &selector)
{
    QStringList terms{QString()};
    int depth = 0;
    for (const QChar c : selector) {
        if (c == QLatin1Char('('))
            ++depth;
        else if (c == QLatin1Char(')'))
            --depth;
        if (c == QLatin1Char(',') && depth == 0)
            terms.append(QString());
        else
            terms.last().append(c);
    }
    return terms;
}

tl::unexpected<Error> unparsable(const QString &term)
{
    return badRequest(QStringLiteral("unable to parse requirement: \"%1\"").arg(term));
}

QStringList fieldsOf(const ResourceType &type)
{
    QStringList fields{QStringLiteral("metadata.name")};
    if (type.namespaced)
        fields.append(QStringLiteral("metadata.namespace"));
    if (type.key() == QLatin1String("/pods"))
        fields << QStringLiteral("spec.nodeName") << QStringLiteral("status.phase")
               << QStringLiteral("spec.restartPolicy") << QStringLiteral("spec.schedulerName")
               << QStringLiteral("spec.serviceAccountName") << QStringLiteral("status.podIP");
    if (type.key() == QLatin1String("/events")) {
        for (const char *name :
             {"kind", "name", "namespace", "uid", "apiVersion", "resourceVersion", "fieldPath"})
            fields.append(QStringLiteral("involvedObject.") + QLatin1String(name));
        fields << QStringLiteral("reason") << QStringLiteral("reportingComponent") << QStringLiteral("source")
               << QStringLiteral("type");
    }
    if (type.key() == QLatin1String("/namespaces"))
        fields.append(QStringLiteral("status.phase"));
    if (type.key() == QLatin1String("/secrets"))
        fields.append(QStringLiteral("type"));
    if (type.key() == QLatin1String("/nodes"))
        fields.append(QStringLiteral("spec.unschedulable"));
    if (type.key() == QLatin1String("apps/replicasets"))
        fields.append(QStringLiteral("status.replicas"));
    return fields;
}

QString plainText(const Json &value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? text(value) : QString::fromUtf8(dumped(value));
}

QString fieldText(const Json &object, const QStringList &path)
{
    const Json *at = &object;
    for (const QString &step : path)
        at = &member(*at, step.toUtf8().constData());
    // "source" of an event selects by the component.
    return at->is_object() ? text(*at, {"component"}) : plainText(*at);
}

} // namespace

Result<LabelSelector> LabelSelector::parse(const QString &selector)
{
    LabelSelector result;
    if (selector.trimmed().isEmpty())
        return result;
    const QStringList terms = splitTerms(selector);
    for (const QString &term : terms) {
        Result<Requirement> requirement = parseRequirement(term.trimmed());
        if (!requirement)
            return tl::unexpected(requirement.error());
        result.m_requirements.append(std::move(*requirement));
    }
    return result;
}

Result<LabelSelector::Requirement> LabelSelector::parseRequirement(const QString &term)
{
    static const QRegularExpression set(QStringLiteral(R"(^([^\s=!<>(),]+)\s+(in|notin)\s*\(([^()]*)\)$)"));
    static const QRegularExpression comparison(
        QStringLiteral(R"(^([^\s=!<>(),]+)\s*(==|=|!=|>|<)\s*([^\s=!<>(),]*)$)"));
    static const QRegularExpression existence(QStringLiteral(R"(^(!?)\s*([^\s=!<>(),]+)$)"));
    Requirement requirement;
    if (const auto match = set.match(term); match.hasMatch()) {
        requirement.key = match.captured(1).toStdString();
        requirement.op = match.captured(2) == QLatin1String("in") ? Operator::In : Operator::NotIn;
        const QStringList values = match.captured(3).split(QLatin1Char(','));
        for (const QString &value : values)
            requirement.values.append(value.trimmed().toStdString());
        return requirement;
    }
    if (const auto match = comparison.match(term); match.hasMatch()) {
        const QString op = match.captured(2);
        requirement.key = match.captured(1).toStdString();
        requirement.values.append(match.captured(3).toStdString());
        requirement.op = op == QLatin1String("!=")  ? Operator::NotIn
                         : op == QLatin1String(">") ? Operator::Greater
                         : op == QLatin1String("<") ? Operator::Less
                                                    : Operator::In;
        return requirement;
    }
    const auto match = existence.match(term);
    if (!match.hasMatch())
        return unparsable(term);
    requirement.key = match.captured(2).toStdString();
    requirement.op = match.captured(1).isEmpty() ? Operator::Exists : Operator::Absent;
    return requirement;
}

bool LabelSelector::satisfied(const Requirement &requirement, const Json &labels)
{
    const Json &label = member(labels, requirement.key.c_str());
    const bool present = label.is_string();
    if (requirement.op == Operator::Exists || requirement.op == Operator::Absent)
        return present == (requirement.op == Operator::Exists);
    if (requirement.op == Operator::Greater || requirement.op == Operator::Less) {
        bool numeric = false;
        bool limitNumeric = false;
        const qint64 value = text(label).toLongLong(&numeric);
        const qint64 limit =
            QString::fromStdString(requirement.values.constFirst()).toLongLong(&limitNumeric);
        return numeric && limitNumeric &&
               (requirement.op == Operator::Greater ? value > limit : value < limit);
    }
    const bool listed = present && std::any_of(requirement.values.cbegin(), requirement.values.cend(),
                                               [&](const std::string &value) {
                                                   return label.get_ref<const std::string &>() == value;
                                               });
    // An absent label is not in any set: "!=" and "notin" hold for it.
    return listed == (requirement.op == Operator::In);
}

bool LabelSelector::matches(const Json &object) const
{
    if (m_requirements.isEmpty())
        return true;
    const Json &labels = member(object, {"metadata", "labels"});
    return std::all_of(m_requirements.cbegin(), m_requirements.cend(),
                       [&](const Requirement &requirement) { return satisfied(requirement, labels); });
}

Result<FieldSelector> FieldSelector::parse(const QString &selector, const ResourceType &type)
{
    static const QRegularExpression comparison(QStringLiteral(R"(^([^=!,]+)(==|=|!=)([^,]*)$)"));
    FieldSelector result;
    const QStringList terms = selector.split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QStringList known = fieldsOf(type);
    for (const QString &term : terms) {
        const auto match = comparison.match(term);
        if (!match.hasMatch())
            return badRequest(
                QStringLiteral("invalid selector: '%1'; can't understand '%2'").arg(selector, term));
        const QString field = match.captured(1).trimmed();
        if (!known.contains(field))
            return badRequest(QStringLiteral("field label not supported: %1").arg(field));
        result.m_terms.append({field.split(QLatin1Char('.')), match.captured(3).trimmed(),
                               match.captured(2) != QLatin1String("!=")});
    }
    return result;
}

bool FieldSelector::matches(const Json &object) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [&](const Term &term) {
        return (fieldText(object, term.path) == term.value) == term.equal;
    });
}

} // namespace signalbox::drill
