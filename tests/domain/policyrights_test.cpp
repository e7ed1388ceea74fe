// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/policyfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// What rights, the age of the data, the target and holds allow.
class PolicyRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void PolicyRightsTest::aDeniedRightIsNamed()
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

void PolicyRightsTest::anUnknownRightIsOfferedWithANote()
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

void PolicyRightsTest::freshness_data()
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

void PolicyRightsTest::freshness()
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

void PolicyRightsTest::accessNeededForEach_data()
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

void PolicyRightsTest::accessNeededForEach()
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

void PolicyRightsTest::target_data()
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

void PolicyRightsTest::target()
{
    QFETCH(Release, release);
    const Revision *target = rollbackTarget(release);
    QTEST(target == nullptr ? QString() : target->hash, "hash");
    const Decision decision = decide(Kind::RollBack, release, contextFor(release));
    QCOMPARE(decision.allowed, target != nullptr);
    QCOMPARE(codesOf(decision.reasons), target != nullptr ? Codes{} : Codes{Code::NoRollbackTarget});
}

void PolicyRightsTest::holds_data()
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

void PolicyRightsTest::holds()
{
    QFETCH(Release, release);
    QTEST(holdsNextStep(release, contextFor(release)), "expected");
    PolicyContext busy = contextFor(release);
    busy.running = Kind::Abort;
    const Message running{Code::OperationRunning, {QStringLiteral("Abort")}};
    QCOMPARE(holdsNextStep(release, busy).contains(running), release.inProgress());
}

QTEST_GUILESS_MAIN(PolicyRightsTest)
#include "policyrights_test.moc"
