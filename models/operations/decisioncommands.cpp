// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/whenfinished.h"
#include "models/operations/decisiondeskprivate.h"
#include "models/operations/interlockgathering.h"

#include <QUuid>

#include <algorithm>

namespace signalbox
{

namespace
{

template <typename T> const T *ruleOf(const QVector<T> &rules, const QString &id)
{
    const auto found =
        std::find_if(rules.cbegin(), rules.cend(), [&](const T &rule) { return rule.id == id; });
    return found == rules.cend() ? nullptr : &*found;
}

QFuture<Result<Done>> refused(Refusal refusal, const QString &subject)
{
    return answered<Done>(tl::unexpected(refusedBy(refusal, subject)));
}

} // namespace

Error refusedBy(Refusal refusal, const QString &subject)
{
    return {ErrorCode::Refused, ErrorLayer::Rule, 0, refusalWord(refusal), {}, subject, {}};
}

DecisionCommand DecisionDesk::Private::commandOf(const DecisionState &state, DecisionBody body) const
{
    DecisionCommand command;
    command.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.run = state.run;
    command.release = state.release ? state.release->key : ReleaseKey();
    command.actor = state.actor;
    command.body = std::move(body);
    return command;
}

QFuture<Result<Done>> DecisionDesk::Private::send(DecisionBody body)
{
    if (!shown || run.objectUid.isEmpty()) {
        return refused(Refusal::CommandIncomplete, {});
    }
    if (const Refusal skew = identity ? clockRefusal(identity->skew) : Refusal::None; skew != Refusal::None) {
        return refused(skew, {});
    }
    Answer<Done> answer;
    whenFinished(q, with.ledger.submit(commandOf(gather(*shown), std::move(body))),
                 [this, answer, of = run](const Result<Decisions> &result) {
                     if (!result) {
                         takeLedgerError(result.error());
                         readRun(); // what refused it may be news to this desk
                         answer.give(tl::unexpected(result.error()));
                         return;
                     }
                     takeRun(of, *result);
                     refresh();
                     answer.give(Done());
                 });
    return answer.future();
}

QFuture<Result<Done>> DecisionDesk::openGate(const QString &rule, GateClass urgency, const QString &reason)
{
    const DecisionState state = d->shown ? d->gather(*d->shown) : DecisionState();
    const GateRule *found = state.plan ? ruleOf(state.plan->gates, rule) : nullptr;
    if (!found) {
        return refused(Refusal::UnknownGate, rule);
    }
    const Assessment assessment = assess(state);
    if (found->kind == GateKind::Automatic) {
        if (!isFinal(stateOf(state, assessment, *found))) {
            return refused(Refusal::GateIsAutomatic, rule);
        }
        d->samplings.remove(rule); // it begins anew with the next look
        d->refresh();
        return answered<Done>(Done());
    }
    OpenGate body = openGateBody(state, assessment, *found);
    body.urgency = urgency;
    body.reason = reason;
    return d->send(body);
}

QFuture<Result<Done>> DecisionDesk::vote(const QString &gate, const QString &seat, VoteChoice choice,
                                         const QString &comment)
{
    const auto sent = d->send(CastVote{gate, seat, choice, comment, d->view.binding});
    whenFinished(this, sent, [this, gate](const Result<Done> &done) {
        if (done) {
            d->tellCluster(gate);
        }
    });
    return sent;
}

QFuture<Result<Done>> DecisionDesk::revokeVote(const QString &gate, const QString &seat)
{
    return d->send(RevokeVote{gate, seat});
}

QFuture<Result<Done>> DecisionDesk::withdrawGate(const QString &gate, const QString &reason)
{
    return d->send(EndGate{gate, GateState::Withdrawn, reason, d->view.binding, {}});
}

QFuture<Result<Done>> DecisionDesk::openPoll(const QString &rule)
{
    const DecisionState state = d->shown ? d->gather(*d->shown) : DecisionState();
    const PollRule *found = state.plan ? ruleOf(state.plan->polls, rule) : nullptr;
    return found ? d->send(openPollBody(state, assess(state), *found)) : refused(Refusal::UnknownPoll, rule);
}

QFuture<Result<Done>> DecisionDesk::answerPoll(const QString &poll, const QString &station,
                                               StationAnswer answer, const QString &reason,
                                               const QDateTime &holdUntil)
{
    return d->send(AnswerPoll{poll, station, answer, reason, holdUntil, d->view.binding});
}

QFuture<Result<Done>> DecisionDesk::announce(const QString &poll, PollVerdict verdict, const QString &reason)
{
    const DecisionState state = d->shown ? d->gather(*d->shown) : DecisionState();
    return d->send(AnnounceVerdict{poll, verdict, reason, assess(state).lists, d->view.binding,
                                   calendarView(state).nextClosing});
}

QFuture<Result<Done>> DecisionDesk::revokeVerdict(const QString &poll, const QString &reason)
{
    const DecisionState state = d->shown ? d->gather(*d->shown) : DecisionState();
    return d->send(EndPoll{poll, PollState::Revoked, reason, state.binding, assess(state).lists});
}

QFuture<Result<Done>> DecisionDesk::requestWaiver(const QString &checklist, const QString &item,
                                                  CheckResult kind, const QString &reason,
                                                  const QDateTime &until)
{
    return d->send(RequestWaiver{checklist, item, kind, reason, until});
}

QFuture<Result<Done>> DecisionDesk::grantWaiver(const QString &waiver)
{
    return d->send(GrantWaiver{waiver});
}

QFuture<Result<Done>> DecisionDesk::requestOverride(Interlock rule, const QString &reason,
                                                    const QDateTime &until)
{
    return d->send(RequestOverride{interlockId(rule), interlockType(rule), reason, until});
}

QFuture<Result<Done>> DecisionDesk::grantOverride(const QString &override_)
{
    return d->send(GrantOverride{override_});
}

void DecisionDesk::check(const QString &checklist, const QString &item)
{
    const DecisionState state = d->shown ? d->gather(*d->shown) : DecisionState();
    const Checklist *list = state.plan && state.release ? ruleOf(state.plan->checklists, checklist) : nullptr;
    if (!list) {
        return;
    }
    for (const CheckGroup &group : list->groups) {
        for (const CheckItem &each : group.items) {
            if (item.isEmpty() || each.id == item) {
                d->runItem(state, checklist, each);
            }
        }
    }
}

QFuture<Result<Done>> DecisionDesk::attest(const QString &checklist, const QString &item, CheckResult result,
                                           const QString &comment, const QString &link)
{
    Evidence evidence;
    evidence.checklist = checklist;
    evidence.item = item;
    evidence.result = result;
    evidence.byPerson = true;
    evidence.comment = comment;
    evidence.link = link;
    evidence.binding = d->view.binding;
    return d->send(AddEvidence{evidence});
}

/// The vote that completed an approval is also told to a cluster that refuses what nobody approved. The vote
/// stands whatever the cluster says.
void DecisionDesk::Private::tellCluster(const QString &gate)
{
    if (!shown || !approval.isGated()) {
        return;
    }
    const DecisionState state = gather(*shown);
    const Assessment assessment = assess(state);
    const bool approves =
        std::any_of(assessment.nextGates.cbegin(), assessment.nextGates.cend(), [&](const GateRule &rule) {
            const Gate *newest = state.decisions ? newestGate(*state.decisions, rule.id) : nullptr;
            return newest && newest->id == gate && stateOf(state, assessment, rule) == GateState::Approved;
        });
    const ClusterStore *cluster = with.fleet.cluster(shown->cluster);
    if (!approves || !cluster) {
        return;
    }
    whenFinished(q,
                 approval.approve(state.release->currentHash, state.release->stepIndex.value_or(0),
                                  cluster->identity().user),
                 [this](const Result<Done> &done) {
                     clusterProblem =
                         done ? QString()
                              : (done.error().detail.isEmpty() ? done.error().reason : done.error().detail);
                     if (!done) {
                         Q_EMIT q->failed(done.error());
                     }
                     soon();
                 });
}

} // namespace signalbox
