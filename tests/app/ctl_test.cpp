// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apiclient.h"
#include "tests/support/drillchild.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// signalboxctl as a process, on a drill of its own.
class CtlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void releasesAreWholeAndInOrder();
    void showsEitherKind_data();
    void showsEitherKind();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void saysWhichRightIsMissing();
    void promotes();

private:
    struct Run {
        int code = -1;
        QString out;
        QString err;
    };
    Run ctl(const QStringList &arguments, const QString &user = {});

    DrillChild m_drill;
    ApiClient m_api;
    QTemporaryDir m_home;
};

static QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

void CtlTest::initTestCase()
{
    const QString problem = m_drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"),
                                           QStringLiteral("60"), QStringLiteral("--no-plans")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString refused = m_api.connectTo(m_drill.kubeconfig(), m_drill.context());
    QVERIFY2(refused.isEmpty(), qPrintable(refused));
    QVERIFY(m_api.waitFor(QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout"),
                          [](const Json &rollout) {
                              const Json &status = rollout.at("status");
                              return status.value("phase", "") == "Paused" &&
                                     status.value("currentStepIndex", 0) == 3;
                          }));
}

CtlTest::Run CtlTest::ctl(const QStringList &arguments, const QString &user)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        environment.insert(QString::fromLatin1(folder), m_home.path());
    }
    process.setProcessEnvironment(environment);
    const QString context = user.isEmpty() ? m_drill.context() : m_drill.contextOf(user);
    process.start(qEnvironmentVariable("SIGNALBOX_CTL"),
                  QStringList{QStringLiteral("--kubeconfig"), m_drill.kubeconfig(),
                              QStringLiteral("--context"), context} +
                      arguments);
    Run run;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit) {
        run.code = process.exitCode();
    }
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

/// Each run is a new connection: whatever it prints too early would show as a difference.
void CtlTest::releasesAreWholeAndInOrder()
{
    const QStringList expected{
        QStringLiteral("identity/login\tHealthy\t4.2.1 -> 4.2.1"),
        QStringLiteral("payments/gateway\tHealthy\t3.3.1 -> 3.3.1"),
        QStringLiteral("payments/ledger\tHealthy\t8.4.0 -> 8.4.0"),
        QStringLiteral("shop/cart\tHealthy\t1.18.0 -> 1.18.0"),
        QStringLiteral("shop/catalog\tHealthy\t5.1.0 -> 5.1.0"),
        QStringLiteral("shop/checkout\tWaiting for a person\t2.4.0 -> 2.4.1"),
        QStringLiteral("shop/search\tHealthy\t2.9.4 -> 2.9.4"),
    };
    for (int attempt = 0; attempt < 8; ++attempt) {
        const Run run = ctl(words("releases"));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QCOMPARE(run.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts), expected);
    }
}

void CtlTest::showsEitherKind_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("first");
    QTest::newRow("Rollout") << words("show shop/checkout")
                             << QStringLiteral("shop/checkout: Waiting for a person");
    QTest::newRow("Deployment") << words("show shop/catalog") << QStringLiteral("shop/catalog: Healthy");
    QTest::newRow("Deployment by kind")
        << words("show shop/catalog --kind deployment") << QStringLiteral("shop/catalog: Healthy");
}

void CtlTest::showsEitherKind()
{
    QFETCH(QStringList, arguments);
    const Run run = ctl(arguments);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QTEST(run.out.section(QLatin1Char('\n'), 0, 0), "first");
    QVERIFY2(!run.out.contains(QStringLiteral("too old to act on")), qPrintable(run.out));
}

void CtlTest::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no command") << words("dance") << 2;
    QTest::newRow("no such action") << words("do Dance shop/checkout") << 2;
    QTest::newRow("no such kind") << words("show shop/checkout --kind pod") << 2;
    QTest::newRow("no name") << words("show") << 2;
    QTest::newRow("no such release") << words("show shop/nothing") << 1;
    QTest::newRow("kind is not the one") << words("show shop/catalog --kind rollout") << 1;
}

void CtlTest::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    const Run run = ctl(arguments);
    QTEST(run.code, "code");
    QVERIFY(!run.err.isEmpty());
}

void CtlTest::saysWhichRightIsMissing()
{
    const Run run = ctl(words("plan Promote shop/checkout"), QStringLiteral("viewer"));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(QStringLiteral("rollouts.argoproj.io/checkout")), qPrintable(run.err));
    QVERIFY2(run.err.contains(QStringLiteral("cannot patch resource \"rollouts/status\"")),
             qPrintable(run.err));
}

void CtlTest::promotes()
{
    const Run planned = ctl(words("plan Promote shop/checkout"));
    QVERIFY2(planned.code == 0, qPrintable(planned.err));
    QVERIFY2(planned.out.contains(QStringLiteral("Next: step 5 of 7, set weight 50 %.")),
             qPrintable(planned.out));
    const QString path = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout");
    QCOMPARE(m_api.get(path).body.at("status").at("currentStepIndex").get<int>(), 3);
    const Run done = ctl(words("do Promote shop/checkout"), QStringLiteral("oncall"));
    QVERIFY2(done.code == 0, qPrintable(done.out + done.err));
    QVERIFY2(done.out.endsWith(QStringLiteral("done and verified\n")), qPrintable(done.out));
    QVERIFY(m_api.get(path).body.at("status").at("currentStepIndex").get<int>() > 3);
}

QTEST_GUILESS_MAIN(CtlTest)
#include "ctl_test.moc"
