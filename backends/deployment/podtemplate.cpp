// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/podtemplate.h"

#include <algorithm>
#include <string_view>

namespace signalbox::deployment
{

namespace
{

constexpr auto EphemeralKey = "rollout.argoproj.io/ephemeral-metadata";
constexpr auto InjectedKey = "rollouts-pod-template-hash";

/// Removes keys from metadata.<part>, and the part itself if that left it empty.
void removeKeys(Json &podTemplate, const char *part, const Json &keys)
{
    if (!keys.is_object() || !valueAt(podTemplate, {"metadata", part}).is_object()) {
        return;
    }
    Json &there = podTemplate["metadata"][part];
    const auto before = there.size();
    for (const auto &[key, value] : keys.items()) {
        there.erase(key);
    }
    if (there.empty() && before > 0) {
        podTemplate["metadata"].erase(part);
    }
}

/// The injected term is the only one that selects pods by the rollouts hash.
bool isInjectedTerm(const Json &term)
{
    const Json &weighted = valueAt(term, {"podAffinityTerm"});
    const Json &plain = weighted.is_object() ? weighted : term;
    const Json &expressions = valueAt(plain, {"labelSelector", "matchExpressions"});
    return expressions.is_array() &&
           std::any_of(expressions.begin(), expressions.end(), [](const Json &expression) {
               return textAt(expression, {"key"}) == QLatin1String(InjectedKey);
           });
}

bool removeInjectedTerms(Json &antiAffinity, const char *list)
{
    if (!valueAt(antiAffinity, {list}).is_array()) {
        return false;
    }
    Json &terms = antiAffinity[list];
    Json kept = Json::array();
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(kept),
                 [](const Json &term) { return !isInjectedTerm(term); });
    if (kept.size() == terms.size()) {
        return false;
    }
    if (kept.empty()) {
        antiAffinity.erase(list);
    } else {
        terms = std::move(kept);
    }
    return true;
}

void removeInjectedAffinity(Json &podTemplate)
{
    if (!valueAt(podTemplate, {"spec", "affinity", "podAntiAffinity"}).is_object()) {
        return;
    }
    Json &affinity = podTemplate["spec"]["affinity"];
    Json &antiAffinity = affinity["podAntiAffinity"];
    const bool required = removeInjectedTerms(antiAffinity, "requiredDuringSchedulingIgnoredDuringExecution");
    const bool preferred =
        removeInjectedTerms(antiAffinity, "preferredDuringSchedulingIgnoredDuringExecution");
    if (!required && !preferred) {
        return;
    }
    if (antiAffinity.empty()) {
        affinity.erase("podAntiAffinity");
    }
    if (affinity.empty()) {
        podTemplate["spec"].erase("affinity");
    }
}

} // namespace

Json templateForUndo(const Json &replicaSet, const char *hashLabel)
{
    Json podTemplate = valueAt(replicaSet, {"spec", "template"});
    if (!podTemplate.is_object()) {
        return {};
    }
    removeKeys(podTemplate, "labels", Json{{hashLabel, ""}});
    if (std::string_view(hashLabel) != InjectedKey) {
        return podTemplate;
    }
    const std::string injected = utf8(annotation(replicaSet, EphemeralKey));
    const Json ephemeral = Json::parse(injected, nullptr, false);
    if (ephemeral.is_object()) {
        removeKeys(podTemplate, "labels", valueAt(ephemeral, {"labels"}));
        removeKeys(podTemplate, "annotations", valueAt(ephemeral, {"annotations"}));
    }
    removeInjectedAffinity(podTemplate);
    return podTemplate;
}

} // namespace signalbox::deployment
