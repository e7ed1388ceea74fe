// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releasederivation.h"
#include "models/domain/revisionlist.h"
#include "tests/support/rowbuilders.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString owner = QStringLiteral("u-cart");

Release derived(const RolloutRow &row, const QVector<ReplicaSetRow> &sets)
{
    ReleaseFacts facts;
    for (const auto &set : sets) {
        facts.replicaSets.append(&set);
    }
    facts.now = at(10, 0, 30);
    return deriveRollout(ClusterId(QStringLiteral("prod")), row, facts);
}

QVector<ReplicaSetRow> threeSets()
{
    return {replicaSet(owner, QStringLiteral("ancient"), 1, 0),
            replicaSet(owner, QStringLiteral("new"), 3, 1), replicaSet(owner, QStringLiteral("old"), 2, 4)};
}

using Change = std::function<void(ReplicaSetRow &)>;

} // namespace

class RevisionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst();
    void canaryRoles();
    void blueGreenRoles();
    void health_data();
    void health();
    void fastPath();
    void analysisRunsNewestFirst();
};

void RevisionListTest::newestFirst()
{
    const Release release = derived(pausedCanary(), threeSets());
    QStringList hashes;
    for (const auto &revision : release.revisions) {
        hashes.append(revision.hash);
    }
    QCOMPARE(hashes, (QStringList{QStringLiteral("new"), QStringLiteral("old"), QStringLiteral("ancient")}));
    // Without numbers the age decides.
    auto sets = threeSets();
    for (auto &set : sets) {
        set.revision = 0;
    }
    QCOMPARE(derived(pausedCanary(), sets).revisions.first().hash, QStringLiteral("new"));
}

void RevisionListTest::canaryRoles()
{
    using Roles = QVector<RevisionRole>;
    const Release release = derived(pausedCanary(), threeSets());
    QCOMPARE(release.revision(QStringLiteral("new"))->roles, Roles{RevisionRole::Canary});
    QCOMPARE(release.revision(QStringLiteral("old"))->roles, Roles{RevisionRole::Stable});
    QCOMPARE(release.revision(QStringLiteral("ancient"))->roles, Roles{});
    // A ReplicaSet without a hash is nobody's, even while the status names none.
    RolloutRow blank = pausedCanary();
    blank.currentPodHash.clear();
    blank.stableHash.clear();
    QVERIFY(derived(blank, {replicaSet(owner, QString(), 1, 1)}).revisions.first().roles.isEmpty());
}

void RevisionListTest::blueGreenRoles()
{
    using Roles = QVector<RevisionRole>;
    RolloutRow row = blueGreenRollout();
    Release release = derived(row, threeSets());
    QCOMPARE(release.revision(QStringLiteral("old"))->roles,
             (Roles{RevisionRole::Stable, RevisionRole::Active}));
    QCOMPARE(release.revision(QStringLiteral("new"))->roles, Roles{RevisionRole::Preview});
    row.activeSelector = QStringLiteral("new"); // cut over, analysis still to come
    release = derived(row, threeSets());
    QCOMPARE(release.revision(QStringLiteral("old"))->roles, Roles{RevisionRole::Stable});
    QCOMPARE(release.revision(QStringLiteral("new"))->roles, Roles{RevisionRole::Active});
}

void RevisionListTest::health_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<RevisionHealth>("expected");
    QTest::newRow("healthy") << Change([](auto &) {}) << RevisionHealth::Healthy;
    QTest::newRow("not observed") << Change([](auto &row) { row.meta.generation = 2; })
                                  << RevisionHealth::Progressing;
    QTest::newRow("not available") << Change([](auto &row) { row.availableReplicas = 1; })
                                   << RevisionHealth::Progressing;
    QTest::newRow("scaled down") << Change([](auto &row) { row.specReplicas = 0; })
                                 << RevisionHealth::ScaledDown;
    const auto failure = [](const QString &status) {
        return Change([status](ReplicaSetRow &row) {
            row.conditions = {{QStringLiteral("ReplicaFailure"), status, QStringLiteral("FailedCreate"), {}}};
        });
    };
    QTest::newRow("cannot create pods") << failure(QStringLiteral("True")) << RevisionHealth::Degraded;
    QTest::newRow("could not, can now") << failure(QStringLiteral("False")) << RevisionHealth::Healthy;
}

void RevisionListTest::health()
{
    QFETCH(Change, change);
    ReplicaSetRow row = replicaSet(owner, QStringLiteral("new"), 1, 3);
    change(row);
    QTEST(revisionOf(row).health, "expected");
}

void RevisionListTest::fastPath()
{
    RolloutRow row = blueGreenRollout();
    row.stableHash = row.currentPodHash;
    row.activeSelector = row.currentPodHash;
    auto sets = threeSets();
    QVERIFY(!derived(row, sets).fastPathUntil.isValid());
    sets[2].scaleDownDeadline = at(10, 0, 51);
    QCOMPARE(derived(row, sets).fastPathUntil, at(10, 0, 51));
    sets[2].scaleDownDeadline = at(10, 0, 30); // that is now
    QVERIFY(!derived(row, sets).fastPathUntil.isValid());
    sets[2].scaleDownDeadline = at(10, 0, 51);
    sets[2].specReplicas = 0; // nothing is kept
    QVERIFY(!derived(row, sets).fastPathUntil.isValid());
    sets[1].scaleDownDeadline = at(10, 5); // the wanted version itself is no way back
    QVERIFY(!derived(row, sets).fastPathUntil.isValid());
}

void RevisionListTest::analysisRunsNewestFirst()
{
    AnalysisRunRow first = analysisRun(owner, QStringLiteral("first"), QStringLiteral("Successful"));
    AnalysisRunRow second = analysisRun(owner, QStringLiteral("second"), QStringLiteral("Running"));
    second.meta.created = at(11, 0);
    HpaRow hpa;
    hpa.meta = meta(QStringLiteral("h"), QStringLiteral("cart-hpa"));
    ReleaseFacts facts;
    facts.analysisRuns = {&first, &second};
    facts.hpa = &hpa;
    facts.experiments = 2;
    const Release release = deriveRollout(ClusterId(QStringLiteral("prod")), pausedCanary(), facts);
    QCOMPARE(release.analysisRuns.first().meta.name, QStringLiteral("second"));
    QCOMPARE(release.horizontalPodAutoscaler, QStringLiteral("cart-hpa"));
    QCOMPARE(release.experiments, 2);
}

QTEST_GUILESS_MAIN(RevisionListTest)
#include "revisionlist_test.moc"
