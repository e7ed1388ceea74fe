// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/actionname.h"
#include "models/domain/policy.h"
#include "models/domain/releasederivation.h"
#include "tests/support/rowbuilders.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

using Codes = QVector<MessageCode>;
using Kind = ActionKind;
using Code = MessageCode;

const QVector<Kind> everyAction{Kind::Promote,
                                Kind::PromoteFully,
                                Kind::Pause,
                                Kind::Resume,
                                Kind::Abort,
                                Kind::Retry,
                                Kind::Undo,
                                Kind::RollBack,
                                Kind::Restart,
                                Kind::SetImage,
                                Kind::TerminateAnalysis};

Release rollout(const RolloutRow &row, const QVector<AnalysisRunRow> &runs = {})
{
    const ReplicaSetRow older = replicaSet(row.meta.uid, QStringLiteral("older"), 1, 0);
    const ReplicaSetRow stable = replicaSet(row.meta.uid, QStringLiteral("old"), 2, 4);
    const ReplicaSetRow fresh = replicaSet(row.meta.uid, QStringLiteral("new"), 3, 1);
    ReleaseFacts facts;
    facts.replicaSets = {&older, &stable};
    if (row.currentPodHash == QStringLiteral("new")) {
        facts.replicaSets.append(&fresh);
    }
    for (const auto &run : runs) {
        facts.analysisRuns.append(&run);
    }
    facts.now = at(10, 0, 30);
    Release release = deriveRollout(ClusterId(QStringLiteral("prod")), row, facts);
    release.source.freshness = Freshness::Live;
    return release;
}

Release deployment(const DeploymentRow &row)
{
    const ReplicaSetRow one = replicaSet(row.meta.uid, QStringLiteral("one"), 1, 0);
    const ReplicaSetRow two = replicaSet(row.meta.uid, QStringLiteral("two"), 2, 3);
    ReleaseFacts facts;
    facts.replicaSets = {&one, &two};
    Release release = deriveDeployment(ClusterId(QStringLiteral("prod")), row, facts);
    release.source.freshness = Freshness::Live;
    return release;
}

/// Everything is allowed.
PolicyContext contextFor(const Release &release)
{
    PolicyContext context;
    context.now = at(10, 0, 30);
    context.connected = true;
    for (const Kind kind : everyAction) {
        for (const auto &query : accessNeeded(kind, release)) {
            context.access.insert(query, Access::Allowed);
        }
    }
    return context;
}

Codes codesOf(const QVector<Message> &messages)
{
    Codes codes;
    for (const auto &message : messages) {
        codes.append(message.code);
    }
    return codes;
}

RolloutRow changed(RolloutRow row, const std::function<void(RolloutRow &)> &change)
{
    change(row);
    return row;
}

} // namespace

class PolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applicability_data();
    void applicability();
    void circumstances_data();
    void circumstances();
    void aDeniedRightIsNamed();
    void anUnknownRightIsOfferedWithANote();
    void freshness_data();
    void freshness();
    void accessNeededForEach_data();
    void accessNeededForEach();
    void target_data();
    void target();
    void holds_data();
    void holds();
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

void PolicyTest::aDeniedRightIsNamed()
{
    const Release release = rollout(pausedCanary());
    for (const Kind kind : everyAction) {
        const auto needed = accessNeeded(kind, release);
        for (const auto &query : needed) {
            PolicyContext context = contextFor(release);
            context.access.insert(query, Access::Denied);
            const Decision decision = decide(kind, release, context);
            QVERIFY(!decision.allowed);
            const QString resource = query.subresource.isEmpty()
                                         ? query.resource
                                         : query.resource + QLatin1Char('/') + query.subresource;
            QVERIFY(decision.reasons.contains(Message{Code::NoPermission, {query.verb, resource}}));
        }
    }
}

void PolicyTest::anUnknownRightIsOfferedWithANote()
{
    const Release release = rollout(pausedCanary());
    PolicyContext context = contextFor(release);
    context.access.clear();
    const Decision decision = decide(Kind::Promote, release, context);
    QVERIFY(decision.allowed);
    QCOMPARE(decision.reasons,
             (QVector<Message>{
                 {Code::PermissionUnknown, {QStringLiteral("patch"), QStringLiteral("rollouts/status")}}}));
    // Where something else refuses, the note would only distract.
    context.connected = false;
    QCOMPARE(codesOf(decide(Kind::Promote, release, context).reasons), Codes{Code::NoConnection});
}

void PolicyTest::freshness_data()
{
    QTest::addColumn<Freshness>("freshness");
    QTest::addColumn<int>("age");
    QTest::addColumn<QStringList>("held"); ///< argument of FactsStale; empty list: not held
    QTest::newRow("live, long ago") << Freshness::Live << 9999 << QStringList();
    QTest::newRow("polling") << Freshness::Polling << 9999 << QStringList();
    QTest::newRow("just broken") << Freshness::Reconnecting << 60 << QStringList();
    QTest::newRow("broken for too long")
        << Freshness::Reconnecting << 61 << QStringList{QStringLiteral("61")};
    QTest::newRow("stale") << Freshness::Stale << 5 << QStringList{QStringLiteral("5")};
    QTest::newRow("forbidden") << Freshness::NoPermission << 5 << QStringList{QStringLiteral("5")};
    QTest::newRow("clock runs behind") << Freshness::Stale << -5 << QStringList{QStringLiteral("0")};
}

void PolicyTest::freshness()
{
    QFETCH(Freshness, freshness);
    QFETCH(int, age);
    QFETCH(QStringList, held);
    Release release = rollout(pausedCanary());
    const PolicyContext context = contextFor(release);
    release.source.freshness = freshness;
    release.source.since = context.now.addSecs(-age);
    const Decision decision = decide(Kind::Promote, release, context);
    QCOMPARE(decision.allowed, held.isEmpty());
    if (!held.isEmpty()) {
        QCOMPARE(decision.reasons, (QVector<Message>{{Code::FactsStale, held}}));
    }
}

void PolicyTest::accessNeededForEach_data()
{
    QTest::addColumn<Release>("release");
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<QStringList>("needed"); ///< verb resource[/subresource] name
    const QString status = QStringLiteral("patch rollouts/status cart");
    const QString spec = QStringLiteral("patch rollouts cart");
    const QString sets = QStringLiteral("list replicasets ");
    const Release canary = rollout(pausedCanary());
    const Release byHand = rollout(changed(pausedCanary(), [](auto &row) { row.paused = true; }));
    const Release referring = rollout(changed(pausedCanary(), [](auto &row) {
        row.workloadRefKind = QStringLiteral("Deployment");
        row.workloadRefName = QStringLiteral("base");
    }));
    const QString base = QStringLiteral("patch deployments base");
    const QString web = QStringLiteral("patch deployments web");
    const Release plain = deployment(healthyDeployment());
    QTest::newRow("promote") << canary << Kind::Promote << QStringList{status};
    QTest::newRow("promote, paused by hand") << byHand << Kind::Promote << QStringList{status, spec};
    QTest::newRow("fully") << byHand << Kind::PromoteFully << QStringList{status, spec};
    QTest::newRow("abort") << canary << Kind::Abort << QStringList{status};
    QTest::newRow("retry") << canary << Kind::Retry << QStringList{status};
    QTest::newRow("pause") << canary << Kind::Pause << QStringList{spec};
    QTest::newRow("resume") << canary << Kind::Resume << QStringList{spec};
    QTest::newRow("restart") << canary << Kind::Restart << QStringList{spec};
    QTest::newRow("undo") << canary << Kind::Undo << QStringList{spec, sets};
    QTest::newRow("undo elsewhere") << referring << Kind::Undo << QStringList{base, sets};
    QTest::newRow("image elsewhere") << referring << Kind::SetImage << QStringList{base};
    QTest::newRow("roll back") << canary << Kind::RollBack << QStringList{status, spec, sets};
    QTest::newRow("roll back a finished one")
        << rollout(healthyRollout()) << Kind::RollBack << QStringList{spec, sets};
    QTest::newRow("terminate") << canary << Kind::TerminateAnalysis
                               << QStringList{QStringLiteral("patch analysisruns ")};
    QTest::newRow("deployment restart") << plain << Kind::Restart << QStringList{web};
    QTest::newRow("deployment roll back") << plain << Kind::RollBack << QStringList{web, sets};
    QTest::newRow("deployment promote") << plain << Kind::Promote << QStringList{};
}

void PolicyTest::accessNeededForEach()
{
    QFETCH(Release, release);
    QFETCH(ActionKind, kind);
    QStringList needed;
    for (const auto &query : accessNeeded(kind, release)) {
        QCOMPARE(query.namespaceName, QStringLiteral("shop"));
        const QString resource = query.subresource.isEmpty()
                                     ? query.resource
                                     : query.resource + QLatin1Char('/') + query.subresource;
        needed.append(query.verb + QLatin1Char(' ') + resource + QLatin1Char(' ') + query.name);
    }
    QTEST(needed, "needed");
}

void PolicyTest::target_data()
{
    QTest::addColumn<Release>("release");
    QTest::addColumn<QString>("hash");
    QTest::newRow("under way: the stable one") << rollout(pausedCanary()) << QStringLiteral("old");
    QTest::newRow("finished: the one before") << rollout(healthyRollout()) << QStringLiteral("older");
    Release release = rollout(pausedCanary());
    release.revisions.erase(
        std::remove_if(release.revisions.begin(), release.revisions.end(),
                       [](const auto &each) { return each.hash == QStringLiteral("old"); }),
        release.revisions.end());
    QTest::newRow("stable is gone") << release << QString();
    release = rollout(healthyRollout());
    release.revisions.resize(1);
    QTest::newRow("only one") << release << QString();
    QTest::newRow("nothing known") << Release() << QString();
    // Numbers move: after a rollback the old ReplicaSet carries the highest one.
    release = rollout(healthyRollout());
    release.revisions.first().number = 9;
    QTest::newRow("after a rollback") << release << QStringLiteral("older");
}

void PolicyTest::target()
{
    QFETCH(Release, release);
    const Revision *target = rollbackTarget(release);
    QTEST(target == nullptr ? QString() : target->hash, "hash");
    const Decision decision = decide(Kind::RollBack, release, contextFor(release));
    QCOMPARE(decision.allowed, target != nullptr);
    QCOMPARE(codesOf(decision.reasons), target != nullptr ? Codes{} : Codes{Code::NoRollbackTarget});
}

void PolicyTest::holds_data()
{
    QTest::addColumn<Release>("release");
    QTest::addColumn<QVector<Message>>("expected");
    using Messages = QVector<Message>;
    const QString uid = QStringLiteral("u-cart");
    const auto run = [&](const QString &name, const QString &phase, const QString &type, int minute) {
        AnalysisRunRow row = analysisRun(uid, name, phase);
        row.rolloutType = type;
        row.meta.created = at(10, minute);
        return row;
    };
    const QString step = QStringLiteral("Step");
    const QString background = QStringLiteral("Background");
    const QString name = QStringLiteral("run");
    const Message bake{Code::BakeNotDone, {QStringLiteral("30")}};
    QTest::newRow("finished") << rollout(healthyRollout()) << Messages{};
    QTest::newRow("bake time") << rollout(pausedCanary()) << Messages{bake};
    QTest::newRow("a person") << rollout(changed(pausedCanary(), [](auto &row) { row.currentStepIndex = 3; }))
                              << Messages{{Code::WaitsForPerson, {}}};
    QTest::newRow("blue/green") << rollout(blueGreenRollout()) << Messages{{Code::WaitsForPerson, {}}};
    QTest::newRow("by hand") << rollout(changed(pausedCanary(), [](auto &row) {
        row.paused = true;
        row.pauseConditions.clear();
    })) << Messages{{Code::ManuallyPaused, {}}};
    QTest::newRow("inconclusive") << rollout(changed(pausedCanary(), [](auto &row) {
        row.pauseConditions = {{QStringLiteral("InconclusiveAnalysisRun"), at(10, 0)}};
    })) << Messages{{Code::AnalysisInconclusive, {}}};
    QTest::newRow("aborted") << rollout(changed(pausedCanary(), [](auto &row) {
        row.abort = true;
        row.pauseConditions.clear();
    })) << Messages{{Code::AlreadyAborted, {}}};
    QTest::newRow("analysis runs") << rollout(pausedCanary(), {run(name, QStringLiteral("Running"), step, 0)})
                                   << Messages{bake, {Code::AnalysisRunning, {name}}};
    QTest::newRow("background analysis holds nothing")
        << rollout(pausedCanary(), {run(name, QStringLiteral("Running"), background, 0)}) << Messages{bake};
    QTest::newRow("background analysis failed")
        << rollout(pausedCanary(), {run(name, QStringLiteral("Error"), background, 0)})
        << Messages{bake, {Code::AnalysisFailed, {name}}};
    QTest::newRow("an older failure is history")
        << rollout(pausedCanary(), {run(QStringLiteral("was"), QStringLiteral("Failed"), step, 0),
                                    run(name, QStringLiteral("Successful"), step, 1)})
        << Messages{bake};
    Release release = rollout(pausedCanary());
    for (auto &revision : release.revisions) {
        revision.ready = 0;
    }
    QTest::newRow("pods") << release
                          << Messages{bake, {Code::PodsNotReady, {QStringLiteral("0"), QStringLiteral("1")}}};
    release = rollout(changed(pausedCanary(), [](auto &row) { row.pauseConditions[0].start = at(9, 59); }));
    QTest::newRow("bake time is over") << release << Messages{};
}

void PolicyTest::holds()
{
    QFETCH(Release, release);
    QTEST(holdsNextStep(release, contextFor(release)), "expected");
    PolicyContext busy = contextFor(release);
    busy.running = Kind::Abort;
    const Message running{Code::OperationRunning, {QStringLiteral("Abort")}};
    QCOMPARE(holdsNextStep(release, busy).contains(running), release.inProgress());
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
