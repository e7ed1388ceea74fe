// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/clusterstore.h"

namespace signalbox
{

/// All clusters the user has opened or could open, and every release in them. GUI thread.
class FleetStore final : public QObject
{
    Q_OBJECT

public:
    explicit FleetStore(const Clock &clock, QObject *parent = nullptr);
    ~FleetStore() override;

    /// Takes a connection into the fleet. Nothing is dialled before open(). @param api outlives the store
    ClusterStore &addCluster(ClusterApi &api);
    /// Closes and forgets it; its releases are reported as removed.
    void removeCluster(const ClusterId &id);
    [[nodiscard]] QVector<ClusterStore *> clusters() const;
    [[nodiscard]] ClusterStore *cluster(const ClusterId &id) const;
    [[nodiscard]] QVector<Release> releases() const;
    [[nodiscard]] const Release *release(const ReleaseKey &key) const;

Q_SIGNALS:
    void clustersChanged();
    void connectionChanged(const signalbox::ClusterId &id);
    void releasesChanged(const QVector<signalbox::ReleaseKey> &changed,
                         const QVector<signalbox::ReleaseKey> &removed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
