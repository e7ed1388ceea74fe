// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plansections.h"

#include <QRegularExpression>

namespace signalbox
{
namespace
{

constexpr int Most = std::numeric_limits<int>::max();

PlanTarget readTarget(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "target", spot);
    PlanTarget target;
    target.cluster = object.text("cluster");
    target.namespaceName = object.text("namespace");
    static const QStringList kinds{QStringLiteral("Rollout"), QStringLiteral("Deployment")};
    target.kind = kinds.value(object.word("kind", -1));
    target.name = object.text("name");
    target.environment = object.text("environment");
    target.production = object.flag("production", false);
    return target;
}

PlanService readService(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "service", spot);
    PlanService service;
    object.head(service);
    service.image = object.text("image");
    service.healthPath = object.text("healthPath");
    service.minimumReplicas = object.integer("minimumReplicas", 0, Most);
    return service;
}

/// Whole percent; -1 if it is not.
int readWeight(PlanObject &object)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,3}) ?%\\z"));
    const QString text = object.text("weight");
    if (text.isEmpty()) {
        return -1;
    }
    bool bare = false;
    text.toDouble(&bare);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch() || match.captured(1).toInt() > 100) {
        object.context().complain(object.spot("weight"),
                                  bare ? PlanProblemCode::ThresholdWithoutUnit
                                       : PlanProblemCode::BadThreshold,
                                  bare ? QStringList{text, QStringLiteral("ratio")} : QStringList{text},
                                  QStringLiteral("0 % … 100 %"));
        return -1;
    }
    return match.captured(1).toInt();
}

PlanStep readStep(PlanContext &context, const PlanSpot &spot)
{
    static const QString keys = QStringLiteral("weight, allowlist");
    PlanObject object(context, "step", spot);
    PlanStep step;
    object.head(step);
    if (step.id == QLatin1String("start")) {
        context.complain(object.spot("id"), PlanProblemCode::ReservedId, {step.id});
    }
    step.selector = object.has("allowlist") ? StepSelector::Allowlist : StepSelector::Weight;
    step.weight = readWeight(object);
    step.allowlist = object.texts("allowlist", PlanObject::Length::NotEmpty);
    step.minimumSoak = object.duration("minimumSoak");
    if (object.has("weight") == object.has("allowlist")) {
        context.complain(
            spot, object.has("weight") ? PlanProblemCode::OnlyOneOf : PlanProblemCode::MissingOneOf, {keys});
    }
    return step;
}

/// More of the traffic from step to step; a step that could not be read is left out of the comparison.
void checkStepOrder(PlanObject &root, const QVector<PlanStep> &steps)
{
    int before = -1;
    const PlanSpot list = root.spot("steps");
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const PlanStep &step = steps.at(i);
        if (step.selector != StepSelector::Weight || step.weight < 0) {
            continue;
        }
        if (step.weight <= before) {
            const PlanNode *node = list.node->items.at(i).value(QStringLiteral("weight"));
            root.context().complain(
                {node, QStringLiteral("steps[%1].weight").arg(i)}, PlanProblemCode::StepOrder,
                {QStringLiteral("%1 %").arg(step.weight), QStringLiteral("%1 %").arg(before)},
                QStringLiteral("> %1 %").arg(before));
        }
        before = step.weight;
    }
}

PlanStage readStage(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "stage", spot);
    PlanStage stage;
    object.head(stage);
    stage.shortest = object.duration("shortest");
    stage.longest = object.duration("longest");
    stage.planned = object.matching("planned", QStringLiteral("^([01][0-9]|2[0-3]):[0-5][0-9]\\z"),
                                    PlanProblemCode::BadTime, QStringLiteral("\"09:30\""));
    if (stage.longest.count() > 0 && stage.shortest > stage.longest) {
        context.complain(object.spot("longest"), PlanProblemCode::EndsBeforeStart,
                         {object.spot("shortest").node->text, object.spot("longest").node->text});
    }
    return stage;
}

RollbackTrigger readTrigger(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "rollbackTrigger", spot);
    RollbackTrigger trigger;
    object.head(trigger);
    trigger.metric = object.reference("metric", {QStringLiteral("metric")}, QStringLiteral("rollbackLimit"));
    trigger.probes = object.references("probes", {QStringLiteral("probe")});
    trigger.consecutive = object.integer("consecutive", 1, 1000).value_or(1);
    trigger.automatic = object.flag("automatic", false);
    if (object.has("metric") && object.has("probes")) {
        context.complain(spot, PlanProblemCode::OnlyOneOf, {QStringLiteral("metric, probes")});
    } else if (trigger.automatic && !object.has("metric") && !object.has("probes")) {
        context.complain(spot, PlanProblemCode::MissingOneOf, {QStringLiteral("metric, probes")});
    }
    return trigger;
}

RollbackStep readRollbackStep(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "rollbackStep", spot);
    RollbackStep step;
    object.head(step);
    step.budget = object.duration("budget");
    return step;
}

RollbackRule readRollback(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "rollback", spot);
    RollbackRule rule;
    rule.triggers = object.list<RollbackTrigger>("triggers", readTrigger);
    rule.steps = object.list<RollbackStep>("steps", readRollbackStep);
    rule.automaticBudget = object.duration("automaticBudget");
    rule.manualBudget = object.duration("manualBudget");
    rule.outerBudget = object.duration("outerBudget");
    return rule;
}

} // namespace

void readStrategy(PlanObject &root, ReleasePlan &plan)
{
    plan.targets = root.list<PlanTarget>("targets", readTarget, PlanObject::Length::NotEmpty);
    plan.services = root.list<PlanService>("services", readService);
    plan.steps = root.list<PlanStep>("steps", readStep, PlanObject::Length::NotEmpty);
    checkStepOrder(root, plan.steps);
    plan.stages = root.list<PlanStage>("stages", readStage);
    plan.rollback = root.optional<RollbackRule>("rollback", readRollback).value_or(RollbackRule{});
}

} // namespace signalbox
