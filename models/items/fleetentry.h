// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

namespace signalbox
{

/// What the fleet list shows of a release.
struct FleetEntry {
    ReleaseKey key;
    ReleaseState state = ReleaseState::Unknown;
    FleetGroup group = FleetGroup::Unreachable;
    QString fromVersion; ///< the stable one; empty if unknown
    QString toVersion;   ///< the wanted one; empty when it is the stable one
    CanaryWeights weights;
    int badge = 0; ///< decisions that wait for a person
    SourceState source;
    QString backendPhase;
    QString image;        ///< of the wanted version
    QDateTime waitsUntil; ///< end of a timed pause; invalid: none
    bool operator==(const FleetEntry &) const = default;
};

[[nodiscard]] FleetEntry fleetEntry(const Release &release);
/// Most urgent first, then by name, namespace and cluster.
[[nodiscard]] bool moreUrgent(const FleetEntry &left, const FleetEntry &right);
/// English word of a state, as typed into the filter: "healthy", "waiting-for-person" …
[[nodiscard]] QString stateWord(ReleaseState state);

} // namespace signalbox
