// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/connectionscontroller.h"
#include "tests/gui/guiworld.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/panels/fleetpanel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace signalbox;
using namespace signalbox::test;

/// What people see who may do less, and what everybody sees when the cluster is gone.
class GuiAccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init() { m_world = std::make_unique<GuiWorld>(); }
    void cleanup() { m_world.reset(); }
    void viewerIsToldWhyNothingIsOffered();
    void readOnlyHoldsAtOnce();
    void shopOnlyUserTypesTheNamespace();
    void lostContactIsShownAndHoldsEverything();

private:
    /// Every button that would change something.
    [[nodiscard]] QVector<QPushButton *> changingButtons();
    std::unique_ptr<GuiWorld> m_world;
};

namespace
{

const QString shop = QStringLiteral("shop");
const QString checkout = QStringLiteral("checkout");

} // namespace

QVector<QPushButton *> GuiAccessTest::changingButtons()
{
    QVector<QPushButton *> buttons{m_world->button("promoteButton"), m_world->button("rollbackButton")};
    for (QPushButton *button : m_world->window().findChildren<QPushButton *>()) {
        if (button->objectName().startsWith(QStringLiteral("action"))) {
            buttons.append(button);
        }
    }
    return buttons;
}

void GuiAccessTest::viewerIsToldWhyNothingIsOffered()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"), QStringLiteral("viewer"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    QCOMPARE(changingButtons().size(), 11);
    // Until the server has answered the access reviews, permission is unknown.
    QPushButton *promote = m_world->button("promoteButton");
    QTRY_VERIFY_WITH_TIMEOUT(promote->toolTip().contains(QStringLiteral("You may not")), patience);
    const auto allDisabled = [this] {
        const QVector<QPushButton *> buttons = changingButtons();
        return std::none_of(buttons.cbegin(), buttons.cend(),
                            [](const QPushButton *button) { return button->isEnabled(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allDisabled(), patience);
    for (const QPushButton *button : changingButtons()) {
        QVERIFY2(!button->accessibleDescription().isEmpty(), qPrintable(button->text()));
    }
    // Neither does the keyboard get around it.
    QTest::keyClick(&m_world->window(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClick(&m_world->window(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_world->window().findChild<ActionDialog *>());
    // What is shown is what the server enforces.
    ApiClient viewer;
    QVERIFY(
        viewer.connectTo(m_world->drill().kubeconfig(), m_world->drill().contextOf(QStringLiteral("viewer")))
            .isEmpty());
    QCOMPARE(viewer
                 .patch(QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout/status"),
                        "application/merge-patch+json", {{"status", {{"abort", true}}}})
                 .status,
             403);
}

void GuiAccessTest::shopOnlyUserTypesTheNamespace()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"), QStringLiteral("shop-only"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString context = m_world->drill().contextOf(QStringLiteral("shop-only"));
    m_world->window().connections().showConnections(context);
    SettingsDialog *dialog = m_world->window().connections().dialog();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("namespaces"));
    QVERIFY(edit);
    QVERIFY(QTest::qWaitForWindowActive(dialog, patience));
    QTest::mouseClick(edit, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(edit->hasFocus(), patience);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, shop);
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(m_world->console().settings().cluster(ClusterId(context)).namespaces, QStringList{shop});
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    QTRY_VERIFY_WITH_TIMEOUT(GuiWorld::textsOf(m_world->window()).contains(QStringLiteral("2.4.1")),
                             patience);
    // Nothing of other namespaces came along.
    const QVector<Release> releases = m_world->console().workspace()->fleet().releases();
    QVERIFY(!releases.isEmpty());
    for (const Release &release : releases) {
        QCOMPARE(release.key.namespaceName, shop);
    }
}

void GuiAccessTest::lostContactIsShownAndHoldsEverything()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->button("promoteButton")->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(GuiWorld::textsOf(m_world->window()).contains(QStringLiteral("2.4.1")),
                             patience);
    m_world->drill().kill();

    const auto noneEnabled = [this] {
        const QVector<QPushButton *> buttons = changingButtons();
        return std::none_of(buttons.cbegin(), buttons.cend(),
                            [](const QPushButton *button) { return button->isEnabled(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(noneEnabled(), patience);
    for (const QPushButton *button : changingButtons()) {
        QVERIFY2(!button->accessibleDescription().isEmpty(), qPrintable(button->text()));
    }
    // The chip says how old the facts are, and what was known stays on screen.
    auto *chip = m_world->window().findChild<QAbstractButton *>(QStringLiteral("connectionChip0"));
    QVERIFY(chip);
    QTRY_VERIFY_WITH_TIMEOUT(chip->toolTip().contains(QStringLiteral(" s old")), patience);
    const QString texts = GuiWorld::textsOf(m_world->window());
    QVERIFY2(texts.contains(QStringLiteral("2.4.1")), qPrintable(texts));
    QVERIFY(m_world->window().fleet().selected() == m_world->key(shop, checkout));
    // The window goes on working: the filter takes text, the settings open and close.
    QTest::keyClick(&m_world->window(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = m_world->window().findChild<QLineEdit *>(QStringLiteral("fleetFilter"));
    QTRY_VERIFY_WITH_TIMEOUT(filter->hasFocus(), patience);
    QTest::keyClicks(filter, QStringLiteral("cart"));
    QCOMPARE(filter->text(), QStringLiteral("cart"));
    QTest::keyClick(&m_world->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->window().connections().dialog() != nullptr, patience);
    QTest::keyClick(m_world->window().connections().dialog(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->window().connections().dialog() == nullptr, patience);
}

/// Ticked while the cluster is open and an action was offered a moment ago.
void GuiAccessTest::readOnlyHoldsAtOnce()
{
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const ReleaseKey key = m_world->key(shop, checkout);
    QVERIFY(m_world->clickRelease(key));
    QPushButton *promote = m_world->button("promoteButton");
    QTRY_VERIFY_WITH_TIMEOUT(promote->isEnabled(), patience);
    Settings &settings = m_world->console().settings();
    ClusterPreferences preferences = settings.cluster(key.cluster);
    preferences.readOnly = true;
    settings.setCluster(key.cluster, preferences);
    FleetStore &fleet = m_world->console().workspace()->fleet();
    QTRY_VERIFY_WITH_TIMEOUT(fleet.cluster(key.cluster)->description().readOnly, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fleet.release(key) && !promote->isEnabled(), patience);
    // Not only the button: the connection itself sends nothing.
    const auto answer = fleet.cluster(key.cluster)
                            ->api()
                            .call({"PATCH", QStringLiteral("/api"), "application/json", "{}"}, false);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), patience);
    QVERIFY(!answer.result().has_value());
    QCOMPARE(answer.result().error().code, ErrorCode::Refused);
}

QTEST_MAIN(GuiAccessTest)
#include "guiaccess_test.moc"
