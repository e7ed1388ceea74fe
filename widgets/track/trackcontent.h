// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace signalbox
{

enum class StationState { Done, Current, Ahead, Stopped };
enum class SignalState {
    Blocked,          ///< red: ahead, or time has to pass
    WaitingForPerson, ///< amber
    Clear,            ///< green
};

/// A pause between this station and the next.
struct TrackSignal {
    SignalState state = SignalState::Blocked;
    bool forPerson = false; ///< a person opens it; else time does
    bool operator==(const TrackSignal &) const = default;
};

/// One stop on the way of a release: a traffic weight with all that happens there, or a stage of blue/green.
struct TrackStation {
    QString title;
    QString detail;    ///< what happens or happened there: "baked 30 m", "9:12 to go"
    QStringList steps; ///< every step it stands for, in words
    StationState state = StationState::Ahead;
    std::optional<TrackSignal> signal;
    double progress = 0; ///< of the way to the next station, 0 to 1; only at the current one
    bool operator==(const TrackStation &) const = default;
};

enum class TrackKind {
    Idle, ///< no release under way; stations are those of the next one
    Canary,
    BlueGreen,
    Rolling,
};

/// What the track says about a release, in words of the current language, before it has a place on screen.
struct TrackContent {
    TrackKind kind = TrackKind::Idle;
    QString stableLabel;
    QString freshLabel;     ///< empty when there is no other version
    QString weightsLabel;   ///< set when the sources of the weight disagree
    double stableShare = 1; ///< of traffic, else of pods; 0 to 1
    double freshShare = 0;
    bool aborted = false;
    bool current = true; ///< facts are live; else the picture is greyed
    int crossover = -1;  ///< station at which all traffic moves at once; -1: gradually
    bool crossed = false;
    QVector<TrackStation> stations;
    QString description; ///< the whole in sentences, for assistive tools
    bool operator==(const TrackContent &) const = default;

    /// Index of the current or stopped station; -1 if none.
    [[nodiscard]] int currentStation() const;
};

/// @param measured share of requests the new version really gets, in percent
[[nodiscard]] TrackContent trackContent(const Release &release, std::optional<double> measured,
                                        const QDateTime &now, std::chrono::seconds window = {});

} // namespace signalbox
