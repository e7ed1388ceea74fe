// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/decisionstate.h"

#include "models/calendar/releasecalendar.h"
#include "models/operations/interlockgathering.h"

#include <algorithm>

namespace signalbox
{

namespace
{

GateCondition conditionOf(const DecisionState &state, const QVector<ChecklistState> &lists,
                          const PollRule &rule)
{
    GateCondition condition;
    condition.id = rule.id;
    const Poll *poll = state.decisions ? newestPoll(*state.decisions, rule.id) : nullptr;
    if (poll == nullptr) {
        return condition;
    }
    switch (pollState(*poll, lists, state.binding, state.now)) {
    case PollState::Armed:
        condition.result = CheckResult::Pass;
        break;
    case PollState::NoGo:
    case PollState::Revoked:
        condition.result = CheckResult::Fail;
        condition.voidedAt = poll->end ? poll->end->at : QDateTime();
        break;
    default:
        break;
    }
    return condition;
}

GateCondition conditionOf(const DecisionState &state, const PlanMetric &metric)
{
    GateCondition condition;
    condition.id = metric.id;
    for (const MetricVerdict &verdict : state.metrics) {
        if (verdict.metric != metric.id) {
            continue;
        }
        if (verdict.verdict == Verdict::Pass) {
            condition.result = CheckResult::Pass;
        } else if (verdict.verdict == Verdict::Fail) {
            condition.result = CheckResult::Fail;
        }
    }
    return condition;
}

template <typename T> const T *newest(const QVector<T> &items, const QString &rule)
{
    const auto found =
        std::find_if(items.crbegin(), items.crend(), [&](const T &item) { return item.rule.id == rule; });
    return found == items.crend() ? nullptr : &*found;
}

bool needsConfirmation(const CheckState &item)
{
    return item.mode == CheckMode::Confirmed && item.reason == CheckReason::NotConfirmed;
}

} // namespace

const Gate *newestGate(const Decisions &decisions, const QString &rule)
{
    return newest(decisions.gates, rule);
}

const Poll *newestPoll(const Decisions &decisions, const QString &rule)
{
    return newest(decisions.polls, rule);
}

Assessment assess(const DecisionState &state)
{
    Assessment assessment;
    if (!state.plan) {
        return assessment;
    }
    const Decisions none;
    const Decisions &facts = state.decisions ? *state.decisions : none;
    for (const Checklist &list : state.plan->checklists) {
        assessment.lists.append(
            evaluateChecklist(list, facts.evidence, facts.waivers, state.binding, state.now));
        assessment.conditions.append(conditionOf(assessment.lists.constLast()));
    }
    for (const PollRule &poll : state.plan->polls) {
        assessment.conditions.append(conditionOf(state, assessment.lists, poll));
    }
    for (const PlanMetric &metric : state.plan->metrics) {
        assessment.conditions.append(conditionOf(state, metric));
    }
    if (state.release) {
        assessment.next = planMove(*state.plan, *state.release);
        assessment.nextGates = gatesOf(*state.plan, assessment.next);
        assessment.nextPolls = pollsOf(*state.plan, assessment.next);
    }
    return assessment;
}

GateState stateOf(const DecisionState &state, const Assessment &assessment, const GateRule &rule)
{
    if (rule.kind == GateKind::Automatic) {
        const auto sampling = state.samplings.constFind(rule.id);
        return sampling == state.samplings.cend() ? GateState::NotOpen
                                                  : automaticGate(rule, *sampling, state.now).state;
    }
    const Gate *gate = state.decisions ? newestGate(*state.decisions, rule.id) : nullptr;
    return gate ? gateState(*gate, assessment.conditions, state.binding, state.now) : GateState::NotOpen;
}

PollState stateOf(const DecisionState &state, const Assessment &assessment, const PollRule &rule)
{
    const Poll *poll = state.decisions ? newestPoll(*state.decisions, rule.id) : nullptr;
    return poll ? pollState(*poll, assessment.lists, state.binding, state.now) : PollState::Draft;
}

Refusal tryOut(const DecisionState &state, const DecisionBody &body)
{
    if (!state.decisions || !state.identity) {
        return Refusal::CommandIncomplete;
    }
    if (const Refusal skew = clockRefusal(state.identity->skew); skew != Refusal::None) {
        return skew;
    }
    DecisionCommand command;
    command.id = QStringLiteral("preview");
    command.run = state.run;
    command.actor = state.actor;
    command.body = body;
    const auto after = applyDecision(*state.decisions, command, state.now);
    return after ? Refusal::None : after.error();
}

CalendarView calendarView(const DecisionState &state)
{
    CalendarView view;
    if (!state.plan || !state.release) {
        return view;
    }
    const Result<CalendarVerdict> verdict = calendarOf(state);
    if (!verdict) {
        return view;
    }
    view.closed = verdict->closed;
    view.state = verdict->closed ? CalendarState::Closed : CalendarState::Open;
    view.nextClosing = verdict->closes;
    view.nextEntry = verdict->nextTitle.packed();
    return view;
}

int countWaiting(const DecisionState &state, const DecisionView &view)
{
    int waiting = 0;
    for (const GateView &gate : view.gates) {
        waiting += std::any_of(gate.seats.cbegin(), gate.seats.cend(), [&](const SeatView &seat) {
            return gate.gate && !seat.vote && seat.mayApprove == Refusal::None;
        });
    }
    for (const PollView &poll : view.polls) {
        waiting += std::any_of(poll.stations.cbegin(), poll.stations.cend(), [](const StationView &station) {
            return station.onTurn && station.mayAnswer == Refusal::None;
        });
    }
    const bool concerned =
        state.decisions && holdsAnyRole(state.decisions->grants, state.actor.id, state.now);
    for (const ChecklistView &list : view.checklists) {
        const auto &items = list.state.items;
        waiting +=
            concerned ? static_cast<int>(std::count_if(items.cbegin(), items.cend(), needsConfirmation)) : 0;
    }
    for (const Waiver &waiver : view.waivers) {
        waiting += tryOut(state, GrantWaiver{waiver.id}) == Refusal::None;
    }
    for (const Override &entry : view.overrides) {
        waiting += tryOut(state, GrantOverride{entry.id}) == Refusal::None;
    }
    return waiting;
}

DecisionView compose(const DecisionState &state, const Assessment &assessment)
{
    DecisionView view;
    view.plan = state.plan;
    view.plansKnown = state.plansKnown;
    view.unusablePlan = state.unusablePlan;
    view.run = state.run;
    view.binding = state.binding;
    view.actor = state.actor;
    view.identity = state.identity.value_or(LedgerIdentity());
    view.reach = state.reach;
    view.readAt = state.readAt;
    view.clusterProblem = state.clusterProblem;
    if (!state.plan) {
        return view;
    }
    if (state.decisions) {
        view.overrides = state.decisions->overrides;
        view.waivers = state.decisions->waivers;
    }
    for (qsizetype i = 0; i < assessment.lists.size(); ++i) {
        const Checklist &list = state.plan->checklists.at(i);
        view.checklists.append({list, assessment.lists.at(i), state.running.value(list.id)});
    }
    view.gates = gateViews(state, assessment);
    view.polls = pollViews(state, assessment);
    view.calendar = calendarView(state);
    view.metrics = state.metrics;
    for (const GateRule &gate : assessment.nextGates) {
        view.guardsNext.append(gate.id);
    }
    for (const PollRule &poll : assessment.nextPolls) {
        view.guardsNext.append(poll.id);
    }
    view.nextStep = askAbout(state, assessment, promotion(state));
    view.waitingForMe = countWaiting(state, view);
    return view;
}

} // namespace signalbox
