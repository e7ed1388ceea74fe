// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefixture.h"

#include <QTest>

#include <limits>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString Query = QStringLiteral("up");

Series series(double value, const QString &instance = {}, int secondsOld = 0)
{
    Series made;
    if (!instance.isEmpty()) {
        made.labels.insert(QStringLiteral("instance"), instance);
    }
    made.samples = {{QDateTime::currentMSecsSinceEpoch() - secondsOld * 1000, value}};
    return made;
}

QueryAnswer answerOf(const QVector<Series> &all, const QStringList &warnings = {})
{
    QueryAnswer answer;
    answer.series = all;
    answer.warnings = warnings;
    return answer;
}

Alert alert(const QString &name, const QString &severity, AlertState state = AlertState::Active)
{
    Alert made;
    made.labels = {{QStringLiteral("alertname"), name}, {QStringLiteral("severity"), severity}};
    made.state = state;
    return made;
}

} // namespace

/// PromQL and Alertmanager kinds.
class MetricsProbesTest : public QObject
{
    Q_OBJECT

private:
    static Parameters promql(const Parameters &more = {})
    {
        Parameters parameters = more;
        parameters.insert(QStringLiteral("query"), {Query});
        parameters.insert(QStringLiteral("expect"), {QStringLiteral("== 1")});
        return parameters;
    }

private Q_SLOTS:
    void readsOneNumber_data()
    {
        QTest::addColumn<QueryAnswer>("answer");
        QTest::addColumn<QString>("verdict");
        constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
        constexpr double Inf = std::numeric_limits<double>::infinity();
        QTest::newRow("met") << answerOf({series(1)}) << QStringLiteral("pass promql-met");
        QTest::newRow("not met") << answerOf({series(0)}) << QStringLiteral("fail promql-not-met");
        QTest::newRow("nan") << answerOf({series(NaN)}) << QStringLiteral("unknown promql-nan");
        QTest::newRow("infinite") << answerOf({series(Inf)}) << QStringLiteral("unknown promql-infinite");
        QTest::newRow("minus infinite")
            << answerOf({series(-Inf)}) << QStringLiteral("unknown promql-infinite");
        QTest::newRow("empty") << answerOf({}) << QStringLiteral("unknown promql-no-data");
        QTest::newRow("two") << answerOf({series(1), series(1)})
                             << QStringLiteral("unknown promql-several-series");
        QTest::newRow("stale") << answerOf({series(1, {}, 600)}) << QStringLiteral("unknown promql-stale");
        QTest::newRow("warning") << answerOf({series(1)}, {QStringLiteral("partial")})
                                 << QStringLiteral("unknown promql-warnings");
    }
    void readsOneNumber()
    {
        QFETCH(QueryAnswer, answer);
        QFETCH(QString, verdict);
        ProbeFixture fixture;
        fixture.metrics.answers.insert(Query, answer);
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Promql, promql())), verdict);
    }

    void wantsEveryExpectedSeries_data()
    {
        QTest::addColumn<QueryAnswer>("answer");
        QTest::addColumn<QString>("words");
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        QTest::newRow("all") << answerOf({series(1, a), series(1, b)})
                             << QStringLiteral("pass promql-series-met 2 | == 1");
        QTest::newRow("one down") << answerOf({series(1, a), series(0, b)})
                                  << QStringLiteral("fail promql-series-not-met b 0 | == 1");
        QTest::newRow("one missing") << answerOf({series(1, a)})
                                     << QStringLiteral("fail promql-series-missing b");
        QTest::newRow("nothing") << answerOf({}) << QStringLiteral("fail promql-series-missing a, b");
        QTest::newRow("others do not matter")
            << answerOf({series(1, a), series(1, b), series(0, QStringLiteral("c"))})
            << QStringLiteral("pass promql-series-met 2 | == 1");
        QTest::newRow("one twice, one down") << answerOf({series(1, a), series(1, b), series(0, b)})
                                             << QStringLiteral("fail promql-series-not-met b 0 | == 1");
        QTest::newRow("one unreadable")
            << answerOf({series(1, a), series(std::numeric_limits<double>::quiet_NaN(), b)})
            << QStringLiteral("unknown promql-nan b");
        QTest::newRow("partial") << answerOf({series(1, a), series(1, b)}, {QStringLiteral("partial")})
                                 << QStringLiteral("unknown promql-warnings partial");
    }
    void wantsEveryExpectedSeries()
    {
        QFETCH(QueryAnswer, answer);
        QFETCH(QString, words);
        ProbeFixture fixture;
        fixture.metrics.answers.insert(Query, answer);
        const Parameters expected{{QStringLiteral("expected"), {QStringLiteral("a"), QStringLiteral("b")}}};
        QCOMPARE(inWords(fixture.run(ProbeKind::Promql, promql(expected))), words);
    }

    void wantsEnoughSamples()
    {
        ProbeFixture fixture;
        const QString count = QStringLiteral("count");
        const Parameters samples{{QStringLiteral("samples"), {count}},
                                 {QStringLiteral("minimum-samples"), {QStringLiteral("100")}}};
        fixture.metrics.answers.insert(Query, answerOf({series(1)}));
        fixture.metrics.answers.insert(count, answerOf({series(99)}));
        QCOMPARE(inWords(fixture.run(ProbeKind::Promql, promql(samples))),
                 QStringLiteral("unknown promql-few-samples 99 | 100"));
        fixture.metrics.answers.insert(count, answerOf({series(100)}));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Promql, promql(samples))),
                 QStringLiteral("pass promql-met"));
        fixture.metrics.answers.insert(count, answerOf({}));
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Promql, promql(samples))),
                 QStringLiteral("unknown promql-no-data"));
    }

    void fillsThePlaceholdersIn()
    {
        ProbeFixture fixture;
        const QString filled = QStringLiteral("up{namespace=\"shop\"}");
        fixture.metrics.answers.insert(filled, answerOf({series(1)}));
        Parameters parameters = promql();
        parameters[QStringLiteral("query")] = QStringList{QStringLiteral("up{namespace=\"$namespace\"}")};
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Promql, parameters)), QStringLiteral("pass promql-met"));
    }

    void learnsNothingWithoutAnAnswer()
    {
        ProbeFixture fixture;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Promql, promql(), 1)), QStringLiteral("unknown timeout"));
        const Result<QueryAnswer> refused =
            failure(ErrorCode::Unreachable, ErrorLayer::Connection, QStringLiteral("connection refused"));
        fixture.metrics.answers.insert(Query, refused);
        QCOMPARE(inWords(fixture.run(ProbeKind::Promql, promql())),
                 QStringLiteral("unknown source-failed connection refused"));
    }

    void alerts_data()
    {
        QTest::addColumn<QStringList>("matchers");
        QTest::addColumn<QString>("expect");
        QTest::addColumn<QString>("words");
        const QString silent = QStringLiteral("silent");
        const QString firing = QStringLiteral("firing");
        const auto row = [](const char *name, const QString &matcher, const QString &expect,
                            const char *words) {
            QTest::newRow(name) << QStringList{matcher} << expect << QString::fromLatin1(words);
        };
        row("equal", QStringLiteral("severity=critical"), silent, "fail alerts-firing 1 | Down");
        row("pattern", QStringLiteral("severity=~crit.*|page"), silent, "fail alerts-firing 1 | Down");
        row("anchored", QStringLiteral("severity=~crit"), silent, "pass alerts-silent ");
        row("text is no pattern", QStringLiteral("severity=c.*"), silent, "pass alerts-silent ");
        row("not equal", QStringLiteral("severity!=critical"), silent, "pass! alerts-suppressed 1 | Slow");
        row("not pattern", QStringLiteral("severity!~.*"), silent, "pass alerts-silent ");
        row("wanted", QStringLiteral("alertname=Down"), firing, "pass alerts-firing-as-expected 1 | Down");
        row("wanted in vain", QStringLiteral("alertname=Test"), firing, "fail alerts-not-firing ");
        row("suppressed is not firing", QStringLiteral("alertname=Slow"), firing, "fail alerts-not-firing ");
        row("broken pattern", QStringLiteral("severity=~("), silent, "unknown parameter-invalid matchers");
    }
    void alerts()
    {
        QFETCH(QStringList, matchers);
        QFETCH(QString, expect);
        QFETCH(QString, words);
        ProbeFixture fixture;
        fixture.alerts.list =
            QVector<Alert>{alert(QStringLiteral("Down"), QStringLiteral("critical")),
                           alert(QStringLiteral("Slow"), QStringLiteral("warning"), AlertState::Suppressed)};
        QCOMPARE(inWords(fixture.run(ProbeKind::Alertmanager, {{QStringLiteral("matchers"), matchers},
                                                               {QStringLiteral("expect"), {expect}}})),
                 words);
    }

    void receivers()
    {
        ProbeFixture fixture;
        const Parameters parameters{
            {QStringLiteral("matchers"), {QStringLiteral("severity=critical")}},
            {QStringLiteral("receivers"), {QStringLiteral("pager"), QStringLiteral("mail")}}};
        AlertsStatus status;
        status.cluster = QStringLiteral("settling");
        fixture.alerts.state = status;
        QCOMPARE(inWords(fixture.run(ProbeKind::Alertmanager, parameters)),
                 QStringLiteral("fail alertmanager-not-ready settling"));
        status.cluster = QStringLiteral("ready");
        status.receivers = QStringList{QStringLiteral("pager")};
        fixture.alerts.state = status;
        QCOMPARE(inWords(fixture.run(ProbeKind::Alertmanager, parameters)),
                 QStringLiteral("fail receivers-missing mail"));
        status.receivers << QStringLiteral("mail");
        fixture.alerts.state = status;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Alertmanager, parameters)),
                 QStringLiteral("pass alerts-silent"));
        fixture.alerts.silent = true;
        QCOMPARE(verdictOf(fixture.run(ProbeKind::Alertmanager, parameters, 1)),
                 QStringLiteral("unknown timeout"));
    }
};

QTEST_GUILESS_MAIN(MetricsProbesTest)
#include "metricsprobes_test.moc"
