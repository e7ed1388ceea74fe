// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/clusterledger.h"

namespace signalbox::test
{

ClusterLedger::ClusterLedger(ClusterApi &cluster)
{
    connect(&cluster, &ClusterApi::changed, this, [this](const KindChanges &changes) {
        if (const auto *deployments = std::get_if<RowChanges<DeploymentRow>>(&changes)) {
            apply(*deployments);
        }
        seenKinds.append(kindOf(changes));
    });
    connect(&cluster, &ClusterApi::sourceChanged, this,
            [this](ResourceKind kind, const SourceState &state) { states[kind].append(state); });
    connect(&cluster, &ClusterApi::connectionChanged, this,
            [this](const SourceState &state) { connection.append(state); });
    connect(&cluster, &ClusterApi::identityKnown, this,
            [this](const ClusterIdentity &who) { identity = who; });
    connect(&cluster, &ClusterApi::latencyMeasured, this, [this] { ++latencies; });
}

Freshness ClusterLedger::freshness(ResourceKind kind) const
{
    return states.contains(kind) ? states[kind].last().freshness : Freshness::NeverLoaded;
}

QStringList ClusterLedger::names() const
{
    QStringList list;
    for (const DeploymentRow &row : rows) {
        list.append(row.meta.name + u'@' + row.meta.resourceVersion);
    }
    list.sort();
    return list;
}

void ClusterLedger::apply(const RowChanges<DeploymentRow> &changes)
{
    ++deliveries;
    if (changes.reset) {
        ++resets;
        rows.clear();
    }
    for (const QString &uid : changes.removed) {
        rows.remove(uid);
    }
    for (const DeploymentRow &row : changes.upserted) {
        rows.insert(row.meta.uid, row);
    }
}

} // namespace signalbox::test
