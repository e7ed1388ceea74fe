// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/prometheusclient.h"
#include "models/domain/metricprofiles.h"
#include "tests/prometheus/childserver.h"
#include "tests/support/wait.h"
#include "tests/support/wallclock.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::prometheus;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 HistorySeconds = 3600;
constexpr qint64 ScrapeSeconds = 5;

/// One counter that grows by a fixed amount a second.
struct Counter {
    const char *labels;
    double perSecond;
};

void writeCounters(QByteArray &out, const char *family, const QVector<Counter> &counters, qint64 endSeconds)
{
    const QByteArray name(family);
    out += "# TYPE " + name + " counter\n";
    for (const Counter &counter : counters) {
        for (qint64 age = HistorySeconds; age >= 0; age -= ScrapeSeconds) {
            const double value = counter.perSecond * static_cast<double>(HistorySeconds - age);
            out += name + "_total{namespace=\"shop\",service=\"web\"," + counter.labels + "} " +
                   QByteArray::number(value) + ' ' + QByteArray::number(endSeconds - age) + '\n';
        }
    }
}

/// History as promtool takes it: three versions. "good" has traffic and no errors at all, "bad" fails one
/// request in twenty, "idle" has counters that do not move.
QByteArray history(qint64 endSeconds)
{
    QByteArray out;
    writeCounters(out, "http_requests",
                  {{"pod_template_hash=\"good\",code=\"200\"", 75},
                   {"pod_template_hash=\"bad\",code=\"200\"", 23.75},
                   {"pod_template_hash=\"bad\",code=\"503\"", 1.25},
                   {"pod_template_hash=\"idle\",code=\"200\"", 0}},
                  endSeconds);
    writeCounters(out, "login_attempts",
                  {{"pod_template_hash=\"good\",result=\"success\"", 9},
                   {"pod_template_hash=\"good\",result=\"failure\"", 1},
                   {"pod_template_hash=\"bad\",result=\"failure\"", 2}},
                  endSeconds);
    out += "# TYPE queue_length gauge\nqueue_length{namespace=\"shop\",service=\"web\"} 7 " +
           QByteArray::number(endSeconds) + "\nqueue_length{namespace=\"shop\",service=\"web-admin\"} 900 " +
           QByteArray::number(endSeconds) + '\n';
    out += "# TYPE http_request_duration_seconds histogram\n";
    for (const auto &[le, perSecond] :
         {std::pair("0.1", 50.0), std::pair("1", 75.0), std::pair("+Inf", 75.0)}) {
        for (qint64 age = HistorySeconds; age >= 0; age -= ScrapeSeconds) {
            out += QByteArray("http_request_duration_seconds_bucket{namespace=\"shop\",service=\"web\",pod_"
                              "template_hash=\"good\",le=\"") +
                   le + "\"} " + QByteArray::number(perSecond * static_cast<double>(HistorySeconds - age)) +
                   ' ' + QByteArray::number(endSeconds - age) + '\n';
        }
    }
    return out + "# EOF\n";
}

const char *Rules = R"(groups:
- name: shop
  interval: 1s
  rules:
  - alert: AlwaysFiring
    expr: vector(1)
    labels: {severity: page, namespace: shop}
    annotations: {summary: on purpose}
  - alert: NeverFiring
    expr: vector(1) > 2
    for: 90s
  - record: one
    expr: vector(1)
)";

} // namespace

/// The client against the Prometheus of the distribution, behind a route prefix.
class PrometheusServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void instantQuery();
    void rangeQueryHasTheAskedGrid();
    void refreshEqualsAFullAnswer();
    void emptyAndNotANumberAreDifferent();
    void errorsNameTheirKind_data();
    void errorsNameTheirKind();
    void formatsQueries();
    void rulesAndAlerts();
    void targetsAndBuildInfo();
    void shippedQueriesAreAccepted();
    void shippedQueriesJudge_data();
    void shippedQueriesJudge();
    void trafficAddsUp();

private:
    [[nodiscard]] Reading reading(const QString &promql) const;
    [[nodiscard]] MetricScope scope(const char *hash) const;

    QTemporaryDir m_directory;
    WallClock m_clock;
    ChildServer m_server;
    qint64 m_end = 0;
    std::unique_ptr<PrometheusClient> m_client;
    MetricProfile m_profile;
    QVector<MetricProfile> m_profiles;
};

void PrometheusServerTest::initTestCase()
{
    const QString program = QStringLiteral("/usr/bin/prometheus");
    QVERIFY2(QFile::exists(program), "Debian package prometheus is missing");
    const QString directory = m_directory.path();
    m_end = QDateTime::currentSecsSinceEpoch() / ScrapeSeconds * ScrapeSeconds;
    QVERIFY(writeFile(directory + QStringLiteral("/history.om"), history(m_end)));
    QProcess promtool;
    promtool.start(QStringLiteral("/usr/bin/promtool"),
                   {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                    QStringLiteral("openmetrics"), directory + QStringLiteral("/history.om"),
                    directory + QStringLiteral("/data")});
    QVERIFY(promtool.waitForFinished(20000));
    QVERIFY2(promtool.exitCode() == 0, promtool.readAllStandardError().constData());

    const quint16 port = freePort();
    QVERIFY(writeFile(directory + QStringLiteral("/rules.yml"), Rules));
    QVERIFY(
        writeFile(directory + QStringLiteral("/prometheus.yml"),
                  "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [rules.yml]\n"
                  "scrape_configs:\n- job_name: nobody\n  static_configs: [{targets: ['127.0.0.1:1']}]\n"));
    QVERIFY(m_server.start(program, {QStringLiteral("--config.file=%1/prometheus.yml").arg(directory),
                                     QStringLiteral("--storage.tsdb.path=%1/data").arg(directory),
                                     QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                                     QStringLiteral("--web.route-prefix=/prom")}));
    PrometheusConfig config;
    config.endpoint = makeEndpoint(QUrl(QStringLiteral("http://127.0.0.1:%1/prom/").arg(port)));
    m_client = std::make_unique<PrometheusClient>(config, nullptr, m_clock);
    QVERIFY(QTest::qWaitFor(
        [this] {
            return !m_server.isRunning() || wait(m_client->query(QStringLiteral("1"), {})).has_value();
        },
        20000));
    QVERIFY2(m_server.isRunning(), m_server.output().constData());

    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
               QStringLiteral("/resources/metrics/profiles.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_profiles = parseMetricProfiles(file.readAll()).value();
    m_profile = m_profiles.first();
}

void PrometheusServerTest::cleanupTestCase()
{
    m_client.reset();
}

MetricScope PrometheusServerTest::scope(const char *hash) const
{
    return {QStringLiteral("shop"), QStringLiteral("web-stable"), QString::fromLatin1(hash), 60s,
            QStringLiteral("web")};
}

Reading PrometheusServerTest::reading(const QString &promql) const
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(m_end, Qt::UTC);
    const auto answer = wait(m_client->query(promql, at));
    if (!answer) {
        qWarning() << answer.error().detail;
        Reading failed;
        failed.problem = ValueProblem::QueryFailed;
        return failed;
    }
    return readSingle(*answer, at, 60s);
}

void PrometheusServerTest::instantQuery()
{
    const auto answer = wait(m_client->query(QStringLiteral("sum by (code) (rate(http_requests_total[1m]))"),
                                             QDateTime::fromSecsSinceEpoch(m_end, Qt::UTC)));
    QVERIFY(answer.has_value());
    QVERIFY(answer->type == ResultType::Vector);
    QCOMPARE(answer->series.size(), 2);
    QCOMPARE(answer->series.first().labels.value(QStringLiteral("code")), QStringLiteral("200"));
    QVERIFY(std::abs(answer->series.first().samples.first().value - 98.75) < 0.01);
    QVERIFY(answer->asked.isValid());
}

void PrometheusServerTest::rangeQueryHasTheAskedGrid()
{
    const auto query = alignedRange(QStringLiteral("sum(rate(http_requests_total[1m]))"),
                                    (m_end - 1800) * 1000, m_end * 1000, 600, 1s);
    const auto answer = wait(m_client->queryRange(query));
    QVERIFY(answer.has_value());
    QVERIFY(answer->type == ResultType::Matrix);
    QCOMPARE(answer->series.size(), 1);
    const auto &samples = answer->series.first().samples;
    QCOMPARE(qint64(samples.size()), qint64((query.endMs - query.startMs) / query.stepMs + 1));
    QCOMPARE(qint64(samples.first().ms), qint64(query.startMs));
    QCOMPARE(qint64(samples.last().ms), qint64(query.endMs));
}

void PrometheusServerTest::refreshEqualsAFullAnswer()
{
    const QString promql = QStringLiteral("sum by (pod_template_hash) (rate(http_requests_total[30s])) + 0");
    const auto window = [&](qint64 end) {
        return alignedRange(promql, (end - 900) * 1000, end * 1000, 900, 5s);
    };
    QVERIFY(wait(m_client->queryRange(window(m_end - 300))).has_value());
    const auto tail = wait(m_client->queryRange(window(m_end - 100)));
    auto fresh = window(m_end - 100);
    fresh.promql += QLatin1Char(' '); // not known yet
    const auto full = wait(m_client->queryRange(fresh));
    QVERIFY(tail.has_value() && full.has_value());
    QCOMPARE(tail->series.size(), 3);
    QVERIFY(tail->series == full->series);
}

void PrometheusServerTest::emptyAndNotANumberAreDifferent()
{
    QVERIFY(reading(QStringLiteral("no_such_metric")).problem == ValueProblem::NoData);
    QVERIFY(reading(QStringLiteral("vector(0) / 0")).problem == ValueProblem::NotANumber);
    QVERIFY(reading(QStringLiteral("vector(1) / 0")).problem == ValueProblem::Infinite);
    QVERIFY(reading(QStringLiteral("vector(-1) / 0")).problem == ValueProblem::Infinite);
    QVERIFY(reading(QStringLiteral("http_requests_total")).problem == ValueProblem::SeveralSeries);
    QVERIFY(reading(QStringLiteral("\"text\"")).problem == ValueProblem::NotANumber);
    QCOMPARE(reading(QStringLiteral("42")).value, std::optional(42.0));
    QCOMPARE(reading(QStringLiteral("vector(1e-30)")).value, std::optional(1e-30));
}

void PrometheusServerTest::errorsNameTheirKind_data()
{
    QTest::addColumn<QString>("promql");
    QTest::addColumn<qint64>("range");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("syntax") << QStringLiteral("sum(") << qint64(60) << static_cast<int>(ErrorCode::Invalid)
                            << QStringLiteral("bad_data");
    QTest::newRow("too many points") << QStringLiteral("up") << qint64(20000)
                                     << static_cast<int>(ErrorCode::Invalid) << QStringLiteral("bad_data");
    QTest::newRow("many to many") << QStringLiteral("http_requests_total * on (service) http_requests_total")
                                  << qint64(60) << static_cast<int>(ErrorCode::Invalid)
                                  << QStringLiteral("execution");
}

void PrometheusServerTest::errorsNameTheirKind()
{
    QFETCH(QString, promql);
    QFETCH(qint64, range);
    QFETCH(int, code);
    QFETCH(QString, reason);
    const auto answer = wait(m_client->queryRange({promql, (m_end - range) * 1000, m_end * 1000, 1000}));
    QVERIFY(!answer.has_value());
    QCOMPARE(static_cast<int>(answer.error().code), code);
    QCOMPARE(answer.error().reason, reason);
    QVERIFY(!answer.error().detail.isEmpty());
}

void PrometheusServerTest::formatsQueries()
{
    QCOMPARE(wait(m_client->formatQuery(QStringLiteral("sum(up)by(job)&x=\"+%\""))).has_value(), false);
    QCOMPARE(wait(m_client->formatQuery(QStringLiteral("sum(up{a=\"+&%\"})by(job)"))).value(),
             QStringLiteral("sum by (job) (up{a=\"+&%\"})"));
}

void PrometheusServerTest::rulesAndAlerts()
{
    QVector<Alert> alerts;
    QVERIFY(QTest::qWaitFor(
        [&] {
            alerts = wait(m_client->alerts()).value_or(QVector<Alert>());
            return !alerts.isEmpty();
        },
        20000));
    QCOMPARE(alerts.size(), 1);
    QVERIFY(alerts.first().state == AlertState::Active);
    QCOMPARE(alerts.first().labels.value(QStringLiteral("namespace")), QStringLiteral("shop"));
    QCOMPARE(alerts.first().annotations.value(QStringLiteral("summary")), QStringLiteral("on purpose"));
    QVERIFY(std::abs(alerts.first().startsAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    const auto rules = wait(m_client->rules());
    QVERIFY(rules.has_value());
    QCOMPARE(rules->size(), 2);
    QCOMPARE(rules->at(0).name, QStringLiteral("AlwaysFiring"));
    QVERIFY(rules->at(0).state == RuleState::Firing);
    QCOMPARE(rules->at(0).severity, QStringLiteral("page"));
    QVERIFY(rules->at(1).state == RuleState::Inactive);
    QCOMPARE(rules->at(1).forSeconds, 90.0);
}

void PrometheusServerTest::targetsAndBuildInfo()
{
    QVector<ScrapeTarget> targets;
    QVERIFY(QTest::qWaitFor(
        [&] {
            targets = wait(m_client->targets()).value_or(QVector<ScrapeTarget>());
            return !targets.isEmpty() && targets.first().health == QLatin1String("down");
        },
        20000));
    QCOMPARE(targets.first().pool, QStringLiteral("nobody"));
    QVERIFY(targets.first().lastError.contains(QStringLiteral("refused")));
    QVERIFY(!wait(m_client->buildInfo())->version.isEmpty());
}

void PrometheusServerTest::shippedQueriesAreAccepted()
{
    for (const MetricProfile &profile : m_profiles) {
        QStringList queries{profile.trafficQuery, profile.totalTrafficQuery};
        for (const MetricRule &rule : profile.rules) {
            queries += rule.query;
        }
        for (const QString &query : queries) {
            const auto formatted = wait(m_client->formatQuery(expandQuery(query, scope("we\"ird\\ha.sh"))));
            QVERIFY2(formatted.has_value(), qPrintable(query));
        }
    }
}

void PrometheusServerTest::shippedQueriesJudge_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<double>("value");
    const auto row = [](const char *rule, const char *hash, Verdict verdict, double value) {
        QTest::addRow("%s of %s", rule, hash)
            << QString::fromLatin1(rule) << QString::fromLatin1(hash) << static_cast<int>(verdict) << value;
    };
    const double none = std::nan("");
    row("error-rate", "good", Verdict::Pass, 0); // traffic without errors is zero
    row("error-rate", "bad", Verdict::Fail, 0.05);
    row("error-rate", "idle", Verdict::Unknown, none); // no traffic is not zero errors
    row("error-rate", "absent", Verdict::Unknown, none);
    row("login-success", "good", Verdict::Fail, 0.9);
    row("login-success", "bad", Verdict::Fail, 0);
    row("login-success", "absent", Verdict::Unknown, none);
    row("latency-p95", "good", Verdict::Pass, 0.865);
    row("latency-p95", "bad", Verdict::Unknown, none);
    row("queue", "good", Verdict::Unknown, 7); // of the whole service; there is no limit to judge by
    row("cpu", "good", Verdict::Unknown, none);
}

void PrometheusServerTest::shippedQueriesJudge()
{
    QFETCH(QString, rule);
    QFETCH(QString, hash);
    QFETCH(int, verdict);
    QFETCH(double, value);
    const auto wanted = std::find_if(m_profile.rules.cbegin(), m_profile.rules.cend(),
                                     [&rule](const MetricRule &each) { return each.id == rule; });
    QVERIFY(wanted != m_profile.rules.cend());
    const Reading now = reading(expandQuery(wanted->query, scope(qPrintable(hash))));
    QVERIFY(now.problem != ValueProblem::QueryFailed);
    QCOMPARE(now.value.has_value(), !std::isnan(value));
    if (now.value) {
        QVERIFY2(std::abs(*now.value - value) < 0.001, qPrintable(QString::number(*now.value)));
    }
    QCOMPARE(static_cast<int>(judge(*wanted, now)), verdict);
}

void PrometheusServerTest::trafficAddsUp()
{
    const auto rate = [this](const char *hash) {
        return reading(expandQuery(m_profile.trafficQuery, scope(hash))).value;
    };
    QVERIFY(std::abs(rate("good").value() - 75) < 0.01);
    QVERIFY(std::abs(rate("bad").value() - 25) < 0.01);
    QCOMPARE(rate("absent"),
             std::optional(0.0)); // others have traffic, so this one has none: zero, not unknown
    QVERIFY(std::abs(*reading(expandQuery(m_profile.totalTrafficQuery, scope("good"))).value - 100) < 0.01);
}

QTEST_GUILESS_MAIN(PrometheusServerTest)
#include "prometheusserver_test.moc"
