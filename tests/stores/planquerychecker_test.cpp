// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/planquerychecker.h"
#include "tests/stores/queryformatter.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

PlanQuery query(int line, const char *promql)
{
    return {QStringLiteral("metrics[%1].query").arg(line), line, 5, QString::fromLatin1(promql)};
}

PlanQueryCheck run(PlanQueryChecker &checker)
{
    PlanQueryCheck check;
    QSignalSpy finished(&checker, &PlanQueryChecker::finished);
    checker.start();
    return finished.wait() ? finished.first().first().value<PlanQueryCheck>() : check;
}

} // namespace

class PlanQueryCheckerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksEachQueryOnce();
    void refusedAtEachPlace();
    void unreachableLeavesItOpen();
    void serverGone();
    void nothingToAsk();
};

void PlanQueryCheckerTest::asksEachQueryOnce()
{
    QueryFormatter server;
    PlanQueryChecker checker({query(1, "up{n=\"$namespace\"}"), query(2, "sum(rate(a[$window]))"),
                              query(3, "up{n=\"$namespace\"}")},
                             QStringLiteral("p.yaml"), server);
    const PlanQueryCheck check = run(checker);
    QCOMPARE(server.asked,
             (QStringList{QStringLiteral("up{n=\"namespace\"}"), QStringLiteral("sum(rate(a[60s]))")}));
    QVERIFY(check.isComplete() && check.problems.isEmpty() && !check.stopped);
    QCOMPARE(check.checked, 2);
    QCOMPARE(check.endpoint, QStringLiteral("http://metrics"));
}

void PlanQueryCheckerTest::refusedAtEachPlace()
{
    QueryFormatter server;
    server.onFormat = [](const QString &promql) -> Result<QString> {
        if (promql.startsWith(QLatin1String("summ"))) {
            return failure(ErrorCode::Invalid, ErrorLayer::Http, QStringLiteral("unknown function summ"));
        }
        return promql;
    };
    PlanQueryChecker checker({query(4, "summ(a)"), query(8, "up"), query(9, "summ(a)")},
                             QStringLiteral("p.yaml"), server);
    const PlanQueryCheck check = run(checker);
    QVERIFY(check.isComplete());
    QCOMPARE(check.problems.size(), 2);
    QCOMPARE(check.problems.at(0).line, 4);
    QCOMPARE(check.problems.at(1).line, 9);
    QCOMPARE(check.problems.at(1).code, PlanProblemCode::QueryRefused);
    QCOMPARE(check.problems.at(1).file, QStringLiteral("p.yaml"));
    QCOMPARE(check.problems.at(1).args, QStringList{QStringLiteral("unknown function summ")});
}

void PlanQueryCheckerTest::unreachableLeavesItOpen()
{
    QueryFormatter server;
    server.onFormat = [](const QString &promql) -> Result<QString> {
        if (promql == QLatin1String("b")) {
            return failure(ErrorCode::Unreachable, ErrorLayer::Connection, {});
        }
        return promql;
    };
    PlanQueryChecker checker({query(1, "a"), query(2, "b"), query(3, "c")}, {}, server);
    const PlanQueryCheck check = run(checker);
    QVERIFY(!check.isComplete());
    QCOMPARE(check.checked, 1);
    QCOMPARE(check.stopped->code, ErrorCode::Unreachable);
    QVERIFY(check.problems.isEmpty());
    QCOMPARE(server.asked.size(), 2);
}

void PlanQueryCheckerTest::serverGone()
{
    auto server = std::make_unique<QueryFormatter>();
    PlanQueryChecker checker({query(1, "a")}, {}, *server);
    server.reset();
    const PlanQueryCheck check = run(checker);
    QVERIFY(!check.isComplete());
    QCOMPARE(check.stopped->code, ErrorCode::Cancelled);
}

void PlanQueryCheckerTest::nothingToAsk()
{
    QueryFormatter server;
    PlanQueryChecker checker({}, {}, server);
    QVERIFY(run(checker).isComplete());
}

QTEST_GUILESS_MAIN(PlanQueryCheckerTest)
#include "planquerychecker_test.moc"
