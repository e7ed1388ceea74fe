// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/sqliteledger.h"
#include "tests/gui/guiworld.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// Back, by one click and one deliberate confirmation, on a drill in a process of its own. The result is read
/// from the API server and from the ledger's file, by a reader of its own.
class GuiRollbackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void canaryIsRolledBack();

private:
    static Json stableTemplate(GuiWorld &world, const Json &rollout);
};

namespace
{

const QString shop = QStringLiteral("shop");
const QString checkout = QStringLiteral("checkout");

template <typename T> T answerOf(const QFuture<Result<T>> &future)
{
    const bool done = QTest::qWaitFor([&future] { return future.isFinished(); }, patience);
    return done && future.result() ? *future.result() : T{};
}

} // namespace

/// The stable ReplicaSet's template as the Rollout would have it.
Json GuiRollbackTest::stableTemplate(GuiWorld &world, const Json &rollout)
{
    const QString hash = QString::fromStdString(rollout.at("status").at("stableRS").get<std::string>());
    const Json sets = world.api()
                          .get(QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets"
                                              "?labelSelector=rollouts-pod-template-hash%3D") +
                               hash)
                          .body.at("items");
    Json wanted = sets.at(0).at("spec").at("template");
    wanted["metadata"]["labels"].erase("rollouts-pod-template-hash");
    return wanted;
}

void GuiRollbackTest::canaryIsRolledBack()
{
    GuiWorld world;
    const QString problem = world.start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(world.clickRelease(world.key(shop, checkout)));
    const Json before = world.rollout(shop, checkout);
    const Json stable = stableTemplate(world, before);
    QVERIFY(before.at("spec").at("template") != stable);
    QCOMPARE(world.canaryWeight(shop, before), 25);

    // The way back is computed and dry-run ahead, and says so beside the button.
    OperationDesk &desk = world.console().workspace()->desk();
    QTRY_VERIFY_WITH_TIMEOUT(desk.rollbackReadiness().ready(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(GuiWorld::textsOf(world.window()).contains(QStringLiteral("checked by dry run")),
                             patience);
    QVERIFY(world.click(world.button("rollbackButton")));
    auto *dialog = world.window().findChild<ActionDialog *>();
    QVERIFY(dialog);
    QVERIFY2(dialog->plan().has_value(), "the preview had to ask the server first");
    QVERIFY(world.preparedPreview() == dialog);
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("cancelButton"));
    QVERIFY(world.rollout(shop, checkout).at("spec").at("template") == before.at("spec").at("template"));

    const QPointer<ActionDialog> open(dialog);
    QTest::mousePress(GuiWorld::confirmButton(*dialog), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!open || !open->isVisible(), patience);
    QVERIFY2(world.operationSays(QStringLiteral("Done and verified")), qPrintable(world.operationText()));

    const Json after = world.rollout(shop, checkout);
    QVERIFY(after.at("spec").at("template") == stable);
    QCOMPARE(after.at("status").value("phase", ""), std::string("Healthy"));
    QVERIFY(after.at("status").at("currentPodHash") == before.at("status").at("stableRS"));
    QCOMPARE(world.canaryWeight(shop, after), 0);

    SqliteLedger reader(world.dataDirectory());
    const auto records =
        answerOf(reader.recent(world.key(shop, checkout).cluster.value(), shop, checkout, 10));
    QVERIFY(records.size() >= 2);
    const LedgerRecord &outcome = records.first();
    QCOMPARE(outcome.kind, RecordKind::Outcome);
    QCOMPARE(outcome.result, QStringLiteral("succeeded"));
    const auto intent =
        std::find_if(records.cbegin(), records.cend(), [&outcome](const LedgerRecord &record) {
            return record.kind == RecordKind::Intent && record.operationId == outcome.operationId;
        });
    QVERIFY(intent != records.cend());
    QVERIFY(intent->sequence < outcome.sequence);
    const ChainReport report = answerOf(reader.verify());
    QCOMPARE(report.state, ChainState::Intact);
    QVERIFY(report.records >= 2);
    QTRY_VERIFY_WITH_TIMEOUT(GuiWorld::textsOf(world.window()).contains(QStringLiteral("audit chain ok")),
                             patience);
}

QTEST_MAIN(GuiRollbackTest)
#include "guirollback_test.moc"
