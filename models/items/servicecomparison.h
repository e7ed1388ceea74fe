// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/release.h"

namespace signalbox
{

/// Nobody asked for this value: no number, and no problem either.
[[nodiscard]] inline Reading notAsked()
{
    return {std::nullopt, ValueProblem::None, {}, {}};
}

/// One version of a service.
struct ServiceSide {
    QString hash;
    int ready = 0;
    int desired = 0;
    int restarts = 0;
    Reading errorRatio = notAsked();
    Reading latency = notAsked(); ///< p95 in seconds
    bool operator==(const ServiceSide &) const = default;
};

enum class ServiceVerdict {
    Same, ///< green passes every rule that blue is measured by
    Worse,
    Starting,     ///< green is not ready yet: numbers would mislead
    Insufficient, ///< too few requests to tell
    Unknown,      ///< a measurement is missing
};

/// A service, blue (stable) beside green (the wanted version).
struct ServiceComparison {
    ReleaseKey key;
    ServiceSide blue;
    ServiceSide green;
    ServiceVerdict verdict = ServiceVerdict::Unknown;
    bool operator==(const ServiceComparison &) const = default;
};

/// What was measured of the two versions; filled from MetricsStore's panels. Where there is only one version,
/// it is the green one here: the wanted version.
struct ServiceMeasurements {
    Reading blueErrors = notAsked();
    Reading greenErrors = notAsked();
    Reading blueLatency = notAsked();
    Reading greenLatency = notAsked();
    QVector<Verdict> verdicts; ///< of green, one per rule
};

/// @param pods those of the release, for the restarts
[[nodiscard]] ServiceComparison compareService(const Release &release, const QVector<PodRow> &pods,
                                               const ServiceMeasurements &measurements);

} // namespace signalbox
