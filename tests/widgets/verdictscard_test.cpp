// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/verdictscard.h"
#include "widgets/panels/verdictsdelegate.h"
#include "widgets/style/format.h"
#include "widgets/style/verdicttext.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <limits>

using namespace signalbox;

namespace
{

const QDateTime now(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);

Reading known(double value, double samples)
{
    Reading reading;
    reading.value = value;
    reading.problem = ValueProblem::None;
    reading.samples = samples;
    return reading;
}

PlanMetric errorRate()
{
    PlanMetric metric;
    metric.id = QStringLiteral("error-rate");
    metric.title = {QStringLiteral("Error rate"), QStringLiteral("錯誤率"), QStringLiteral("错误率")};
    metric.unit = Unit::Ratio;
    metric.promoteLimit = 0.01;
    metric.minimumSamples = 100;
    metric.comparison = Comparison::ErrorRate;
    return metric;
}

PlanMetric latency()
{
    PlanMetric metric;
    metric.id = QStringLiteral("latency-p95");
    metric.title = {QStringLiteral("p95 latency"), QStringLiteral("p95 延遲"), QStringLiteral("p95 时延")};
    metric.unit = Unit::Seconds;
    metric.promoteLimit = 2;
    metric.comparison = Comparison::Ranks;
    return metric;
}

MetricVerdict worse()
{
    MetricVerdict verdict;
    verdict.metric = QStringLiteral("error-rate");
    verdict.verdict = Verdict::Fail;
    verdict.reason = VerdictReason::WorseThanBaseline;
    verdict.canary = known(0.008, 1234);
    verdict.baseline = known(0.002, 5678);
    verdict.limit = 0.01;
    verdict.effectKind = EffectKind::Ratio;
    verdict.effect = 4;
    verdict.effectLow = 2.1;
    verdict.effectHigh = 12.4;
    verdict.canarySamples = 1234.4;
    verdict.baselineSamples = 5678;
    verdict.logEvidence = std::log(240);
    return verdict;
}

MetricVerdict slower()
{
    MetricVerdict verdict;
    verdict.metric = QStringLiteral("latency-p95");
    verdict.verdict = Verdict::Pass;
    verdict.reason = VerdictReason::WithinLimits;
    verdict.canary = known(0.212, 10);
    verdict.baseline = known(0.2, 10);
    verdict.limit = 2;
    verdict.effectKind = EffectKind::Shift;
    verdict.effect = 0.012;
    verdict.effectLow = -0.003;
    verdict.effectHigh = 0.03;
    verdict.canarySamples = 9;
    verdict.baselineSamples = 9;
    verdict.pValue = 0.2;
    return verdict;
}

Judgement judgementOf(const QVector<MetricVerdict> &verdicts)
{
    ReleasePlan plan;
    plan.metrics = {errorRate(), latency()};
    Judgement judgement;
    judgement.plan = std::make_shared<const ReleasePlan>(plan);
    judgement.verdicts = verdicts;
    judgement.step = {now.addSecs(-60), now.addSecs(-12), std::chrono::seconds(20), 4};
    return judgement;
}

MetricVerdict because(VerdictReason reason)
{
    MetricVerdict verdict = worse();
    verdict.reason = reason;
    return verdict;
}

} // namespace

class VerdictsCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void rowSaysEverything();
    void shiftsCarrySignAndUnit();
    void evidence_data();
    void evidence();
    void everyReasonHasItsOwnSentence();
    void sentencesNameNumbers();
    void whatDoesNotPassIsExplained();
    void routingFaultIsSaid();
    void withoutPlanItSaysSo();
    void hostileTitlesArePlain();

private:
    [[nodiscard]] static QString cell(const VerdictsCard &card, int row, VerdictsModel::Column column)
    {
        const auto *table = card.findChild<QTableView *>(QStringLiteral("verdicts"));
        const auto *delegate = qobject_cast<VerdictsDelegate *>(table->itemDelegate());
        return delegate->look(table->model()->index(row, static_cast<int>(column))).text;
    }
    [[nodiscard]] static QLabel *label(const VerdictsCard &card, const char *name)
    {
        return card.findChild<QLabel *>(QString::fromLatin1(name));
    }
};

void VerdictsCardTest::rowSaysEverything()
{
    VerdictsCard card;
    card.setNow(now);
    card.setJudgement(judgementOf({worse(), slower()}), true);
    using Column = VerdictsModel::Column;
    QCOMPARE(cell(card, 0, Column::Metric), QStringLiteral("Error rate"));
    QCOMPARE(cell(card, 0, Column::Canary), ratioText(0.008));
    QCOMPARE(cell(card, 0, Column::Baseline), ratioText(0.002));
    QCOMPARE(cell(card, 0, Column::Effect), QStringLiteral("4.0 × (2.1 – 12)"));
    QCOMPARE(cell(card, 0, Column::Samples), QStringLiteral("1,234 / 5,678"));
    QCOMPARE(cell(card, 0, Column::Limit), ratioText(0.01));
    QCOMPARE(cell(card, 0, Column::Evidence), QStringLiteral("1 : 240"));
    QCOMPARE(cell(card, 0, Column::Verdict), QStringLiteral("worse than baseline"));
    const auto *table = card.findChild<QTableView *>(QStringLiteral("verdicts"));
    const auto *delegate = qobject_cast<VerdictsDelegate *>(table->itemDelegate());
    for (int row = 0; row < 2; ++row) { // colour never stands alone
        QVERIFY(delegate->look(table->model()->index(row, static_cast<int>(Column::Verdict))).glyph);
    }
}

void VerdictsCardTest::shiftsCarrySignAndUnit()
{
    QCOMPARE(effectText(slower(), Unit::Seconds), QStringLiteral("+12 ms (−3 ms … +30 ms)"));
    MetricVerdict endless = worse();
    endless.effectHigh = std::numeric_limits<double>::infinity();
    QCOMPARE(effectText(endless, Unit::Ratio), QStringLiteral("4.0 × (2.1 – ∞)"));
    endless.effectKind = EffectKind::None;
    QCOMPARE(effectText(endless, Unit::Ratio), dashText());
}

void VerdictsCardTest::evidence_data()
{
    QTest::addColumn<double>("logEvidence"); // NaN: none
    QTest::addColumn<double>("pValue");
    QTest::addColumn<QString>("text");
    const double none = std::nan("");
    QTest::newRow("speaks for no difference") << -3.0 << none << QStringLiteral("1 : 1");
    QTest::newRow("some") << std::log(12.0) << none << QStringLiteral("1 : 12");
    QTest::newRow("overwhelming") << 900.0 << none << QStringLiteral("1 : > 10,000");
    QTest::newRow("p") << none << 0.04 << QStringLiteral("p = 0.040");
    QTest::newRow("large p") << none << 0.5 << QStringLiteral("p = 0.50");
    QTest::newRow("small p") << none << 0.0002 << QStringLiteral("p < 0.001");
    QTest::newRow("not tested") << none << none << dashText();
}

void VerdictsCardTest::evidence()
{
    QFETCH(double, logEvidence);
    QFETCH(double, pValue);
    MetricVerdict verdict;
    verdict.logEvidence = std::isnan(logEvidence) ? std::nullopt : std::optional(logEvidence);
    verdict.pValue = std::isnan(pValue) ? std::nullopt : std::optional(pValue);
    QTEST(evidenceText(verdict), "text");
    QCOMPARE(evidenceMeaning(verdict).isEmpty(), !verdict.logEvidence && !verdict.pValue);
}

void VerdictsCardTest::everyReasonHasItsOwnSentence()
{
    QSet<QString> sentences;
    const int last = static_cast<int>(VerdictReason::OneOfMany);
    for (int reason = 0; reason <= last; ++reason) {
        const MetricVerdict verdict = because(static_cast<VerdictReason>(reason));
        const QString sentence = verdictReasonText(verdict, errorRate());
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QLatin1Char('%') + QString::number(1)), qPrintable(sentence));
        sentences.insert(sentence);
        QVERIFY(!verdictWord(verdict).isEmpty());
    }
    QCOMPARE(sentences.size(), last + 1);
}

void VerdictsCardTest::sentencesNameNumbers()
{
    MetricVerdict few = because(VerdictReason::TooFewSamples);
    few.canary.samples = 42;
    const QString tooFew = verdictReasonText(few, errorRate());
    QVERIFY2(tooFew.contains(QStringLiteral("42")) && tooFew.contains(QStringLiteral("100")),
             qPrintable(tooFew));
    MetricVerdict limit = because(VerdictReason::OverRollbackLimit);
    limit.limit = 0.05;
    QVERIFY(verdictReasonText(limit, errorRate()).contains(ratioText(0.05)));
    MetricVerdict unread = because(VerdictReason::NotReadable);
    unread.canary = {};
    unread.canary.problem = ValueProblem::Warnings;
    unread.canary.detail = QStringLiteral("store 3 is away");
    const QString sentence = verdictReasonText(unread, errorRate());
    QVERIFY2(sentence.contains(QStringLiteral("partial answer")) &&
                 sentence.contains(QStringLiteral("store 3 is away")),
             qPrintable(sentence));
}

void VerdictsCardTest::whatDoesNotPassIsExplained()
{
    VerdictsCard card;
    card.setNow(now);
    card.setJudgement(judgementOf({worse(), slower()}), true);
    const QString reasons = label(card, "verdictReasons")->text();
    QVERIFY2(reasons.startsWith(QStringLiteral("Error rate: ")), qPrintable(reasons));
    QVERIFY(!reasons.contains(QStringLiteral("p95")));
    QVERIFY(!label(card, "verdictReasons")->isHidden());
    card.setJudgement(judgementOf({slower()}), true);
    QVERIFY(label(card, "verdictReasons")->isHidden());
    card.setJudgement(judgementOf({slower()}), false);
    QVERIFY(card.isHidden());
}

void VerdictsCardTest::routingFaultIsSaid()
{
    VerdictsCard card;
    Judgement judgement = judgementOf({because(VerdictReason::RoutingFault)});
    judgement.share.state = ShareState::Mismatch;
    judgement.share.wanted = 0.25;
    judgement.share.measured = 0.1;
    card.setJudgement(judgement, true);
    const QString text = label(card, "trafficShareCheck")->text();
    QVERIFY2(text.startsWith(QStringLiteral("Routing fault")), qPrintable(text));
    QVERIFY(text.contains(ratioText(0.25)) && text.contains(ratioText(0.1)));
    QCOMPARE(cell(card, 0, VerdictsModel::Column::Verdict), QStringLiteral("no verdict"));
}

void VerdictsCardTest::withoutPlanItSaysSo()
{
    VerdictsCard card;
    card.setJudgement({}, true);
    QVERIFY(!card.isHidden());
    QVERIFY(!label(card, "verdictsEmpty")->isHidden());
    QVERIFY(label(card, "verdictsEmpty")->text().contains(QStringLiteral("plan")));
    QVERIFY(card.findChild<QTableView *>(QStringLiteral("verdicts"))->isHidden());
    QVERIFY(label(card, "trafficShareCheck")->isHidden());
    card.setJudgement(judgementOf({slower()}), true);
    QVERIFY(label(card, "verdictsEmpty")->isHidden());
}

void VerdictsCardTest::hostileTitlesArePlain()
{
    PlanMetric metric = errorRate();
    metric.title.en = QStringLiteral("<b>good\u202E</b>\nnews");
    const QString title = metricTitle(metric);
    QVERIFY(!title.contains(QChar(0x202e)) && !title.contains(QLatin1Char('\n')));
    metric.title = {};
    QCOMPARE(metricTitle(metric), metric.id);
}

QTEST_MAIN(VerdictsCardTest)
#include "verdictscard_test.moc"
