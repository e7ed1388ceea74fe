// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/actionname.h"
#include "tests/domain/policyfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class PolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applicability_data();
    void applicability();
    void circumstances_data();
    void circumstances();
    void namesOfActions();

private:
    static void addRow(const char *name, const Release &release, const QHash<Kind, Code> &refused);
};

/// One situation: what is refused with which first reason; every other action must be allowed.
void PolicyTest::addRow(const char *name, const Release &release, const QHash<Kind, Code> &refused)
{
    for (const Kind kind : everyAction) {
        const auto found = refused.constFind(kind);
        const Codes expected = found == refused.cend() ? Codes{} : Codes{*found};
        QTest::addRow("%s: %s", name, qPrintable(actionName(kind))) << release << kind << expected;
    }
}

void PolicyTest::applicability_data()
{
    QTest::addColumn<Release>("release");
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<Codes>("reasons");
    const AnalysisRunRow running =
        analysisRun(QStringLiteral("u-cart"), QStringLiteral("run"), QStringLiteral("Running"));
    addRow("healthy canary", rollout(healthyRollout()),
           {{Kind::Promote, Code::NothingToPromote},
            {Kind::PromoteFully, Code::NothingToPromote},
            {Kind::Resume, Code::NotPaused},
            {Kind::Abort, Code::NothingToPromote},
            {Kind::Retry, Code::NotAborted},
            {Kind::TerminateAnalysis, Code::NoAnalysisRunning}});
    addRow("canary at a pause", rollout(pausedCanary(), {running}),
           {{Kind::Resume, Code::NotPaused}, {Kind::Retry, Code::NotAborted}});
    addRow("step zero",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.phase = QStringLiteral("Progressing");
                               row.currentStepIndex = 0;
                               row.pauseConditions.clear();
                               row.controllerPause = false;
                           })),
           {{Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted},
            {Kind::TerminateAnalysis, Code::NoAnalysisRunning}});
    addRow("all steps done",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.phase = QStringLiteral("Progressing");
                               row.currentStepIndex = 5;
                               row.pauseConditions.clear();
                               row.controllerPause = false;
                           })),
           {{Kind::Promote, Code::NothingToPromote},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted},
            {Kind::TerminateAnalysis, Code::NoAnalysisRunning}});
    addRow("paused by hand",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.paused = true;
                               row.pauseConditions.clear();
                               row.controllerPause = false;
                           }),
                   {running}),
           {{Kind::Pause, Code::AlreadyPaused}, {Kind::Retry, Code::NotAborted}});
    addRow("aborted",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.phase = QStringLiteral("Degraded");
                               row.abort = true;
                               row.pauseConditions.clear();
                           })),
           {{Kind::Promote, Code::AlreadyAborted},
            {Kind::PromoteFully, Code::AlreadyAborted},
            {Kind::Abort, Code::AlreadyAborted},
            {Kind::Resume, Code::NotPaused},
            {Kind::TerminateAnalysis, Code::NoAnalysisRunning}});
    addRow("deadline exceeded",
           rollout(changed(pausedCanary(), [](auto &row) { row.phase = QStringLiteral("Degraded"); }),
                   {running}),
           {{Kind::Promote, Code::PhaseForbids},
            {Kind::PromoteFully, Code::PhaseForbids},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted}});
    addRow("unknown phase",
           rollout(changed(pausedCanary(), [](auto &row) { row.phase = QStringLiteral("Odd"); }), {running}),
           {{Kind::Promote, Code::PhaseForbids},
            {Kind::PromoteFully, Code::PhaseForbids},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted}});
    addRow("spec not observed",
           rollout(changed(pausedCanary(), [](auto &row) { row.meta.generation = 9; }), {running}),
           {{Kind::Promote, Code::SpecNotObserved},
            {Kind::PromoteFully, Code::SpecNotObserved},
            {Kind::Abort, Code::SpecNotObserved},
            {Kind::Retry, Code::SpecNotObserved},
            {Kind::Resume, Code::NotPaused}});
    addRow("promoting fully",
           rollout(changed(pausedCanary(), [](auto &row) { row.promoteFull = true; }), {running}),
           {{Kind::Promote, Code::NothingToPromote},
            {Kind::PromoteFully, Code::NothingToPromote},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted}});
    addRow("canary without steps",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.phase = QStringLiteral("Progressing");
                               row.steps.clear();
                               row.pauseConditions.clear();
                               row.controllerPause = false;
                           }),
                   {running}),
           {{Kind::Promote, Code::NoStrategySteps},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted}});
    addRow("blue/green waiting", rollout(blueGreenRollout(), {running}),
           {{Kind::Resume, Code::NotPaused}, {Kind::Retry, Code::NotAborted}});
    addRow("blue/green not waiting",
           rollout(changed(blueGreenRollout(),
                           [](auto &row) {
                               row.phase = QStringLiteral("Progressing");
                               row.pauseConditions.clear();
                               row.controllerPause = false;
                           }),
                   {running}),
           {{Kind::Promote, Code::NothingToPromote},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted}});
    addRow("template elsewhere",
           rollout(changed(healthyRollout(),
                           [](auto &row) {
                               row.workloadRefKind = QStringLiteral("PodTemplate");
                               row.workloadRefName = QStringLiteral("web");
                           }),
                   {running}),
           {{Kind::Promote, Code::NothingToPromote},
            {Kind::PromoteFully, Code::NothingToPromote},
            {Kind::Abort, Code::NothingToPromote},
            {Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted},
            {Kind::Undo, Code::WorkloadRefUnsupported},
            {Kind::RollBack, Code::WorkloadRefUnsupported},
            {Kind::SetImage, Code::WorkloadRefUnsupported}});
    addRow("template elsewhere, under way: abort still moves traffic",
           rollout(changed(pausedCanary(),
                           [](auto &row) {
                               row.workloadRefKind = QStringLiteral("PodTemplate");
                               row.workloadRefName = QStringLiteral("web");
                           }),
                   {running}),
           {{Kind::Resume, Code::NotPaused},
            {Kind::Retry, Code::NotAborted},
            {Kind::Undo, Code::WorkloadRefUnsupported},
            {Kind::SetImage, Code::WorkloadRefUnsupported}});
    const QHash<Kind, Code> noEngine{{Kind::Promote, Code::NoStrategySteps},
                                     {Kind::PromoteFully, Code::NoStrategySteps},
                                     {Kind::Abort, Code::NoStrategySteps},
                                     {Kind::Retry, Code::NoStrategySteps},
                                     {Kind::TerminateAnalysis, Code::NoAnalysisRunning}};
    QHash<Kind, Code> refused = noEngine;
    refused.insert(Kind::Resume, Code::NotPaused);
    addRow("deployment", deployment(healthyDeployment()), refused);
    refused = noEngine;
    refused.insert(Kind::Pause, Code::AlreadyPaused);
    refused.insert(Kind::Undo, Code::DeploymentPaused);
    refused.insert(Kind::Restart, Code::DeploymentPaused);
    DeploymentRow paused = healthyDeployment();
    paused.paused = true;
    addRow("paused deployment", deployment(paused), refused);
}

void PolicyTest::applicability()
{
    QFETCH(Release, release);
    QFETCH(ActionKind, kind);
    QFETCH(Codes, reasons);
    const Decision decision = decide(kind, release, contextFor(release));
    QCOMPARE(codesOf(decision.reasons), reasons);
    QCOMPARE(decision.allowed, reasons.isEmpty());
}

void PolicyTest::circumstances_data()
{
    using Change = std::function<void(PolicyContext &, Release &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Codes>("forward"); ///< what holds a promotion
    QTest::addColumn<Codes>("back");    ///< what holds a rollback
    QTest::newRow("nothing") << Change([](auto &, auto &) {}) << Codes{} << Codes{};
    QTest::newRow("no connection") << Change([](auto &context, auto &) { context.connected = false; })
                                   << Codes{Code::NoConnection} << Codes{Code::NoConnection};
    QTest::newRow("stale") << Change(
                                  [](auto &, auto &release) { release.source.freshness = Freshness::Stale; })
                           << Codes{Code::FactsStale} << Codes{};
    QTest::newRow("read only") << Change([](auto &context, auto &) { context.readOnly = true; })
                               << Codes{Code::ReadOnlyCluster} << Codes{Code::ReadOnlyCluster};
    QTest::newRow("running") << Change([](auto &context, auto &) { context.running = Kind::Promote; })
                             << Codes{Code::OperationRunning} << Codes{Code::OperationRunning};
    QTest::newRow("spec not observed") << Change([](auto &, auto &release) { release.specObserved = false; })
                                       << Codes{Code::SpecNotObserved} << Codes{};
    QTest::newRow("several at once") << Change([](auto &context, auto &release) {
        context.connected = false;
        release.source.freshness = Freshness::Unreachable;
        release.aborted = true;
    }) << Codes{Code::NoConnection, Code::FactsStale, Code::AlreadyAborted}
                                     << Codes{Code::NoConnection};
}

void PolicyTest::circumstances()
{
    QFETCH(std::function<void(PolicyContext &, Release &)>, change);
    Release release = rollout(pausedCanary());
    PolicyContext context = contextFor(release);
    change(context, release);
    for (const auto &[kind, column] :
         {std::pair(Kind::Promote, "forward"), std::pair(Kind::RollBack, "back")}) {
        const Decision decision = decide(kind, release, context);
        QTEST(codesOf(decision.reasons), column);
        QCOMPARE(decision.allowed, decision.reasons.isEmpty());
    }
}

void PolicyTest::namesOfActions()
{
    QStringList seen;
    for (const Kind kind : everyAction) {
        const QString name = actionName(kind);
        QVERIFY(!name.isEmpty());
        QVERIFY(!seen.contains(name));
        seen.append(name);
        QCOMPARE(actionFromName(name), std::optional(kind));
    }
    QVERIFY(!actionFromName(QStringLiteral("Explode")).has_value());
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "policy_test.moc"
