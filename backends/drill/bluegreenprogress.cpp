// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/bluegreenprogress.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

/// True once nothing but the switch is left to do.
bool passesPause(const BlueGreenFacts &facts, BlueGreenDecision &decision)
{
    if (facts.promoteFull || facts.fastTrack ||
        (facts.autoPromotion && facts.autoPromotionAfter.count() == 0))
        return true;
    static const QString reason = QStringLiteral("BlueGreenPause");
    const auto pause = std::find_if(facts.pauses.cbegin(), facts.pauses.cend(),
                                    [](const PauseCondition &p) { return p.reason == reason; });
    if (pause == facts.pauses.cend()) {
        if (facts.controllerPause || facts.checkpoint) // a person took the pause away
            return true;
        decision.pauses.append({reason, facts.now});
        decision.controllerPause = true;
        if (facts.autoPromotionAfter.count() > 0)
            decision.lookAgain = facts.autoPromotionAfter;
        return false;
    }
    if (facts.autoPromotionAfter.count() == 0)
        return false;
    const Milliseconds left = facts.autoPromotionAfter - between(pause->start, facts.now);
    if (left.count() <= 0)
        return true;
    decision.lookAgain = left;
    return false;
}

bool passesAnalysis(const BlueGreenFacts &facts, bool has, RunVerdict verdict, bool &wants,
                    BlueGreenDecision &decision)
{
    if (!has || facts.promoteFull || facts.fastTrack || verdict == RunVerdict::Successful)
        return true;
    wants = verdict == RunVerdict::None;
    if (verdict == RunVerdict::Inconclusive && !facts.controllerPause) {
        decision.pauses.append({QStringLiteral("InconclusiveAnalysisRun"), facts.now});
        decision.controllerPause = true;
    }
    // A person who clears an inconclusive pause says: go on.
    return verdict == RunVerdict::Inconclusive && facts.controllerPause && facts.pauses.isEmpty();
}

void decideBeforeSwitch(const BlueGreenFacts &facts, BlueGreenDecision &decision)
{
    const bool first = facts.stableHash.isEmpty();
    const bool shortcut = first || facts.promoteFull || facts.fastTrack || facts.checkpoint;
    const int preview = shortcut ? facts.replicas : facts.previewReplicas.value_or(facts.replicas);
    decision.newReplicas = preview;
    if (facts.newAvailable < preview)
        return;
    if (!first && !facts.checkpoint) {
        if (!passesAnalysis(facts, facts.hasPre, facts.pre, decision.wantsPre, decision))
            return;
        if (!passesPause(facts, decision))
            return;
    }
    decision.pauses.clear();
    decision.controllerPause = false;
    decision.lookAgain.reset();
    decision.newReplicas = facts.replicas;
    if (facts.newAvailable < facts.replicas) {
        decision.checkpoint = true; // promoted, but the preview was smaller than the real thing
        return;
    }
    decision.activeHash = facts.newHash;
}

} // namespace

BlueGreenDecision decideBlueGreen(const BlueGreenFacts &facts)
{
    BlueGreenDecision decision;
    decision.newReplicas = facts.replicas;
    decision.previewHash = facts.newHash;
    decision.activeHash = facts.activeHash;
    decision.stableHash = facts.stableHash;
    decision.checkpoint = facts.checkpoint;
    decision.controllerPause = facts.controllerPause;
    decision.pauses = facts.pauses;
    if (facts.held)
        return decision;
    if (facts.aborted && facts.newHash != facts.stableHash) {
        decision.activeHash = facts.stableHash;
        decision.pauses.clear();
        decision.controllerPause = false;
        return decision;
    }
    if (facts.activeHash != facts.newHash)
        decideBeforeSwitch(facts, decision);
    if (decision.activeHash != facts.newHash || facts.stableHash == facts.newHash)
        return decision;
    if (!facts.stableHash.isEmpty() &&
        !passesAnalysis(facts, facts.hasPost, facts.post, decision.wantsPost, decision))
        return decision;
    decision.stableHash = facts.newHash;
    decision.checkpoint = false;
    decision.controllerPause = false;
    decision.pauses.clear();
    return decision;
}

} // namespace signalbox::drill
