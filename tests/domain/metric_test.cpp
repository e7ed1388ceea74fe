// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metric.h"

#include <QTest>

#include <limits>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();
const QDateTime Now = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);

Series seriesOf(std::initializer_list<double> values)
{
    Series series;
    std::int64_t ms = Now.toMSecsSinceEpoch() - static_cast<std::int64_t>(values.size()) * 1000;
    for (const double value : values) {
        ms += 1000;
        series.samples.push_back({ms, value});
    }
    return series;
}

QueryAnswer answerOf(QVector<Series> series, QStringList warnings = {})
{
    QueryAnswer answer;
    answer.series = std::move(series);
    answer.warnings = std::move(warnings);
    return answer;
}

} // namespace

class MetricTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneNumber_data();
    void readsOneNumber();
    void valueIsSetExactlyWithoutProblem();
    void expands_data();
    void expands();
    void judges_data();
    void judges();
    void wantsEnoughSamples();
    void alignsRanges_data();
    void alignsRanges();
};

void MetricTest::readsOneNumber_data()
{
    QTest::addColumn<QueryAnswer>("answer");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const QueryAnswer &answer, ValueProblem problem) {
        QTest::newRow(name) << answer << static_cast<int>(problem);
    };
    row("a value", answerOf({seriesOf({1, 2, 0.5})}), ValueProblem::None);
    row("zero is a value", answerOf({seriesOf({0})}), ValueProblem::None);
    row("no series", answerOf({}), ValueProblem::NoData);
    row("no samples", answerOf({Series()}), ValueProblem::NoData);
    row("last is NaN", answerOf({seriesOf({1, NotANumber})}), ValueProblem::NotANumber);
    row("only the last counts", answerOf({seriesOf({NotANumber, 1})}), ValueProblem::None);
    row("infinite", answerOf({seriesOf({Infinity})}), ValueProblem::Infinite);
    row("minus infinite", answerOf({seriesOf({-Infinity})}), ValueProblem::Infinite);
    row("two series", answerOf({seriesOf({1}), seriesOf({1})}), ValueProblem::SeveralSeries);
    row("a warning spoils a good value", answerOf({seriesOf({1})}, {QStringLiteral("partial")}),
        ValueProblem::Warnings);
    row("a warning explains emptiness", answerOf({}, {QStringLiteral("partial")}), ValueProblem::Warnings);
    Series histogram = seriesOf({12});
    histogram.nativeHistogram = true;
    row("native histogram", answerOf({histogram}), ValueProblem::NativeHistogram);
    Series old = seriesOf({1});
    old.samples[0].ms -= 61'000;
    row("stale", answerOf({old}), ValueProblem::Stale);
    old.samples[0].ms += 1'000;
    row("just fresh", answerOf({old}), ValueProblem::None);
}

void MetricTest::readsOneNumber()
{
    QFETCH(QueryAnswer, answer);
    QFETCH(int, problem);
    QCOMPARE(static_cast<int>(readSingle(answer, Now, 60s).problem), problem);
}

void MetricTest::valueIsSetExactlyWithoutProblem()
{
    const Reading good = readSingle(answerOf({seriesOf({3, 0.25})}), Now, 60s);
    QCOMPARE(good.value, std::optional(0.25));
    QCOMPARE(good.at, Now);
    const Reading warned = readSingle(answerOf({seriesOf({1})}, {QStringLiteral("half of it")}), Now, 60s);
    QVERIFY(!warned.value);
    QCOMPARE(warned.detail, QStringLiteral("half of it"));
    QVERIFY(!readSingle(answerOf({seriesOf({NotANumber})}), Now, 60s).value);
}

void MetricTest::expands_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *query, const char *hash, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(hash)
                            << QString::fromUtf8(expected);
    };
    row("all", "x{n=\"$namespace\",s=\"$service\",h=\"$hash\",p=~\"$workload-.*\"}[$window]", "abc",
        "x{n=\"ns\",s=\"svc\",h=\"abc\",p=~\"web-.*\"}[90s]");
    row("unknown stay", "$nothing $ $$hash", "h", "$nothing $ $h");
    row("quote", "{h=\"$hash\"}", "a\"} or up{x=\"", "{h=\"a\\\"} or up{x=\\\"\"}");
    row("backslash", "{h=\"$hash\"}", "a\\", "{h=\"a\\\\\"}");
    row("newline", "{h=\"$hash\"}", "a\nb", "{h=\"a\\x0ab\"}");
    row("values are not expanded again", "$hash", "$namespace", "$namespace");
    row("longer words are other words", "$hashes $windows", "h", "$hashes $windows");
    row("regex", "{h=~\"$hash_re\"}", "a.b|c", "{h=~\"a\\\\.b\\\\|c\"}");
    row("unicode", "$hash", "訊號", "訊號");
}

void MetricTest::expands()
{
    QFETCH(QString, query);
    QFETCH(QString, hash);
    QFETCH(QString, expected);
    MetricScope scope;
    scope.namespaceName = QStringLiteral("ns");
    scope.service = QStringLiteral("svc");
    scope.hash = hash;
    scope.workload = QStringLiteral("web");
    scope.window = 90s;
    QCOMPARE(expandQuery(query, scope), expected);
}

void MetricTest::judges_data()
{
    QTest::addColumn<int>("direction");
    QTest::addColumn<bool>("limited");
    QTest::addColumn<int>("problem");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, Direction direction, bool limited, ValueProblem problem,
                        double value, Verdict verdict) {
        QTest::newRow(name) << static_cast<int>(direction) << limited << static_cast<int>(problem) << value
                            << static_cast<int>(verdict);
    };
    const auto low = Direction::LowerIsBetter;
    const auto high = Direction::HigherIsBetter;
    row("below", low, true, ValueProblem::None, 0.4, Verdict::Pass);
    row("at the limit", low, true, ValueProblem::None, 0.5, Verdict::Pass);
    row("above", low, true, ValueProblem::None, 0.6, Verdict::Fail);
    row("high below", high, true, ValueProblem::None, 0.4, Verdict::Fail);
    row("high at the limit", high, true, ValueProblem::None, 0.5, Verdict::Pass);
    row("no limit", low, false, ValueProblem::None, 0.1, Verdict::Unknown);
    row("NaN slipped through", low, true, ValueProblem::None, NotANumber, Verdict::Unknown);
    for (int problem = static_cast<int>(ValueProblem::NoData);
         problem <= static_cast<int>(ValueProblem::QueryFailed); ++problem) {
        row(qPrintable(QStringLiteral("problem %1").arg(problem)), low, true,
            static_cast<ValueProblem>(problem), 0, Verdict::Unknown);
    }
}

void MetricTest::judges()
{
    QFETCH(int, direction);
    QFETCH(bool, limited);
    QFETCH(int, problem);
    QFETCH(double, value);
    QFETCH(int, verdict);
    MetricRule rule;
    rule.direction = static_cast<Direction>(direction);
    if (limited) {
        rule.limit = 0.5;
    }
    Reading reading;
    reading.problem = static_cast<ValueProblem>(problem);
    reading.value = value;
    QCOMPARE(static_cast<int>(judge(rule, reading)), verdict);
}

void MetricTest::wantsEnoughSamples()
{
    MetricRule rule;
    rule.limit = 0.5;
    rule.minimumSamples = 100;
    Reading reading;
    reading.problem = ValueProblem::None;
    reading.value = 0.1;
    QVERIFY(judge(rule, reading) == Verdict::Insufficient);
    reading.samples = 99.0;
    QVERIFY(judge(rule, reading) == Verdict::Insufficient);
    reading.samples = NotANumber;
    QVERIFY(judge(rule, reading) == Verdict::Insufficient);
    reading.samples = 100.0;
    QVERIFY(judge(rule, reading) == Verdict::Pass);
}

void MetricTest::alignsRanges_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("width");
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<qint64>("step");
    QTest::newRow("30 min on 600 px")
        << qint64(1'000'000) << qint64(2'800'000) << 600 << qint64(1000) << qint64(5000);
    QTest::newRow("scrape interval wins")
        << qint64(0) << qint64(1'800'000) << 900 << qint64(15000) << qint64(15000);
    QTest::newRow("odd minimum") << qint64(0) << qint64(60'000) << 600 << qint64(7000) << qint64(10000);
    QTest::newRow("never below a second") << qint64(0) << qint64(10'000) << 900 << qint64(1) << qint64(1000);
    QTest::newRow("a huge screen") << qint64(0) << qint64(86'400'000) << 100'000 << qint64(1000)
                                   << qint64(60'000);
    QTest::newRow("a year") << qint64(0) << qint64(365) * 86'400'000 << 300 << qint64(1000)
                            << qint64(2) * 86'400'000;
    QTest::newRow("no width") << qint64(0) << qint64(60'000) << 0 << qint64(1000) << qint64(60'000);
    QTest::newRow("backwards") << qint64(60'000) << qint64(0) << 100 << qint64(1000) << qint64(1000);
    QTest::newRow("before 1970") << qint64(-7'201) << qint64(-1) << 10 << qint64(1000) << qint64(1000);
}

void MetricTest::alignsRanges()
{
    QFETCH(qint64, start);
    QFETCH(qint64, end);
    QFETCH(int, width);
    QFETCH(qint64, minimum);
    QFETCH(qint64, step);
    const RangeQuery query =
        alignedRange(QStringLiteral("up"), start, end, width, std::chrono::milliseconds(minimum));
    QCOMPARE(query.stepMs, step);
    QCOMPARE(query.startMs % query.stepMs, 0);
    QCOMPARE(query.endMs % query.stepMs, 0);
    QVERIFY(query.endMs >= query.startMs);
    QVERIFY(query.endMs <= end && end - query.endMs < query.stepMs);
    QVERIFY((query.endMs - query.startMs) / query.stepMs <= 1501);
    QCOMPARE(query.promql, QStringLiteral("up"));
}

Q_DECLARE_METATYPE(signalbox::QueryAnswer)
QTEST_GUILESS_MAIN(MetricTest)
#include "metric_test.moc"
