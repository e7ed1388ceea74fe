// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/decisionledger.h"
#include "models/domain/interlockrules.h"
#include "models/domain/metricverdict.h"
#include "models/domain/releaseplan.h"

#include <memory>

namespace signalbox
{

/// Whether the ledger can be asked, and whether the answer is of now.
enum class LedgerReach { NeverReached, Reachable, Lost };

/// Why a gate holds, or does not really.
enum class Enforcement {
    Advisory,     ///< nothing but this console refuses
    EnforcedHere, ///< the ledger's database refuses forged votes; the cluster would still take a promotion
    EnforcedByCluster, ///< an admission policy that is bound refuses an unapproved promotion
    Unknown,           ///< the cluster could not be asked
};

/// One seat as it looks to the person at this desk.
struct SeatView {
    GateSeat seat;
    std::optional<GateVote> vote;       ///< newest that was not revoked
    Refusal mayApprove = Refusal::None; ///< None: I may fill it now
    bool mine = false;                  ///< filled by me; may be revoked before it is used
    bool operator==(const SeatView &) const = default;
};

/// A gate of the plan: opened or not, as it stands now.
struct GateView {
    GateRule rule;
    std::optional<Gate> gate; ///< newest of this rule for this run
    GateState state = GateState::NotOpen;
    QDateTime deadline; ///< when it changes by time alone
    QVector<SeatView> seats;
    QVector<Message> missing; ///< conditions that keep it from opening
    Refusal mayOpen = Refusal::None;
    Enforcement enforcement = Enforcement::Unknown;
    bool operator==(const GateView &) const = default;
};

struct StationView {
    Station station;
    StationAnswer answer = StationAnswer::NotPolled;
    std::optional<PollAnswer> last;
    bool onTurn = false;
    Refusal mayAnswer = Refusal::None;
    bool operator==(const StationView &) const = default;
};

struct PollView {
    PollRule rule;
    std::optional<Poll> poll;
    PollState state = PollState::Draft;
    PollVerdict possible = PollVerdict::None;
    QDateTime deadline;
    QVector<StationView> stations; ///< the director last
    Refusal mayOpen = Refusal::None;
    int unmet = 0; ///< mandatory criteria without satisfaction
    bool operator==(const PollView &) const = default;
};

struct ChecklistView {
    Checklist checklist;
    ChecklistState state;
    QStringList running; ///< items being checked now
    bool operator==(const ChecklistView &) const = default;
};

enum class CalendarState { Unknown, Open, Closed };
struct CalendarView {
    CalendarState state = CalendarState::Unknown;
    std::optional<Closure> closed;
    QDateTime nextClosing; ///< of an open calendar, within a week; invalid: none
    QString nextEntry;
    bool operator==(const CalendarView &) const = default;
};

/// Everything the decisions about one release look like to the person at this desk. Immutable once published.
struct DecisionView {
    std::shared_ptr<const ReleasePlan> plan; ///< null: no plan governs this release
    RunRef run;
    Binding binding;
    Actor actor;
    LedgerIdentity identity;
    LedgerReach reach = LedgerReach::NeverReached;
    QDateTime readAt; ///< UTC
    QVector<GateView> gates;
    QVector<ChecklistView> checklists;
    QVector<PollView> polls;
    QVector<Override> overrides; ///< every one of this run: shown for ever
    QVector<Waiver> waivers;
    CalendarView calendar;
    InterlockVerdict nextStep;      ///< for Promote, now
    QVector<MetricVerdict> metrics; ///< the plan's metrics over the present step; empty: none looked at yet
    QString clusterProblem;         ///< why the cluster's own approval could not be written; external text
    bool plansKnown = false;        ///< false: nobody knows yet whether a plan governs this release
    QString unusablePlan;   ///< location of a plan that governs it and has errors; nothing moves forward
    QStringList guardsNext; ///< ids of the gates and polls that guard the next step
    int waitingForMe = 0;   ///< seats, stations, confirmations and second signatures this person could give
    bool operator==(const DecisionView &) const = default;
};

} // namespace signalbox
