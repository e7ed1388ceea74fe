// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planobject.h"

#include <QRegularExpression>

// The values of a plan that are one of a set of words, numbers or ids.
namespace signalbox
{

std::optional<int> PlanObject::integer(const char *key, int minimum, int maximum)
{
    static const QRegularExpression digits(QStringLiteral("^-?[0-9]{1,10}\\z"));
    const PlanNode *found = scalar(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const QString range = maximum == std::numeric_limits<int>::max()
                              ? QStringLiteral("≥ %1").arg(minimum)
                              : QStringLiteral("%1 … %2").arg(minimum).arg(maximum);
    if (found->quoted || !digits.match(found->text).hasMatch()) {
        m_context.complain(spot(key), PlanProblemCode::BadNumber, {found->text}, range);
        return std::nullopt;
    }
    const qlonglong number = found->text.toLongLong();
    if (number < minimum || number > maximum) {
        m_context.complain(spot(key), PlanProblemCode::OutOfRange, {found->text}, range);
        return std::nullopt;
    }
    return static_cast<int>(number);
}

bool PlanObject::flag(const char *key, bool fallback)
{
    const PlanNode *found = scalar(key);
    if (found == nullptr) {
        return fallback;
    }
    const bool yes = found->text == QLatin1String("true");
    if (found->quoted || (!yes && found->text != QLatin1String("false"))) {
        m_context.complain(spot(key), PlanProblemCode::UnknownWord, {found->text},
                           QStringLiteral("true, false"));
        return fallback;
    }
    return yes;
}

QString PlanObject::matching(const char *key, const QString &pattern, PlanProblemCode code,
                             const QString &expected)
{
    const QString found = text(key);
    if (!found.isEmpty() && !QRegularExpression(pattern).match(found).hasMatch()) {
        m_context.complain(spot(key), code, {found}, expected);
        return {};
    }
    return found;
}

QString PlanObject::query(const char *key)
{
    const QString promql = text(key);
    if (!promql.isEmpty()) {
        checkPlaceholders(m_context, spot(key), promql);
        m_context.addQuery(spot(key), promql);
    }
    return promql;
}

QString PlanObject::reference(const char *key, const QStringList &sorts, const QString &needs)
{
    const QString id = text(key);
    if (!id.isEmpty()) {
        m_context.refer({spot(key), id, sorts, needs});
    }
    return id;
}

QStringList PlanObject::references(const char *key, const QStringList &sorts, const QString &needs)
{
    QStringList all;
    for (const PlanSpot &each : entries(key, Length::Any)) {
        const QString id = each.node->text;
        if (!checkPlanId(m_context, each, id)) {
            continue;
        }
        if (all.contains(id)) {
            m_context.complain(each, PlanProblemCode::DuplicateReference, {id});
            continue;
        }
        all.append(id);
        if (!sorts.isEmpty()) {
            m_context.refer({each, id, sorts, needs});
        }
    }
    return all;
}

QStringList PlanObject::ids(const char *key)
{
    return references(key, {});
}

int PlanObject::wordIndex(const char *key)
{
    const PlanNode *found = scalar(key);
    const PlanKey *shape = m_shape.key(QString::fromLatin1(key));
    if (found == nullptr || shape == nullptr) {
        return -1;
    }
    const auto index = static_cast<int>(shape->words.indexOf(found->text));
    if (index < 0) {
        m_context.complain(spot(key), PlanProblemCode::UnknownWord, {found->text},
                           shape->words.join(QStringLiteral(", ")));
    }
    return index;
}

void PlanObject::refuse(const QStringList &keys, const QString &kind)
{
    for (const QString &key : keys) {
        if (m_usable && m_spot.node->value(key) != nullptr) {
            m_context.complain(spot(key.toLatin1().constData()), PlanProblemCode::NotForKind, {key, kind});
        }
    }
}

void PlanObject::need(const QStringList &keys, const QString &kind)
{
    for (const QString &key : keys) {
        const PlanNode *found = m_usable ? m_spot.node->value(key) : nullptr;
        const bool empty =
            found == nullptr || (found->kind == PlanNode::Kind::List && found->items.isEmpty());
        if (m_usable && empty) {
            m_context.complain(spot(key.toLatin1().constData()), PlanProblemCode::NeedsForKind, {key, kind});
        }
    }
}

bool checkPlanId(PlanContext &context, const PlanSpot &spot, const QString &id)
{
    static const QRegularExpression shape(QStringLiteral("^[a-z0-9][a-z0-9.-]{0,99}\\z"));
    if (spot.node->kind == PlanNode::Kind::Scalar && shape.match(id).hasMatch()) {
        return true;
    }
    context.complain(spot, PlanProblemCode::BadId, {id}, QStringLiteral("a-z 0-9 . -"));
    return false;
}

void checkPlaceholders(PlanContext &context, const PlanSpot &spot, const QString &promql)
{
    static const QRegularExpression word(QStringLiteral("\\$[A-Za-z_]+"));
    static const QStringList known{
        QStringLiteral("$namespace"),  QStringLiteral("$service"), QStringLiteral("$hash"),
        QStringLiteral("$workload"),   QStringLiteral("$window"),  QStringLiteral("$namespace_re"),
        QStringLiteral("$service_re"), QStringLiteral("$hash_re"), QStringLiteral("$workload_re"),
    };
    QRegularExpressionMatchIterator matches = word.globalMatch(promql);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        if (!known.contains(found)) {
            context.complain(spot, PlanProblemCode::UnknownPlaceholder, {found},
                             known.join(QStringLiteral(", ")));
        }
    }
}

} // namespace signalbox
