// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/drill/drillprocess.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace signalbox::drill;

namespace
{

const QString rolloutPath = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout");
const QString routePath =
    QStringLiteral("/apis/networking.istio.io/v1/namespaces/shop/virtualservices/checkout");

QByteArray imagePatch(const QByteArray &version)
{
    return R"([{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"registry.drill.example/shop/checkout:)" +
           version + R"("}])";
}

} // namespace

/// The whole program, from outside.
class DrillProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAnHourBehindIt();
    void promotesAndRollsBack();
    void childrenDieWithKill();
    void leavesNothingBehind();
    void endsWithStandardInput();
    void refusesBadCommandLines_data();
    void refusesBadCommandLines();

private:
    static QString phase(DrillProcess &drill)
    {
        return text(drill.call("GET", rolloutPath).body, {"status", "phase"});
    }
    static int canaryWeight(DrillProcess &drill)
    {
        const auto route = drill.call("GET", routePath).body;
        return static_cast<int>(number(route["spec"]["http"][0]["route"][1], {"weight"}, -1));
    }
    static double share(DrillProcess &drill, const char *version)
    {
        return drill.measure(
            QStringLiteral("sum(rate(http_requests_total{service=\"checkout\",version=\"%1\"}[4s])) / "
                           "sum(rate(http_requests_total{service=\"checkout\"}[4s]))")
                .arg(QLatin1String(version)));
    }
};

/// With the windows that a console's charts of the last quarter, half and whole hour have.
void DrillProcessTest::hasAnHourBehindIt()
{
    DrillProcess drill;
    QVERIFY(drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"), QStringLiteral("60")}));
    const struct {
        int step; // seconds, as the points of a chart stand
        int window;
        int fromMinutes;
        int toMinutes;
    } views[] = {{2, 4, 2, 14}, {5, 6, 14, 29}, {10, 11, 29, 57}};
    const QStringList rates{
        QStringLiteral("http_requests_total{service=\"checkout\",code=\"200\"}"),
        QStringLiteral("istio_requests_total{destination_service_name=\"checkout\",reporter="
                       "\"destination\",response_code=\"200\"}")};
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const auto &view : views) {
        const int points = (view.toMinutes - view.fromMinutes) * 60 / view.step;
        const qint64 end = (now - view.fromMinutes * 60) / view.step * view.step;
        for (const QString &rate : rates) {
            const double covered =
                drill.measure(QStringLiteral("count_over_time(sum(rate(%1[%2s]))[%3s:%4s] @ %5)")
                                  .arg(rate)
                                  .arg(view.window)
                                  .arg(points * view.step)
                                  .arg(view.step)
                                  .arg(end));
            QVERIFY2(covered >= points - 1,
                     qPrintable(QStringLiteral("%1 of %2 points: %3").arg(covered).arg(points).arg(rate)));
        }
    }
}

void DrillProcessTest::promotesAndRollsBack()
{
    DrillProcess drill;
    QVERIFY(drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"), QStringLiteral("60")}));
    QCOMPARE(drill.kubeconfigRights &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFileDevice::Permissions());

    // It starts in the middle: a quarter of the traffic on the new version, history behind it.
    QCOMPARE(phase(drill), QStringLiteral("Paused"));
    QCOMPARE(canaryWeight(drill), 25);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(share(drill, "2.4.1") - 0.25) < 0.05, 20'000);
    QVERIFY(
        drill.measure(QStringLiteral(
            "count(count_over_time(http_requests_total{service=\"checkout\",code=\"200\"}[1h]) > 100)")) >=
        1);
    QCOMPARE(
        drill
            .call("GET",
                  QStringLiteral(
                      "/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query?query=up"))
            .status,
        200);

    // Promotion, as a client sends it.
    QCOMPARE(
        drill.patch(rolloutPath + QStringLiteral("/status"), R"({"status":{"pauseConditions":null}})").status,
        200);
    QTRY_COMPARE_WITH_TIMEOUT(canaryWeight(drill), 50, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(phase(drill), QStringLiteral("Healthy"), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(share(drill, "2.4.1") > 0.99, 20'000);

    // Back to 2.4.0 as a new canary, aborted, and made durable by naming what is stable.
    QCOMPARE(drill.patch(rolloutPath, imagePatch("2.4.0")).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(share(drill, "2.4.0") > 0.03, 30'000);
    QCOMPARE(drill.patch(rolloutPath + QStringLiteral("/status"), R"({"status":{"abort":true}})").status,
             200);
    QTRY_COMPARE_WITH_TIMEOUT(phase(drill), QStringLiteral("Degraded"), 10'000);
    QCOMPARE(canaryWeight(drill), 0);
    QTRY_VERIFY_WITH_TIMEOUT(share(drill, "2.4.1") > 0.99, 20'000);
    QCOMPARE(drill.patch(rolloutPath, imagePatch("2.4.1")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(phase(drill), QStringLiteral("Healthy"), 10'000);
    const auto rollout = drill.call("GET", rolloutPath).body;
    QCOMPARE(text(rollout, {"status", "stableRS"}), text(rollout, {"status", "currentPodHash"}));
    QVERIFY(!flag(rollout, {"status", "abort"}));
}

void DrillProcessTest::childrenDieWithKill()
{
    DrillProcess drill;
    QVERIFY(drill.start({QStringLiteral("steady")}));
    const QVector<qint64> children = drill.children();
    QVERIFY(children.size() >= 2); // Prometheus and Alertmanager
    for (const qint64 child : children)
        QVERIFY(!DrillProcess::isGone(child));
    drill.process.kill();
    QVERIFY(drill.process.waitForFinished(10'000));
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(children.cbegin(), children.cend(), DrillProcess::isGone), 10'000);
    QDir(QFileInfo(text(drill.report, {"kubeconfig"})).path())
        .removeRecursively(); // nobody else is left to do it
}

void DrillProcessTest::leavesNothingBehind()
{
    DrillProcess drill;
    QVERIFY(drill.start({QStringLiteral("blue-green"), QStringLiteral("--seed"), QStringLiteral("5")}));
    const QString folder = QFileInfo(text(drill.report, {"kubeconfig"})).path();
    QVERIFY(QFileInfo::exists(folder));
    const QVector<qint64> children = drill.children();
    drill.process.terminate();
    QVERIFY(drill.process.waitForFinished(15'000));
    QCOMPARE(drill.process.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(folder));
    QVERIFY(std::all_of(children.cbegin(), children.cend(), DrillProcess::isGone));
}

void DrillProcessTest::endsWithStandardInput()
{
    DrillProcess drill;
    QVERIFY(drill.start({QStringLiteral("steady"), QStringLiteral("--exit-with-stdin")}));
    drill.process.closeWriteChannel();
    QVERIFY(drill.process.waitForFinished(15'000));
    QCOMPARE(drill.process.exitStatus(), QProcess::NormalExit);
}

void DrillProcessTest::refusesBadCommandLines_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no scenario") << QStringList();
    QTest::newRow("unknown scenario") << QStringList{QStringLiteral("nowhere")};
    QTest::newRow("speed below one") << QStringList{QStringLiteral("steady"), QStringLiteral("--speed"),
                                                    QStringLiteral("0.5")};
    QTest::newRow("speed no number") << QStringList{QStringLiteral("steady"), QStringLiteral("--speed"),
                                                    QStringLiteral("fast")};
    QTest::newRow("seed no number") << QStringList{QStringLiteral("steady"), QStringLiteral("--seed"),
                                                   QStringLiteral("x")};
}

void DrillProcessTest::refusesBadCommandLines()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_DRILL_BINARY), arguments);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().startsWith("signalbox-drill: "));
}

QTEST_GUILESS_MAIN(DrillProcessTest)
#include "drillprocess_test.moc"
