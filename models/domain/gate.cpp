// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/gate.h"

#include <QSet>

#include <algorithm>

namespace signalbox
{

namespace
{

const QLatin1String oncallSeat("emergency-oncall");
const QLatin1String commanderSeat("emergency-commander");

using Seats = QVector<GateSeat>;

QDateTime after(const QDateTime &start, std::chrono::seconds time)
{
    return start.addSecs(time.count());
}

Seats emergencySeats()
{
    GateSeat oncall;
    oncall.id = oncallSeat;
    oncall.role = roles::oncall;
    GateSeat commander;
    commander.id = commanderSeat;
    commander.role = roles::incidentCommander;
    return {oncall, commander};
}

bool used(const Gate &gate)
{
    return gate.end && gate.end->state == GateState::Consumed;
}

/// Rules are checked when a vote is taken, and again here: a ledger may have been written to by others.
bool mayCount(const Gate &gate, const GateVote &vote)
{
    const QString &person = vote.person;
    if (person.isEmpty() || person == gate.requester || person == gate.author || person == gate.deployer) {
        return false;
    }
    if (vote.late) {
        return used(gate) && gate.urgency == GateClass::Emergency && person != gate.end->by;
    }
    return vote.at < after(gate.opened, gate.rule.timeout);
}

QVector<const GateVote *> countedApprovals(const Gate &gate)
{
    QVector<const GateVote *> votes;
    for (const auto &vote : gate.votes) {
        if (!vote.revokedAt && vote.choice == VoteChoice::Approve && mayCount(gate, vote)) {
            votes.append(&vote);
        }
    }
    std::stable_sort(votes.begin(), votes.end(), [](const auto *a, const auto *b) { return a->at < b->at; });
    QSet<QString> people;
    QSet<QString> seats;
    QVector<const GateVote *> counted;
    for (const auto *vote : votes) {
        if (!people.contains(vote->person) && !seats.contains(vote->seat)) {
            people.insert(vote->person);
            seats.insert(vote->seat);
            counted.append(vote);
        }
    }
    return counted;
}

int wanted(const GateRule &rule)
{
    return rule.quorum > 0 ? rule.quorum : static_cast<int>(rule.seats.size());
}

/// Seats of the rule without which `filled` does not reach the quorum. A rule without seats is never reached.
Seats missing(const GateRule &rule, const QSet<QString> &filled)
{
    Seats empty;
    Seats needed;
    for (const auto &seat : rule.seats) {
        if (!filled.contains(seat.id)) {
            empty.append(seat);
            if (rule.mustInclude.contains(seat.id)) {
                needed.append(seat);
            }
        }
    }
    const auto more = wanted(rule) - (rule.seats.size() - empty.size());
    return more > needed.size() ? empty : needed;
}

bool reached(const GateRule &rule, const QSet<QString> &filled)
{
    const auto count = std::count_if(rule.seats.cbegin(), rule.seats.cend(),
                                     [&](const auto &seat) { return filled.contains(seat.id); });
    const bool included = std::all_of(rule.mustInclude.cbegin(), rule.mustInclude.cend(),
                                      [&](const auto &id) { return filled.contains(id); });
    return !rule.seats.isEmpty() && included && count >= wanted(rule);
}

bool enough(const Gate &gate, const QSet<QString> &filled)
{
    const bool pair =
        gate.urgency == GateClass::Emergency && filled.contains(oncallSeat) && filled.contains(commanderSeat);
    return pair || reached(gate.rule, filled);
}

QSet<QString> filledSeats(const Gate &gate)
{
    QSet<QString> filled;
    for (const auto *vote : countedApprovals(gate)) {
        filled.insert(vote->seat);
    }
    return filled;
}

bool rejected(const Gate &gate)
{
    return std::any_of(gate.votes.cbegin(), gate.votes.cend(), [](const auto &vote) {
        return vote.choice == VoteChoice::Reject && !vote.revokedAt && !vote.late;
    });
}

GateState openState(const Gate &gate, const Binding &current, const QDateTime &now)
{
    if (now >= after(gate.opened, gate.rule.timeout)) {
        return GateState::Expired;
    }
    if (current != gate.binding) {
        return GateState::Superseded;
    }
    return now < after(gate.opened, gate.rule.startDelay) ? GateState::NotOpen : GateState::Open;
}

} // namespace

bool isFinal(GateState state)
{
    return state != GateState::NotOpen && state != GateState::Open && state != GateState::Approved;
}

GateCondition conditionOf(const ChecklistState &list)
{
    GateCondition condition;
    condition.id = list.checklist;
    condition.voidedAt = list.voidedAt;
    const bool fails = std::any_of(list.items.cbegin(), list.items.cend(), [](const auto &item) {
        return item.mandatory && item.result == CheckResult::Fail;
    });
    if (fails) {
        condition.result = CheckResult::Fail;
    } else if (list.complete) {
        condition.result = CheckResult::Pass;
    }
    return condition;
}

bool conditionsHold(const GateRule &rule, const QVector<GateCondition> &conditions)
{
    return std::all_of(rule.conditions.cbegin(), rule.conditions.cend(), [&](const auto &id) {
        bool passes = false;
        for (const auto &condition : conditions) {
            if (condition.id == id && condition.result != CheckResult::Pass) {
                return false;
            }
            passes = passes || condition.id == id;
        }
        return passes;
    });
}

GateState gateState(const Gate &gate, const Binding &current, const QDateTime &now)
{
    if (gate.end) {
        return isFinal(gate.end->state) ? gate.end->state : GateState::Invalidated;
    }
    if (rejected(gate)) {
        return GateState::Rejected;
    }
    const QDateTime approved = approvedAt(gate);
    if (!approved.isValid()) {
        return openState(gate, current, now);
    }
    if (now >= after(approved, gate.rule.validity)) {
        return GateState::Lapsed;
    }
    return current == gate.binding ? GateState::Approved : GateState::Invalidated;
}

GateState gateState(const Gate &gate, const QVector<GateCondition> &conditions, const Binding &current,
                    const QDateTime &now)
{
    const GateState state = gateState(gate, current, now);
    if (state != GateState::Approved) {
        return state;
    }
    const QDateTime approved = approvedAt(gate);
    const bool lost = std::any_of(conditions.cbegin(), conditions.cend(), [&](const auto &condition) {
        const bool voided = condition.voidedAt.isValid() && condition.voidedAt >= approved;
        return gate.rule.conditions.contains(condition.id) &&
               (voided || condition.result == CheckResult::Fail);
    });
    return lost ? GateState::Invalidated : state;
}

QDateTime gateDeadline(const Gate &gate)
{
    if (gate.end || rejected(gate)) {
        return {};
    }
    const QDateTime approved = approvedAt(gate);
    return approved.isValid() ? after(approved, gate.rule.validity) : after(gate.opened, gate.rule.timeout);
}

QVector<GateSeat> seatsOf(const Gate &gate)
{
    return gate.urgency == GateClass::Emergency ? emergencySeats() + gate.rule.seats : gate.rule.seats;
}

bool isEmergencySeat(const GateSeat &seat)
{
    return seat.id == oncallSeat || seat.id == commanderSeat;
}

QStringList rolesOf(const GateSeat &seat)
{
    return seat.id == commanderSeat ? QStringList{roles::incidentCommander, roles::admin}
                                    : QStringList{seat.role};
}

const GateVote *voteOf(const Gate &gate, const QString &seat)
{
    const auto found = std::find_if(gate.votes.crbegin(), gate.votes.crend(),
                                    [&](const auto &vote) { return vote.seat == seat && !vote.revokedAt; });
    return found == gate.votes.crend() ? nullptr : &*found;
}

QDateTime approvedAt(const Gate &gate)
{
    QSet<QString> filled;
    for (const auto *vote : countedApprovals(gate)) {
        filled.insert(vote->seat);
        if (!vote->late && enough(gate, filled)) {
            return vote->at;
        }
    }
    return {};
}

QVector<GateSeat> openSeats(const Gate &gate)
{
    const QSet<QString> filled = filledSeats(gate);
    if (gate.end || rejected(gate) || enough(gate, filled)) {
        return {};
    }
    if (gate.urgency != GateClass::Emergency) {
        return missing(gate.rule, filled);
    }
    Seats open = emergencySeats();
    open.erase(
        std::remove_if(open.begin(), open.end(), [&](const auto &seat) { return filled.contains(seat.id); }),
        open.end());
    return open;
}

QVector<GateSeat> dueSeats(const Gate &gate)
{
    const QSet<QString> filled = filledSeats(gate);
    const bool due = gate.urgency == GateClass::Emergency && used(gate) && !reached(gate.rule, filled);
    return due ? missing(gate.rule, filled) : Seats{};
}

QDateTime signaturesDueAt(const Gate &gate)
{
    const bool due = gate.urgency == GateClass::Emergency && used(gate);
    return due ? after(gate.end->at, gate.rule.signaturesDue) : QDateTime();
}

QVector<GateSeat> overdueSeats(const Gate &gate, const QDateTime &now)
{
    const QDateTime due = signaturesDueAt(gate);
    return due.isValid() && now > due ? dueSeats(gate) : Seats{};
}

} // namespace signalbox
