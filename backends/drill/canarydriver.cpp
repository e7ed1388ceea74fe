// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/canarydriver.h"

#include "backends/drill/canaryscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/rolloutanalysis.h"
#include "backends/drill/rolloutrouter.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

CanaryScaleFacts scaleFacts(const RolloutPass &pass, int index)
{
    CanaryScaleFacts facts;
    facts.replicas = pass.replicas;
    facts.routed = isRouted(pass);
    facts.dynamicStable = flag(pass.strategy(), {"dynamicStableScale"});
    facts.aborted = pass.aborted();
    facts.steps = canarySteps(pass.strategy());
    facts.index = index;
    facts.full = pass.promotingFully() || index >= facts.steps.size() || pass.freshIsStable() ||
                 pass.stableHash().isEmpty();
    return facts;
}

SideCount countOf(const ReplicaSetView *set)
{
    return set ? SideCount{set->desired, set->available} : SideCount{};
}

int surge(const RolloutPass &pass)
{
    return intOrPercent(member(pass.strategy(), "maxSurge"), pass.replicas, true,
                        intOrPercent(Json("25%"), pass.replicas, true, 1));
}

int unavailable(const RolloutPass &pass)
{
    const int value = intOrPercent(member(pass.strategy(), "maxUnavailable"), pass.replicas, false,
                                   intOrPercent(Json("25%"), pass.replicas, false, 0));
    return value == 0 && surge(pass) == 0 ? 1 : value;
}

bool inconclusive(const RolloutPass &pass)
{
    const auto pauses = pass.pauses();
    return std::any_of(pauses.cbegin(), pauses.cend(), [](const PauseCondition &pause) {
        return pause.reason.startsWith(QLatin1String("Inconclusive"));
    });
}

QString completionReason(const RolloutPass &pass)
{
    if (pass.stableHash().isEmpty())
        return QStringLiteral("Initial deploy");
    if (pass.promotingFully())
        return QStringLiteral("Full promotion requested");
    return QStringLiteral("Completed all %1 canary steps").arg(canarySteps(pass.strategy()).size());
}

} // namespace

int canaryIndex(const RolloutPass &pass)
{
    const auto count = static_cast<qint64>(canarySteps(pass.strategy()).size());
    return static_cast<int>(std::clamp<qint64>(number(pass.status, {"currentStepIndex"}, count), 0, count));
}

void CanaryDriver::run(RolloutPass &pass)
{
    const int index = canaryIndex(pass);
    if (!pass.paused && !inconclusive(pass)) {
        if (isRouted(pass))
            scaleByRoute(pass, index);
        else
            scaleByRatio(pass, index);
        pass.refreshSets();
    }
    const bool weightReached = route(pass, index);
    if (!pass.paused)
        background(pass, index);
    if (!pass.aborted() && pass.abortReason.isEmpty())
        advance(pass, index, weightReached);
    promoteIfDone(pass, canaryIndex(pass));
}

void CanaryDriver::scaleByRatio(RolloutPass &pass, int index)
{
    const ReplicaSetView *fresh = pass.fresh();
    const ReplicaSetView *stable = pass.freshIsStable() ? nullptr : pass.stable();
    PodRatioFacts facts;
    facts.replicas = pass.replicas;
    facts.maxSurge = surge(pass);
    facts.maxUnavailable = unavailable(pass);
    facts.fresh = countOf(fresh);
    facts.stable = countOf(stable);
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        if (set.hash != pass.hash && (!stable || set.hash != stable->hash)) {
            facts.older.desired += set.desired;
            facts.older.available += set.available;
        }
    }
    facts.wanted = wantedSizes(scaleFacts(pass, index));
    if (!fresh && !pass.freshIsStable())
        facts.wanted = {0, pass.replicas};
    const PodRatioPlan plan = planPodRatio(facts);
    int remove = facts.older.desired - plan.older;
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        if (set.hash == pass.hash) {
            pass.scale(set, plan.fresh);
        } else if (stable && set.hash == stable->hash) {
            pass.scale(set, plan.stable);
        } else if (remove > 0) {
            const int taken = std::min(remove, set.desired);
            pass.scale(set, set.desired - taken);
            remove -= taken;
        }
    }
}

void CanaryDriver::scaleByRoute(RolloutPass &pass, int index)
{
    const CanaryScaleFacts facts = scaleFacts(pass, index);
    const CanarySizes wanted = wantedSizes(facts);
    const int abortDelay = pass.delaySeconds("abortScaleDownDelaySeconds", 30);
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        if (set.hash == pass.hash && (pass.freshIsStable() || pass.stableHash().isEmpty())) {
            setScaleDownDeadline(pass.context, set, {});
            pass.scale(set, pass.replicas);
        } else if (set.hash == pass.hash && facts.aborted) {
            // With a shrinking stable side, traffic leaves only as the stable side grows back.
            pass.retire(set, abortDelay == 0 ? -1 : abortDelay);
        } else if (set.hash == pass.hash) {
            setScaleDownDeadline(pass.context, set, {});
            pass.scale(set, wanted.fresh);
        } else if (set.hash == pass.stableHash()) {
            setScaleDownDeadline(pass.context, set, {});
            const ReplicaSetView *fresh = pass.fresh();
            const bool ready = fresh && fresh->available >= wanted.fresh;
            if (wanted.stable >= set.desired ||
                (ready && routedWeight(pass) >= 100 - wanted.stable * 100 / std::max(1, pass.replicas)))
                pass.scale(set, wanted.stable);
        } else {
            pass.retire(set,
                        set.scaleDownDeadline.isValid() ? pass.delaySeconds("scaleDownDelaySeconds", 30) : 0);
        }
    }
}

bool CanaryDriver::route(RolloutPass &pass, int index)
{
    if (!isRouted(pass))
        return true;
    const ReplicaSetView *fresh = pass.fresh();
    const ReplicaSetView *stable = pass.stable();
    const CanaryScaleFacts facts = scaleFacts(pass, index);
    switchService(pass, text(pass.strategy(), {"stableService"}),
                  pass.stableHash().isEmpty() ? pass.hash : pass.stableHash());
    if (fresh && (fresh->available > 0 || pass.freshIsStable()))
        switchService(pass, text(pass.strategy(), {"canaryService"}), pass.hash);
    const int now = routedWeight(pass);
    int wanted = 0;
    if (pass.freshIsStable() || pass.stableHash().isEmpty() || !fresh || fresh->available == 0)
        wanted = 0;
    else if (facts.aborted)
        wanted = facts.dynamicStable && stable && pass.replicas > 0
                     ? std::min(now, std::max(0, 100 - stable->available * 100 / pass.replicas))
                     : 0;
    else if (facts.full)
        wanted = fresh->available >= pass.replicas ? 100 : now;
    else
        wanted = fresh->available >= wantedSizes(facts).fresh ? canaryWeightAt(facts.steps, index) : now;
    if (!routeWeight(pass, wanted))
        return false;
    return facts.full || wanted == canaryWeightAt(facts.steps, index);
}

void CanaryDriver::background(RolloutPass &pass, int index)
{
    const Json &analysis = member(pass.strategy(), "analysis");
    const auto place = AnalysisPlace::Background;
    if (!analysis.is_object() || pass.freshIsStable() || pass.stableHash().isEmpty())
        return;
    const ReplicaSetView *fresh = pass.fresh();
    const bool begun = index >= number(analysis, {"startingStep"}) && fresh && fresh->available > 0;
    const bool steps = index < canarySteps(pass.strategy()).size();
    const RunVerdict verdict = readAnalysis(pass, place);
    if (pass.aborted() || pass.promotingFully())
        return;
    if (verdict == RunVerdict::None && begun && steps)
        startAnalysis(pass, place, analysis);
    if (verdict == RunVerdict::Failed)
        pass.abortReason = text(pass.status, {"canary", analysisStatusKey(place), "message"});
    if (verdict == RunVerdict::Failed && pass.abortReason.isEmpty())
        pass.abortReason = QStringLiteral("background analysis failed");
    const bool told = flag(pass.status, {"controllerPause"});
    if (verdict == RunVerdict::Inconclusive && !inconclusive(pass) && !told) {
        auto pauses = pass.pauses();
        pauses.append({QStringLiteral("InconclusiveAnalysisRun"), pass.now});
        pass.setPauses(pauses, true);
    }
}

QDateTime CanaryDriver::stepSince(const RolloutPass &pass, int index)
{
    const QString step = pass.hash + QLatin1Char('/') + QString::number(index);
    StepClock &clock = m_stepSince[text(*pass.object, {"metadata", "uid"})];
    if (clock.step != step)
        clock = {step, pass.now};
    return clock.since;
}

void CanaryDriver::advance(RolloutPass &pass, int index, bool weightReached)
{
    const QVector<CanaryStep> steps = canarySteps(pass.strategy());
    if (pass.freshIsStable() || pass.stableHash().isEmpty() || index >= steps.size() || pass.promotingFully())
        return;
    const CanarySizes wanted = wantedSizes(scaleFacts(pass, index));
    const ReplicaSetView *fresh = pass.fresh();
    const ReplicaSetView *stable = pass.stable();
    CanaryFacts facts;
    facts.steps = steps;
    facts.index = index;
    facts.now = pass.now;
    facts.stepSince = stepSince(pass, index);
    facts.sizesReached =
        (fresh ? fresh->desired == wanted.fresh && fresh->available >= wanted.fresh : wanted.fresh == 0) &&
        (isRouted(pass) || !stable || stable->desired == wanted.stable);
    facts.weightReached = weightReached;
    facts.held = pass.paused || inconclusive(pass);
    facts.controllerPause = flag(pass.status, {"controllerPause"});
    facts.pauses = pass.pauses();
    if (steps.at(index).kind == CanaryStep::Kind::Analysis)
        facts.analysis = readAnalysis(pass, AnalysisPlace::Step);
    if (facts.analysis == RunVerdict::Failed) {
        pass.abortReason = text(pass.status, {"canary", analysisStatusKey(AnalysisPlace::Step), "message"});
        if (pass.abortReason.isEmpty())
            pass.abortReason = QStringLiteral("step analysis failed");
        return;
    }
    const CanaryDecision decision = decideCanaryStep(facts);
    pass.setPauses(decision.pauses, decision.controllerPause);
    if (decision.lookAgain)
        pass.again(*decision.lookAgain);
    if (decision.wantsAnalysis)
        startAnalysis(pass, AnalysisPlace::Step,
                      member(member(pass.strategy(), "steps").at(static_cast<size_t>(index)), "analysis"),
                      index);
    if (!decision.completed)
        return;
    stopAnalysis(pass, AnalysisPlace::Step, true);
    pass.status["currentStepIndex"] = decision.index;
    pass.say(QStringLiteral("RolloutStepCompleted"), QStringLiteral("Rollout step %1/%2 completed (%3)")
                                                         .arg(decision.index)
                                                         .arg(steps.size())
                                                         .arg(steps.at(index).text));
    pass.again(Milliseconds(0));
}

void CanaryDriver::promoteIfDone(RolloutPass &pass, int index)
{
    const ReplicaSetView *fresh = pass.fresh();
    if (pass.aborted() || pass.freshIsStable() || !fresh || fresh->available < pass.replicas ||
        !pass.abortReason.isEmpty())
        return;
    const bool first = pass.stableHash().isEmpty();
    if (!first && !pass.promotingFully() && index < canarySteps(pass.strategy()).size())
        return;
    if (fresh->desired != pass.replicas)
        return;
    const ReplicaSetView *old = pass.stable();
    if (!first && isRouted(pass) && routedWeight(pass) != 100)
        return;
    if (!first && !isRouted(pass) && old && old->desired > 0)
        return;
    const QString why = completionReason(pass);
    if (old && isRouted(pass)) {
        const int delay = pass.delaySeconds("scaleDownDelaySeconds", 30);
        setScaleDownDeadline(pass.context, *old, pass.now.addSecs(delay));
        pass.again(std::chrono::seconds(delay));
    }
    stopAllAnalysis(pass, true);
    pass.status["stableRS"] = jsonText(pass.hash);
    pass.status["currentStepIndex"] = canarySteps(pass.strategy()).size();
    pass.status.erase("promoteFull");
    pass.setPauses({}, false);
    pass.say(QStringLiteral("RolloutCompleted"),
             QStringLiteral("Rollout completed update to revision %1 (%2): %3")
                 .arg(pass.revision())
                 .arg(pass.hash, why));
    pass.again(Milliseconds(0));
}

} // namespace signalbox::drill
