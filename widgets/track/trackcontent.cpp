// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/track/trackcontent.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/track/trackstations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace signalbox
{

namespace
{

/// Percent points by which a measured share may differ before it counts as disagreement: a share over a short
/// window is a sample.
constexpr double measuredTolerance = 5;
constexpr int reportedTolerance = 1;
constexpr int versionLength = 28;

QString versionText(const Revision *revision)
{
    return revision == nullptr ? dashText() : safeText(versionOf(*revision), versionLength);
}

double podShare(const Release &release)
{
    const Revision *current = release.current();
    const int all = std::max(1, release.desiredReplicas);
    return current == nullptr ? 0 : std::clamp(static_cast<double>(current->ready) / all, 0.0, 1.0);
}

double freshShareOf(const Release &release)
{
    if (!release.inProgress()) {
        return 0;
    }
    if (release.strategy == RolloutStrategy::BlueGreen) {
        return release.activeSelectorHash == release.currentHash ? 1 : 0;
    }
    const CanaryWeights &weights = release.weights;
    for (const auto &weight :
         {weights.routed, weights.reported, release.aborted ? std::nullopt : weights.set}) {
        if (weight) {
            return std::clamp(*weight / 100.0, 0.0, 1.0);
        }
    }
    return podShare(release);
}

/// Empty while the sources agree.
QString weightsText(const Release &release, std::optional<double> measured, std::chrono::seconds window)
{
    const CanaryWeights &weights = release.weights;
    if (!release.inProgress() || !weights.set || release.strategy != RolloutStrategy::Canary) {
        return {};
    }
    const int wanted = release.aborted ? 0 : *weights.set;
    const auto differs = [wanted](std::optional<int> other) {
        return other && std::abs(*other - wanted) > reportedTolerance;
    };
    const bool measuredDiffers = measured && std::abs(*measured - wanted) > measuredTolerance;
    if (!differs(weights.reported) && !differs(weights.routed) && !measuredDiffers) {
        return {};
    }
    //: share of traffic the steps ask for
    QStringList parts{QCoreApplication::translate("Track", "set %1").arg(percentText(wanted))};
    if (weights.reported) {
        //: share of traffic as the controller reports it
        parts << QCoreApplication::translate("Track", "reported %1").arg(percentText(*weights.reported));
    }
    if (weights.routed && weights.routed != weights.reported) {
        //: share of traffic as the traffic route object says
        parts << QCoreApplication::translate("Track", "routed %1").arg(percentText(*weights.routed));
    }
    if (measured) {
        const QString share = ratioText(std::round(*measured) / 100);
        //: share of traffic as measured; %2 is how far back the measurement looks
        parts << (window.count() > 0 ? QCoreApplication::translate("Track", "measured %1 over the last %2")
                                           .arg(share, durationText(window))
                                     //: share of traffic as measured
                                     : QCoreApplication::translate("Track", "measured %1").arg(share));
    }
    return joinedText(parts);
}

QString railText(const QString &role, const Revision *revision, double share)
{
    //: role of a version, its name, its share of traffic
    return QCoreApplication::translate("Track", "%1 · %2 · %3")
        .arg(role, versionText(revision), ratioText(share));
}

QString freshRole(RolloutStrategy strategy)
{
    switch (strategy) {
    case RolloutStrategy::BlueGreen:
        return roleText(RevisionRole::Preview);
    case RolloutStrategy::RollingUpdate:
        //: role of the version a rolling update brings
        return QCoreApplication::translate("Track", "new");
    case RolloutStrategy::Canary:
    case RolloutStrategy::Unknown:
        break;
    }
    return roleText(RevisionRole::Canary);
}

/// Blue/green after the switch: the old pods, kept for a quick way back.
const Revision *keptRevision(const Release &release)
{
    const auto found =
        std::find_if(release.revisions.cbegin(), release.revisions.cend(), [&](const Revision &revision) {
            return revision.hash != release.currentHash && revision.scaleDownDeadline.isValid();
        });
    return found == release.revisions.cend() ? nullptr : &*found;
}

TrackKind kindWhenSteady(const Release &release)
{
    if (release.strategy == RolloutStrategy::BlueGreen && release.fastPathUntil.isValid() &&
        keptRevision(release) != nullptr) {
        return TrackKind::BlueGreen; // switched, the old pods are still kept
    }
    if (release.strategy == RolloutStrategy::RollingUpdate && release.state != ReleaseState::Healthy) {
        return TrackKind::Rolling;
    }
    return TrackKind::Idle;
}

TrackKind kindOf(const Release &release)
{
    if (!release.inProgress() && !release.aborted) {
        return kindWhenSteady(release);
    }
    switch (release.strategy) {
    case RolloutStrategy::BlueGreen:
        return TrackKind::BlueGreen;
    case RolloutStrategy::RollingUpdate:
        return TrackKind::Rolling;
    case RolloutStrategy::Canary:
    case RolloutStrategy::Unknown:
        break;
    }
    return TrackKind::Canary;
}

void addStations(TrackContent &content, const Release &release, const QDateTime &now)
{
    switch (content.kind) {
    case TrackKind::Idle:
        break; // one rail says it all
    case TrackKind::Canary:
        content.stations = canaryStations(release, now);
        break;
    case TrackKind::BlueGreen:
        content.stations = blueGreenStations(release, now, content.crossover);
        content.crossed = !release.currentHash.isEmpty() && release.activeSelectorHash == release.currentHash;
        break;
    case TrackKind::Rolling:
        content.stations = rollingStations(release);
        break;
    }
}

QString stationSentence(const TrackStation &station)
{
    QString name = station.title;
    if (!station.detail.isEmpty()) {
        //: a station of the track and what happens there
        name = QCoreApplication::translate("Track", "%1, %2").arg(station.title, station.detail);
    }
    switch (station.state) {
    case StationState::Done:
        return QCoreApplication::translate("Track", "Done: %1.").arg(name);
    case StationState::Current:
        return QCoreApplication::translate("Track", "Now: %1.").arg(name);
    case StationState::Stopped:
        return QCoreApplication::translate("Track", "Stopped: %1.").arg(name);
    case StationState::Ahead:
        break;
    }
    return QCoreApplication::translate("Track", "To come: %1.").arg(name);
}

QString describe(const TrackContent &content)
{
    QStringList sentences;
    for (const QString &label : {content.stableLabel, content.freshLabel, content.weightsLabel}) {
        if (!label.isEmpty()) {
            sentences << label + QLatin1Char('.');
        }
    }
    for (const TrackStation &station : content.stations) {
        sentences << stationSentence(station);
    }
    return sentences.join(QLatin1Char(' '));
}

void nameRails(TrackContent &content, const Release &release)
{
    const bool isBlueGreen = release.strategy == RolloutStrategy::BlueGreen;
    const bool isSwitched = content.kind == TrackKind::BlueGreen && content.crossed;
    const Revision *stable = release.stable() != nullptr ? release.stable() : release.current();
    QString stableRole = roleText(isBlueGreen ? RevisionRole::Active : RevisionRole::Stable);
    if (isSwitched) {
        stable = release.inProgress() ? stable : keptRevision(release);
        //: role of the version that served before the switch
        stableRole = QCoreApplication::translate("Track", "previous");
    }
    content.stableLabel = railText(stableRole, stable, content.stableShare);
    if (isSwitched) {
        content.freshLabel = railText(roleText(RevisionRole::Active), release.current(), content.freshShare);
    } else if (release.inProgress()) {
        content.freshLabel = railText(freshRole(release.strategy), release.current(), content.freshShare);
    }
}

} // namespace

int TrackContent::currentStation() const
{
    const auto found = std::find_if(stations.cbegin(), stations.cend(), [](const TrackStation &station) {
        return station.state == StationState::Current || station.state == StationState::Stopped;
    });
    return found == stations.cend() ? -1 : static_cast<int>(found - stations.cbegin());
}

TrackContent trackContent(const Release &release, std::optional<double> measured, const QDateTime &now,
                          std::chrono::seconds window)
{
    TrackContent content;
    content.kind = kindOf(release);
    content.aborted = release.aborted;
    content.current = release.source.isCurrent();
    addStations(content, release, now);
    content.freshShare = content.crossed ? 1 : freshShareOf(release);
    content.stableShare = 1 - content.freshShare;
    nameRails(content, release);
    content.weightsLabel = weightsText(release, measured, window);
    content.description = describe(content);
    return content;
}

} // namespace signalbox
