// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/verification.h"

#include <QTest>

using namespace signalbox;

/// Each kind of verification against snapshots and readings. Unknown never holds.
class VerificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objects_data();
    void objects();
    void measured_data();
    void measured();
    void withoutServer_data();
    void withoutServer();
    void oldFactsProveNothing();
    void writes_data();
    void writes();
};

static Release rolledBack()
{
    Release release;
    release.source.freshness = Freshness::Live;
    release.strategy = RolloutStrategy::Canary;
    release.state = ReleaseState::RolledBack;
    release.currentHash = QStringLiteral("new");
    release.stableHash = QStringLiteral("old");
    release.desiredReplicas = 3;
    release.aborted = true;
    release.stepIndex = 0;
    Revision stable;
    stable.hash = QStringLiteral("old");
    stable.available = 3;
    release.revisions = {stable};
    return release;
}

static Verification wanted(VerifyKind kind, const QString &hash = {}, int number = 0)
{
    Verification verification;
    verification.kind = kind;
    verification.hash = hash;
    verification.number = number;
    verification.limit = 0.01;
    return verification;
}

using Change = std::function<void(Release &)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(signalbox::ValueProblem)

void VerificationTest::objects_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<int>("number");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, VerifyKind kind, const char *hash, int number, Change change,
                        bool holds) {
        QTest::newRow(name) << int(kind) << QString::fromLatin1(hash) << number << std::move(change) << holds;
    };
    const Change none = [](Release &) {};
    row("aborted and acted on", VerifyKind::Aborted, "", 0, none, true);
    row(
        "flag alone", VerifyKind::Aborted, "", 0, [](Release &r) { r.state = ReleaseState::Advancing; },
        false);
    row("spec of another hash", VerifyKind::SpecObserved, "old", 0, none, false);
    row(
        "spec observed", VerifyKind::SpecObserved, "old", 0,
        [](Release &r) { r.currentHash = QStringLiteral("old"); }, true);
    row(
        "hash right, generation not seen", VerifyKind::SpecObserved, "old", 0,
        [](Release &r) {
            r.currentHash = QStringLiteral("old");
            r.specObserved = false;
        },
        false);
    row("ready", VerifyKind::ReadyReplicas, "old", 0, none, true);
    row(
        "one missing", VerifyKind::ReadyReplicas, "old", 0, [](Release &r) { r.desiredReplicas = 4; }, false);
    row("revision gone", VerifyKind::ReadyReplicas, "x", 0, none, false);
    row("step 0 is not above -1 while aborted", VerifyKind::StepAdvanced, "", -1, none, false);
    row(
        "step advanced", VerifyKind::StepAdvanced, "", 1,
        [](Release &r) {
            r.aborted = false;
            r.stepIndex = 2;
        },
        true);
    row(
        "step the same", VerifyKind::StepAdvanced, "", 2,
        [](Release &r) {
            r.aborted = false;
            r.stepIndex = 2;
        },
        false);
    row(
        "no step at all", VerifyKind::StepAdvanced, "", 0,
        [](Release &r) {
            r.aborted = false;
            r.stepIndex.reset();
        },
        false);
    row(
        "healthy is past every step", VerifyKind::StepAdvanced, "", 9,
        [](Release &r) { r.state = ReleaseState::Healthy; }, true);
    row(
        "paused by hand", VerifyKind::Paused, "", 0, [](Release &r) { r.manuallyPaused = true; }, true);
    row("not paused", VerifyKind::NotPaused, "", 0, none, true);
    row(
        "controller pause counts", VerifyKind::NotPaused, "", 0,
        [](Release &r) { r.pause.kind = PauseKind::Step; }, false);
    row(
        "controller pause may stay", VerifyKind::NotPaused, "", 1,
        [](Release &r) { r.pause.kind = PauseKind::Step; }, true);
    row(
        "healthy but unseen", VerifyKind::StateHealthy, "", 0,
        [](Release &r) {
            r.state = ReleaseState::Healthy;
            r.specObserved = false;
        },
        false);
    row("still aborted", VerifyKind::NotAborted, "", 0, none, false);
    row(
        "stable by now", VerifyKind::Promoted, "new", 0,
        [](Release &r) { r.stableHash = QStringLiteral("new"); }, true);
    row("still on its way", VerifyKind::Promoted, "new", 0, none, false);
    row(
        "stable, spec not seen", VerifyKind::Promoted, "old", 0, [](Release &r) { r.specObserved = false; },
        false);
    row("analysis gone", VerifyKind::AnalysisTerminated, "run", 0, none, true);
    row(
        "analysis runs", VerifyKind::AnalysisTerminated, "run", 0,
        [](Release &r) {
            AnalysisRunRow run;
            run.meta.name = QStringLiteral("run");
            run.phase = QStringLiteral("Running");
            r.analysisRuns = {run};
        },
        false);
    row("restart not done", VerifyKind::RestartDone, "2026-08-21T10:00:00Z", 0, none, false);
}

void VerificationTest::objects()
{
    QFETCH(int, kind);
    QFETCH(QString, hash);
    QFETCH(int, number);
    QFETCH(Change, change);
    QFETCH(bool, holds);
    Release release = rolledBack();
    change(release);
    const Finding finding =
        verify(wanted(VerifyKind(kind), hash, number), {&release, true, true, false, {}, {}});
    QCOMPARE(finding.holds, holds);
    QVERIFY(!finding.observations.isEmpty());
}

void VerificationTest::measured_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("number");
    QTest::addColumn<double>("value");
    QTest::addColumn<ValueProblem>("problem");
    QTest::addColumn<bool>("holds");
    QTest::addColumn<QString>("says"); // args joined
    const auto row = [](const char *name, VerifyKind kind, double value, ValueProblem problem, bool holds,
                        const char *says) {
        QTest::newRow(name) << int(kind) << 99 << value << problem << holds << QString::fromLatin1(says);
    };
    const auto none = ValueProblem::None;
    row("share at the goal", VerifyKind::TrafficShare, 99, none, true, "99,99");
    row("share below", VerifyKind::TrafficShare, 98.95, none, false, "98.95,99");
    row("errors at the limit", VerifyKind::ErrorRate, 0.01, none, true, "1,1");
    row("errors above", VerifyKind::ErrorRate, 0.0125, none, false, "1.25,1");
    row("latency", VerifyKind::Latency, 0.009, none, true, "9,10");
    for (const ValueProblem problem :
         {ValueProblem::NoData, ValueProblem::NotANumber, ValueProblem::Infinite, ValueProblem::Stale,
          ValueProblem::SeveralSeries, ValueProblem::Warnings, ValueProblem::NativeHistogram,
          ValueProblem::QueryFailed}) {
        QTest::addRow("problem %d", int(problem))
            << int(VerifyKind::ErrorRate) << 0 << 0.0 << problem << false << QString();
    }
}

void VerificationTest::measured()
{
    QFETCH(int, kind);
    QFETCH(int, number);
    QFETCH(double, value);
    QFETCH(ValueProblem, problem);
    QFETCH(bool, holds);
    QFETCH(QString, says);
    const Release release = rolledBack();
    Reading reading;
    reading.problem = problem;
    if (problem == ValueProblem::None) {
        reading.value = value;
    }
    const Finding finding = verify(wanted(VerifyKind(kind), QStringLiteral("old"), number),
                                   {&release, true, true, true, reading, {}});
    QCOMPARE(finding.holds, holds);
    QCOMPARE(finding.unavailable, problem != ValueProblem::None);
    if (problem == ValueProblem::None) {
        QCOMPARE(finding.observations.first().args.join(QLatin1Char(',')), says);
    } else {
        QCOMPARE(finding.observations.first().code, MessageCode::MeasurementUnavailable);
    }
}

void VerificationTest::withoutServer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("holds");
    QTest::newRow("nothing reported") << int(VerifyKind::TrafficShare) << Change([](Release &) {}) << false;
    QTest::newRow("reported 0 % canary")
        << int(VerifyKind::TrafficShare) << Change([](Release &r) { r.weights.reported = 0; }) << true;
    QTest::newRow("route disagrees") << int(VerifyKind::TrafficShare) << Change([](Release &r) {
        r.weights.reported = 0;
        r.weights.routed = 20;
    }) << false;
    QTest::newRow("blue/green selector") << int(VerifyKind::TrafficShare) << Change([](Release &r) {
        r.strategy = RolloutStrategy::BlueGreen;
        r.activeSelectorHash = QStringLiteral("old");
    }) << true;
    QTest::newRow("blue/green still on the other") << int(VerifyKind::TrafficShare) << Change([](Release &r) {
        r.strategy = RolloutStrategy::BlueGreen;
        r.activeSelectorHash = QStringLiteral("new");
    }) << false;
    QTest::newRow("health by readiness") << int(VerifyKind::ErrorRate) << Change([](Release &) {}) << true;
    QTest::newRow("health, pods missing")
        << int(VerifyKind::Latency) << Change([](Release &r) { r.revisions[0].available = 1; }) << false;
}

void VerificationTest::withoutServer()
{
    QFETCH(int, kind);
    QFETCH(Change, change);
    QFETCH(bool, holds);
    Release release = rolledBack();
    change(release);
    const Finding finding =
        verify(wanted(VerifyKind(kind), QStringLiteral("old"), 99), {&release, true, true, false, {}, {}});
    QCOMPARE(finding.holds, holds);
    QCOMPARE(finding.observations.last().code, MessageCode::MeasurementUnavailable); // said either way
}

void VerificationTest::oldFactsProveNothing()
{
    Release release = rolledBack();
    const Verification aborted = wanted(VerifyKind::Aborted);
    QVERIFY(verify(aborted, {&release, true, true, false, {}, {}}).holds);
    QVERIFY(!verify(aborted, {&release, false, true, false, {}, {}}).holds);
    QVERIFY(!verify(aborted, {nullptr, true, true, false, {}, {}}).holds);
    release.source.freshness = Freshness::Stale;
    QVERIFY(!verify(aborted, {&release, true, true, false, {}, {}}).holds);
    release.source.freshness = Freshness::Live;
    const Verification anySpec = wanted(VerifyKind::SpecObserved);
    QVERIFY(verify(anySpec, {&release, true, true, false, {}, {}}).holds);
    QVERIFY(!verify(anySpec, {&release, true, false, false, {}, {}}).holds); // the write was never answered
}

void VerificationTest::writes_data()
{
    QTest::addColumn<QString>("snapshot");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("included");
    const auto row = [](const char *name, const char *snapshot, const char *after, const char *before,
                        bool included) {
        QTest::newRow(name) << QString::fromLatin1(snapshot) << QString::fromLatin1(after)
                            << QString::fromLatin1(before) << included;
    };
    row("nothing written", "5", "", "", true);
    row("the very version", "7", "7", "5", true);
    row("later", "10", "9", "5", true);
    row("noise from before", "6", "7", "5", false);
    row("opaque, moved", "c", "b", "a", true);
    row("opaque, not moved", "a", "b", "a", false);
}

void VerificationTest::writes()
{
    QFETCH(QString, snapshot);
    QFETCH(QString, after);
    QFETCH(QString, before);
    QFETCH(bool, included);
    QCOMPARE(includesWrite(snapshot, after, before), included);
}

QTEST_GUILESS_MAIN(VerificationTest)
#include "verification_test.moc"
