// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/workspace.h"
#include "app/settings/settings.h"
#include "backends/ledger/sqliteledger.h"
#include "tests/support/apiclient.h"
#include "tests/support/drillchild.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString rolloutPath = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout");

struct Boundary {
    const char *name;
    int step;
    StepPhase phase;
};

/// The moments between what an operation does: announced before the calls and records that follow leave.
constexpr Boundary boundaries[] = {
    {"intent written, nothing sent", 0, StepPhase::Sent},
    {"traffic call accepted", 0, StepPhase::Accepted},
    {"before the spec call", 1, StepPhase::Sent},
    {"spec call accepted", 1, StepPhase::Accepted},
    {"before traffic is measured", 2, StepPhase::Observed},
    {"before pods are looked at", 3, StepPhase::Observed},
    {"before health is measured", 4, StepPhase::Observed},
    {"before the outcome", 5, StepPhase::Sent},
};

/// A program that rolls back and is killed at one boundary. Arguments: --child, kubeconfig, context,
/// Prometheus, folder, index of the boundary.
int rollBackAndDie(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Boundary &boundary = boundaries[arguments.at(6).toInt()];
    Settings settings(arguments.at(5) + QStringLiteral("/signalbox.ini"));
    Workspace workspace(settings, {arguments.at(2), arguments.at(4), {}, {}, arguments.at(5), QString()});
    const ReleaseKey key{ClusterId(arguments.at(3)), QStringLiteral("shop"), QStringLiteral("checkout"),
                         ReleaseKind::Rollout};
    OperationDesk &desk = workspace.desk();
    OperationTiming timing;
    timing.intentGrace = std::chrono::seconds(10); // the boundary is behind the durable intent
    timing.poll = std::chrono::milliseconds(200);
    desk.setTiming(timing);
    QObject::connect(&desk, &OperationDesk::operationChanged, &application, [&](const ReleaseKey &changed) {
        const OperationStatus &status = desk.operation(changed)->status();
        if (status.currentStep == boundary.step && status.steps.at(boundary.step).phase == boundary.phase) {
            ::kill(::getpid(), SIGKILL);
        }
    });
    if (!workspace.open(key.cluster.value())) {
        return 3;
    }
    bool started = false;
    QObject::connect(&desk, &OperationDesk::rollbackReadinessChanged, &application, [&] {
        if (!started && desk.rollbackReadiness().ready()) {
            started = true;
            desk.start(*desk.rollbackReadiness().plan, QStringLiteral("killed on purpose"));
        }
    });
    QObject::connect(&workspace.fleet(), &FleetStore::releasesChanged, &application, [&] {
        const Release *release = workspace.fleet().release(key);
        if (release && release->inProgress() && release->revisions.size() > 1) {
            desk.keepRollbackReady(key);
        }
    });
    return QCoreApplication::exec();
}

} // namespace

/// kill -9 of a program in the middle of a rollback of a real canary, at every boundary, and signalboxctl
/// that finds it in the ledger and goes on with it.
class KilledRollbackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherProcessGoesOn_data();
    void anotherProcessGoesOn();
    void givenUpFromTheTerminal();

private:
    void startCanary();
    void killAt(int boundary);
    /// @return standard output; fails the test unless it ends with that code
    QString ctl(const QStringList &arguments, int code = 0);
    [[nodiscard]] QVector<LedgerRecord> recordsOf(const QString &operation, RecordKind kind);
    [[nodiscard]] QString openOperation();

    DrillChild m_drill;
    ApiClient m_api;
    QTemporaryDir m_folder;
    QString m_stableHash;
};

void KilledRollbackTest::initTestCase()
{
    const QString problem = m_drill.start({QStringLiteral("canary-healthy"), QStringLiteral("--speed"),
                                           QStringLiteral("60"), QStringLiteral("--no-plans")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_api.connectTo(m_drill.kubeconfig(), m_drill.context()).isEmpty());
}

void KilledRollbackTest::startCanary()
{
    const Json now = m_api.get(rolloutPath).body;
    const bool steady = now["status"]["currentPodHash"] == now["status"]["stableRS"];
    if (steady) {
        const Json container = now["spec"]["template"]["spec"]["containers"][0];
        std::string image = container["image"].get<std::string>();
        image = image.substr(0, image.rfind(':')) + ":2.4.1";
        const Json patch = Json::array(
            {{{"op", "replace"}, {"path", "/spec/template/spec/containers/0/image"}, {"value", image}}});
        QVERIFY(m_api.patch(rolloutPath, "application/json-patch+json", patch).ok());
    }
    QVERIFY(m_api.waitFor(rolloutPath, [](const Json &rollout) {
        const Json status = rollout.value("status", Json::object());
        return status.value("currentPodHash", "") != status.value("stableRS", "") &&
               status.value("phase", "") == "Paused";
    }));
    m_stableHash =
        QString::fromStdString(m_api.get(rolloutPath).body["status"]["stableRS"].get<std::string>());
}

void KilledRollbackTest::killAt(int boundary)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--child"), m_drill.kubeconfig(), m_drill.context(), m_drill.prometheus(),
                 m_folder.path(), QString::number(boundary)});
    QVERIFY2(child.waitForFinished(60'000), "the rollback did not reach the boundary");
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(child.exitCode(), SIGKILL);
}

QString KilledRollbackTest::ctl(const QStringList &arguments, int code)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(qEnvironmentVariable("SIGNALBOX_CTL"),
                  QStringList{QStringLiteral("--kubeconfig"), m_drill.kubeconfig(),
                              QStringLiteral("--prometheus"), m_drill.prometheus(),
                              QStringLiteral("--config-dir"), m_folder.path()} +
                      arguments);
    const bool ended = process.waitForFinished(90'000);
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    if (!ended || process.exitCode() != code) {
        QTest::qFail(qPrintable(QStringLiteral("signalboxctl %1 ended with %2: %3")
                                    .arg(arguments.join(QLatin1Char(' ')))
                                    .arg(process.exitCode())
                                    .arg(output)),
                     __FILE__, __LINE__);
    }
    return output;
}

QVector<LedgerRecord> KilledRollbackTest::recordsOf(const QString &operation, RecordKind kind)
{
    SqliteLedger ledger(m_folder.path());
    const auto all = wait(ledger.recent({}, {}, {}, 1000));
    QVector<LedgerRecord> found;
    for (const LedgerRecord &record : all.value_or(QVector<LedgerRecord>())) {
        if (record.operationId == operation && record.kind == kind) {
            found.append(record);
        }
    }
    return found;
}

/// As a script would find it.
QString KilledRollbackTest::openOperation()
{
    const QByteArray listed =
        ctl({QStringLiteral("--json"), QStringLiteral("operations"), QStringLiteral("list")}).toUtf8();
    const Json operations = Json::parse(listed.toStdString(), nullptr, false);
    return operations.is_array() && operations.size() == 1
               ? QString::fromStdString(operations[0]["id"].get<std::string>())
               : QString();
}

void KilledRollbackTest::anotherProcessGoesOn_data()
{
    QTest::addColumn<int>("boundary");
    int index = 0;
    for (const Boundary &boundary : boundaries) {
        QTest::newRow(boundary.name) << index++;
    }
}

void KilledRollbackTest::anotherProcessGoesOn()
{
    QFETCH(int, boundary);
    startCanary();
    killAt(boundary);
    const QString operation = openOperation();
    QVERIFY2(!operation.isEmpty(), "not exactly one open operation");
    ctl({QStringLiteral("operations"), QStringLiteral("resume"), operation});

    const Json rollout = m_api.get(rolloutPath).body;
    const Json &status = rollout["status"];
    QCOMPARE(QString::fromStdString(status["currentPodHash"].get<std::string>()), m_stableHash);
    QCOMPARE(QString::fromStdString(status["stableRS"].get<std::string>()), m_stableHash);
    QVERIFY(!status.value("abort", false));
    QCOMPARE(status.value("phase", ""), std::string("Healthy"));

    QCOMPARE(recordsOf(operation, RecordKind::Intent).size(), 1);
    const auto outcomes = recordsOf(operation, RecordKind::Outcome);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().result, QStringLiteral("succeeded"));
    QCOMPARE(outcomes.first().reason, QStringLiteral("killed on purpose"));
    QVERIFY(openOperation().isEmpty());
    ctl({QStringLiteral("operations"), QStringLiteral("resume"), operation}, 1);
    SqliteLedger ledger(m_folder.path());
    QCOMPARE(wait(ledger.verify())->state, ChainState::Intact);
}

void KilledRollbackTest::givenUpFromTheTerminal()
{
    startCanary();
    killAt(2);
    const QString operation = openOperation();
    const Json before = m_api.get(rolloutPath).body["spec"];
    ctl({QStringLiteral("operations"), QStringLiteral("give-up"), operation}, 2); // without a reason
    ctl({QStringLiteral("operations"), QStringLiteral("give-up"), operation, QStringLiteral("--reason"),
         QStringLiteral("kept the canary")});
    QVERIFY(openOperation().isEmpty());
    const auto outcomes = recordsOf(operation, RecordKind::Outcome);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().result, QStringLiteral("stopped"));
    QCOMPARE(outcomes.first().reason, QStringLiteral("kept the canary"));
    QVERIFY(m_api.get(rolloutPath).body["spec"] == before);
}

int main(int argc, char **argv)
{
    if (argc == 7 && QByteArray(argv[1]) == "--child") {
        return rollBackAndDie(argc, argv);
    }
    QCoreApplication application(argc, argv);
    KilledRollbackTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "killedrollback_test.moc"
