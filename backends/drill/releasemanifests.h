// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/scenario.h"

#include <QString>
#include <QVector>

namespace signalbox::drill
{

struct Manifest {
    QString typeKey;
    Json object;
};

/// Objects of a release in short form, at its first version: Rollout or Deployment, Services, VirtualService,
/// HorizontalPodAutoscaler. @param speed divides the durations in them
[[nodiscard]] QVector<Manifest> releaseManifests(const ScenarioRelease &release, double speed);
/// The analysis templates every namespace has.
[[nodiscard]] QVector<Manifest> analysisManifests(const QString &namespaceName, double speed);
/// Namespaces and nodes of a cluster, and the Service under which Prometheus is known.
[[nodiscard]] QVector<Manifest> clusterManifests(const ScenarioCluster &cluster);
[[nodiscard]] QString imageOf(const ScenarioRelease &release, const QString &version);

} // namespace signalbox::drill
