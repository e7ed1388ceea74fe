// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/answer.h"
#include "models/stores/planquerychecker.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace signalbox;

namespace
{

/// A server that does what the test says.
class Formatter final : public MetricsApi
{
public:
    [[nodiscard]] QString endpoint() const override { return QStringLiteral("http://metrics"); }
    [[nodiscard]] QFuture<Result<QueryAnswer>> query(QString, QDateTime) override
    {
        return none<QueryAnswer>();
    }
    [[nodiscard]] QFuture<Result<QueryAnswer>> queryRange(RangeQuery) override { return none<QueryAnswer>(); }
    [[nodiscard]] QFuture<Result<QVector<AlertRule>>> rules() override { return none<QVector<AlertRule>>(); }
    [[nodiscard]] QFuture<Result<QVector<Alert>>> alerts() override { return none<QVector<Alert>>(); }
    [[nodiscard]] QFuture<Result<QVector<ScrapeTarget>>> targets() override
    {
        return none<QVector<ScrapeTarget>>();
    }
    [[nodiscard]] QFuture<Result<BuildInfo>> buildInfo() override { return none<BuildInfo>(); }
    [[nodiscard]] QFuture<Result<QString>> formatQuery(QString promql) override
    {
        asked.append(promql);
        return answered<QString>(onFormat(promql));
    }

    QStringList asked;
    std::function<Result<QString>(const QString &)> onFormat = [](const QString &promql) {
        return Result<QString>(promql);
    };

private:
    template <typename T> static QFuture<Result<T>> none()
    {
        return answered<T>(failure(ErrorCode::Unsupported, ErrorLayer::Rule, {}));
    }
};

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
    Formatter server;
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
    Formatter server;
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
    Formatter server;
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
    auto server = std::make_unique<Formatter>();
    PlanQueryChecker checker({query(1, "a")}, {}, *server);
    server.reset();
    const PlanQueryCheck check = run(checker);
    QVERIFY(!check.isComplete());
    QCOMPARE(check.stopped->code, ErrorCode::Cancelled);
}

void PlanQueryCheckerTest::nothingToAsk()
{
    Formatter server;
    PlanQueryChecker checker({}, {}, server);
    QVERIFY(run(checker).isComplete());
}

QTEST_GUILESS_MAIN(PlanQueryCheckerTest)
#include "planquerychecker_test.moc"
