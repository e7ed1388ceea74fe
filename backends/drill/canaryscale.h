// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/canaryprogress.h"

#include <QVector>

namespace signalbox::drill
{

/// How many pods each side of a canary is to have.
struct CanarySizes {
    int fresh = 0; ///< the new version
    int stable = 0;
    bool operator==(const CanarySizes &) const = default;
};

struct CanaryScaleFacts {
    int replicas = 1;
    bool routed = false;        ///< a router splits the traffic; else the pod ratio does
    bool dynamicStable = false; ///< the stable side shrinks while the weight grows
    bool aborted = false;
    bool full = false; ///< promoted fully, or past the last step
    QVector<CanaryStep> steps;
    int index = 0;
};
/// The sizes a step asks for in the end. Pure.
[[nodiscard]] CanarySizes wantedSizes(const CanaryScaleFacts &facts);

/// One side of a pod-ratio canary now.
struct SideCount {
    int desired = 0; ///< spec.replicas of its ReplicaSets
    int available = 0;
};
struct PodRatioFacts {
    int replicas = 1;
    int maxSurge = 1;
    int maxUnavailable = 0;
    SideCount fresh;
    SideCount stable;
    SideCount older; ///< neither new nor stable; always shrinks to nothing
    CanarySizes wanted;
};
struct PodRatioPlan {
    int fresh = 0;
    int stable = 0;
    int older = 0;
    bool operator==(const PodRatioPlan &) const = default;
};
/// The next sizes on the way to `wanted` that keep within surge and availability. Pure.
[[nodiscard]] PodRatioPlan planPodRatio(const PodRatioFacts &facts);

/// "25%" or a number, of `replicas`.
[[nodiscard]] int intOrPercent(const nlohmann::json &value, int replicas, bool roundUp, int fallback);

} // namespace signalbox::drill
