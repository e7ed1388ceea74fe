// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/releaseoperation.h"

#include "models/domain/operationrules.h"
#include "models/operations/admission.h"
#include "models/operations/measuring.h"
#include "models/operations/operationrecord.h"
#include "models/operations/verificationinput.h"
#include "models/operations/whenanswered.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>

namespace signalbox
{

class ReleaseOperation::Private
{
public:
    Private(ReleaseOperation *owner, Collaborators collaborators, OperationState begin);

    void feed(OperationEvent event);
    void perform(OperationEffect effect);
    void writeIntent();
    void enter();
    void useApprovals();
    void writeEndedSteps(const OperationStatus &before);
    void writeOutcome();
    void writeBeside(const LedgerRecord &record);
    void sendStep();
    void remind();
    void look();
    void judge(const Measuring::Readings &readings);
    void onReleases(const QVector<ReleaseKey> &keys);
    void settle();
    [[nodiscard]] const Release *release() const;
    [[nodiscard]] const ActionStep &planStep() const
    {
        return state.status.plan.steps.at(state.status.currentStep);
    }

    ReleaseOperation *q;
    Collaborators with;
    OperationState state;
    QTimer pollTimer; ///< next look
    QTimer sendTimer; ///< next attempt to send
    QPointer<Measuring> measuring;
    QString versionBefore; ///< resource version on screen when the last call left
    QString versionAfter;  ///< of the last write
    bool stepOpen = false; ///< calls of a step are under way
    Admission admission;
};

ReleaseOperation::Private::Private(ReleaseOperation *owner, Collaborators collaborators, OperationState begin)
    : q(owner)
    , with(std::move(collaborators))
    , state(std::move(begin))
    , admission(with.guard)
{
    for (QTimer *timer : {&pollTimer, &sendTimer}) {
        timer->setSingleShot(true);
    }
    pollTimer.setInterval(with.timing.poll);
    sendTimer.setInterval(with.timing.poll);
    connect(&pollTimer, &QTimer::timeout, q, [this] { look(); });
    connect(&sendTimer, &QTimer::timeout, q, [this] { sendStep(); });
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
    writeEndedSteps(before.status);
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
    case OperationEffect::Remind:
        remind();
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
    delete measuring;
    admission.leave();
}

/// The lease comes before the intent, so that the record names its token.
void ReleaseOperation::Private::enter()
{
    admission.enter(state.status.plan.request, state.status.id, [this](const Result<Done> &in) {
        if (!in) {
            feed({OperationEventKind::Refused, {}, {}, in.error(), {}});
            return;
        }
        state.status.fencingToken = admission.fencingToken();
        writeIntent();
    });
}

/// Right before the first call: what is used up here has to be worth it.
void ReleaseOperation::Private::useApprovals()
{
    stepOpen = true;
    admission.use(state.status.plan.request, [this](const Result<Done> &used) {
        stepOpen = false;
        if (!q->isRunning()) {
            return;
        }
        if (used) {
            sendStep();
        } else {
            feed({OperationEventKind::Refused, {}, {}, used.error(), {}});
        }
    });
}

void ReleaseOperation::Private::writeIntent()
{
    if (admission.isMissing(state.status.plan.request.kind)) {
        enter();
        return;
    }
    const QDateTime now = with.clock.nowUtc();
    const bool again = state.status.continued.isValid();
    const LedgerRecord record =
        again ? continuationRecord(state.status, with.desk, now) : intentRecord(state.status, with.desk, now);
    const QFuture<Result<qint64>> written = with.ledger.append(record);
    const bool delayed =
        goesBack(state.status.plan.request.kind) && !isAnsweredWithin(written, with.timing.intentGrace);
    whenAnswered(q, written, [this](const Result<qint64> &result) {
        feed({OperationEventKind::IntentWritten,
              {},
              {},
              result ? std::nullopt : std::optional(result.error()),
              {}});
    });
    if (delayed) {
        feed({OperationEventKind::IntentDelayed, {}, {}, {}, {}});
    }
}

/// One record for each step that ended, ahead of what the next one sends. The last one's is the outcome.
void ReleaseOperation::Private::writeEndedSteps(const OperationStatus &before)
{
    if (state.status.phase != OperationPhase::Running) {
        return;
    }
    for (int step = before.currentStep; step < state.status.currentStep; ++step) {
        writeBeside(stepRecord(state.status, step, with.clock.nowUtc()));
    }
}

/// Nothing waits for such a record; that it is missing is shown.
void ReleaseOperation::Private::writeBeside(const LedgerRecord &record)
{
    whenFinished(q, with.ledger.append(record), [this](const Result<qint64> &written) {
        if (!written) {
            state.status.ledgerError = written.error();
            Q_EMIT q->changed();
        }
    });
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
    if (state.status.currentStep == 0 && admission.hasToUse(state.status.plan.request.kind)) {
        useApprovals();
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

void ReleaseOperation::Private::remind()
{
    if (stepOpen) {
        return;
    }
    stepOpen = true;
    ActionPlan plan = state.status.plan;
    const int step = state.status.currentStep;
    plan.steps[step].calls = plan.steps.at(step).reminder;
    whenAnswered(q, with.backend.execute(plan, step), [this](const Result<QString> &sent) {
        stepOpen = false;
        feed({OperationEventKind::Reminded, {}, {}, sent ? std::nullopt : std::optional(sent.error()), {}});
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

void ReleaseOperation::Private::judge(const Measuring::Readings &readings)
{
    OperationEvent event{OperationEventKind::Looked, {}, {}, {}, {}};
    VerificationInput in =
        verificationInput(with.fleet, with.metrics, state.status, {versionBefore, versionAfter});
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
    , d(std::make_unique<Private>(
          this, std::move(collaborators),
          initialState(plan, QUuid::createUuid().toString(QUuid::WithoutBraces), actor)))
{
}

ReleaseOperation::ReleaseOperation(Collaborators collaborators, const OperationStatus &interrupted,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(collaborators), continuedState(interrupted)))
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
    if (d->state.status.phase != OperationPhase::Prepared) { // the intent is written already
        d->writeBeside(reasonRecord(d->state.status, d->with.clock.nowUtc()));
    }
    Q_EMIT changed();
}

} // namespace signalbox
