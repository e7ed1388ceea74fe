// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartcrosshair.h"
#include "widgets/charts/charttabledialog.h"
#include "widgets/charts/charttablemodel.h"
#include "widgets/charts/metricchart.h"
#include "widgets/charts/metricplot.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/statetext.h"

#include <QAbstractItemModelTester>
#include <QLineSeries>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace signalbox;

namespace
{

constexpr std::int64_t start = 1'787'300'000'000;

MetricPanel panelOf(int samples)
{
    MetricPanel panel;
    panel.rule.id = QStringLiteral("error-rate");
    panel.rule.unit = Unit::Ratio;
    panel.rule.limit = 0.01;
    panel.rule.title.insert(QStringLiteral("en"), QStringLiteral("HTTP error rate"));
    for (int i = 0; i < samples; ++i) {
        panel.canary.push_back({start + i * 100, 0.004 + 0.003 * std::sin(i)});
        panel.baseline.push_back({start + i * 100, 0.002});
    }
    panel.canaryNow = {0.0031, ValueProblem::None, {}, {}};
    panel.baselineNow = {0.002, ValueProblem::None, {}, {}};
    panel.verdict = Verdict::Pass;
    panel.source.freshness = Freshness::Live;
    return panel;
}

ChartContext contextOf(int samples)
{
    ChartContext context;
    context.span = {start, start + samples * 100};
    context.zone = TimeZoneChoice::Utc;
    context.now = QDateTime::fromMSecsSinceEpoch(context.span.toMs, Qt::UTC);
    return context;
}

} // namespace

class MetricChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feedsAtMostAFewPointsPerPixel()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.resize(300, 180);
        chart.setContext(contextOf(40'000));
        chart.setPanel(panelOf(40'000));
        chart.show();
        const qsizetype points = chart.plot().canaryLine().count();
        QVERIFY(points > 100);
        QVERIFY2(points <= 3 * 300, qPrintable(QString::number(points)));
    }

    void laysOutOnlyWhileVisible()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.setContext(contextOf(100));
        chart.setPanel(panelOf(100));
        QCOMPARE(chart.plot().canaryLine().count(), 0);
        chart.show();
        QVERIFY(chart.plot().canaryLine().count() > 0);
    }

    void newValuesAreLaidOutOnce()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.resize(400, 180);
        chart.show();
        chart.setContext(contextOf(100));
        chart.setPanel(panelOf(100));
        QCOMPARE(chart.plot().canaryLine().count(), 0);
        QTRY_VERIFY(chart.plot().canaryLine().count() > 0);
    }

    void gapsStayGaps()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.resize(400, 180);
        MetricPanel panel = panelOf(200);
        panel.canary.remove(80, 40);
        chart.setContext(contextOf(200));
        chart.setPanel(panel);
        chart.show();
        const QList<QPointF> points = chart.plot().canaryLine().points();
        QCOMPARE(
            std::count_if(points.cbegin(), points.cend(), [](const QPointF &p) { return std::isnan(p.y()); }),
            1);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("freshness");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, int samples, Verdict verdict, Freshness freshness,
                            const char *words) {
            QTest::newRow(name) << samples << static_cast<int>(verdict) << static_cast<int>(freshness)
                                << QString::fromLatin1(words);
        };
        row("fine", 50, Verdict::Pass, Freshness::Live, "");
        row("no data", 0, Verdict::Unknown, Freshness::Live, "No data");
        row("few", 3, Verdict::Insufficient, Freshness::Live, "Too few samples");
        row("loading", 0, Verdict::Unknown, Freshness::Loading, "loading");
        row("stale, which the title says", 50, Verdict::Unknown, Freshness::Stale, "");
    }

    void saysWhatIsMissing()
    {
        QFETCH(int, samples);
        QFETCH(int, verdict);
        QFETCH(int, freshness);
        QFETCH(QString, words);
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        const ChartContext context = contextOf(1000);
        MetricPanel panel = panelOf(samples);
        panel.verdict = static_cast<Verdict>(verdict);
        panel.source.freshness = static_cast<Freshness>(freshness);
        panel.source.since = context.now.addSecs(-180);
        chart.setContext(context);
        chart.setPanel(panel);
        chart.show();
        QCOMPARE(chart.plot().words(), words);
    }

    void queryFailureIsNoLackOfData()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        MetricPanel panel = panelOf(0);
        panel.canaryNow = {std::nullopt, ValueProblem::QueryFailed, {}, {}};
        panel.source.freshness = Freshness::Polling;
        chart.setContext(contextOf(1000));
        chart.setPanel(panel);
        chart.show();
        QCOMPARE(chart.plot().words(), problemText(ValueProblem::QueryFailed));
    }

    void oldVerdictIsNotRepeated()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        ChartContext context = contextOf(1000);
        MetricPanel panel = panelOf(50);
        panel.rule.limit = 1;
        panel.canaryNow.value = 0.5;
        panel.canaryNow.problem = ValueProblem::None;
        panel.verdict = Verdict::Pass;
        panel.source.freshness = Freshness::Stale;
        panel.source.since = context.now.addSecs(-180);
        chart.setContext(context);
        chart.setPanel(panel);
        const auto titles = [&chart] {
            QStringList texts;
            for (const ElidedLabel *label : chart.findChildren<ElidedLabel *>()) {
                texts << label->fullText();
            }
            return texts;
        };
        QVERIFY2(titles().contains(QStringLiteral("stale for 3 m")),
                 qPrintable(titles().join(QLatin1Char('|'))));
        context.now = context.now.addSecs(60);
        chart.setContext(context);
        QVERIFY(titles().contains(QStringLiteral("stale for 4 m")));
    }

    void tellsAssistiveTools()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.setPanel(panelOf(10));
        QCOMPARE(chart.accessibleName(), QStringLiteral("Chart: HTTP error rate"));
        QVERIFY(chart.accessibleDescription().contains(
            QStringLiteral("Canary 0.31 %, stable 0.2 %, within limit.")));
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("The limit is 1 %.")));
    }

    void crosshairIsShared()
    {
        ChartCrosshair crosshair;
        MetricChart first(crosshair);
        MetricChart second(crosshair);
        for (MetricChart *chart : {&first, &second}) {
            chart->resize(300, 180);
            chart->setContext(contextOf(100));
            chart->setPanel(panelOf(100));
            chart->show();
        }
        const QImage before = second.grab().toImage();
        QTest::keyClick(&first, Qt::Key_Left);
        QVERIFY(crosshair.time().has_value());
        QVERIFY(*crosshair.time() < contextOf(100).span.toMs);
        QVERIFY2(second.grab().toImage() != before, "the other chart shows the crosshair too");
    }

    void valuesCanBeReadAsTable()
    {
        ChartCrosshair crosshair;
        MetricChart chart(crosshair);
        chart.setContext(contextOf(3));
        MetricPanel panel = panelOf(3);
        panel.baseline.remove(1);
        chart.setPanel(panel);
        chart.show();
        QTest::keyClick(&chart, Qt::Key_Return);
        auto *dialog = chart.findChild<ChartTableDialog *>();
        QVERIFY(dialog != nullptr);
        auto *table = dialog->findChild<QTableView *>();
        QVERIFY(!table->accessibleName().isEmpty());
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("0.4 %"));
        QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("–"));
        dialog->close();
    }

    void tableModelIsSound()
    {
        ChartTableModel model(panelOf(20), TimeZoneChoice::Utc);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 20);
        model.retranslate();
    }
};

QTEST_MAIN(MetricChartTest)
#include "metricchart_test.moc"
