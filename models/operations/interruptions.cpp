// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/interruptions.h"

#include "backends/api/answer.h"
#include "backends/api/whenfinished.h"
#include "models/operations/continuation.h"

#include <algorithm>

namespace signalbox
{

namespace
{

using Outcome = Result<Done>;

Outcome notFound(const QString &subject)
{
    return failure(ErrorCode::NotFound, ErrorLayer::Rule, QStringLiteral("no such open operation"), subject);
}

Outcome otherVersion(const RecordedOperation &operation)
{
    return failure(ErrorCode::Unsupported, ErrorLayer::Rule,
                   QStringLiteral("the record was written by another version of Signalbox"),
                   operation.status.plan.request.release.name);
}

} // namespace

class Interruptions::Private
{
public:
    void take(const Result<QVector<LedgerRecord>> &records);
    [[nodiscard]] bool isOurs(const RecordedOperation &operation) const;
    void resume(const RecordedOperation &operation, const Answer<Done> &answer);
    void go(const OperationStatus &status, const Answer<Done> &answer);

    Interruptions *q;
    OperationDesk &desk;
    FleetStore &fleet;
    Ledger &ledger;
    const Clock &clock;
    IsAlive isAlive;
    QVector<RecordedOperation> open;
    std::optional<Error> error;
    int round = 0; ///< answers to earlier questions are dropped
};

Interruptions::Interruptions(OperationDesk &desk, FleetStore &fleet, Ledger &ledger, const Clock &clock,
                             IsAlive isAlive, QObject *parent)
    : QObject(parent)
    , d(new Private{this, desk, fleet, ledger, clock, std::move(isAlive), {}, {}, 0})
{
    connect(&desk, &OperationDesk::operationStarted, this, &Interruptions::refresh);
    connect(&desk, &OperationDesk::operationFinished, this, &Interruptions::refresh);
}

Interruptions::~Interruptions() = default;

/// This desk knows what it runs, whatever the ledger says so far.
bool Interruptions::Private::isOurs(const RecordedOperation &operation) const
{
    const ReleaseOperation *running = desk.operation(operation.status.plan.request.release);
    return running && running->status().id == operation.status.id;
}

void Interruptions::Private::take(const Result<QVector<LedgerRecord>> &records)
{
    const QVector<RecordedOperation> before = open;
    const std::optional<Error> errorBefore = error;
    error = records ? std::nullopt : std::optional(records.error());
    if (records) {
        open = readOperations(*records);
        open.erase(std::remove_if(open.begin(), open.end(),
                                  [this](const RecordedOperation &operation) {
                                      return isOurs(operation) || isAlive(operation.desk);
                                  }),
                   open.end());
    }
    if (open != before || error != errorBefore) {
        Q_EMIT q->changed();
    }
}

QFuture<Result<Done>> Interruptions::refresh()
{
    const int round = ++d->round;
    Answer<Done> answer;
    whenFinished(this, d->ledger.unfinished({}),
                 [this, round, answer](const Result<QVector<LedgerRecord>> &records) {
                     if (round == d->round) {
                         d->take(records);
                     }
                     answer.give(records ? Outcome(Done()) : tl::unexpected(records.error()));
                 });
    return answer.future();
}

const QVector<RecordedOperation> &Interruptions::all() const
{
    return d->open;
}

const RecordedOperation *Interruptions::find(const QString &id) const
{
    const auto found =
        std::find_if(d->open.cbegin(), d->open.cend(),
                     [&id](const RecordedOperation &operation) { return operation.status.id == id; });
    return found == d->open.cend() ? nullptr : &*found;
}

const std::optional<Error> &Interruptions::error() const
{
    return d->error;
}

void Interruptions::Private::go(const OperationStatus &status, const Answer<Done> &answer)
{
    const Result<ReleaseOperation *> begun = desk.resume(status);
    answer.give(begun ? Outcome(Done()) : tl::unexpected(begun.error()));
}

void Interruptions::Private::resume(const RecordedOperation &operation, const Answer<Done> &answer)
{
    const OperationStatus recorded = operation.status;
    const ActionRequest request = recorded.plan.request;
    const Release *now = fleet.release(request.release);
    if (!now || !now->source.isCurrent()) {
        answer.give(failure(now ? ErrorCode::Stale : ErrorCode::NotFound, ErrorLayer::Rule,
                            QStringLiteral("the release is not on screen, or not as it is now"),
                            request.release.name));
        return;
    }
    if (const auto why = whyNotContinue(recorded, *now)) {
        answer.give(tl::unexpected(*why));
        return;
    }
    if (hadItsEffect(recorded, *now)) {
        go(continuedStatus(recorded, std::nullopt), answer);
        return;
    }
    whenFinished(q, desk.prepare(request), [this, recorded, answer](const Result<ActionPlan> &fresh) {
        if (fresh) {
            go(continuedStatus(recorded, *fresh), answer);
        } else if (meansAlreadyDone(recorded.plan.request.kind, fresh.error())) {
            go(continuedStatus(recorded, std::nullopt), answer);
        } else {
            answer.give(tl::unexpected(fresh.error()));
        }
    });
}

QFuture<Result<Done>> Interruptions::resume(const QString &id)
{
    const RecordedOperation *operation = find(id);
    if (!operation) {
        return answered<Done>(notFound(id));
    }
    if (operation->status.steps.isEmpty()) {
        return answered<Done>(otherVersion(*operation));
    }
    Answer<Done> answer;
    // Another desk may have gone on with it since the ledger was read.
    whenFinished(this, refresh(), [this, id, answer](const Result<Done> &read) {
        const RecordedOperation *still = find(id);
        if (!read || !still) {
            answer.give(read ? notFound(id) : read);
            return;
        }
        d->resume(*still, answer);
    });
    return answer.future();
}

QFuture<Result<Done>> Interruptions::giveUp(const QString &id, const QString &reason)
{
    const RecordedOperation *operation = find(id);
    if (!operation) {
        return answered<Done>(notFound(id));
    }
    OperationStatus status = operation->status;
    status.reason = reason;
    status.actor = d->desk.actor(status.plan.request.release.cluster);
    Answer<Done> answer;
    whenFinished(this, d->ledger.append(givenUpRecord(status, d->clock.nowUtc())),
                 [this, answer](const Result<qint64> &written) {
                     refresh();
                     answer.give(written ? Outcome(Done()) : tl::unexpected(written.error()));
                 });
    return answer.future();
}

} // namespace signalbox
