// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metricverdict.h"

#include <QTest>

#include <cmath>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

const QDateTime start(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);
constexpr int tick = 30;

Reading known(double value, double samples = 5000)
{
    Reading reading;
    reading.value = value;
    reading.problem = ValueProblem::None;
    reading.samples = samples;
    return reading;
}

PlanMetric latency()
{
    PlanMetric metric;
    metric.id = QStringLiteral("latency-p95");
    metric.unit = Unit::Seconds;
    metric.promoteLimit = 2;
    metric.rollbackLimit = 5;
    metric.minimumSamples = 200;
    metric.consecutive = 2;
    return metric;
}

PlanMetric errorRate()
{
    PlanMetric metric;
    metric.id = QStringLiteral("error-rate");
    metric.unit = Unit::Ratio;
    metric.promoteLimit = 0.01;
    metric.rollbackLimit = 0.05;
    metric.minimumSamples = 200;
    metric.comparison = Comparison::ErrorRate;
    return metric;
}

/// Feeds one reading a tick.
class Bake
{
public:
    explicit Bake(const PlanMetric &metric)
        : m_judgement(metric)
    {
    }
    void see(const Reading &canary, const Reading &baseline = known(0.1))
    {
        MetricLook look;
        look.at = m_now = m_now.addSecs(tick);
        look.canary = canary;
        look.baseline = baseline;
        m_judgement.look(look);
    }
    void count(double canaryRequests, double canaryErrors, double baselineRequests, double baselineErrors)
    {
        MetricLook look;
        look.at = m_now = m_now.addSecs(tick);
        look.canary = known(canaryErrors / canaryRequests, canaryRequests);
        look.baseline = known(baselineErrors / baselineRequests, baselineRequests);
        look.canaryRequests = known(canaryRequests);
        look.canaryErrors = known(canaryErrors);
        look.baselineRequests = known(baselineRequests);
        look.baselineErrors = known(baselineErrors);
        m_judgement.look(look);
    }
    void beginStep() { m_judgement.beginStep(); }
    [[nodiscard]] MetricVerdict now(int later = 0) const { return m_judgement.verdict(m_now.addSecs(later)); }

private:
    MetricJudgement m_judgement;
    QDateTime m_now = start;
};

void compare(const MetricVerdict &verdict, Verdict word, VerdictReason reason)
{
    QCOMPARE(static_cast<int>(verdict.verdict), static_cast<int>(word));
    QCOMPARE(static_cast<int>(verdict.reason), static_cast<int>(reason));
}

} // namespace

class MetricVerdictTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownNeverPasses()
    {
        compare(Bake(latency()).now(), Verdict::Unknown, VerdictReason::NeverLooked);
        for (const ValueProblem problem :
             {ValueProblem::NoData, ValueProblem::NotANumber, ValueProblem::Infinite, ValueProblem::Stale,
              ValueProblem::SeveralSeries, ValueProblem::Warnings, ValueProblem::NativeHistogram,
              ValueProblem::QueryFailed}) {
            Bake bake(latency());
            bake.see(known(0.3));
            Reading bad;
            bad.problem = problem;
            bake.see(bad);
            compare(bake.now(), Verdict::Unknown, VerdictReason::NotReadable);
        }
    }

    void anOldLookIsUnknown()
    {
        Bake bake(latency());
        bake.see(known(0.3));
        compare(bake.now(120), Verdict::Pass, VerdictReason::WithinLimits);
        compare(bake.now(121), Verdict::Unknown, VerdictReason::NotFresh);
    }

    void limitsAreStrict()
    {
        Bake bake(latency());
        bake.see(known(2));
        bake.see(known(2));
        compare(bake.now(), Verdict::Pass, VerdictReason::WithinLimits);
        bake.see(known(std::nextafter(2.0, 3.0)));
        compare(bake.now(), Verdict::Inconclusive, VerdictReason::NearLimit);
        bake.see(known(2.1));
        compare(bake.now(), Verdict::Fail, VerdictReason::OverPromoteLimit);
    }

    void higherIsBetterTurnsTheLadder()
    {
        PlanMetric logins = latency();
        logins.direction = Direction::HigherIsBetter;
        logins.unit = Unit::Ratio;
        logins.promoteLimit = 0.95;
        logins.rollbackLimit = 0.90;
        logins.consecutive = 1;
        Bake bake(logins);
        bake.see(known(0.95));
        compare(bake.now(), Verdict::Pass, VerdictReason::WithinLimits);
        bake.see(known(0.89));
        compare(bake.now(), Verdict::Fail, VerdictReason::OverRollbackLimit);
        QVERIFY(bake.now().rollbackDue);
    }

    void aSpikeEarlierStaysVisible()
    {
        Bake bake(latency());
        bake.see(known(3));
        bake.see(known(3));
        for (int i = 0; i < 20; ++i) {
            bake.see(known(0.2));
        }
        compare(bake.now(), Verdict::Fail, VerdictReason::OverPromoteLimit);
        bake.beginStep();
        bake.see(known(0.2));
        compare(bake.now(), Verdict::Pass, VerdictReason::WithinLimits);
    }

    void aGapNeitherBreaksNorKeepsALimit()
    {
        Bake bake(latency());
        bake.see(known(3));
        bake.see(Reading{});
        bake.see(known(3));
        compare(bake.now(), Verdict::Fail, VerdictReason::OverPromoteLimit);
    }

    void tooFewSamplesDecideNothing()
    {
        Bake bake(latency());
        for (int i = 0; i < 5; ++i) {
            bake.see(known(9, 199));
        }
        compare(bake.now(), Verdict::Insufficient, VerdictReason::TooFewSamples);
        QVERIFY(!bake.now().rollbackDue);
        Reading uncounted = known(9);
        uncounted.samples.reset();
        bake.see(uncounted);
        compare(bake.now(), Verdict::Insufficient, VerdictReason::TooFewSamples);
    }

    void rollbackWaitsForItsHoldTime()
    {
        PlanMetric metric = latency();
        metric.rollbackHold = 60s;
        metric.consecutive = 1;
        Bake bake(metric);
        bake.see(known(6));
        bake.see(known(6));
        QVERIFY(!bake.now().rollbackDue);
        bake.see(known(6));
        compare(bake.now(), Verdict::Fail, VerdictReason::OverRollbackLimit);
        QCOMPARE(bake.now().limit, std::optional(5.0));
        bake.see(known(1));
        QVERIFY(!bake.now().rollbackDue);
    }

    void withoutALimitThereIsNothingToPass()
    {
        PlanMetric metric = latency();
        metric.promoteLimit.reset();
        metric.rollbackLimit.reset();
        Bake bake(metric);
        bake.see(known(0.1));
        compare(bake.now(), Verdict::Unknown, VerdictReason::NoLimit);
    }

    /// 0.1 % errors at 5 % traffic: passes once enough requests rule out 1 %.
    void healthyErrorRatePassesWithEnoughRequests()
    {
        Bake bake(errorRate());
        bake.count(250, 0, 4750, 5);
        compare(bake.now(), Verdict::Inconclusive, VerdictReason::NearLimit);
        for (int i = 0; i < 20; ++i) {
            bake.count(250, i % 4 == 0 ? 1 : 0, 4750, 5);
        }
        compare(bake.now(), Verdict::Pass, VerdictReason::WithinLimits);
        QVERIFY(bake.now().effectKind == EffectKind::Ratio);
        QVERIFY(bake.now().effectLow < 1 && bake.now().effectHigh > 1);
        QCOMPARE(bake.now().canarySamples, 21 * 250.0);
    }

    /// 0.6 % against 0.05 %: under the absolute limit, and still far worse than the baseline.
    void worseThanTheBaselineFailsBelowTheLimit()
    {
        Bake bake(errorRate());
        for (int i = 0; i < 12; ++i) {
            bake.count(1000, 6, 19000, 9.5);
        }
        compare(bake.now(), Verdict::Fail, VerdictReason::WorseThanBaseline);
        QVERIFY(*bake.now().logEvidence > std::log(1 / falseAlarmRate));
        // A new weight does not forget it.
        bake.beginStep();
        bake.count(5000, 5, 15000, 7.5);
        compare(bake.now(), Verdict::Fail, VerdictReason::WorseThanBaseline);
    }

    void oneUnknownArmCountsForNeither()
    {
        Bake bake(errorRate());
        MetricLook look;
        look.at = start;
        look.canary = known(0.001);
        look.baseline = known(0.001);
        look.canaryRequests = known(10000);
        look.canaryErrors = known(9000);
        MetricJudgement judgement(errorRate());
        judgement.look(look);
        QCOMPARE(judgement.verdict(start).canarySamples, 0.0);
        compare(judgement.verdict(start), Verdict::Inconclusive, VerdictReason::NearLimit);
    }

    void ranksFindAShiftThatMatters_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<int>("verdict");
        QTest::newRow("the same") << 0.0 << static_cast<int>(Verdict::Pass);
        QTest::newRow("5 %: significant, not notable") << 0.05 << static_cast<int>(Verdict::Pass);
        QTest::newRow("40 %") << 0.40 << static_cast<int>(Verdict::Fail);
        QTest::newRow("40 % better") << -0.40 << static_cast<int>(Verdict::Pass);
    }

    void ranksFindAShiftThatMatters()
    {
        QFETCH(double, shift);
        PlanMetric metric = latency();
        metric.comparison = Comparison::Ranks;
        metric.practicalShift = 0.02;
        Bake bake(metric);
        for (int i = 0; i < 30; ++i) {
            const double wobble = 0.01 * ((i * 7) % 5);
            bake.see(known(1 + shift + wobble + 0.0001 * i), known(1 + wobble));
        }
        QTEST(static_cast<int>(bake.now().verdict), "verdict");
        QVERIFY(bake.now().effectKind == EffectKind::Shift);
        QVERIFY(std::abs(bake.now().effect - shift) < 0.02);
    }

    void overlappingWindowsAreNoSamplesOfTheirOwn()
    {
        PlanMetric metric = latency();
        metric.comparison = Comparison::Ranks;
        MetricJudgement judgement(metric);
        MetricLook look;
        look.at = start;
        look.canary = known(1.4);
        look.baseline = known(1);
        for (int i = 0; i < 30; ++i) {
            look.at = look.at.addSecs(tick);
            look.isOverlapping = i % 3 != 0;
            judgement.look(look);
        }
        QCOMPARE(judgement.verdict(look.at).canarySamples, 10.0);
        look.canary = known(6); // limits need no samples of their own
        look.isOverlapping = true;
        judgement.look(look);
        judgement.look(look);
        compare(judgement.verdict(look.at), Verdict::Fail, VerdictReason::OverRollbackLimit);
    }

    void manyRankTestsShareOneFalseAlarm()
    {
        PlanMetric ranks = latency();
        ranks.comparison = Comparison::Ranks;
        ranks.group = QStringLiteral("gate");
        PlanMetric alone = ranks;
        alone.group = QStringLiteral("critical");
        const auto worse = [](double chance) {
            MetricVerdict verdict;
            verdict.verdict = Verdict::Fail;
            verdict.reason = VerdictReason::WorseThanBaseline;
            verdict.pValue = chance;
            return verdict;
        };
        MetricVerdict fine = worse(0.6);
        fine.verdict = Verdict::Pass;
        fine.reason = VerdictReason::WithinLimits;
        QVector<MetricVerdict> verdicts{worse(0.001), worse(0.006), fine, worse(0.006)};
        judgeTogether(verdicts, {ranks, ranks, ranks, alone});
        compare(verdicts.at(0), Verdict::Fail, VerdictReason::WorseThanBaseline);
        compare(verdicts.at(1), Verdict::Inconclusive, VerdictReason::OneOfMany);
        compare(verdicts.at(2), Verdict::Pass, VerdictReason::WithinLimits);
        compare(verdicts.at(3), Verdict::Fail, VerdictReason::WorseThanBaseline);
    }

    void withoutABaselineItIsInconclusive()
    {
        PlanMetric metric = latency();
        metric.comparison = Comparison::Ranks;
        Bake bake(metric);
        bake.see(known(0.2), Reading{});
        compare(bake.now(), Verdict::Inconclusive, VerdictReason::BaselineUnknown);
    }
};

QTEST_APPLESS_MAIN(MetricVerdictTest)
#include "metricverdict_test.moc"
