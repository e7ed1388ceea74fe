// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/tablecolumns.h"

#include "backends/drill/jsontext.h"

namespace signalbox::drill
{

namespace
{

constexpr char kNone[] = "<none>";

Json orNone(const QStringList &parts)
{
    return parts.isEmpty() ? Json(kNone) : jsonText(parts.join(QLatin1Char(',')));
}

QStringList labelTerms(const Json &labels)
{
    QStringList terms;
    if (!labels.is_object())
        return terms;
    for (const auto &[key, value] : labels.items())
        terms.append(QString::fromStdString(key) + QLatin1Char('=') + text(value));
    return terms;
}

QString expressionTerm(const Json &expression)
{
    const QString key = text(expression, {"key"});
    const QString op = text(expression, {"operator"});
    if (op == QLatin1String("Exists"))
        return key;
    if (op == QLatin1String("DoesNotExist"))
        return QLatin1Char('!') + key;
    QStringList values;
    for (const Json &value : member(expression, "values"))
        values.append(text(value));
    return QStringLiteral("%1 %2 (%3)").arg(key, op.toLower(), values.join(QLatin1Char(',')));
}

} // namespace

std::vector<TableColumn> genericColumns()
{
    return {{"Name", "string", 0, nameCell}, {"Age", "string", 0, ageCell}};
}

Json nameCell(const Json &object, const QDateTime &)
{
    return member(object, {"metadata", "name"});
}

Json ageCell(const Json &object, const QDateTime &now)
{
    return ageSince(member(object, {"metadata", "creationTimestamp"}), now);
}

Json containerList(const Json &podSpec, const char *field)
{
    QStringList parts;
    for (const Json &container : member(podSpec, "containers"))
        parts.append(text(container, {field}));
    return jsonText(parts.join(QLatin1Char(',')));
}

Json selectorText(const Json &selector)
{
    QStringList terms = labelTerms(member(selector, "matchLabels"));
    for (const Json &expression : member(selector, "matchExpressions"))
        terms.append(expressionTerm(expression));
    return orNone(terms);
}

Json labelsText(const Json &labels)
{
    return orNone(labelTerms(labels));
}

Json joined(const Json &strings)
{
    QStringList parts;
    if (strings.is_array()) {
        for (const Json &value : strings)
            parts.append(text(value));
    }
    return orNone(parts);
}

} // namespace signalbox::drill
