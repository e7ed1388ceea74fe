// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releasederivation.h"
#include "models/domain/rolloutphase.h"
#include "tests/support/rowbuilders.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace
{

using Change = std::function<void(RolloutRow &)>;

Release derived(const RolloutRow &row, const QVector<ReplicaSetRow> &sets = {})
{
    ReleaseFacts facts;
    for (const auto &set : sets) {
        facts.replicaSets.append(&set);
    }
    facts.now = at(10, 0, 30);
    return deriveRollout(ClusterId(QStringLiteral("prod")), row, facts);
}

Change phase(const QString &word)
{
    return [word](RolloutRow &row) { row.phase = word; };
}

void addCondition(RolloutRow &row, const QString &type, const QString &status, const QString &reason)
{
    row.conditions.append({type, status, reason, QStringLiteral("words")});
}

void withoutPhase(RolloutRow &row)
{
    row.phase.clear();
    row.message.clear();
}

} // namespace

class RolloutPhaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_data();
    void state();
    void phaseComputation_data();
    void phaseComputation();
    void pause_data();
    void pause();
    void stepIndex_data();
    void stepIndex();
    void abortIsNoOutage();
    void fourHundredSteps();
};

void RolloutPhaseTest::state_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ReleaseState>("expected");
    // All start from a canary that waits at a 60 s pause.
    QTest::newRow("timed pause") << Change([](RolloutRow &) {}) << ReleaseState::WaitingForTime;
    QTest::newRow("pause without end")
        << Change([](RolloutRow &row) { row.currentStepIndex = 3; }) << ReleaseState::WaitingForPerson;
    QTest::newRow("timed pause, paused by hand too")
        << Change([](RolloutRow &row) { row.paused = true; }) << ReleaseState::WaitingForPerson;
    QTest::newRow("paused by hand") << Change([](RolloutRow &row) {
        row.paused = true;
        row.pauseConditions.clear();
        row.controllerPause = false;
    }) << ReleaseState::WaitingForPerson;
    QTest::newRow("inconclusive") << Change([](RolloutRow &row) {
        row.pauseConditions = {{QStringLiteral("InconclusiveAnalysisRun"), at(10, 0)}};
    }) << ReleaseState::Undecided;
    QTest::newRow("inconclusive beside a step") << Change([](RolloutRow &row) {
        row.pauseConditions.append({QStringLiteral("InconclusiveAnalysisRun"), at(10, 0)});
    }) << ReleaseState::Undecided;
    QTest::newRow("inconclusive experiment") << Change([](RolloutRow &row) {
        row.pauseConditions = {{QStringLiteral("InconclusiveExperiment"), at(10, 0)}};
    }) << ReleaseState::Undecided;
    QTest::newRow("unknown pause") << Change([](RolloutRow &row) {
        row.pauseConditions = {{QStringLiteral("FullMoon"), at(10, 0)}};
    }) << ReleaseState::WaitingForPerson;
    QTest::newRow("progressing") << phase(QStringLiteral("Progressing")) << ReleaseState::Advancing;
    QTest::newRow("healthy") << phase(QStringLiteral("Healthy")) << ReleaseState::Healthy;
    QTest::newRow("degraded") << phase(QStringLiteral("Degraded")) << ReleaseState::Broken;
    QTest::newRow("aborted") << Change([](RolloutRow &row) {
        row.phase = QStringLiteral("Degraded");
        row.abort = true;
    }) << ReleaseState::RolledBack;
    QTest::newRow("aborted, by condition") << Change([](RolloutRow &row) {
        row.phase = QStringLiteral("Degraded");
        addCondition(row, QStringLiteral("Progressing"), QStringLiteral("False"),
                     QStringLiteral("RolloutAborted"));
    }) << ReleaseState::RolledBack;
    QTest::newRow("aborted and the spec is invalid") << Change([](RolloutRow &row) {
        row.phase = QStringLiteral("Degraded");
        row.abort = true;
        addCondition(row, QStringLiteral("InvalidSpec"), QStringLiteral("True"),
                     QStringLiteral("InvalidSpec"));
    }) << ReleaseState::Broken;
    QTest::newRow("no status") << Change([](RolloutRow &row) { row.hasStatus = false; })
                               << ReleaseState::Unknown;
    QTest::newRow("unknown word") << phase(QStringLiteral("Hibernating")) << ReleaseState::Unknown;
    QTest::newRow("spec not observed")
        << Change([](RolloutRow &row) { row.meta.generation = 2; }) << ReleaseState::Advancing;
}

void RolloutPhaseTest::state()
{
    QFETCH(Change, change);
    RolloutRow row = pausedCanary();
    change(row);
    QTEST(derived(row).state, "expected");
}

void RolloutPhaseTest::phaseComputation_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<bool>("observed");
    const QString progressing = QStringLiteral("Progressing");
    const QString degraded = QStringLiteral("Degraded");
    const QString pausedWord = QStringLiteral("Paused");
    const QString healthy = QStringLiteral("Healthy");
    // All start from a healthy canary.
    QTest::newRow("as written") << Change([](RolloutRow &) {}) << healthy << true;
    QTest::newRow("unknown word is kept") << phase(QStringLiteral("Odd")) << QStringLiteral("Odd") << true;
    QTest::newRow("generation behind")
        << Change([](RolloutRow &row) { row.meta.generation = 7; }) << progressing << false;
    QTest::newRow("hash for a generation") << Change([](RolloutRow &row) {
        row.meta.generation = 7;
        row.observedGeneration = QStringLiteral("5f7d8");
    }) << healthy << true;
    QTest::newRow("resumed, not acted on")
        << Change([](RolloutRow &row) { row.controllerPause = true; }) << progressing << true;
    QTest::newRow("workload behind") << Change([](RolloutRow &row) {
        row.workloadRefName = QStringLiteral("web");
        row.workloadObservedGeneration = QStringLiteral("3");
        row.meta.annotations.insert(QStringLiteral("rollout.argoproj.io/workload-generation"),
                                    QStringLiteral("4"));
    }) << progressing << false;
    QTest::newRow("no status") << Change([](RolloutRow &row) { row.hasStatus = false; }) << QString()
                               << false;
    const auto old = [](const Change &change) {
        return Change([change](RolloutRow &row) {
            withoutPhase(row);
            change(row);
        });
    };
    QTest::newRow("old: healthy") << old([](RolloutRow &) {}) << healthy << true;
    QTest::newRow("old: invalid") << old([](RolloutRow &row) {
        addCondition(row, QStringLiteral("InvalidSpec"), QStringLiteral("True"),
                     QStringLiteral("InvalidSpec"));
    }) << degraded << true;
    QTest::newRow("old: aborted") << old([](RolloutRow &row) {
        addCondition(row, QStringLiteral("Progressing"), QStringLiteral("False"),
                     QStringLiteral("RolloutAborted"));
    }) << degraded << true;
    QTest::newRow("old: deadline") << old([](RolloutRow &row) {
        addCondition(row, QStringLiteral("Progressing"), QStringLiteral("False"),
                     QStringLiteral("ProgressDeadlineExceeded"));
    }) << degraded << true;
    QTest::newRow("old: manual") << old([](RolloutRow &row) { row.paused = true; }) << pausedWord << true;
    QTest::newRow("old: step") << old([](RolloutRow &row) {
        row.pauseConditions = {{QStringLiteral("CanaryPauseStep"), at(10, 0)}};
    }) << pausedWord << true;
    QTest::newRow("old: restart") << old([](RolloutRow &row) { row.restartAt = QStringLiteral("x"); })
                                  << progressing << true;
    QTest::newRow("old: replicas missing")
        << old([](RolloutRow &row) { row.updatedReplicas = 1; }) << progressing << true;
    QTest::newRow("old: not available")
        << old([](RolloutRow &row) { row.availableReplicas = 1; }) << progressing << true;
    QTest::newRow("old: old pods left")
        << old([](RolloutRow &row) { row.replicas = 9; }) << progressing << true;
    QTest::newRow("old: not stable yet")
        << old([](RolloutRow &row) { row.currentPodHash = QStringLiteral("new"); }) << progressing << true;
    QTest::newRow("old: cut-over pending") << old([](RolloutRow &row) {
        row.strategy = RolloutStrategy::BlueGreen;
        row.activeSelector = QStringLiteral("other");
    }) << progressing << true;
}

void RolloutPhaseTest::phaseComputation()
{
    QFETCH(Change, change);
    RolloutRow row = healthyRollout();
    change(row);
    const PhaseReading reading = rolloutPhase(row);
    QTEST(reading.phase, "phase");
    QTEST(reading.specObserved, "observed");
    QCOMPARE(derived(row).specObserved, reading.specObserved);
}

void RolloutPhaseTest::pause_data()
{
    QTest::addColumn<RolloutRow>("row");
    QTest::addColumn<PauseKind>("kind");
    QTest::addColumn<QDateTime>("until");
    QTest::newRow("none") << healthyRollout() << PauseKind::None << QDateTime();
    QTest::newRow("timed step") << pausedCanary() << PauseKind::Step << at(10, 1);
    RolloutRow row = pausedCanary();
    row.currentStepIndex = 3;
    QTest::newRow("step without end") << row << PauseKind::Step << QDateTime();
    row = pausedCanary();
    row.paused = true;
    QTest::newRow("the clock stands while paused by hand") << row << PauseKind::Step << QDateTime();
    row = pausedCanary();
    row.steps[1].duration = 0s;
    row.currentStepIndex = 1;
    QTest::newRow("zero seconds is a deadline") << row << PauseKind::Step << at(10, 0);
    row = pausedCanary();
    row.currentStepIndex = 99;
    QTest::newRow("index beyond the steps") << row << PauseKind::Step << QDateTime();
    row = pausedCanary();
    row.pauseConditions = {{QStringLiteral("CanaryPauseStep"), QDateTime()}};
    QTest::newRow("start unknown") << row << PauseKind::Step << QDateTime();
    QTest::newRow("blue/green waits for a person")
        << blueGreenRollout() << PauseKind::BlueGreen << QDateTime();
    row = blueGreenRollout();
    row.autoPromotion = 120s;
    QTest::newRow("blue/green promotes itself") << row << PauseKind::BlueGreen << at(10, 2);
    row = healthyRollout();
    row.paused = true;
    QTest::newRow("manual") << row << PauseKind::Manual << QDateTime();
}

void RolloutPhaseTest::pause()
{
    QFETCH(RolloutRow, row);
    const Release release = derived(row);
    QTEST(release.pause.kind, "kind");
    QTEST(release.pause.until, "until");
    QCOMPARE(release.manuallyPaused, row.paused);
}

void RolloutPhaseTest::stepIndex_data()
{
    QTest::addColumn<std::optional<int>>("index");
    QTest::addColumn<bool>("inProgress");
    QTest::addColumn<std::optional<int>>("expected");
    using Index = std::optional<int>;
    QTest::newRow("zero is a step") << Index(0) << true << Index(0);
    QTest::newRow("all done") << Index(5) << true << Index(5);
    QTest::newRow("absent counts as the first") << Index() << true << Index(0);
    QTest::newRow("absent and finished") << Index() << false << Index(5);
    QTest::newRow("beyond") << Index(99) << true << Index(5);
    QTest::newRow("below") << Index(-3) << true << Index(0);
}

void RolloutPhaseTest::stepIndex()
{
    QFETCH(std::optional<int>, index);
    QFETCH(bool, inProgress);
    RolloutRow row = inProgress ? pausedCanary() : healthyRollout();
    row.currentStepIndex = index;
    QTEST(derived(row).stepIndex, "expected");
    row.steps.clear();
    QVERIFY(!derived(row).stepIndex.has_value());
    QVERIFY(!derived(blueGreenRollout()).stepIndex.has_value());
}

void RolloutPhaseTest::abortIsNoOutage()
{
    RolloutRow row = pausedCanary();
    row.phase = QStringLiteral("Degraded");
    row.abort = true;
    row.currentStepIndex = 0;
    ReplicaSetRow stable = replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4);
    Release release = derived(row, {stable});
    QCOMPARE(release.state, ReleaseState::RolledBack);
    QVERIFY(release.aborted);
    QVERIFY(!release.specNamesStable);
    QCOMPARE(release.backendPhase, QStringLiteral("Degraded"));
    // But when nothing of stable is up, nobody is served.
    stable.availableReplicas = 0;
    QCOMPARE(derived(row, {stable}).state, ReleaseState::Broken);
    QVERIFY(derived(pausedCanary()).specNamesStable);
}

void RolloutPhaseTest::fourHundredSteps()
{
    RolloutRow row = pausedCanary();
    const auto five = row.steps;
    row.steps.clear();
    for (int i = 0; i < 80; ++i) {
        row.steps += five;
    }
    row.currentStepIndex = 399;
    const Release release = derived(row);
    QCOMPARE(release.steps.size(), 400);
    QCOMPARE(release.stepIndex, std::optional(399));
    QCOMPARE(release.weights.set, std::optional(100));
}

QTEST_GUILESS_MAIN(RolloutPhaseTest)
#include "rolloutphase_test.moc"
