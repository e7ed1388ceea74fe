// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/localtext.h"
#include "models/domain/planquantity.h"
#include "models/domain/probeparameters.h"

#include <QTest>

#include <limits>

namespace signalbox
{

class PlanQuantityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duration_data();
    void duration();
    void threshold_data();
    void threshold();
    void expectation();
    void localText();
};

void PlanQuantityTest::duration_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    const auto row = [](const char *text, qint64 seconds) {
        QTest::newRow(text) << QString::fromLatin1(text) << seconds;
    };
    row("90s", 90);
    row("15m", 900);
    row("24h", 86400);
    row("7d", 604800);
    row("1h30m", 5400);
    row("1d1h1m1s", 90061);
    row("0s", 0);
    row("36500d", 3153600000);
    row("36501d", -1);
    row("9999999999s", -1);
    row("99999999999s", -1);
    row("", -1);
    row("15", -1);
    row("15 m", -1);
    row("-15m", -1);
    row("1.5h", -1);
    row("30m1h", -1);
    row("15m15m", -1);
    row("15M", -1);
    row("15min", -1);
    row("15m\n", -1);
}

void PlanQuantityTest::duration()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto read = parsePlanDuration(text);
    QCOMPARE(read ? static_cast<qint64>(read->count()) : -1, seconds);
}

void PlanQuantityTest::threshold_data()
{
    using Problem = ThresholdProblem;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *text, Unit unit, double value, Problem problem = Problem::None) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(unit) << value
                            << static_cast<int>(problem);
    };
    row("1 %", Unit::Ratio, 0.01);
    row("7%", Unit::Ratio, 0.07);
    row("99.9 %", Unit::Ratio, 0.999);
    row("2 s", Unit::Seconds, 2);
    row("100 ms", Unit::Seconds, 0.1);
    row("350 us", Unit::Seconds, 0.00035);
    row("5 min", Unit::Seconds, 300);
    row("500 /s", Unit::PerSecond, 500);
    row("30 /min", Unit::PerSecond, 0.5);
    row("1 GB", Unit::Bytes, 1e9);
    row("1.5 GiB", Unit::Bytes, 1610612736);
    row("250 m", Unit::Cores, 0.25);
    row("0.5 cores", Unit::Cores, 0.5);
    row("5000 jobs", Unit::Count, 5000);
    row("10 active users", Unit::Count, 10);
    row("20 筆", Unit::Count, 20);
    row("1.5 x", Unit::None, 1.5);
    row("-3 points", Unit::None, -3);
    row("80", Unit::Ratio, 80, Problem::NoUnit);
    row("80 ", Unit::Ratio, 80, Problem::NoUnit);
    row("5000", Unit::Count, 5000, Problem::NoUnit);
    row("1.5", Unit::None, 1.5, Problem::NoUnit);
    row("2 s ", Unit::Seconds, 2);
    row("2 ms", Unit::Ratio, 2, Problem::OtherUnit);
    row("2 %", Unit::Seconds, 2, Problem::OtherUnit);
    row("2 s of it", Unit::Count, 2);
    row("3 s", Unit::Count, 3, Problem::OtherUnit);
    row("10 MB", Unit::Count, 10, Problem::OtherUnit);
    row("5 jobs", Unit::Bytes, 5, Problem::OtherUnit);
    row("1e9 B", Unit::Bytes, 1, Problem::NotANumber);
    row("1,000 jobs", Unit::Count, 1, Problem::NotANumber);
    row("NaN %", Unit::Ratio, 0, Problem::NotANumber);
    row("< 1 %", Unit::Ratio, 0, Problem::NotANumber);
    row("", Unit::Ratio, 0, Problem::NotANumber);
}

void PlanQuantityTest::threshold()
{
    QFETCH(QString, text);
    QFETCH(int, unit);
    QFETCH(double, value);
    QFETCH(int, problem);
    const Threshold read = parseThreshold(text, static_cast<Unit>(unit));
    QCOMPARE(static_cast<int>(read.problem), problem);
    if (read.problem == ThresholdProblem::None) {
        QCOMPARE(read.value, value);
    }
}

void PlanQuantityTest::expectation()
{
    const auto met = [](const char *text, double number) {
        const auto read = parseExpectation(QString::fromLatin1(text));
        return read && read->met(number);
    };
    QVERIFY(met("== 1", 1) && !met("== 1", 1.5));
    QVERIFY(met("!= 0", 1) && !met("!= 0", 0));
    QVERIFY(met("< 2", 1.9) && !met("< 2", 2));
    QVERIFY(met("<=2", 2) && !met("<=2", 2.1));
    QVERIFY(met("> -1", 0) && !met("> -1", -1));
    QVERIFY(met(">= 0.95", 0.95) && !met(">= 0.95", 0.94));
    for (const char *any : {"== 1", "!= 1", "< 1", ">= 0"}) {
        QVERIFY(!met(any, std::numeric_limits<double>::quiet_NaN()));
    }
    for (const char *bad : {"", "1", "= 1", "== one", "=> 1", "== 1 %", "== 1\n"}) {
        QVERIFY2(!parseExpectation(QString::fromLatin1(bad)), bad);
    }
}

void PlanQuantityTest::localText()
{
    LocalText text{QStringLiteral("a"), QStringLiteral("b"), {}};
    QCOMPARE(text.in(QStringLiteral("zh_TW")), QStringLiteral("b"));
    QCOMPARE(text.in(QStringLiteral("zh_CN")), QStringLiteral("a"));
    QCOMPARE(text.in(QStringLiteral("de")), QStringLiteral("a"));
    text.en.clear();
    QCOMPARE(text.in(QStringLiteral("en")), QStringLiteral("b"));
    QVERIFY(!text.isComplete() && !text.isEmpty());
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanQuantityTest)
#include "planquantity_test.moc"
