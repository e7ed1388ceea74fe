// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/answer.h"
#include "models/stores/metricsstore.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <limits>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

class SteppedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return steadyNow; }
    std::chrono::milliseconds steadyNow{1000};
};

Error unreachable()
{
    return {ErrorCode::Unreachable, ErrorLayer::Connection, 0, {}, QStringLiteral("refused"), {}, {}};
}

QueryAnswer answerOf(std::optional<double> value, std::int64_t ms = 1'787'306'400'000)
{
    QueryAnswer answer;
    if (value) {
        answer.series.push_back({{}, {{ms, *value}}, false});
    }
    return answer;
}

/// Answers from a function, or holds the futures back until released.
class FakeMetrics final : public MetricsApi
{
    Q_OBJECT

public:
    std::function<Result<QueryAnswer>(const QString &)> instant;
    std::function<Result<QueryAnswer>(const RangeQuery &)> chart =
        [](const RangeQuery &query) -> Result<QueryAnswer> {
        QueryAnswer answer;
        answer.type = ResultType::Matrix;
        answer.series.push_back({{}, {{query.startMs, 1}, {query.endMs, 2}}, false});
        return answer;
    };
    Result<QVector<Alert>> firing;
    bool hold = false;
    QStringList asked;
    QVector<RangeQuery> charts;
    std::vector<std::pair<QPromise<Result<QueryAnswer>>, QString>> held;
    int alertCalls = 0;

    QString endpoint() const override { return QStringLiteral("fake"); }
    QFuture<Result<QueryAnswer>> query(QString promql, QDateTime) override
    {
        asked.push_back(promql);
        if (!hold) {
            return answered<QueryAnswer>(instant(promql));
        }
        held.emplace_back(QPromise<Result<QueryAnswer>>(), promql);
        held.back().first.start();
        return held.back().first.future();
    }
    QFuture<Result<QueryAnswer>> queryRange(RangeQuery query) override
    {
        charts.push_back(query);
        return answered<QueryAnswer>(chart(query));
    }
    QFuture<Result<QVector<AlertRule>>> rules() override
    {
        return answered<QVector<AlertRule>>(QVector<AlertRule>());
    }
    QFuture<Result<QVector<Alert>>> alerts() override
    {
        ++alertCalls;
        return answered<QVector<Alert>>(firing);
    }
    QFuture<Result<QVector<ScrapeTarget>>> targets() override
    {
        return answered<QVector<ScrapeTarget>>(QVector<ScrapeTarget>());
    }
    QFuture<Result<BuildInfo>> buildInfo() override { return answered<BuildInfo>(BuildInfo()); }
    QFuture<Result<QString>> formatQuery(QString promql) override { return answered<QString>(promql); }

    void release()
    {
        for (auto &[promise, promql] : held) {
            promise.addResult(instant(promql));
            promise.finish();
        }
        held.clear();
    }
};

class FakeAlerts final : public AlertsApi
{
    Q_OBJECT

public:
    QVector<Alert> firing;
    QString endpoint() const override { return QStringLiteral("fake"); }
    QFuture<Result<QVector<Alert>>> alerts() override { return answered<QVector<Alert>>(firing); }
};

MetricProfile testProfile()
{
    MetricRule errors;
    errors.id = QStringLiteral("error-rate");
    errors.limit = 0.01;
    errors.query = QStringLiteral("errors{$namespace,$service,$hash,$window}");
    MetricRule cpu;
    cpu.id = QStringLiteral("cpu");
    cpu.query = QStringLiteral("cpu{$workload-$hash}");
    MetricProfile profile;
    profile.id = QStringLiteral("p");
    profile.rules = {errors, cpu};
    profile.trafficQuery = QStringLiteral("traffic{$hash}");
    profile.totalTrafficQuery = QStringLiteral("total{$service}");
    return profile;
}

const ClusterId Cluster(QStringLiteral("c"));

Release canary()
{
    Release release;
    release.key = {Cluster, QStringLiteral("shop"), QStringLiteral("web"), ReleaseKind::Rollout};
    release.currentHash = QStringLiteral("new");
    release.stableHash = QStringLiteral("old");
    return release;
}

Alert alertIn(const char *name, const char *where)
{
    Alert alert;
    alert.fingerprint = QString::fromLatin1(name);
    alert.labels.insert(QStringLiteral("namespace"), QString::fromLatin1(where));
    return alert;
}

Result<QueryAnswer> usual(const QString &promql)
{
    if (promql.startsWith(QLatin1String("errors"))) {
        return answerOf(promql.contains(QLatin1String("new")) ? 0.05 : 0.001);
    }
    if (promql.startsWith(QLatin1String("traffic"))) {
        return answerOf(promql.contains(QLatin1String("new")) ? 25 : 75);
    }
    return answerOf(promql.startsWith(QLatin1String("total")) ? 100 : 0.5);
}

} // namespace

class MetricsStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsBothArms();
    void showsOneArmWhenSteady();
    void usesTheActiveService();
    void readsTheTrafficShare();
    void unknownValuesNeverPass_data();
    void unknownValuesNeverPass();
    void countsSamples();
    void chartWindowCoversAStep();
    void sameProfileIsNotAskedAgain();
    void lostServerTakesVerdictsAlong();
    void refreshesWhileShown();
    void oneRoundAtATime();
    void anotherReleaseTakesTheOldQueriesBack();
    void sameReleaseIsNotAskedTwice();
    void keepsSamplesWhenTheServerFails();
    void backsOff();
    void alertsOfTheNamespaceOnly();
    void alertsFromAlertmanager();
    void mayBeChangedFromASlot();
    void withoutAServer();
    void serverGoesAway();
    void measures();
    void measureRefuses();
    void measureOutlivesTheStore();

private:
    std::unique_ptr<SteppedClock> m_clock;
    std::unique_ptr<FakeMetrics> m_api;
    std::unique_ptr<MetricsStore> m_store;
};

void MetricsStoreTest::init()
{
    m_clock = std::make_unique<SteppedClock>();
    m_api = std::make_unique<FakeMetrics>();
    m_api->instant = usual;
    m_store = std::make_unique<MetricsStore>(testProfile(), *m_clock);
    m_store->setServer(Cluster, m_api.get());
}

void MetricsStoreTest::cleanup()
{
    m_store.reset();
    m_api.reset();
}

void MetricsStoreTest::showsBothArms()
{
    m_store->show(canary());
    QCOMPARE(m_store->panels().size(), 2);
    QTRY_VERIFY(m_store->panels().first().baselineNow.value.has_value());
    const MetricPanel &errors = m_store->panels().first();
    QCOMPARE(errors.rule.id, QStringLiteral("error-rate"));
    QCOMPARE(errors.canaryNow.value, std::optional(0.05));
    QCOMPARE(errors.baselineNow.value, std::optional(0.001));
    QVERIFY(errors.verdict == Verdict::Fail);
    QVERIFY(errors.source.isCurrent());
    QCOMPARE(errors.canary.size(), 2);
    QCOMPARE(errors.baseline.size(), 2);
    QCOMPARE(qint64(errors.canary.last().ms - errors.canary.first().ms), qint64(1'800'000));
    QVERIFY(m_api->asked.contains(QStringLiteral("errors{shop,web,new,60s}")));
    QVERIFY(m_api->asked.contains(QStringLiteral("errors{shop,web,old,60s}")));
    QVERIFY(m_api->asked.contains(QStringLiteral("cpu{web-new}")));
}

void MetricsStoreTest::showsOneArmWhenSteady()
{
    Release release = canary();
    release.stableHash = release.currentHash;
    m_store->show(release);
    QTRY_VERIFY(m_store->panels().first().canaryNow.value.has_value());
    QVERIFY(m_store->panels().first().baseline.isEmpty());
    QVERIFY(m_store->panels().first().baselineNow.problem == ValueProblem::NoData);
    QVERIFY(m_api->asked.filter(QStringLiteral("old")).isEmpty());
}

void MetricsStoreTest::usesTheActiveService()
{
    Release release = canary();
    release.activeService = QStringLiteral("web-active");
    m_store->show(release);
    QVERIFY(m_api->asked.contains(QStringLiteral("errors{shop,web-active,new,60s}")));
}

void MetricsStoreTest::readsTheTrafficShare()
{
    QSignalSpy spy(m_store.get(), &MetricsStore::trafficChanged);
    m_store->show(canary());
    QTRY_COMPARE(m_store->traffic().share.value, std::optional(25.0));
    QVERIFY(spy.count() >= 1);
    MetricProfile pair = testProfile();
    pair.totalTrafficQuery.clear();
    m_api->instant = [](const QString &promql) -> Result<QueryAnswer> {
        return answerOf(promql.contains(QLatin1String("new")) ? 10 : 30);
    };
    m_store->setProfile(Cluster, pair);
    QTRY_COMPARE(m_store->traffic().share.value, std::optional(25.0));
    m_api->instant = [](const QString &) -> Result<QueryAnswer> { return answerOf(0); };
    m_store->setProfile(Cluster, testProfile());
    QTRY_VERIFY(m_store->traffic().share.problem == ValueProblem::NotANumber);
    QVERIFY(!m_store->traffic().share.value);
}

void MetricsStoreTest::unknownValuesNeverPass_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, int kind, ValueProblem problem) {
        QTest::newRow(name) << kind << static_cast<int>(problem);
    };
    row("empty", 0, ValueProblem::NoData);
    row("NaN", 1, ValueProblem::NotANumber);
    row("two series", 2, ValueProblem::SeveralSeries);
    row("partial", 3, ValueProblem::Warnings);
    row("stale", 4, ValueProblem::Stale);
    row("failed", 5, ValueProblem::QueryFailed);
}

void MetricsStoreTest::unknownValuesNeverPass()
{
    QFETCH(int, kind);
    QFETCH(int, problem);
    m_api->instant = [kind](const QString &) -> Result<QueryAnswer> {
        QueryAnswer answer = answerOf(0);
        if (kind == 0) {
            return answerOf({});
        }
        if (kind == 1) {
            return answerOf(std::numeric_limits<double>::quiet_NaN());
        }
        if (kind == 2) {
            answer.series.push_back(answer.series.first());
        } else if (kind == 3) {
            answer.warnings.push_back(QStringLiteral("half"));
        } else if (kind == 4) {
            answer = answerOf(0, 1'787'306'400'000 - 61'000);
        } else {
            return tl::unexpected(unreachable());
        }
        return answer;
    };
    m_store->show(canary());
    QTRY_COMPARE(static_cast<int>(m_store->traffic().share.problem), problem);
    QTRY_COMPARE(static_cast<int>(m_store->panels().first().canaryNow.problem), problem);
    QVERIFY(m_store->panels().first().verdict == Verdict::Unknown);
    QVERIFY(!m_store->panels().first().canaryNow.value);
}

void MetricsStoreTest::countsSamples()
{
    MetricProfile profile = testProfile();
    profile.rules[0].minimumSamples = 100;
    profile.rules[0].samplesQuery = QStringLiteral("count{$hash}");
    double count = 99;
    m_api->instant = [&count](const QString &promql) -> Result<QueryAnswer> {
        return promql.startsWith(QLatin1String("count")) ? Result<QueryAnswer>(answerOf(count))
                                                         : usual(promql);
    };
    m_store->setProfile(Cluster, profile);
    m_store->show(canary());
    QTRY_VERIFY(m_store->panels().first().verdict == Verdict::Insufficient);
    QCOMPARE(m_store->panels().first().canaryNow.samples, std::optional(99.0));
    count = 100;
    m_store->setRange(60s);
    QTRY_VERIFY(m_store->panels().first().verdict == Verdict::Fail);
}

void MetricsStoreTest::chartWindowCoversAStep()
{
    MetricsCadence cadence;
    cadence.window = 4s;
    cadence.minimumStep = 1s;
    m_store->setCadence(cadence);
    m_store->setRange(1h);
    m_store->show(canary());
    const RangeQuery hour = m_api->charts.first();
    QCOMPARE(qint64(hour.stepMs), qint64(10'000));
    QCOMPARE(hour.promql, QStringLiteral("errors{shop,web,new,11s}"));
    QVERIFY(m_api->asked.contains(QStringLiteral("errors{shop,web,new,4s}"))); // the reading stays sharp
    m_api->charts.clear();
    m_store->setRange(60s);
    QCOMPARE(m_api->charts.first().promql, QStringLiteral("errors{shop,web,new,4s}"));
}

void MetricsStoreTest::sameProfileIsNotAskedAgain()
{
    m_store->show(canary());
    const auto charts = m_api->charts.size();
    m_store->setProfile(Cluster, testProfile());
    QCOMPARE(m_api->charts.size(), charts);
    MetricProfile other = testProfile();
    other.id = QStringLiteral("other");
    other.rules.removeLast();
    m_store->setProfile(Cluster, other);
    QVERIFY(m_api->charts.size() > charts);
    QCOMPARE(m_store->panels().size(), 1);
    QCOMPARE(m_store->profile(Cluster).id, QStringLiteral("other"));
}

void MetricsStoreTest::lostServerTakesVerdictsAlong()
{
    m_store->show(canary());
    QTRY_VERIFY(m_store->panels().first().verdict == Verdict::Fail ||
                m_store->panels().first().verdict == Verdict::Pass);
    SourceState lost;
    lost.freshness = Freshness::Unreachable;
    lost.error = unreachable();
    Q_EMIT m_api->connectionChanged(lost);
    QTRY_VERIFY(m_store->panels().first().verdict == Verdict::Unknown);
    QVERIFY(m_store->panels().first().source.freshness == Freshness::Stale);
    QVERIFY(!m_store->panels().first().canary.isEmpty()); // what it gave stays on screen
}

void MetricsStoreTest::refreshesWhileShown()
{
    MetricsCadence cadence;
    cadence.refresh = 20ms;
    cadence.window = 4s;
    cadence.minimumStep = 1s;
    m_store->setCadence(cadence);
    m_store->show(canary());
    QTRY_VERIFY(m_api->asked.count(QStringLiteral("errors{shop,web,new,4s}")) >= 3);
    QCOMPARE(qint64(m_api->charts.first().stepMs), qint64(5000));
    m_store->setRange(60s);
    QCOMPARE(qint64(m_api->charts.last().stepMs), qint64(1000));
    m_store->show(std::nullopt);
    QVERIFY(m_store->panels().isEmpty());
    const auto asked = m_api->asked.size();
    QTest::qWait(100); // nothing may happen: there is no condition to wait for
    QCOMPARE(m_api->asked.size(), asked);
}

void MetricsStoreTest::oneRoundAtATime()
{
    MetricsCadence cadence;
    cadence.refresh = 1ms;
    m_store->setCadence(cadence);
    m_api->hold = true;
    m_store->show(canary());
    const auto asked = m_api->asked.size();
    QVERIFY(asked > 0);
    QTest::qWait(50); // nothing may happen: the first round has no answers yet
    QCOMPARE(m_api->asked.size(), asked);
    m_api->hold = false;
    m_api->release();
    QTRY_VERIFY(m_api->asked.size() > asked);
}

void MetricsStoreTest::anotherReleaseTakesTheOldQueriesBack()
{
    m_api->hold = true;
    m_store->show(canary());
    QVERIFY(!m_api->held.empty());
    const auto old = m_api->held.size();
    Release other = canary();
    other.key.name = QStringLiteral("api");
    m_store->show(other);
    for (size_t i = 0; i < old; ++i) {
        QVERIFY(m_api->held[i].first.isCanceled());
    }
    QVERIFY(!m_api->held.back().first.isCanceled());
    m_api->release();
    QTRY_VERIFY(m_store->panels().first().canaryNow.value.has_value());
}

void MetricsStoreTest::sameReleaseIsNotAskedTwice()
{
    m_store->show(canary());
    const auto asked = m_api->asked.size();
    Release again = canary();
    again.readyReplicas = 7;
    m_store->show(again);
    QCOMPARE(m_api->asked.size(), asked);
    again.currentHash = QStringLiteral("newer");
    m_store->show(again);
    QVERIFY(m_api->asked.contains(QStringLiteral("cpu{web-newer}")));
}

void MetricsStoreTest::keepsSamplesWhenTheServerFails()
{
    MetricsCadence cadence;
    cadence.refresh = 10ms;
    m_store->setCadence(cadence);
    m_store->show(canary());
    QTRY_VERIFY(m_store->panels().first().canaryNow.value.has_value());
    const QDateTime good = m_store->panels().first().source.since;
    m_api->instant = [](const QString &) -> Result<QueryAnswer> { return tl::unexpected(unreachable()); };
    m_api->chart = [](const RangeQuery &) -> Result<QueryAnswer> { return tl::unexpected(unreachable()); };
    QTRY_VERIFY(m_store->panels().first().source.freshness == Freshness::Stale);
    const MetricPanel &panel = m_store->panels().first();
    QCOMPARE(panel.canary.size(), 2);
    QCOMPARE(panel.source.since, good);
    QVERIFY(panel.source.error.has_value());
    QVERIFY(panel.verdict == Verdict::Unknown);
    QCOMPARE(panel.canaryNow.detail, QStringLiteral("refused"));
}

void MetricsStoreTest::backsOff()
{
    m_api->instant = [](const QString &) -> Result<QueryAnswer> { return tl::unexpected(unreachable()); };
    m_api->chart = [](const RangeQuery &) -> Result<QueryAnswer> { return tl::unexpected(unreachable()); };
    m_api->firing = tl::unexpected(unreachable());
    MetricsCadence cadence;
    cadence.refresh = 40ms;
    m_store->setCadence(cadence);
    m_store->show(canary());
    QTRY_VERIFY(m_store->panels().first().source.freshness == Freshness::Unreachable);
    QTest::qWait(400); // counting what happens in a span of time is the point
    // 80 + 160 + 320 ms instead of one every 40 ms.
    QVERIFY2(m_api->alertCalls <= 4, qPrintable(QString::number(m_api->alertCalls)));
}

void MetricsStoreTest::alertsOfTheNamespaceOnly()
{
    m_api->firing = QVector<Alert>{alertIn("1", "shop"), alertIn("2", "bank")};
    QSignalSpy spy(m_store.get(), &MetricsStore::alertsChanged);
    m_store->show(canary());
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(m_store->alerts().size(), 1);
    QCOMPARE(m_store->alerts().first().fingerprint, QStringLiteral("1"));
}

void MetricsStoreTest::alertsFromAlertmanager()
{
    m_api->firing = QVector<Alert>{alertIn("prometheus", "shop")};
    FakeAlerts alertmanager;
    alertmanager.firing = {alertIn("alertmanager", "shop")};
    m_store->setAlertsServer(Cluster, &alertmanager);
    m_store->show(canary());
    QTRY_COMPARE(m_store->alerts().size(), 1);
    QCOMPARE(m_store->alerts().first().fingerprint, QStringLiteral("alertmanager"));
}

void MetricsStoreTest::mayBeChangedFromASlot()
{
    m_api->firing = QVector<Alert>{alertIn("1", "shop")};
    connect(m_store.get(), &MetricsStore::alertsChanged, m_store.get(),
            [this] { m_store->show(std::nullopt); });
    m_store->show(canary());
    QTRY_VERIFY(m_store->panels().isEmpty());
    QVERIFY(m_store->alerts().isEmpty());
}

void MetricsStoreTest::withoutAServer()
{
    MetricsStore store(testProfile(), *m_clock);
    QVERIFY(!store.hasServer(Cluster));
    store.show(canary());
    QCOMPARE(store.panels().size(), 2);
    QVERIFY(store.panels().first().source.freshness == Freshness::NeverLoaded);
    QVERIFY(store.panels().first().verdict == Verdict::Unknown);
}

void MetricsStoreTest::serverGoesAway()
{
    QSignalSpy spy(m_store.get(), &MetricsStore::serverStateChanged);
    SourceState live;
    live.freshness = Freshness::Live;
    Q_EMIT m_api->connectionChanged(live);
    QCOMPARE(spy.count(), 1);
    QVERIFY(m_store->serverState(Cluster).freshness == Freshness::Live);
    m_api->hold = true;
    m_store->show(canary());
    m_store->setServer(Cluster, nullptr);
    m_api.reset();
    QVERIFY(!m_store->hasServer(Cluster));
    QVERIFY(m_store->panels().first().source.freshness == Freshness::NeverLoaded);
    QCoreApplication::processEvents();
}

void MetricsStoreTest::measures()
{
    const auto key = canary().key;
    auto share =
        m_store->measure(key, QStringLiteral("svc"), QStringLiteral("old"), QStringLiteral("traffic-share"));
    QTRY_VERIFY(share.isFinished());
    QCOMPARE(share.result()->value, std::optional(75.0));
    QVERIFY(m_api->asked.contains(QStringLiteral("total{svc}")));
    auto errors = m_store->measure(key, {}, QStringLiteral("old"), QStringLiteral("error-rate"));
    QTRY_VERIFY(errors.isFinished());
    QCOMPARE(errors.result()->value, std::optional(0.001));
    QVERIFY(m_api->asked.contains(QStringLiteral("errors{shop,web,old,60s}")));
    m_api->instant = [](const QString &) -> Result<QueryAnswer> { return answerOf({}); };
    auto nothing = m_store->measure(key, {}, QStringLiteral("old"), QStringLiteral("traffic-share"));
    QTRY_VERIFY(nothing.isFinished());
    QVERIFY(nothing.result()->problem == ValueProblem::NoData);
}

void MetricsStoreTest::measureRefuses()
{
    const auto unknown = m_store->measure(canary().key, {}, QStringLiteral("h"), QStringLiteral("beauty"));
    QVERIFY(unknown.result().error().code == ErrorCode::NotFound);
    ReleaseKey elsewhere = canary().key;
    elsewhere.cluster = ClusterId(QStringLiteral("other"));
    const auto nowhere = m_store->measure(elsewhere, {}, QStringLiteral("h"), QStringLiteral("error-rate"));
    QVERIFY(nowhere.result().error().code == ErrorCode::BadConfiguration);
    m_api->instant = [](const QString &) -> Result<QueryAnswer> { return tl::unexpected(unreachable()); };
    const auto failed =
        m_store->measure(canary().key, {}, QStringLiteral("h"), QStringLiteral("traffic-share"));
    QTRY_VERIFY(failed.isFinished());
    QVERIFY(failed.result().error().code == ErrorCode::Unreachable);
}

void MetricsStoreTest::measureOutlivesTheStore()
{
    m_api->hold = true;
    auto share = m_store->measure(canary().key, {}, QStringLiteral("new"), QStringLiteral("traffic-share"));
    m_store.reset();
    m_api->release();
    QTRY_VERIFY(share.isFinished());
    QCOMPARE(share.result()->value, std::optional(25.0));
}

QTEST_GUILESS_MAIN(MetricsStoreTest)
#include "metricsstore_test.moc"
