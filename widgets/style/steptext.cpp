// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/steptext.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox
{

namespace
{

QString namesText(const StepRow &step)
{
    return safeText(QLocale().createSeparatedList(step.names), 120);
}

QString pauseStepText(const StepRow &step)
{
    if (!step.duration) {
        return QCoreApplication::translate("StepText", "pause until promoted");
    }
    //: %1 is a duration
    return QCoreApplication::translate("StepText", "pause %1").arg(durationText(*step.duration));
}

QString scaleStepText(const StepRow &step)
{
    if (step.weight > 0) {
        //: number of canary pods, as a percentage
        return QCoreApplication::translate("StepText", "scale canary to %1").arg(percentText(step.weight));
    }
    if (!step.detail.isEmpty()) {
        //: %1 is the backend's own wording, for example "replicas: 3"
        return QCoreApplication::translate("StepText", "scale canary: %1").arg(safeText(step.detail, 60));
    }
    return QCoreApplication::translate("StepText", "scale canary");
}

} // namespace

QString stepText(const StepRow &step)
{
    switch (step.kind) {
    case StepKind::SetWeight:
        //: share of traffic for the new version
        return QCoreApplication::translate("StepText", "set weight %1").arg(percentText(step.weight));
    case StepKind::Pause:
        return pauseStepText(step);
    case StepKind::SetCanaryScale:
        return scaleStepText(step);
    case StepKind::Analysis:
        //: %1 names analysis templates
        return QCoreApplication::translate("StepText", "analysis: %1").arg(namesText(step));
    case StepKind::Experiment:
        return QCoreApplication::translate("StepText", "experiment: %1").arg(namesText(step));
    case StepKind::SetHeaderRoute:
        //: route by request header; %1 is its name
        return QCoreApplication::translate("StepText", "header route: %1").arg(namesText(step));
    case StepKind::SetMirrorRoute:
        //: copy of traffic; %1 is the route's name
        return QCoreApplication::translate("StepText", "mirror route: %1").arg(namesText(step));
    case StepKind::Plugin:
        return QCoreApplication::translate("StepText", "plugin: %1").arg(namesText(step));
    case StepKind::Unknown:
        break;
    }
    if (step.names.isEmpty()) {
        return QCoreApplication::translate("StepText", "unknown step");
    }
    //: a step of a kind this version does not know; %1 is its name on the server
    return QCoreApplication::translate("StepText", "step “%1”").arg(namesText(step));
}

QString stepText(const StepRow &step, int index, int count)
{
    //: %1 of %2 are numbers, %3 is the step in words
    return QCoreApplication::translate("StepText", "Step %1 of %2 · %3")
        .arg(QString::number(index + 1), QString::number(count), stepText(step));
}

QString currentStepText(const Release &release)
{
    const int count = static_cast<int>(release.steps.size());
    if (!release.stepIndex || count == 0) {
        return {};
    }
    if (*release.stepIndex >= count) {
        //: every step of the release is behind it
        return QCoreApplication::translate("StepText", "all %1 steps done").arg(count);
    }
    return stepText(release.steps.at(std::max(0, *release.stepIndex)), std::max(0, *release.stepIndex),
                    count);
}

std::optional<int> nextWeight(const Release &release)
{
    if (!release.inProgress() || release.aborted || release.strategy != RolloutStrategy::Canary) {
        return std::nullopt;
    }
    for (int i = std::max(0, release.stepIndex.value_or(0) + 1); i < release.steps.size(); ++i) {
        if (release.steps.at(i).kind == StepKind::SetWeight) {
            return release.steps.at(i).weight;
        }
    }
    return release.steps.isEmpty() ? std::nullopt : std::optional(100);
}

} // namespace signalbox
