// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartmath.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>

using namespace signalbox;

namespace
{

QVector<Sample> line(int count, std::int64_t step = 1000)
{
    QVector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        samples.push_back({i * step, std::sin(i * 0.37)});
    }
    return samples;
}

std::int64_t at(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, minute, second), Qt::UTC).toMSecsSinceEpoch();
}

QStringList clock(const QVector<std::int64_t> &ticks)
{
    QStringList texts;
    for (const std::int64_t tick : ticks) {
        texts << QDateTime::fromMSecsSinceEpoch(tick, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
    }
    return texts;
}

} // namespace

class ChartMathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreThinnedToTheirPixels()
    {
        const QVector<Sample> samples = line(50'000);
        const QList<QPointF> points = chartPoints(samples, {0, 50'000'000}, 300);
        QVERIFY2(points.size() <= 900, qPrintable(QString::number(points.size())));
        QVERIFY(points.size() > 300);
        double highest = 0;
        for (const QPointF &point : points) {
            highest = std::max(highest, point.y());
        }
        QVERIFY(highest > 0.999);
    }

    void aSpikeSurvives()
    {
        QVector<Sample> samples = line(20'000);
        samples[12'345].value = 99;
        const QList<QPointF> points = chartPoints(samples, {0, 20'000'000}, 200);
        QVERIFY(std::any_of(points.cbegin(), points.cend(),
                            [](const QPointF &point) { return point.y() == 99; }));
    }

    void aGapIsOneNotANumber()
    {
        QVector<Sample> samples = line(100);
        samples.remove(40, 20);
        const QList<QPointF> points = chartPoints(samples, {0, 100'000}, 500);
        QCOMPARE(
            std::count_if(points.cbegin(), points.cend(), [](const QPointF &p) { return std::isnan(p.y()); }),
            1);
        QVERIFY(!std::isnan(points.first().y()) && !std::isnan(points.last().y()));
    }

    void samplesOutsideAreLeftOut()
    {
        const QList<QPointF> points = chartPoints(line(100), {20'000, 30'000}, 500);
        QCOMPARE(points.first().x(), 20'000.0);
        QCOMPARE(points.last().x(), 30'000.0);
    }

    void ticksAreRound_data()
    {
        QTest::addColumn<std::int64_t>("from");
        QTest::addColumn<std::int64_t>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QStringList>("ticks");
        const auto row = [](const char *name, std::int64_t from, std::int64_t to, int most, int offset,
                            const QStringList &ticks) {
            QTest::newRow(name) << from << to << most << offset << ticks;
        };
        row("half an hour", at(9, 37, 12), at(10, 7, 12), 4, 0,
            {QStringLiteral("09:40:00"), QStringLiteral("09:50:00"), QStringLiteral("10:00:00")});
        row("a minute", at(9, 0, 3), at(9, 1, 3), 5, 0,
            {QStringLiteral("09:00:15"), QStringLiteral("09:00:30"), QStringLiteral("09:00:45"),
             QStringLiteral("09:01:00")});
        row("hours in a zone of half hours", at(0, 10), at(6, 10), 4, 19'800,
            {QStringLiteral("00:30:00"), QStringLiteral("02:30:00"), QStringLiteral("04:30:00")});
        row("nothing", at(1, 0), at(1, 0), 4, 0, {});
    }

    void ticksAreRound()
    {
        QFETCH(std::int64_t, from);
        QFETCH(std::int64_t, to);
        QFETCH(int, most);
        QFETCH(int, offset);
        QFETCH(QStringList, ticks);
        QCOMPARE(clock(timeTicks({from, to}, most, offset)), ticks);
    }

    void scaleCoversDataAndLimit_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("limit");
        QTest::addColumn<bool>("isLessBetter");
        QTest::newRow("errors") << 0.001 << 0.004 << 0.01 << true;
        QTest::newRow("success") << 0.97 << 0.999 << 0.95 << false;
        QTest::newRow("flat zero") << 0.0 << 0.0 << 0.0 << true;
        QTest::newRow("huge") << 1e12 << 3e12 << 2e12 << true;
        QTest::newRow("below zero") << -5.0 << 3.0 << 1.0 << true;
    }

    void scaleCoversDataAndLimit()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, limit);
        QFETCH(bool, isLessBetter);
        const QVector<Sample> samples{{0, low}, {1, std::numeric_limits<double>::quiet_NaN()}, {2, high}};
        const ValueScale scale = valueScale(
            {&samples}, limit, isLessBetter ? Direction::LowerIsBetter : Direction::HigherIsBetter);
        QVERIFY(scale.low <= std::min(low, limit));
        QVERIFY(scale.high >= std::max(high, limit));
        QVERIFY(scale.high > scale.low);
        QVERIFY(scale.step > 0);
        QVERIFY2((scale.high - scale.low) / scale.step < 8, "too many lines");
        if (isLessBetter && low >= 0) {
            QCOMPARE(scale.low, 0.0);
        }
    }

    void bytesAreRoundInTheirOwnBase()
    {
        constexpr double mebi = 1024.0 * 1024;
        const QVector<Sample> samples{{0, 100 * mebi}, {1, 900 * mebi}};
        const ValueScale scale = valueScale({&samples}, std::nullopt, Direction::LowerIsBetter, Unit::Bytes);
        QCOMPARE(std::fmod(scale.step, 100 * mebi), 0.0);
    }

    void valueUnderThePointer()
    {
        const QVector<Sample> samples{{0, 1}, {1000, 2}, {9000, 3}};
        QCOMPARE(valueAt(samples, 500, 1500), std::optional(1.0));
        QCOMPARE(valueAt(samples, 1000, 1500), std::optional(2.0));
        QVERIFY(!valueAt(samples, 5000, 1500));
        QVERIFY(!valueAt(samples, -1, 1500));
        QVERIFY(!valueAt({}, 0, 1500));
    }
};

QTEST_APPLESS_MAIN(ChartMathTest)
#include "chartmath_test.moc"
