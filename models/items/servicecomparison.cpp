// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/servicecomparison.h"

#include <algorithm>

namespace signalbox
{

namespace
{

ServiceSide sideOf(const Release &release, const QString &hash, const QVector<PodRow> &pods)
{
    ServiceSide side;
    side.hash = hash;
    if (const Revision *revision = release.revision(hash)) {
        side.ready = revision->ready;
        side.desired = revision->desired;
    }
    for (const auto &pod : pods) {
        side.restarts += !hash.isEmpty() && pod.podTemplateHash == hash ? pod.restarts : 0;
    }
    return side;
}

ServiceVerdict verdictOf(const ServiceSide &green, const QVector<Verdict> &verdicts)
{
    if (green.desired > 0 && green.ready < green.desired) {
        return ServiceVerdict::Starting;
    }
    if (verdicts.contains(Verdict::Fail)) {
        return ServiceVerdict::Worse;
    }
    if (verdicts.isEmpty() || verdicts.contains(Verdict::Unknown)) {
        return ServiceVerdict::Unknown;
    }
    const bool undecided =
        verdicts.contains(Verdict::Insufficient) || verdicts.contains(Verdict::Inconclusive);
    return undecided ? ServiceVerdict::Insufficient : ServiceVerdict::Same;
}

} // namespace

ServiceComparison compareService(const Release &release, const QVector<PodRow> &pods,
                                 const ServiceMeasurements &measurements)
{
    ServiceComparison comparison;
    comparison.key = release.key;
    comparison.blue = sideOf(release, release.stableHash, pods);
    if (!release.inProgress()) { // nothing to compare with: green stays empty
        comparison.blue.errorRatio = measurements.greenErrors;
        comparison.blue.latency = measurements.greenLatency;
        return comparison;
    }
    comparison.blue.errorRatio = measurements.blueErrors;
    comparison.blue.latency = measurements.blueLatency;
    comparison.green = sideOf(release, release.currentHash, pods);
    comparison.green.errorRatio = measurements.greenErrors;
    comparison.green.latency = measurements.greenLatency;
    comparison.verdict = verdictOf(comparison.green, measurements.verdicts);
    return comparison;
}

} // namespace signalbox
