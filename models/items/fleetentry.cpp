// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetentry.h"

#include <tuple>

namespace signalbox
{

namespace
{

QString versionName(const Revision *revision)
{
    return revision == nullptr ? QString() : versionOf(*revision);
}

} // namespace

FleetEntry fleetEntry(const Release &release)
{
    FleetEntry entry;
    entry.key = release.key;
    entry.state = release.state;
    entry.group = fleetGroup(release);
    entry.fromVersion = versionName(release.stable());
    entry.toVersion = release.inProgress() ? versionName(release.current()) : QString();
    entry.weights = release.weights;
    entry.badge = entry.group == FleetGroup::NeedsDecision ? 1 : 0;
    entry.source = release.source;
    if (entry.source.isCurrent()) {
        entry.source.since = {}; // live facts have no age to show, and heartbeats are no change
    }
    entry.backendPhase = release.backendPhase;
    const Revision *current = release.current();
    entry.image = current == nullptr || current->images.isEmpty() ? QString() : current->images.first().image;
    entry.waitsUntil = release.pause.until;
    return entry;
}

bool moreUrgent(const FleetEntry &left, const FleetEntry &right)
{
    const auto rank = [](const FleetEntry &entry) {
        return std::tuple(static_cast<int>(entry.state), entry.key.name, entry.key.namespaceName,
                          entry.key.cluster.value(), static_cast<int>(entry.key.kind));
    };
    return rank(left) < rank(right);
}

QString stateWord(ReleaseState state)
{
    switch (state) {
    case ReleaseState::Broken:
        return QStringLiteral("broken");
    case ReleaseState::WaitingForPerson:
        return QStringLiteral("waiting-for-person");
    case ReleaseState::Undecided:
        return QStringLiteral("undecided");
    case ReleaseState::RolledBack:
        return QStringLiteral("rolled-back");
    case ReleaseState::BlockedByRule:
        return QStringLiteral("blocked");
    case ReleaseState::WaitingForTime:
        return QStringLiteral("waiting-for-time");
    case ReleaseState::Advancing:
        return QStringLiteral("advancing");
    case ReleaseState::Healthy:
        return QStringLiteral("healthy");
    case ReleaseState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace signalbox
