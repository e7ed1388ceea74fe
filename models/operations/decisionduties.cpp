// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/whenfinished.h"
#include "models/operations/decisiondeskprivate.h"
#include "models/stores/metricscopes.h"

#include <QUuid>

#include <algorithm>

namespace signalbox
{

namespace
{

using namespace std::chrono_literals;

// In ticks, that is seconds.
constexpr int retryLedgerEvery = 5;
constexpr int alertsEvery = 15;
constexpr int leasesEvery = 20;
constexpr int identityEvery = 30;
constexpr int clusterEvery = 60;

constexpr auto endAgainAfter = 10s;   ///< an end that was not taken is offered again
constexpr auto checkAgainAfter = 10s; ///< at most so often, however short-lived the evidence is

bool hasMachine(const CheckItem &item)
{
    return !item.probes.isEmpty() || !item.metrics.isEmpty();
}

/// Evidence is renewed before it goes stale, so that nothing is unknown between two looks.
bool isDue(const CheckItem &item, const CheckState &state, const QDateTime &now)
{
    if (!state.machine) {
        return true;
    }
    const auto renewAfter = item.freshness * 3 / 4;
    return state.machine->at.addSecs(renewAfter.count()) <= now ||
           state.reason == CheckReason::EvidenceForOtherArtefact ||
           state.reason == CheckReason::EvidenceForOtherPlan;
}

/// What open decisions rest on: only that is looked at without anybody asking.
QStringList watchedLists(const DecisionState &state, const Assessment &assessment)
{
    QVector<GateRule> gates;
    for (const GateRule &rule : state.plan->gates) {
        const GateState gate = stateOf(state, assessment, rule);
        const bool opened = rule.kind == GateKind::Automatic
                                ? state.samplings.contains(rule.id)
                                : newestGate(*state.decisions, rule.id) != nullptr;
        if (opened && !isFinal(gate)) {
            gates.append(rule);
        }
    }
    QVector<PollRule> polls;
    for (const PollRule &rule : state.plan->polls) {
        if (newestPoll(*state.decisions, rule.id) && !isFinal(stateOf(state, assessment, rule))) {
            polls.append(rule);
        }
    }
    return checklistsOf(*state.plan, gates, polls);
}

} // namespace

void DecisionDesk::Private::tick()
{
    ++tickCount;
    const auto every = [this](int ticksBetween) { return tickCount % ticksBetween == 0; };
    if (every(identityEvery) || (reach != LedgerReach::Reachable && every(retryLedgerEvery))) {
        readIdentity();
    }
    if (every(alertsEvery)) {
        readAlerts();
    }
    if (every(leasesEvery)) {
        renewLeases();
    }
    if (every(clusterEvery)) {
        approval.refresh();
    }
    if (!shown) {
        return;
    }
    const DecisionState state = gather(*shown);
    if (state.plan && state.release && state.decisions && state.reach == LedgerReach::Reachable) {
        const Assessment assessment = assess(state);
        recordEnds(state, assessment);
        sampleGates(state, assessment);
        runDueChecks(state, assessment);
    }
    refresh();
}

/// A void that is only computed could be undone by evidence of later; it becomes final when it is recorded.
/// Every desk tries; the first one is taken.
void DecisionDesk::Private::recordEnds(const DecisionState &state, const Assessment &assessment)
{
    if (state.binding.planHash.isEmpty() || state.binding.artefactHash.isEmpty()) {
        return;
    }
    for (const Gate &gate : state.decisions->gates) {
        const GateState now = gateState(gate, assessment.conditions, state.binding, state.now);
        if (!gate.end && (now == GateState::Superseded || now == GateState::Invalidated)) {
            recordEnd(gate.id, EndGate{gate.id, now, {}, state.binding, assessment.conditions});
        }
    }
    for (const Poll &poll : state.decisions->polls) {
        const PollState now = pollState(poll, assessment.lists, state.binding, state.now);
        if (!poll.end && now == PollState::Revoked) {
            recordEnd(poll.id, EndPoll{poll.id, now, {}, state.binding, assessment.lists});
        }
    }
}

void DecisionDesk::Private::recordEnd(const QString &subject, const DecisionBody &body)
{
    const auto now = with.clock.steady();
    const auto sent = endsSent.constFind(subject);
    if (sent != endsSent.cend() && now - *sent < endAgainAfter) {
        return;
    }
    endsSent.insert(subject, now);
    whenFinished(q, with.ledger.submit(commandOf(gather(*shown), body)),
                 [this, of = run](const Result<Decisions> &answer) {
                     if (answer) {
                         takeRun(of, *answer);
                     } else {
                         takeLedgerError(answer.error());
                         readRun(); // somebody else may have been first
                     }
                 });
}

/// Automatic gates are sampled while the next step waits for them.
void DecisionDesk::Private::sampleGates(const DecisionState &state, const Assessment &assessment)
{
    for (const GateRule &rule : assessment.nextGates) {
        if (rule.kind != GateKind::Automatic) {
            continue;
        }
        GateSampling &sampling = samplings[rule.id];
        if (!sampling.opened.isValid()) {
            sampling.opened = state.now;
        }
        const AutomaticGate gate = automaticGate(rule, sampling, state.now);
        if (!gate.nextSample.isValid() || gate.nextSample > state.now) {
            continue;
        }
        GateSample sample{state.now, {}};
        std::copy_if(assessment.conditions.cbegin(), assessment.conditions.cend(),
                     std::back_inserter(sample.conditions),
                     [&](const GateCondition &each) { return rule.conditions.contains(each.id); });
        sampling.samples.append(sample);
    }
}

void DecisionDesk::Private::runDueChecks(const DecisionState &state, const Assessment &assessment)
{
    const QStringList watched = watchedLists(state, assessment);
    for (qsizetype i = 0; i < assessment.lists.size(); ++i) {
        const Checklist &list = state.plan->checklists.at(i);
        if (!watched.contains(list.id)) {
            continue;
        }
        qsizetype at = 0;
        for (const CheckGroup &group : list.groups) {
            for (const CheckItem &item : group.items) {
                const CheckState &now = assessment.lists.at(i).items.at(at++);
                const auto last = lastRuns.constFind(list.id + QLatin1Char('/') + item.id);
                const bool rested = last == lastRuns.cend() || with.clock.steady() - *last >= checkAgainAfter;
                if (hasMachine(item) && rested && isDue(item, now, state.now)) {
                    runItem(state, list.id, item);
                }
            }
        }
    }
}

void DecisionDesk::Private::runItem(const DecisionState &state, const QString &checklist,
                                    const CheckItem &item)
{
    lastRuns.insert(checklist + QLatin1Char('/') + item.id, with.clock.steady());
    ProbeContext context;
    context.release = state.release->key;
    context.binding = state.binding;
    context.scope = scopeOf(*state.release, state.release->currentHash, with.metrics.cadence().window);
    runner.run(*state.plan, checklist, item, context);
}

void DecisionDesk::Private::record(const CheckFinding &found)
{
    if (!shown) {
        return;
    }
    Evidence evidence;
    evidence.checklist = found.checklist;
    evidence.item = found.item;
    evidence.result = found.finding.result;
    evidence.code = found.finding.code;
    evidence.args = found.finding.args;
    evidence.binding = found.binding;
    evidence.at = found.finding.at.addMSecs(identity ? identity->skew.count() : 0);
    whenFinished(q, with.ledger.submit(commandOf(gather(*shown), AddEvidence{evidence})),
                 [this, of = run](const Result<Decisions> &answer) {
                     if (answer) {
                         takeRun(of, *answer);
                     } else {
                         takeLedgerError(answer.error());
                         Q_EMIT q->failed(answer.error());
                     }
                 });
}

void DecisionDesk::Private::grantRoles(const ReleasePlan &plan)
{
    if (!identity || identity->enforced) {
        return; // a team ledger's roles are its administrators' business
    }
    bool asked = false;
    for (const PlanRole &role : plan.roles) {
        for (const QString &member : role.members) {
            const RoleGrant grant{member, role.id, {}, {}, {}};
            const QString key = role.id + QLatin1Char('/') + member;
            if (granted.contains(key) || identity->grants.contains(grant)) {
                continue;
            }
            granted.insert(key);
            asked = true;
            whenFinished(q, with.ledger.grant(grant), [this](const Result<Done> &answer) {
                if (!answer && answer.error().code != ErrorCode::Refused) {
                    Q_EMIT q->failed(answer.error());
                }
            });
        }
        if (!actorChosen && role.id == QLatin1String("publisher") && !role.members.isEmpty()) {
            actor.id = role.members.constFirst();
            actorChosen = true;
        }
    }
    if (asked) { // grants are answered in order, so this sees them
        readIdentity();
        readRun();
    }
}

void DecisionDesk::Private::renewLeases()
{
    for (const Lease &lease : std::as_const(leases)) {
        whenFinished(q, with.ledger.acquire(lease.resource, lease.holder, 60s),
                     [this](const Result<Lease> &answer) {
                         if (!answer) {
                             takeLedgerError(answer.error());
                             Q_EMIT q->failed(answer.error());
                         }
                     });
    }
}

} // namespace signalbox
