// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pseudotranslator.h"
#include "samplereleases.h"
#include "widgets/style/fonts.h"
#include "widgets/track/tracklayout.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

#include <cmath>

using namespace signalbox;

namespace
{

TrackMetrics metricsOf(const QFont &font)
{
    QFont boldFont = font;
    boldFont.setWeight(QFont::DemiBold);
    const QFontMetricsF plain(font);
    const QFontMetricsF bold(boldFont);
    TrackMetrics metrics;
    metrics.width = [plain, bold](const QString &text, bool isBold) {
        return std::ceil((isBold ? bold : plain).horizontalAdvance(text)) + 1;
    };
    metrics.elided = [plain, bold](const QString &text, bool isBold, double width) {
        return (isBold ? bold : plain).elidedText(text, Qt::ElideRight, width);
    };
    metrics.lineHeight = std::ceil(plain.height());
    return metrics;
}

QFont latin()
{
    QFont font;
    font.setFamilies(Fonts::families(QLocale(QLocale::English)));
    font.setPointSizeF(8.6);
    return font;
}

QFont chinese()
{
    QFont font;
    font.setFamilies(
        Fonts::families(QLocale(QLocale::Chinese, QLocale::TraditionalHanScript, QLocale::Taiwan)));
    font.setPointSizeF(8.6);
    return font;
}

TrackLayout layoutOf(const TrackContent &content, double width, const QFont &font)
{
    const TrackMetrics metrics = metricsOf(font);
    return layoutTrack(content, QSizeF(width, trackHeight(metrics)), metrics);
}

const TrackStop *stopOf(const TrackLayout &layout, int station)
{
    for (const TrackStop &stop : layout.stops) {
        if (stop.station == station) {
            return &stop;
        }
    }
    return nullptr;
}

QString whereLabelsCollide(const TrackLayout &layout)
{
    const QRectF area(QPointF(0, 0), layout.size);
    for (int i = 0; i < layout.labels.size(); ++i) {
        const TrackLabel &label = layout.labels.at(i);
        if (!area.contains(label.rect)) {
            return QStringLiteral("“%1” leaves the area").arg(label.text);
        }
        for (int j = i + 1; j < layout.labels.size(); ++j) {
            if (label.rect.intersects(layout.labels.at(j).rect)) {
                return QStringLiteral("“%1” meets “%2”").arg(label.text, layout.labels.at(j).text);
            }
        }
        for (const TrackPost &post : layout.posts) {
            const QRectF housing(post.foot.x() - 6, post.foot.y() - trackPostHeight(), 12, trackPostHeight());
            if (label.rect.intersects(housing)) {
                return QStringLiteral("“%1” meets a signal").arg(label.text);
            }
        }
    }
    return {};
}

} // namespace

class TrackLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsNeverOverlap_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("isChinese");
        // The centre of a 1280 px window is about 700 wide; at 200 % scale 300 units are left.
        for (const int steps : {0, 1, 2, 4, 10, 23, 60, 150, 400}) {
            for (const double width : {300.0, 440.0, 700.0, 1200.0}) {
                for (const bool isChinese : {false, true}) {
                    QTest::addRow("%d steps, %d wide, %s", steps, static_cast<int>(width),
                                  isChinese ? "zh" : "en")
                        << steps << width << isChinese;
                }
            }
        }
    }

    void labelsNeverOverlap()
    {
        QFETCH(int, steps);
        QFETCH(double, width);
        QFETCH(bool, isChinese);
        PseudoTranslator translator;
        if (isChinese) {
            QCoreApplication::installTranslator(&translator);
        }
        for (const int at : {0, steps / 3, steps / 2, steps}) {
            Release release = samples::longCanary(steps, at);
            release.weights = {25, 20, 18};
            const TrackContent content = trackContent(release, 11.0, samples::now());
            const TrackLayout layout = layoutOf(content, width, isChinese ? chinese() : latin());
            QCOMPARE(whereLabelsCollide(layout), QString());
            const int current = content.currentStation();
            if (current >= 0) {
                const TrackStop *stop = stopOf(layout, current);
                QVERIFY2(stop != nullptr, "the current station must be there");
                QVERIFY2(stop->labelled, "the current station must be named");
            }
        }
        QCoreApplication::removeTranslator(&translator);
    }

    void otherStrategiesDoNotOverlap()
    {
        for (const Release &release :
             {samples::canaryAtGate(), samples::canaryBaking(), samples::canaryAborted(), samples::steady(),
              samples::blueGreenWaiting(), samples::blueGreenSwitched(), samples::rollingDeployment()}) {
            for (const double width : {300.0, 700.0}) {
                const TrackContent content = trackContent(release, std::nullopt, samples::now());
                QCOMPARE(whereLabelsCollide(layoutOf(content, width, latin())), QString());
                QCOMPARE(whereLabelsCollide(layoutOf(content, width, chinese())), QString());
            }
        }
    }

    void noStationIsLost()
    {
        const TrackContent content =
            trackContent(samples::longCanary(400, 200), std::nullopt, samples::now());
        const TrackLayout layout = layoutOf(content, 500, latin());
        qsizetype shown = layout.stops.size();
        for (const TrackGap &gap : layout.gaps) {
            shown += gap.hidden;
        }
        QCOMPARE(shown, content.stations.size());
        QCOMPARE(layout.gaps.size(), 2);
        QCOMPARE(layout.stops.first().station, 0);
        QCOMPARE(layout.stops.last().station, static_cast<int>(content.stations.size()) - 1);
        for (int i = 1; i < layout.stops.size(); ++i) {
            QVERIFY(layout.stops.at(i).centre.x() - layout.stops.at(i - 1).centre.x() > 6);
        }
    }

    void fewStationsAreAllNamed()
    {
        const TrackContent content = trackContent(samples::canaryAtGate(), 25.0, samples::now());
        QCOMPARE(content.stations.size(), 5);
        const TrackLayout layout = layoutOf(content, 760, latin());
        QCOMPARE(layout.stops.size(), 5);
        for (const TrackStop &stop : layout.stops) {
            QVERIFY(stop.labelled);
        }
        QVERIFY(layout.gaps.isEmpty());
    }

    void stationsOfACanary()
    {
        const TrackContent content = trackContent(samples::canaryAtGate(), std::nullopt, samples::now());
        QCOMPARE(content.kind, TrackKind::Canary);
        QCOMPARE(content.stations.at(0).state, StationState::Done);
        QCOMPARE(content.stations.at(1).state, StationState::Done);
        QCOMPARE(content.stations.at(2).state, StationState::Current);
        QCOMPARE(content.stations.at(3).state, StationState::Ahead);
        QCOMPARE(content.currentStation(), 2);
        QCOMPARE(content.stations.at(1).detail, QStringLiteral("baked 15 m"));
        QCOMPARE(content.stations.at(2).steps.size(), 3);
        QVERIFY(content.weightsLabel.isEmpty());
    }

    void signalsAtPauses()
    {
        const TrackContent content = trackContent(samples::canaryAtGate(), std::nullopt, samples::now());
        QVERIFY(!content.stations.at(0).signal);
        QCOMPARE(content.stations.at(1).signal->state, SignalState::Clear);
        QVERIFY(!content.stations.at(1).signal->forPerson);
        QCOMPARE(content.stations.at(2).signal->state, SignalState::WaitingForPerson);
        QVERIFY(content.stations.at(2).signal->forPerson);
        QCOMPARE(content.stations.at(3).signal->state, SignalState::Blocked);
    }

    void progressFollowsTheBake()
    {
        const TrackContent content = trackContent(samples::canaryBaking(), std::nullopt, samples::now());
        QCOMPARE(content.stations.at(2).progress, 660.0 / 1800);
        QCOMPARE(content.stations.at(2).detail, QStringLiteral("19:00 to go"));
        QCOMPARE(content.stations.at(2).signal->state, SignalState::Blocked);
        const TrackLayout layout = layoutOf(content, 760, latin());
        const double from = layout.stops.at(2).centre.x();
        const double to = layout.stops.at(3).centre.x();
        QCOMPARE(layout.fresh.filledTo, from + (to - from) * 660 / 1800);
    }

    void weightsAreShownWhenTheyDisagree_data()
    {
        QTest::addColumn<int>("reported");
        QTest::addColumn<int>("routed");
        QTest::addColumn<double>("measured");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("all agree") << 25 << 25 << 25.0 << false;
        QTest::newRow("sampling noise") << 25 << 25 << 22.0 << false;
        QTest::newRow("one percent of rounding") << 24 << 25 << 25.0 << false;
        QTest::newRow("controller lags") << 5 << 25 << 25.0 << true;
        QTest::newRow("route object differs") << 25 << 5 << 25.0 << true;
        QTest::newRow("traffic does not follow") << 25 << 25 << 0.0 << true;
    }

    void weightsAreShownWhenTheyDisagree()
    {
        QFETCH(int, reported);
        QFETCH(int, routed);
        QFETCH(double, measured);
        QFETCH(bool, isShown);
        Release release = samples::canaryAtGate();
        release.weights = {25, reported, routed};
        const TrackContent content = trackContent(release, measured, samples::now());
        QCOMPARE(!content.weightsLabel.isEmpty(), isShown);
    }

    void afterAnAbortTheGoalIsNoTraffic()
    {
        Release release = samples::canaryAborted();
        release.weights = {25, 0, 0};
        QVERIFY(trackContent(release, 0.0, samples::now()).weightsLabel.isEmpty());
        release.weights = {25, 25, 25};
        QVERIFY(
            trackContent(release, 25.0, samples::now()).weightsLabel.startsWith(QStringLiteral("set 0 %")));
    }

    void abortLeadsBackToStable()
    {
        const TrackContent content = trackContent(samples::canaryAborted(), std::nullopt, samples::now());
        QCOMPARE(content.stations.at(2).state, StationState::Stopped);
        QCOMPARE(content.freshShare, 0.0);
        const TrackLayout layout = layoutOf(content, 760, latin());
        QVERIFY(!layout.retreat.isEmpty());
        QCOMPARE(layout.retreat.first().y(), layout.fresh.y);
        QCOMPARE(layout.retreat.last().y(), layout.stable.y);
        QCOMPARE(layout.stable.filledTo, layout.stable.right);
    }

    void thicknessFollowsTraffic()
    {
        const TrackContent content = trackContent(samples::canaryAtGate(), std::nullopt, samples::now());
        const TrackLayout layout = layoutOf(content, 760, latin());
        QVERIFY(layout.stable.thickness > layout.fresh.thickness);
        Release more = samples::canaryAtGate();
        more.weights = {75, 75, 75};
        const TrackLayout later = layoutOf(trackContent(more, std::nullopt, samples::now()), 760, latin());
        QVERIFY(later.stable.thickness < later.fresh.thickness);
    }

    void blueGreenHasOneCrossover()
    {
        const TrackContent waiting = trackContent(samples::blueGreenWaiting(), std::nullopt, samples::now());
        QCOMPARE(waiting.kind, TrackKind::BlueGreen);
        QCOMPARE(waiting.crossover, 1);
        QVERIFY(!waiting.crossed);
        QCOMPARE(waiting.stations.at(1).state, StationState::Current);
        QCOMPARE(waiting.stations.at(0).signal->state, SignalState::WaitingForPerson);
        const TrackLayout layout = layoutOf(waiting, 700, latin());
        QCOMPARE(layout.branch.last(), layout.stops.at(1).centre);

        const TrackContent switched =
            trackContent(samples::blueGreenSwitched(), std::nullopt, samples::now());
        QVERIFY(switched.crossed);
        QCOMPARE(switched.stations.last().detail, QStringLiteral("in 5:12"));
    }

    void descriptionNamesEveryStation()
    {
        const TrackContent content = trackContent(samples::canaryAtGate(), std::nullopt, samples::now());
        for (const TrackStation &station : content.stations) {
            QVERIFY(content.description.contains(station.title));
        }
        QVERIFY(content.description.contains(QStringLiteral("Now: 25 %, waiting for a person.")));
    }

    void hostileVersionStaysPlain()
    {
        Release release = samples::canaryAtGate();
        release.revisions[0].images = {{QStringLiteral("app"), QStringLiteral("r/x:1\u202Eevil")}};
        const TrackContent content = trackContent(release, std::nullopt, samples::now());
        QVERIFY(!content.freshLabel.contains(QChar(0x202E)));
    }
};

QTEST_MAIN(TrackLayoutTest)
#include "tracklayout_test.moc"
