// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/decisionstate.h"

#include <algorithm>

namespace signalbox
{

namespace
{

LocalText titleOf(const ReleasePlan &plan, const QString &id)
{
    const auto in = [&](const auto &items) -> std::optional<LocalText> {
        for (const auto &item : items) {
            if (item.id == id) {
                return item.title;
            }
        }
        return {};
    };
    for (const auto &found : {in(plan.checklists), in(plan.polls), in(plan.metrics)}) {
        if (found) {
            return *found;
        }
    }
    return {id, {}, {}};
}

QVector<Message> missingOf(const DecisionState &state, const Assessment &assessment, const GateRule &rule)
{
    QVector<Message> missing;
    for (const QString &id : rule.conditions) {
        const auto found = std::find_if(assessment.conditions.cbegin(), assessment.conditions.cend(),
                                        [&](const GateCondition &condition) { return condition.id == id; });
        const CheckResult result =
            found == assessment.conditions.cend() ? CheckResult::Unknown : found->result;
        if (result != CheckResult::Pass) {
            missing.append(
                {result == CheckResult::Fail ? MessageCode::ConditionFailed : MessageCode::ConditionMissing,
                 {titleOf(*state.plan, id).packed()}});
        }
    }
    return missing;
}

SeatView seatView(const DecisionState &state, const GateView &gate, const GateSeat &seat)
{
    SeatView view;
    view.seat = seat;
    if (!gate.gate) {
        view.mayApprove = Refusal::GateNotOpen;
        return view;
    }
    if (const GateVote *vote = voteOf(*gate.gate, seat.id)) {
        view.vote = *vote;
        view.mine = vote->person == state.actor.id;
    }
    CastVote vote;
    vote.gate = gate.gate->id;
    vote.seat = seat.id;
    vote.comment = QStringLiteral("preview"); // whether one is wanted is asked when signing
    vote.current = state.binding;
    view.mayApprove = tryOut(state, vote);
    return view;
}

StationView stationView(const DecisionState &state, const Poll &poll, const Station &station)
{
    StationView view;
    view.station = station;
    view.answer = stationAnswer(poll, station.id, state.now);
    if (const PollAnswer *last = answerOf(poll, station.id)) {
        view.last = *last;
    }
    view.onTurn = stationOnTurn(poll, state.now) == station.id;
    AnswerPoll answer;
    answer.poll = poll.id;
    answer.station = station.id;
    answer.current = state.binding;
    view.mayAnswer = tryOut(state, answer);
    return view;
}

/// The director's turn comes when every mandatory station has answered, or may no longer.
StationView directorView(const DecisionState &state, const Assessment &assessment, const PollView &view)
{
    const Poll &poll = *view.poll;
    StationView director;
    director.station = poll.rule.director;
    director.answer = stationAnswer(poll, poll.rule.director.id, state.now);
    const bool open = view.state == PollState::Locked || view.state == PollState::Polling;
    director.onTurn = open && stationOnTurn(poll, state.now).isEmpty();
    AnnounceVerdict verdict;
    verdict.poll = poll.id;
    verdict.verdict = view.possible == PollVerdict::None ? PollVerdict::Hold : view.possible;
    verdict.reason = QStringLiteral("preview");
    verdict.lists = assessment.lists;
    verdict.current = state.binding;
    director.mayAnswer = tryOut(state, verdict);
    return director;
}

int unmetCriteria(const PollRule &rule, const Assessment &assessment)
{
    int unmet = 0;
    for (const ChecklistState &list : assessment.lists) {
        if (rule.checklists.contains(list.checklist)) {
            unmet += static_cast<int>(
                std::count_if(list.items.cbegin(), list.items.cend(),
                              [](const CheckState &item) { return item.mandatory && !item.satisfied(); }));
        }
    }
    return unmet;
}

void addStations(const DecisionState &state, const Assessment &assessment, PollView &view)
{
    if (view.poll) {
        for (const Station &station : view.poll->rule.stations) {
            view.stations.append(stationView(state, *view.poll, station));
        }
        view.stations.append(directorView(state, assessment, view));
        return;
    }
    for (const Station &station : view.rule.stations) {
        view.stations.append({station, StationAnswer::NotPolled, {}, false, Refusal::PollNotOpen});
    }
    view.stations.append({view.rule.director, StationAnswer::NotPolled, {}, false, Refusal::PollNotOpen});
}

} // namespace

OpenGate openGateBody(const DecisionState &state, const Assessment &assessment, const GateRule &rule)
{
    OpenGate body;
    body.rule = rule;
    body.binding = state.binding;
    body.conditions = assessment.conditions;
    const Gate *former = state.decisions ? newestGate(*state.decisions, rule.id) : nullptr;
    body.previousGate = former ? former->id : QString();
    return body;
}

OpenPoll openPollBody(const DecisionState &state, const Assessment &assessment, const PollRule &rule)
{
    OpenPoll body;
    body.rule = rule;
    body.binding = state.binding;
    body.lists = assessment.lists;
    const Poll *former = state.decisions ? newestPoll(*state.decisions, rule.id) : nullptr;
    body.previousPoll = former ? former->id : QString();
    return body;
}

QVector<GateView> gateViews(const DecisionState &state, const Assessment &assessment)
{
    QVector<GateView> views;
    for (const GateRule &rule : state.plan->gates) {
        GateView view;
        view.rule = rule;
        view.state = stateOf(state, assessment, rule);
        view.missing = missingOf(state, assessment, rule);
        view.enforcement = state.enforcement;
        view.mayOpen = tryOut(state, openGateBody(state, assessment, rule));
        if (const Gate *gate = state.decisions ? newestGate(*state.decisions, rule.id) : nullptr) {
            view.gate = *gate;
            view.deadline = isFinal(view.state) ? QDateTime() : gateDeadline(*gate);
        } else if (const auto sampling = state.samplings.constFind(rule.id);
                   sampling != state.samplings.cend() && view.state == GateState::Open) {
            view.deadline = sampling->opened.addSecs(rule.timeout.count());
        }
        for (const GateSeat &seat : view.gate ? seatsOf(*view.gate) : rule.seats) {
            view.seats.append(seatView(state, view, seat));
        }
        views.append(view);
    }
    return views;
}

QVector<PollView> pollViews(const DecisionState &state, const Assessment &assessment)
{
    QVector<PollView> views;
    for (const PollRule &rule : state.plan->polls) {
        PollView view;
        view.rule = rule;
        view.state = stateOf(state, assessment, rule);
        view.mayOpen = tryOut(state, openPollBody(state, assessment, rule));
        view.unmet = unmetCriteria(rule, assessment);
        if (const Poll *poll = state.decisions ? newestPoll(*state.decisions, rule.id) : nullptr) {
            view.poll = *poll;
            view.possible = possibleVerdict(*poll, assessment.lists, state.now);
            view.deadline = isFinal(view.state) ? QDateTime() : pollDeadline(*poll);
        }
        addStations(state, assessment, view);
        views.append(view);
    }
    return views;
}

} // namespace signalbox
