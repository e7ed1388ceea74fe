// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/canaryprogress.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/templatehash.h"

#include <algorithm>

namespace signalbox::drill
{

namespace
{

const QString &canaryPauseReason()
{
    static const QString reason = QStringLiteral("CanaryPauseStep");
    return reason;
}

std::optional<int> optionalNumber(const nlohmann::json &object, const char *name)
{
    const nlohmann::json &value = member(object, name);
    if (!value.is_number())
        return {};
    return static_cast<int>(number(value));
}

CanaryStep pauseStep(const nlohmann::json &value)
{
    CanaryStep step;
    step.kind = CanaryStep::Kind::Pause;
    step.duration = duration(member(value, "duration"));
    step.text = step.duration
                    ? QStringLiteral("pause: %1").arg(QString::fromStdString(durationText(*step.duration)))
                    : QStringLiteral("pause");
    return step;
}

CanaryStep stepFrom(const nlohmann::json &object)
{
    CanaryStep step;
    if (!object.is_object() || object.empty())
        return step;
    const std::string name = object.begin().key();
    const nlohmann::json &value = object.begin().value();
    step.text = QString::fromStdString(name);
    if (name == "pause")
        return pauseStep(value);
    if (name == "setWeight") {
        step.kind = CanaryStep::Kind::SetWeight;
        step.weight = std::clamp(static_cast<int>(number(value)), 0, 100);
        step.text = QStringLiteral("setWeight: %1").arg(step.weight);
    } else if (name == "setCanaryScale") {
        step.kind = CanaryStep::Kind::SetCanaryScale;
        step.scaleWeight = optionalNumber(value, "weight");
        step.scaleReplicas = optionalNumber(value, "replicas");
    } else if (name == "analysis") {
        step.kind = CanaryStep::Kind::Analysis;
    } else if (name == "experiment") {
        step.kind = CanaryStep::Kind::Experiment;
        step.duration = duration(member(value, "duration"));
    } else if (name == "setHeaderRoute" || name == "setMirrorRoute") {
        step.kind = CanaryStep::Kind::Route;
    } else if (name == "plugin") {
        step.kind = CanaryStep::Kind::Plugin;
    }
    return step;
}

void decidePause(const CanaryFacts &facts, const CanaryStep &step, CanaryDecision &decision)
{
    const auto pause = std::find_if(facts.pauses.cbegin(), facts.pauses.cend(),
                                    [](const PauseCondition &p) { return p.reason == canaryPauseReason(); });
    if (pause == facts.pauses.cend()) {
        if (facts.controllerPause) { // a person took the pause away
            decision.completed = true;
            return;
        }
        decision.pauses.append({canaryPauseReason(), facts.now});
        decision.controllerPause = true;
        decision.lookAgain = step.duration;
        return;
    }
    if (!step.duration)
        return;
    const Milliseconds left = *step.duration - between(pause->start, facts.now);
    if (left.count() <= 0)
        decision.completed = true;
    else
        decision.lookAgain = left;
}

void decideAnalysis(const CanaryFacts &facts, CanaryDecision &decision)
{
    decision.wantsAnalysis = facts.analysis == RunVerdict::None;
    decision.completed = facts.analysis == RunVerdict::Successful;
    if (facts.analysis == RunVerdict::Inconclusive && !facts.controllerPause) {
        decision.pauses.append({QStringLiteral("InconclusiveAnalysisRun"), facts.now});
        decision.controllerPause = true;
    }
}

void decideExperiment(const CanaryFacts &facts, const CanaryStep &step, CanaryDecision &decision)
{
    const Milliseconds left = step.duration.value_or(Milliseconds(0)) - between(facts.stepSince, facts.now);
    decision.completed = left.count() <= 0;
    if (!decision.completed)
        decision.lookAgain = left;
}

} // namespace

QVector<CanaryStep> canarySteps(const nlohmann::json &canary)
{
    QVector<CanaryStep> steps;
    const nlohmann::json &list = member(canary, "steps");
    if (!list.is_array())
        return steps;
    for (const nlohmann::json &step : list)
        steps.append(stepFrom(step));
    return steps;
}

QString canaryStepsHash(const nlohmann::json &canary)
{
    return templateHash(member(canary, "steps"));
}

int canaryWeightAt(const QVector<CanaryStep> &steps, int index)
{
    if (index >= steps.size())
        return 100;
    for (int i = index; i >= 0; --i) {
        if (steps.at(i).kind == CanaryStep::Kind::SetWeight)
            return steps.at(i).weight;
    }
    return 0;
}

CanaryDecision decideCanaryStep(const CanaryFacts &facts)
{
    CanaryDecision decision;
    decision.index = facts.index;
    decision.pauses = facts.pauses;
    decision.controllerPause = facts.controllerPause;
    if (facts.held || facts.index < 0 || facts.index >= facts.steps.size())
        return decision;
    const CanaryStep &step = facts.steps.at(facts.index);
    switch (step.kind) {
    case CanaryStep::Kind::SetWeight:
        decision.completed = facts.sizesReached && facts.weightReached;
        break;
    case CanaryStep::Kind::SetCanaryScale:
        decision.completed = facts.sizesReached;
        break;
    case CanaryStep::Kind::Pause:
        decidePause(facts, step, decision);
        break;
    case CanaryStep::Kind::Analysis:
        decideAnalysis(facts, decision);
        break;
    case CanaryStep::Kind::Experiment:
        decideExperiment(facts, step, decision);
        break;
    case CanaryStep::Kind::Route:
    case CanaryStep::Kind::Plugin:
    case CanaryStep::Kind::Unknown:
        decision.completed = true;
        break;
    }
    if (decision.completed) {
        decision.index = facts.index + 1;
        decision.pauses.clear();
        decision.controllerPause = false;
        decision.lookAgain.reset();
    }
    return decision;
}

} // namespace signalbox::drill
