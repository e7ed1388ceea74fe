// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/expression.h"

#include <QTest>

#include <limits>

using namespace signalbox;
using namespace signalbox::drill;

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void refuses_data();
    void refuses();
    void comparesScalars();
};

Q_DECLARE_METATYPE(QVector<double>)

void ExpressionTest::holds_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QVector<double>>("result");
    QTest::addColumn<bool>("expected");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("below") << "result[0] < 0.05" << QVector<double>{0.02} << true;
    QTest::newRow("not below") << "result[0] < 0.05" << QVector<double>{0.05} << false;
    QTest::newRow("at least") << "result[0] >= 0.95" << QVector<double>{0.95} << true;
    QTest::newRow("second element") << "result[1] == 2" << QVector<double>{1, 2} << true;
    QTest::newRow("and") << "result[0] > 1 && result[0] < 3" << QVector<double>{2} << true;
    QTest::newRow("or") << "result[0] < 1 || result[0] > 3" << QVector<double>{2} << false;
    QTest::newRow("and binds closer") << "true || false && false" << QVector<double>{} << true;
    QTest::newRow("empty") << "len(result) == 0" << QVector<double>{} << true;
    QTest::newRow("nan") << "isNaN(result[0])" << QVector<double>{nan} << true;
    QTest::newRow("nan is not below") << "result[0] < 1" << QVector<double>{nan} << false;
    QTest::newRow("inf") << "isInf(result[0])" << QVector<double>{std::numeric_limits<double>::infinity()}
                         << true;
    QTest::newRow("not") << "!(result[0] > 1)" << QVector<double>{2} << false;
    QTest::newRow("default for empty") << "default(result[0], 0) < 1" << QVector<double>{} << true;
    QTest::newRow("default for nan") << "default(result[0], 5) == 5" << QVector<double>{nan} << true;
    QTest::newRow("default unused") << "default(result[0], 5) == 2" << QVector<double>{2} << true;
    QTest::newRow("arithmetic") << "result[0] / 100 + 2 * 3 - 1 == 5.5" << QVector<double>{50} << true;
    QTest::newRow("negative") << "result[0] < -1e-3" << QVector<double>{-0.5} << true;
    QTest::newRow("all") << "all(result, {# < 5})" << QVector<double>{1, 4, 6} << false;
    QTest::newRow("any") << "any(result, {# > 5})" << QVector<double>{1, 4, 6} << true;
    QTest::newRow("all of none") << "all(result, {# < 5})" << QVector<double>{} << true;
    QTest::newRow("words") << "not (result[0] > 1) or result[0] == 2" << QVector<double>{2} << true;
}

void ExpressionTest::holds()
{
    QFETCH(QString, condition);
    QFETCH(QVector<double>, result);
    const auto truth = evaluateCondition(condition, MetricAnswer{{}, result});
    QVERIFY2(truth.has_value(), truth ? "" : qPrintable(truth.error().detail));
    QTEST(*truth, "expected");
}

void ExpressionTest::refuses_data()
{
    QTest::addColumn<QString>("condition");
    QTest::newRow("empty vector") << "result[0] < 0.05";
    QTest::newRow("vector against number") << "result < 1";
    QTest::newRow("number alone") << "len(result)";
    QTest::newRow("unknown name") << "value < 1";
    QTest::newRow("unknown function") << "exec(result)";
    QTest::newRow("unfinished") << "len(result) <";
    QTest::newRow("bracket") << "(len(result) == 0";
    QTest::newRow("trailing") << "true true";
    QTest::newRow("stray character") << "len(result) == 0;";
    QTest::newRow("negative index") << "result[-1] < 1";
    QTest::newRow("hash outside") << "# < 1";
    QTest::newRow("nothing") << "";
    QTest::newRow("too deep") << QString(500, QLatin1Char('(')) + QStringLiteral("1");
    QTest::newRow("many negations") << QString(5000, QLatin1Char('!')) + QStringLiteral("true");
}

void ExpressionTest::refuses()
{
    QFETCH(QString, condition);
    const auto truth = evaluateCondition(condition, MetricAnswer{{}, {}});
    QVERIFY(!truth);
    QCOMPARE(truth.error().code, ErrorCode::Invalid);
    QVERIFY(!truth.error().detail.isEmpty());
}

void ExpressionTest::comparesScalars()
{
    QCOMPARE(evaluateCondition(QStringLiteral("result < 0.5"), MetricAnswer{0.4, {}}), Result<bool>(true));
    QVERIFY(!evaluateCondition(QStringLiteral("result[0] < 0.5"), MetricAnswer{0.4, {}}));
    QCOMPARE((MetricAnswer{{}, {0.25, 3}}).text(), QStringLiteral("[0.25,3]"));
    QCOMPARE((MetricAnswer{7.0, {}}).text(), QStringLiteral("7"));
}

QTEST_APPLESS_MAIN(ExpressionTest)
#include "expression_test.moc"
