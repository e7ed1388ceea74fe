// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/guiworld.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"

#include <QPushButton>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QString rollouts = QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts");
const QString path = rollouts + QStringLiteral("/checkout");

} // namespace

/// A preview is open, and what it was made for is not there any more when the person confirms.
class GuiStaleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void init();
    void cleanup() { m_world.reset(); }
    void anotherObjectOfThatName();
    void deletedObject();
    void lostServer();

private:
    [[nodiscard]] const Release *shown() { return m_world->console().workspace()->fleet().release(key()); }
    [[nodiscard]] ReleaseKey key() const
    {
        return m_world->key(QStringLiteral("shop"), QStringLiteral("checkout"));
    }
    std::unique_ptr<GuiWorld> m_world;
    QPointer<ActionDialog> m_preview;
};

void GuiStaleTest::init()
{
    m_world = std::make_unique<GuiWorld>();
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_world->clickRelease(key()));
    QVERIFY(m_world->click(m_world->button("promoteButton")));
    m_preview = m_world->preparedPreview();
    QVERIFY(m_preview);
}

void GuiStaleTest::anotherObjectOfThatName()
{
    Json again = m_world->rollout(QStringLiteral("shop"), QStringLiteral("checkout"));
    const QString before = shown()->uid;
    QVERIFY(m_world->api().remove(path).ok());
    again.erase("status");
    again["metadata"] = {{"name", "checkout"}, {"namespace", "shop"}};
    const auto created = m_world->api().create(rollouts, again);
    QVERIFY2(created.ok(), qPrintable(created.error.detail));
    QTRY_VERIFY_WITH_TIMEOUT(shown() && shown()->uid != before, patience);
    QTest::keyClick(GuiWorld::confirmButton(*m_preview), Qt::Key_Return);
    QVERIFY2(m_world->operationSays(QStringLiteral("Failed")), qPrintable(m_world->operationText()));
    const QString said = m_world->operationText();
    QVERIFY2(said.contains(QStringLiteral("another one has its name")), qPrintable(said));
    const Json after = m_world->rollout(QStringLiteral("shop"), QStringLiteral("checkout"));
    QVERIFY(!after.contains("status") || !after.at("status").value("promoteFull", false));
}

void GuiStaleTest::deletedObject()
{
    QVERIFY(m_world->api().remove(path).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!shown(), patience);
    QTest::keyClick(GuiWorld::confirmButton(*m_preview), Qt::Key_Return);
    const auto said = [this] {
        const auto *dialog = m_world->window().findChild<ActionDialog *>();
        return dialog && dialog->isVisible() ? GuiWorld::textsOf(*dialog) : QString();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("it does not exist any more")),
                              qPrintable(said()), patience);
    QVERIFY(!GuiWorld::confirmButton(*m_world->window().findChild<ActionDialog *>())->isEnabled());
}

void GuiStaleTest::lostServer()
{
    m_world->drill().kill();
    // Until the loss is noticed, the command would be sent, and fail at the connection.
    const ClusterStore *cluster = m_world->console().workspace()->fleet().cluster(key().cluster);
    QTRY_VERIFY_WITH_TIMEOUT(!cluster->connection().isCurrent() && !shown()->source.isCurrent(), patience);
    QTest::keyClick(GuiWorld::confirmButton(*m_preview), Qt::Key_Return);
    QVERIFY2(m_world->operationSays(QStringLiteral("too old")), qPrintable(m_world->operationText()));
    QVERIFY2(m_world->operationText().contains(QStringLiteral("Wait until the connection is live again")),
             qPrintable(m_world->operationText()));
}

QTEST_MAIN(GuiStaleTest)
#include "guistale_test.moc"
