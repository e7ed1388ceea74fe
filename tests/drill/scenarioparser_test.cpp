// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/scenarioparser.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::drill;

class ScenarioParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBuiltInScenarioIsFine_data();
    void everyBuiltInScenarioIsFine();
    void readsValues();
    void refusals_data();
    void refusals();
    void unknownFile();
    void bigHasTenThousandPods();
};

namespace
{

QByteArray withRelease(const QByteArray &lines)
{
    return "scenario: x\nclusters:\n  - name: c\n    releases:\n      - name: a\n        namespace: n\n"
           "        history: [ { version: \"1\" } ]\n" +
           lines;
}

} // namespace

void ScenarioParserTest::everyBuiltInScenarioIsFine_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"steady", "canary-healthy", "canary-regression", "bad-image", "blue-green",
                             "slow-leak", "two-clusters", "big"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ScenarioParserTest::everyBuiltInScenarioIsFine()
{
    QFETCH(QString, name);
    const auto scenario = loadScenario(name);
    QVERIFY2(scenario.has_value(), scenario ? "" : qPrintable(scenario.error().detail));
    QCOMPARE(scenario->name, name);
    QVERIFY(!scenario->summary.isEmpty());
    QVERIFY(scenario->clusters.first().releases.size() >= 5);
}

void ScenarioParserTest::readsValues()
{
    const auto scenario =
        parseScenario(withRelease("        versions: { \"1\": { errors: 2.5%, p50: 20ms, worse: { "
                                  "fromWeight: 25, errors: 0.1 } } }\n"
                                  "        traffic: { requests: 12.5 }\n        scaling: { min: 2, max: 9 }\n"
                                  "        steps: [ { setWeight: 20 }, { pause: { duration: 5m } } ]\n"),
                      QStringLiteral("x.yaml"));
    QVERIFY2(scenario.has_value(), scenario ? "" : qPrintable(scenario.error().detail));
    const ScenarioRelease &release = scenario->clusters.first().releases.first();
    const VersionBehaviour behaviour = release.versions.value(QStringLiteral("1"));
    QCOMPARE(behaviour.errors, 0.025);
    QCOMPARE(behaviour.p50, 0.02);
    QCOMPARE(behaviour.worseFromWeight, 25);
    QCOMPARE(release.traffic.requestsPerSecond, 12.5);
    QCOMPARE(release.scaling->maximum, 9);
    QCOMPARE(release.steps.size(), size_t(2));
    QVERIFY(release.steps[0]["setWeight"].is_number());
}

void ScenarioParserTest::refusals_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    QTest::newRow("not YAML") << QByteArray("scenario: [\n") << ":"
                              << "YAML";
    QTest::newRow("a list") << QByteArray("- 1\n") << "f.yaml:1"
                            << "mapping";
    QTest::newRow("empty") << QByteArray() << "f.yaml:"
                           << "mapping";
    QTest::newRow("no clusters") << QByteArray("scenario: x\n") << "f.yaml:1"
                                 << "at least one cluster";
    QTest::newRow("unknown key") << QByteArray("scenario: x\nspeed: 3\n") << "f.yaml:2"
                                 << "unknown key \"speed\"";
    QTest::newRow("bad kind") << withRelease("        kind: DaemonSet\n") << "f.yaml:8"
                              << "Rollout or Deployment";
    QTest::newRow("bad number") << withRelease("        replicas: many\n") << "f.yaml:8"
                                << "whole number";
    QTest::newRow("number out of range") << withRelease("        replicas: -1\n") << "f.yaml:8"
                                         << "from 0";
    QTest::newRow("bad steps") << withRelease("        steps: 5\n") << "f.yaml:8"
                               << "list of canary steps";
    QTest::newRow("bad duration") << withRelease("        versions: { \"1\": { p50: soon } }\n") << "f.yaml:8"
                                  << "duration";
    QTest::newRow("bad percentage") << withRelease("        versions: { \"1\": { errors: -3% } }\n")
                                    << "f.yaml:8"
                                    << "percentage";
    QTest::newRow("quantiles crossed")
        << withRelease("        versions: { \"1\": { p50: 2s, p99: 1s } }\n") << "f.yaml:8"
        << "above p50";
    QTest::newRow("no history")
        << QByteArray(
               "scenario: x\nclusters:\n  - name: c\n    releases:\n      - name: a\n        namespace: n\n")
        << "f.yaml:5"
        << "at least one version";
    QTest::newRow("history turned around")
        << QByteArray(
               "scenario: x\nclusters:\n  - name: c\n    releases:\n      - name: a\n        namespace: n\n"
               "        history: [ { version: 1, ago: 1m }, { version: 2, ago: 9m } ]\n")
        << "f.yaml:7"
        << "oldest to the newest";
    QTest::newRow("manifest without kind")
        << QByteArray("scenario: x\nclusters:\n  - name: c\n    manifests: [ { a: 1 } ]\n") << "f.yaml:4"
        << "apiVersion, kind and metadata";
}

void ScenarioParserTest::refusals()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const auto scenario = parseScenario(yaml, QStringLiteral("f.yaml"));
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().code, ErrorCode::BadConfiguration);
    QCOMPARE(scenario.error().subject, QStringLiteral("f.yaml"));
    QVERIFY2(scenario.error().detail.contains(where), qPrintable(scenario.error().detail));
    QVERIFY2(scenario.error().detail.contains(what), qPrintable(scenario.error().detail));
}

void ScenarioParserTest::unknownFile()
{
    const auto scenario = loadScenario(QStringLiteral("no-such-scenario"));
    QVERIFY(!scenario);
    QVERIFY(scenario.error().detail.contains(QStringLiteral("no-such-scenario")));
}

void ScenarioParserTest::bigHasTenThousandPods()
{
    const auto scenario = loadScenario(QStringLiteral("big"));
    QVERIFY(scenario.has_value());
    int pods = 0;
    for (const ScenarioRelease &release : scenario->clusters.first().releases)
        pods += release.replicas * release.copies;
    QCOMPARE(pods, 10'000);
}

QTEST_APPLESS_MAIN(ScenarioParserTest)
#include "scenarioparser_test.moc"
