// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/workspace.h"
#include "app/settings/settings.h"
#include "backends/api/whenfinished.h"
#include "backends/ledger/sqlitedecisionledger.h"
#include "models/domain/releasegates.h"
#include "models/stores/planlibrary.h"
#include "tests/support/drillchild.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

constexpr int patience = 60000; // a loaded machine, a real Prometheus

}

/// The shop of the drill with its release plan and the embedded ledger: one person plays everybody who has to
/// agree before the canary goes past 25 %.
class DrillDecisionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void thePlanComesFromTheCluster();
    void nothingMovesUnapproved();
    void machineChecksPass();
    void peopleAgree();
    void thePromotionUsesItUp();

private:
    [[nodiscard]] DecisionDesk &desk() { return m_workspace->decisions(); }
    [[nodiscard]] const DecisionView &view() { return desk().view(); }
    [[nodiscard]] ReleaseKey key() const
    {
        return {ClusterId(m_drill.contextOf(QStringLiteral("admin"))), QStringLiteral("shop"),
                QStringLiteral("checkout"), ReleaseKind::Rollout};
    }
    void be(const char *person)
    {
        Actor actor;
        actor.id = QString::fromLatin1(person);
        desk().setActor(actor);
    }
    [[nodiscard]] bool done(const QFuture<Result<Done>> &future)
    {
        const bool answered = QTest::qWaitFor([&] { return future.isFinished(); }, patience);
        if (answered && !future.result()) {
            qWarning("refused: %s %s", qPrintable(future.result().error().reason),
                     qPrintable(future.result().error().detail));
        }
        return answered && future.result();
    }
    [[nodiscard]] ReleaseOperation *promote();

    DrillChild m_drill;
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
};

void DrillDecisionsTest::initTestCase()
{
    const QString problem =
        m_drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"), QStringLiteral("60")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    WorkspaceOptions options;
    options.kubeconfig = m_drill.kubeconfig();
    options.prometheus = m_drill.prometheus();
    options.alertmanager = m_drill.alertmanager();
    options.dataDirectory = m_folder.path();
    options.rehearsal = true;
    m_workspace = std::make_unique<Workspace>(*m_settings, options);
    QVERIFY(m_workspace->open(key().cluster.value()));
    desk().show(key());
}

void DrillDecisionsTest::cleanupTestCase()
{
    m_workspace.reset();
}

void DrillDecisionsTest::thePlanComesFromTheCluster()
{
    QTRY_VERIFY_WITH_TIMEOUT(view().plan != nullptr, patience);
    QCOMPARE(view().plan->id, QStringLiteral("shop"));
    QCOMPARE(view().plan->steps.at(1).minimumSoak, std::chrono::seconds(10)); // ten minutes at speed 60
    QTRY_COMPARE_WITH_TIMEOUT(view().actor.id, QStringLiteral("lin"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(view().readAt.isValid() && view().identity.grants.size() == 6, patience);
    QCOMPARE(view().guardsNext, (QStringList{QStringLiteral("past-25"), QStringLiteral("go-past-25")}));
}

ReleaseOperation *DrillDecisionsTest::promote()
{
    ActionRequest request;
    request.kind = ActionKind::Promote;
    request.release = key();
    const auto plan = m_workspace->desk().prepare(request);
    if (!QTest::qWaitFor([&] { return plan.isFinished(); }, patience) || !plan.result()) {
        return nullptr;
    }
    return m_workspace->desk().start(*plan.result(), QStringLiteral("rehearsal"));
}

void DrillDecisionsTest::nothingMovesUnapproved()
{
    const Decision decision = m_workspace->desk().decision(ActionKind::Promote, key());
    QVERIFY(!decision.allowed);
    ReleaseOperation *operation = promote();
    QVERIFY(operation);
    QTRY_COMPARE_WITH_TIMEOUT(operation->status().phase, OperationPhase::Failed, patience);
    QCOMPARE(presentWeight(*m_workspace->fleet().release(key())), 25);
}

void DrillDecisionsTest::machineChecksPass()
{
    desk().check(QStringLiteral("before-50"));
    const auto passed = [this] {
        int count = 0;
        for (const CheckState &item : view().checklists.at(0).state.items) {
            count += item.machine && item.machine->result == CheckResult::Pass;
        }
        return count;
    };
    const auto tell = qScopeGuard([this] {
        for (const CheckState &item : view().checklists.at(0).state.items) {
            if (!item.machine || item.machine->result != CheckResult::Pass) {
                qInfo("%s: %s %s", qPrintable(item.item),
                      qPrintable(item.machine ? item.machine->code : QString()),
                      qPrintable(item.machine ? item.machine->args.join(QLatin1Char('|')) : QString()));
            }
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(passed(), 6, patience);
}

void DrillDecisionsTest::peopleAgree()
{
    const QString list = QStringLiteral("before-50");
    for (const char *item : {"latency", "team-in-place", "support-informed"}) {
        QVERIFY(done(desk().attest(list, QLatin1String(item), CheckResult::Pass, QStringLiteral("seen"), {})));
    }
    QVERIFY(view().checklists.at(0).state.complete);
    QVERIFY(done(desk().openGate(QStringLiteral("past-25"), GateClass::Normal, QStringLiteral("rehearsal"))));
    const QString gate = view().gates.at(0).gate->id;
    be("chen");
    QVERIFY(done(desk().vote(gate, QStringLiteral("tech"), VoteChoice::Approve, {})));
    be("mei");
    QVERIFY(done(desk().vote(gate, QStringLiteral("quality"), VoteChoice::Approve, {})));
    QCOMPARE(view().gates.at(0).state, GateState::Approved);
    be("lin");
    QVERIFY(done(desk().openPoll(QStringLiteral("go-past-25"))));
    const QString poll = view().polls.at(0).poll->id;
    be("mei");
    QVERIFY(done(desk().answerPoll(poll, QStringLiteral("quality"), StationAnswer::Go, {}, {})));
    be("ann");
    QVERIFY(done(desk().answerPoll(poll, QStringLiteral("operations"), StationAnswer::Go, {}, {})));
    be("wei");
    QVERIFY(done(desk().announce(poll, PollVerdict::Go, {})));
    QCOMPARE(view().polls.at(0).state, PollState::Armed);
}

void DrillDecisionsTest::thePromotionUsesItUp()
{
    be("lin");
    const auto tell = qScopeGuard([this] {
        for (const InterlockHold &hold : view().nextStep.holds) {
            qInfo("held by %s: %s", qPrintable(interlockId(hold.rule)),
                  qPrintable(hold.reason.args.join(QLatin1Char('|'))));
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(view().nextStep.allowed(), patience);
    ReleaseOperation *operation = promote();
    QVERIFY(operation);
    QTRY_VERIFY_WITH_TIMEOUT(!operation->isRunning(), patience);
    QCOMPARE(operation->status().phase, OperationPhase::Succeeded);
    QVERIFY(operation->status().fencingToken);
    QTRY_VERIFY_WITH_TIMEOUT(presentWeight(*m_workspace->fleet().release(key())) >= 50, patience);
    // What another desk reads from the same ledger.
    const auto other = makeSqliteDecisionLedger(m_folder.filePath(QStringLiteral("drill")),
                                                QStringLiteral("auditor"), m_workspace->clock());
    const auto facts = other->read(view().run.id());
    QTRY_VERIFY_WITH_TIMEOUT(facts.isFinished(), patience);
    QVERIFY(facts.result());
    QCOMPARE(facts.result()->gates.constFirst().end->state, GateState::Consumed);
    QCOMPARE(facts.result()->gates.constFirst().end->by, QStringLiteral("lin"));
    QCOMPARE(facts.result()->polls.constFirst().end->state, PollState::Consumed);
}

QTEST_MAIN(DrillDecisionsTest)
#include "drilldecisions_test.moc"
