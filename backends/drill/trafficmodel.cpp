// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/trafficmodel.h"

#include <algorithm>
#include <cmath>

namespace signalbox::drill
{

namespace
{

constexpr double pi = 3.14159265358979323846;
constexpr double sigmaOfP99 = 2.3263478740408408; // standard deviations of the 99th percentile

double sigmaOf(double p50, double p99)
{
    return std::max(0.05, (std::log(p99) - std::log(p50)) / sigmaOfP99);
}

} // namespace

double latencyShareBelow(double bound, double p50, double p99)
{
    if (bound <= 0 || p50 <= 0 || p99 <= p50)
        return bound >= p50 ? 1 : 0;
    const double z = (std::log(bound) - std::log(p50)) / sigmaOf(p50, p99);
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

TrafficModel::TrafficModel(std::uint64_t seed, double speed)
    : m_random(seed)
    , m_speed(std::max(1.0, speed))
{
}

void TrafficModel::advance(const QVector<ServiceInput> &services, double clockSeconds, double seconds)
{
    if (seconds <= 0)
        return;
    for (const ServiceInput &service : services) {
        const double wave =
            1 + 0.10 * std::sin(2 * pi * clockSeconds / 1500) + 0.05 * std::sin(2 * pi * clockSeconds / 210);
        const double rate = service.shape.requestsPerSecond * wave * (1 + 0.02 * m_random.bell());
        ServiceGauge &gauge = m_services[{service.namespaceName, service.service}];
        gauge.requestsPerSecond = std::max(0.0, rate);
        double capacity = 0;
        for (const BackendInput &backend : service.backends) {
            serve(service, backend, std::max(0.0, rate * backend.share * seconds), seconds);
            capacity += backend.readyPods * service.shape.requestsPerPod;
        }
        gauge.hasQueue = service.shape.queue > 0;
        const double pressure = capacity > 0 ? rate / capacity : 5.0;
        const double target = service.shape.queue * (pressure > 1 ? pressure * 8 : 0.4 + pressure);
        gauge.queue += (target * (1 + 0.1 * m_random.bell()) - gauge.queue) * std::min(1.0, seconds / 8);
        gauge.queue = std::max(0.0, gauge.queue);
    }
}

void TrafficModel::serve(const ServiceInput &service, const BackendInput &backend, double requests,
                         double seconds)
{
    VersionCounters &counters = m_versions[{service.namespaceName, service.service, backend.hash}];
    counters.namespaceName = service.namespaceName;
    counters.service = service.service;
    counters.version = backend.version;
    counters.hash = backend.hash;
    const VersionBehaviour &behaviour = backend.behaviour;
    const bool worse = requests > 0 && backend.share * 100 + 1e-9 >= behaviour.worseFromWeight;
    counters.worseSeconds = worse ? counters.worseSeconds + seconds * m_speed : 0;
    const double ramp =
        worse ? std::min(1.0, counters.worseSeconds / std::max(1.0, behaviour.worseAfterSeconds)) : 0;
    const double perPod = backend.readyPods > 0 ? requests / seconds / backend.readyPods : 0;
    const double overload = std::max(0.0, perPod / std::max(1.0, service.shape.requestsPerPod) - 1);
    // A version close to its memory limit spends its time collecting garbage.
    const double pressed = std::max(0.0, backend.memoryFill - 0.7) / 0.3;
    double errors =
        behaviour.errors + ramp * behaviour.worseErrors + 0.03 * pressed * pressed + 0.2 * overload;
    errors = std::clamp(errors * (1 + 0.15 * m_random.bell()), 0.0, 1.0);
    const double slower = (1 + ramp * (behaviour.worseLatency - 1)) * (1 + 2.5 * pressed) * (1 + overload);
    counters.cpuCoresPerPod = 0.02 + perPod * behaviour.cpuPerRequest * (1 + 0.3 * pressed);

    const bool nobody = backend.readyPods == 0;
    const double failed = nobody ? requests : requests * errors;
    counters.requests[nobody ? 503 : 500] += failed;
    counters.requests[404] += nobody ? 0 : (requests - failed) * 0.012;
    counters.requests[200] += nobody ? 0 : (requests - failed) * 0.988;
    const double p50 = nobody ? 0.002 : behaviour.p50 * slower;
    const double p99 = nobody ? 0.004 : behaviour.p99 * slower;
    for (size_t i = 0; i < latencyBounds.size(); ++i)
        counters.buckets[i] += requests * latencyShareBelow(latencyBounds[i], p50, p99);
    const double sigma = sigmaOf(p50, std::max(p99, p50 * 1.01));
    counters.latencySum += requests * p50 * std::exp(sigma * sigma / 2);
    counters.latencyCount += requests;

    const double logins = service.shape.loginsPerSecond * backend.share * seconds;
    const double refused = std::clamp(service.shape.loginFailures + errors, 0.0, 1.0);
    counters.loginsFailed += nobody ? logins : logins * refused;
    counters.loginsOk += nobody ? 0 : logins * (1 - refused);
}

double TrafficModel::cores(const QString &namespaceName, const QString &service, const QString &hash) const
{
    const auto found = m_versions.find({namespaceName, service, hash});
    return found == m_versions.end() ? 0 : found->second.cpuCoresPerPod;
}

} // namespace signalbox::drill
