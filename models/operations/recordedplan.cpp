// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/recordedplan.h"

#include "models/domain/operationnames.h"

#include <QJsonArray>

namespace signalbox
{

namespace
{

constexpr int format = 1;
constexpr int maxSteps = 100; ///< no plan of ours comes near

QString text(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

std::chrono::seconds seconds(const QJsonObject &object, QLatin1String key)
{
    return std::chrono::seconds(qMax(0, object.value(key).toInt()));
}

QJsonObject verificationObject(const Verification &verification)
{
    return {{QStringLiteral("kind"), verifyName(verification.kind)},
            {QStringLiteral("hash"), verification.hash},
            {QStringLiteral("number"), verification.number},
            {QStringLiteral("limit"), verification.limit},
            {QStringLiteral("mandatory"), verification.mandatory}};
}

QJsonObject stepObject(const ActionStep &step)
{
    QJsonArray calls;
    for (const ApiCall &call : step.calls) {
        calls.append(QString::fromLatin1(call.method) + QLatin1Char(' ') + call.path);
    }
    QJsonArray verifications;
    for (const Verification &verification : step.verifications) {
        verifications.append(verificationObject(verification));
    }
    return {{QStringLiteral("step"), stepTitleName(step.title.code)},
            {QStringLiteral("args"), QJsonArray::fromStringList(step.title.args)},
            {QStringLiteral("calls"), calls},
            {QStringLiteral("verify"), verifications},
            {QStringLiteral("budget"), static_cast<int>(step.budget.count())}};
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray()) {
        list.append(each.toString());
    }
    return list;
}

std::optional<Verification> readVerification(const QJsonObject &object)
{
    const auto kind = verifyFromName(text(object, QLatin1String("kind")));
    if (!kind) {
        return std::nullopt;
    }
    return Verification{*kind, text(object, QLatin1String("hash")),
                        object.value(QLatin1String("number")).toInt(),
                        object.value(QLatin1String("limit")).toDouble(),
                        object.value(QLatin1String("mandatory")).toBool(true)};
}

std::optional<ActionStep> readStep(const QJsonObject &object)
{
    const auto title = stepTitleFromName(text(object, QLatin1String("step")));
    if (!title) {
        return std::nullopt;
    }
    ActionStep step;
    step.title = {*title, texts(object.value(QLatin1String("args")))};
    step.budget = seconds(object, QLatin1String("budget"));
    for (const QString &call : texts(object.value(QLatin1String("calls")))) {
        const auto space = call.indexOf(QLatin1Char(' '));
        step.calls.append({call.left(space).toLatin1(), call.mid(space + 1), {}, {}});
    }
    const QJsonArray verifications = object.value(QLatin1String("verify")).toArray();
    for (const QJsonValue &each : verifications) {
        const auto verification = readVerification(each.toObject());
        if (!verification) {
            return std::nullopt;
        }
        step.verifications.append(*verification);
    }
    return step;
}

} // namespace

QJsonObject recordedPlan(const ActionPlan &plan)
{
    QJsonArray steps;
    for (const ActionStep &step : plan.steps) {
        steps.append(stepObject(step));
    }
    QJsonObject object{{QStringLiteral("format"), format},
                       {QStringLiteral("steps"), steps},
                       {QStringLiteral("resourceVersion"), plan.resourceVersion},
                       {QStringLiteral("preconditions"), QJsonArray::fromStringList(plan.preconditions)},
                       {QStringLiteral("expected"), static_cast<int>(plan.expected.count())},
                       {QStringLiteral("budget"), static_cast<int>(plan.budget.count())},
                       {QStringLiteral("kind"), plan.request.release.kind == ReleaseKind::Deployment
                                                    ? QStringLiteral("Deployment")
                                                    : QStringLiteral("Rollout")}};
    const QVector<QPair<QString, QString>> optional{{QStringLiteral("currentHash"), plan.currentHash},
                                                    {QStringLiteral("targetHash"), plan.targetHash},
                                                    {QStringLiteral("targetVersion"), plan.targetVersion},
                                                    {QStringLiteral("container"), plan.request.container},
                                                    {QStringLiteral("image"), plan.request.image},
                                                    {QStringLiteral("analysisRun"), plan.request.analysisRun},
                                                    {QStringLiteral("restartAt"), plan.request.restartAt}};
    for (const auto &[key, value] : optional) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    }
    return object;
}

std::optional<ActionPlan> planFromRecord(const QJsonObject &object, ActionRequest request)
{
    const QJsonArray steps = object.value(QLatin1String("steps")).toArray();
    if (object.value(QLatin1String("format")).toInt() != format || steps.isEmpty() ||
        steps.size() > maxSteps) {
        return std::nullopt;
    }
    ActionPlan plan;
    for (const QJsonValue &each : steps) {
        const auto step = readStep(each.toObject());
        if (!step) {
            return std::nullopt;
        }
        plan.steps.append(*step);
    }
    plan.resourceVersion = text(object, QLatin1String("resourceVersion"));
    plan.preconditions = texts(object.value(QLatin1String("preconditions")));
    plan.currentHash = text(object, QLatin1String("currentHash"));
    plan.targetHash = text(object, QLatin1String("targetHash"));
    plan.targetVersion = text(object, QLatin1String("targetVersion"));
    plan.expected = seconds(object, QLatin1String("expected"));
    plan.budget = seconds(object, QLatin1String("budget"));
    request.release.kind = text(object, QLatin1String("kind")) == QLatin1String("Deployment")
                               ? ReleaseKind::Deployment
                               : ReleaseKind::Rollout;
    request.resourceVersion = plan.resourceVersion;
    request.targetHash = plan.targetHash;
    request.container = text(object, QLatin1String("container"));
    request.image = text(object, QLatin1String("image"));
    request.analysisRun = text(object, QLatin1String("analysisRun"));
    request.restartAt = text(object, QLatin1String("restartAt"));
    plan.request = std::move(request);
    return plan;
}

} // namespace signalbox
