// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/policy.h"
#include "models/domain/releasederivation.h"
#include "tests/support/rowbuilders.h"

#include <functional>

namespace signalbox::test
{

using Codes = QVector<MessageCode>;
using Kind = ActionKind;
using Code = MessageCode;

inline const QVector<Kind> everyAction{Kind::Promote,
                                       Kind::PromoteFully,
                                       Kind::Pause,
                                       Kind::Resume,
                                       Kind::Abort,
                                       Kind::Retry,
                                       Kind::Undo,
                                       Kind::RollBack,
                                       Kind::Restart,
                                       Kind::SetImage,
                                       Kind::TerminateAnalysis};

inline Release rollout(const RolloutRow &row, const QVector<AnalysisRunRow> &runs = {})
{
    const ReplicaSetRow older = replicaSet(row.meta.uid, QStringLiteral("older"), 1, 0);
    const ReplicaSetRow stable = replicaSet(row.meta.uid, QStringLiteral("old"), 2, 4);
    const ReplicaSetRow fresh = replicaSet(row.meta.uid, QStringLiteral("new"), 3, 1);
    ReleaseFacts facts;
    facts.replicaSets = {&older, &stable};
    if (row.currentPodHash == QStringLiteral("new")) {
        facts.replicaSets.append(&fresh);
    }
    for (const auto &run : runs) {
        facts.analysisRuns.append(&run);
    }
    facts.now = at(10, 0, 30);
    Release release = deriveRollout(ClusterId(QStringLiteral("prod")), row, facts);
    release.source.freshness = Freshness::Live;
    return release;
}

inline Release deployment(const DeploymentRow &row)
{
    const ReplicaSetRow one = replicaSet(row.meta.uid, QStringLiteral("one"), 1, 0);
    const ReplicaSetRow two = replicaSet(row.meta.uid, QStringLiteral("two"), 2, 3);
    ReleaseFacts facts;
    facts.replicaSets = {&one, &two};
    Release release = deriveDeployment(ClusterId(QStringLiteral("prod")), row, facts);
    release.source.freshness = Freshness::Live;
    return release;
}

/// Everything is allowed.
inline PolicyContext contextFor(const Release &release)
{
    PolicyContext context;
    context.now = at(10, 0, 30);
    context.connected = true;
    for (const Kind kind : everyAction) {
        for (const auto &query : accessNeeded(kind, release)) {
            context.access.insert(query, Access::Allowed);
        }
    }
    return context;
}

inline Codes codesOf(const QVector<Message> &messages)
{
    Codes codes;
    for (const auto &message : messages) {
        codes.append(message.code);
    }
    return codes;
}

inline RolloutRow changed(RolloutRow row, const std::function<void(RolloutRow &)> &change)
{
    change(row);
    return row;
}

} // namespace signalbox::test
