// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/operations/decisionworld.h"

#include <QTest>

namespace signalbox::test
{

bool DecisionWorld::done(const QFuture<Result<Done>> &future)
{
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
    if (answered && !future.result()) {
        qWarning("refused: %s %s", qPrintable(future.result().error().reason),
                 qPrintable(future.result().error().detail));
    }
    return answered && future.result();
}

QString DecisionWorld::refusal(const QFuture<Result<Done>> &future)
{
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
    return answered && !future.result() ? future.result().error().reason : QString();
}

bool DecisionWorld::startGoverned(const QByteArray &from, const QByteArray &to)
{
    if (!govern(from, to)) {
        return false;
    }
    start();
    return QTest::qWaitFor([this] {
        const DecisionView &view = desk->view();
        return view.plan && view.readAt.isValid() && view.actor.id == QLatin1String("lin") &&
               ledgerOfDecisions.grants.size() == 6 && !view.metrics.isEmpty() &&
               view.metrics.constFirst().canary.samples && view.identity.grants.size() == 6;
    });
}

bool DecisionWorld::satisfyChecklists()
{
    desk->check(QStringLiteral("machine"));
    desk->check(QStringLiteral("people"));
    const auto passed = [this](int list, int item) {
        return desk->view().checklists.at(list).state.items.at(item).machine.has_value();
    };
    if (!QTest::qWaitFor([&] { return passed(0, 0) && passed(0, 1) && passed(1, 0); })) {
        return false;
    }
    clock.advance(std::chrono::seconds(1)); // a confirmation is newer than what it confirms
    return done(desk->attest(QStringLiteral("people"), QStringLiteral("looked"), CheckResult::Pass,
                             QStringLiteral("seen"), {})) &&
           done(desk->attest(QStringLiteral("people"), QStringLiteral("team"), CheckResult::Pass,
                             QStringLiteral("all here"), {})) &&
           desk->view().checklists.at(1).state.complete;
}

bool DecisionWorld::approveGate()
{
    be("lin");
    if (!done(desk->openGate(QStringLiteral("past-20"), GateClass::Normal, QStringLiteral("release")))) {
        return false;
    }
    const QString id = gate().gate->id;
    be("chen");
    const bool first = done(desk->vote(id, QStringLiteral("tech"), VoteChoice::Approve, {}));
    be("mei");
    const bool second = done(desk->vote(id, QStringLiteral("quality"), VoteChoice::Approve, {}));
    return first && second && gate().state == GateState::Approved;
}

bool DecisionWorld::armPoll()
{
    if (!done(desk->openPoll(QStringLiteral("go")))) {
        return false;
    }
    const QString id = poll().poll->id;
    be("mei");
    bool all = done(desk->answerPoll(id, QStringLiteral("quality"), StationAnswer::Go, {}, {}));
    be("ann");
    all = done(desk->answerPoll(id, QStringLiteral("operations"), StationAnswer::Go, {}, {})) && all;
    be("wei");
    all = done(desk->announce(id, PollVerdict::Go, {})) && all;
    be("lin");
    return all && poll().state == PollState::Armed;
}

ReleaseOperation *DecisionWorld::run(ActionKind kind)
{
    ActionPlan plan = kind == ActionKind::RollBack ? rollbackPlan(key) : promotePlan(key);
    plan.request.kind = kind;
    return operations.start(plan, QStringLiteral("test"));
}

} // namespace signalbox::test
