// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/rolloutanalysis.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace signalbox::drill
{

namespace
{

Json &statusHome(RolloutPass &pass, AnalysisPlace place)
{
    const bool canary = place == AnalysisPlace::Step || place == AnalysisPlace::Background;
    Json &home = pass.status[canary ? "canary" : "blueGreen"];
    if (!home.is_object())
        home = Json::object();
    return home;
}

const char *placeLabel(AnalysisPlace place)
{
    switch (place) {
    case AnalysisPlace::Step:
        return "Step";
    case AnalysisPlace::Background:
        return "Background";
    case AnalysisPlace::PrePromotion:
        return "PrePromotion";
    case AnalysisPlace::PostPromotion:
        break;
    }
    return "PostPromotion";
}

QString nameSuffix(AnalysisPlace place, int stepIndex)
{
    switch (place) {
    case AnalysisPlace::Step:
        return QStringLiteral("-%1").arg(stepIndex);
    case AnalysisPlace::PrePromotion:
        return QStringLiteral("-pre");
    case AnalysisPlace::PostPromotion:
        return QStringLiteral("-post");
    case AnalysisPlace::Background:
        break;
    }
    return {};
}

/// The value of one argument as the rollout gives it.
Json argumentValue(const RolloutPass &pass, const Json &argument)
{
    const QString hash = text(argument, {"valueFrom", "podTemplateHashValue"});
    if (hash == QLatin1String("Latest"))
        return jsonText(pass.hash);
    if (hash == QLatin1String("Stable"))
        return jsonText(pass.stableHash());
    const QString field = text(argument, {"valueFrom", "fieldRef", "fieldPath"});
    if (!field.isEmpty()) {
        const Json *at = &*pass.object;
        for (const QString &part : field.split(QLatin1Char('.')))
            at = &member(*at, part.toUtf8().constData());
        return *at;
    }
    return member(argument, "value");
}

void mergeArgument(Json &arguments, const std::string &name, const Json &value)
{
    for (Json &known : arguments) {
        if (stdText(known, {"name"}) == name) {
            if (!value.is_null())
                known["value"] = value;
            return;
        }
    }
    Json argument = {{"name", name}};
    if (!value.is_null())
        argument["value"] = value;
    arguments.push_back(std::move(argument));
}

/// Metrics and arguments of all templates, with the rollout's own argument values on top.
Json runSpec(const RolloutPass &pass, const Json &analysis)
{
    Json metrics = Json::array();
    Json arguments = Json::array();
    const Json &templates = member(analysis, "templates");
    for (const Json &reference : templates.is_array() ? templates : Json::array()) {
        const bool wide = flag(reference, {"clusterScope"});
        const auto found = pass.context.store.find(
            wide ? kinds::clusterAnalysisTemplates() : kinds::analysisTemplates(),
            wide ? QString() : pass.key.namespaceName, text(reference, {"templateName"}));
        if (!found)
            continue;
        const Json &own = member(*found, {"spec", "args"});
        for (const Json &argument : own.is_array() ? own : Json::array())
            mergeArgument(arguments, stdText(argument, {"name"}), member(argument, "value"));
        const Json &list = member(*found, {"spec", "metrics"});
        for (const Json &metric : list.is_array() ? list : Json::array())
            metrics.push_back(metric);
    }
    const Json &given = member(analysis, "args");
    for (const Json &argument : given.is_array() ? given : Json::array())
        mergeArgument(arguments, stdText(argument, {"name"}), argumentValue(pass, argument));
    Json spec = {{"metrics", std::move(metrics)}, {"args", std::move(arguments)}};
    for (const char *copied : {"dryRun", "measurementRetention"}) {
        if (member(analysis, copied).is_array())
            spec[copied] = member(analysis, copied);
    }
    return spec;
}

} // namespace

const char *analysisStatusKey(AnalysisPlace place)
{
    switch (place) {
    case AnalysisPlace::Step:
        return "currentStepAnalysisRunStatus";
    case AnalysisPlace::Background:
        return "currentBackgroundAnalysisRunStatus";
    case AnalysisPlace::PrePromotion:
        return "prePromotionAnalysisRunStatus";
    case AnalysisPlace::PostPromotion:
        break;
    }
    return "postPromotionAnalysisRunStatus";
}

RunVerdict readAnalysis(RolloutPass &pass, AnalysisPlace place)
{
    Json &home = statusHome(pass, place);
    const char *key = analysisStatusKey(place);
    const QString name = text(home, {key, "name"});
    if (name.isEmpty())
        return RunVerdict::None;
    const auto run = pass.context.store.find(kinds::analysisRuns(), pass.key.namespaceName, name);
    if (!run)
        return RunVerdict::None;
    const QString phase = text(*run, {"status", "phase"});
    const QString message = text(*run, {"status", "message"});
    if (text(home, {key, "status"}) != phase && !phase.isEmpty() && phase != QLatin1String("Pending"))
        pass.say(QStringLiteral("AnalysisRun") + phase,
                 QStringLiteral("%1 Analysis Run '%2' Status New: '%3' Previous: '%4'")
                     .arg(QLatin1String(placeLabel(place)), name, phase, text(home, {key, "status"})),
                 phase == QLatin1String("Failed") || phase == QLatin1String("Error"));
    home[key]["status"] = jsonText(phase.isEmpty() ? QStringLiteral("Pending") : phase);
    if (message.isEmpty())
        home[key].erase("message");
    else
        home[key]["message"] = jsonText(message);
    if (phase == QLatin1String("Successful"))
        return RunVerdict::Successful;
    if (phase == QLatin1String("Failed") || phase == QLatin1String("Error"))
        return RunVerdict::Failed;
    return phase == QLatin1String("Inconclusive") ? RunVerdict::Inconclusive : RunVerdict::Running;
}

void startAnalysis(RolloutPass &pass, AnalysisPlace place, const Json &analysis, int stepIndex)
{
    const QString base = QStringLiteral("%1-%2-%3").arg(pass.key.name, pass.hash).arg(pass.revision()) +
                         nameSuffix(place, stepIndex);
    QString name = base;
    for (int n = 1; pass.context.store.find(kinds::analysisRuns(), pass.key.namespaceName, name); ++n)
        name = QStringLiteral("%1.%2").arg(base).arg(n);
    Json labels = {{"rollouts-pod-template-hash", jsonText(pass.hash)}, {"rollout-type", placeLabel(place)}};
    if (place == AnalysisPlace::Step)
        labels["step-index"] = std::to_string(stepIndex);
    const Json run = {{"metadata",
                       {{"name", jsonText(name)},
                        {"namespace", jsonText(pass.key.namespaceName)},
                        {"labels", std::move(labels)},
                        {"annotations", {{rolloutScheme.revision, std::to_string(pass.revision())}}},
                        {"ownerReferences", ownerReferences(*pass.object)}}},
                      {"spec", runSpec(pass, analysis)}};
    if (pass.context.store.create(kinds::analysisRuns(), run))
        statusHome(pass, place)[analysisStatusKey(place)] = {{"name", jsonText(name)}, {"status", "Pending"}};
}

void stopAnalysis(RolloutPass &pass, AnalysisPlace place, bool forget)
{
    Json &home = statusHome(pass, place);
    const char *key = analysisStatusKey(place);
    const QString name = text(home, {key, "name"});
    if (name.isEmpty())
        return;
    const auto run = pass.context.store.find(kinds::analysisRuns(), pass.key.namespaceName, name);
    if (run && member(*run, {"status", "completedAt"}).is_null())
        // Deleted in between: then it has ended too.
        std::ignore = pass.context.store.edit(kinds::analysisRuns(), pass.key.namespaceName, name,
                                              [](Json &it) { it["spec"]["terminate"] = true; });
    if (forget)
        home.erase(key);
}

void stopAllAnalysis(RolloutPass &pass, bool forget)
{
    if (pass.canary) {
        stopAnalysis(pass, AnalysisPlace::Step, forget);
        stopAnalysis(pass, AnalysisPlace::Background, forget);
    } else {
        stopAnalysis(pass, AnalysisPlace::PrePromotion, forget);
        stopAnalysis(pass, AnalysisPlace::PostPromotion, forget);
    }
}

void trimAnalysisRuns(const RolloutPass &pass)
{
    const Json &limits = member(pass.spec(), "analysis");
    qint64 successfulLeft = number(limits, {"successfulRunHistoryLimit"}, 5);
    qint64 unsuccessfulLeft = number(limits, {"unsuccessfulRunHistoryLimit"}, 5);
    auto runs = pass.context.owners.owned(text(*pass.object, {"metadata", "uid"}), kinds::analysisRuns());
    std::stable_sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) {
        return text(*a, {"metadata", "creationTimestamp"}) > text(*b, {"metadata", "creationTimestamp"});
    });
    for (const auto &run : std::as_const(runs)) {
        if (!member(*run, {"status", "completedAt"}).is_string())
            continue;
        const bool successful = text(*run, {"status", "phase"}) == QLatin1String("Successful");
        if ((successful ? successfulLeft : unsuccessfulLeft)-- <= 0)
            std::ignore = pass.context.store.remove(kinds::analysisRuns(), pass.key.namespaceName,
                                                    text(*run, {"metadata", "name"})); // gone is what we want
    }
}

} // namespace signalbox::drill
