// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"
#include "backends/drill/trafficmodel.h"
#include "backends/drill/worldtime.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace signalbox::drill
{

/// A version a release ran before the drill starts, or runs at the start.
struct ScenarioStep {
    QString version;
    Milliseconds ago{0};       ///< before the start, at speed 1
    bool throughSteps = false; ///< goes through the strategy's steps; else promoted at once
};

struct ScenarioScaling {
    int minimum = 1;
    int maximum = 10;
    int cpuPercent = 60;
};

/// One release in short form.
struct ScenarioRelease {
    QString name;
    QString namespaceName;
    bool rollout = true;
    bool blueGreen = false;
    bool istio = false; ///< canary behind a VirtualService; else by pod ratio
    int replicas = 3;
    int copies = 1;                ///< more than one: name-1, name-2 …
    QString image;                 ///< without tag
    QVector<ScenarioStep> history; ///< oldest first
    QHash<QString, VersionBehaviour> versions;
    Json steps;    ///< strategy.canary.steps as served, at speed 1
    Json strategy; ///< merged over the strategy object
    Json spec;     ///< merged over the spec
    TrafficShape traffic;
    std::optional<ScenarioScaling> scaling;
};

struct ScenarioCluster {
    QString name;
    int nodes = 3;
    QVector<ScenarioRelease> releases;
    QVector<Json> manifests; ///< created as they are, besides durations
};

struct ScenarioAlert {
    QString name;
    QString expression;
    Milliseconds hold{0};
    QString severity;
    QString summary;
};

/// A whole training situation.
struct Scenario {
    QString name;
    QString summary;
    quint64 seed = 1;
    QVector<ScenarioCluster> clusters;
    QVector<ScenarioAlert> alerts;
};

} // namespace signalbox::drill
