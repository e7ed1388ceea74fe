// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/holdname.h"
#include "models/domain/releasegates.h"

#include <QTest>

using namespace signalbox;

namespace
{

StepRow weight(int percent)
{
    StepRow step;
    step.kind = StepKind::SetWeight;
    step.weight = percent;
    return step;
}

StepRow pause()
{
    StepRow step;
    step.kind = StepKind::Pause;
    return step;
}

/// 5, pause, 25, pause, 50, pause, 75 and 100 without a stop between them.
Release canary(int index)
{
    Release release;
    release.strategy = RolloutStrategy::Canary;
    release.steps = {weight(5), pause(), weight(25), pause(), weight(50), pause(), weight(75), weight(100)};
    release.stepIndex = index;
    release.currentHash = QStringLiteral("new");
    release.stableHash = QStringLiteral("old");
    return release;
}

PlanStep step(const char *id, int percent)
{
    PlanStep step;
    step.id = QString::fromLatin1(id);
    step.weight = percent;
    return step;
}

GateRule gate(const char *id, const char *before, const QStringList &conditions = {})
{
    GateRule gate;
    gate.id = QString::fromLatin1(id);
    gate.before = QString::fromLatin1(before);
    gate.conditions = conditions;
    return gate;
}

ReleasePlan plan()
{
    ReleasePlan plan;
    plan.steps = {step("five", 5), step("quarter", 25), step("half", 50), step("full", 100)};
    plan.gates = {gate("first", "start"),
                  gate("middle", "half", {QStringLiteral("named"), QStringLiteral("list")}),
                  gate("last", "full")};
    PollRule named;
    named.id = QStringLiteral("named");
    PollRule every;
    every.id = QStringLiteral("every");
    every.checklists = {QStringLiteral("criteria")};
    plan.polls = {named, every};
    Checklist list;
    list.id = QStringLiteral("list");
    Checklist criteria;
    criteria.id = QStringLiteral("criteria");
    Checklist other;
    other.id = QStringLiteral("other");
    plan.checklists = {other, list, criteria};
    return plan;
}

template <typename T> QString idsOf(const QVector<T> &items)
{
    QStringList ids;
    for (const T &item : items) {
        ids.append(item.id);
    }
    return ids.join(QLatin1Char(' '));
}

} // namespace

/// Which gates and polls guard which move.
class ReleaseGatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("gates");
        QTest::addColumn<QString>("polls");
        QTest::newRow("before anything") << 0 << 5 << 5 << "first"
                                         << "";
        QTest::newRow("first stop") << 1 << 5 << 25 << "first"
                                    << "every";
        QTest::newRow("second stop") << 3 << 25 << 50 << "middle"
                                     << "named every";
        QTest::newRow("last stop") << 5 << 50 << 100 << "last"
                                   << "every";
        QTest::newRow("all done") << 8 << 100 << 100 << ""
                                  << "";
    }

    void moves()
    {
        QFETCH(int, index);
        const Release release = canary(index);
        const PlanMove move = planMove(plan(), release);
        QTEST(move.from, "from");
        QTEST(move.to, "to");
        QTEST(idsOf(gatesOf(plan(), move)), "gates");
        QTEST(idsOf(pollsOf(plan(), move)), "polls");
    }

    void everythingAtOnceMeetsEveryGate()
    {
        const PlanMove move = planMove(plan(), canary(1), 100);
        QCOMPARE(idsOf(gatesOf(plan(), move)), QStringLiteral("first middle last"));
    }

    void aPlanStepBetweenTwoWeightsIsEntered()
    {
        ReleasePlan finer = plan();
        finer.steps[2].weight = 40; // the Rollout goes from 25 to 50
        QCOMPARE(idsOf(gatesOf(finer, planMove(finer, canary(3)))), QStringLiteral("middle"));
    }

    void cutOverIsTheStepOfEverything()
    {
        Release release = canary(0);
        release.strategy = RolloutStrategy::BlueGreen;
        release.steps.clear();
        release.stepIndex.reset();
        const PlanMove move = planMove(plan(), release);
        QCOMPARE(move.from, 0);
        QCOMPARE(move.enters, QStringList{QStringLiteral("full")});
        QCOMPARE(idsOf(gatesOf(plan(), move)), QStringLiteral("first last"));
        QVERIFY(!presentStep(plan(), release));
    }

    void anAbortedReleaseStartsAgain()
    {
        Release release = canary(3);
        release.aborted = true;
        const PlanMove move = planMove(plan(), release);
        QCOMPARE(move.from, 0);
        QCOMPARE(move.to, 5);
        QVERIFY(move.starts);
    }

    void aFinishedReleaseMovesNowhere()
    {
        Release release = canary(8);
        release.stableHash = release.currentHash;
        const PlanMove move = planMove(plan(), release);
        QVERIFY(move.enters.isEmpty());
        QVERIFY(!move.starts);
    }

    void presentStepIsTheLastReached()
    {
        QCOMPARE(presentStep(plan(), canary(3))->id, QStringLiteral("quarter"));
        QCOMPARE(presentStep(plan(), canary(8))->id, QStringLiteral("full"));
    }

    void checklistsAreThoseTheGuardsRestOn()
    {
        const PlanMove move = planMove(plan(), canary(3));
        QCOMPARE(checklistsOf(plan(), gatesOf(plan(), move), pollsOf(plan(), move)),
                 (QStringList{QStringLiteral("list"), QStringLiteral("criteria")}));
    }

    void holdsAreNamed()
    {
        QCOMPARE(holdName(MessageCode::InterlockTargetUnhealthy), QStringLiteral("InterlockTargetUnhealthy"));
        QCOMPARE(holdName(MessageCode::DecisionsUnread), QStringLiteral("DecisionsUnread"));
        QVERIFY(holdName(MessageCode::NoConnection).isEmpty());
        InterlockVerdict verdict;
        verdict.holds.append(
            {Interlock::OneOperation, {MessageCode::InterlockLocked, {QStringLiteral("mei")}}, {}});
        const Error error = heldError(verdict);
        QCOMPARE(error.code, ErrorCode::Refused);
        QCOMPARE(error.reason, QStringLiteral("InterlockLocked"));
        QCOMPARE(error.subject, QStringLiteral("mei"));
        QCOMPARE(error.detail, QStringLiteral("INV-03"));
    }
};

QTEST_GUILESS_MAIN(ReleaseGatesTest)
#include "releasegates_test.moc"
