// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/guiworld.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// Forward, by real clicks and keys, on a drill in a process of its own; what happened is read back from the
/// API server, not from the console.
class GuiPromoteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init() { m_world = std::make_unique<GuiWorld>(); }
    void cleanup() { m_world.reset(); }
    void canaryIsPromotedByHolding();
    void previewIsCancelledByEscapeAndShortClick();
    void canaryIsAbortedAndRetriedByKeyboard();
    void blueGreenIsPromoted();
    void changedObjectIsRefusedWithWhatChanged();

private:
    std::unique_ptr<GuiWorld> m_world;
};

namespace
{

const QString shop = QStringLiteral("shop");
const QString checkout = QStringLiteral("checkout");

int stepOf(const Json &rollout)
{
    return rollout.at("status").value("currentStepIndex", -1);
}

std::string phaseOf(const Json &rollout)
{
    return rollout.at("status").value("phase", "");
}

} // namespace

#define QVERIFY_READY(problem)                                                                               \
    do {                                                                                                     \
        const QString said = (problem);                                                                      \
        QVERIFY2(said.isEmpty(), qPrintable(said));                                                          \
    } while (false)

void GuiPromoteTest::canaryIsPromotedByHolding()
{
    QVERIFY_READY(m_world->start(QStringLiteral("canary-healthy")));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    const Json before = m_world->rollout(shop, checkout);
    QCOMPARE(phaseOf(before), std::string("Paused"));
    QCOMPARE(stepOf(before), 3);
    QCOMPARE(m_world->canaryWeight(shop, before), 25);

    QVERIFY(m_world->click(m_world->button("promoteButton")));
    ActionDialog *dialog = m_world->preparedPreview();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isActiveWindow(), patience);
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("cancelButton"));
    QVERIFY(GuiWorld::textsOf(*dialog).contains(QStringLiteral("checkout")));
    // Consequences, not only a question.
    QVERIFY2(GuiWorld::textsOf(*dialog).contains(QStringLiteral("• ")),
             qPrintable(GuiWorld::textsOf(*dialog)));
    QCOMPARE(stepOf(m_world->rollout(shop, checkout)), 3);

    const QPointer<ActionDialog> open(dialog);
    QTest::mousePress(GuiWorld::confirmButton(*dialog), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!open || !open->isVisible(), patience);

    QVERIFY2(m_world->operationSays(QStringLiteral("Done and verified")),
             qPrintable(m_world->operationText()));
    const Json after = m_world->rollout(shop, checkout);
    QVERIFY2(stepOf(after) > 3, qPrintable(QString::number(stepOf(after))));
    // The controller moves the traffic once enough pods of the new version are ready.
    QTRY_VERIFY_WITH_TIMEOUT(m_world->canaryWeight(shop, after) >= 50, patience);
}

void GuiPromoteTest::previewIsCancelledByEscapeAndShortClick()
{
    QVERIFY_READY(m_world->start(QStringLiteral("canary-healthy")));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    const std::string version = m_world->rollout(shop, checkout).at("spec").at("template").dump();
    QVERIFY(m_world->click(m_world->button("promoteButton")));
    QPointer<ActionDialog> dialog = m_world->preparedPreview();
    QVERIFY(dialog);
    // A short click and a space are no deliberate gestures.
    QTest::mouseClick(GuiWorld::confirmButton(*dialog), Qt::LeftButton);
    QTest::keyClick(GuiWorld::confirmButton(*dialog), Qt::Key_Space);
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patience);
    QVERIFY(m_world->operationText().isEmpty());

    // Enter where the focus is at first, on Cancel, does not confirm either.
    QVERIFY(m_world->click(m_world->button("promoteButton")));
    dialog = m_world->preparedPreview();
    QVERIFY(dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patience);
    QVERIFY(m_world->operationText().isEmpty());
    const Json after = m_world->rollout(shop, checkout);
    QCOMPARE(stepOf(after), 3);
    QCOMPARE(after.at("spec").at("template").dump(), version);
}

void GuiPromoteTest::canaryIsAbortedAndRetriedByKeyboard()
{
    QVERIFY_READY(m_world->start(QStringLiteral("canary-healthy")));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    const auto act = [this](ActionKind kind) {
        if (!QTest::qWaitFor([&] { return m_world->actionButton(kind)->isEnabled(); }, patience)) {
            return false;
        }
        m_world->actionButton(kind)->setFocus();
        QTest::keyClick(m_world->actionButton(kind), Qt::Key_Space);
        const QPointer<ActionDialog> dialog = m_world->preparedPreview();
        if (!dialog) {
            return false;
        }
        // From Cancel to the confirmation by Tab, as a person without a mouse would.
        for (int press = 0; press < 10 && dialog->focusWidget() != GuiWorld::confirmButton(*dialog);
             ++press) {
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        }
        if (dialog->focusWidget() != GuiWorld::confirmButton(*dialog)) {
            return false;
        }
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        return QTest::qWaitFor(
            [&] {
                const ReleaseOperation *operation =
                    m_world->console().workspace()->desk().operation(m_world->key(shop, checkout));
                return operation && operation->status().plan.request.kind == kind &&
                       m_world->operationText().contains(QStringLiteral("Done and verified"));
            },
            patience);
    };
    QVERIFY2(act(ActionKind::Abort), qPrintable(m_world->operationText()));
    const Json aborted = m_world->rollout(shop, checkout);
    QVERIFY(aborted.at("status").value("abort", false));
    QCOMPARE(phaseOf(aborted), std::string("Degraded"));
    QCOMPARE(m_world->canaryWeight(shop, aborted), 0);

    QVERIFY2(act(ActionKind::Retry), qPrintable(m_world->operationText()));
    const Json retried = m_world->rollout(shop, checkout);
    QVERIFY(!retried.at("status").value("abort", false));
    QCOMPARE(retried.at("spec").at("template").dump(), aborted.at("spec").at("template").dump());
}

void GuiPromoteTest::blueGreenIsPromoted()
{
    const QString name = QStringLiteral("storefront");
    QVERIFY_READY(m_world->start(QStringLiteral("blue-green")));
    QVERIFY(m_world->clickRelease(m_world->key(shop, name)));
    const Json before = m_world->rollout(shop, name);
    const std::string green = before.at("status").at("currentPodHash").get<std::string>();
    QVERIFY(before.at("status").at("blueGreen").at("activeSelector").get<std::string>() != green);

    QVERIFY(m_world->click(m_world->button("promoteButton")));
    ActionDialog *dialog = m_world->preparedPreview();
    QVERIFY(dialog);
    QTest::keyClick(GuiWorld::confirmButton(*dialog), Qt::Key_Enter);
    QVERIFY2(m_world->operationSays(QStringLiteral("Done and verified")),
             qPrintable(m_world->operationText()));
    const Json after = m_world->rollout(shop, name);
    QCOMPARE(after.at("status").at("blueGreen").at("activeSelector").get<std::string>(), green);
    const QString service = QString::fromStdString(
        after.at("spec").at("strategy").at("blueGreen").at("activeService").get<std::string>());
    const Json active =
        m_world->api().get(QStringLiteral("/api/v1/namespaces/shop/services/%1").arg(service)).body;
    QCOMPARE(active.at("spec").at("selector").at("rollouts-pod-template-hash").get<std::string>(), green);
}

void GuiPromoteTest::changedObjectIsRefusedWithWhatChanged()
{
    QVERIFY_READY(m_world->start(QStringLiteral("canary-healthy")));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    QVERIFY(m_world->click(m_world->button("promoteButton")));
    const QPointer<ActionDialog> dialog = m_world->preparedPreview();
    QVERIFY(dialog);
    // Somebody else deploys another version while the preview is open.
    const auto changed =
        m_world->api().patch(QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout"),
                             "application/json-patch+json",
                             Json::parse(R"([{"op":"replace","path":"/spec/template/spec/containers/0/image",
                         "value":"registry.example/checkout:2.5.0"}])"));
    QVERIFY2(changed.ok(), qPrintable(changed.error.detail));
    const int generation = changed.body.at("metadata").at("generation").get<int>();
    QVERIFY(m_world->api().waitFor(
        QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout"),
        [generation](const Json &object) {
            return std::stoi(object.at("status").value("observedGeneration", "0")) >= generation;
        }));
    QTest::keyClick(GuiWorld::confirmButton(*dialog), Qt::Key_Return);
    QVERIFY2(m_world->operationSays(QStringLiteral("Failed")), qPrintable(m_world->operationText()));
    const QString said = m_world->operationText();
    QVERIFY2(said.contains(QStringLiteral("changed meanwhile")) ||
                 said.contains(QStringLiteral("no longer the one on screen")),
             qPrintable(said));
    // What changed is named: the new version, or at first only that a spec was written.
    QVERIFY2(said.contains(QStringLiteral("another version is on its way")) ||
                 said.contains(QStringLiteral("its spec was written just now")),
             qPrintable(said));
    const Json after = m_world->rollout(shop, checkout);
    QVERIFY(stepOf(after) <= 3); // of the new version: nobody passed the pause at step 3
    QVERIFY(!after.at("status").value("promoteFull", false));
}

QTEST_MAIN(GuiPromoteTest)
#include "guipromote_test.moc"
