// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/rangecache.h"

#include <QTest>

#include <tuple>

using namespace signalbox;
using namespace signalbox::prometheus;
using namespace std::chrono_literals;

namespace
{

RangeQuery range(std::int64_t start, std::int64_t end, std::int64_t step = 1000, const char *promql = "x")
{
    return {QString::fromLatin1(promql), start, end, step};
}

/// What a server would say: one point a step, value = time / 1000 + offset.
QueryAnswer serve(const RangeQuery &query, double offset = 0, const char *pod = "a")
{
    QueryAnswer answer;
    answer.type = ResultType::Matrix;
    Series series;
    series.labels.insert(QStringLiteral("pod"), QString::fromLatin1(pod));
    for (std::int64_t ms = query.startMs; ms <= query.endMs; ms += query.stepMs) {
        series.samples.push_back({ms, static_cast<double>(ms) / 1000 + offset});
    }
    answer.series.push_back(series);
    return answer;
}

} // namespace

class RangeCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheTailOnly();
    void asksEverythingWhen_data();
    void asksEverythingWhen();
    void newAnswerReplacesTheOverlap();
    void seriesComeAndGo();
    void warningsAreForgotten();
    void plansDoNotDisturbEachOther();
    void theOldestMakesRoom();
    void equalsAFullAnswer();
};

void RangeCacheTest::asksTheTailOnly()
{
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 100'000));
    QVERIFY(first.ask == first.wanted);
    std::ignore = cache.complete(first, serve(first.ask));
    const auto second = cache.plan(range(5'000, 105'000));
    QCOMPARE(qint64(second.ask.startMs), qint64(95'000));
    QCOMPARE(qint64(second.ask.endMs), qint64(105'000));
    const auto coarse = cache.plan(range(0, 1'000'000, 10'000));
    std::ignore = cache.complete(coarse, serve(coarse.ask));
    // Never less than three steps.
    QCOMPARE(qint64(cache.plan(range(0, 1'010'000, 10'000)).ask.startMs), qint64(970'000));
}

void RangeCacheTest::asksEverythingWhen_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("promql");
    const QString x = QStringLiteral("x");
    QTest::newRow("another step") << qint64(0) << qint64(110'000) << qint64(2000) << x;
    QTest::newRow("another query") << qint64(0) << qint64(110'000) << qint64(1000) << QStringLiteral("y");
    QTest::newRow("starts earlier") << qint64(-1000) << qint64(110'000) << qint64(1000) << x;
    QTest::newRow("off the grid") << qint64(500) << qint64(110'500) << qint64(1000) << x;
    QTest::newRow("ends earlier") << qint64(0) << qint64(50'000) << qint64(1000) << x;
    QTest::newRow("a hole between") << qint64(200'000) << qint64(300'000) << qint64(1000) << x;
}

void RangeCacheTest::asksEverythingWhen()
{
    QFETCH(qint64, start);
    QFETCH(qint64, end);
    QFETCH(qint64, step);
    QFETCH(QString, promql);
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 100'000));
    std::ignore = cache.complete(first, serve(first.ask));
    const RangeQuery wanted{promql, start, end, step};
    QVERIFY(cache.plan(wanted).ask == wanted);
    const auto pinned = cache.plan(range(0, 100'000, 1000, "x @ end()"));
    std::ignore = cache.complete(pinned, serve(pinned.ask));
    const auto again = cache.plan(range(0, 101'000, 1000, "x @ end()"));
    QVERIFY(again.ask == again.wanted);
}

void RangeCacheTest::newAnswerReplacesTheOverlap()
{
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 100'000));
    std::ignore = cache.complete(first, serve(first.ask));
    const auto second = cache.plan(range(10'000, 110'000));
    const auto answer = cache.complete(second, serve(second.ask, 1000));
    const auto &samples = answer.series.first().samples;
    QCOMPARE(samples.size(), 101);
    QCOMPARE(qint64(samples.first().ms), qint64(10'000));
    QCOMPARE(samples.at(84).value, 94.0);
    QCOMPARE(samples.at(85).value, 1095.0);
    QCOMPARE(samples.last().value, 1110.0);
}

void RangeCacheTest::seriesComeAndGo()
{
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 20'000));
    std::ignore = cache.complete(first, serve(first.ask));
    const auto second = cache.plan(range(10'000, 30'000));
    const auto both = cache.complete(second, serve(second.ask, 0, "b"));
    QCOMPARE(both.series.size(), 2);
    QCOMPARE(qint64(both.series.first().samples.last().ms), qint64(14'000));
    const auto third = cache.plan(range(20'000, 40'000));
    const auto one = cache.complete(third, serve(third.ask, 0, "b"));
    QCOMPARE(one.series.size(), 1);
    QCOMPARE(one.series.first().labels.value(QStringLiteral("pod")), QStringLiteral("b"));
}

void RangeCacheTest::warningsAreForgotten()
{
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 100'000));
    auto partial = serve(first.ask);
    partial.warnings = QStringList{QStringLiteral("one store is away")};
    QCOMPARE(cache.complete(first, partial).warnings.size(), 1);
    const auto second = cache.plan(range(0, 101'000));
    QVERIFY(second.ask == second.wanted);
}

void RangeCacheTest::plansDoNotDisturbEachOther()
{
    RangeCache cache(5s);
    const auto first = cache.plan(range(0, 100'000));
    std::ignore = cache.complete(first, serve(first.ask));
    const auto wide = cache.plan(range(0, 110'000));
    const auto narrow = cache.plan(range(90'000, 110'000));
    std::ignore = cache.complete(narrow, serve(narrow.ask));
    const auto answer = cache.complete(wide, serve(wide.ask));
    QVERIFY(answer.series == serve(wide.wanted).series);
}

void RangeCacheTest::theOldestMakesRoom()
{
    RangeCache cache(5s, 2);
    for (const char *name : {"a", "b"}) {
        const auto plan = cache.plan(range(0, 100'000, 1000, name));
        std::ignore = cache.complete(plan, serve(plan.ask));
    }
    QVERIFY(cache.plan(range(0, 101'000, 1000, "a")).ask.startMs > 0);
    const auto third = cache.plan(range(0, 100'000, 1000, "c"));
    std::ignore = cache.complete(third, serve(third.ask));
    QVERIFY(cache.plan(range(0, 101'000, 1000, "a")).ask.startMs > 0);
    QCOMPARE(qint64(cache.plan(range(0, 101'000, 1000, "b")).ask.startMs), qint64(0));
}

void RangeCacheTest::equalsAFullAnswer()
{
    RangeCache cache(30s);
    for (std::int64_t now = 100'000; now < 400'000; now += 7'000) {
        const auto wanted = range(now - 100'000, now);
        const auto plan = cache.plan(wanted);
        QVERIFY(cache.complete(plan, serve(plan.ask)).series == serve(wanted).series);
    }
}

QTEST_GUILESS_MAIN(RangeCacheTest)
#include "rangecache_test.moc"
