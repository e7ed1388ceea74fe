// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/proberunner.h"
#include "models/operations/decisionview.h"
#include "models/operations/operationguard.h"
#include "models/stores/fleetstore.h"
#include "models/stores/judgementstore.h"
#include "models/stores/metricsstore.h"

namespace signalbox
{

class PlanLibrary;

/// Where the release on screen is decided: follows its run in the ledger, runs the checks, and sends what
/// people decide. Rules are the domain's; this class gathers facts and carries messages. GUI thread.
class DecisionDesk final : public QObject, public OperationGuard
{
    Q_OBJECT

public:
    struct Sources {
        FleetStore &fleet;
        MetricsStore &metrics;
        PlanLibrary &plans;
        DecisionLedger &ledger;
        ProbeRunner &probes;
        JudgementStore &judgements;
        const Clock &clock;
    };
    /// @param sources outlive the desk
    explicit DecisionDesk(const Sources &sources, QObject *parent = nullptr);
    ~DecisionDesk() override;

    /// Follows this release; none: nothing.
    void show(const std::optional<ReleaseKey> &release);
    [[nodiscard]] const DecisionView &view() const;
    /// Another person at this desk (drill only; a team ledger knows who we are by itself).
    void setActor(const Actor &actor);
    /// What the interlocking says about a move on a release, from the freshest facts. Also asked by the
    /// OperationDesk before it starts anything.
    [[nodiscard]] InterlockVerdict ask(const Move &move, const ReleaseKey &release) const;

    // Each resolves with an error of code Refused (reason: refusalWord) or what went wrong on the way.
    QFuture<Result<Done>> openGate(const QString &rule, GateClass urgency, const QString &reason);
    QFuture<Result<Done>> vote(const QString &gate, const QString &seat, VoteChoice choice,
                               const QString &comment);
    QFuture<Result<Done>> revokeVote(const QString &gate, const QString &seat);
    QFuture<Result<Done>> withdrawGate(const QString &gate, const QString &reason);
    QFuture<Result<Done>> openPoll(const QString &rule);
    QFuture<Result<Done>> answerPoll(const QString &poll, const QString &station, StationAnswer answer,
                                     const QString &reason, const QDateTime &holdUntil);
    QFuture<Result<Done>> announce(const QString &poll, PollVerdict verdict, const QString &reason);
    QFuture<Result<Done>> revokeVerdict(const QString &poll, const QString &reason);
    QFuture<Result<Done>> requestWaiver(const QString &checklist, const QString &item, CheckResult kind,
                                        const QString &reason, const QDateTime &until);
    QFuture<Result<Done>> grantWaiver(const QString &waiver);
    QFuture<Result<Done>> requestOverride(Interlock rule, const QString &reason, const QDateTime &until);
    QFuture<Result<Done>> grantOverride(const QString &override_);
    /// Runs the probes and metrics of an item, or of every item when none is named, and records what they
    /// saw.
    void check(const QString &checklist, const QString &item = {});
    /// A person's word on an item: the confirmation of what the machine saw, or an attestation.
    QFuture<Result<Done>> attest(const QString &checklist, const QString &item, CheckResult result,
                                 const QString &comment, const QString &link);

    /// A drill: the members of the roles of the plan that governs what is shown get their roles in the
    /// ledger, and until setActor() the desk acts as the first publisher among them.
    void setRehearsal(bool rehearsal);

    // OperationGuard
    [[nodiscard]] InterlockVerdict verdictOn(ActionKind kind, const ReleaseKey &release) const override;
    [[nodiscard]] QFuture<Result<Permit>> admit(ActionRequest request, QString operation) override;
    [[nodiscard]] QFuture<Result<Done>> consume(ActionRequest request) override;
    void finished(const Permit &permit) override;

Q_SIGNALS:
    /// The view says something else, or a second passed while a gate or poll is open.
    void viewChanged();
    /// Something the desk does by itself went wrong: evidence could not be recorded, or the like.
    void failed(const signalbox::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
