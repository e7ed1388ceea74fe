// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/plancalendar.h"
#include "models/domain/planchecklist.h"
#include "models/domain/plangate.h"
#include "models/domain/planmetric.h"
#include "models/domain/planpeople.h"
#include "models/domain/planscaling.h"
#include "models/domain/planstrategy.h"
#include "models/domain/release.h"

#include <QByteArray>

namespace signalbox
{

/// A row of the requirements register that an item of the plan answers by being there, without being one of
/// the things above: a principle, a document, a goal.
struct PlanNote {
    QString id;
    LocalText text;
    QStringList requirements;
    bool operator==(const PlanNote &) const = default;
};

/// A release plan as read from one file. A plan with a problem in it is never built (see models/plan).
struct ReleasePlan {
    int formatVersion = 1;
    QString id;
    QString planVersion; ///< the author's own, for people
    LocalText title;
    LocalText description;
    QStringList owners;
    QByteArray hash; ///< SHA-256 of the file's bytes; approvals bind to it

    QVector<PlanTarget> targets;
    QVector<PlanService> services;
    QVector<PlanStep> steps;
    QVector<PlanStage> stages;
    QVector<GateRule> gates;
    QVector<Checklist> checklists;
    QVector<PollRule> polls;
    QVector<ProbeSpec> probes;
    QVector<PlanMetric> metrics;
    QVector<PlanObjective> objectives;
    RollbackRule rollback;
    std::optional<ScalingRule> scaling;
    std::optional<RecoveryRule> recovery;
    QVector<PlanRole> roles;
    QVector<CalendarEntry> calendar;
    QVector<Contact> contacts;
    QVector<CommunicationRule> communication;
    QVector<RetentionRule> retention;
    QVector<PlanNote> notes;

    bool operator==(const ReleasePlan &) const = default;
};

/// How well targets fit a release: the more literal text in the best of them, the better; -1: not at all.
[[nodiscard]] int targetFit(const QVector<PlanTarget> &targets, const ReleaseKey &release);
/// What is left of targets when a plan may only govern one cluster, or one namespace in it (empty: all).
[[nodiscard]] QVector<PlanTarget> narrowedTargets(const QVector<PlanTarget> &targets,
                                                  const ClusterId &cluster, const QString &namespaceName);

/// The plan that governs a release: the first target that matches, more literal text winning over `*`.
/// @return null if none does
[[nodiscard]] const ReleasePlan *planFor(const QVector<ReleasePlan> &plans, const ReleaseKey &release);

} // namespace signalbox
