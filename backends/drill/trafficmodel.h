// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/worldrandom.h"

#include <QHash>
#include <QString>
#include <QVector>

#include <array>
#include <map>
#include <tuple>

namespace signalbox::drill
{

/// How one version of a service answers.
struct VersionBehaviour {
    double errors = 0.002;        ///< share of requests answered with 500
    double p50 = 0.045;           ///< seconds
    double p99 = 0.240;           ///< seconds
    double cpuPerRequest = 0.006; ///< core seconds
    double memoryMegabytes = 180;
    double memoryLimitMegabytes = 512;
    double leakMegabytesPerMinute = 0;
    int worseFromWeight = 101; ///< percent; from this share on the next three apply
    double worseErrors = 0;
    double worseLatency = 1;       ///< factor
    double worseAfterSeconds = 30; ///< until the worsening is complete
    bool crashes = false;
    bool cannotBePulled = false;
};

/// What people and programs ask of one service.
struct TrafficShape {
    double requestsPerSecond = 0;
    double loginsPerSecond = 0;
    double loginFailures = 0.03; ///< share
    double queue = 0;            ///< usual length; 0: has no queue
    double requestsPerPod = 60;  ///< what one ready pod can serve in a second
};

struct BackendInput {
    QString version;
    QString hash;
    double share = 0; ///< of the service's traffic, 0..1
    int readyPods = 0;
    double memoryFill = 0; ///< 0..1 of the memory limit, fullest pod
    VersionBehaviour behaviour;
};

struct ServiceInput {
    QString namespaceName;
    QString service;
    TrafficShape shape;
    QVector<BackendInput> backends;
};

inline constexpr std::array<double, 11> latencyBounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                                      0.5,   1,    2.5,   5,    10};

/// Everything counted for one version of one service since the start.
struct VersionCounters {
    QString namespaceName;
    QString service;
    QString version;
    QString hash;
    std::map<int, double> requests;                     ///< by status code
    std::array<double, latencyBounds.size()> buckets{}; ///< cumulative over bounds
    double latencySum = 0;
    double latencyCount = 0;
    double loginsOk = 0;
    double loginsFailed = 0;
    double cpuCoresPerPod = 0; ///< now
    double worseSeconds = 0;
};

struct ServiceGauge {
    double queue = 0;
    double requestsPerSecond = 0;
    bool hasQueue = false;
};

/// Simulated traffic. Pure: same seed and same inputs give the same counters.
class TrafficModel
{
public:
    explicit TrafficModel(std::uint64_t seed, double speed = 1);

    /// @param clockSeconds time of day that shapes the slow waves; @param seconds length of this step
    void advance(const QVector<ServiceInput> &services, double clockSeconds, double seconds);

    /// Whether counters are shown as whole numbers. With windows of a few seconds that alone would look like
    /// bursts of errors, so at high speed they are not.
    [[nodiscard]] bool countsWhole() const { return m_speed <= 4; }
    using Key = std::tuple<QString, QString, QString>; // namespace, service, hash
    [[nodiscard]] const std::map<Key, VersionCounters> &versions() const { return m_versions; }
    using ServiceKey = std::pair<QString, QString>;
    [[nodiscard]] const std::map<ServiceKey, ServiceGauge> &services() const { return m_services; }
    /// CPU of one pod of a version now, in cores; 0 if it serves nothing.
    [[nodiscard]] double cores(const QString &namespaceName, const QString &service,
                               const QString &hash) const;

private:
    void serve(const ServiceInput &service, const BackendInput &backend, double requests, double seconds);

    WorldRandom m_random;
    double m_speed;
    std::map<Key, VersionCounters> m_versions;
    std::map<ServiceKey, ServiceGauge> m_services;
};

/// Share of a lognormal latency with this median and 99th percentile that is at most `bound`. Pure.
[[nodiscard]] double latencyShareBelow(double bound, double p50, double p99);

} // namespace signalbox::drill
