// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/answerparser.h"
#include "backends/prometheus/envelope.h"
#include "backends/prometheus/listparser.h"

#include <QTest>

#include <cmath>

using namespace signalbox;
using namespace signalbox::prometheus;

namespace
{

QByteArray success(const QByteArray &data, const QByteArray &more = {})
{
    return R"({"status":"success","data":)" + data + more + "}";
}

QByteArray vectorOf(const QByteArray &result)
{
    return success(R"({"resultType":"vector","result":[)" + result + "]}");
}

} // namespace

class AnswerParserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
    void readsAMatrix();
    void keepsHistogramsApart();
    void readsScalarAndString();
    void carriesWarningsAndInfos();
    void sortsSeries();
    void refuses_data();
    void refuses();
    void readsErrors_data();
    void readsErrors();
    void readsRefusalsOfTheApiServer();
    void readsRules();
    void readsAlerts();
    void readsTargets();
};

void AnswerParserTest::readsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("integer") << QByteArray("1") << 1.0;
    QTest::newRow("small") << QByteArray("1.5e-07") << 1.5e-7;
    QTest::newRow("large") << QByteArray("1e+21") << 1e21;
    QTest::newRow("infinite") << QByteArray("+Inf") << HUGE_VAL;
    QTest::newRow("minus infinite") << QByteArray("-Inf") << -HUGE_VAL;
    QTest::newRow("NaN") << QByteArray("NaN") << std::nan("");
}

void AnswerParserTest::readsValues()
{
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    const auto answer =
        parseQueryAnswer(vectorOf(R"({"metric":{"a":"b"},"value":[1787306400.123,")" + text + R"("]})"));
    QVERIFY(answer.has_value());
    QVERIFY(answer->type == ResultType::Vector);
    const Series &series = answer->series.first();
    QCOMPARE(series.labels.value(QStringLiteral("a")), QStringLiteral("b"));
    QCOMPARE(series.samples.size(), 1);
    QCOMPARE(qint64(series.samples.first().ms), qint64(1787306400123));
    QVERIFY(std::isnan(value) ? std::isnan(series.samples.first().value)
                              : series.samples.first().value == value);
}

void AnswerParserTest::readsAMatrix()
{
    const auto answer = parseQueryAnswer(success(
        R"({"result":[{"values":[[1787306400,"0.25"],[1787306430,"NaN"]],"metric":{"pod":"甲"}},{"metric":{},"values":[]}],"resultType":"matrix"})"));
    QVERIFY(answer.has_value());
    QVERIFY(answer->type == ResultType::Matrix);
    QCOMPARE(answer->series.size(), 2);
    QCOMPARE(answer->series.at(1).labels.value(QStringLiteral("pod")), QStringLiteral("甲"));
    QCOMPARE(answer->series.at(1).samples.size(), 2);
    QCOMPARE(answer->series.at(1).samples.first().value, 0.25);
    QVERIFY(answer->series.at(0).samples.isEmpty());
}

void AnswerParserTest::keepsHistogramsApart()
{
    const auto answer = parseQueryAnswer(success(
        R"({"resultType":"matrix","result":[{"metric":{"x":"y"},"values":[[1,"5"]],"histograms":[[2,{"count":"12","sum":"3.4","buckets":[[0,"0.1","0.2","7"]]}]]}]})"));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->series.size(), 2);
    QVERIFY(!answer->series.at(0).nativeHistogram);
    QVERIFY(answer->series.at(1).nativeHistogram);
    QCOMPARE(answer->series.at(1).samples.first().value, 12.0);
    const auto instant = parseQueryAnswer(
        vectorOf(R"({"metric":{},"histogram":[1,{"count":"12","sum":"3.4","buckets":[]}]})"));
    QVERIFY(instant.has_value());
    QCOMPARE(instant->series.size(), 1);
    QVERIFY(instant->series.first().nativeHistogram);
}

void AnswerParserTest::readsScalarAndString()
{
    const auto scalar = parseQueryAnswer(success(R"({"resultType":"scalar","result":[1,"2"]})"));
    QVERIFY(scalar.has_value());
    QVERIFY(scalar->type == ResultType::Scalar);
    QCOMPARE(scalar->series.first().samples.first().value, 2.0);
    const auto text = parseQueryAnswer(success(R"({"resultType":"string","result":[1,"2"]})"));
    QVERIFY(text.has_value());
    QVERIFY(text->type == ResultType::String);
    QVERIFY(std::isnan(text->series.first().samples.first().value));
}

void AnswerParserTest::carriesWarningsAndInfos()
{
    const auto answer = parseQueryAnswer(success(R"({"resultType":"vector","result":[]})",
                                                 R"(,"warnings":["half","more"],"infos":["gauge?"])"));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->warnings, (QStringList{QStringLiteral("half"), QStringLiteral("more")}));
    QCOMPARE(answer->infos, QStringList{QStringLiteral("gauge?")});
    QVERIFY(answer->series.isEmpty());
    QVERIFY(parseQueryAnswer(success(R"({"resultType":"matrix","result":null})"))->series.isEmpty());
}

void AnswerParserTest::sortsSeries()
{
    const auto answer = parseQueryAnswer(vectorOf(
        R"({"metric":{"p":"c"},"value":[1,"1"]},{"metric":{"p":"a","q":"z"},"value":[1,"1"]},{"metric":{"p":"a"},"value":[1,"1"]})"));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->series.at(0).labels.size(), 1);
    QCOMPARE(answer->series.at(1).labels.size(), 2);
    QCOMPARE(answer->series.at(2).labels.value(QStringLiteral("p")), QStringLiteral("c"));
}

void AnswerParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>502 Bad Gateway</body></html>");
    QTest::newRow("cut off") << QByteArray(
        R"({"status":"success","data":{"resultType":"vector","result":[{"met)");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("another API") << QByteArray(R"({"items":[]})");
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})");
    QTest::newRow("unknown type") << success(R"({"resultType":"tensor","result":[]})");
    QTest::newRow("result missing") << success(R"({"resultType":"vector"})");
    QTest::newRow("value as number") << vectorOf(R"({"metric":{},"value":[1,2]})");
    QTest::newRow("value not a number") << vectorOf(R"({"metric":{},"value":[1,"one"]})");
    QTest::newRow("time as text") << vectorOf(R"({"metric":{},"value":["1","1"]})");
    QTest::newRow("series as text") << vectorOf(R"("x")");
    QTest::newRow("invalid UTF-8") << vectorOf("{\"metric\":{\"a\":\"\xff\xfe\"},\"value\":[1,\"1\"]}");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void AnswerParserTest::refuses()
{
    QFETCH(QByteArray, body);
    const auto answer = parseQueryAnswer(body);
    QVERIFY(!answer.has_value());
    QVERIFY(answer.error().code == ErrorCode::Protocol);
    QVERIFY(!answer.error().detail.isEmpty());
    QVERIFY(answer.error().detail.size() < 400);
}

void AnswerParserTest::readsErrors_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("code");
    const auto row = [](const char *type, ErrorCode code) {
        QTest::newRow(type) << QByteArray(type) << static_cast<int>(code);
    };
    row("bad_data", ErrorCode::Invalid);
    row("execution", ErrorCode::Invalid);
    row("timeout", ErrorCode::Timeout);
    row("internal", ErrorCode::Server);
    row("unavailable", ErrorCode::Server);
    row("not_found", ErrorCode::NotFound);
    row("something_new", ErrorCode::Server);
}

void AnswerParserTest::readsErrors()
{
    QFETCH(QByteArray, type);
    QFETCH(int, code);
    const auto answer = parseQueryAnswer(R"({"status":"error","errorType":")" + type +
                                         R"(","error":"why","data":{"resultType":"vector","result":[]}})");
    QVERIFY(!answer.has_value());
    QCOMPARE(static_cast<int>(answer.error().code), code);
    QCOMPARE(answer.error().reason, QString::fromLatin1(type));
    QCOMPARE(answer.error().detail, QStringLiteral("why"));
}

void AnswerParserTest::readsRefusalsOfTheApiServer()
{
    http::Response response;
    response.status = 503;
    response.body = R"({"kind":"Status","message":"no endpoints available","reason":"ServiceUnavailable"})";
    Error error{ErrorCode::Server, ErrorLayer::Http, 503, {}, {}, {}, {}};
    readError(response, error);
    QCOMPARE(error.reason, QStringLiteral("ServiceUnavailable"));
    QCOMPARE(error.detail, QStringLiteral("no endpoints available"));
    QVERIFY(!isAboutQuery(error));
    response.body = "<html>";
    const Error before = error;
    readError(response, error);
    QVERIFY(error == before);
}

void AnswerParserTest::readsRules()
{
    const auto rules = parseRules(success(R"({"groups":[{"name":"g","rules":[
        {"type":"recording","name":"r","query":"up"},
        {"type":"alerting","name":"High","query":"x > 1","duration":90.5,"labels":{"severity":"page"},"state":"pending","health":"err","lastError":"boom","alerts":[{},{}]},
        {"type":"alerting","name":"Odd","state":"sleeping"}]},{"name":"empty","rules":null}]})"));
    QVERIFY(rules.has_value());
    QCOMPARE(rules->size(), 2);
    const AlertRule expected{QStringLiteral("g"),
                             QStringLiteral("High"),
                             QStringLiteral("x > 1"),
                             QStringLiteral("page"),
                             90.5,
                             RuleState::Pending,
                             QStringLiteral("err"),
                             QStringLiteral("boom"),
                             2};
    QVERIFY(rules->first() == expected);
    QVERIFY(rules->last().state == RuleState::Unknown);
}

void AnswerParserTest::readsAlerts()
{
    const QByteArray body = success(R"({"alerts":[
        {"labels":{"alertname":"A","severity":"page"},"annotations":{"summary":"s"},"state":"firing","activeAt":"2026-08-21T09:59:12.123456789Z","value":"1e+00"},
        {"labels":{"alertname":"B"},"state":"pending","activeAt":"0001-01-01T00:00:00Z"},
        {"labels":{"alertname":"C"},"state":"dancing"}]})");
    const auto alerts = parseAlerts(body);
    QVERIFY(alerts.has_value());
    QCOMPARE(alerts->size(), 3);
    QVERIFY(alerts->at(0).state == AlertState::Active);
    QCOMPARE(alerts->at(0).startsAt.toUTC().toString(Qt::ISODate), QStringLiteral("2026-08-21T09:59:12Z"));
    QCOMPARE(alerts->at(0).annotations.value(QStringLiteral("summary")), QStringLiteral("s"));
    QVERIFY(alerts->at(1).state == AlertState::Unprocessed);
    QVERIFY(!alerts->at(1).startsAt.isValid());
    QVERIFY(alerts->at(2).state == AlertState::Unknown);
    QVERIFY(alerts->at(0).fingerprint != alerts->at(1).fingerprint);
    QCOMPARE(parseAlerts(body)->at(0).fingerprint, alerts->at(0).fingerprint);
}

void AnswerParserTest::readsTargets()
{
    const auto targets = parseTargets(success(
        R"({"activeTargets":[{"scrapePool":"p","scrapeUrl":"http://h/metrics","health":"down","lastError":"refused","lastScrape":"2026-08-21T10:00:00+02:00"}],"droppedTargets":[]})"));
    QVERIFY(targets.has_value());
    QCOMPARE(targets->size(), 1);
    QCOMPARE(targets->first().health, QStringLiteral("down"));
    QCOMPARE(targets->first().lastScrape.toUTC().toString(Qt::ISODate),
             QStringLiteral("2026-08-21T08:00:00Z"));
    QVERIFY(!parseBuildInfo(success("{}")).has_value());
    QCOMPARE(parseBuildInfo(success(R"({"version":"2.42.0","revision":"abc"})"))->version,
             QStringLiteral("2.42.0"));
    QCOMPARE(parseFormatted(success("\"sum(x)\"")).value(), QStringLiteral("sum(x)"));
    QVERIFY(!parseFormatted(success("7")).has_value());
}

QTEST_GUILESS_MAIN(AnswerParserTest)
#include "answerparser_test.moc"
