// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/format.h"
#include "widgets/style/steptext.h"
#include "widgets/track/trackstations.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox
{

namespace
{

/// The steps from one weight up to the next.
struct Stretch {
    int weight = 0;
    int first = 0; ///< step index
    int last = 0;  ///< step index, inclusive; first - 1: implied, has no step
    std::chrono::seconds bake{0};
    bool gate = false;
    bool timed = false;
    int otherStep = -1; ///< a step that is neither weight nor pause
};

void takeStep(Stretch &stretch, const StepRow &step, int index)
{
    stretch.last = index;
    if (step.kind == StepKind::Pause) {
        stretch.gate = stretch.gate || !step.duration;
        stretch.timed = stretch.timed || step.duration;
        stretch.bake += step.duration.value_or(std::chrono::seconds(0));
    } else if (step.kind != StepKind::SetWeight && stretch.otherStep < 0) {
        stretch.otherStep = index;
    }
}

QVector<Stretch> stretchesOf(const QVector<StepRow> &steps)
{
    QVector<Stretch> stretches;
    for (int i = 0; i < steps.size(); ++i) {
        if (steps.at(i).kind == StepKind::SetWeight || stretches.isEmpty()) {
            Stretch stretch;
            stretch.weight = steps.at(i).kind == StepKind::SetWeight ? steps.at(i).weight : 0;
            stretch.first = i;
            stretches << stretch;
        }
        takeStep(stretches.last(), steps.at(i), i);
    }
    if (stretches.isEmpty() || stretches.last().weight < 100) {
        Stretch full;
        full.weight = 100;
        full.first = static_cast<int>(steps.size());
        full.last = full.first - 1;
        stretches << full;
    }
    return stretches;
}

/// Index of the step at work; steps.size() when all are done, -1 when nothing is under way.
int stepAtWork(const Release &release)
{
    if (!release.inProgress() && !release.aborted) {
        return -1;
    }
    return std::clamp(release.stepIndex.value_or(0), 0, static_cast<int>(release.steps.size()));
}

StationState stateOf(const Stretch &stretch, const Release &release, int atWork)
{
    const bool isImplied = stretch.last < stretch.first;
    if (atWork < stretch.first) {
        return StationState::Ahead;
    }
    if (!isImplied && atWork > stretch.last) {
        return StationState::Done;
    }
    return release.aborted ? StationState::Stopped : StationState::Current;
}

QString bakeText(const Stretch &stretch, StationState state)
{
    if (state == StationState::Done) {
        //: bake time of a finished step; %1 is a duration
        return QCoreApplication::translate("Track", "baked %1").arg(durationText(stretch.bake));
    }
    //: bake time of a step to come; %1 is a duration
    return QCoreApplication::translate("Track", "bake %1").arg(durationText(stretch.bake));
}

QString currentDetail(const Release &release, const QDateTime &now)
{
    switch (release.pause.kind) {
    case PauseKind::Step:
        if (release.pause.until.isValid()) {
            //: %1 is a countdown such as 9:12
            return QCoreApplication::translate("Track", "%1 to go")
                .arg(countdownText(std::chrono::seconds(now.secsTo(release.pause.until))));
        }
        return QCoreApplication::translate("Track", "waiting for a person");
    case PauseKind::Manual:
        return QCoreApplication::translate("Track", "paused by hand");
    case PauseKind::Inconclusive:
        return QCoreApplication::translate("Track", "undecided");
    case PauseKind::BlueGreen:
    case PauseKind::Other:
        return QCoreApplication::translate("Track", "paused");
    case PauseKind::None:
        break;
    }
    return QCoreApplication::translate("Track", "under way");
}

QString detailOf(const Stretch &stretch, StationState state, const Release &release, const QDateTime &now)
{
    if (state == StationState::Stopped) {
        return QCoreApplication::translate("Track", "aborted here");
    }
    if (state == StationState::Current) {
        return currentDetail(release, now);
    }
    if (stretch.bake.count() > 0) {
        return bakeText(stretch, state);
    }
    return stretch.otherStep >= 0 ? stepText(release.steps.at(stretch.otherStep)) : QString();
}

std::optional<TrackSignal> signalOf(const Stretch &stretch, StationState state, const Release &release)
{
    const PauseKind kind = release.pause.kind;
    const bool isHeldByPerson = kind == PauseKind::Manual || kind == PauseKind::Inconclusive ||
                                (kind == PauseKind::Step && !release.pause.until.isValid());
    const bool holdsNow = state == StationState::Current && isHeldByPerson;
    if (!stretch.gate && !stretch.timed && !holdsNow) {
        return std::nullopt;
    }
    TrackSignal signal;
    signal.forPerson = stretch.gate || holdsNow;
    if (state == StationState::Done) {
        signal.state = SignalState::Clear;
    } else if (holdsNow) {
        signal.state = SignalState::WaitingForPerson;
    }
    return signal;
}

double progressOf(const Release &release, const QDateTime &now)
{
    const Pause &pause = release.pause;
    if (!pause.since.isValid() || !pause.until.isValid() || pause.since >= pause.until) {
        return 0;
    }
    const auto whole = static_cast<double>(pause.since.msecsTo(pause.until));
    return std::clamp(static_cast<double>(pause.since.msecsTo(now)) / whole, 0.0, 1.0);
}

TrackStation prepareStation(const Release &release, int atWork)
{
    TrackStation station;
    //: first station of a release: pods of the new version start
    station.title = QCoreApplication::translate("Track", "Prepare");
    const Revision *current = release.current();
    if (atWork < 0 || current == nullptr) {
        return station;
    }
    station.state = current->ready > 0 || atWork > 0 ? StationState::Done : StationState::Current;
    if (release.aborted) {
        station.state = StationState::Done;
    } else {
        station.detail = podsOfText(current->ready, current->desired);
    }
    return station;
}

TrackStation stationOf(const Stretch &stretch, const Release &release, const QDateTime &now)
{
    TrackStation station;
    station.title = percentText(stretch.weight);
    station.state = stateOf(stretch, release, stepAtWork(release));
    station.detail = detailOf(stretch, station.state, release, now);
    station.signal = signalOf(stretch, station.state, release);
    station.progress = station.state == StationState::Current ? progressOf(release, now) : 0;
    for (int i = stretch.first; i <= stretch.last; ++i) {
        station.steps << stepText(release.steps.at(i), i, static_cast<int>(release.steps.size()));
    }
    return station;
}

} // namespace

QString podsOfText(int ready, int desired)
{
    //: pods that are ready, of those wanted
    return QCoreApplication::translate("Track", "%1 of %2 pods").arg(countText(ready), countText(desired));
}

QVector<TrackStation> canaryStations(const Release &release, const QDateTime &now)
{
    QVector<TrackStation> stations{prepareStation(release, stepAtWork(release))};
    for (const Stretch &stretch : stretchesOf(release.steps)) {
        stations << stationOf(stretch, release, now);
    }
    if (stations.first().state == StationState::Current) {
        stations[1].state = StationState::Ahead; // pods come first
    }
    return stations;
}

} // namespace signalbox
