// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/scenario.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace signalbox::drill
{

/// Configuration files of the drill's Prometheus and Alertmanager. JSON is valid YAML, so no quoting can go
/// wrong. Pure.

struct PrometheusTargets {
    QString cluster;
    quint16 metricsPort = 0;
    quint16 alertmanagerPort = 0;
    QString rulesFile;
};
[[nodiscard]] QByteArray prometheusConfig(const PrometheusTargets &targets);
/// @param speed divides windows and holds
[[nodiscard]] QByteArray alertRules(const QVector<ScenarioAlert> &alerts, double speed);
[[nodiscard]] QByteArray alertmanagerConfig();

} // namespace signalbox::drill
