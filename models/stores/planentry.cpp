// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/planentry.h"

#include <algorithm>
#include <tuple>

namespace signalbox
{
namespace
{

bool samePlace(const PlanEntry &a, const PlanEntry &b)
{
    return a.origin == b.origin && a.cluster == b.cluster && a.location == b.location;
}

/// Entries of one source may not share an id. Every namespace is a source of its own: it governs only itself.
bool sameSource(const PlanEntry &a, const PlanEntry &b)
{
    return a.origin == b.origin && a.cluster == b.cluster && a.namespaceName == b.namespaceName;
}

void narrow(PlanEntry &entry)
{
    if (entry.origin != PlanOrigin::Cluster && entry.origin != PlanOrigin::Namespace) {
        return;
    }
    const QString within = entry.origin == PlanOrigin::Namespace ? entry.namespaceName : QString();
    entry.parsed.targets = narrowedTargets(entry.parsed.targets, entry.cluster, within);
    if (entry.parsed.plan) {
        entry.parsed.plan->targets = entry.parsed.targets;
    }
}

bool isDuplicateProblem(const PlanProblem &problem)
{
    return problem.code == PlanProblemCode::DuplicatePlan;
}

/// The entry before this one that takes its id; null: none does.
const PlanEntry *rivalOf(const QVector<PlanEntry> &entries, qsizetype index)
{
    const PlanEntry &entry = entries.at(index);
    for (qsizetype i = 0; i < index; ++i) {
        const PlanEntry &other = entries.at(i);
        const bool userOverBuiltIn =
            entry.origin == PlanOrigin::BuiltIn && other.origin == PlanOrigin::UserFolder;
        if (other.parsed.id == entry.parsed.id && (sameSource(entry, other) || userOverBuiltIn)) {
            return &other;
        }
    }
    return nullptr;
}

} // namespace

PlanEntry makePlanEntry(PlanEntry place, const QVector<PlanEntry> &before)
{
    const auto old = std::find_if(before.cbegin(), before.cend(),
                                  [&place](const PlanEntry &entry) { return samePlace(entry, place); });
    if (old != before.cend() && old->source == place.source) {
        return *old;
    }
    place.parsed = parsePlan(place.source, place.location);
    if (place.parsed.id.isEmpty() && old != before.cend()) {
        place.parsed.id = old->parsed.id;
        place.parsed.targets = old->parsed.targets;
    }
    narrow(place);
    return place;
}

void settlePlans(QVector<PlanEntry> &entries)
{
    const auto order = [](const PlanEntry &entry) {
        return std::make_tuple(entry.origin, entry.cluster.value(), entry.location);
    };
    std::sort(entries.begin(), entries.end(),
              [&order](const PlanEntry &a, const PlanEntry &b) { return order(a) < order(b); });
    for (qsizetype i = 0; i < entries.size(); ++i) {
        PlanEntry &entry = entries[i];
        QVector<PlanProblem> &problems = entry.parsed.problems;
        problems.erase(std::remove_if(problems.begin(), problems.end(), isDuplicateProblem), problems.end());
        entry.hiddenBy.clear();
        const PlanEntry *rival = entry.parsed.id.isEmpty() ? nullptr : rivalOf(entries, i);
        if (rival == nullptr) {
            continue;
        }
        entry.hiddenBy = rival->hiddenBy.isEmpty() ? rival->location : rival->hiddenBy;
        if (sameSource(entry, *rival)) {
            problems.append({entry.location,
                             0,
                             0,
                             QStringLiteral("id"),
                             PlanProblemCode::DuplicatePlan,
                             {entry.parsed.id, entry.hiddenBy},
                             {}});
        }
    }
}

const PlanEntry *governingPlan(const QVector<PlanEntry> &entries, const ReleaseKey &release)
{
    const PlanEntry *best = nullptr;
    int most = -1;
    for (const PlanEntry &entry : entries) {
        if (best != nullptr && best->origin != entry.origin) {
            break; // entries are in the order of origins
        }
        const int fit = entry.hiddenBy.isEmpty() ? targetFit(entry.parsed.targets, release) : -1;
        if (fit > most) {
            best = &entry;
            most = fit;
        }
    }
    return best;
}

} // namespace signalbox
