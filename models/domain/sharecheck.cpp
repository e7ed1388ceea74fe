// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/sharecheck.h"

#include <algorithm>

namespace signalbox
{
namespace
{

constexpr double rounding = 0.005;

} // namespace

std::optional<double> wantedShare(const Release &release)
{
    const CanaryWeights &weights = release.weights;
    const bool isMoving = !release.trafficRouter.isEmpty() && weights.set && weights.reported &&
                          *weights.set != *weights.reported;
    const std::optional<int> percent = weights.reported ? weights.reported : weights.set;
    if (isMoving || !percent || *percent <= 0 || *percent >= 100) {
        return std::nullopt;
    }
    return *percent / 100.0;
}

ShareCheck nextShare(const ShareCheck &before, std::optional<double> wanted, double canaryRequests,
                     double baselineRequests, const QDateTime &at)
{
    ShareCheck check;
    check.wanted = wanted;
    check.canaryRequests = canaryRequests;
    check.baselineRequests = baselineRequests;
    check.at = at;
    const double total = canaryRequests + baselineRequests;
    if (!(total > 0)) {
        return check;
    }
    check.measured = canaryRequests / total;
    if (!wanted) {
        return check;
    }
    const double nearest = std::clamp(*check.measured, *wanted - rounding, *wanted + rounding);
    check.chance = core::shareMismatch(canaryRequests, baselineRequests, std::clamp(nearest, 1e-6, 1 - 1e-6));
    if (check.chance >= shareAlarm) {
        check.state = ShareState::Matching;
        return check;
    }
    const bool again = before.wanted == wanted &&
                       (before.state == ShareState::Doubtful || before.state == ShareState::Mismatch);
    check.state = again ? ShareState::Mismatch : ShareState::Doubtful;
    return check;
}

MetricVerdict underShare(MetricVerdict verdict, const ShareCheck &share)
{
    const bool isBroken = verdict.reason == VerdictReason::OverRollbackLimit ||
                          verdict.reason == VerdictReason::OverPromoteLimit;
    if (share.state == ShareState::Mismatch && !isBroken && verdict.verdict != Verdict::Unknown) {
        verdict.verdict = Verdict::Unknown;
        verdict.reason = VerdictReason::RoutingFault;
    }
    return verdict;
}

} // namespace signalbox
