// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plansections.h"

#include <QHash>
#include <QSet>

namespace signalbox
{
namespace
{

RecoveryTarget readTarget(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "recoveryTarget", spot);
    RecoveryTarget target;
    object.head(target);
    target.rto = object.duration("rto");
    target.rpo = object.duration("rpo", {}, PlanObject::Zero::Allowed); // no loss at all is a target
    return target;
}

FailoverStep readStep(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "failoverStep", spot);
    FailoverStep step;
    object.head(step);
    step.after = object.references("after", {QStringLiteral("failoverStep")});
    step.budget = object.duration("budget");
    step.pointOfNoReturn = object.flag("pointOfNoReturn", false);
    return step;
}

/// Looks for a circle through steps nobody has looked at, without recursion: a hostile plan may hold a chain
/// of many thousands.
class CircleFinder
{
public:
    explicit CircleFinder(const QVector<FailoverStep> &steps)
    {
        for (const FailoverStep &step : steps) {
            m_after.insert(step.id, step.after);
        }
    }
    /// @return the ids of the circle, the first again at its end; empty if there is none
    QStringList from(const QString &start)
    {
        QStringList path;
        QVector<int> next;
        const auto enter = [&](const QString &id) {
            m_seen.insert(id);
            m_open.insert(id);
            path.append(id);
            next.append(0);
        };
        if (!m_seen.contains(start)) {
            enter(start);
        }
        while (!path.isEmpty()) {
            const QStringList after = m_after.value(path.last());
            if (next.last() >= after.size()) {
                m_open.remove(path.takeLast());
                next.removeLast();
                continue;
            }
            const QString id = after.at(next.last()++);
            if (m_open.contains(id)) {
                return path.mid(path.indexOf(id)) << id;
            }
            if (!m_seen.contains(id)) {
                enter(id);
            }
        }
        return {};
    }

private:
    QHash<QString, QStringList> m_after;
    QSet<QString> m_seen;
    QSet<QString> m_open;
};

void checkCircles(PlanObject &object, const QVector<FailoverStep> &steps)
{
    CircleFinder finder(steps);
    const PlanSpot list = object.spot("steps");
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QStringList circle = finder.from(steps.at(i).id);
        if (circle.isEmpty()) {
            continue;
        }
        const PlanNode *after = list.node->items.at(i).value(QStringLiteral("after"));
        object.context().complain({after != nullptr ? after : &list.node->items.at(i),
                                   QStringLiteral("%1[%2].after").arg(list.path).arg(i)},
                                  PlanProblemCode::CyclicReference, {circle.join(QStringLiteral(" → "))});
        return;
    }
}

RecoveryRule readRule(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "recovery", spot);
    RecoveryRule rule;
    rule.targets = object.list<RecoveryTarget>("targets", readTarget);
    rule.steps = object.list<FailoverStep>("steps", readStep);
    checkCircles(object, rule.steps);
    return rule;
}

} // namespace

void readRecovery(PlanObject &root, ReleasePlan &plan)
{
    plan.recovery = root.optional<RecoveryRule>("recovery", readRule);
}

} // namespace signalbox
