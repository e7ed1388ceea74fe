// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/durationscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/metricsexposition.h"
#include "backends/drill/trafficmodel.h"
#include "backends/drill/trafficsplit.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace signalbox::drill;

class DrillTrafficTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsByRoute();
    void splitsByPods();
    void isRepeatable();
    void countsWhatItServes();
    void getsWorseFromAWeightOn();
    void fallsOverWithoutPods();
    void latencyFollowsItsQuantiles();
    void meshCountsTheSame();
    void exposition();
    void windows_data();
    void windows();
    void durations();
};

namespace
{

ServiceInput service(double share, const VersionBehaviour &behaviour = {}, int pods = 4)
{
    ServiceInput input{QStringLiteral("shop"), QStringLiteral("checkout"), {}, {}};
    input.shape.requestsPerSecond = 100;
    input.backends = {{QStringLiteral("1"), QStringLiteral("old"), 1 - share, 8, 0, {}},
                      {QStringLiteral("2"), QStringLiteral("new"), share, pods, 0, behaviour}};
    return input;
}

double total(const VersionCounters &version)
{
    double sum = 0;
    for (const auto &[code, count] : version.requests)
        sum += count;
    return sum;
}

const VersionCounters &fresh(const TrafficModel &model)
{
    return model.versions().at({QStringLiteral("shop"), QStringLiteral("checkout"), QStringLiteral("new")});
}

} // namespace

void DrillTrafficTest::splitsByRoute()
{
    const auto route = nlohmann::json::parse(R"({"spec":{"http":[{"route":[
        {"destination":{"host":"checkout-stable.shop.svc"},"weight":75},
        {"destination":{"host":"checkout-canary"},"weight":25}]}]}})");
    const QHash<QString, QString> selected{{QStringLiteral("checkout-stable"), QStringLiteral("old")},
                                           {QStringLiteral("checkout-canary"), QStringLiteral("new")}};
    const TrafficShares shares = sharesByRoute(route, selected, QStringLiteral("old"));
    QCOMPARE(shares.value(QStringLiteral("old")), 0.75);
    QCOMPARE(shares.value(QStringLiteral("new")), 0.25);
    // A Service without a version selects what is stable.
    QCOMPARE(sharesByRoute(route, {}, QStringLiteral("old")).value(QStringLiteral("old")), 1.0);
    QVERIFY(sharesByRoute(nlohmann::json::object(), selected, QStringLiteral("old")).isEmpty());
}

void DrillTrafficTest::splitsByPods()
{
    const TrafficShares shares =
        sharesByPods({{QStringLiteral("a"), 3}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 0}});
    QCOMPARE(shares.value(QStringLiteral("a")), 0.75);
    QVERIFY(!shares.contains(QStringLiteral("c")));
    QVERIFY(sharesByPods({}).isEmpty());
}

void DrillTrafficTest::isRepeatable()
{
    TrafficModel one(7);
    TrafficModel two(7);
    TrafficModel other(8);
    for (TrafficModel *model : {&one, &two, &other}) {
        for (int i = 0; i < 20; ++i)
            model->advance({service(0.25)}, i, 1);
    }
    QCOMPARE(total(fresh(one)), total(fresh(two)));
    QVERIFY(total(fresh(one)) != total(fresh(other)));
}

void DrillTrafficTest::countsWhatItServes()
{
    TrafficModel model(7);
    for (int i = 0; i < 1500; ++i) // one whole slow wave
        model.advance({service(0.25)}, i, 1);
    const double share = total(fresh(model)) / (1500.0 * 100);
    QVERIFY2(std::abs(share - 0.25) < 0.01, qPrintable(QString::number(share)));
    const VersionCounters &version = fresh(model);
    QVERIFY(std::abs(total(version) - version.latencyCount) < 1e-3);
    for (size_t i = 1; i < latencyBounds.size(); ++i)
        QVERIFY(version.buckets[i] >= version.buckets[i - 1]);
    QVERIFY(version.buckets.back() <= version.latencyCount + 1e-6);
}

void DrillTrafficTest::getsWorseFromAWeightOn()
{
    VersionBehaviour behaviour;
    behaviour.worseFromWeight = 25;
    behaviour.worseErrors = 0.08;
    behaviour.worseAfterSeconds = 10;
    TrafficModel model(7);
    const auto errorsOver = [&](double share) {
        const double before = fresh(model).requests.at(500);
        const double all = total(fresh(model));
        for (int i = 0; i < 60; ++i)
            model.advance({service(share, behaviour)}, i, 1);
        return (fresh(model).requests.at(500) - before) / (total(fresh(model)) - all);
    };
    model.advance({service(0.05, behaviour)}, 0, 1);
    QVERIFY(errorsOver(0.05) < 0.005);
    QVERIFY(errorsOver(0.25) > 0.05);
    QVERIFY(errorsOver(0.10) < 0.005);
}

void DrillTrafficTest::fallsOverWithoutPods()
{
    TrafficModel model(7);
    model.advance({service(0.5, {}, 0)}, 0, 1);
    QVERIFY(fresh(model).requests.at(503) > 0);
    QCOMPARE(fresh(model).requests.at(200), 0.0);
}

void DrillTrafficTest::latencyFollowsItsQuantiles()
{
    QVERIFY(std::abs(latencyShareBelow(0.045, 0.045, 0.24) - 0.5) < 1e-9);
    QVERIFY(std::abs(latencyShareBelow(0.24, 0.045, 0.24) - 0.99) < 1e-6);
    QCOMPARE(latencyShareBelow(0, 0.045, 0.24), 0.0);
}

void DrillTrafficTest::meshCountsTheSame()
{
    TrafficModel model(7);
    for (int i = 0; i < 60; ++i)
        model.advance({service(0.25)}, i, 1);
    const QString text = QString::fromUtf8(expositionText(trafficFamilies(model)));
    const auto sum = [&text](const QString &start, const QStringList &labels) {
        double all = 0;
        for (const QString &line : text.split(QLatin1Char('\n'))) {
            const bool wanted = std::all_of(labels.cbegin(), labels.cend(),
                                            [&line](const QString &label) { return line.contains(label); });
            if (line.startsWith(start) && wanted)
                all += line.section(QLatin1Char(' '), -1).toDouble();
        }
        return all;
    };
    const QString version = QStringLiteral("destination_version=\"2\"");
    const QString workload = QStringLiteral("destination_workload=\"checkout-new\"");
    const QString name = QStringLiteral("destination_service_name=\"checkout\"");
    const double plain =
        sum(QStringLiteral("http_requests_total{"), {QStringLiteral("pod_template_hash=\"new\"")});
    QVERIFY(plain > 0);
    for (const char *reporter : {"source", "destination"})
        QCOMPARE(
            sum(QStringLiteral("istio_requests_total{"),
                {QStringLiteral("reporter=\"%1\"").arg(QLatin1String(reporter)), version, workload, name}),
            plain);
    const QString failed = QStringLiteral("response_code=\"500\"");
    QCOMPARE(sum(QStringLiteral("istio_requests_total{"),
                 {failed, workload, QStringLiteral("reporter=\"destination\"")}),
             sum(QStringLiteral("http_requests_total{"),
                 {QStringLiteral("code=\"500\""), QStringLiteral("pod_template_hash=\"new\"")}));
    // Half a second is half a thousand milliseconds.
    QCOMPARE(sum(QStringLiteral("istio_request_duration_milliseconds_bucket{"),
                 {workload, QStringLiteral("le=\"500\"")}),
             sum(QStringLiteral("http_request_duration_seconds_bucket{"),
                 {QStringLiteral("pod_template_hash=\"new\""), QStringLiteral("le=\"0.5\"")}));
}

void DrillTrafficTest::exposition()
{
    const MetricFamilies families{
        {"up_total", "counter", {{seriesText("up_total", {{"a", QStringLiteral("x\"y\\z\n")}}), 3}}}};
    QCOMPARE(expositionText(families),
             QByteArray("# TYPE up_total counter\nup_total{a=\"x\\\"y\\\\z\\n\"} 3\n"));
    QByteArray history;
    appendHistory(history, families, 12.5);
    QVERIFY(history.endsWith(",instance=\"world\",job=\"drill\"} 3 12.500\n"));
}

void DrillTrafficTest::windows_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<double>("speed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "rate(x[5m])" << 60.0 << "rate(x[5s])";
    QTest::newRow("never below four scrapes") << "rate(x[1m])" << 60.0 << "rate(x[4s])";
    QTest::newRow("several") << "rate(a[10m]) / rate(b[10m])" << 60.0 << "rate(a[10s]) / rate(b[10s])";
    QTest::newRow("subquery") << "max_over_time(rate(x[5m])[1h:1m])" << 60.0
                              << "max_over_time(rate(x[5s])[1m:1m])";
    QTest::newRow("not made longer") << "rate(x[2s])" << 60.0 << "rate(x[2s])";
    QTest::newRow("real time") << "rate(x[5m])" << 1.0 << "rate(x[5m])";
    QTest::newRow("class in a matcher stays") << "x{code=~\"[5]..\"}" << 60.0 << "x{code=~\"[5]..\"}";
}

void DrillTrafficTest::windows()
{
    QFETCH(QString, query);
    QFETCH(double, speed);
    QTEST(scaledQuery(query, speed), "expected");
}

void DrillTrafficTest::durations()
{
    auto object = nlohmann::json::parse(R"({"spec":{"progressDeadlineSeconds":600,"strategy":{"canary":{
        "scaleDownDelaySeconds":30,"steps":[{"pause":{"duration":"15m"}},{"pause":{"duration":30}},{"pause":{}}]}},
        "template":{"spec":{"containers":[{"readinessProbe":{"periodSeconds":10}}]}}}})");
    scaleDurations(object, 60);
    const auto &canary = object["spec"]["strategy"]["canary"];
    QCOMPARE(text(canary["steps"][0], {"pause", "duration"}), QStringLiteral("15s"));
    QCOMPARE(text(canary["steps"][1], {"pause", "duration"}), QStringLiteral("500ms"));
    QVERIFY(canary["steps"][2]["pause"].empty());
    QCOMPARE(number(canary, {"scaleDownDelaySeconds"}), 1);
    QCOMPARE(number(object, {"spec", "progressDeadlineSeconds"}), 20);
    QCOMPARE(number(object["spec"]["template"]["spec"]["containers"][0], {"readinessProbe", "periodSeconds"}),
             10);
}

QTEST_APPLESS_MAIN(DrillTrafficTest)
#include "drilltraffic_test.moc"
