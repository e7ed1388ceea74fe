// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/checkrunner.h"
#include "models/operations/clusterapproval.h"
#include "models/operations/decisiondesk.h"
#include "models/operations/decisionstate.h"
#include "models/operations/releasehistory.h"

#include <QSet>
#include <QTimer>

namespace signalbox
{

/// The insides of the desk, in three files: gathering and publishing (decisiondesk.cpp), what it does by
/// itself (decisionduties.cpp), and what people and operations ask of it (decisioncommands.cpp,
/// decisionguard.cpp).
class DecisionDesk::Private
{
public:
    Private(DecisionDesk *desk, const Sources &sources);

    // gathering
    void show(const std::optional<ReleaseKey> &wanted);
    [[nodiscard]] DecisionState gather(const ReleaseKey &key) const;
    [[nodiscard]] std::shared_ptr<const ReleasePlan> planOf(const ReleaseKey &key,
                                                            DecisionState &state) const;
    [[nodiscard]] Enforcement enforcement() const;
    void follow(const DecisionState &state);
    void refresh();
    void soon();
    void readIdentity();
    void readRun();
    void readAlerts();
    void takeRun(const RunRef &of, const Decisions &decisions);
    void takeLedgerError(const Error &error);
    void onReleases(const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed);

    // duties
    void tick();
    void recordEnds(const DecisionState &state, const Assessment &assessment);
    void recordEnd(const QString &subject, const DecisionBody &body);
    void sampleGates(const DecisionState &state, const Assessment &assessment);
    void runDueChecks(const DecisionState &state, const Assessment &assessment);
    void runItem(const DecisionState &state, const QString &checklist, const CheckItem &item);
    void record(const CheckFinding &found);
    void grantRoles(const ReleasePlan &plan);
    void renewLeases();

    // commands
    [[nodiscard]] DecisionCommand commandOf(const DecisionState &state, DecisionBody body) const;
    [[nodiscard]] QFuture<Result<Done>> send(DecisionBody body);
    void tellCluster(const QString &gate);

    DecisionDesk *q;
    Sources with;
    CheckRunner runner;
    ClusterApproval approval;
    ReleaseHistory history;
    std::optional<ReleaseKey> shown;
    DecisionView view;
    Actor actor;
    bool actorChosen = false;
    bool rehearsal = false;
    QSet<QString> granted; ///< role grants that were sent

    RunRef run; ///< whose decisions these are
    std::optional<Decisions> decisions;
    QDateTime readAt;
    bool reading = false;
    bool readAgain = false;
    std::optional<LedgerIdentity> identity;
    LedgerReach reach = LedgerReach::NeverReached;
    int losses = 0; ///< of the ledger; an answer to a question asked before one says nothing about now

    AlertsKnown alerts;
    QString clusterProblem;
    Binding sampledFor;
    QHash<QString, GateSampling> samplings;
    QHash<QString, std::chrono::milliseconds> lastRuns;                  ///< of items, by list and item
    QHash<QString, std::chrono::milliseconds> endsSent;                  ///< of gates and polls, by id
    QVector<Lease> leases;                                               ///< held for operations under way
    mutable QHash<QByteArray, std::shared_ptr<const ReleasePlan>> plans; ///< by hash

    std::optional<DecisionState> recent; ///< what the view was composed of
    Assessment recentAssessment;

    QTimer ticks;
    QTimer coalesce;
    int tickCount = 0;
};

/// The error a desk answers when a rule refuses.
[[nodiscard]] Error refusedBy(Refusal refusal, const QString &subject);

} // namespace signalbox
