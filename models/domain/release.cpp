// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/release.h"

#include <algorithm>

namespace signalbox
{

size_t qHash(const ReleaseKey &key, size_t seed)
{
    return qHashMulti(seed, key.cluster.value(), key.namespaceName, key.name, static_cast<int>(key.kind));
}

const Revision *Release::revision(const QString &hash) const
{
    if (hash.isEmpty()) {
        return nullptr;
    }
    const auto found = std::find_if(revisions.cbegin(), revisions.cend(),
                                    [&hash](const Revision &revision) { return revision.hash == hash; });
    return found == revisions.cend() ? nullptr : &*found;
}

QString versionOf(const Revision &revision)
{
    if (revision.images.isEmpty()) {
        return revision.hash;
    }
    const QString &image = revision.images.first().image;
    const qsizetype slash = image.lastIndexOf(QLatin1Char('/'));
    const qsizetype digest = image.indexOf(QLatin1Char('@'), slash + 1);
    const QString named = digest < 0 ? image : image.left(digest);
    const qsizetype colon = named.indexOf(QLatin1Char(':'), slash + 1);
    if (colon >= 0 && colon + 1 < named.size()) {
        return named.mid(colon + 1);
    }
    if (digest >= 0) {
        const qsizetype start = image.indexOf(QLatin1Char(':'), digest) + 1;
        return image.mid(start, 12);
    }
    return revision.hash;
}

FleetGroup fleetGroup(const Release &release)
{
    switch (release.source.freshness) {
    case Freshness::Unreachable:
    case Freshness::Stale:
    case Freshness::NoPermission:
    case Freshness::NeverLoaded:
        return FleetGroup::Unreachable;
    default:
        break;
    }
    switch (release.state) {
    case ReleaseState::Broken:
    case ReleaseState::WaitingForPerson:
    case ReleaseState::Undecided:
    case ReleaseState::RolledBack:
    case ReleaseState::BlockedByRule:
        return FleetGroup::NeedsDecision;
    case ReleaseState::WaitingForTime:
    case ReleaseState::Advancing:
        return FleetGroup::InProgress;
    case ReleaseState::Healthy:
        return FleetGroup::Steady;
    case ReleaseState::Unknown:
        break;
    }
    return FleetGroup::Unreachable;
}

} // namespace signalbox
