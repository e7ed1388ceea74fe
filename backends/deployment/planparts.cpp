// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/planparts.h"

#include <array>
#include <utility>

namespace signalbox::deployment
{

namespace
{

constexpr std::chrono::seconds TrafficBudget{30};
constexpr std::chrono::seconds ReadyBudget{120};
constexpr std::chrono::seconds HealthBudget{60};
constexpr std::chrono::seconds RecordBudget{10};
constexpr int TrafficGoal = 99;      // percent
constexpr double ErrorLimit = 0.01;  // ratio
constexpr double LatencyLimit = 2.0; // seconds, p95

QString nameOf(MessageCode code)
{
    static constexpr std::array<std::pair<MessageCode, const char *>, 17> Names{{
        {MessageCode::NothingToPromote, "NothingToPromote"},
        {MessageCode::AlreadyAborted, "AlreadyAborted"},
        {MessageCode::NotAborted, "NotAborted"},
        {MessageCode::AlreadyPaused, "AlreadyPaused"},
        {MessageCode::NotPaused, "NotPaused"},
        {MessageCode::NoStrategySteps, "NoStrategySteps"},
        {MessageCode::NoRollbackTarget, "NoRollbackTarget"},
        {MessageCode::TargetEqualsCurrent, "TargetEqualsCurrent"},
        {MessageCode::TargetGone, "TargetGone"},
        {MessageCode::DeploymentPaused, "DeploymentPaused"},
        {MessageCode::SpecNotObserved, "SpecNotObserved"},
        {MessageCode::NoAnalysisRunning, "NoAnalysisRunning"},
        {MessageCode::WorkloadRefUnsupported, "WorkloadRefUnsupported"},
        {MessageCode::ObjectChanged, "ObjectChanged"},
        {MessageCode::NoPermission, "NoPermission"},
        {MessageCode::OperationRunning, "OperationRunning"},
        {MessageCode::ContainerUnknown, "ContainerUnknown"},
    }};
    for (const auto &[known, name] : Names) {
        if (known == code) {
            return QLatin1String(name);
        }
    }
    return QStringLiteral("Refused");
}

} // namespace

tl::unexpected<Error> refusal(MessageCode code, const QString &detail, const QString &argument)
{
    return tl::unexpected(Error{ErrorCode::Refused, ErrorLayer::Rule, 0, nameOf(code), detail, argument, {}});
}

tl::unexpected<Error> changed(const QString &what, const QString &subject)
{
    return tl::unexpected(Error{
        ErrorCode::Changed, ErrorLayer::Rule, 0, nameOf(MessageCode::ObjectChanged), what, subject, {}});
}

ActionPlan newPlan(const ActionRequest &request, const QString &resourceVersion)
{
    ActionPlan plan;
    plan.request = request;
    plan.resourceVersion = resourceVersion;
    return plan;
}

QString restartStamp(const ActionRequest &request, const QDateTime &now)
{
    return request.restartAt.isEmpty() ? now.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"))
                                       : request.restartAt;
}

QString versionName(const Release &release, const QString &hash)
{
    const Revision *revision = release.revision(hash);
    return revision ? versionOf(*revision) : hash;
}

Verification verifies(VerifyKind kind, const QString &hash, int number)
{
    Verification verification;
    verification.kind = kind;
    verification.hash = hash;
    verification.number = number;
    return verification;
}

Verification optional(Verification verification)
{
    verification.mandatory = false;
    return verification;
}

void appendVerifySteps(ActionPlan &plan, const VerifySteps &what)
{
    Verification traffic = verifies(VerifyKind::TrafficShare, what.hash, TrafficGoal);
    traffic.mandatory = what.trafficMandatory;
    const ActionStep shifted{{MessageCode::StepVerifyTraffic, {what.version}}, {}, {traffic}, TrafficBudget};
    const ActionStep ready{{MessageCode::StepVerifyReady, {what.version}},
                           {},
                           {verifies(VerifyKind::ReadyReplicas, what.hash)},
                           ReadyBudget};
    plan.steps << (what.readyFirst ? ready : shifted) << (what.readyFirst ? shifted : ready);
    Verification errors = verifies(VerifyKind::ErrorRate, what.hash);
    errors.limit = ErrorLimit;
    Verification latency = verifies(VerifyKind::Latency, what.hash);
    latency.limit = LatencyLimit;
    plan.steps.append({{MessageCode::StepVerifyHealth, {}}, {}, {errors, latency}, HealthBudget});
    plan.steps.append({{MessageCode::StepRecord, {}}, {}, {}, RecordBudget});
}

void appendTemplateConsequences(ActionPlan &plan, const Release &release)
{
    plan.consequences.append({MessageCode::OnlyTemplate, {}});
    if (!release.gitOpsOwner.isEmpty()) {
        plan.consequences.append({MessageCode::GitOpsWillRevert, {release.gitOpsOwner}});
    }
    if (!release.horizontalPodAutoscaler.isEmpty()) {
        plan.consequences.append({MessageCode::AutoscalerOwnsReplicas, {release.horizontalPodAutoscaler}});
    }
}

void appendVersionChange(ActionPlan &plan, const Release &release, const QString &from, const QString &to)
{
    plan.consequences.append(
        {MessageCode::VersionChanges, {versionName(release, from), versionName(release, to)}});
}

} // namespace signalbox::deployment
