// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/rolloutcontroller.h"

#include "backends/drill/bluegreendriver.h"
#include "backends/drill/canaryscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/rolloutanalysis.h"
#include "backends/drill/rolloutstatus.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>
#include <tuple>

namespace signalbox::drill
{

RolloutController::RolloutController(WorldContext &context)
    : m_context(context)
    , m_handler(context.queue.addHandler([this](const ObjectKey &key) { reconcile(key); }))
{
}

void RolloutController::observe(const ResourceType &type, const StoreEvent &event)
{
    const Json &object = *event.object;
    const QString space = text(object, {"metadata", "namespace"});
    const QString name = text(object, {"metadata", "name"});
    if (type.key() == kinds::rollouts()) {
        if (event.type == StoreEvent::Type::Deleted) {
            m_progress.remove(text(object, {"metadata", "uid"}));
            m_canary.forget(text(object, {"metadata", "uid"}));
        } else {
            m_context.queue.enqueue(m_handler, {space, name});
        }
    } else if (type.key() == kinds::replicaSets() || type.key() == kinds::analysisRuns()) {
        const OwnerReference owner = controllerOf(object);
        if (owner.kind == QLatin1String("Rollout"))
            m_context.queue.enqueue(m_handler, {space, owner.name});
    } else if (type.key() == kinds::deployments()) {
        enqueueUsers(space, name);
    }
}

void RolloutController::enqueueUsers(const QString &namespaceName, const QString &workload)
{
    for (const auto &rollout : m_context.store.list(kinds::rollouts(), namespaceName)) {
        if (text(*rollout, {"spec", "workloadRef", "name"}) == workload)
            m_context.queue.enqueue(m_handler, {namespaceName, text(*rollout, {"metadata", "name"})});
    }
}

void RolloutController::reconcile(const ObjectKey &key)
{
    auto found = readRollout(m_context, key);
    if (!found)
        return;
    RolloutPass &pass = *found;
    const QString wrong = invalidSpec(pass);
    if (wrong.isEmpty())
        runStrategy(pass);
    else
        writeInvalidSpec(pass, wrong);
    write(pass);
    if (pass.lookAgain)
        m_context.queue.enqueue(m_handler, key, *pass.lookAgain);
}

void RolloutController::runStrategy(RolloutPass &pass)
{
    followSpec(pass);
    if (!pass.paused || pass.stableHash().isEmpty())
        ensureSet(pass);
    followRequests(pass);
    if (pass.canary)
        m_canary.run(pass);
    else
        driveBlueGreen(pass);
    if (!pass.abortReason.isEmpty())
        abort(pass, QString(pass.abortReason));
    pass.refreshSets();
    restart(pass);
    writeRolloutCounts(pass);
    const bool late = timedOut(pass);
    if (late && flag(pass.spec(), {"progressDeadlineAbort"}) && !pass.aborted() && !pass.freshIsStable())
        abort(pass, QStringLiteral("no progress within the progress deadline"));
    writeRolloutConditions(pass, late);
    writeRolloutPhase(pass);
    scaleWorkload(pass);
    if (isComplete(pass)) {
        trimAnalysisRuns(pass);
        trimRevisions(m_context, pass.sets,
                      static_cast<int>(number(pass.spec(), {"revisionHistoryLimit"}, 10)),
                      {pass.hash, pass.stableHash()});
    }
}

void RolloutController::followSpec(RolloutPass &pass)
{
    const QString before = text(pass.status, {"currentPodHash"});
    const QString stepsHash = pass.canary ? canaryStepsHash(pass.strategy()) : QString();
    const QString stepsBefore = text(pass.status, {"currentStepHash"});
    const bool templateChanged = before != pass.hash;
    const bool stepsChanged = pass.canary && stepsBefore != stepsHash;
    if (!templateChanged && !stepsChanged)
        return;
    if (pass.canary)
        pass.status["currentStepHash"] = jsonText(stepsHash);
    startOver(pass, before.isEmpty());
}

void RolloutController::startOver(RolloutPass &pass, bool firstTime)
{
    stopAllAnalysis(pass, true);
    pass.status["currentPodHash"] = jsonText(pass.hash);
    // What belonged to the version before is void.
    for (const char *key : {"pauseConditions", "controllerPause", "abort", "abortedAt"})
        pass.status.erase(key);
    if (!firstTime)
        pass.status.erase("promoteFull");
    if (member(pass.status, "blueGreen").is_object())
        pass.status["blueGreen"].erase("scaleUpPreviewCheckPoint");
    const auto steps = canarySteps(pass.strategy()).size();
    const bool skip = pass.stableHash().isEmpty() || pass.freshIsStable() || withinWindow(pass);
    if (pass.canary && steps > 0) {
        pass.status["currentStepIndex"] = skip ? steps : 0;
        if (skip && !pass.stableHash().isEmpty())
            pass.say(QStringLiteral("SkipSteps"),
                     QStringLiteral("Rollback to a known ReplicaSet: all steps are skipped"));
    } else {
        pass.status.erase("currentStepIndex");
    }
}

bool RolloutController::withinWindow(const RolloutPass &pass) const
{
    const qint64 window = number(pass.spec(), {"rollbackWindow", "revisions"});
    const ReplicaSetView *target = pass.fresh();
    const ReplicaSetView *stable = pass.stable();
    if (window <= 0 || !target || !stable || target->created >= stable->created)
        return false;
    const auto inBetween =
        std::count_if(pass.sets.cbegin(), pass.sets.cend(), [&](const ReplicaSetView &set) {
            return set.created > target->created && set.created < stable->created;
        });
    return inBetween < window;
}

void RolloutController::ensureSet(RolloutPass &pass)
{
    const qint64 newest = newestRevision(pass.sets);
    const ReplicaSetView *fresh = pass.fresh();
    qint64 revision = fresh ? fresh->revision : newest + 1;
    if (!fresh) {
        const auto created = createReplicaSet(m_context, *pass.object, rolloutScheme,
                                              {pass.podTemplate, pass.hash, revision, 0});
        if (!created)
            return;
        pass.say(QStringLiteral("RolloutUpdated"),
                 QStringLiteral("Rollout updated to revision %1").arg(revision));
        pass.say(QStringLiteral("NewReplicaSetCreated"),
                 QStringLiteral("Created ReplicaSet %1-%2 (revision %3)")
                     .arg(pass.key.name, pass.hash)
                     .arg(revision));
    } else if (fresh->revision < newest) {
        revision = newest + 1;
        bumpRevision(m_context, *fresh, rolloutScheme, revision);
        pass.say(QStringLiteral("RolloutUpdated"),
                 QStringLiteral("Rollout updated to revision %1").arg(revision));
    }
    pass.refreshSets();
    // A deleted Rollout is noticed at the next look.
    std::ignore =
        m_context.store.edit(kinds::rollouts(), pass.key.namespaceName, pass.key.name, [&](Json &it) {
            it["metadata"]["annotations"][rolloutScheme.revision] = std::to_string(revision);
            if (pass.workloadGeneration > 0)
                it["metadata"]["annotations"]["rollout.argoproj.io/workload-generation"] =
                    std::to_string(pass.workloadGeneration);
        });
}

void RolloutController::followRequests(RolloutPass &pass)
{
    if (pass.promotingFully()) {
        if (pass.freshIsStable()) {
            pass.status.erase("promoteFull");
        } else {
            pass.status.erase("abort");
            pass.status.erase("abortedAt");
            stopAllAnalysis(pass, true);
            pass.setPauses({}, false);
            const auto steps = canarySteps(pass.strategy()).size();
            if (pass.canary && steps > 0)
                pass.status["currentStepIndex"] = steps;
        }
    }
    const bool wasAborted = member(pass.status, "abortedAt").is_string();
    if (pass.aborted() && pass.freshIsStable()) {
        pass.status.erase("abort"); // nothing to abort
    } else if (pass.aborted() && !wasAborted) {
        abort(pass, {});
    } else if (!pass.aborted() && wasAborted) {
        pass.status.erase("abort");
        pass.status.erase("abortedAt");
        stopAllAnalysis(pass, true);
        if (pass.canary && canarySteps(pass.strategy()).size() > 0)
            pass.status["currentStepIndex"] = 0;
        m_progress.remove(text(*pass.object, {"metadata", "uid"}));
        pass.say(QStringLiteral("RolloutRetry"),
                 QStringLiteral("Rollout retries revision %1").arg(pass.revision()));
    }
}

void RolloutController::abort(RolloutPass &pass, const QString &why)
{
    pass.abortReason.clear();
    stopAllAnalysis(pass, false);
    pass.status["abort"] = true;
    pass.status["abortedAt"] = stamp(pass.now);
    pass.status.erase("promoteFull");
    pass.setPauses({}, false);
    if (pass.canary && canarySteps(pass.strategy()).size() > 0)
        pass.status["currentStepIndex"] = 0;
    QString message = QStringLiteral("Rollout aborted update to revision %1").arg(pass.revision());
    if (!why.isEmpty())
        message += QStringLiteral(": ") + why;
    setCondition(pass.status, {"Progressing", "False", QStringLiteral("RolloutAborted"), message}, pass.now);
    pass.say(QStringLiteral("RolloutAborted"), message, true);
    pass.again(Milliseconds(0));
}

void RolloutController::restart(RolloutPass &pass)
{
    const QDateTime wanted = instant(member(pass.spec(), "restartAt"));
    if (!wanted.isValid() || text(pass.spec(), {"restartAt"}) == text(pass.status, {"restartedAt"}))
        return;
    if (wanted > pass.now) {
        pass.again(between(pass.now, wanted));
        return;
    }
    int available = 0;
    QVector<std::shared_ptr<const Json>> old;
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        available += set.available;
        for (const auto &pod :
             m_context.owners.owned(text(*set.object, {"metadata", "uid"}), kinds::pods())) {
            if (instant(member(*pod, {"metadata", "creationTimestamp"})) < wanted)
                old.append(pod);
        }
    }
    if (old.isEmpty()) {
        pass.status["restartedAt"] = jsonText(text(pass.spec(), {"restartAt"}));
        return;
    }
    const int allowed = std::max(
        1, intOrPercent(member(pass.strategy(), "maxUnavailable"), pass.replicas, false, pass.replicas / 4));
    int room = available - (pass.replicas - allowed);
    for (const auto &pod : std::as_const(old)) {
        if (room-- <= 0)
            break;
        std::ignore = m_context.store.remove(kinds::pods(), pass.key.namespaceName,
                                             text(*pod, {"metadata", "name"})); // gone is what we want
    }
}

void RolloutController::scaleWorkload(const RolloutPass &pass)
{
    const QString when = text(pass.spec(), {"workloadRef", "scaleDown"});
    if (when.isEmpty() || when == QLatin1String("never") || !isComplete(pass))
        return;
    std::ignore = m_context.store.edit(
        kinds::deployments(), pass.key.namespaceName, text(pass.spec(), {"workloadRef", "name"}),
        [](Json &it) { it["spec"]["replicas"] = 0; }); // absent: nothing to scale
}

bool RolloutController::timedOut(RolloutPass &pass)
{
    const QString uid = text(*pass.object, {"metadata", "uid"});
    const bool analysing = !text(pass.status, {"canary", "currentStepAnalysisRunStatus", "name"}).isEmpty();
    if (pass.paused || pass.aborted() || !pass.pauses().isEmpty() || analysing || isComplete(pass)) {
        m_progress.remove(uid);
        return false;
    }
    QString signature = pass.hash + QString::number(number(pass.status, {"currentStepIndex"}, -1));
    for (const ReplicaSetView &set : std::as_const(pass.sets))
        signature += QStringLiteral(";%1/%2/%3").arg(set.desired).arg(set.replicas).arg(set.available);
    Progress &progress = m_progress[uid];
    if (progress.signature != signature)
        progress = {signature, pass.now};
    const QDateTime late = progress.since.addSecs(number(pass.spec(), {"progressDeadlineSeconds"}, 600));
    if (pass.now >= late)
        return true;
    pass.again(between(pass.now, late));
    return false;
}

void RolloutController::write(RolloutPass &pass)
{
    std::ignore = m_context.store.edit(kinds::rollouts(), pass.key.namespaceName, pass.key.name,
                                       [&](Json &it) { it["status"] = pass.status; }); // deleted: no status
}

} // namespace signalbox::drill
