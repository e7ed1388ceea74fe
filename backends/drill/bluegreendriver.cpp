// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/bluegreendriver.h"

#include "backends/drill/bluegreenprogress.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/rolloutanalysis.h"
#include "backends/drill/rolloutrouter.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

bool isFastTrack(const RolloutPass &pass)
{
    const ReplicaSetView *fresh = pass.fresh();
    return fresh && fresh->available >= pass.replicas && fresh->scaleDownDeadline.isValid() &&
           fresh->scaleDownDeadline > pass.now && !pass.aborted();
}

BlueGreenFacts factsOf(RolloutPass &pass)
{
    const Json &strategy = pass.strategy();
    BlueGreenFacts facts;
    facts.now = pass.now;
    facts.newHash = pass.hash;
    facts.stableHash = pass.stableHash();
    facts.activeHash = selectedHash(pass, text(strategy, {"activeService"}));
    facts.replicas = pass.replicas;
    if (member(strategy, "previewReplicaCount").is_number())
        facts.previewReplicas = pass.delaySeconds("previewReplicaCount", pass.replicas);
    const ReplicaSetView *fresh = pass.fresh();
    facts.newAvailable = fresh ? fresh->available : 0;
    facts.aborted = pass.aborted();
    facts.held = pass.paused;
    facts.promoteFull = pass.promotingFully();
    facts.fastTrack = isFastTrack(pass);
    facts.checkpoint = flag(pass.status, {"blueGreen", "scaleUpPreviewCheckPoint"});
    const Json &automatic = member(strategy, "autoPromotionEnabled");
    facts.autoPromotion = !automatic.is_boolean() || automatic.get<bool>();
    facts.autoPromotionAfter = std::chrono::seconds(pass.delaySeconds("autoPromotionSeconds", 0));
    facts.controllerPause = flag(pass.status, {"controllerPause"});
    facts.pauses = pass.pauses();
    facts.hasPre = member(strategy, "prePromotionAnalysis").is_object();
    facts.hasPost = member(strategy, "postPromotionAnalysis").is_object();
    if (facts.hasPre)
        facts.pre = readAnalysis(pass, AnalysisPlace::PrePromotion);
    if (facts.hasPost)
        facts.post = readAnalysis(pass, AnalysisPlace::PostPromotion);
    return facts;
}

void applySizes(RolloutPass &pass, const BlueGreenDecision &decision, const QString &activeBefore)
{
    const int delay = pass.delaySeconds("scaleDownDelaySeconds", 30);
    const int abortDelay = pass.delaySeconds("abortScaleDownDelaySeconds", 30);
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        const bool fresh = set.hash == pass.hash;
        if (fresh && pass.aborted() && !pass.freshIsStable() && set.hash != decision.activeHash) {
            pass.retire(set, abortDelay == 0 ? -1 : abortDelay);
        } else if (fresh) {
            setScaleDownDeadline(pass.context, set, {});
            // A version that serves everyone is never made smaller than the whole.
            pass.scale(set, set.hash == activeBefore ? pass.replicas : decision.newReplicas);
        } else if (set.hash == decision.stableHash || set.hash == decision.activeHash) {
            setScaleDownDeadline(pass.context, set, {});
            pass.scale(set, pass.replicas);
        } else if (set.scaleDownDeadline.isValid() || set.hash == pass.stableHash() ||
                   set.hash == activeBefore) {
            pass.retire(set, delay);
        } else {
            pass.retire(set, 0);
        }
    }
}

void applyAnalysis(RolloutPass &pass, const BlueGreenFacts &facts, const BlueGreenDecision &decision)
{
    if (decision.wantsPre)
        startAnalysis(pass, AnalysisPlace::PrePromotion, member(pass.strategy(), "prePromotionAnalysis"));
    if (decision.wantsPost)
        startAnalysis(pass, AnalysisPlace::PostPromotion, member(pass.strategy(), "postPromotionAnalysis"));
    const auto failed = [&](RunVerdict verdict, AnalysisPlace place) {
        if (verdict != RunVerdict::Failed || facts.aborted || pass.freshIsStable())
            return;
        pass.abortReason = text(pass.status, {"blueGreen", analysisStatusKey(place), "message"});
        if (pass.abortReason.isEmpty())
            pass.abortReason = QStringLiteral("analysis failed");
    };
    failed(facts.pre, AnalysisPlace::PrePromotion);
    failed(facts.post, AnalysisPlace::PostPromotion);
}

void complete(RolloutPass &pass, const BlueGreenFacts &facts, const BlueGreenDecision &decision)
{
    if (decision.stableHash == facts.stableHash)
        return;
    QString why = QStringLiteral("Completed blue-green update");
    if (facts.stableHash.isEmpty())
        why = QStringLiteral("Initial deploy");
    else if (facts.promoteFull)
        why = QStringLiteral("Full promotion requested");
    else if (facts.fastTrack)
        why = QStringLiteral("Fast rollback");
    pass.status["stableRS"] = jsonText(decision.stableHash);
    pass.status.erase("promoteFull");
    pass.say(QStringLiteral("RolloutCompleted"),
             QStringLiteral("Rollout completed update to revision %1 (%2): %3")
                 .arg(pass.revision())
                 .arg(pass.hash, why));
    pass.again(Milliseconds(0));
}

} // namespace

void driveBlueGreen(RolloutPass &pass)
{
    const BlueGreenFacts facts = factsOf(pass);
    const BlueGreenDecision decision = decideBlueGreen(facts);
    const QString active = text(pass.strategy(), {"activeService"});
    const QString preview = text(pass.strategy(), {"previewService"});
    const bool moved = decision.activeHash != facts.activeHash;
    if (!pass.paused) {
        switchService(pass, preview, decision.previewHash);
        switchService(pass, active, decision.activeHash);
    }
    Json &status = pass.status["blueGreen"];
    if (!status.is_object())
        status = Json::object();
    status["activeSelector"] = jsonText(selectedHash(pass, active));
    if (!preview.isEmpty())
        status["previewSelector"] = jsonText(selectedHash(pass, preview));
    if (decision.checkpoint)
        status["scaleUpPreviewCheckPoint"] = true;
    else
        status.erase("scaleUpPreviewCheckPoint");
    pass.setPauses(decision.pauses, decision.controllerPause);
    if (decision.lookAgain)
        pass.again(*decision.lookAgain);
    applyAnalysis(pass, facts, decision);
    if (!pass.paused)
        applySizes(pass, decision, facts.activeHash);
    if (pass.abortReason.isEmpty())
        complete(pass, facts, decision);
    if (moved)
        pass.again(Milliseconds(0));
}

} // namespace signalbox::drill
