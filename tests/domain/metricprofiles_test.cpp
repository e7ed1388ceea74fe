// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/metricprofiles.h"

#include <QFile>
#include <QTest>

using namespace signalbox;

namespace
{

QByteArray profileWith(const QByteArray &rule)
{
    return R"([{"id":"p","trafficQuery":"t","totalTrafficQuery":"a","rules":[)" + rule + "]}]";
}

const QByteArray Titles = R"("title":{"en":"E","zh_TW":"T","zh_CN":"C"})";

} // namespace

class MetricProfilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARule();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void shippedProfilesAreComplete();
};

void MetricProfilesTest::readsARule()
{
    const auto profiles = parseMetricProfiles(profileWith(
        R"({"id":"e",)" + Titles +
        R"(,"unit":"ratio","direction":"higher","limit":0.95,"query":"q","minimumSamples":50,"samplesQuery":"s"})"));
    QVERIFY(profiles.has_value());
    QCOMPARE(profiles->size(), 1);
    const MetricProfile &profile = profiles->first();
    QCOMPARE(profile.id, QStringLiteral("p"));
    QCOMPARE(profile.trafficQuery, QStringLiteral("t"));
    QCOMPARE(profile.totalTrafficQuery, QStringLiteral("a"));
    const MetricRule &rule = profile.rules.first();
    QCOMPARE(rule.id, QStringLiteral("e"));
    QCOMPARE(rule.title.value(QStringLiteral("zh_TW")), QStringLiteral("T"));
    QVERIFY(rule.unit == Unit::Ratio);
    QVERIFY(rule.direction == Direction::HigherIsBetter);
    QCOMPARE(rule.limit, std::optional(0.95));
    QCOMPARE(rule.minimumSamples, std::optional(50.0));
    QCOMPARE(rule.samplesQuery, QStringLiteral("s"));
}

void MetricProfilesTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &json, const char *word) {
        QTest::newRow(name) << json << QString::fromLatin1(word);
    };
    row("not JSON", "[{", "at byte");
    row("not a list", "{}", "list of profiles");
    row("no id", "[{}]", "id must be");
    row("rules missing", R"([{"id":"p","trafficQuery":"t","totalTrafficQuery":"a"}])", "rules must be");
    row("no total", R"([{"id":"p","trafficQuery":"t","rules":[]}])", "totalTrafficQuery");
    row("misspelt", profileWith(R"({"id":"e",)" + Titles + R"(,"query":"q","limt":1})"),
        "p.e: unknown field limt");
    row("limit as text", profileWith(R"({"id":"e",)" + Titles + R"(,"query":"q","limit":"1"})"),
        "p.e: limit");
    row("unit", profileWith(R"({"id":"e",)" + Titles + R"(,"query":"q","unit":"apples"})"), "p.e: unit");
    row("direction", profileWith(R"({"id":"e",)" + Titles + R"(,"query":"q","direction":"up"})"),
        "p.e: direction");
    row("language", profileWith(R"({"id":"e","title":{"en":"E","zh_TW":"T"},"query":"q"})"), "zh_CN");
    row("empty query", profileWith(R"({"id":"e",)" + Titles + R"(,"query":" "})"), "p.e: query");
    row("rule is a number", profileWith("7"), "p.rules: id");
    row("minimum without count",
        profileWith(R"({"id":"e",)" + Titles + R"(,"query":"q","minimumSamples":5})"), "samplesQuery");
    const QByteArray rule = R"({"id":"e",)" + Titles + R"(,"query":"q"})";
    row("twice", profileWith(rule + "," + rule), "two rules are called e");
}

void MetricProfilesTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto profiles = parseMetricProfiles(json);
    QVERIFY(!profiles.has_value());
    QVERIFY(profiles.error().code == ErrorCode::BadConfiguration);
    QVERIFY2(profiles.error().detail.contains(word), qPrintable(profiles.error().detail));
}

void MetricProfilesTest::shippedProfilesAreComplete()
{
    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
               QStringLiteral("/resources/metrics/profiles.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto profiles = parseMetricProfiles(file.readAll());
    QVERIFY2(profiles.has_value(), profiles ? "" : qPrintable(profiles.error().detail));
    QStringList ids;
    for (const auto &profile : *profiles) {
        ids += profile.id;
        MetricScope scope;
        scope.namespaceName = scope.service = scope.hash = scope.workload = QStringLiteral("x");
        for (const auto &rule : profile.rules) {
            const QString query = expandQuery(rule.query, scope);
            QVERIFY2(!query.contains(QLatin1Char('$')), qPrintable(query));
        }
        QVERIFY(!expandQuery(profile.trafficQuery, scope).contains(QLatin1Char('$')));
    }
    QCOMPARE(ids, (QStringList{QStringLiteral("http"), QStringLiteral("istio")}));
    QStringList rules;
    for (const auto &rule : profiles->first().rules) {
        rules += rule.id;
    }
    for (const auto &wanted :
         {"error-rate", "latency-p95", "login-success", "traffic", "cpu", "memory", "queue"}) {
        QVERIFY2(rules.contains(QString::fromLatin1(wanted)), wanted);
    }
}

QTEST_GUILESS_MAIN(MetricProfilesTest)
#include "metricprofiles_test.moc"
