// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/interlockgathering.h"

#include <algorithm>
#include <numeric>

namespace signalbox
{

namespace
{

using std::chrono::seconds;

/// Alerts read longer ago say nothing about now.
constexpr seconds alertsFreshness{60};

int targetOf(const Move &move, const DecisionState &state)
{
    return move.weightsAfter.isEmpty() ? weightAfterPromotion(*state.release) : move.weightsAfter.constLast();
}

std::optional<bool> targetHealth(const DecisionState &state, const Move &move)
{
    if (move.startsRelease || !move.shiftsTraffic) {
        return true; // there is no target yet; the controller brings it up first
    }
    const Revision *target = state.release->current();
    if (!target || !state.release->source.isCurrent()) {
        return std::nullopt;
    }
    return target->health == RevisionHealth::Healthy;
}

/// As people read it, in every language.
QString titleOf(const ReleasePlan &plan, const QString &checklist, const QString &item)
{
    for (const Checklist &list : plan.checklists) {
        for (const CheckGroup &group : list.groups) {
            for (const CheckItem &each : group.items) {
                if (list.id == checklist && each.id == item) {
                    return each.title.packed();
                }
            }
        }
    }
    return item;
}

QStringList unknownItems(const DecisionState &state, const Assessment &assessment,
                         const QVector<GateRule> &gates, const QVector<PollRule> &polls)
{
    const QStringList wanted = checklistsOf(*state.plan, gates, polls);
    QStringList unknown;
    for (const ChecklistState &list : assessment.lists) {
        for (const CheckState &item : list.items) {
            if (wanted.contains(list.checklist) && item.mandatory && !item.satisfied() &&
                item.result == CheckResult::Unknown) {
                unknown.append(titleOf(*state.plan, list.checklist, item.item));
            }
        }
    }
    return unknown;
}

std::optional<bool> incidentsKnown(const DecisionState &state)
{
    if (!state.alerts.configured) {
        const bool cares = !state.plan->gates.isEmpty() || !state.plan->metrics.isEmpty();
        return cares ? std::nullopt : std::optional(true);
    }
    if (!state.alerts.alerts || state.alerts.at.addSecs(alertsFreshness.count()) < state.now) {
        return std::nullopt;
    }
    return true;
}

QString breachedLimit(const DecisionState &state)
{
    const auto due = std::find_if(state.metrics.cbegin(), state.metrics.cend(),
                                  [](const MetricVerdict &verdict) { return verdict.rollbackDue; });
    return due == state.metrics.cend() ? QString() : due->metric;
}

std::optional<bool> soakDone(const DecisionState &state)
{
    const PlanStep *step = presentStep(*state.plan, *state.release);
    if (!step || presentWeight(*state.release) == 0) {
        return true;
    }
    if (!state.soakSince.isValid()) {
        return std::nullopt;
    }
    return state.soakSince.addSecs(step->minimumSoak.count()) <= state.now;
}

std::optional<bool> samplesEnough(const DecisionState &state)
{
    if (presentWeight(*state.release) == 0) {
        return true; // nobody was served by it yet
    }
    bool known = true;
    for (const PlanMetric &metric : state.plan->metrics) {
        if (!metric.minimumSamples) {
            continue;
        }
        const auto found = std::find_if(state.metrics.cbegin(), state.metrics.cend(),
                                        [&](const auto &verdict) { return verdict.metric == metric.id; });
        if (found == state.metrics.cend() || !found->canary.samples ||
            found->reason == VerdictReason::NotFresh) {
            known = false;
        } else if (*found->canary.samples < *metric.minimumSamples) {
            return false;
        }
    }
    return known ? std::optional(true) : std::nullopt;
}

void addApprovals(const DecisionState &state, const Assessment &assessment, InterlockFacts &facts,
                  const QVector<GateRule> &gates, const QVector<PollRule> &polls)
{
    for (const GateRule &rule : gates) {
        const GateState gate = stateOf(state, assessment, rule);
        facts.approvalsMatch =
            facts.approvalsMatch && gate != GateState::Superseded && gate != GateState::Invalidated;
        facts.approvalExpired =
            facts.approvalExpired || gate == GateState::Expired || gate == GateState::Lapsed;
    }
    for (const PollRule &rule : polls) {
        facts.approvalExpired =
            facts.approvalExpired || stateOf(state, assessment, rule) == PollState::Expired;
    }
}

void addOwnFacts(const DecisionState &state, InterlockFacts &facts)
{
    facts.now = state.now;
    facts.identityKnown = !state.actor.id.isEmpty();
    facts.ledgerReachable = state.reach == LedgerReach::Reachable;
    if (state.identity) {
        facts.clockSkew = state.identity->skew;
    }
}

bool isSevere(const QString &word, const ReleasePlan &plan)
{
    for (const char *usual : {"critical", "sev1", "sev2", "sev-1", "sev-2"}) {
        if (word.compare(QLatin1String(usual), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return std::any_of(plan.metrics.cbegin(), plan.metrics.cend(), [&](const PlanMetric &metric) {
        const bool high = metric.severity == Severity::Sev1 || metric.severity == Severity::Sev2;
        return high && !metric.severityWord.isEmpty() &&
               metric.severityWord.compare(word, Qt::CaseInsensitive) == 0;
    });
}

bool concerns(const Alert &alert, const ReleaseKey &release)
{
    const QString where = alert.labels.value(QStringLiteral("namespace"));
    if (!where.isEmpty() && where != release.namespaceName) {
        return false;
    }
    bool namesSomething = false;
    for (const char *label : {"service", "app", "rollout", "deployment", "workload"}) {
        const QString named = alert.labels.value(QLatin1String(label));
        namesSomething = namesSomething || !named.isEmpty();
        if (named == release.name) {
            return true;
        }
    }
    return !namesSomething && !where.isEmpty();
}

InterlockHold holdOf(Interlock rule, MessageCode code, const QStringList &args = {})
{
    return {rule, {code, args}, std::nullopt};
}

/// An emergency that two people signed may start without the poll; the other rules stay.
bool isSignedEmergency(const DecisionState &state, const Assessment &assessment,
                       const QVector<GateRule> &gates)
{
    return std::any_of(gates.cbegin(), gates.cend(), [&](const GateRule &rule) {
        const Gate *gate = state.decisions ? newestGate(*state.decisions, rule.id) : nullptr;
        return gate && gate->urgency == GateClass::Emergency &&
               stateOf(state, assessment, rule) == GateState::Approved;
    });
}

} // namespace

std::optional<Move> moveOf(ActionKind kind, const Release &release)
{
    Move move;
    int after = weightAfterPromotion(release);
    switch (kind) {
    case ActionKind::Promote:
        break;
    case ActionKind::Resume:
        after = release.inProgress() ? after : presentWeight(release);
        break;
    case ActionKind::PromoteFully:
        after = 100;
        break;
    case ActionKind::Retry:
    case ActionKind::SetImage:
        move.startsRelease = true;
        move.shiftsTraffic = false;
        break;
    case ActionKind::Pause:
    case ActionKind::Abort:
    case ActionKind::Undo:
    case ActionKind::RollBack:
    case ActionKind::Restart:
    case ActionKind::TerminateAnalysis:
        return std::nullopt;
    }
    move.weightsAfter = {100 - after, after};
    return move;
}

Move promotion(const DecisionState &state)
{
    return state.release ? moveOf(ActionKind::Promote, *state.release).value_or(Move()) : Move();
}

Result<CalendarVerdict> calendarOf(const DecisionState &state)
{
    CalendarScope scope;
    scope.service = state.release->key.name;
    const auto &steps = state.plan->steps;
    const seconds left =
        std::accumulate(steps.cbegin(), steps.cend(), seconds(0), [&](seconds sum, const auto &step) {
            return step.weight > presentWeight(*state.release) ? sum + step.minimumSoak : sum;
        });
    return askCalendar(state.plan->calendar, scope, state.now, left);
}

QString openIncident(const QVector<Alert> &alerts, const ReleasePlan &plan, const ReleaseKey &release)
{
    for (const Alert &alert : alerts) {
        if (alert.state == AlertState::Active && concerns(alert, release) &&
            isSevere(alert.labels.value(QStringLiteral("severity")), plan)) {
            return alert.labels.value(QStringLiteral("alertname"), alert.fingerprint);
        }
    }
    return {};
}

InterlockFacts gatherFacts(const DecisionState &state, const Assessment &assessment, const Move &move)
{
    const PlanMove step = planMove(*state.plan, *state.release, targetOf(move, state));
    const QVector<GateRule> gates = gatesOf(*state.plan, step);
    // A signed emergency may start without the poll, so what only the poll rests on does not hold it either.
    const QVector<PollRule> polls = move.emergency ? QVector<PollRule>() : pollsOf(*state.plan, step);
    InterlockFacts facts;
    addOwnFacts(state, facts);
    facts.targetHealthy = targetHealth(state, move);
    if (!move.startsRelease) { // approvals of the next version cannot exist before it does
        facts.unknownEvidence = unknownItems(state, assessment, gates, polls);
        addApprovals(state, assessment, facts, gates, polls);
    }
    facts.incidentsKnown = incidentsKnown(state);
    if (state.alerts.alerts) {
        facts.openIncident = openIncident(*state.alerts.alerts, *state.plan, state.release->key);
    }
    facts.breachedLimit = breachedLimit(state);
    const Result<CalendarVerdict> calendar = calendarOf(state);
    facts.closed =
        calendar ? calendar->closed
                 : Closure{{}, {calendar.error().detail, {}, {}}, {calendar.error().subject, {}, {}}, {}};
    facts.soakDone = soakDone(state);
    facts.samplesEnough = samplesEnough(state);
    if (state.lastBack.isValid()) {
        facts.sinceOpposite = seconds(state.lastBack.secsTo(state.now));
    }
    return facts;
}

InterlockVerdict askAbout(const DecisionState &state, const Assessment &assessment, Move move)
{
    if (!state.plan || !state.release) {
        return {};
    }
    const PlanMove step = planMove(*state.plan, *state.release, targetOf(move, state));
    const QVector<GateRule> gates = gatesOf(*state.plan, step);
    move.emergency = move.emergency || isSignedEmergency(state, assessment, gates);
    const QVector<Override> overrides = state.decisions ? state.decisions->overrides : QVector<Override>();
    InterlockVerdict verdict = askInterlocks(move, gatherFacts(state, assessment, move), overrides);
    if (move.kind != MoveKind::Forward || move.startsRelease) {
        return verdict;
    }
    if (!state.decisions) {
        verdict.holds.append(holdOf(Interlock::Recorded, MessageCode::DecisionsUnread));
    }
    for (const GateRule &rule : gates) {
        if (stateOf(state, assessment, rule) != GateState::Approved) {
            verdict.holds.append(
                holdOf(Interlock::BoundApproval, MessageCode::GateNeeded, {rule.title.packed()}));
        }
    }
    for (const PollRule &rule : pollsOf(*state.plan, step)) {
        if (!move.emergency && stateOf(state, assessment, rule) != PollState::Armed) {
            verdict.holds.append(
                holdOf(Interlock::BoundApproval, MessageCode::PollNeeded, {rule.title.packed()}));
        }
    }
    return verdict;
}

InterlockVerdict askWithoutPlan(const DecisionState &state, const Move &move)
{
    if (!state.plansKnown) {
        return {{holdOf(Interlock::BoundApproval, MessageCode::PlansUnknown)}, {}};
    }
    if (!state.unusablePlan.isEmpty()) {
        return {{holdOf(Interlock::BoundApproval, MessageCode::PlanUnusable, {state.unusablePlan})}, {}};
    }
    if (!state.identity || !state.identity->enforced) {
        return {}; // an embedded ledger has no clock of its own; the record of the intent says if it is down
    }
    InterlockFacts facts;
    addOwnFacts(state, facts);
    facts.targetHealthy = true;
    facts.incidentsKnown = true;
    facts.soakDone = true;
    facts.samplesEnough = true;
    return askInterlocks(move, facts, {});
}

} // namespace signalbox
