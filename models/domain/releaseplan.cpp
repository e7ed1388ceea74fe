// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releaseplan.h"

#include <algorithm>

namespace signalbox
{
namespace
{

/// `*` stands for any text. Looks back only to the last star, so a pattern of many stars stays quick.
bool matches(const QString &pattern, const QString &text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern.at(p) == QLatin1Char('*')) {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern.at(p) == text.at(t)) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == QLatin1Char('*')) {
        ++p;
    }
    return p == pattern.size();
}

bool matchesOrAny(const QString &pattern, const QString &text)
{
    return pattern.isEmpty() || matches(pattern, text);
}

QString kindName(ReleaseKind kind)
{
    return kind == ReleaseKind::Rollout ? QStringLiteral("Rollout") : QStringLiteral("Deployment");
}

bool governs(const PlanTarget &target, const ReleaseKey &release)
{
    return matches(target.name, release.name) && matchesOrAny(target.namespaceName, release.namespaceName) &&
           matchesOrAny(target.cluster, release.cluster.value()) &&
           matchesOrAny(target.kind, kindName(release.kind));
}

/// How much of a target is said literally. A text without star is worth one more than the same with one.
qsizetype literal(const PlanTarget &target)
{
    qsizetype sum = 0;
    for (const QString *text : {&target.cluster, &target.namespaceName, &target.kind, &target.name}) {
        const auto stars = text->count(QLatin1Char('*'));
        sum += 2 * (text->size() - stars) + (stars == 0 && !text->isEmpty() ? 1 : 0);
    }
    return sum;
}

} // namespace

int targetFit(const QVector<PlanTarget> &targets, const ReleaseKey &release)
{
    int best = -1;
    for (const PlanTarget &target : targets) {
        if (governs(target, release)) {
            best = std::max(best, static_cast<int>(literal(target)));
        }
    }
    return best;
}

QVector<PlanTarget> narrowedTargets(const QVector<PlanTarget> &targets, const ClusterId &cluster,
                                    const QString &namespaceName)
{
    QVector<PlanTarget> left;
    for (PlanTarget target : targets) {
        const bool here = matchesOrAny(target.cluster, cluster.value()) &&
                          (namespaceName.isEmpty() || matchesOrAny(target.namespaceName, namespaceName));
        if (here) {
            target.cluster = cluster.value();
            target.namespaceName = namespaceName.isEmpty() ? target.namespaceName : namespaceName;
            left.append(target);
        }
    }
    return left;
}

const ReleasePlan *planFor(const QVector<ReleasePlan> &plans, const ReleaseKey &release)
{
    const ReleasePlan *best = nullptr;
    int most = -1;
    for (const ReleasePlan &plan : plans) {
        const int fit = targetFit(plan.targets, release);
        if (fit > most) {
            best = &plan;
            most = fit;
        }
    }
    return best;
}

} // namespace signalbox
