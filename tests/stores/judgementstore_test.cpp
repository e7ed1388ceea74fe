// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/judgementstore.h"
#include "models/stores/metricsstore.h"
#include "tests/stores/countingmetrics.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace
{

const ClusterId cluster(QStringLiteral("c"));

PlanMetric errorRate()
{
    PlanMetric metric;
    metric.id = QStringLiteral("error-rate");
    metric.unit = Unit::Ratio;
    metric.promoteLimit = 0.05;
    metric.rollbackLimit = 0.2;
    metric.rollbackHold = 30s;
    metric.consecutive = 2;
    metric.minimumSamples = 100;
    metric.comparison = Comparison::ErrorRate;
    metric.query = QStringLiteral("value $hash $window");
    metric.samplesQuery = QStringLiteral("samples $hash $window");
    metric.errorsQuery = QStringLiteral("errors $hash $window");
    return metric;
}

ReleasePlan planOf(const QVector<PlanMetric> &metrics, const char *hash = "1")
{
    ReleasePlan plan;
    plan.id = QStringLiteral("shop");
    plan.hash = hash;
    plan.metrics = metrics;
    return plan;
}

Release canary(const char *name = "web", int weight = 25)
{
    Release release;
    release.key = {cluster, QStringLiteral("shop"), QString::fromLatin1(name), ReleaseKind::Rollout};
    release.uid = release.key.name + QStringLiteral("-uid");
    release.currentHash = QStringLiteral("new");
    release.stableHash = QStringLiteral("old");
    release.trafficRouter = QStringLiteral("istio");
    release.weights.set = weight;
    release.weights.reported = weight;
    return release;
}

int windowOf(const QString &promql)
{
    return promql.section(QLatin1Char(' '), 2).chopped(1).toInt();
}

} // namespace

class JudgementStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void healthyVersionPasses();
    void regressionIsFoundAgainstTheBaseline();
    void brokenRollbackLimitIsDue();
    void lostServerEndsTheVerdictOnlyWhenItIsOld();
    void everyRequestCountsOnce();
    void countsSpanFourScrapes();
    void pauseIsCountedFromItsBeginning();
    void anotherWeightBeginsAStep();
    void answersToTheFormerStepAreDropped();
    void routingFaultAllowsNoVerdict();
    void shareIsMeasuredWithoutCountingMetrics();
    void unusableAnswersAreUnknown_data();
    void unusableAnswersAreUnknown();
    void versionsNotToldApartAreNotCompared();
    void oneRoundAtATimeAndFewQueriesAtOnce();
    void anotherReleaseKeepsItsRun();
    void othersAreWatchedToo();
    void withoutPlanNothingIsAsked();
    void anotherPlanBeginsAnew();

private:
    void setTraffic(double canaryPerSecond, double baselinePerSecond, double canaryErrors = 0.001)
    {
        m_server->arms = {{QStringLiteral("new"), {canaryPerSecond, canaryErrors}},
                          {QStringLiteral("old"), {baselinePerSecond, 0.001}}};
    }
    /// One round after the rhythm has passed.
    void look(int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            m_clock->advance(20s);
            QSignalSpy judged(m_store.get(), &JudgementStore::judged);
            m_store->lookIfDue();
            QTRY_COMPARE(judged.count(), 1);
        }
    }
    void show(const Release &release)
    {
        QSignalSpy judged(m_store.get(), &JudgementStore::judged);
        m_store->show(release);
        QTRY_COMPARE(judged.count(), 1); // a new face is looked at at once
    }
    [[nodiscard]] MetricVerdict verdict() const { return m_store->shown().verdicts.value(0); }
    void setWindow(std::chrono::seconds window)
    {
        MetricsCadence cadence = m_metrics->cadence();
        cadence.window = window;
        cadence.minimumStep = window / 4;
        m_metrics->setCadence(cadence);
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<CountingMetrics> m_server;
    std::unique_ptr<MetricsStore> m_metrics;
    std::unique_ptr<JudgementStore> m_store;
    std::optional<ReleasePlan> m_plan;
};

void JudgementStoreTest::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_server = std::make_unique<CountingMetrics>();
    MetricProfile profile;
    profile.trafficQuery = QStringLiteral("traffic $hash $window");
    m_metrics = std::make_unique<MetricsStore>(profile, *m_clock);
    m_metrics->setServer(cluster, m_server.get());
    setWindow(20s);
    m_plan = planOf({errorRate()});
    m_store = std::make_unique<JudgementStore>(
        *m_metrics, [this](const ReleaseKey &) { return m_plan ? &*m_plan : nullptr; }, *m_clock);
    setTraffic(50, 150);
}

void JudgementStoreTest::cleanup()
{
    m_store.reset();
    m_metrics.reset();
    m_server.reset();
}

void JudgementStoreTest::healthyVersionPasses()
{
    QCOMPARE(m_store->shown().plan, nullptr);
    show(canary());
    look(10);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    QCOMPARE(verdict().reason, VerdictReason::WithinLimits);
    QCOMPARE(verdict().canarySamples, 50.0 * 200);
    QCOMPARE(verdict().baselineSamples, 150.0 * 200);
    QVERIFY(verdict().effectLow < 1 && verdict().effectHigh > 1);
    const Judgement &shown = m_store->shown();
    QCOMPARE(shown.share.state, ShareState::Matching);
    QCOMPARE(shown.samplesEnough(), std::optional(true));
    QVERIFY(shown.isFresh());
    QCOMPARE(shown.breachedLimit(), QString());
    QCOMPARE(shown.step.looks, 11);
    QCOMPARE(shown.step.longestGap, 20s);
}

void JudgementStoreTest::regressionIsFoundAgainstTheBaseline()
{
    setTraffic(50, 150, 0.02); // within every limit, but twenty times the baseline
    show(canary());
    look(1);
    QVERIFY(verdict().verdict != Verdict::Pass);
    look(9);
    QCOMPARE(verdict().verdict, Verdict::Fail);
    QCOMPARE(verdict().reason, VerdictReason::WorseThanBaseline);
    QVERIFY(verdict().logEvidence.value_or(0) > std::log(100));
    QVERIFY(verdict().effectLow > 5);
}

void JudgementStoreTest::brokenRollbackLimitIsDue()
{
    setTraffic(50, 150, 0.3);
    show(canary());
    QCOMPARE(m_store->shown().breachedLimit(), QString()); // not for long enough
    look(2);
    QCOMPARE(verdict().reason, VerdictReason::OverRollbackLimit);
    QCOMPARE(m_store->shown().breachedLimit(), QStringLiteral("error-rate"));
}

void JudgementStoreTest::lostServerEndsTheVerdictOnlyWhenItIsOld()
{
    show(canary());
    look(10);
    const double samples = verdict().canarySamples;
    m_server->failing = Error{ErrorCode::Unreachable, ErrorLayer::Connection, 0, {}, {}, {}, {}};
    look(5);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    look(2); // 140 s
    QCOMPARE(verdict().verdict, Verdict::Unknown);
    QCOMPARE(verdict().reason, VerdictReason::NotFresh);
    QVERIFY(!m_store->shown().isFresh());
    QCOMPARE(m_store->shown().samplesEnough(), std::nullopt);
    m_server->failing.reset();
    look(1);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    QCOMPARE(verdict().canarySamples, samples + 50.0 * 160); // the counters knew all the time
    QCOMPARE(m_store->shown().step.longestGap, 160s);
}

void JudgementStoreTest::everyRequestCountsOnce()
{
    show(canary());
    look(3);
    m_clock->advance(7300ms); // nothing is as punctual as it wants to be
    look(4);
    QDateTime counted;
    int intervals = 0;
    for (const CountingMetrics::Asked &asked : std::as_const(m_server->asked)) {
        if (!asked.promql.startsWith(QStringLiteral("errors new"))) {
            continue;
        }
        const QDateTime from = asked.at.addSecs(-windowOf(asked.promql));
        if (counted.isValid()) {
            QCOMPARE(from, counted);
        }
        counted = asked.at;
        ++intervals;
    }
    QCOMPARE(intervals, 7);
}

void JudgementStoreTest::countsSpanFourScrapes()
{
    setWindow(60s);
    show(canary());
    look(6);
    QVector<int> windows;
    for (const CountingMetrics::Asked &asked : std::as_const(m_server->asked)) {
        if (asked.promql.startsWith(QStringLiteral("errors old"))) {
            windows.push_back(windowOf(asked.promql));
        }
    }
    QCOMPARE(windows, (QVector<int>{60, 60}));
    QCOMPARE(verdict().canarySamples, 50.0 * 120);
}

void JudgementStoreTest::pauseIsCountedFromItsBeginning()
{
    Release release = canary();
    release.pause.kind = PauseKind::Step;
    release.pause.since = m_clock->nowUtc().addSecs(-600);
    show(release);
    QCOMPARE(verdict().canarySamples, 50.0 * 600);
    look(1);
    QCOMPARE(verdict().canarySamples, 50.0 * 620);
}

void JudgementStoreTest::anotherWeightBeginsAStep()
{
    setTraffic(10, 190, 0.004);
    show(canary("web", 5));
    look(10);
    const double before = verdict().logEvidence.value_or(0);
    QVERIFY(before > 0);
    m_store->show(canary("web", 25));
    QCOMPARE(m_store->shown().step.looks, 0);
    QCOMPARE(verdict().verdict, Verdict::Unknown);
    QCOMPARE(verdict().reason, VerdictReason::NeverLooked);
    setTraffic(50, 150, 0.001);
    look(3);
    QCOMPARE(m_store->shown().step.looks, 3);
    QVERIFY2(verdict().canarySamples <= 50.0 * 60, "requests of the former weight must not count");
    QVERIFY(verdict().canarySamples > 0);
    QVERIFY2(verdict().logEvidence.value_or(0) > 0, "evidence goes on");
    Release moving = canary("web", 50);
    moving.weights.reported = 25;
    m_store->show(moving);
    look(3);
    QCOMPARE(verdict().canarySamples, 0.0); // the router has not followed yet
    QCOMPARE(m_store->shown().share.state, ShareState::Unknown);
}

void JudgementStoreTest::answersToTheFormerStepAreDropped()
{
    setTraffic(50, 150, 0.3);
    show(canary("web", 25));
    m_server->hold = true;
    m_clock->advance(20s);
    m_store->lookIfDue();
    QTRY_VERIFY(m_server->open > 0);
    m_store->show(canary("web", 5));
    QSignalSpy judged(m_store.get(), &JudgementStore::judged);
    m_server->hold = false;
    m_server->release();
    QTRY_COMPARE(judged.count(), 1);
    QCOMPARE(m_store->shown().step.looks, 0);
}

void JudgementStoreTest::routingFaultAllowsNoVerdict()
{
    show(canary());
    look(5);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    setTraffic(20, 180);
    look(1);
    QCOMPARE(m_store->shown().share.state, ShareState::Doubtful);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    look(1);
    QCOMPARE(m_store->shown().share.state, ShareState::Mismatch);
    QCOMPARE(verdict().verdict, Verdict::Unknown);
    QCOMPARE(verdict().reason, VerdictReason::RoutingFault);
    const double counted = verdict().canarySamples;
    look(2);
    QCOMPARE(verdict().canarySamples, counted);
    setTraffic(50, 150);
    look(1);
    QCOMPARE(m_store->shown().share.state, ShareState::Matching);
    QCOMPARE(verdict().verdict, Verdict::Pass);
}

void JudgementStoreTest::shareIsMeasuredWithoutCountingMetrics()
{
    PlanMetric latency = errorRate();
    latency.comparison = Comparison::Ranks;
    m_plan = planOf({latency});
    setTraffic(20, 180);
    show(canary());
    look(2);
    const ShareCheck share = m_store->shown().share;
    QCOMPARE(share.state, ShareState::Mismatch);
    QCOMPARE(share.canaryRequests, 20.0 * 20);
    QCOMPARE(share.measured.value_or(0), 0.1);
}

void JudgementStoreTest::unusableAnswersAreUnknown_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<ValueProblem>("problem");
    QTest::newRow("several series") << 0 << ValueProblem::SeveralSeries;
    QTest::newRow("warnings") << 1 << ValueProblem::Warnings;
    QTest::newRow("no data") << 2 << ValueProblem::NoData;
    QTest::newRow("not a number") << 3 << ValueProblem::NotANumber;
    QTest::newRow("refused query") << 4 << ValueProblem::QueryFailed;
}

void JudgementStoreTest::unusableAnswersAreUnknown()
{
    QFETCH(int, kind);
    show(canary());
    look(5);
    QCOMPARE(verdict().verdict, Verdict::Pass);
    if (kind == 4) {
        m_server->failing = Error{ErrorCode::Invalid, ErrorLayer::Connection, 422, {}, {}, {}, {}};
    }
    m_server->spoil = [kind](QueryAnswer &answer) {
        if (kind == 0) {
            answer.series.push_back(answer.series.first());
        } else if (kind == 1) {
            answer.warnings = QStringList{QStringLiteral("partial")};
        } else if (kind == 2) {
            answer.series.clear();
        } else {
            answer.series.first().samples.first().value = std::numeric_limits<double>::quiet_NaN();
        }
    };
    look(1);
    QCOMPARE(verdict().verdict, Verdict::Unknown);
    QCOMPARE(verdict().reason, VerdictReason::NotReadable);
    QTEST(verdict().canary.problem, "problem");
}

void JudgementStoreTest::versionsNotToldApartAreNotCompared()
{
    PlanMetric metric = errorRate();
    for (QString *query : {&metric.query, &metric.samplesQuery, &metric.errorsQuery}) {
        query->replace(QStringLiteral("$hash"), QStringLiteral("new"));
    }
    m_plan = planOf({metric});
    show(canary());
    look(5);
    QCOMPARE(verdict().baseline.value, std::nullopt);
    QCOMPARE(verdict().effectKind, EffectKind::None);
    QVERIFY(verdict().verdict != Verdict::Pass);
    for (const CountingMetrics::Asked &asked : std::as_const(m_server->asked)) {
        QVERIFY2(asked.promql.contains(QStringLiteral("new")) ||
                     asked.promql.startsWith(QStringLiteral("traffic")),
                 qPrintable(asked.promql));
    }
}

void JudgementStoreTest::oneRoundAtATimeAndFewQueriesAtOnce()
{
    QVector<PlanMetric> metrics;
    for (int i = 0; i < 5; ++i) {
        PlanMetric metric = errorRate();
        metric.id += QString::number(i);
        for (QString *query : {&metric.query, &metric.samplesQuery, &metric.errorsQuery}) {
            *query += QStringLiteral(" #%1").arg(i);
        }
        metrics.push_back(metric);
    }
    m_plan = planOf(metrics);
    m_server->hold = true;
    m_store->show(canary());
    QTRY_COMPARE(m_server->open, 6);
    for (int i = 0; i < 5; ++i) {
        m_clock->advance(20s);
        m_store->lookIfDue();
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_server->asked.size(), 6);
    QSignalSpy judged(m_store.get(), &JudgementStore::judged);
    while (judged.isEmpty() && m_server->asked.size() < 100) {
        m_server->release();
        QCoreApplication::processEvents();
    }
    QCOMPARE(judged.count(), 1);
    QCOMPARE(m_server->mostOpen, 6);
    QCOMPARE(m_server->asked.size(), 5 * 4);
    // Six old windows went by without an answer: these come too late to say anything about now.
    QCOMPARE(m_store->shown().verdicts.size(), 5);
}

void JudgementStoreTest::anotherReleaseKeepsItsRun()
{
    show(canary("web"));
    look(5);
    const Judgement web = m_store->shown();
    show(canary("cart"));
    QCOMPARE(m_store->shown().release.name, QStringLiteral("cart"));
    QCOMPARE(verdict().canarySamples, 0.0); // nothing is counted yet
    QCOMPARE(m_store->of(web.run).value_or(Judgement()).verdicts.value(0).canarySamples, 50.0 * 100);
    show(canary("web"));
    look(1);
    QCOMPARE(m_store->shown().run, web.run);
    QVERIFY(verdict().canarySamples >= 50.0 * 120);
    m_store->show(std::nullopt);
    QVERIFY(m_store->shown().verdicts.isEmpty());
    QVERIFY(m_store->of(web.run).has_value());
}

void JudgementStoreTest::othersAreWatchedToo()
{
    QSignalSpy judged(m_store.get(), &JudgementStore::judged);
    m_store->watchAlso({canary("web"), canary("cart")});
    QTRY_COMPARE(judged.count(), 2);
    m_store->show(canary("cart"));
    m_clock->advance(20s);
    m_store->lookIfDue();
    QTRY_COMPARE(judged.count(), 4);
    QCOMPARE(m_store->of(runOf(canary("web"))).value_or(Judgement()).step.looks, 2);
    QCOMPARE(m_store->shown().step.looks, 2);
}

void JudgementStoreTest::withoutPlanNothingIsAsked()
{
    m_plan.reset();
    m_store->show(canary());
    m_clock->advance(60s);
    m_store->lookIfDue();
    QCoreApplication::processEvents();
    QVERIFY(m_server->asked.isEmpty());
    QCOMPARE(m_store->shown().plan, nullptr);
    QCOMPARE(m_store->shown().samplesEnough(), std::nullopt);
    QVERIFY(!m_store->shown().isFresh());
    m_plan = planOf({errorRate()});
    QSignalSpy judged(m_store.get(), &JudgementStore::judged);
    m_store->reconsiderPlans();
    QTRY_COMPARE(judged.count(), 1);
    Release steady = canary();
    steady.currentHash = steady.stableHash;
    m_store->show(steady);
    QCOMPARE(m_store->shown().plan, nullptr);
}

void JudgementStoreTest::anotherPlanBeginsAnew()
{
    show(canary());
    look(5);
    QCOMPARE(m_store->shown().step.looks, 6);
    m_plan = planOf({errorRate()}, "2");
    QSignalSpy judged(m_store.get(), &JudgementStore::judged);
    m_store->reconsiderPlans();
    QCOMPARE(m_store->shown().step.looks, 0);
    QTRY_COMPARE(judged.count(), 1);
    QCOMPARE(m_store->shown().plan->hash, QByteArray("2"));
    QCOMPARE(m_store->shown().step.looks, 1);
}

QTEST_GUILESS_MAIN(JudgementStoreTest)
#include "judgementstore_test.moc"
