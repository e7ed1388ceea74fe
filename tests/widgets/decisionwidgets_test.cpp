// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledecisions.h"
#include "widgets/dialogs/decisiondialog.h"
#include "widgets/dialogs/decisionforms.h"
#include "widgets/panels/checklisttab.h"
#include "widgets/panels/decisioncards.h"
#include "widgets/panels/gatecard.h"
#include "widgets/panels/interlocklist.h"
#include "widgets/panels/pollcard.h"
#include "widgets/style/checklistreport.h"
#include "widgets/style/decisiontext.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
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

QString textOf(const QWidget &parent)
{
    QStringList all;
    for (const QLabel *label : parent.findChildren<QLabel *>()) {
        all.append(label->text());
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace

/// The decision cards, the checklist and their dialog, by clicks and keys, on a made-up view.
class DecisionWidgetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void everyRefusalHasItsSentence();
    void gateOffersWhatThisPersonMayDo();
    void gateSaysWhyNot();
    void unreachableLedgerDisablesEverything();
    void pollOffersTheStationOnTurn();
    void directorAnnouncesOnlyWhatTheAnswersAllow();
    void rulesInTheWayCanBeSetAsideByTwo();
    void dialogStartsOnCancelAndNeedsTheReason();
    void dialogStaysOpenWithTheProblem();
    void reportHoldsTheRunAndNoMarkup();
};

void DecisionWidgetsTest::everyRefusalHasItsSentence()
{
    QVERIFY(refusalText(Refusal::None).isEmpty());
    QSet<QString> seen;
    for (int value = 1; value <= static_cast<int>(Refusal::UnknownRule); ++value) {
        const QString text = refusalText(static_cast<Refusal>(value));
        QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(QString::number(value)));
        seen.insert(text);
    }
    QVERIFY(refusalText(static_cast<Refusal>(999)).isEmpty());
    Error refused;
    refused.code = ErrorCode::Refused;
    refused.reason = refusalWord(Refusal::SeatTaken);
    QCOMPARE(decisionErrorText(refused), refusalText(Refusal::SeatTaken));
    GateSeat seat;
    seat.id = QStringLiteral("emergency-commander");
    QVERIFY(seatTitle(seat) != seat.id);
}

void DecisionWidgetsTest::gateOffersWhatThisPersonMayDo()
{
    const DecisionView view = samples::decisionView();
    GateCard card;
    const Intents<GateCard> intents(card);
    card.setNow(view.readAt, TimeZoneChoice::Utc);
    card.setGate(view.gates.constFirst(), view);
    card.show();
    QVERIFY(textOf(card).contains(QStringLiteral("qa-owner")));
    QVERIFY(textOf(card).contains(QStringLiteral("1 of 3")));
    QVERIFY(!button(card, "gateRevoke")->isVisible());
    QVERIFY(!button(card, "gateOpen")->isVisible());
    QVERIFY(!button(card, "gateWithdraw")->isEnabled());
    QVERIFY(!button(card, "gateWithdraw")->toolTip().isEmpty());
    QTest::mouseClick(button(card, "gateApprove"), Qt::LeftButton);
    QTest::mouseClick(button(card, "gateReject"), Qt::LeftButton);
    QCOMPARE(intents.all().size(), 2);
    QCOMPARE(intents.all().at(0),
             (DecisionIntent{DecisionIntent::Kind::Approve, QStringLiteral("gate-1"), {}}));
    QCOMPARE(intents.all().at(1).kind, DecisionIntent::Kind::Reject);
    // Only the seat that is open to this person is offered.
    const DecisionForm form = decisionForm(intents.all().at(0), view, view.readAt, TimeZoneChoice::Utc);
    QCOMPARE(form.choices.size(), 1);
    QCOMPARE(form.choices.constFirst().first, QStringLiteral("tech"));
    QVERIFY(!form.reasonRequired);
    QVERIFY(decisionForm(intents.all().at(1), view, view.readAt, TimeZoneChoice::Utc).reasonRequired);
}

void DecisionWidgetsTest::gateSaysWhyNot()
{
    DecisionView view = samples::decisionView(QStringLiteral("publisher-1"));
    GateView gate = view.gates.constFirst();
    for (SeatView &seat : gate.seats) {
        seat.mayApprove = seat.vote ? Refusal::SeatTaken : Refusal::FourEyesRequester;
    }
    GateCard card;
    card.setGate(gate, view);
    card.show();
    QVERIFY(!button(card, "gateApprove")->isEnabled());
    QVERIFY(button(card, "gateApprove")->isVisible());
    QCOMPARE(button(card, "gateApprove")->accessibleDescription(), refusalText(Refusal::FourEyesRequester));
    QVERIFY(textOf(card).contains(refusalText(Refusal::FourEyesRequester)));
    QVERIFY(button(card, "gateWithdraw")->isEnabled());
    gate.state = GateState::NotOpen;
    gate.gate.reset();
    gate.mayOpen = Refusal::CriteriaNotMet;
    card.setGate(gate, view);
    QVERIFY(button(card, "gateOpen")->isVisible());
    QVERIFY(!button(card, "gateOpen")->isEnabled());
    QVERIFY(textOf(card).contains(refusalText(Refusal::CriteriaNotMet)));
}

void DecisionWidgetsTest::unreachableLedgerDisablesEverything()
{
    DecisionView view = samples::decisionView();
    view.reach = LedgerReach::Lost;
    DecisionCards cards;
    cards.setView(view);
    cards.show();
    ChecklistTab tab;
    tab.setView(view);
    tab.show();
    for (const char *name : {"gateApprove", "gateReject", "gateWithdraw", "pollGo", "pollNoGo", "pollHold"}) {
        QVERIFY2(!button(cards, name)->isEnabled(), name);
        QVERIFY2(!button(cards, name)->toolTip().isEmpty(), name);
    }
    for (const char *name : {"checkAllButton", "recheckButton", "waiveButton", "notApplicableButton"}) {
        QVERIFY2(!button(tab, name)->isEnabled(), name);
    }
    QVERIFY(textOf(cards).contains(ledgerReachText(LedgerReach::Lost)));
}

void DecisionWidgetsTest::pollOffersTheStationOnTurn()
{
    const DecisionView view = samples::decisionView();
    PollCard card;
    const Intents<PollCard> intents(card);
    card.setPoll(view.polls.constFirst(), view);
    card.show();
    QTest::mouseClick(button(card, "pollHold"), Qt::LeftButton);
    QCOMPARE(intents.all().size(), 1);
    QCOMPARE(intents.all().at(0).kind, DecisionIntent::Kind::AnswerPoll);
    QCOMPARE(intents.all().at(0).part, QStringLiteral("product"));
    QCOMPARE(intents.all().at(0).answer, StationAnswer::Hold);
    const DecisionForm form = decisionForm(intents.all().at(0), view, view.readAt, TimeZoneChoice::Utc);
    QVERIFY(form.reasonRequired);
    QVERIFY(!form.untilLabel.isEmpty());
    QVERIFY(form.until > view.readAt && form.until <= form.latest);
}

void DecisionWidgetsTest::directorAnnouncesOnlyWhatTheAnswersAllow()
{
    const DecisionView view = samples::decisionView();
    PollView poll = view.polls.constFirst();
    for (StationView &station : poll.stations) {
        station.onTurn = false;
        station.mayAnswer =
            station.station.id == poll.rule.director.id ? Refusal::None : Refusal::RoleMissing;
    }
    poll.possible = PollVerdict::Hold;
    PollCard card;
    const Intents<PollCard> intents(card);
    card.setPoll(poll, view);
    card.show();
    QVERIFY(!button(card, "pollGo")->isEnabled());
    QCOMPARE(button(card, "pollGo")->accessibleDescription(), refusalText(Refusal::CriteriaNotMet));
    QTest::mouseClick(button(card, "pollNoGo"), Qt::LeftButton);
    poll.possible = PollVerdict::Go;
    poll.unmet = 0;
    card.setPoll(poll, view);
    QTest::mouseClick(button(card, "pollGo"), Qt::LeftButton);
    QCOMPARE(intents.all().size(), 2);
    QCOMPARE(intents.all().at(0).verdict, PollVerdict::NoGo);
    QCOMPARE(intents.all().at(1).kind, DecisionIntent::Kind::Announce);
    QCOMPARE(intents.all().at(1).verdict, PollVerdict::Go);
}

void DecisionWidgetsTest::rulesInTheWayCanBeSetAsideByTwo()
{
    DecisionView view = samples::decisionView(QStringLiteral("publisher-1"));
    view.nextStep.holds.prepend({Interlock::FourEyes, {MessageCode::InterlockFourEyes, {}}, {}});
    InterlockList list;
    const Intents<InterlockList> intents(list);
    list.setNow(view.readAt, TimeZoneChoice::Utc);
    list.setView(view);
    list.show();
    QVERIFY(textOf(list).contains(QStringLiteral("INV-10")));
    // An absolute rule offers nothing.
    QCOMPARE(interlockType(Interlock::FourEyes), InterlockType::Absolute);
    QVERIFY(!button(list, "setAside-INV-05") || !button(list, "setAside-INV-05")->isVisible());
    QTest::mouseClick(button(list, "setAside-INV-10"), Qt::LeftButton);
    QVERIFY(!button(list, "grantOverride-override-1")->isEnabled());
    view.actor.id = QStringLiteral("lin");
    list.setView(view);
    QTest::mouseClick(button(list, "grantOverride-override-1"), Qt::LeftButton);
    QCOMPARE(intents.all().size(), 2);
    QCOMPARE(intents.all().at(0).rule, Interlock::CalendarOpen);
    QCOMPARE(intents.all().at(1).id, QStringLiteral("override-1"));
    const DecisionForm form = decisionForm(intents.all().at(0), view, view.readAt, TimeZoneChoice::Utc);
    QVERIFY(form.reasonRequired);
    QVERIFY(form.latest <= view.readAt.addSecs(std::chrono::seconds(longestOverride).count()));
    // Granted and over: it stays on the list.
    view.nextStep.holds.clear();
    view.overrides.first().secondPerson = QStringLiteral("lin");
    view.overrides.first().granted = view.readAt.addSecs(-7000);
    view.overrides.first().until = view.readAt.addSecs(-3600);
    list.setView(view);
    QVERIFY(list.isVisible());
    QVERIFY(textOf(list).contains(QStringLiteral("security fix")));
}

void DecisionWidgetsTest::dialogStartsOnCancelAndNeedsTheReason()
{
    const DecisionView view = samples::decisionView();
    const DecisionIntent intent{DecisionIntent::Kind::Reject, QStringLiteral("gate-1"), {}};
    auto *dialog =
        new DecisionDialog([&] { return decisionForm(intent, view, view.readAt, TimeZoneChoice::Utc); });
    QVector<DecisionInput> taken;
    connect(dialog, &DecisionDialog::confirmed, dialog,
            [&taken](const DecisionInput &input) { taken.append(input); });
    const QPointer<DecisionDialog> open(dialog);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->focusWidget(), button(*dialog, "decisionCancel"));
    QVERIFY(!button(*dialog, "decisionConfirm")->isEnabled());
    QCOMPARE(button(*dialog, "decisionConfirm")->text(), QStringLiteral("Reject"));
    auto *reason = dialog->findChild<QPlainTextEdit *>();
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("   "));
    QVERIFY(!button(*dialog, "decisionConfirm")->isEnabled());
    QTest::keyClicks(reason, QStringLiteral("errors rise"));
    QTest::mouseClick(button(*dialog, "decisionConfirm"), Qt::LeftButton);
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken.at(0).reason, QStringLiteral("errors rise"));
    QCOMPARE(taken.at(0).choice, QStringLiteral("tech"));
    button(*dialog, "decisionCancel")->setFocus();
    QTest::keyClick(button(*dialog, "decisionCancel"), Qt::Key_Return);
    QTRY_VERIFY(!open);
    QCOMPARE(taken.size(), 1);
}

void DecisionWidgetsTest::dialogStaysOpenWithTheProblem()
{
    const DecisionView view = samples::decisionView();
    const DecisionIntent intent{DecisionIntent::Kind::Approve, QStringLiteral("gate-1"), {}};
    DecisionDialog dialog([&] { return decisionForm(intent, view, view.readAt, TimeZoneChoice::Utc); });
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    dialog.setBusy(true);
    QVERIFY(!button(dialog, "decisionConfirm")->isEnabled());
    dialog.setProblem(refusalText(Refusal::SeatTaken));
    QVERIFY(dialog.isVisible());
    QVERIFY(button(dialog, "decisionConfirm")->isEnabled());
    QVERIFY(textOf(dialog).contains(refusalText(Refusal::SeatTaken)));
}

void DecisionWidgetsTest::reportHoldsTheRunAndNoMarkup()
{
    const DecisionView view = samples::decisionView();
    const QString hash = QString::fromLatin1(view.binding.planHash.toHex());
    const ReportDocument report = checklistReport(
        view, QStringLiteral("before"), QStringLiteral("shop/cart 2.4.1"), view.readAt, TimeZoneChoice::Utc);
    const QString html = reportHtml(report);
    const QString markdown = reportMarkdown(report);
    for (const QString &needed : {hash, QStringLiteral("qa"), QStringLiteral("INV"), QStringLiteral("wang"),
                                  QStringLiteral("publisher")}) {
        QVERIFY2(html.contains(needed), qPrintable(needed));
        QVERIFY2(markdown.contains(needed), qPrintable(needed));
    }
    QVERIFY(html.contains(QStringLiteral("&lt;script&gt;")));
    QVERIFY(!html.contains(QStringLiteral("<script")));
    QVERIFY(!html.contains(QStringLiteral("<i>")));
    QVERIFY(!markdown.contains(QLatin1Char('<')));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.pdf"));
    QCOMPARE(writeReportPdf(report, path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.size() > 4000);
    // Titles of PDF documents are UTF-16 or plain bytes.
    const QByteArray utf16 = [&hash] {
        QByteArray bytes;
        for (const QChar letter : hash) {
            bytes.append('\0').append(letter.toLatin1());
        }
        return bytes;
    }();
    QVERIFY(pdf.contains(hash.toLatin1()) || pdf.contains(utf16));
    QVERIFY(!writeReportPdf(report, folder.filePath(QStringLiteral("no/such/folder.pdf"))).isEmpty());
}

QTEST_MAIN(DecisionWidgetsTest)
#include "decisionwidgets_test.moc"
