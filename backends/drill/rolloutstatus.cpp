// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/rolloutstatus.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/rolloutrouter.h"

namespace signalbox::drill
{

namespace
{

struct Phase {
    const char *name;
    QString message;
};

QString selectorText(const Json &selector)
{
    QStringList parts;
    const Json &labels = member(selector, "matchLabels");
    if (labels.is_object()) {
        for (const auto &[key, value] : labels.items())
            parts.append(QString::fromStdString(key) + QLatin1Char('=') + text(value));
    }
    return parts.join(QLatin1Char(','));
}

Phase blueGreenPhase(const RolloutPass &pass)
{
    const QString active = text(pass.status, {"blueGreen", "activeSelector"});
    if (active.isEmpty() || active != pass.hash)
        return {"Progressing", QStringLiteral("active service cutover pending")};
    if (!pass.freshIsStable())
        return {"Progressing", QStringLiteral("waiting for analysis to complete")};
    return {"Healthy", {}};
}

Phase canaryPhase(const RolloutPass &pass, qint64 updated)
{
    if (!isRouted(pass) && number(pass.status, {"replicas"}) > updated)
        return {"Progressing", QStringLiteral("old replicas are pending termination")};
    if (!pass.freshIsStable())
        return {"Progressing", QStringLiteral("waiting for all steps to complete")};
    return {"Healthy", {}};
}

Phase phaseOf(const RolloutPass &pass)
{
    const Json wrapper = {{"status", pass.status}};
    if (const Json *progressing = condition(wrapper, "Progressing")) {
        const QString reason = text(*progressing, {"reason"});
        if (reason == QLatin1String("RolloutAborted") || reason == QLatin1String("ProgressDeadlineExceeded"))
            return {"Degraded", reason + QStringLiteral(": ") + text(*progressing, {"message"})};
    }
    if (pass.paused)
        return {"Paused", QStringLiteral("manually paused")};
    const auto pauses = pass.pauses();
    if (!pauses.isEmpty())
        return {"Paused", pauses.first().reason};
    if (text(pass.spec(), {"restartAt"}) != text(pass.status, {"restartedAt"}) &&
        instant(member(pass.spec(), "restartAt")) <= pass.now)
        return {"Progressing", QStringLiteral("rollout is restarting")};
    const qint64 updated = number(pass.status, {"updatedReplicas"});
    if (updated < pass.replicas)
        return {"Progressing", QStringLiteral("more replicas need to be updated")};
    if (number(pass.status, {"availableReplicas"}) < updated)
        return {"Progressing", QStringLiteral("updated replicas are still becoming available")};
    return pass.canary ? canaryPhase(pass, updated) : blueGreenPhase(pass);
}

ConditionValue progressing(const RolloutPass &pass, bool timedOut)
{
    const ReplicaSetView *fresh = pass.fresh();
    const QString set = fresh ? fresh->name : pass.key.name;
    if (pass.aborted())
        return {"Progressing", "False", QStringLiteral("RolloutAborted"),
                QStringLiteral("Rollout aborted update to revision %1").arg(pass.revision())};
    if (timedOut)
        return {"Progressing", "False", QStringLiteral("ProgressDeadlineExceeded"),
                QStringLiteral("ReplicaSet \"%1\" has timed out progressing.").arg(set)};
    if (pass.paused || !pass.pauses().isEmpty())
        return {"Progressing", "Unknown", QStringLiteral("RolloutPaused"),
                QStringLiteral("Rollout is paused")};
    if (isComplete(pass))
        return {"Progressing", "True", QStringLiteral("NewReplicaSetAvailable"),
                QStringLiteral("ReplicaSet \"%1\" has successfully progressed.").arg(set)};
    return {"Progressing", "True", QStringLiteral("ReplicaSetUpdated"),
            QStringLiteral("ReplicaSet \"%1\" is progressing.").arg(set)};
}

} // namespace

bool isComplete(const RolloutPass &pass)
{
    const ReplicaSetView *fresh = pass.fresh();
    return pass.freshIsStable() && fresh && fresh->available >= pass.replicas &&
           fresh->replicas == pass.replicas;
}

void writeRolloutCounts(RolloutPass &pass)
{
    int replicas = 0;
    int ready = 0;
    int available = 0;
    for (const ReplicaSetView &set : std::as_const(pass.sets)) {
        replicas += set.replicas;
        ready += set.ready;
        available += set.available;
    }
    const ReplicaSetView *fresh = pass.fresh();
    Json &status = pass.status;
    status["replicas"] = replicas;
    status["updatedReplicas"] = fresh ? fresh->replicas : 0;
    status["readyReplicas"] = ready;
    status["availableReplicas"] = available;
    status["HPAReplicas"] = replicas;
    status["selector"] = jsonText(selectorText(member(pass.spec(), "selector")));
    status["currentPodHash"] = jsonText(pass.hash);
    status["observedGeneration"] = std::to_string(number(*pass.object, {"metadata", "generation"}, 1));
    if (pass.workloadGeneration > 0)
        status["workloadObservedGeneration"] = std::to_string(pass.workloadGeneration);
    // Empty homes say nothing.
    for (const char *home : {"canary", "blueGreen"}) {
        if (status.contains(home) && (status[home].is_null() || status[home].empty()))
            status.erase(home);
    }
}

void writeRolloutConditions(RolloutPass &pass, bool timedOut)
{
    ConditionValue value = progressing(pass, timedOut);
    const Json wrapper = {{"status", pass.status}};
    const Json *before = condition(wrapper, "Progressing");
    // The reason given when the abort was made stays readable as long as it lasts.
    if (pass.aborted() && before && text(*before, {"reason"}) == QLatin1String("RolloutAborted"))
        value.message = text(*before, {"message"});
    setCondition(pass.status, value, pass.now);
    const bool complete = isComplete(pass);
    const bool enough = number(pass.status, {"availableReplicas"}) >= pass.replicas;
    const bool paused = pass.paused || !pass.pauses().isEmpty();
    setCondition(pass.status,
                 {"Available", enough ? "True" : "False", QStringLiteral("AvailableReason"),
                  enough ? QStringLiteral("Rollout has minimum availability")
                         : QStringLiteral("Rollout does not have minimum availability")},
                 pass.now);
    setCondition(pass.status,
                 {"Healthy", complete ? "True" : "False", QStringLiteral("RolloutHealthy"),
                  complete ? QStringLiteral("Rollout is healthy") : QStringLiteral("Rollout is not healthy")},
                 pass.now);
    setCondition(pass.status,
                 {"Completed", pass.freshIsStable() ? "True" : "False", QStringLiteral("RolloutCompleted"),
                  pass.freshIsStable() ? QStringLiteral("RolloutCompleted")
                                       : QStringLiteral("Rollout is not completed")},
                 pass.now);
    setCondition(pass.status,
                 {"Paused", paused ? "True" : "False", QStringLiteral("RolloutPaused"),
                  paused ? QStringLiteral("Rollout is paused") : QStringLiteral("Rollout is not paused")},
                 pass.now);
    Json &conditions = pass.status["conditions"];
    for (auto it = conditions.begin(); it != conditions.end(); ++it) {
        if (stdText(*it, {"type"}) == "InvalidSpec") {
            conditions.erase(it);
            break;
        }
    }
}

void writeRolloutPhase(RolloutPass &pass)
{
    const Phase phase = phaseOf(pass);
    pass.status["phase"] = phase.name;
    if (phase.message.isEmpty())
        pass.status.erase("message");
    else
        pass.status["message"] = jsonText(phase.message);
}

void writeInvalidSpec(RolloutPass &pass, const QString &why)
{
    setCondition(pass.status, {"InvalidSpec", "True", QStringLiteral("InvalidSpec"), why}, pass.now);
    pass.status["phase"] = "Degraded";
    pass.status["message"] = jsonText(QStringLiteral("InvalidSpec: ") + why);
    pass.status["observedGeneration"] = std::to_string(number(*pass.object, {"metadata", "generation"}, 1));
}

} // namespace signalbox::drill
