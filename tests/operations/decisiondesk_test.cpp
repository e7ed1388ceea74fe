// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/checkrunner.h"
#include "tests/operations/decisionfakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

bool has(const QVector<Message> &messages, MessageCode code)
{
    return std::any_of(messages.cbegin(), messages.cend(),
                       [code](const Message &message) { return message.code == code; });
}

QByteArray bindingJson(const char *action)
{
    return QByteArray("{\"spec\":{\"policyName\":\"signalbox-gated-rollouts\",\"validationActions\":[\"") +
           action + "\"]}}";
}

const QString bindingPath = QStringLiteral(
    "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings/signalbox-gated-rollouts");
const QString policyPath = QStringLiteral(
    "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/signalbox-gated-rollouts");
const QString rolloutPath = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/cart");

} // namespace

/// A governed release on screen, from the first look to the promotion, and everything that can get in the
/// way.
class DecisionDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aGovernedReleaseWaits();
    void theWholePath();
    void unknownEvidenceHolds();
    void staleEvidenceVoidsWhatRestsOnIt();
    void checksRunAgainWhileAGateIsOpen();
    void anotherPlanSupersedesAnOpenGate();
    void aFailingMetricIsAFailedItem();
    void ledgerDownHoldsForwardNotBack();
    void clockSkewHoldsAndRefuses();
    void anIncidentHolds_data();
    void anIncidentHolds();
    void enforcement_data();
    void enforcement();
    void theLastVoteTellsTheCluster();
    void aClusterThatRefusesTheAnnotationKeepsTheVote();
    void somebodyElsesLeaseHolds();
    void theIntentNamesTheFencingToken();
    void refusedConsumptionSendsNothing();
    void atMostSixProbesAtOnce();
    void automaticGateOpensBySamples();
    void withoutAPlanAllIsAsBefore();
    void unknownPlansHold();
    void anUnusablePlanHolds();

private:
    [[nodiscard]] bool done(const QFuture<Result<Done>> &future);
    [[nodiscard]] QString refusal(const QFuture<Result<Done>> &future);
    [[nodiscard]] bool startGoverned();
    [[nodiscard]] bool satisfyChecklists();
    [[nodiscard]] bool approveGate();
    [[nodiscard]] bool armPoll();
    [[nodiscard]] Decision promote() const { return m->operations.decision(ActionKind::Promote, m->key); }
    ReleaseOperation *run(ActionKind kind);
    std::unique_ptr<DecisionWorld> m;
};

void DecisionDeskTest::init()
{
    m = std::make_unique<DecisionWorld>();
}

void DecisionDeskTest::cleanup()
{
    m.reset();
}

bool DecisionDeskTest::done(const QFuture<Result<Done>> &future)
{
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
    if (answered && !future.result()) {
        qWarning("refused: %s %s", qPrintable(future.result().error().reason),
                 qPrintable(future.result().error().detail));
    }
    return answered && future.result();
}

QString DecisionDeskTest::refusal(const QFuture<Result<Done>> &future)
{
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
    return answered && !future.result() ? future.result().error().reason : QString();
}

bool DecisionDeskTest::startGoverned()
{
    if (!m->govern()) {
        return false;
    }
    m->start();
    return QTest::qWaitFor([this] {
        const DecisionView &view = m->desk->view();
        return view.plan && view.readAt.isValid() && view.actor.id == QLatin1String("lin") &&
               m->ledgerOfDecisions.grants.size() == 6 && !view.metrics.isEmpty() &&
               view.metrics.constFirst().canary.samples && view.identity.grants.size() == 6;
    });
}

bool DecisionDeskTest::satisfyChecklists()
{
    m->desk->check(QStringLiteral("machine"));
    m->desk->check(QStringLiteral("people"));
    const auto passed = [this](int list, int item) {
        return m->desk->view().checklists.at(list).state.items.at(item).machine.has_value();
    };
    if (!QTest::qWaitFor([&] { return passed(0, 0) && passed(0, 1) && passed(1, 0); })) {
        return false;
    }
    m->clock.advance(std::chrono::seconds(1)); // a confirmation is newer than what it confirms
    return done(m->desk->attest(QStringLiteral("people"), QStringLiteral("looked"), CheckResult::Pass,
                                QStringLiteral("seen"), {})) &&
           done(m->desk->attest(QStringLiteral("people"), QStringLiteral("team"), CheckResult::Pass,
                                QStringLiteral("all here"), {})) &&
           m->desk->view().checklists.at(1).state.complete;
}

bool DecisionDeskTest::approveGate()
{
    m->be("lin");
    if (!done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Normal, QStringLiteral("release")))) {
        return false;
    }
    const QString id = m->gate().gate->id;
    m->be("chen");
    const bool first = done(m->desk->vote(id, QStringLiteral("tech"), VoteChoice::Approve, {}));
    m->be("mei");
    const bool second = done(m->desk->vote(id, QStringLiteral("quality"), VoteChoice::Approve, {}));
    return first && second && m->gate().state == GateState::Approved;
}

bool DecisionDeskTest::armPoll()
{
    if (!done(m->desk->openPoll(QStringLiteral("go")))) {
        return false;
    }
    const QString id = m->poll().poll->id;
    m->be("mei");
    bool all = done(m->desk->answerPoll(id, QStringLiteral("quality"), StationAnswer::Go, {}, {}));
    m->be("ann");
    all = done(m->desk->answerPoll(id, QStringLiteral("operations"), StationAnswer::Go, {}, {})) && all;
    m->be("wei");
    all = done(m->desk->announce(id, PollVerdict::Go, {})) && all;
    m->be("lin");
    return all && m->poll().state == PollState::Armed;
}

ReleaseOperation *DecisionDeskTest::run(ActionKind kind)
{
    ActionPlan plan = kind == ActionKind::RollBack ? rollbackPlan(m->key) : promotePlan(m->key);
    plan.request.kind = kind;
    return m->operations.start(plan, QStringLiteral("test"));
}

void DecisionDeskTest::aGovernedReleaseWaits()
{
    QVERIFY(startGoverned());
    const DecisionView &view = m->desk->view();
    QCOMPARE(view.guardsNext, (QStringList{QStringLiteral("past-20"), QStringLiteral("go")}));
    QCOMPARE(view.calendar.state, CalendarState::Open);
    const Decision decision = promote();
    QVERIFY(!decision.allowed);
    QVERIFY(has(decision.reasons, MessageCode::GateNeeded));
    QVERIFY(has(decision.reasons, MessageCode::PollNeeded));
    QVERIFY(has(decision.reasons, MessageCode::InterlockEvidenceUnknown));
    QCOMPARE(m->gate().mayOpen, Refusal::CriteriaNotMet);
    QCOMPARE(m->gate().missing.size(), 1);
    QVERIFY(m->operations.decision(ActionKind::RollBack, m->key).allowed);
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_VERIFY(!operation->isRunning());
    QCOMPARE(operation->status().phase, OperationPhase::Failed);
    QVERIFY(m->backend.sent.isEmpty());
}

void DecisionDeskTest::theWholePath()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    QTRY_VERIFY(m->desk->view().nextStep.allowed());
    QVERIFY(promote().allowed);
    m->backend.onExecute = [this](int) -> Result<QString> {
        // Everything is used up before the first call leaves.
        const Decisions &facts = m->ledgerOfDecisions.runs[m->runId()];
        if (!facts.gates.constFirst().end || !facts.polls.constFirst().end) {
            return tl::unexpected(errorOf(ErrorCode::Protocol));
        }
        m->row.currentStepIndex = 3;
        m->show();
        return QString();
    };
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Succeeded);
    const Decisions &facts = m->ledgerOfDecisions.runs[m->runId()];
    QCOMPARE(facts.gates.constFirst().end->state, GateState::Consumed);
    QCOMPARE(facts.gates.constFirst().end->by, QStringLiteral("lin"));
    QCOMPARE(facts.polls.constFirst().end->state, PollState::Consumed);
    QVERIFY(m->ledgerOfDecisions.leases.isEmpty());
    QTRY_COMPARE(m->gate().state, GateState::Consumed);
}

void DecisionDeskTest::unknownEvidenceHolds()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    m->probes.result = CheckResult::Unknown;
    m->desk->check(QStringLiteral("machine"), QStringLiteral("nodes"));
    QTRY_VERIFY(has(promote().reasons, MessageCode::InterlockEvidenceUnknown));
    QVERIFY(!promote().allowed);
    QCOMPARE(m->gate().state, GateState::Approved); // for a moment, that voids nothing
}

void DecisionDeskTest::staleEvidenceVoidsWhatRestsOnIt()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    m->probes.hold = true;
    m->measured.slow = true;                    // nothing answers any more
    m->clock.advance(std::chrono::minutes(11)); // stale, and Unknown for longer than one freshness period
    QTRY_COMPARE(m->gate().state, GateState::Invalidated);
    QTRY_VERIFY(m->gate().gate->end); // recorded: later evidence does not bring it back
    QTRY_VERIFY(m->poll().poll->end);
    QCOMPARE(m->poll().state, PollState::Revoked);
    QVERIFY(!promote().allowed);
}

void DecisionDeskTest::checksRunAgainWhileAGateIsOpen()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    const int before = static_cast<int>(m->probes.ran.size());
    m->clock.advance(std::chrono::minutes(4));
    QTest::qWait(1200); // a tick: nothing rests on the lists yet
    QCOMPARE(m->probes.ran.size(), before);
    m->be("lin");
    QVERIFY(done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Normal, {})));
    QTRY_VERIFY(m->probes.ran.size() > before);
    QTRY_COMPARE(m->desk->view().checklists.at(0).state.items.at(0).machine->at, m->clock.nowUtc());
}

void DecisionDeskTest::anotherPlanSupersedesAnOpenGate()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    m->be("lin");
    QVERIFY(done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Normal, {})));
    QVERIFY(m->govern("weight: 50 %", "weight: 60 %"));
    m->plans.reload();
    QTRY_VERIFY(m->gate().gate && m->gate().gate->end);
    QCOMPARE(m->gate().state, GateState::Superseded);
}

void DecisionDeskTest::aFailingMetricIsAFailedItem()
{
    m->measured.values.insert(QStringLiteral("errors"), 0.02);
    QVERIFY(startGoverned());
    m->desk->check(QStringLiteral("machine"), QStringLiteral("errors"));
    const auto item = [this] { return m->desk->view().checklists.at(0).state.items.at(1); };
    QTRY_COMPARE(item().result, CheckResult::Fail);
    QCOMPARE(item().machine->code, QStringLiteral("promql-not-met"));
    m->measured.values.insert(QStringLiteral("samples"), 20);
    m->measured.values.insert(QStringLiteral("errors"), 0.001);
    m->desk->check(QStringLiteral("machine"), QStringLiteral("errors"));
    QTRY_COMPARE(item().machine->code, QStringLiteral("promql-few-samples"));
    QCOMPARE(item().result, CheckResult::Unknown);
}

void DecisionDeskTest::ledgerDownHoldsForwardNotBack()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    m->ledgerOfDecisions.setDown(true);
    QTRY_COMPARE(m->desk->view().reach, LedgerReach::Lost);
    QVERIFY(has(promote().reasons, MessageCode::InterlockLedgerDown));
    ReleaseOperation *forward = run(ActionKind::Promote);
    QTRY_COMPARE(forward->status().phase, OperationPhase::Failed);
    QCOMPARE(forward->status().steps.first().error->reason, QStringLiteral("InterlockLedgerDown"));
    QVERIFY(m->backend.sent.isEmpty());
    ReleaseOperation *back = run(ActionKind::RollBack);
    QVERIFY(back->isRunning());
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    m->ledgerOfDecisions.setDown(false);
    QTRY_COMPARE(m->desk->view().reach, LedgerReach::Reachable);
}

void DecisionDeskTest::clockSkewHoldsAndRefuses()
{
    m->ledgerOfDecisions.who.skew = std::chrono::milliseconds(6000);
    QVERIFY(startGoverned());
    QVERIFY(has(promote().reasons, MessageCode::InterlockClockSkew));
    QCOMPARE(m->gate().mayOpen, Refusal::ClockSkew);
    QCOMPARE(refusal(m->desk->openPoll(QStringLiteral("go"))), refusalWord(Refusal::ClockSkew));
    QVERIFY(m->ledgerOfDecisions.accepted.isEmpty());
    m->ledgerOfDecisions.who.skew = std::chrono::milliseconds(-5000);
    Q_EMIT m->ledgerOfDecisions.reachableChanged(true);
    QTRY_VERIFY(!has(promote().reasons, MessageCode::InterlockClockSkew));
}

class FakeAlerts final : public AlertsApi
{
public:
    [[nodiscard]] QString endpoint() const override { return {}; }
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override
    {
        return answeredWith<QVector<Alert>>(known);
    }
    Result<QVector<Alert>> known = QVector<Alert>();
};

void DecisionDeskTest::anIncidentHolds_data()
{
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("service");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<int>("reason"); ///< -1: none
    const int open = static_cast<int>(MessageCode::InterlockIncidentOpen);
    const int unknown = static_cast<int>(MessageCode::InterlockIncidentsUnknown);
    QTest::newRow("critical") << "critical"
                              << "cart" << true << open;
    QTest::newRow("of the namespace") << "SEV2"
                                      << "" << true << open;
    QTest::newRow("by the plan's word") << "burning"
                                        << "cart" << true << open;
    QTest::newRow("of another service") << "critical"
                                        << "checkout" << true << -1;
    QTest::newRow("a warning") << "warning"
                               << "cart" << true << -1;
    QTest::newRow("not readable") << "critical"
                                  << "cart" << false << unknown;
}

void DecisionDeskTest::anIncidentHolds()
{
    QFETCH(QString, severity);
    QFETCH(QString, service);
    QFETCH(bool, readable);
    QFETCH(int, reason);
    FakeAlerts alerts;
    Alert alert;
    alert.state = AlertState::Active;
    alert.labels = {{QStringLiteral("alertname"), QStringLiteral("Fire")},
                    {QStringLiteral("namespace"), QStringLiteral("shop")},
                    {QStringLiteral("severity"), severity}};
    if (!service.isEmpty()) {
        alert.labels.insert(QStringLiteral("service"), service);
    }
    alerts.known = QVector<Alert>{alert};
    if (!readable) {
        alerts.known = tl::unexpected(errorOf(ErrorCode::Forbidden));
    }
    m->metrics.setAlertsServer(m->key.cluster, &alerts);
    QVERIFY(startGoverned());
    const QVector<Message> reasons = promote().reasons;
    QCOMPARE(has(reasons, MessageCode::InterlockIncidentOpen),
             reason == static_cast<int>(MessageCode::InterlockIncidentOpen));
    QCOMPARE(has(reasons, MessageCode::InterlockIncidentsUnknown),
             reason == static_cast<int>(MessageCode::InterlockIncidentsUnknown));
    m->metrics.setAlertsServer(m->key.cluster, nullptr);
}

void DecisionDeskTest::enforcement_data()
{
    QTest::addColumn<int>("bound"); ///< 200 Deny, 201 Warn only, else a status
    QTest::addColumn<bool>("marked");
    QTest::addColumn<bool>("team");
    QTest::addColumn<int>("enforcement");
    const auto row = [](const char *name, int bound, bool marked, bool team, Enforcement enforcement) {
        QTest::newRow(name) << bound << marked << team << static_cast<int>(enforcement);
    };
    row("bound and marked", 200, true, false, Enforcement::EnforcedByCluster);
    row("bound, not marked", 200, false, false, Enforcement::Advisory);
    row("only warns", 201, true, false, Enforcement::Advisory);
    row("no policy", 404, true, false, Enforcement::Advisory);
    row("not allowed to look", 403, true, false, Enforcement::Unknown);
    row("a team's ledger", 404, true, true, Enforcement::EnforcedHere);
    row("both", 200, true, true, Enforcement::EnforcedByCluster);
}

void DecisionDeskTest::enforcement()
{
    QFETCH(int, bound);
    QFETCH(bool, marked);
    QFETCH(bool, team);
    QFETCH(int, enforcement);
    if (bound < 300) {
        m->answers.insert(bindingPath, bindingJson(bound == 200 ? "Deny" : "Warn"));
        m->answers.insert(policyPath, QByteArray("{\"spec\":{\"validations\":[{\"expression\":\"x\"}]}}"));
    } else {
        const Error error = errorOf(bound == 403 ? ErrorCode::Forbidden : ErrorCode::NotFound);
        m->answers.insert(bindingPath, tl::unexpected(error));
        m->answers.insert(policyPath, tl::unexpected(error));
    }
    m->answers.insert(rolloutPath, QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/gated\":\"") +
                                       (marked ? "true" : "false") + "\"}}}");
    m->ledgerOfDecisions.who.enforced = team;
    QVERIFY(m->govern());
    m->start();
    QTRY_VERIFY(!m->desk->view().gates.isEmpty());
    QTRY_COMPARE(static_cast<int>(m->gate().enforcement), enforcement);
}

void DecisionDeskTest::theLastVoteTellsTheCluster()
{
    m->answers.insert(rolloutPath,
                      QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/gated\":\"true\"}}}"));
    Q_EMIT m->api.identityKnown({QStringLiteral("chen@example.com"), {}, {}, {}});
    m->api.onCall = [](const ApiCall &, bool) -> Result<CallAnswer> { return CallAnswer(); };
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QTRY_COMPARE(m->api.calls.size(), 1);
    const ApiCall call = m->api.calls.constFirst().call;
    QCOMPARE(call.path, rolloutPath);
    QCOMPARE(call.body, QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/approval\":"
                                   "\"new/1/chen@example.com\"}}}"));
    QVERIFY(!m->api.calls.constFirst().dryRun);
}

void DecisionDeskTest::aClusterThatRefusesTheAnnotationKeepsTheVote()
{
    m->answers.insert(rolloutPath,
                      QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/gated\":\"true\"}}}"));
    m->api.onCall = [](const ApiCall &, bool) -> Result<CallAnswer> {
        return tl::unexpected(errorOf(ErrorCode::Forbidden));
    };
    QVERIFY(startGoverned());
    QSignalSpy failed(m->desk.get(), &DecisionDesk::failed);
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QTRY_COMPARE(m->desk->view().clusterProblem, QStringLiteral("scripted"));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m->gate().state, GateState::Approved);
}

void DecisionDeskTest::somebodyElsesLeaseHolds()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    const QString resource = QStringLiteral("release/") + m->runId();
    m->ledgerOfDecisions.leases.insert(resource, {resource, QStringLiteral("mei/elsewhere"), 7, {}});
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Failed);
    QCOMPARE(operation->status().steps.first().error->reason, QStringLiteral("InterlockLocked"));
    QCOMPARE(operation->status().steps.first().error->subject, QStringLiteral("mei/elsewhere"));
    QVERIFY(m->backend.sent.isEmpty());
    QVERIFY(!m->ledgerOfDecisions.runs[m->runId()].gates.constFirst().end); // still good
}

void DecisionDeskTest::theIntentNamesTheFencingToken()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    QVERIFY(m->ledger.records.constFirst().parameters.contains("\"fencingToken\":41"));
    QCOMPARE(m->ledgerOfDecisions.leases.size(), 1); // while it runs
    operation->stopByHand();
    QTRY_VERIFY(m->ledgerOfDecisions.leases.isEmpty());
}

void DecisionDeskTest::refusedConsumptionSendsNothing()
{
    QVERIFY(startGoverned());
    QVERIFY(satisfyChecklists());
    QVERIFY(approveGate());
    QVERIFY(armPoll());
    m->ledgerOfDecisions.refuseAll = Refusal::GateNotApproved; // another desk was faster
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Failed);
    QCOMPARE(operation->status().steps.first().error->reason, refusalWord(Refusal::GateNotApproved));
    QVERIFY(m->backend.sent.isEmpty());
    QTRY_VERIFY(m->ledgerOfDecisions.leases.isEmpty());
}

void DecisionDeskTest::atMostSixProbesAtOnce()
{
    m->probes.hold = true;
    CheckRunner runner(m->probes, m->metrics, m->clock);
    QVector<CheckFinding> found;
    connect(&runner, &CheckRunner::found, this, [&](const CheckFinding &each) { found.append(each); });
    ReleasePlan plan;
    CheckItem item;
    for (int i = 0; i < 9; ++i) {
        ProbeSpec probe;
        probe.id = QString::number(i);
        plan.probes.append(probe);
        item.probes.append(probe.id);
    }
    item.id = QStringLiteral("item");
    runner.run(plan, QStringLiteral("list"), item, {});
    runner.run(plan, QStringLiteral("list"), item, {}); // is running already
    QCOMPARE(m->probes.ran.size(), 6);
    QCOMPARE(runner.running().value(QStringLiteral("list")), QStringList{QStringLiteral("item")});
    for (std::size_t i = 0; i < 9; ++i) {
        QTRY_VERIFY(m->probes.held.size() > i);
        ProbeFinding finding = m->probes.seen();
        finding.result = i == 4 ? CheckResult::Fail : CheckResult::Pass;
        m->probes.held.at(i).give(finding);
    }
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().finding.result, CheckResult::Fail);
    QVERIFY(runner.running().isEmpty());
}

void DecisionDeskTest::automaticGateOpensBySamples()
{
    m->row.currentStepIndex = 3; // at 50 %, on the way to everything
    m->show();
    QVERIFY(startGoverned());
    QVERIFY(m->desk->view().guardsNext.contains(QStringLiteral("steady")));
    const auto steady = [this]() -> const GateView & { return m->desk->view().gates.at(1); };
    QCOMPARE(steady().mayOpen, Refusal::GateIsAutomatic);
    // Its checks run by themselves, because it waits for them.
    QTRY_VERIFY_WITH_TIMEOUT(
        (m->clock.advance(std::chrono::milliseconds(200)), steady().state == GateState::Approved), 20000);
    m->probes.result = CheckResult::Fail;
    m->desk->check(QStringLiteral("machine"), QStringLiteral("nodes"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (m->clock.advance(std::chrono::milliseconds(200)), steady().state == GateState::Invalidated), 20000);
}

void DecisionDeskTest::withoutAPlanAllIsAsBefore()
{
    m->start();
    QTRY_VERIFY(m->desk->view().plansKnown);
    QVERIFY(!m->desk->view().plan);
    m->ledgerOfDecisions.setDown(true);
    QVERIFY(promote().allowed);
    ReleaseOperation *operation = run(ActionKind::Promote);
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    operation->stopByHand();
    QVERIFY(m->ledgerOfDecisions.accepted.isEmpty());
}

void DecisionDeskTest::unknownPlansHold()
{
    QTRY_VERIFY(m->fleet.release(m->key));
    m->desk = std::make_unique<DecisionDesk>(
        DecisionDesk::Sources{m->fleet, m->metrics, m->plans, m->ledgerOfDecisions, m->probes, m->clock});
    m->operations.setGuard(m->desk.get());
    QVERIFY(has(promote().reasons, MessageCode::PlansUnknown));
    QVERIFY(m->operations.decision(ActionKind::RollBack, m->key).allowed);
}

void DecisionDeskTest::anUnusablePlanHolds()
{
    QVERIFY(m->govern("quorum: 2", "quorum: 9"));
    m->start();
    QTRY_VERIFY(!m->desk->view().unusablePlan.isEmpty());
    QVERIFY(has(promote().reasons, MessageCode::PlanUnusable));
    QVERIFY(!promote().allowed);
}

QTEST_GUILESS_MAIN(DecisionDeskTest)
#include "decisiondesk_test.moc"
