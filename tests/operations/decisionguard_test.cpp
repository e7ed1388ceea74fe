// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/operations/decisionworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

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

} // namespace

/// What holds an operation although it was approved, and what is used up, locked and told when it is not.
class DecisionGuardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<DecisionWorld>(); }
    void cleanup() { m.reset(); }
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
    void anOverrideIsShownAndSetsARuleAside();
    void anEmergencyNeedsTwoAndNoPoll();

private:
    std::unique_ptr<DecisionWorld> m;
};

void DecisionGuardTest::ledgerDownHoldsForwardNotBack()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    m->ledgerOfDecisions.setDown(true);
    QTRY_COMPARE(m->desk->view().reach, LedgerReach::Lost);
    QVERIFY(has(m->promote().reasons, MessageCode::InterlockLedgerDown));
    ReleaseOperation *forward = m->run(ActionKind::Promote);
    QTRY_COMPARE(forward->status().phase, OperationPhase::Failed);
    QCOMPARE(forward->status().steps.first().error->reason, QStringLiteral("InterlockLedgerDown"));
    QVERIFY(m->backend.sent.isEmpty());
    ReleaseOperation *back = m->run(ActionKind::RollBack);
    QVERIFY(back->isRunning());
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    m->ledgerOfDecisions.setDown(false);
    QTRY_COMPARE(m->desk->view().reach, LedgerReach::Reachable);
}

void DecisionGuardTest::clockSkewHoldsAndRefuses()
{
    m->ledgerOfDecisions.who.skew = std::chrono::milliseconds(6000);
    QVERIFY(m->startGoverned());
    QVERIFY(has(m->promote().reasons, MessageCode::InterlockClockSkew));
    QCOMPARE(m->gate().mayOpen, Refusal::ClockSkew);
    QCOMPARE(m->refusal(m->desk->openPoll(QStringLiteral("go"))), refusalWord(Refusal::ClockSkew));
    QVERIFY(m->ledgerOfDecisions.accepted.isEmpty());
    m->ledgerOfDecisions.who.skew = std::chrono::milliseconds(-5000);
    Q_EMIT m->ledgerOfDecisions.reachableChanged(true);
    QTRY_VERIFY(!has(m->promote().reasons, MessageCode::InterlockClockSkew));
}

void DecisionGuardTest::anIncidentHolds_data()
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

void DecisionGuardTest::anIncidentHolds()
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
    QVERIFY(m->startGoverned());
    const QVector<Message> reasons = m->promote().reasons;
    QCOMPARE(has(reasons, MessageCode::InterlockIncidentOpen),
             reason == static_cast<int>(MessageCode::InterlockIncidentOpen));
    QCOMPARE(has(reasons, MessageCode::InterlockIncidentsUnknown),
             reason == static_cast<int>(MessageCode::InterlockIncidentsUnknown));
    m->metrics.setAlertsServer(m->key.cluster, nullptr);
}

void DecisionGuardTest::enforcement_data()
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

void DecisionGuardTest::enforcement()
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

void DecisionGuardTest::theLastVoteTellsTheCluster()
{
    m->answers.insert(rolloutPath,
                      QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/gated\":\"true\"}}}"));
    Q_EMIT m->api.identityKnown({QStringLiteral("chen@example.com"), {}, {}, {}});
    m->api.onCall = [](const ApiCall &, bool) -> Result<CallAnswer> { return CallAnswer(); };
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QTRY_COMPARE(m->api.calls.size(), 1);
    const ApiCall call = m->api.calls.constFirst().call;
    QCOMPARE(call.path, rolloutPath);
    QCOMPARE(call.body, QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/approval\":"
                                   "\"new/1/chen@example.com\"}}}"));
    QVERIFY(!m->api.calls.constFirst().dryRun);
}

void DecisionGuardTest::aClusterThatRefusesTheAnnotationKeepsTheVote()
{
    m->answers.insert(rolloutPath,
                      QByteArray("{\"metadata\":{\"annotations\":{\"signalbox.dev/gated\":\"true\"}}}"));
    m->api.onCall = [](const ApiCall &, bool) -> Result<CallAnswer> {
        return tl::unexpected(errorOf(ErrorCode::Forbidden));
    };
    QVERIFY(m->startGoverned());
    QSignalSpy failed(m->desk.get(), &DecisionDesk::failed);
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QTRY_COMPARE(m->desk->view().clusterProblem, QStringLiteral("scripted"));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m->gate().state, GateState::Approved);
}

void DecisionGuardTest::somebodyElsesLeaseHolds()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    const QString resource = QStringLiteral("release/") + m->runId();
    m->ledgerOfDecisions.leases.insert(resource, {resource, QStringLiteral("mei/elsewhere"), 7, {}});
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Failed);
    QCOMPARE(operation->status().steps.first().error->reason, QStringLiteral("InterlockLocked"));
    QCOMPARE(operation->status().steps.first().error->subject, QStringLiteral("mei/elsewhere"));
    QVERIFY(m->backend.sent.isEmpty());
    QVERIFY(!m->ledgerOfDecisions.runs[m->runId()].gates.constFirst().end); // still good
}

void DecisionGuardTest::theIntentNamesTheFencingToken()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    QVERIFY(m->ledger.records.constFirst().parameters.contains("\"fencingToken\":41"));
    QCOMPARE(m->ledgerOfDecisions.leases.size(), 1); // while it runs
    operation->stopByHand();
    QTRY_VERIFY(m->ledgerOfDecisions.leases.isEmpty());
}

void DecisionGuardTest::refusedConsumptionSendsNothing()
{
    QVERIFY(m->startGoverned());
    QVERIFY(m->satisfyChecklists());
    QVERIFY(m->approveGate());
    QVERIFY(m->armPoll());
    m->ledgerOfDecisions.refuseAll = Refusal::GateNotApproved; // another desk was faster
    ReleaseOperation *operation = m->run(ActionKind::Promote);
    QTRY_COMPARE(operation->status().phase, OperationPhase::Failed);
    QCOMPARE(operation->status().steps.first().error->reason, refusalWord(Refusal::GateNotApproved));
    QVERIFY(m->backend.sent.isEmpty());
    QTRY_VERIFY(m->ledgerOfDecisions.leases.isEmpty());
}

void DecisionGuardTest::anOverrideIsShownAndSetsARuleAside()
{
    QVERIFY(m->startGoverned("weight: 20 %, minimumSoak: 5m", "weight: 20 %, minimumSoak: 30m"));
    QVERIFY(has(m->promote().reasons, MessageCode::InterlockSoak));
    const QDateTime until = m->clock.nowUtc().addSecs(1800);
    QVERIFY(m->done(m->desk->requestOverride(Interlock::SoakAndSamples, QStringLiteral("fire"), until)));
    QVERIFY(has(m->promote().reasons, MessageCode::InterlockSoak)); // one person is not enough
    const QString id = m->desk->view().overrides.constFirst().id;
    QCOMPARE(m->refusal(m->desk->grantOverride(id)), refusalWord(Refusal::FourEyesRequester));
    m->be("wei");
    QVERIFY(m->desk->view().waitingForMe > 0);
    QVERIFY(m->done(m->desk->grantOverride(id)));
    QVERIFY(!has(m->promote().reasons, MessageCode::InterlockSoak));
    QCOMPARE(m->desk->view().nextStep.setAside.size(), 1);
    QCOMPARE(m->desk->view().nextStep.setAside.constFirst().setAsideBy->secondPerson, QStringLiteral("wei"));
    QCOMPARE(m->refusal(m->desk->requestOverride(Interlock::BoundApproval, QStringLiteral("fire"), until)),
             refusalWord(Refusal::AbsoluteRule));
}

void DecisionGuardTest::anEmergencyNeedsTwoAndNoPoll()
{
    QVERIFY(m->startGoverned());
    m->desk->check(QStringLiteral("machine"));
    QTRY_VERIFY(m->desk->view().checklists.at(0).state.complete);
    QVERIFY(
        m->done(m->desk->openGate(QStringLiteral("past-20"), GateClass::Emergency, QStringLiteral("fire"))));
    const QString id = m->gate().gate->id;
    const QString why = QStringLiteral("agreed by phone");
    m->be("ann");
    QVERIFY(m->done(m->desk->vote(id, QStringLiteral("emergency-oncall"), VoteChoice::Approve, why)));
    QVERIFY(has(m->promote().reasons, MessageCode::GateNeeded));
    m->be("wei");
    QVERIFY(m->done(m->desk->vote(id, QStringLiteral("emergency-commander"), VoteChoice::Approve, why)));
    m->be("lin");
    QVERIFY(m->promote().allowed);
    m->run(ActionKind::Promote);
    QTRY_VERIFY(!m->backend.sent.isEmpty());
    QTRY_COMPARE(m->gate().state, GateState::Consumed);
    m->be("chen"); // what was skipped is signed later
    QCOMPARE(m->gate().seats.at(2).mayApprove, Refusal::None);
}

QTEST_GUILESS_MAIN(DecisionGuardTest)
#include "decisionguard_test.moc"
