// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/operationrefusals.h"

#include "models/domain/holdname.h"

namespace signalbox
{

namespace
{

/// What the interlocking says about it now, when that is what is in the way.
std::optional<Error> heldNow(const OperationGuard *guard, const ActionPlan &plan)
{
    const InterlockVerdict verdict =
        guard ? guard->verdictOn(plan.request.kind, plan.request.release) : InterlockVerdict();
    return verdict.allowed() ? std::nullopt : std::optional(heldError(verdict));
}

/// Not allowed any more. If that is because another version is on its way now, it says which.
Error changedSince(const ActionPlan &plan, const Release &now)
{
    if (!now.source.isCurrent()) {
        return {ErrorCode::Stale,
                ErrorLayer::Rule,
                0,
                {},
                QStringLiteral("known as of %1").arg(now.source.since.toString(Qt::ISODate)),
                now.key.name,
                {}};
    }
    if (!plan.request.uid.isEmpty() && plan.request.uid != now.uid) {
        return {ErrorCode::Changed,
                ErrorLayer::Rule,
                0,
                QStringLiteral("ObjectChanged"),
                QStringLiteral("metadata.uid: %1 -> %2").arg(plan.request.uid, now.uid),
                now.key.name,
                {}};
    }
    const QLatin1String field("status.currentPodHash=");
    for (const QString &condition : plan.preconditions) {
        const QString planned = condition.startsWith(field) ? condition.mid(field.size()) : QString();
        if (!planned.isEmpty() && !now.currentHash.isEmpty() && planned != now.currentHash) {
            return {ErrorCode::Changed,
                    ErrorLayer::Rule,
                    0,
                    QStringLiteral("ObjectChanged"),
                    QStringLiteral("status.currentPodHash: %1 -> %2").arg(planned, now.currentHash),
                    now.key.name,
                    {}};
        }
    }
    if (!now.specObserved) {
        // Somebody wrote a new spec after the preview; the controller has not said yet which version it
        // makes.
        return {ErrorCode::Changed,
                ErrorLayer::Rule,
                0,
                QStringLiteral("ObjectChanged"),
                QStringLiteral("metadata.generation"),
                now.key.name,
                {}};
    }
    return {ErrorCode::Refused,
            ErrorLayer::Rule,
            0,
            QStringLiteral("NotAllowed"),
            QStringLiteral("the policy does not allow this any more"),
            now.key.name,
            {}};
}

} // namespace

Error noBackend(const ReleaseKey &key)
{
    return {ErrorCode::Unsupported,
            ErrorLayer::Rule,
            0,
            {},
            QStringLiteral("nothing here moves this release"),
            key.name,
            {}};
}

Error whyNot(const OperationGuard *guard, const ActionPlan &plan, const Release &now)
{
    return heldNow(guard, plan).value_or(changedSince(plan, now));
}

} // namespace signalbox
