// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plancontext.h"

#include "models/plan/planyaml.h"

#include <algorithm>
#include <tuple>

namespace signalbox
{
namespace
{

/// Roles every plan has without declaring them. Source: requirements, roles.
const QStringList &givenRoles()
{
    static const QStringList roles{QStringLiteral("publisher"), QStringLiteral("reviewer"),
                                   QStringLiteral("admin"), QStringLiteral("oncall")};
    return roles;
}

bool hasLimit(const ReleasePlan &plan, const QString &metric, const QString &limit)
{
    for (const PlanMetric &each : plan.metrics) {
        if (each.id == metric) {
            return limit == QLatin1String("rollbackLimit") ? each.rollbackLimit.has_value()
                                                           : each.promoteLimit.has_value();
        }
    }
    return true;
}

} // namespace

void PlanContext::complain(const PlanSpot &spot, PlanProblemCode code, const QStringList &args,
                           const QString &expected)
{
    complain({{}, spot.node->line, spot.node->column, spot.path, code, args, expected});
}

void PlanContext::complain(const PlanProblem &problem)
{
    if (m_problems.size() < PlanLimits::problems) {
        m_problems.append(problem);
    } else if (m_problems.size() == PlanLimits::problems) {
        m_problems.append(
            {{}, 0, 0, {}, PlanProblemCode::TooManyProblems, {QString::number(PlanLimits::problems)}, {}});
    }
}

void PlanContext::declare(const PlanPlace &place, const QString &scope)
{
    QHash<QString, int> &lines = m_lines[scope];
    const auto other = lines.constFind(place.id);
    if (other != lines.cend()) {
        complain({{},
                  place.line,
                  place.column,
                  place.path,
                  PlanProblemCode::DuplicateId,
                  {place.id, QString::number(*other)},
                  {}});
    } else {
        lines.insert(place.id, place.line);
    }
    m_sorted[place.sort].insert(place.id, true);
    m_places.append(place);
}

void PlanContext::refer(Reference reference)
{
    m_references.append(std::move(reference));
}

void PlanContext::addQuery(const PlanSpot &spot, const QString &promql)
{
    m_queries.append({spot.path, spot.node->line, spot.node->column, promql});
}

bool PlanContext::isKnown(const QString &id, const QStringList &sorts) const
{
    if (sorts.contains(QLatin1String("role")) && givenRoles().contains(id)) {
        return true;
    }
    return std::any_of(sorts.cbegin(), sorts.cend(),
                       [&](const QString &sort) { return m_sorted.value(sort).contains(id); });
}

QStringList PlanContext::known(const QStringList &sorts) const
{
    QStringList ids = sorts.contains(QLatin1String("role")) ? givenRoles() : QStringList();
    for (const QString &sort : sorts) {
        ids += m_sorted.value(sort).keys();
    }
    ids.removeDuplicates();
    ids.sort();
    constexpr int most = 8;
    return ids.size() > most ? ids.mid(0, most) << QStringLiteral("…") : ids;
}

void PlanContext::resolve(const ReleasePlan &plan)
{
    for (const Reference &reference : std::as_const(m_references)) {
        if (!isKnown(reference.id, reference.sorts)) {
            complain(reference.spot, PlanProblemCode::UnknownReference,
                     {reference.id, reference.sorts.join(QLatin1String(", "))},
                     known(reference.sorts).join(QLatin1String(", ")));
        } else if (!reference.needs.isEmpty() && !hasLimit(plan, reference.id, reference.needs)) {
            complain(reference.spot, PlanProblemCode::NeedsForKind, {reference.needs, reference.id});
        }
    }
}

QVector<PlanProblem> PlanContext::problems() const
{
    QVector<PlanProblem> sorted = m_problems;
    std::stable_sort(sorted.begin(), sorted.end(), [](const PlanProblem &a, const PlanProblem &b) {
        // The notice that there are more has no place and stays last.
        const bool lastA = a.code == PlanProblemCode::TooManyProblems;
        const bool lastB = b.code == PlanProblemCode::TooManyProblems;
        return std::tie(lastA, a.line, a.column) < std::tie(lastB, b.line, b.column);
    });
    return sorted;
}

} // namespace signalbox
