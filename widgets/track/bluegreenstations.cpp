// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/track/trackstations.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox
{

namespace
{

const AnalysisRunRow *analysisOf(const Release &release, QLatin1String type)
{
    const auto found =
        std::find_if(release.analysisRuns.cbegin(), release.analysisRuns.cend(),
                     [type, &release](const AnalysisRunRow &run) {
                         return run.rolloutType == type && run.podTemplateHash == release.currentHash;
                     });
    return found == release.analysisRuns.cend() ? nullptr : &*found;
}

bool isOver(const AnalysisRunRow &run)
{
    static const QStringList ends = {QStringLiteral("Failed"), QStringLiteral("Error"),
                                     QStringLiteral("Inconclusive")};
    return run.completed.isValid() || ends.contains(run.phase);
}

TrackStation analysisStation(const AnalysisRunRow &run, const QString &title)
{
    TrackStation station;
    station.title = title;
    if (run.phase == QLatin1String("Successful")) {
        station.state = StationState::Done;
    } else {
        station.state = isOver(run) ? StationState::Stopped : StationState::Current;
    }
    station.detail = safeText(run.phase, 24); // the controller's own word
    return station;
}

bool isReady(const Revision *revision)
{
    return revision != nullptr && revision->desired > 0 && revision->ready >= revision->desired;
}

TrackStation previewStation(const Release &release, bool crossed)
{
    TrackStation station;
    //: blue/green: pods of the new version run beside the old ones
    station.title = QCoreApplication::translate("Track", "Preview");
    const Revision *current = release.current();
    if (current != nullptr) {
        station.detail = podsOfText(current->ready, current->desired);
    }
    station.state = crossed || isReady(current) ? StationState::Done : StationState::Current;
    if (release.aborted) {
        station.state = StationState::Stopped;
    }
    return station;
}

TrackStation switchStation(const Release &release, bool crossed, bool isReached)
{
    TrackStation station;
    //: blue/green: all traffic moves to the new version at once
    station.title = QCoreApplication::translate("Track", "Switch");
    if (crossed) {
        station.state = StationState::Done;
        station.detail = QCoreApplication::translate("Track", "switched");
    } else if (isReached && !release.aborted) {
        station.detail = release.pause.kind == PauseKind::None
                             ? QCoreApplication::translate("Track", "under way")
                             : QCoreApplication::translate("Track", "waiting for a person");
        station.state = StationState::Current;
    }
    return station;
}

TrackStation cleanUpStation(const Release &release, const QDateTime &now, bool crossed)
{
    TrackStation station;
    //: pods of the old version go away
    station.title = QCoreApplication::translate("Track", "Clean up");
    if (!crossed) {
        return station;
    }
    if (release.fastPathUntil.isValid() && release.fastPathUntil > now) {
        station.state = StationState::Current;
        //: %1 is a countdown such as 9:12
        station.detail = QCoreApplication::translate("Track", "in %1")
                             .arg(countdownText(std::chrono::seconds(now.secsTo(release.fastPathUntil))));
    } else {
        station.state = StationState::Done;
    }
    return station;
}

TrackSignal switchSignal(const Release &release, bool crossed)
{
    const bool isHeld = release.pause.kind != PauseKind::None;
    TrackSignal signal;
    signal.forPerson = isHeld;
    if (crossed) {
        signal.state = SignalState::Clear;
    } else if (isHeld) {
        signal.state = SignalState::WaitingForPerson;
    }
    return signal;
}

} // namespace

QVector<TrackStation> blueGreenStations(const Release &release, const QDateTime &now, int &crossover)
{
    const bool crossed = !release.currentHash.isEmpty() && release.activeSelectorHash == release.currentHash;
    QVector<TrackStation> stations{previewStation(release, crossed)};
    if (const AnalysisRunRow *before = analysisOf(release, QLatin1String("PrePromotion"))) {
        stations << analysisStation(*before, QCoreApplication::translate("Track", "Analysis before"));
    }
    const bool isReached = stations.last().state == StationState::Done;
    stations.last().signal = switchSignal(release, crossed);
    crossover = static_cast<int>(stations.size());
    stations << switchStation(release, crossed, isReached);
    if (const AnalysisRunRow *after = analysisOf(release, QLatin1String("PostPromotion"))) {
        stations << analysisStation(*after, QCoreApplication::translate("Track", "Analysis after"));
    }
    stations << cleanUpStation(release, now, crossed);
    return stations;
}

QVector<TrackStation> rollingStations(const Release &release)
{
    const int wanted = std::max(1, release.desiredReplicas);
    const bool isUpdated = release.updatedReplicas >= wanted;
    TrackStation start;
    start.title = QCoreApplication::translate("Track", "Start");
    start.state = StationState::Done;
    TrackStation updated;
    //: rolling update: pods that run the new version
    updated.title = QCoreApplication::translate("Track", "Pods updated");
    updated.detail = podsOfText(release.updatedReplicas, release.desiredReplicas);
    updated.state = isUpdated ? StationState::Done : StationState::Ahead;
    TrackStation available;
    //: rolling update: pods that serve
    available.title = QCoreApplication::translate("Track", "Pods available");
    available.detail = podsOfText(release.availableReplicas, release.desiredReplicas);
    available.state =
        isUpdated && release.availableReplicas >= wanted ? StationState::Done : StationState::Ahead;
    if (available.state != StationState::Done) {
        TrackStation &at = isUpdated ? updated : start;
        const int reached = isUpdated ? release.availableReplicas : release.updatedReplicas;
        at.state = release.state == ReleaseState::Broken ? StationState::Stopped : StationState::Current;
        at.progress = std::clamp(static_cast<double>(reached) / wanted, 0.0, 1.0);
    }
    return {start, updated, available};
}

} // namespace signalbox
