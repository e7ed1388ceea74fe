// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledecisions.h"
#include "widgets/dialogs/decisionforms.h"
#include "widgets/panels/checklisttab.h"
#include "widgets/panels/checklisttable.h"

#include <QPushButton>
#include <QTest>

using namespace signalbox;

namespace
{

template <typename Panel> class Intents
{
public:
    explicit Intents(const Panel &panel)
    {
        QObject::connect(&panel, &Panel::intended, &panel,
                         [this](const DecisionIntent &intent) { m_all.append(intent); });
    }
    [[nodiscard]] const QVector<DecisionIntent> &all() const { return m_all; }

private:
    QVector<DecisionIntent> m_all;
};

QPushButton *button(QWidget &parent, const char *name)
{
    return parent.findChild<QPushButton *>(QString::fromLatin1(name));
}

} // namespace

/// The go/no-go page by keys and clicks, on a made-up view.
class ChecklistTabTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void checklistIsWalkedByKeyboard();
    void checklistButtonOfARowIsClicked();
    void staleEvidenceSaysItsAge();
    void ownWaiverCannotBeGranted();
};

void ChecklistTabTest::checklistIsWalkedByKeyboard()
{
    ChecklistTab tab;
    const Intents<ChecklistTab> intents(tab);
    tab.resize(900, 700);
    tab.setView(samples::decisionView());
    tab.show();
    auto *table = tab.findChild<ChecklistTable *>();
    table->setFocus();
    QCOMPARE(table->currentRow()->item.id, QStringLiteral("i1"));
    QTest::keyClick(table, Qt::Key_Return); // the machine's: looks again
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentRow()->item.id, QStringLiteral("i6"));
    QTest::keyClick(table, Qt::Key_Return); // to be confirmed
    QTest::keyClick(table, Qt::Key_R);
    for (int press = 0; press < 5 && table->currentRow()->item.id != QLatin1String("t1"); ++press) {
        QTest::keyClick(table, Qt::Key_Down);
        while (table->currentRow() == nullptr) {
            QTest::keyClick(table, Qt::Key_Down); // over the title of a group
        }
    }
    QCOMPARE(table->currentRow()->item.id, QStringLiteral("t1"));
    QTest::keyClick(table, Qt::Key_Enter);
    using Kind = DecisionIntent::Kind;
    const QString list = QStringLiteral("before");
    const QVector<DecisionIntent> wanted{{Kind::Check, list, QStringLiteral("i1")},
                                         {Kind::Attest, list, QStringLiteral("i6")},
                                         {Kind::Check, list, QStringLiteral("i6")},
                                         {Kind::Attest, list, QStringLiteral("t1")}};
    QCOMPARE(intents.all(), wanted);
    QVERIFY(!table->accessibleName().isEmpty());
    // What is read aloud says item and state.
    QVERIFY(table->model()
                ->data(table->currentIndex().siblingAtColumn(0), Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("passed")));
}

void ChecklistTabTest::checklistButtonOfARowIsClicked()
{
    ChecklistTab tab;
    const Intents<ChecklistTab> intents(tab);
    tab.resize(900, 700);
    tab.setView(samples::decisionView());
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    auto *table = tab.findChild<ChecklistTable *>();
    const auto *model = static_cast<ChecklistModel *>(table->model());
    const QModelIndex action = model->indexOf(QStringLiteral("i2"))
                                   .siblingAtColumn(static_cast<int>(ChecklistModel::Column::Action));
    const QRect cell = table->visualRect(action);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(2, 2));
    QCOMPARE(intents.all().size(), 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 20, cell.center().y()));
    QCOMPARE(intents.all().size(), 1);
    QCOMPARE(intents.all().at(0).part, QStringLiteral("i2"));
    QTest::mouseClick(button(tab, "checkAllButton"), Qt::LeftButton);
    QCOMPARE(intents.all().at(1),
             (DecisionIntent{DecisionIntent::Kind::Check, QStringLiteral("before"), {}}));
}

void ChecklistTabTest::staleEvidenceSaysItsAge()
{
    ChecklistTab tab;
    tab.setNow(samples::decisionTime());
    tab.setView(samples::decisionView());
    auto *table = tab.findChild<ChecklistTable *>();
    const auto *model = static_cast<ChecklistModel *>(table->model());
    const QModelIndex stale = model->indexOf(QStringLiteral("m4"));
    QVERIFY(!model->row(stale)->state.satisfied());
    const QString said =
        stale.siblingAtColumn(static_cast<int>(ChecklistModel::Column::Evidence)).data().toString();
    QVERIFY2(said.contains(QStringLiteral("limit")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("ago")), qPrintable(said));
    QCOMPARE(tab.openItems(), 4);
}

void ChecklistTabTest::ownWaiverCannotBeGranted()
{
    DecisionView view = samples::decisionView(QStringLiteral("lin"));
    view.waivers.first().grantedBy.clear();
    view.waivers.first().granted = {};
    for (CheckState &state : view.checklists.first().state.items) {
        if (state.item == QLatin1String("t3")) {
            state.waiver = view.waivers.constFirst();
            state.result = CheckResult::Unknown;
            state.reason = CheckReason::WaiverNotGranted;
        }
    }
    ChecklistTab tab;
    const Intents<ChecklistTab> intents(tab);
    tab.setNow(samples::decisionTime());
    tab.setView(view);
    tab.show();
    auto *table = tab.findChild<ChecklistTable *>();
    table->setCurrentIndex(static_cast<ChecklistModel *>(table->model())->indexOf(QStringLiteral("t3")));
    QVERIFY(button(tab, "grantWaiverButton")->isVisible());
    QVERIFY(!button(tab, "grantWaiverButton")->isEnabled());
    view.actor.id = QStringLiteral("wang");
    tab.setView(view);
    QTest::mouseClick(button(tab, "grantWaiverButton"), Qt::LeftButton);
    QCOMPARE(intents.all().size(), 1);
    QCOMPARE(intents.all().at(0).id, QStringLiteral("waiver-1"));
    QVERIFY(decisionForm(intents.all().at(0), view, view.readAt, TimeZoneChoice::Utc)
                .lines.join(QString())
                .contains(QStringLiteral("<script>"))); // shown as plain text
}

QTEST_MAIN(ChecklistTabTest)
#include "checklisttab_test.moc"
