// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/deploymentphase.h"
#include "models/domain/releasederivation.h"
#include "tests/support/rowbuilders.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

using Change = std::function<void(DeploymentRow &)>;

class DeploymentPhaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phase_data();
    void phase();
    void revisions();
};

void DeploymentPhaseTest::phase_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<DeploymentPhase>("phase");
    QTest::addColumn<ReleaseState>("state");
    QTest::newRow("complete") << Change([](auto &) {}) << DeploymentPhase::Complete << ReleaseState::Healthy;
    QTest::newRow("not observed") << Change([](auto &row) { row.meta.generation = 5; })
                                  << DeploymentPhase::NotObserved << ReleaseState::Advancing;
    QTest::newRow("never observed") << Change([](auto &row) { row.observedGeneration = 0; })
                                    << DeploymentPhase::NotObserved << ReleaseState::Unknown;
    QTest::newRow("deadline") << Change([](auto &row) {
        row.conditions[0].reason = QStringLiteral("ProgressDeadlineExceeded");
        row.updatedReplicas = 1;
    }) << DeploymentPhase::Failed
                              << ReleaseState::Broken;
    QTest::newRow("updating") << Change([](auto &row) { row.updatedReplicas = 1; })
                              << DeploymentPhase::Updating << ReleaseState::Advancing;
    QTest::newRow("old ones left") << Change([](auto &row) { row.replicas = 5; })
                                   << DeploymentPhase::OldReplicasLeft << ReleaseState::Advancing;
    QTest::newRow("not available") << Change([](auto &row) { row.availableReplicas = 2; })
                                   << DeploymentPhase::WaitingForAvailability << ReleaseState::Advancing;
    QTest::newRow("paused in the middle") << Change([](auto &row) {
        row.paused = true;
        row.updatedReplicas = 1;
    }) << DeploymentPhase::Updating << ReleaseState::WaitingForPerson;
    QTest::newRow("scaled to nothing") << Change([](auto &row) {
        row.specReplicas = row.replicas = row.updatedReplicas = row.readyReplicas = row.availableReplicas = 0;
    }) << DeploymentPhase::Complete << ReleaseState::Healthy;
}

void DeploymentPhaseTest::phase()
{
    QFETCH(Change, change);
    DeploymentRow row = healthyDeployment();
    change(row);
    QTEST(deploymentPhase(row), "phase");
    QTEST(deploymentState(row), "state");
    const Release release = deriveDeployment(ClusterId(QStringLiteral("prod")), row, {});
    QTEST(release.state, "state");
    QCOMPARE(release.backendPhase, row.conditions.first().reason);
    QCOMPARE(release.strategy, RolloutStrategy::RollingUpdate);
}

void DeploymentPhaseTest::revisions()
{
    const ReplicaSetRow before = replicaSet(QStringLiteral("u-web"), QStringLiteral("one"), 1, 3);
    const ReplicaSetRow now = replicaSet(QStringLiteral("u-web"), QStringLiteral("two"), 2, 1);
    ReleaseFacts facts;
    facts.replicaSets = {&before, &now};
    DeploymentRow row = healthyDeployment();
    row.updatedReplicas = 1;
    row.replicas = row.availableReplicas = 4;
    const ClusterId cluster(QStringLiteral("prod"));
    Release release = deriveDeployment(cluster, row, facts);
    QCOMPARE(release.currentHash, QStringLiteral("two"));
    QCOMPARE(release.stableHash, QStringLiteral("one"));
    QVERIFY(release.current()->has(RevisionRole::Canary));
    QCOMPARE(release.weights.reported, std::optional(25));
    release = deriveDeployment(cluster, healthyDeployment(), facts);
    QCOMPARE(release.stableHash, QStringLiteral("two"));
    QVERIFY(!release.inProgress());
    QCOMPARE(release.weights.reported, std::optional(100));
    facts.replicaSets = {&now};
    release = deriveDeployment(cluster, row, facts); // the very first rollout
    QVERIFY(!release.inProgress());
    QVERIFY(deriveDeployment(cluster, row, {}).currentHash.isEmpty());
}

QTEST_GUILESS_MAIN(DeploymentPhaseTest)
#include "deploymentphase_test.moc"
