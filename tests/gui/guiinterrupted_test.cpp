// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteledger.h"
#include "tests/gui/guiworld.h"
#include "tests/support/wait.h"
#include "widgets/panels/interruptedpanel.h"

#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// A rollback whose program was killed, found and continued in the window; and the reason that follows.
class GuiInterruptedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void continuedByOneClick();
    void givenUpWithAReason();

private:
    static void killRollback(GuiWorld &world);
    static InterruptedPanel *panelOf(GuiWorld &world);
    static QVector<LedgerRecord> records(GuiWorld &world, RecordKind kind);
};

namespace
{

const QString shop = QStringLiteral("shop");
const QString checkout = QStringLiteral("checkout");

} // namespace

/// signalboxctl, killed as soon as it verifies.
void GuiInterruptedTest::killRollback(GuiWorld &world)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(qEnvironmentVariable("SIGNALBOX_CTL"),
                  {QStringLiteral("--kubeconfig"), world.drill().kubeconfig(), QStringLiteral("--config-dir"),
                   world.dataDirectory(), QStringLiteral("--prometheus"), world.drill().prometheus(),
                   QStringLiteral("do"), QStringLiteral("RollBack"), shop + QLatin1Char('/') + checkout});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += process.readAllStandardOutput()).contains("3/6"), patience);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
}

InterruptedPanel *GuiInterruptedTest::panelOf(GuiWorld &world)
{
    return world.window().findChild<InterruptedPanel *>();
}

QVector<LedgerRecord> GuiInterruptedTest::records(GuiWorld &world, RecordKind kind)
{
    SqliteLedger reader(world.dataDirectory());
    auto all = wait(reader.recent({}, shop, checkout, 200)).value_or(QVector<LedgerRecord>());
    all.erase(std::remove_if(all.begin(), all.end(),
                             [kind](const LedgerRecord &record) { return record.kind != kind; }),
              all.end());
    return all;
}

void GuiInterruptedTest::continuedByOneClick()
{
    GuiWorld world;
    QString problem = world.startDrill(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    killRollback(world);
    problem = world.startConsole(world.drill().kubeconfig(), world.drill().context());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const InterruptedPanel *panel = panelOf(world);
    QVERIFY(panel);
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), patience);
    const QString sentence =
        QStringLiteral("Rollback of checkout to 2.4.0 was interrupted at step 3 of 6, “Verify that traffic "
                       "reaches 2.4.0”.");
    QVERIFY2(GuiWorld::textsOf(*panel).contains(sentence), qPrintable(GuiWorld::textsOf(*panel)));
    // Nothing goes on by itself.
    QVERIFY(world.clickRelease(world.key(shop, checkout)));
    QVERIFY(!world.console().workspace()->desk().operation(world.key(shop, checkout)));
    QVERIFY(world.click(world.button("interruptedContinue")));
    QVERIFY(world.operationSays(QStringLiteral("Done and verified")));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->isVisible(), patience);
    QCOMPARE(records(world, RecordKind::Intent).size(), 1);
    QCOMPARE(records(world, RecordKind::Outcome).size(), 1);
    const Json status = world.rollout(shop, checkout).at("status");
    QVERIFY(status.at("currentPodHash") == status.at("stableRS"));

    // The reason follows, quietly, and is kept when the line is left.
    auto *reason = world.window().findChild<QLineEdit *>(QStringLiteral("operationReason"));
    QVERIFY(reason && reason->isVisible());
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("logins failed"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!records(world, RecordKind::Observation).isEmpty() &&
                                 records(world, RecordKind::Observation).first().reason ==
                                     QStringLiteral("logins failed"),
                             patience);
    QTest::keyClicks(reason, QStringLiteral(" since 10:00"));
    QVERIFY(world.click(world.button("operationDismiss"))); // left with a reason half written
    QTRY_VERIFY_WITH_TIMEOUT(records(world, RecordKind::Observation).first().reason ==
                                 QStringLiteral("logins failed since 10:00"),
                             patience);
}

void GuiInterruptedTest::givenUpWithAReason()
{
    GuiWorld world;
    QString problem = world.startDrill(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    killRollback(world);
    problem = world.startConsole(world.drill().kubeconfig(), world.drill().context());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const InterruptedPanel *panel = panelOf(world);
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), patience);
    QVERIFY(world.click(world.button("interruptedGiveUp")));
    QPushButton *now = world.button("interruptedGiveUpNow");
    QVERIFY(now && now->isVisible());
    QVERIFY(!now->isEnabled()); // not without a reason
    auto *reason = world.window().findChild<QLineEdit *>(QStringLiteral("interruptedReason"));
    QVERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("finished with kubectl"));
    QVERIFY(world.click(now));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->isVisible(), patience);
    const auto outcomes = records(world, RecordKind::Outcome);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().result, QStringLiteral("stopped"));
    QCOMPARE(outcomes.first().reason, QStringLiteral("finished with kubectl"));
    QVERIFY(!world.console().workspace()->desk().operation(world.key(shop, checkout)));
}

QTEST_MAIN(GuiInterruptedTest)
#include "guiinterrupted_test.moc"
