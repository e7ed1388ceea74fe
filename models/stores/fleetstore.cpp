// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/fleetstore.h"

#include <algorithm>
#include <vector>

namespace signalbox
{

class FleetStore::Private
{
public:
    explicit Private(const Clock &time)
        : clock(time)
    {
    }

    const Clock &clock;
    std::vector<std::unique_ptr<ClusterStore>> clusters; ///< in the order they were added
};

FleetStore::FleetStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
}

FleetStore::~FleetStore() = default;

ClusterStore &FleetStore::addCluster(ClusterApi &api)
{
    const ClusterId id = api.description().id;
    Q_ASSERT(cluster(id) == nullptr);
    ClusterStore &store = *d->clusters.emplace_back(std::make_unique<ClusterStore>(api, d->clock));
    connect(&store, &ClusterStore::releasesChanged, this, &FleetStore::releasesChanged);
    connect(&store, &ClusterStore::connectionChanged, this, [this, id] { Q_EMIT connectionChanged(id); });
    Q_EMIT clustersChanged();
    return store;
}

void FleetStore::removeCluster(const ClusterId &id)
{
    const auto found = std::find_if(d->clusters.begin(), d->clusters.end(),
                                    [&id](const auto &store) { return store->description().id == id; });
    if (found == d->clusters.end()) {
        return;
    }
    const std::unique_ptr<ClusterStore> leaving = std::move(*found);
    d->clusters.erase(found);
    leaving->disconnect(this);
    leaving->close();
    QVector<ReleaseKey> removed;
    for (const auto &release : leaving->releases()) {
        removed.append(release.key);
    }
    if (!removed.isEmpty()) {
        Q_EMIT releasesChanged({}, removed);
    }
    Q_EMIT clustersChanged();
}

QVector<ClusterStore *> FleetStore::clusters() const
{
    QVector<ClusterStore *> all;
    for (const auto &store : d->clusters) {
        all.append(store.get());
    }
    return all;
}

ClusterStore *FleetStore::cluster(const ClusterId &id) const
{
    const auto found = std::find_if(d->clusters.cbegin(), d->clusters.cend(),
                                    [&id](const auto &store) { return store->description().id == id; });
    return found == d->clusters.cend() ? nullptr : found->get();
}

QVector<Release> FleetStore::releases() const
{
    QVector<Release> all;
    for (const auto &store : d->clusters) {
        all += store->releases();
    }
    return all;
}

const Release *FleetStore::release(const ReleaseKey &key) const
{
    const ClusterStore *store = cluster(key.cluster);
    return store == nullptr ? nullptr : store->release(key);
}

} // namespace signalbox
