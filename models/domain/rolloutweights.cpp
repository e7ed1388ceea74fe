// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/rolloutweights.h"

#include <algorithm>

namespace signalbox
{

namespace
{

int toPercent(qint64 weight, qint64 whole)
{
    return whole <= 0 ? 0 : static_cast<int>(std::clamp<qint64>(weight * 100 / whole, 0, 100));
}

std::optional<int> wantedWeight(const RolloutRow &row, const Release &release)
{
    if (row.strategy != RolloutStrategy::Canary || release.currentHash.isEmpty()) {
        return std::nullopt;
    }
    if (release.aborted) {
        return 0;
    }
    if (!release.stepIndex || *release.stepIndex >= row.steps.size()) {
        return 100;
    }
    for (int step = *release.stepIndex; step >= 0; --step) {
        if (row.steps.at(step).kind == StepKind::SetWeight) {
            return toPercent(row.steps.at(step).weight, row.maxTrafficWeight);
        }
    }
    return 0;
}

/// "web", "web.shop" and "web.shop.svc.cluster.local" name one Service.
QString serviceName(const QString &host)
{
    const qsizetype dot = host.indexOf(QLatin1Char('.'));
    return dot < 0 ? host : host.left(dot);
}

/// Whether a destination leads to the new version; none: cannot be told.
std::optional<bool> leadsToNew(const RouteDestination &destination, const Release &release,
                               const ReleaseFacts &facts)
{
    const QString name = serviceName(destination.host);
    const QString hash = selectedHash(facts.services, name);
    if (!hash.isEmpty()) {
        return hash == release.currentHash;
    }
    const bool newIsStable = !release.inProgress();
    if (!destination.subset.isEmpty()) {
        if (destination.subset.contains(QStringLiteral("canary"))) {
            return true;
        }
        return destination.subset.contains(QStringLiteral("stable")) ? std::optional(newIsStable)
                                                                     : std::nullopt;
    }
    if (name == release.previewService) {
        return true;
    }
    return name == release.activeService ? std::optional(newIsStable) : std::nullopt;
}

std::optional<int> shareOf(const RouteRule &rule, const Release &release, const ReleaseFacts &facts)
{
    qint64 total = 0;
    qint64 fresh = 0;
    for (const auto &destination : rule.destinations) {
        const auto isNew = leadsToNew(destination, release, facts);
        if (!isNew) {
            return std::nullopt;
        }
        // A single destination may leave its weight out: it gets everything.
        const int weight = rule.destinations.size() == 1 ? 100 : std::max(0, destination.weight);
        total += weight;
        fresh += *isNew ? weight : 0;
    }
    return total == 0 ? std::nullopt : std::optional(toPercent(fresh, total));
}

bool belongs(const RouteRow &route, const RolloutRow &row)
{
    if (row.virtualServices.isEmpty()) {
        return true;
    }
    const auto &meta = route.meta;
    return row.virtualServices.contains(meta.name) ||
           row.virtualServices.contains(meta.name + QLatin1Char('.') + meta.namespaceName);
}

std::optional<int> routedWeight(const RolloutRow &row, const Release &release, const ReleaseFacts &facts)
{
    if (!row.hasTrafficRouting || release.currentHash.isEmpty()) {
        return std::nullopt;
    }
    for (const RouteRow *route : facts.routes) {
        if (!belongs(*route, row)) {
            continue;
        }
        for (const auto &rule : route->rules) {
            const auto share = rule.hasMatch ? std::nullopt : shareOf(rule, release, facts);
            if (share) {
                return share;
            }
        }
    }
    return std::nullopt;
}

std::optional<int> reportedWeight(const RolloutRow &row, const Release &release)
{
    if (release.currentHash.isEmpty()) {
        return std::nullopt;
    }
    if (!release.inProgress()) {
        return 100;
    }
    if (row.hasTrafficRouting) {
        return row.reportedCanaryWeight
                   ? std::optional(toPercent(*row.reportedCanaryWeight, row.maxTrafficWeight))
                   : std::nullopt;
    }
    return podShare(release);
}

CanaryWeights blueGreenWeights(const RolloutRow &row, const Release &release)
{
    CanaryWeights weights;
    if (release.currentHash.isEmpty()) {
        return weights;
    }
    if (!row.activeSelector.isEmpty()) {
        weights.reported = row.activeSelector == release.currentHash ? 100 : 0;
    }
    if (!release.activeSelectorHash.isEmpty()) {
        weights.routed = release.activeSelectorHash == release.currentHash ? 100 : 0;
    }
    return weights;
}

} // namespace

QString selectedHash(const QVector<const ServiceRow *> &services, const QString &name)
{
    const auto found = std::find_if(services.cbegin(), services.cend(), [&name](const ServiceRow *service) {
        return service->meta.name == name;
    });
    return found == services.cend() ? QString()
                                    : (*found)->selector.value(QStringLiteral("rollouts-pod-template-hash"));
}

std::optional<int> podShare(const Release &release)
{
    const Revision *current = release.current();
    if (current == nullptr) {
        return std::nullopt;
    }
    return release.availableReplicas > 0 ? toPercent(current->available, release.availableReplicas) : 0;
}

CanaryWeights rolloutWeights(const RolloutRow &row, const Release &release, const ReleaseFacts &facts)
{
    if (row.strategy == RolloutStrategy::BlueGreen) {
        return blueGreenWeights(row, release);
    }
    return {wantedWeight(row, release), reportedWeight(row, release), routedWeight(row, release, facts)};
}

} // namespace signalbox
