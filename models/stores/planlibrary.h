// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "models/stores/planentry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace signalbox
{

/// Where plans lie.
struct PlanFolders {
    QString builtIn; ///< Qt resource or folder
    QString user;    ///< watched; may not exist yet
};

/// Every release plan there is: built in, in the user's folder, and in labelled ConfigMaps of clusters that
/// are connected. Files are read and parsed on a thread of its own, ConfigMaps asked for when a cluster
/// connects and once a minute. GUI thread.
class PlanLibrary final : public QObject
{
    Q_OBJECT

public:
    explicit PlanLibrary(PlanFolders folders, QObject *parent = nullptr);
    ~PlanLibrary() override;

    /// Reads the folders again; also done by itself when the user's folder changes. Ends with changed() if
    /// anything did. The library is empty until the first time.
    void reload();
    /// False until the folders were read once. Until then nobody knows whether a release is governed.
    [[nodiscard]] bool isLoaded() const;

    /// @param api outlives the library or is removed before
    void addCluster(ClusterApi &api);
    /// Its plans go with it.
    void removeCluster(const ClusterId &id);
    /// Where to look, besides planNamespace(), when ConfigMaps of the whole cluster may not be listed; one
    /// that may not be read is skipped and becomes clusterProblem(). Empty: everywhere.
    void setNamespaces(const ClusterId &id, const QStringList &namespaces);
    /// Asks every connected cluster again now.
    void refreshClusters();
    /// False until the cluster was asked once: its plans are not known yet.
    [[nodiscard]] bool isLoaded(const ClusterId &id) const;
    /// Why the plans of a cluster could not be read; those read before stay. None: all is well.
    [[nodiscard]] std::optional<Error> clusterProblem(const ClusterId &id) const;

    /// In the order in which they win.
    [[nodiscard]] const QVector<PlanEntry> &entries() const;
    /// See governingPlan(). Valid until changed().
    [[nodiscard]] const PlanEntry *governing(const ReleaseKey &release) const;

    /// Asks a metrics server about the queries of the entry at a place; its answer is in the entry then, and
    /// refused queries are among its problems. Does nothing while an answer is under way. @param metrics may
    /// go away meanwhile
    void checkQueries(const ClusterId &cluster, const QString &location, MetricsApi &metrics);

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
