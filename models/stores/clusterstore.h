// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/clusterapi.h"
#include "models/domain/release.h"

#include <QObject>

#include <memory>

namespace signalbox
{

/// What the console knows about one cluster: rows by kind, freshness, rights, and the releases derived from
/// them. Owns the facts; publishes which ones changed. GUI thread.
class ClusterStore final : public QObject
{
    Q_OBJECT

public:
    /// @param api outlives the store
    ClusterStore(ClusterApi &api, const Clock &clock, QObject *parent = nullptr);
    ~ClusterStore() override;

    [[nodiscard]] const ClusterDescription &description() const;
    [[nodiscard]] ClusterApi &api() const;
    [[nodiscard]] const SourceState &connection() const;
    [[nodiscard]] SourceState source(ResourceKind kind) const;
    [[nodiscard]] std::chrono::milliseconds latency() const;
    [[nodiscard]] const ClusterIdentity &identity() const;

    /// Rows of one kind by uid.
    template <typename Row> [[nodiscard]] const QHash<QString, Row> &rows() const;
    [[nodiscard]] const QHash<QString, RouteRow> &virtualServices() const;
    [[nodiscard]] const QHash<QString, RouteRow> &httpRoutes() const;

    [[nodiscard]] QVector<Release> releases() const;
    /// Valid until control returns to the event loop.
    [[nodiscard]] const Release *release(const ReleaseKey &key) const;
    /// Pods of a release, by owner ReplicaSet. Only complete while pods are watched.
    [[nodiscard]] QVector<PodRow> pods(const Release &release) const;

    /// What is known about a permission; asks the server in the background when unknown, then emits
    /// accessKnown.
    [[nodiscard]] Access access(const AccessQuery &query);
    /// Context for the policy functions: connection, rights for every action of this release, clock.
    [[nodiscard]] PolicyContext policyContext(const Release &release);

    void open();
    void close();
    /// Pods are watched only while somebody shows them; calls nest.
    void acquirePods();
    void releasePods();

Q_SIGNALS:
    /// `uids` names every row that is different now, also after a relist (`reset`); a uid without a row is
    /// gone.
    void rowsChanged(signalbox::ResourceKind kind, const QVector<QString> &uids, bool reset);
    void releasesChanged(const QVector<signalbox::ReleaseKey> &changed,
                         const QVector<signalbox::ReleaseKey> &removed);
    void sourceChanged(signalbox::ResourceKind kind);
    /// Everything taken in so far is in rows() and releases() now. Follows every sourceChanged() in a later
    /// turn, also when nothing came of it.
    void settled();
    void connectionChanged();
    void accessKnown();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
