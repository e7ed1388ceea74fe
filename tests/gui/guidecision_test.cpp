// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/decisioncontroller.h"
#include "tests/gui/guiworld.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/panels/checklisttable.h"
#include "widgets/style/chip.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// The whole way of a decision by real clicks and keys, one person playing five: gate, two approvals,
/// checklist, poll, promotion; what happened to the cluster is read back from its API.
class GuiDecisionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void cleanup() { m_world.reset(); }
    void releaseIsDecidedAndPromoted();

private:
    [[nodiscard]] const DecisionView &view() { return m_world->console().workspace()->decisions().view(); }
    [[nodiscard]] bool become(const QString &person);
    [[nodiscard]] bool clickAndConfirm(const char *button, const QString &reason = {});
    [[nodiscard]] bool confirm(const QString &reason = {});
    [[nodiscard]] bool fillChecklist();
    [[nodiscard]] bool attest(const QString &item, const QString &comment);
    [[nodiscard]] QString state();

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

} // namespace

/// For failure messages: what the decisions looked like.
QString GuiDecisionTest::state()
{
    QStringList lines{GuiWorld::textsOf(m_world->window())};
    for (const ChecklistView &list : view().checklists) {
        for (const CheckState &item : list.state.items) {
            lines.append(QStringLiteral("%1: result %2 reason %3 %4 %5")
                             .arg(item.item)
                             .arg(static_cast<int>(item.result))
                             .arg(static_cast<int>(item.reason))
                             .arg(item.machine ? item.machine->code : QString(),
                                  item.machine ? item.machine->args.join(QLatin1Char(' ')) : QString()));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

bool GuiDecisionTest::become(const QString &person)
{
    auto *chip = m_world->window().findChild<Chip *>(QStringLiteral("identityChip"));
    QTest::mouseClick(chip, Qt::LeftButton);
    auto *menu = m_world->window().findChild<QMenu *>(QStringLiteral("personaMenu"));
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(person + QLatin1Char(' '))) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        }
    }
    menu->close();
    return QTest::qWaitFor([&] { return view().actor.id == person && chip->text().contains(person); },
                           patience);
}

bool GuiDecisionTest::confirm(const QString &reason)
{
    QPointer<DecisionDialog> dialog;
    if (!QTest::qWaitFor(
            [&] {
                dialog = m_world->window().decisions().dialog();
                return dialog && dialog->isVisible();
            },
            patience)) {
        return false;
    }
    if (!reason.isEmpty()) {
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), reason);
    }
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("decisionConfirm")), Qt::LeftButton);
    return QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }, 20000);
}

bool GuiDecisionTest::clickAndConfirm(const char *button, const QString &reason)
{
    return m_world->click(m_world->button(button)) && confirm(reason);
}

bool GuiDecisionTest::attest(const QString &item, const QString &comment)
{
    auto *table = m_world->window().findChild<ChecklistTable *>();
    const auto *model = static_cast<ChecklistModel *>(table->model());
    table->setCurrentIndex(model->indexOf(item));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    return confirm(comment) && QTest::qWaitFor(
                                   [&] {
                                       const ChecklistRow *row = model->row(model->indexOf(item));
                                       return row && row->state.satisfied();
                                   },
                                   patience);
}

bool GuiDecisionTest::fillChecklist()
{
    m_world->window().run(Command::ChecklistTab);
    if (!m_world->click(m_world->button("checkAllButton"))) {
        return false;
    }
    const auto machineDone = [&] {
        const ChecklistState &list = view().checklists.constFirst().state;
        return std::all_of(list.items.cbegin(), list.items.cend(), [](const CheckState &item) {
            return item.mode == CheckMode::Attested ||
                   (item.machine && item.machine->result == CheckResult::Pass);
        });
    };
    // A metric needs samples: what is not known yet is asked again, as a person would.
    for (int attempt = 0; attempt < 20 && !machineDone(); ++attempt) {
        if (!QTest::qWaitFor(machineDone, 4000)) {
            QTest::mouseClick(m_world->button("checkAllButton"), Qt::LeftButton);
        }
    }
    return machineDone() && attest(QStringLiteral("latency"), QStringLiteral("looks right")) &&
           attest(QStringLiteral("team-in-place"), QStringLiteral("all here")) &&
           attest(QStringLiteral("support-informed"), QStringLiteral("mail sent"));
}

void GuiDecisionTest::releaseIsDecidedAndPromoted()
{
    m_world = std::make_unique<GuiWorld>();
    m_world->keepPlans();
    const QString problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_world->clickRelease(m_world->key(shop, checkout)));
    QTRY_VERIFY_WITH_TIMEOUT(view().plan && view().reach == LedgerReach::Reachable, patience);
    QCOMPARE(stepOf(m_world->rollout(shop, checkout)), 3);
    // Nobody decided yet: the button is there, disabled, and says why.
    QTRY_VERIFY_WITH_TIMEOUT(m_world->button("promoteButton")->isVisible() &&
                                 !m_world->button("promoteButton")->isEnabled() &&
                                 !m_world->button("promoteButton")->toolTip().isEmpty(),
                             patience);

    QVERIFY2(become(QStringLiteral("lin")), qPrintable(state()));
    QVERIFY2(clickAndConfirm("gateOpen", QStringLiteral("2.4.1 is ready")), qPrintable(state()));
    QTRY_COMPARE_WITH_TIMEOUT(view().gates.constFirst().state, GateState::Open, patience);
    // Who asked cannot approve.
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->button("gateApprove")->isEnabled(), patience);
    QVERIFY2(become(QStringLiteral("chen")), qPrintable(state()));
    QVERIFY2(clickAndConfirm("gateApprove"), qPrintable(state()));
    QTRY_VERIFY_WITH_TIMEOUT(view().gates.constFirst().gate->votes.size() == 1, patience);
    QCOMPARE(view().gates.constFirst().state, GateState::Open);
    QVERIFY2(become(QStringLiteral("mei")), qPrintable(state()));
    QVERIFY2(clickAndConfirm("gateApprove", QStringLiteral("tests are green")), qPrintable(state()));
    QTRY_COMPARE_WITH_TIMEOUT(view().gates.constFirst().state, GateState::Approved, patience);

    QVERIFY2(fillChecklist(), qPrintable(state()));
    QTRY_COMPARE_WITH_TIMEOUT(view().polls.constFirst().unmet, 0, patience);

    QVERIFY2(become(QStringLiteral("lin")), qPrintable(state()));
    QVERIFY2(clickAndConfirm("pollOpen"), qPrintable(state()));
    for (const char *person : {"mei", "ann", "wei"}) {
        QVERIFY2(become(QString::fromLatin1(person)), qPrintable(state()));
        QVERIFY2(clickAndConfirm("pollGo"), qPrintable(state()));
    }
    QTRY_COMPARE_WITH_TIMEOUT(view().polls.constFirst().state, PollState::Armed, patience);
    const QString report = m_world->filePath(QStringLiteral("run.html"));
    QCOMPARE(m_world->window().decisions().writeReport(view().checklists.constFirst().checklist.id, report),
             QString());
    QFile written(report);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains(view().binding.planHash.toHex()));

    QVERIFY2(become(QStringLiteral("lin")), qPrintable(state()));
    QVERIFY2(m_world->click(m_world->button("promoteButton")), qPrintable(state()));
    ActionDialog *dialog = m_world->preparedPreview();
    QVERIFY2(dialog, qPrintable(state()));
    auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("reasonEdit"));
    if (reason) {
        QTest::keyClicks(reason, QStringLiteral("decided"));
    }
    QTest::keyClick(GuiWorld::confirmButton(*dialog), Qt::Key_Enter);
    QVERIFY2(m_world->operationSays(QStringLiteral("Done and verified")),
             qPrintable(m_world->operationText()));
    const Json after = m_world->rollout(shop, checkout);
    QVERIFY2(stepOf(after) > 3, qPrintable(QString::number(stepOf(after))));
    // Used once: neither approval nor GO can be used again.
    QTRY_COMPARE_WITH_TIMEOUT(view().gates.constFirst().state, GateState::Consumed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(view().polls.constFirst().state, PollState::Consumed, patience);
}

QTEST_MAIN(GuiDecisionTest)
#include "guidecision_test.moc"
