// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/plan/planparser.h"
#include "models/stores/planquerychecker.h"

#include <optional>

namespace signalbox
{

/// Where a plan comes from, the one that wins first. Who may write where decides the order: the team's
/// namespace of a cluster, then the user's own folder, then any namespace (which governs only itself), then
/// what comes with the program.
enum class PlanOrigin { Cluster, UserFolder, Namespace, BuiltIn };

/// One plan that was found, good or bad.
struct PlanEntry {
    PlanOrigin origin = PlanOrigin::BuiltIn;
    ClusterId cluster{QString()}; ///< Cluster and Namespace
    QString namespaceName;        ///< Cluster and Namespace
    QString location;             ///< file, or "namespace/configmap/key": unique together with the cluster
    QByteArray source;            ///< the bytes the hash is made of
    ParsedPlan parsed;            ///< targets narrowed to what a plan from there may govern
    QString hiddenBy;             ///< location of the one that counts instead; empty: this one counts
    std::optional<PlanQueryCheck> queries; ///< none: no server was asked about the queries
    bool queriesAsked = false;             ///< one is being asked now
    [[nodiscard]] bool isUsable() const { return parsed.plan && parsed.problems.isEmpty(); }
};

/// Parses unless `before` holds the same bytes from the same place already. A file that cannot be read as
/// YAML at all keeps the id and targets it had: what it governed stays governed, by a plan that cannot be
/// used.
[[nodiscard]] PlanEntry makePlanEntry(PlanEntry place, const QVector<PlanEntry> &before);

/// Puts entries in order and decides which ones count. The same id twice from one source: the first by
/// location counts, the others get a problem. The same id in the user's folder hides the built-in one. A plan
/// with problems takes its place like a good one: nothing less strict slips in for it.
void settlePlans(QVector<PlanEntry> &entries);

/// The entry that governs a release: of the first source with one that fits, the one with the most literal
/// target. It may be one that is not usable; then the release may not move forward. Null: no plan governs it.
[[nodiscard]] const PlanEntry *governingPlan(const QVector<PlanEntry> &entries, const ReleaseKey &release);

} // namespace signalbox
