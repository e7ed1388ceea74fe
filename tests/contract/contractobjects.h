// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/apiclient.h"

/// Objects and patch types the contract is tried with.
namespace signalbox::test
{

inline const QByteArray mergePatch = "application/merge-patch+json";
inline const QByteArray jsonPatch = "application/json-patch+json";
inline const QByteArray strategicPatch = "application/strategic-merge-patch+json";

inline Json configMap(const std::string &name, const Json &data = {{"colour", "blue"}})
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", name}, {"labels", {{"set", "contract"}}}}},
            {"data", data}};
}

inline Json podTemplate(const std::string &image)
{
    return {{"metadata", {{"labels", {{"app", "contract"}}}}},
            {"spec", {{"containers", {{{"name", "web"}, {"image", image}}}}}}};
}

inline Json deployment(const std::string &name, const std::string &image)
{
    return {{"apiVersion", "apps/v1"},
            {"kind", "Deployment"},
            {"metadata", {{"name", name}}},
            {"spec",
             {{"replicas", 1},
              {"selector", {{"matchLabels", {{"app", "contract"}}}}},
              {"template", podTemplate(image)}}}};
}

inline Json rollout(const std::string &name, const std::string &image)
{
    return {{"apiVersion", "argoproj.io/v1alpha1"},
            {"kind", "Rollout"},
            {"metadata", {{"name", name}}},
            {"spec",
             {{"replicas", 1},
              {"selector", {{"matchLabels", {{"app", "contract"}}}}},
              {"template", podTemplate(image)},
              {"strategy", {{"canary", {{"steps", {{{"setWeight", 50}}, {{"pause", Json::object()}}}}}}}}}}};
}

inline std::string version(const Json &object)
{
    return object.at("metadata").at("resourceVersion").get<std::string>();
}

} // namespace signalbox::test
