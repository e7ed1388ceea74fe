// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/rows.h"

#include <QVector>

#include <variant>

namespace signalbox
{

/// What happened to one kind of object in one cluster since the last message. Apply in this order: if
/// `reset`, forget every row of the kind; then `removed`; then `upserted`.
template <typename Row> struct RowChanges {
    QVector<Row> upserted;
    QVector<QString> removed; ///< uids
    bool reset = false;
    [[nodiscard]] bool isEmpty() const { return upserted.isEmpty() && removed.isEmpty() && !reset; }
};

struct VirtualServiceChanges : RowChanges<RouteRow> {
};
struct HttpRouteChanges : RowChanges<RouteRow> {
};

using KindChanges =
    std::variant<RowChanges<NamespaceRow>, RowChanges<RolloutRow>, RowChanges<DeploymentRow>,
                 RowChanges<ReplicaSetRow>, RowChanges<AnalysisRunRow>, RowChanges<ServiceRow>,
                 VirtualServiceChanges, HttpRouteChanges, RowChanges<HpaRow>, RowChanges<EventRow>,
                 RowChanges<NodeRow>, RowChanges<ExperimentRow>, RowChanges<PodRow>>;

/// The alternatives of KindChanges stand in the order of ResourceKind.
[[nodiscard]] inline ResourceKind kindOf(const KindChanges &changes)
{
    return static_cast<ResourceKind>(changes.index());
}

} // namespace signalbox
