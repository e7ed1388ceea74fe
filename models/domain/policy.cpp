// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/policy.h"

#include "models/domain/actionname.h"
#include "models/domain/applicability.h"

#include <algorithm>

namespace signalbox
{

namespace
{

using Reasons = QVector<Message>;

/// Age of the facts in seconds as text; empty when it was never known.
QString ageText(const SourceState &source, const QDateTime &now)
{
    return source.since.isValid() ? QString::number(std::max<qint64>(0, source.since.secsTo(now)))
                                  : QString();
}

/// A stream that just broke may still be believed for a moment; anything else that is not current may not.
bool believable(const SourceState &source, const PolicyContext &context)
{
    if (source.isCurrent()) {
        return true;
    }
    return source.freshness == Freshness::Reconnecting && source.since.isValid() &&
           source.since.secsTo(context.now) <= context.staleAfter.count();
}

void addConnection(Reasons &reasons, const Release &release, const PolicyContext &context, bool factsMatter)
{
    if (!context.connected) {
        reasons.append({MessageCode::NoConnection, {}});
    }
    if (factsMatter && !believable(release.source, context)) {
        reasons.append({MessageCode::FactsStale, {ageText(release.source, context.now)}});
    }
}

QString resourceText(const AccessQuery &query)
{
    return query.subresource.isEmpty() ? query.resource
                                       : query.resource + QLatin1Char('/') + query.subresource;
}

struct Rights {
    Reasons denied;
    Reasons unknown;
};

Rights rightsFor(ActionKind kind, const Release &release, const PolicyContext &context)
{
    Rights rights;
    for (const auto &query : accessNeeded(kind, release)) {
        const QStringList args{query.verb, resourceText(query)};
        switch (context.access.value(query, Access::Unknown)) {
        case Access::Denied:
            rights.denied.append({MessageCode::NoPermission, args});
            break;
        case Access::Unknown:
            rights.unknown.append({MessageCode::PermissionUnknown, args});
            break;
        case Access::Allowed:
            break;
        }
    }
    return rights;
}

bool isWaiting(const Pause &pause)
{
    return pause.kind == PauseKind::Step || pause.kind == PauseKind::BlueGreen ||
           pause.kind == PauseKind::Other;
}

void addPause(Reasons &reasons, const Release &release, const QDateTime &now)
{
    if (release.manuallyPaused) {
        reasons.append({MessageCode::ManuallyPaused, {}});
    }
    const Pause &pause = release.pause;
    if (pause.kind == PauseKind::Inconclusive) {
        reasons.append({MessageCode::AnalysisInconclusive, {}});
    } else if (isWaiting(pause) && !pause.until.isValid()) {
        reasons.append({MessageCode::WaitsForPerson, {}});
    } else if (isWaiting(pause) && now < pause.until) {
        // Rounded up: "0 seconds left" would read as done.
        const qint64 left = (now.msecsTo(pause.until) + 999) / 1000;
        reasons.append({MessageCode::BakeNotDone, {QString::number(left)}});
    }
}

/// A background analysis that runs holds nothing back; one that went wrong does.
std::optional<Message> heldBy(const AnalysisRunRow &run)
{
    const bool runs = run.phase == QStringLiteral("Running") || run.phase == QStringLiteral("Pending");
    if (runs && run.rolloutType != QStringLiteral("Background")) {
        return Message{MessageCode::AnalysisRunning, {run.meta.name}};
    }
    if (run.phase == QStringLiteral("Failed") || run.phase == QStringLiteral("Error")) {
        return Message{MessageCode::AnalysisFailed, {run.meta.name}};
    }
    return std::nullopt;
}

/// Only the newest run of each type speaks for the version that is wanted now.
void addAnalysis(Reasons &reasons, const Release &release)
{
    QStringList seen;
    for (const auto &run : release.analysisRuns) {
        if (run.podTemplateHash != release.currentHash || seen.contains(run.rolloutType)) {
            continue;
        }
        seen.append(run.rolloutType);
        if (const auto message = heldBy(run)) {
            reasons.append(*message);
        }
    }
}

void addReadiness(Reasons &reasons, const Release &release)
{
    const Revision *current = release.current();
    if (current != nullptr && current->ready < current->desired) {
        reasons.append({MessageCode::PodsNotReady,
                        {QString::number(current->ready), QString::number(current->desired)}});
    }
}

} // namespace

Decision decide(ActionKind kind, const Release &release, const PolicyContext &context)
{
    Decision decision;
    addConnection(decision.reasons, release, context, kind != ActionKind::RollBack);
    if (context.readOnly) {
        decision.reasons.append({MessageCode::ReadOnlyCluster, {}});
    }
    if (context.running) {
        decision.reasons.append({MessageCode::OperationRunning, {actionName(*context.running)}});
    }
    const Rights rights = rightsFor(kind, release, context);
    decision.reasons += rights.denied;
    decision.reasons += notApplicable(kind, release);
    decision.allowed = decision.reasons.isEmpty();
    if (decision.allowed) {
        decision.reasons = rights.unknown;
    }
    return decision;
}

const Revision *rollbackTarget(const Release &release)
{
    if (release.currentHash.isEmpty()) {
        return nullptr;
    }
    if (release.inProgress()) {
        return release.stable();
    }
    const auto found =
        std::find_if(release.revisions.cbegin(), release.revisions.cend(), [&](const auto &revision) {
            return !revision.hash.isEmpty() && revision.hash != release.currentHash;
        });
    return found == release.revisions.cend() ? nullptr : &*found;
}

QVector<Message> holdsNextStep(const Release &release, const PolicyContext &context)
{
    Reasons reasons;
    if (!release.inProgress()) {
        return reasons;
    }
    addConnection(reasons, release, context, true);
    if (context.running) {
        reasons.append({MessageCode::OperationRunning, {actionName(*context.running)}});
    }
    if (!release.specObserved) {
        reasons.append({MessageCode::SpecNotObserved, {}});
    }
    if (release.aborted) {
        reasons.append({MessageCode::AlreadyAborted, {}});
    }
    addPause(reasons, release, context.now);
    addAnalysis(reasons, release);
    addReadiness(reasons, release);
    return reasons;
}

} // namespace signalbox
