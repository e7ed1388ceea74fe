// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/rolloutrouter.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/worldkinds.h"

#include <tuple>

namespace signalbox::drill
{

namespace
{

constexpr const char *hashLabel = "rollouts-pod-template-hash";

struct RouteNames {
    QString canaryHost;
    QString stableHost;
    QString canarySubset;
    QString stableSubset;
    [[nodiscard]] bool isCanary(const Json &destination) const
    {
        if (!canarySubset.isEmpty())
            return text(destination, {"subset"}) == canarySubset;
        return text(destination, {"host"}).section(QLatin1Char('.'), 0, 0) == canaryHost;
    }
    [[nodiscard]] bool isStable(const Json &destination) const
    {
        if (!stableSubset.isEmpty())
            return text(destination, {"subset"}) == stableSubset;
        return text(destination, {"host"}).section(QLatin1Char('.'), 0, 0) == stableHost;
    }
};

RouteNames namesOf(const RolloutPass &pass)
{
    const Json &rule = member(pass.strategy(), {"trafficRouting", "istio", "destinationRule"});
    return {text(pass.strategy(), {"canaryService"}), text(pass.strategy(), {"stableService"}),
            text(rule, {"canarySubsetName"}), text(rule, {"stableSubsetName"})};
}

/// Names of the VirtualServices and of the routes in them that are managed (none named: all).
QVector<QPair<QString, QStringList>> managedRoutes(const RolloutPass &pass)
{
    const Json &istio = member(pass.strategy(), {"trafficRouting", "istio"});
    QVector<QPair<QString, QStringList>> found;
    const auto add = [&](const Json &entry) {
        QStringList routes;
        const Json &names = member(entry, "routes");
        for (const Json &name : names.is_array() ? names : Json::array())
            routes.append(text(name));
        found.append({text(entry, {"name"}), routes});
    };
    if (member(istio, "virtualService").is_object())
        add(member(istio, "virtualService"));
    const Json &several = member(istio, "virtualServices");
    for (const Json &entry : several.is_array() ? several : Json::array())
        add(entry);
    return found;
}

void weighRoutes(Json &virtualService, const QStringList &routes, const RouteNames &names, int weight)
{
    Json &http = virtualService["spec"]["http"];
    if (!http.is_array())
        return;
    for (Json &route : http) {
        if (!routes.isEmpty() && !routes.contains(text(route, {"name"})))
            continue;
        if (!member(route, "route").is_array())
            continue;
        for (Json &target : route["route"]) {
            const Json &destination = member(target, "destination");
            if (names.isCanary(destination))
                target["weight"] = weight;
            else if (names.isStable(destination))
                target["weight"] = 100 - weight;
        }
    }
}

} // namespace

bool switchService(RolloutPass &pass, const QString &service, const QString &hash)
{
    if (service.isEmpty() || hash.isEmpty())
        return true;
    const QString before = selectedHash(pass, service);
    const auto written =
        pass.context.store.edit(kinds::services(), pass.key.namespaceName, service, [&](Json &it) {
            it["spec"]["selector"][hashLabel] = jsonText(hash);
            it["metadata"]["annotations"]["argo-rollouts.argoproj.io/managed-by-rollouts"] =
                jsonText(pass.key.name);
        });
    if (!written)
        return false;
    if (before != hash)
        pass.say(QStringLiteral("SwitchService"),
                 QStringLiteral("Switched selector for service '%1' from '%2' to '%3'")
                     .arg(service, before, hash));
    return true;
}

QString selectedHash(const RolloutPass &pass, const QString &service)
{
    const auto found = pass.context.store.find(kinds::services(), pass.key.namespaceName, service);
    return found ? text(*found, {"spec", "selector", hashLabel}) : QString();
}

bool isRouted(const RolloutPass &pass)
{
    const Json &routing = member(pass.strategy(), "trafficRouting");
    return pass.canary && routing.is_object() && !routing.empty();
}

int routedWeight(const RolloutPass &pass)
{
    return static_cast<int>(number(pass.status, {"canary", "weights", "canary", "weight"}));
}

bool routeWeight(RolloutPass &pass, int weight)
{
    const RouteNames names = namesOf(pass);
    const int before = routedWeight(pass);
    for (const auto &[name, routes] : managedRoutes(pass)) {
        const auto written = pass.context.store.edit(
            kinds::virtualServices(), pass.key.namespaceName, name,
            [&, routeNames = routes](Json &it) { weighRoutes(it, routeNames, names, weight); });
        if (written)
            continue;
        pass.say(QStringLiteral("TrafficRoutingError"),
                 QStringLiteral("VirtualService %1 not found").arg(name), true);
        return false;
    }
    Json &weights = pass.status["canary"]["weights"];
    weights["canary"] = {{"weight", weight},
                         {"serviceName", jsonText(names.canaryHost)},
                         {"podTemplateHash", jsonText(pass.hash)}};
    weights["stable"] = {{"weight", 100 - weight},
                         {"serviceName", jsonText(names.stableHost)},
                         {"podTemplateHash", jsonText(pass.stableHash())}};
    if (before != weight)
        pass.say(QStringLiteral("TrafficWeightUpdated"),
                 QStringLiteral("Traffic weight updated from %1 to %2").arg(before).arg(weight));
    return true;
}

} // namespace signalbox::drill
