// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/whenfinished.h"
#include "models/domain/holdname.h"
#include "models/domain/operationrules.h"
#include "models/operations/decisiondeskprivate.h"
#include "models/operations/interlockgathering.h"

#include <QPointer>
#include <qcorofuture.h>
#include <qcorotask.h>

namespace signalbox
{

namespace
{

constexpr std::chrono::seconds leaseTime{60};

/// Approvals are used up one after the other; the first that is refused ends it, and nothing is sent.
QCoro::Task<> useUp(Answer<Done> to, QPointer<QObject> desk, DecisionLedger *ledger,
                    QVector<DecisionCommand> commands)
{
    for (const DecisionCommand &command : commands) {
        if (!desk) {
            co_return; // the answer becomes Cancelled by itself
        }
        auto using_ = settled(ledger->submit(command));
        const auto used = co_await using_;
        if (!used) {
            to.give(tl::unexpected(used.error()));
            co_return;
        }
    }
    to.give(Done());
}

/// Gates first: their conditions may name the polls.
QVector<DecisionBody> whatIsUsed(const DecisionState &state, const Assessment &assessment,
                                 const PlanMove &move)
{
    QVector<DecisionBody> used;
    bool emergency = false;
    for (const GateRule &rule : gatesOf(*state.plan, move)) {
        const Gate *gate = newestGate(*state.decisions, rule.id);
        if (rule.kind == GateKind::Manual && gate) {
            used.append(EndGate{gate->id, GateState::Consumed, {}, state.binding, assessment.conditions});
            emergency = emergency || gate->urgency == GateClass::Emergency;
        }
    }
    for (const PollRule &rule : pollsOf(*state.plan, move)) {
        const Poll *poll = newestPoll(*state.decisions, rule.id);
        const bool armed = stateOf(state, assessment, rule) == PollState::Armed;
        if (poll && (armed || !emergency)) {
            used.append(EndPoll{poll->id, PollState::Consumed, {}, state.binding, assessment.lists});
        }
    }
    return used;
}

/// Somebody else's lease is a rule of its own.
Error leaseError(const Error &error)
{
    if (error.code != ErrorCode::Refused) {
        return error;
    }
    return {ErrorCode::Refused, ErrorLayer::Rule, 0, holdName(MessageCode::InterlockLocked),
            error.reason,       error.subject,    {}};
}

/// Nothing is known about the release now, so nothing says that it may move.
Error goneFrom(const ActionRequest &request)
{
    return {ErrorCode::Stale,
            ErrorLayer::Rule,
            0,
            {},
            QStringLiteral("not in the fleet"),
            request.release.name,
            {}};
}

} // namespace

InterlockVerdict DecisionDesk::ask(const Move &move, const ReleaseKey &release) const
{
    const DecisionState state = d->gather(release);
    return state.plan ? askAbout(state, assess(state), move) : askWithoutPlan(state, move);
}

InterlockVerdict DecisionDesk::verdictOn(ActionKind kind, const ReleaseKey &release) const
{
    const Release *now = d->with.fleet.release(release);
    const std::optional<Move> move = now ? moveOf(kind, *now) : std::nullopt;
    if (!move) {
        return {};
    }
    // Buttons are asked about many times a second; the view is at most a second old, and consume() looks
    // anew.
    const bool fresh = d->shown == release && d->recent && d->recent->plan && d->recent->release == *now;
    return fresh ? askAbout(*d->recent, d->recentAssessment, *move) : ask(*move, release);
}

QFuture<Result<Permit>> DecisionDesk::admit(ActionRequest request, QString operation)
{
    const Release *release = d->with.fleet.release(request.release);
    if (!release && !goesBack(request.kind)) {
        return answered<Permit>(tl::unexpected(goneFrom(request)));
    }
    if (!release || !moveOf(request.kind, *release)) {
        return answered<Permit>(Permit());
    }
    const bool governed = d->gather(request.release).plan != nullptr;
    const QString holder = d->actor.id + QLatin1Char('/') + operation;
    Answer<Permit> answer;
    whenFinished(this,
                 d->with.ledger.acquire(QStringLiteral("release/") + runOf(*release).id(), holder, leaseTime),
                 [this, answer, governed](const Result<Lease> &lease) {
                     if (lease) {
                         d->leases.append(*lease);
                         answer.give(Permit{*lease});
                         return;
                     }
                     d->takeLedgerError(lease.error());
                     // Where no plan asks for a ledger of decisions, its absence holds nothing: the record of
                     // the intent does that. A lease of somebody else always does.
                     if (governed || lease.error().code == ErrorCode::Refused) {
                         answer.give(tl::unexpected(leaseError(lease.error())));
                     } else {
                         answer.give(Permit());
                     }
                 });
    return answer.future();
}

QFuture<Result<Done>> DecisionDesk::consume(ActionRequest request)
{
    const DecisionState state = d->gather(request.release);
    if (!state.release && !goesBack(request.kind)) {
        return answered<Done>(tl::unexpected(goneFrom(request)));
    }
    const std::optional<Move> move = state.release ? moveOf(request.kind, *state.release) : std::nullopt;
    if (!move) {
        return answered<Done>(Done());
    }
    const InterlockVerdict verdict = ask(*move, request.release);
    if (!verdict.allowed()) {
        return answered<Done>(tl::unexpected(heldError(verdict)));
    }
    if (!state.plan || !state.decisions || move->startsRelease) {
        return answered<Done>(Done());
    }
    const Assessment assessment = assess(state);
    const PlanMove step = planMove(*state.plan, *state.release, move->weightsAfter.constLast());
    QVector<DecisionCommand> commands;
    for (const DecisionBody &body : whatIsUsed(state, assessment, step)) {
        commands.append(d->commandOf(state, body));
    }
    Answer<Done> answer;
    useUp(answer, this, &d->with.ledger, commands);
    whenFinished(this, answer.future(), [this](const Result<Done> &done) {
        if (!done) {
            d->takeLedgerError(done.error());
        }
        d->readRun();
    });
    return answer.future();
}

void DecisionDesk::finished(const Permit &permit)
{
    if (!permit.lease) {
        return;
    }
    d->leases.removeOne(*permit.lease);
    whenFinished(this, d->with.ledger.release(*permit.lease), [this](const Result<Done> &done) {
        if (!done) {
            d->takeLedgerError(done.error()); // it ends by itself within a minute
        }
    });
}

} // namespace signalbox
