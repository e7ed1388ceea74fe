// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apiclient.h"
#include "tests/support/drillchild.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// The console rendering its pages of a cluster that is not its own.
class ScreenshotsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesNothingOnACluster();
};

void ScreenshotsTest::changesNothingOnACluster()
{
    DrillChild drill;
    const QString problem =
        drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"), QStringLiteral("60")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    ApiClient api;
    const QString refused = api.connectTo(drill.kubeconfig(), drill.context());
    QVERIFY2(refused.isEmpty(), qPrintable(refused));
    const QString path = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout");
    QVERIFY(api.waitFor(path, [](const Json &rollout) {
        return rollout.at("status").value("phase", "") == "Paused" &&
               rollout.at("status").value("currentStepIndex", 0) == 3;
    }));
    const Json before = api.get(path).body;

    const QTemporaryDir home;
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        environment.insert(QString::fromLatin1(folder), home.path());
    }
    console.setProcessEnvironment(environment);
    console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString pictures = home.filePath(QStringLiteral("pictures"));
    console.start(qEnvironmentVariable("SIGNALBOX_CONSOLE"),
                  {QStringLiteral("--kubeconfig"), drill.kubeconfig(), QStringLiteral("--context"),
                   drill.context(), QStringLiteral("--screenshots"), pictures});
    QVERIFY(console.waitForFinished(150000));
    QCOMPARE(console.exitStatus(), QProcess::NormalExit);
    QCOMPARE(console.exitCode(), 0);

    const QStringList drawn = QDir(pictures).entryList({QStringLiteral("*-en-light.png")});
    QVERIFY(drawn.contains(QStringLiteral("canary-en-light.png")));
    QVERIFY(drawn.contains(QStringLiteral("rollback-preview-en-light.png")));
    QVERIFY(!drawn.contains(QStringLiteral("rollback-en-light.png")));
    const Json after = api.get(path).body;
    QCOMPARE(after.at("metadata").at("generation").get<qint64>(),
             before.at("metadata").at("generation").get<qint64>());
    QVERIFY(after.at("spec") == before.at("spec"));
    QVERIFY(!after.at("status").value("abort", false));
    QCOMPARE(after.at("status").value("currentStepIndex", 0), 3);
}

QTEST_GUILESS_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
