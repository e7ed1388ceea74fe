// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planparser.h"

#include "models/plan/plansections.h"
#include "models/plan/planyaml.h"

#include <QCryptographicHash>
#include <QSet>

namespace signalbox
{
namespace
{

constexpr int Format = 1;

/// Keys that occur twice, or are no words at all, anywhere in the file.
void checkKeys(PlanContext &context, const PlanNode &node, const QString &path)
{
    QSet<QString> seen;
    for (const PlanNode &key : node.keys) {
        const PlanSpot spot{&key, path.isEmpty() ? key.text : path + QLatin1Char('.') + key.text};
        if (key.kind != PlanNode::Kind::Scalar) {
            context.complain(spot, PlanProblemCode::WrongType, {QStringLiteral("key")},
                             QStringLiteral("text"));
        } else if (seen.contains(key.text)) {
            context.complain(spot, PlanProblemCode::DuplicateKey, {key.text});
        }
        seen.insert(key.text);
    }
    for (qsizetype i = 0; i < node.items.size(); ++i) {
        // Depth is bounded by PlanLimits::depth.
        const QString step = node.kind == PlanNode::Kind::Map
                                 ? (path.isEmpty() ? QString() : QStringLiteral(".")) + node.keys.at(i).text
                                 : QStringLiteral("[%1]").arg(i);
        checkKeys(context, node.items.at(i), path + step);
    }
}

/// A format this program does not know is one complaint, not hundreds about keys it does not know either.
bool isKnownFormat(PlanContext &context, const PlanNode &root)
{
    const PlanNode *format = root.value(QStringLiteral("signalboxPlan"));
    if (format == nullptr || format->text == QString::number(Format)) {
        return true;
    }
    context.complain({format, QStringLiteral("signalboxPlan")}, PlanProblemCode::UnknownFormat,
                     {format->text}, QString::number(Format));
    return false;
}

ReleasePlan readPlan(PlanContext &context, const PlanNode &node)
{
    PlanObject root(context, "plan", {&node, {}});
    ReleasePlan plan;
    plan.formatVersion = root.integer("signalboxPlan", Format, Format).value_or(Format);
    plan.id = root.text("id");
    if (!plan.id.isEmpty()) {
        checkPlanId(context, root.spot("id"), plan.id);
    }
    plan.planVersion = root.text("version");
    plan.title = root.localText("title");
    plan.description = root.localText("description");
    plan.owners = root.texts("owners");
    readStrategy(root, plan);
    readDecisions(root, plan);
    readMeasures(root, plan);
    readRecovery(root, plan);
    readPeople(root, plan);
    readCalendar(root, plan);
    context.resolve(plan);
    return plan;
}

ParsedPlan finished(const PlanContext &context, const QString &fileName)
{
    ParsedPlan parsed;
    parsed.problems = context.problems();
    for (PlanProblem &problem : parsed.problems) {
        problem.file = fileName;
    }
    parsed.queries = context.queries();
    parsed.places = context.places();
    return parsed;
}

} // namespace

ParsedPlan parsePlan(const QByteArray &bytes, const QString &fileName)
{
    PlanContext context;
    const PlanYaml yaml = readPlanYaml(bytes);
    for (const PlanProblem &problem : yaml.problems) {
        context.complain(problem);
    }
    if (!yaml.problems.isEmpty()) {
        return finished(context, fileName);
    }
    checkKeys(context, yaml.root, {});
    if (!isKnownFormat(context, yaml.root)) {
        return finished(context, fileName);
    }
    ReleasePlan plan = readPlan(context, yaml.root);
    ParsedPlan parsed = finished(context, fileName);
    parsed.id = plan.id;
    parsed.targets = plan.targets;
    if (parsed.problems.isEmpty()) {
        plan.hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        parsed.plan = std::move(plan);
    }
    return parsed;
}

} // namespace signalbox
