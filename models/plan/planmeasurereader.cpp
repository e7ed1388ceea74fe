// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plansections.h"

namespace signalbox
{
namespace
{

constexpr int Most = std::numeric_limits<int>::max();

struct Rung {
    const char *key;
    std::optional<double> value;
};

/// Objective, promote limit and rollback limit get worse in this order; two may be the same.
void checkLadder(PlanObject &object, const PlanMetric &metric)
{
    const Rung rungs[] = {{"objective", metric.objective},
                          {"promoteLimit", metric.promoteLimit},
                          {"rollbackLimit", metric.rollbackLimit}};
    const bool lower = metric.direction == Direction::LowerIsBetter;
    const Rung *before = nullptr;
    for (const Rung &rung : rungs) {
        if (!rung.value) {
            continue;
        }
        if (before != nullptr && (lower ? *rung.value < *before->value : *rung.value > *before->value)) {
            object.context().complain(object.spot(rung.key), PlanProblemCode::LadderOrder,
                                      {object.spot(before->key).node->text, object.spot(rung.key).node->text},
                                      lower ? QStringLiteral("objective ≤ promoteLimit ≤ rollbackLimit")
                                            : QStringLiteral("objective ≥ promoteLimit ≥ rollbackLimit"));
        }
        before = &rung;
    }
}

void readLimits(PlanObject &object, PlanMetric &metric)
{
    metric.unit = object.word("unit", Unit::None);
    metric.direction = object.word("direction", Direction::LowerIsBetter);
    // Limits cannot be read without a unit; the one complaint about the unit is enough.
    const bool known = planShape(QStringLiteral("metric"))
                           .key(QStringLiteral("unit"))
                           ->words.contains(object.spot("unit").node->text);
    const auto limit = [&](const char *key) {
        return known ? object.threshold(key, metric.unit) : (object.skip(key), std::optional<double>());
    };
    metric.objective = limit("objective");
    metric.promoteLimit = limit("promoteLimit");
    metric.rollbackLimit = limit("rollbackLimit");
    metric.practicalShift = limit("practicalShift").value_or(0);
    if (known) {
        checkLadder(object, metric);
    }
}

PlanMetric readMetric(PlanContext &context, const PlanSpot &spot)
{
    constexpr std::chrono::seconds usualFreshness{120};
    PlanObject object(context, "metric", spot);
    PlanMetric metric;
    object.head(metric, QStringLiteral("condition"));
    metric.group = object.text("group");
    readLimits(object, metric);
    metric.query = object.query("query");
    metric.samplesQuery = object.query("samplesQuery");
    metric.errorsQuery = object.query("errorsQuery");
    metric.minimumSamples = object.threshold("minimumSamples", Unit::Count);
    metric.freshness = object.duration("freshness", usualFreshness);
    metric.rollbackHold = object.duration("rollbackHold", {}, PlanObject::Zero::Allowed);
    metric.consecutive = object.integer("consecutive", 1, Most).value_or(1);
    metric.comparison = object.word("comparison", Comparison::None);
    metric.practicalRatio = object.threshold("practicalRatio", Unit::Ratio).value_or(metric.practicalRatio);
    metric.severity = object.word("severity", Severity::Sev3);
    metric.severityWord = object.text("severityWord");
    if (metric.minimumSamples) {
        object.need({QStringLiteral("samplesQuery")}, QStringLiteral("minimumSamples"));
    }
    if (metric.comparison == Comparison::ErrorRate) {
        object.need({QStringLiteral("samplesQuery"), QStringLiteral("errorsQuery")},
                    QStringLiteral("error-rate"));
    }
    return metric;
}

PlanObjective readObjective(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "objective", spot);
    PlanObjective objective;
    object.head(objective);
    if (const std::optional<double> share = object.threshold("objective", Unit::Ratio)) {
        objective.objective = *share;
        if (*share <= 0 || *share > 1) {
            context.complain(object.spot("objective"), PlanProblemCode::OutOfRange,
                             {object.spot("objective").node->text}, QStringLiteral("> 0 % … 100 %"));
        }
    }
    objective.goodQuery = object.query("goodQuery");
    objective.totalQuery = object.query("totalQuery");
    const bool month = object.spot("window").node->text == QLatin1String("month");
    objective.window = month ? (object.skip("window"), std::chrono::seconds{0}) : object.duration("window");
    objective.maturity = object.duration("maturity", {}, PlanObject::Zero::Allowed);
    return objective;
}

ScalingTrigger readTrigger(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "scalingTrigger", spot);
    ScalingTrigger trigger;
    object.head(trigger);
    trigger.query = object.query("query");
    trigger.unit = object.word("unit", Unit::None);
    trigger.threshold = object.threshold("threshold", trigger.unit).value_or(0);
    trigger.sustained = object.duration("sustained", {}, PlanObject::Zero::Allowed);
    return trigger;
}

ScalingAction readAction(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "scalingAction", spot);
    ScalingAction action;
    object.head(action);
    action.kind = object.word("kind", ScalingActionKind::Attested);
    action.factor = object.threshold("factor", Unit::None).value_or(1);
    if (action.factor <= 0) {
        context.complain(object.spot("factor"), PlanProblemCode::OutOfRange,
                         {object.spot("factor").node->text}, QStringLiteral("> 0 x"));
    }
    return action;
}

ScalingRule readScaling(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "scaling", spot);
    ScalingRule rule;
    rule.requirements = object.requirements();
    rule.triggers = object.list<ScalingTrigger>("triggers", readTrigger);
    rule.actions = object.list<ScalingAction>("actions", readAction);
    rule.cooldown = object.duration("cooldown");
    rule.quiet = object.duration("quiet");
    rule.minimumReplicas = object.integer("minimumReplicas", 0, Most).value_or(0);
    rule.maximumReplicas = object.integer("maximumReplicas", 1, Most).value_or(0);
    if (rule.maximumReplicas > 0 && rule.minimumReplicas > rule.maximumReplicas) {
        context.complain(object.spot("maximumReplicas"), PlanProblemCode::OutOfRange,
                         {QString::number(rule.maximumReplicas)},
                         QStringLiteral("≥ %1").arg(rule.minimumReplicas));
    }
    context.note(
        {QStringLiteral("scaling"), {}, spot.path, spot.node->line, spot.node->column, rule.requirements});
    return rule;
}

} // namespace

void readMeasures(PlanObject &root, ReleasePlan &plan)
{
    plan.metrics = root.list<PlanMetric>("metrics", readMetric);
    plan.objectives = root.list<PlanObjective>("objectives", readObjective);
    plan.scaling = root.optional<ScalingRule>("scaling", readScaling);
}

} // namespace signalbox
