// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QVector>

#include <optional>

namespace signalbox::test
{

/// What a store would know: the rows of Deployment by uid, and every state that was announced.
class ClusterLedger final : public QObject
{
    Q_OBJECT

public:
    explicit ClusterLedger(ClusterApi &cluster);

    [[nodiscard]] Freshness freshness(ResourceKind kind) const;
    /// "name@resourceVersion" of every row, sorted.
    [[nodiscard]] QStringList names() const;

    QHash<QString, DeploymentRow> rows;
    QHash<ResourceKind, QVector<SourceState>> states;
    QVector<SourceState> connection;
    QVector<ResourceKind> seenKinds;
    std::optional<ClusterIdentity> identity;
    int resets = 0;
    int deliveries = 0;
    int latencies = 0;

private:
    void apply(const RowChanges<DeploymentRow> &changes);
};

} // namespace signalbox::test
