// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/automaticgate.h"
#include "models/domain/releasegates.h"
#include "models/operations/decisionview.h"

namespace signalbox
{

/// What is known about trouble around a release.
struct AlertsKnown {
    bool configured = false; ///< an alert source is there to be asked
    std::optional<QVector<Alert>> alerts;
    QDateTime at; ///< UTC, when they were read
};

/// All that a desk knows about one release at one moment, gathered from everywhere. Everything that is shown
/// or decided is computed from it.
struct DecisionState {
    std::shared_ptr<const ReleasePlan> plan; ///< null: none governs, none is usable, or none is known
    bool plansKnown = false;
    QString unusablePlan;
    std::optional<Release> release;
    RunRef run;
    Binding binding;
    Actor actor;
    std::optional<Decisions> decisions; ///< none: not read yet
    std::optional<LedgerIdentity> identity;
    LedgerReach reach = LedgerReach::NeverReached;
    QDateTime readAt;
    QDateTime now; ///< UTC, the ledger's clock as far as we know it
    Enforcement enforcement = Enforcement::Unknown;
    QHash<QString, QStringList> running; ///< items being checked, by checklist
    QHash<QString, GateSampling> samplings;
    QVector<MetricVerdict> metrics;
    AlertsKnown alerts;
    QString clusterProblem;
    QDateTime soakSince; ///< since when the present weight is in force; invalid: not known
    QDateTime lastBack;  ///< newest move of traffic back; invalid: none seen
};

/// What of the facts counts now.
struct Assessment {
    QVector<ChecklistState> lists;     ///< every checklist of the plan, in its order
    QVector<GateCondition> conditions; ///< every checklist, poll and metric of the plan
    PlanMove next;                     ///< of the next promotion
    QVector<GateRule> nextGates;
    QVector<PollRule> nextPolls;
};
[[nodiscard]] Assessment assess(const DecisionState &state);

/// Newest of a rule; null: never opened.
[[nodiscard]] const Gate *newestGate(const Decisions &decisions, const QString &rule);
[[nodiscard]] const Poll *newestPoll(const Decisions &decisions, const QString &rule);
/// State of the newest gate of a rule, or of an automatic one.
[[nodiscard]] GateState stateOf(const DecisionState &state, const Assessment &assessment,
                                const GateRule &rule);
[[nodiscard]] PollState stateOf(const DecisionState &state, const Assessment &assessment,
                                const PollRule &rule);
/// What the ledger would say to this person: the same state machine on a copy.
[[nodiscard]] Refusal tryOut(const DecisionState &state, const DecisionBody &body);

/// Everything, as it looks to the person at the desk.
[[nodiscard]] DecisionView compose(const DecisionState &state, const Assessment &assessment);

// Parts of compose().
[[nodiscard]] QVector<GateView> gateViews(const DecisionState &state, const Assessment &assessment);
[[nodiscard]] QVector<PollView> pollViews(const DecisionState &state, const Assessment &assessment);
[[nodiscard]] CalendarView calendarView(const DecisionState &state);
[[nodiscard]] int countWaiting(const DecisionState &state, const DecisionView &view);

/// Commands as this desk would send them, with what it sees now.
[[nodiscard]] OpenGate openGateBody(const DecisionState &state, const Assessment &assessment,
                                    const GateRule &rule);
[[nodiscard]] OpenPoll openPollBody(const DecisionState &state, const Assessment &assessment,
                                    const PollRule &rule);

} // namespace signalbox
