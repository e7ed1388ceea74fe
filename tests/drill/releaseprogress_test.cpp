// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/analysisassessment.h"
#include "backends/drill/bluegreenprogress.h"
#include "backends/drill/canaryprogress.h"
#include "backends/drill/canaryscale.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::drill;

namespace
{

const QDateTime start(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QVector<CanaryStep> exampleSteps()
{
    return canarySteps(nlohmann::json::parse(
        R"({"steps":[{"setWeight":5},{"pause":{"duration":"5m"}},{"setWeight":25},{"pause":{}},
            {"analysis":{"templates":[]}},{"experiment":{"duration":"1m"}},{"futureStep":{}}]})"));
}

CanaryFacts factsAt(int index)
{
    CanaryFacts facts;
    facts.steps = exampleSteps();
    facts.index = index;
    facts.now = start;
    facts.stepSince = start;
    return facts;
}

} // namespace

class ReleaseProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightWaitsForPodsAndRouter();
    void timedPauseEnds();
    void endlessPauseWaitsForAPerson();
    void analysisDecides();
    void experimentTakesItsTime();
    void unknownStepsPass();
    void heldStepsStay();
    void weights_data();
    void weights();
    void sizes_data();
    void sizes();
    void podRatioKeepsAvailability();
    void blueGreenWaitsThenSwitches();
    void blueGreenPromotesByItself();
    void blueGreenAborts();
    void blueGreenScalesPreviewFirst();
    void measurements_data();
    void measurements();
    void metricLimits();
};

void ReleaseProgressTest::weightWaitsForPodsAndRouter()
{
    CanaryFacts facts = factsAt(0);
    QVERIFY(!decideCanaryStep(facts).completed);
    facts.sizesReached = true;
    QVERIFY(!decideCanaryStep(facts).completed);
    facts.weightReached = true;
    const CanaryDecision decision = decideCanaryStep(facts);
    QVERIFY(decision.completed);
    QCOMPARE(decision.index, 1);
}

void ReleaseProgressTest::timedPauseEnds()
{
    CanaryFacts facts = factsAt(1);
    CanaryDecision decision = decideCanaryStep(facts);
    QVERIFY(!decision.completed);
    QVERIFY(decision.controllerPause);
    QCOMPARE(decision.pauses, (QVector<PauseCondition>{{QStringLiteral("CanaryPauseStep"), start}}));
    QCOMPARE(*decision.lookAgain, Milliseconds(300'000));
    facts.pauses = decision.pauses;
    facts.controllerPause = true;
    facts.now = start.addSecs(299);
    QCOMPARE(*decideCanaryStep(facts).lookAgain, Milliseconds(1000));
    facts.now = start.addSecs(300);
    decision = decideCanaryStep(facts);
    QVERIFY(decision.completed);
    QVERIFY(decision.pauses.isEmpty());
    QVERIFY(!decision.controllerPause);
}

void ReleaseProgressTest::endlessPauseWaitsForAPerson()
{
    CanaryFacts facts = factsAt(3);
    facts.pauses = {{QStringLiteral("CanaryPauseStep"), start}};
    facts.controllerPause = true;
    facts.now = start.addDays(30);
    QVERIFY(!decideCanaryStep(facts).completed);
    QVERIFY(!decideCanaryStep(facts).lookAgain);
    facts.pauses.clear(); // what "promote" writes
    QCOMPARE(decideCanaryStep(facts).index, 4);
}

void ReleaseProgressTest::analysisDecides()
{
    CanaryFacts facts = factsAt(4);
    QVERIFY(decideCanaryStep(facts).wantsAnalysis);
    facts.analysis = RunVerdict::Running;
    QVERIFY(!decideCanaryStep(facts).wantsAnalysis);
    QVERIFY(!decideCanaryStep(facts).completed);
    facts.analysis = RunVerdict::Inconclusive;
    QCOMPARE(decideCanaryStep(facts).pauses.first().reason, QStringLiteral("InconclusiveAnalysisRun"));
    facts.analysis = RunVerdict::Successful;
    QCOMPARE(decideCanaryStep(facts).index, 5);
}

void ReleaseProgressTest::experimentTakesItsTime()
{
    CanaryFacts facts = factsAt(5);
    QCOMPARE(*decideCanaryStep(facts).lookAgain, Milliseconds(60'000));
    facts.now = start.addSecs(60);
    QVERIFY(decideCanaryStep(facts).completed);
}

void ReleaseProgressTest::unknownStepsPass()
{
    QCOMPARE(exampleSteps().at(6).text, QStringLiteral("futureStep"));
    QCOMPARE(decideCanaryStep(factsAt(6)).index, 7);
}

void ReleaseProgressTest::heldStepsStay()
{
    CanaryFacts facts = factsAt(0);
    facts.sizesReached = true;
    facts.weightReached = true;
    facts.held = true;
    QVERIFY(!decideCanaryStep(facts).completed);
    QVERIFY(!decideCanaryStep(factsAt(7)).completed);
    QVERIFY(!decideCanaryStep(factsAt(-1)).completed);
}

void ReleaseProgressTest::weights_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("weight");
    const int expected[] = {5, 5, 25, 25, 25, 25, 25, 100, 100};
    for (int i = 0; i < 9; ++i)
        QTest::addRow("step %d", i) << i << expected[i];
}

void ReleaseProgressTest::weights()
{
    QFETCH(int, index);
    QTEST(canaryWeightAt(exampleSteps(), index), "weight");
}

void ReleaseProgressTest::sizes_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("routed");
    QTest::addColumn<bool>("aborted");
    QTest::addColumn<int>("fresh");
    QTest::addColumn<int>("stable");
    const QString weight = QStringLiteral(R"({"steps":[{"setWeight":25},{"setCanaryScale":{"replicas":7}},
        {"setCanaryScale":{"weight":50}},{"setCanaryScale":{"matchTrafficWeight":true}}]})");
    QTest::newRow("ratio") << weight << 0 << false << false << 3 << 7;
    QTest::newRow("ratio ignores canary scale") << weight << 1 << false << false << 3 << 7;
    QTest::newRow("ratio aborted") << weight << 0 << false << true << 0 << 10;
    QTest::newRow("ratio after the end") << weight << 4 << false << false << 10 << 0;
    QTest::newRow("ratio small weight") << R"({"steps":[{"setWeight":1}]})" << 0 << false << false << 1 << 9;
    QTest::newRow("ratio large weight") << R"({"steps":[{"setWeight":99}]})" << 0 << false << false << 9 << 1;
    QTest::newRow("routed") << weight << 0 << true << false << 3 << 10;
    QTest::newRow("routed pods") << weight << 1 << true << false << 7 << 10;
    QTest::newRow("routed weight of pods") << weight << 2 << true << false << 5 << 10;
    QTest::newRow("routed as traffic") << weight << 3 << true << false << 3 << 10;
    QTest::newRow("routed aborted") << weight << 0 << true << true << 0 << 10;
}

void ReleaseProgressTest::sizes()
{
    QFETCH(QString, steps);
    QFETCH(int, fresh);
    QFETCH(int, stable);
    CanaryScaleFacts facts;
    facts.replicas = 10;
    facts.steps = canarySteps(nlohmann::json::parse(steps.toStdString()));
    facts.index = *static_cast<int *>(QTest::qData("index", QMetaType::Int));
    facts.routed = *static_cast<bool *>(QTest::qData("routed", QMetaType::Bool));
    facts.aborted = *static_cast<bool *>(QTest::qData("aborted", QMetaType::Bool));
    facts.full = facts.index >= facts.steps.size();
    QCOMPARE(wantedSizes(facts), (CanarySizes{fresh, stable}));
}

void ReleaseProgressTest::podRatioKeepsAvailability()
{
    PodRatioFacts facts;
    facts.replicas = 4;
    facts.maxSurge = 1;
    facts.maxUnavailable = 0;
    facts.stable = {4, 4};
    facts.wanted = {4, 0};
    int looks = 0;
    while (facts.fresh.desired != 4 || facts.stable.desired != 0) {
        const PodRatioPlan plan = planPodRatio(facts);
        QVERIFY(plan.fresh + plan.stable <= 5);
        facts.fresh.desired = plan.fresh;
        facts.stable = {plan.stable, plan.stable};
        QVERIFY(facts.fresh.available + facts.stable.available >= 4);
        facts.fresh.available = plan.fresh; // they get ready before the next look
        QVERIFY(++looks < 20);
    }
    // Pods already told to leave are not counted as serving twice.
    facts.fresh = {1, 1};
    facts.stable = {3, 4};
    QCOMPARE(planPodRatio(facts).stable, 3);
    // A new version that never gets ready takes nobody's place.
    facts.fresh = {1, 0};
    facts.stable = {4, 4};
    QCOMPARE(planPodRatio(facts), (PodRatioPlan{1, 4, 0}));
}

void ReleaseProgressTest::blueGreenWaitsThenSwitches()
{
    BlueGreenFacts facts;
    facts.now = start;
    facts.newHash = QStringLiteral("green");
    facts.stableHash = facts.activeHash = QStringLiteral("blue");
    facts.replicas = 3;
    facts.autoPromotion = false;
    BlueGreenDecision decision = decideBlueGreen(facts);
    QCOMPARE(decision.previewHash, QStringLiteral("green"));
    QCOMPARE(decision.activeHash, QStringLiteral("blue"));
    QVERIFY(decision.pauses.isEmpty()); // not ready: nothing to decide yet
    facts.newAvailable = 3;
    decision = decideBlueGreen(facts);
    QCOMPARE(decision.pauses.first().reason, QStringLiteral("BlueGreenPause"));
    QVERIFY(decision.controllerPause);
    facts.controllerPause = true; // and a person has cleared pauseConditions
    decision = decideBlueGreen(facts);
    QCOMPARE(decision.activeHash, QStringLiteral("green"));
    QCOMPARE(decision.stableHash, QStringLiteral("green"));
    facts.controllerPause = false;
    facts.fastTrack = true;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("green"));
    facts.held = true;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("blue"));
}

void ReleaseProgressTest::blueGreenPromotesByItself()
{
    BlueGreenFacts facts;
    facts.now = start;
    facts.newHash = QStringLiteral("green");
    facts.stableHash = facts.activeHash = QStringLiteral("blue");
    facts.newAvailable = 1;
    facts.autoPromotionAfter = std::chrono::seconds(30);
    QCOMPARE(*decideBlueGreen(facts).lookAgain, Milliseconds(30'000));
    facts.pauses = {{QStringLiteral("BlueGreenPause"), start.addSecs(-30)}};
    facts.controllerPause = true;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("green"));
    facts.hasPre = true;
    QVERIFY(decideBlueGreen(facts).wantsPre);
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("blue"));
    facts.pre = RunVerdict::Successful;
    facts.hasPost = true;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("green"));
    QCOMPARE(decideBlueGreen(facts).stableHash, QStringLiteral("blue"));
    QVERIFY(decideBlueGreen(facts).wantsPost);
    facts.activeHash = QStringLiteral("green");
    facts.post = RunVerdict::Successful;
    QCOMPARE(decideBlueGreen(facts).stableHash, QStringLiteral("green"));
}

void ReleaseProgressTest::blueGreenAborts()
{
    BlueGreenFacts facts;
    facts.newHash = facts.activeHash = QStringLiteral("green"); // after the switch, before the end
    facts.stableHash = QStringLiteral("blue");
    facts.newAvailable = 1;
    facts.aborted = true;
    facts.hasPost = true;
    facts.post = RunVerdict::Failed;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("blue"));
    QCOMPARE(decideBlueGreen(facts).stableHash, QStringLiteral("blue"));
}

void ReleaseProgressTest::blueGreenScalesPreviewFirst()
{
    BlueGreenFacts facts;
    facts.newHash = QStringLiteral("green");
    facts.stableHash = facts.activeHash = QStringLiteral("blue");
    facts.replicas = 5;
    facts.previewReplicas = 1;
    facts.newAvailable = 1;
    BlueGreenDecision decision = decideBlueGreen(facts);
    QCOMPARE(decision.newReplicas, 5);
    QVERIFY(decision.checkpoint);
    QCOMPARE(decision.activeHash, QStringLiteral("blue"));
    facts.checkpoint = true;
    facts.newAvailable = 5;
    QCOMPARE(decideBlueGreen(facts).activeHash, QStringLiteral("green"));
}

void ReleaseProgressTest::measurements_data()
{
    QTest::addColumn<QString>("success");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("phase");
    QTest::newRow("no conditions") << ""
                                   << "" << 1.0 << "Successful";
    QTest::newRow("success only, met") << "result[0] < 2"
                                       << "" << 1.0 << "Successful";
    QTest::newRow("success only, missed") << "result[0] < 1"
                                          << "" << 1.0 << "Failed";
    QTest::newRow("failure only, met") << ""
                                       << "result[0] > 0" << 1.0 << "Failed";
    QTest::newRow("failure only, missed") << ""
                                          << "result[0] > 1" << 1.0 << "Successful";
    QTest::newRow("both: failure wins") << "result[0] < 2"
                                        << "result[0] > 0" << 1.0 << "Failed";
    QTest::newRow("both: neither") << "result[0] < 1"
                                   << "result[0] > 5" << 3.0 << "Inconclusive";
    QTest::newRow("cannot be judged") << "result[7] < 1"
                                      << "" << 3.0 << "Error";
}

void ReleaseProgressTest::measurements()
{
    QFETCH(QString, success);
    QFETCH(QString, failure);
    QFETCH(double, value);
    MetricRules rules;
    rules.successCondition = success;
    rules.failureCondition = failure;
    QTEST(phaseText(judge(rules, MetricAnswer{{}, {value}}).phase), "phase");
}

void ReleaseProgressTest::metricLimits()
{
    MetricRules rules = metricRules(
        nlohmann::json::parse(R"({"name":"errors","count":"3","failureLimit":1,"interval":"1m"})"));
    MetricTally tally;
    add(tally, MetricPhase::Failed);
    QCOMPARE(assess(rules, tally).phase, MetricPhase::Running);
    add(tally, MetricPhase::Failed);
    QCOMPARE(assess(rules, tally).phase, MetricPhase::Failed);
    QCOMPARE(assess(rules, tally).message, QStringLiteral("failed (2) > failureLimit (1)"));
    tally = {};
    for (int i = 0; i < 5; ++i)
        add(tally, MetricPhase::Error);
    QCOMPARE(assess(rules, tally).phase, MetricPhase::Error);
    QCOMPARE(tally.count, 0);
    tally = {};
    for (int i = 0; i < 3; ++i)
        add(tally, MetricPhase::Successful);
    QCOMPARE(assess(rules, tally).phase, MetricPhase::Successful);
    rules.count = 0;
    QCOMPARE(assess(rules, tally).phase, MetricPhase::Running);
    QVERIFY(!withArguments(QStringLiteral("{{args.missing}}"), nlohmann::json::array()));
    QCOMPARE(*withArguments(QStringLiteral("up{a=\"{{ args.x }}\"}"),
                            nlohmann::json::parse(R"([{"name":"x","value":"1"}])")),
             QStringLiteral("up{a=\"1\"}"));
}

QTEST_APPLESS_MAIN(ReleaseProgressTest)
#include "releaseprogress_test.moc"
