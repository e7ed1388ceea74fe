// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/callcheck.h"

#include "backends/deployment/calls.h"
#include "backends/deployment/planparts.h"

namespace signalbox::deployment
{

namespace
{

/// What the person looked at: this object, and for going forward this version. No call of such an action
/// changes it, so a difference was made by somebody else, even where the call's own effect is there already.
QStringList identityOf(const ActionPlan &plan)
{
    const ActionKind kind = plan.request.kind;
    const bool bound =
        kind == ActionKind::Promote || kind == ActionKind::PromoteFully || kind == ActionKind::Retry;
    QStringList identity;
    for (const QString &condition : plan.preconditions) {
        if (condition.startsWith(QLatin1String("metadata.uid=")) ||
            (bound && (condition.startsWith(QLatin1String("spec.template=")) ||
                       condition.startsWith(QLatin1String("status.currentPodHash="))))) {
            identity.append(condition);
        }
    }
    return identity;
}

QString field(const QString &precondition)
{
    return precondition.section(QLatin1Char('='), 0, 0);
}

/// "field: planned -> now" for everything that differs.
QStringList differences(const QStringList &planned, const QStringList &now)
{
    QStringList different;
    for (const QString &condition : planned) {
        if (now.contains(condition)) {
            continue;
        }
        const QString name = field(condition) + QLatin1Char('=');
        QString value;
        for (const QString &candidate : now) {
            if (candidate.startsWith(name)) {
                value = candidate.mid(name.size());
            }
        }
        different.append(
            QStringLiteral("%1: %2 -> %3").arg(field(condition), condition.mid(name.size()), value));
    }
    return different;
}

bool isFullPromotion(const ApiCall &call)
{
    return call.body.contains(QByteArrayLiteral("\"promoteFull\":true"));
}

/// A full promotion is bound to the version it was planned for and needless once that is the stable one.
std::optional<QString> promotesAnother(const ActionPlan &plan, const Json &object)
{
    const QString current = textAt(object, {"status", "currentPodHash"});
    if (plan.request.kind == ActionKind::RollBack && current != plan.targetHash) {
        return QStringLiteral("status.currentPodHash: %1 -> %2").arg(plan.targetHash, current);
    }
    return std::nullopt;
}

bool isPrimary(const ActionPlan &plan, const Json &object)
{
    const QString kind = textAt(object, {"kind"});
    const auto wanted = plan.request.release.kind == ReleaseKind::Rollout ? QLatin1String("Rollout")
                                                                          : QLatin1String("Deployment");
    return (kind.isEmpty() || kind == wanted) &&
           textAt(object, {"metadata", "name"}) == plan.request.release.name;
}

} // namespace

Result<CheckedCall> checkCall(const ActionPlan &plan, const ApiCall &call, const QByteArray &object,
                              bool firstOfStep, PreconditionReader reader)
{
    const auto document = parseObject(object, objectOf(call));
    if (!document) {
        return tl::unexpected(document.error());
    }
    CheckedCall checked;
    checked.resourceVersion = textAt(*document, {"metadata", "resourceVersion"});
    checked.call = withResourceVersion(call, checked.resourceVersion);
    const bool primary = isPrimary(plan, *document);
    if (primary) {
        const auto identity = differences(identityOf(plan), reader(plan.request.kind, *document));
        if (!identity.isEmpty()) {
            return changed(identity.join(QStringLiteral("; ")), plan.request.release.name);
        }
    }
    const bool promotes = isFullPromotion(call);
    const QString stable = textAt(*document, {"status", "stableRS"});
    const bool promoted =
        promotes && !stable.isEmpty() && stable == textAt(*document, {"status", "currentPodHash"});
    const auto another = promotes ? promotesAnother(plan, *document) : std::nullopt;
    if (another) {
        return changed(*another, plan.request.release.name);
    }
    if (promoted || isAlreadyTrue(call, *document)) {
        checked.alreadyTrue = true;
        return checked;
    }
    QStringList different = failingTests(call, *document);
    if (primary && firstOfStep) {
        different += differences(plan.preconditions, reader(plan.request.kind, *document));
    }
    if (!different.isEmpty()) {
        return changed(different.join(QStringLiteral("; ")), plan.request.release.name);
    }
    return checked;
}

bool leavesAtOnce(const ActionPlan &plan, int step, const ApiCall &call)
{
    const bool emergency =
        plan.request.kind == ActionKind::RollBack || plan.request.kind == ActionKind::Abort;
    const bool unlocked = !call.body.contains("\"resourceVersion\"");
    return emergency && step == 0 && unlocked;
}

} // namespace signalbox::deployment
