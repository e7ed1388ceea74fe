// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/releaseoperation.h"

#include "backends/api/whenfinished.h"
#include "models/domain/operationrules.h"
#include "models/operations/measuring.h"
#include "models/operations/operationrecord.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>

namespace signalbox
{

class ReleaseOperation::Private
{
public:
    Private(ReleaseOperation *owner, Collaborators collaborators, const ActionPlan &plan,
            const QString &actor);

    void feed(OperationEvent event);
    void perform(OperationEffect effect);
    void writeIntent();
    void admit();
    void consume();
    [[nodiscard]] bool isGuarded() const
    {
        return with.guard && !goesBack(state.status.plan.request.kind);
    }
    void writeOutcome();
    void sendStep();
    void look();
    void judge(const Measuring::Readings &readings);
    void onReleases(const QVector<ReleaseKey> &keys);
    void settle();
    [[nodiscard]] const Release *release() const;
    [[nodiscard]] const ActionStep &planStep() const
    {
        return state.status.plan.steps.at(state.status.currentStep);
    }
    [[nodiscard]] VerificationInput input() const;

    ReleaseOperation *q;
    Collaborators with;
    OperationState state;
    QTimer pollTimer;  ///< next look
    QTimer sendTimer;  ///< next attempt to send
    QTimer graceTimer; ///< patience with the ledger
    QPointer<Measuring> measuring;
    QString versionBefore; ///< resource version on screen when the last call left
    QString versionAfter;  ///< of the last write
    bool stepOpen = false; ///< calls of a step are under way
    std::optional<Permit> permit; ///< from the guard, while it is held
    bool consumed = false;        ///< the approvals of this operation are used up
};

ReleaseOperation::Private::Private(ReleaseOperation *owner, Collaborators collaborators,
                                   const ActionPlan &plan, const QString &actor)
    : q(owner)
    , with(collaborators)
    , state(initialState(plan, QUuid::createUuid().toString(QUuid::WithoutBraces), actor))
{
    for (QTimer *timer : {&pollTimer, &sendTimer, &graceTimer}) {
        timer->setSingleShot(true);
    }
    pollTimer.setInterval(with.timing.poll);
    sendTimer.setInterval(with.timing.poll);
    graceTimer.setInterval(with.timing.intentGrace);
    graceTimer.setTimerType(Qt::PreciseTimer);
    connect(&pollTimer, &QTimer::timeout, q, [this] { look(); });
    connect(&sendTimer, &QTimer::timeout, q, [this] { sendStep(); });
    connect(&graceTimer, &QTimer::timeout, q, [this] {
        feed({OperationEventKind::IntentDelayed, {}, {}, {}, {}});
    });
    connect(&with.fleet, &FleetStore::releasesChanged, q,
            [this](const QVector<ReleaseKey> &changed) { onReleases(changed); });
}

const Release *ReleaseOperation::Private::release() const
{
    return with.fleet.release(state.status.plan.request.release);
}

/// Time is read here and nowhere else; the rules get it as a value.
void ReleaseOperation::Private::feed(OperationEvent event)
{
    event.now = with.clock.nowUtc();
    event.steady = with.clock.steady();
    const OperationState before = state;
    OperationMove move = advance(std::move(state), event);
    state = std::move(move.state);
    if (state.status != before.status) {
        Q_EMIT q->changed();
    }
    for (const OperationEffect effect : move.effects) {
        perform(effect);
    }
}

void ReleaseOperation::Private::perform(OperationEffect effect)
{
    switch (effect) {
    case OperationEffect::WriteIntent:
        writeIntent();
        break;
    case OperationEffect::SendStep:
        sendStep();
        break;
    case OperationEffect::SendLater:
        sendTimer.start();
        break;
    case OperationEffect::Look:
        look();
        break;
    case OperationEffect::WriteOutcome:
        writeOutcome();
        break;
    case OperationEffect::Finish:
        settle();
        Q_EMIT q->finished();
        break;
    }
}

void ReleaseOperation::Private::settle()
{
    pollTimer.stop();
    sendTimer.stop();
    graceTimer.stop();
    delete measuring;
    if (permit) {
        with.guard->finished(*permit);
        permit.reset();
    }
}

/// Nothing was sent, whatever kept the guard from agreeing; trouble with the way to it is not trouble with the
/// cluster's, so it is not tried again.
static Error refusal(Error error)
{
    error.code = ErrorCode::Refused;
    return error;
}

/// Already answered futures are taken at once: no turn of the event loop between the click and the call.
template <typename T, typename Take>
static void whenAnswered(QObject *context, const QFuture<Result<T>> &future, Take take)
{
    if (future.isFinished() && future.resultCount() > 0) {
        take(future.result());
        return;
    }
    whenFinished(context, future, take);
}

/// The lease comes before the intent, so that the record names its token.
void ReleaseOperation::Private::admit()
{
    whenAnswered(q, with.guard->admit(state.status.plan.request, state.status.id),
                 [this](const Result<Permit> &given) {
                     if (!given) {
                         feed({OperationEventKind::Refused, {}, {}, given.error(), {}});
                         return;
                     }
                     if (!q->isRunning()) { // stopped by hand meanwhile
                         with.guard->finished(*given);
                         return;
                     }
                     permit = *given;
                     if (given->lease) {
                         state.status.fencingToken = given->lease->token;
                     }
                     writeIntent();
                 });
}

/// Right before the first call: what is used up here has to be worth it.
void ReleaseOperation::Private::consume()
{
    stepOpen = true;
    whenAnswered(q, with.guard->consume(state.status.plan.request), [this](const Result<Done> &used) {
        stepOpen = false;
        if (!q->isRunning()) {
            return;
        }
        if (used) {
            consumed = true;
            sendStep();
        } else {
            feed({OperationEventKind::Refused, {}, {}, refusal(used.error()), {}});
        }
    });
}

void ReleaseOperation::Private::writeIntent()
{
    if (isGuarded() && !permit) {
        admit();
        return;
    }
    const bool back = goesBack(state.status.plan.request.kind);
    const bool atOnce = back && with.timing.intentGrace.count() == 0;
    if (back && !atOnce) {
        graceTimer.start();
    }
    whenAnswered(q, with.ledger.append(intentRecord(state.status, with.clock.nowUtc())),
                 [this](const Result<qint64> &written) {
                     graceTimer.stop();
                     feed({OperationEventKind::IntentWritten,
                           {},
                           {},
                           written ? std::nullopt : std::optional(written.error()),
                           {}});
                 });
    if (atOnce) {
        feed({OperationEventKind::IntentDelayed, {}, {}, {}, {}});
    }
}

void ReleaseOperation::Private::writeOutcome()
{
    whenAnswered(q, with.ledger.append(outcomeRecord(state.status, with.clock.nowUtc())),
                 [this](const Result<qint64> &written) {
                     feed({OperationEventKind::RecordWritten,
                           {},
                           {},
                           written ? std::nullopt : std::optional(written.error()),
                           {}});
                 });
}

void ReleaseOperation::Private::sendStep()
{
    if (stepOpen || state.status.phase != OperationPhase::Running) {
        return;
    }
    if (isGuarded() && !consumed) {
        consume();
        return;
    }
    stepOpen = true;
    const int step = state.status.currentStep;
    const Release *now = release();
    versionBefore = now ? now->resourceVersion : QString();
    whenAnswered(q, with.backend.execute(state.status.plan, step), [this, step](const Result<QString> &sent) {
        stepOpen = false;
        if (state.status.phase != OperationPhase::Running) {
            return;
        }
        if (step !=
            state.status.currentStep) { // looked effective meanwhile; the next step still waits to be sent
            if (state.status.steps.at(state.status.currentStep).phase == StepPhase::Sent) {
                sendStep();
            }
            return;
        }
        if (sent) {
            versionAfter = *sent;
            feed({OperationEventKind::Accepted, {}, {}, {}, {}});
        } else {
            feed({OperationEventKind::Refused, {}, {}, sent.error(), {}});
        }
    });
}

void ReleaseOperation::Private::onReleases(const QVector<ReleaseKey> &keys)
{
    if (!q->isRunning() || !keys.contains(state.status.plan.request.release) || stepOpen) {
        return;
    }
    const StepPhase phase = state.status.steps.at(state.status.currentStep).phase;
    const bool waits =
        phase == StepPhase::Accepted || phase == StepPhase::Observed || phase == StepPhase::Sent;
    // Measured steps keep the rhythm of the poll: two looks in a row have to be two measurements.
    if (waits && !Measuring::isNeeded(planStep().verifications)) {
        look();
    }
}

void ReleaseOperation::Private::look()
{
    if (!q->isRunning() || stepOpen || measuring) {
        return;
    }
    pollTimer.start();
    const auto &wanted = planStep().verifications;
    const Release *now = release();
    const bool configured = with.metrics.hasServer(state.status.plan.request.release.cluster);
    if (!now || !configured || !Measuring::isNeeded(wanted)) {
        judge(Measuring::Readings(wanted.size()));
        return;
    }
    measuring = new Measuring(with.metrics, *now, wanted, q);
    connect(measuring, &Measuring::done, q, [this, step = state.status.currentStep] {
        const Measuring::Readings readings = measuring->readings();
        measuring->deleteLater();
        measuring.clear();
        if (q->isRunning()) {
            pollTimer.start(); // it may have fired while the answer was out
            if (step == state.status.currentStep) {
                judge(readings);
            }
        }
    });
}

VerificationInput ReleaseOperation::Private::input() const
{
    VerificationInput in;
    in.release = release();
    const ReleaseKey &key = state.status.plan.request.release;
    in.metricsConfigured = with.metrics.hasServer(key.cluster);
    if (!in.release) {
        return in;
    }
    in.newEnough = includesWrite(in.release->resourceVersion, versionAfter, versionBefore);
    in.answered = state.status.steps.at(state.status.currentStep).phase != StepPhase::Sent;
    const ClusterStore *cluster = with.fleet.cluster(key.cluster);
    if (cluster && key.kind == ReleaseKind::Rollout) {
        in.restartedAt = cluster->rows<RolloutRow>().value(in.release->uid).restartedAt;
    }
    return in;
}

void ReleaseOperation::Private::judge(const Measuring::Readings &readings)
{
    OperationEvent event{OperationEventKind::Looked, {}, {}, {}, {}};
    VerificationInput in = input();
    const auto &wanted = planStep().verifications;
    for (int i = 0; i < wanted.size(); ++i) {
        in.reading = readings.value(i);
        event.findings.append(verify(wanted.at(i), in));
    }
    feed(std::move(event));
}

ReleaseOperation::ReleaseOperation(Collaborators collaborators, ActionPlan plan, QString actor,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, collaborators, plan, actor))
{
}

ReleaseOperation::~ReleaseOperation() = default;

const OperationStatus &ReleaseOperation::status() const
{
    return d->state.status;
}

bool ReleaseOperation::isRunning() const
{
    return d->state.status.phase == OperationPhase::Running;
}

void ReleaseOperation::start()
{
    const ActionRequest &request = d->state.status.plan.request;
    const Release *now = d->release();
    if (now && !request.uid.isEmpty() && now->uid != request.uid) {
        refuse({ErrorCode::Changed,
                ErrorLayer::Rule,
                0,
                QStringLiteral("ObjectChanged"),
                QStringLiteral("metadata.uid: %1 -> %2").arg(request.uid, now->uid),
                request.release.name,
                {}});
        return;
    }
    d->feed({OperationEventKind::Started, {}, {}, {}, {}});
}

void ReleaseOperation::refuse(const Error &why)
{
    if (d->state.status.phase != OperationPhase::Prepared) {
        return;
    }
    d->state.status.phase = OperationPhase::Running;
    d->state.status.started = d->with.clock.nowUtc();
    d->feed({OperationEventKind::Refused, {}, {}, why, {}});
}

void ReleaseOperation::stopByHand()
{
    d->feed({OperationEventKind::Stopped, {}, {}, {}, {}});
}

void ReleaseOperation::setReason(const QString &reason)
{
    if (reason == d->state.status.reason) {
        return;
    }
    d->state.status.reason = reason;
    if (d->state.status.finished.isValid()) { // the outcome is written already: the reason follows it
        whenAnswered(this, d->with.ledger.append(reasonRecord(d->state.status, d->with.clock.nowUtc())),
                     [this](const Result<qint64> &written) {
                         d->feed({OperationEventKind::RecordWritten,
                                  {},
                                  {},
                                  written ? std::nullopt : std::optional(written.error()),
                                  {}});
                     });
    }
    Q_EMIT changed();
}

} // namespace signalbox
