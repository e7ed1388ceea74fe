// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/checklisttab.h"

#include "widgets/panels/checklistsummary.h"
#include "widgets/panels/checklisttable.h"
#include "widgets/style/card.h"
#include "widgets/style/checktext.h"
#include "widgets/style/chip.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace signalbox
{

ChecklistTab::ChecklistTab(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new Chip(this))
    , m_counts(new TextLabel(TextStyle::Body, this))
    , m_card(new Card(this))
    , m_choice(new QComboBox(this))
    , m_checkAll(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_table(new ChecklistTable(m_model, this))
    , m_empty(new TextLabel(TextStyle::Body, this))
    , m_itemCard(new Card(this))
    , m_itemText(new TextLabel(TextStyle::Body, this))
    , m_recheck(new QPushButton(this))
    , m_attest(new QPushButton(this))
    , m_waive(new QPushButton(this))
    , m_notApplicable(new QPushButton(this))
    , m_grant(new QPushButton(this))
    , m_waivers(new TextLabel(TextStyle::Small, this))
{
    build();
    wire();
    retranslateUi();
}

void ChecklistTab::build()
{
    setObjectName(QStringLiteral("checklistTab"));
    m_choice->setObjectName(QStringLiteral("checklistChoice"));
    m_checkAll->setObjectName(QStringLiteral("checkAllButton"));
    m_export->setObjectName(QStringLiteral("exportReportButton"));
    m_recheck->setObjectName(QStringLiteral("recheckButton"));
    m_attest->setObjectName(QStringLiteral("attestButton"));
    m_waive->setObjectName(QStringLiteral("waiveButton"));
    m_notApplicable->setObjectName(QStringLiteral("notApplicableButton"));
    m_grant->setObjectName(QStringLiteral("grantWaiverButton"));
    m_verdict->setObjectName(QStringLiteral("goNoGoVerdict"));
    m_verdict->setInteractive(false);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (TextLabel *label : {m_counts, m_empty, m_waivers}) {
        label->setTone(Tone::Neutral);
    }
    for (TextLabel *label : {m_empty, m_itemText, m_waivers}) {
        label->setWordWrap(true);
    }
    auto *summary = new QHBoxLayout;
    summary->addWidget(m_verdict);
    summary->addWidget(m_counts, 1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_choice);
    top->addStretch(1);
    top->addWidget(m_checkAll);
    top->addWidget(m_export);
    m_card->body()->addLayout(top);
    m_card->body()->addWidget(m_empty);
    m_card->body()->addWidget(m_table, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_recheck, m_attest, m_waive, m_notApplicable, m_grant}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_itemCard->body()->addWidget(m_itemText);
    m_itemCard->body()->addWidget(m_waivers);
    m_itemCard->body()->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addLayout(summary);
    column->addWidget(m_card, 1);
    column->addWidget(m_itemCard);
}

void ChecklistTab::wire()
{
    connect(m_choice, &QComboBox::activated, this, &ChecklistTab::refresh);
    connect(m_checkAll, &QPushButton::clicked, this, [this] {
        if (const ChecklistView *list = chosen()) {
            Q_EMIT intended({DecisionIntent::Kind::Check, list->checklist.id, {}});
        }
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const ChecklistView *list = chosen()) {
            Q_EMIT intended({DecisionIntent::Kind::Export, list->checklist.id, {}});
        }
    });
    connect(m_table, &ChecklistTable::currentItemChanged, this, &ChecklistTab::showItem);
    connect(m_table, &ChecklistTable::mainActionRequested, this, &ChecklistTab::mainAction);
    connect(m_table, &ChecklistTable::recheckRequested, this, [this](const QString &item) {
        Q_EMIT intended({DecisionIntent::Kind::Check, m_model.checklist(), item});
    });
    connect(m_recheck, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::Check); });
    connect(m_attest, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::Attest); });
    connect(m_waive, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::Waive); });
    connect(m_notApplicable, &QPushButton::clicked, this,
            [this] { act(DecisionIntent::Kind::NotApplicable); });
    connect(m_grant, &QPushButton::clicked, this, [this] {
        const ChecklistRow *row = m_table->currentRow();
        if (row != nullptr && row->state.waiver) {
            Q_EMIT intended({DecisionIntent::Kind::GrantWaiver, row->state.waiver->id, {}});
        }
    });
}

void ChecklistTab::act(DecisionIntent::Kind kind)
{
    if (const ChecklistRow *row = m_table->currentRow()) {
        Q_EMIT intended({kind, m_model.checklist(), row->item.id});
    }
}

void ChecklistTab::mainAction(const QString &item)
{
    const ChecklistRow *row = m_model.row(m_model.indexOf(item));
    if (row != nullptr) {
        const bool isMachine = checkActionOf(row->item.mode) == CheckAction::Recheck;
        Q_EMIT intended({isMachine ? DecisionIntent::Kind::Check : DecisionIntent::Kind::Attest,
                         m_model.checklist(), item});
    }
}

void ChecklistTab::setView(const DecisionView &view)
{
    m_view = view;
    m_now = view.readAt.isValid() ? std::max(m_now, view.readAt) : m_now;
    showChoices();
    refresh();
}

void ChecklistTab::setNow(const QDateTime &now)
{
    m_now = now;
    m_table->setNow(now);
}

void ChecklistTab::setZone(TimeZoneChoice zone)
{
    m_zone = zone;
    m_table->setZone(zone);
    showItem();
}

int ChecklistTab::openItems() const
{
    return summaryOf(m_view).open;
}

const ChecklistView *ChecklistTab::chosen() const
{
    const QString id = m_choice->currentData().toString();
    const auto found = std::find_if(m_view.checklists.cbegin(), m_view.checklists.cend(),
                                    [&id](const ChecklistView &list) { return list.checklist.id == id; });
    return found == m_view.checklists.cend() ? nullptr : &*found;
}

void ChecklistTab::showChoices()
{
    const QSignalBlocker blocker(m_choice);
    QStringList ids;
    for (const ChecklistView &list : std::as_const(m_view.checklists)) {
        ids.append(list.checklist.id);
    }
    QStringList present;
    for (int index = 0; index < m_choice->count(); ++index) {
        present.append(m_choice->itemData(index).toString());
    }
    if (ids != present) {
        const QString before = m_choice->currentData().toString();
        m_choice->clear();
        for (const QString &id : std::as_const(ids)) {
            m_choice->addItem(QString(), id);
        }
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(before)));
    }
    for (int index = 0; index < m_choice->count(); ++index) {
        const ChecklistView &list = m_view.checklists.at(index);
        //: a checklist: its phase, its title, items satisfied, items in all
        m_choice->setItemText(
            index, tr("%1: %2 (%3 / %4)")
                       .arg(checkPhaseText(list.checklist.phase), planText(list.checklist.title, 60))
                       .arg(list.state.satisfied)
                       .arg(list.state.items.size()));
    }
}

void ChecklistTab::refresh()
{
    const ChecklistView *list = chosen();
    m_table->setNow(m_now);
    if (list != nullptr && m_view.plan != nullptr) {
        m_model.show(list->checklist, list->state, list->running, m_view.plan->probes);
    } else {
        m_model.clear();
    }
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_choice),
                          static_cast<QWidget *>(m_checkAll), static_cast<QWidget *>(m_export),
                          static_cast<QWidget *>(m_itemCard)}) {
        part->setVisible(list != nullptr);
    }
    m_empty->setVisible(list == nullptr);
    const bool reachable = m_view.reach == LedgerReach::Reachable;
    m_checkAll->setEnabled(reachable);
    m_checkAll->setToolTip(reachable ? QString() : plainToolTip(ledgerReachText(m_view.reach)));
    showSummary();
    showItem();
}

void ChecklistTab::showSummary()
{
    const ChecklistSummary summary = summaryOf(m_view);
    m_verdict->setVisible(m_view.plan != nullptr && !m_view.checklists.isEmpty());
    m_verdict->setLook(summary.isGo ? Glyph::Check : Glyph::NoEntry, summary.isGo ? Tone::Good : Tone::Bad,
                       true);
    m_verdict->setLabel(summaryText(summary));
    m_counts->setText(phaseCountsText(m_view));
    m_empty->setText(m_view.plan == nullptr
                         ? tr("No release plan governs this release, so there is nothing to "
                              "check off. Plans name the releases they are for.")
                         : tr("The plan has no checklist."));
}

QStringList ChecklistTab::itemLines(const ChecklistRow &row) const
{
    QStringList lines;
    QStringList head{planText(row.item.title, 300), checkModeText(row.item.mode)};
    if (!row.item.requirements.isEmpty()) {
        head.append(safeText(row.item.requirements.join(QLatin1String(", ")), 200));
    }
    lines.append(joinedText(head));
    lines.append(evidenceText(row, m_now, m_zone));
    if (const Evidence *evidence = decidingEvidence(row.state)) {
        const QString seen = seenText(*evidence);
        if (!lines.constLast().contains(seen)) {
            lines.append(joinedText({seen, dateTimeText(evidence->at, m_zone)}));
        }
    }
    return lines;
}

void ChecklistTab::showItem()
{
    const ChecklistRow *row = m_table->currentRow();
    m_itemText->setText(row ? itemLines(*row).join(QLatin1Char('\n')) : tr("Choose an item."));
    const bool reachable = m_view.reach == LedgerReach::Reachable;
    const QString why = reachable ? QString() : ledgerReachText(m_view.reach);
    for (QPushButton *button : {m_recheck, m_attest, m_waive, m_notApplicable, m_grant}) {
        button->setEnabled(row != nullptr && reachable);
        button->setToolTip(plainToolTip(why));
    }
    if (row != nullptr) {
        const bool isMachine = row->item.mode == CheckMode::Machine;
        m_attest->setEnabled(reachable && !isMachine);
        m_attest->setText(checkActionText(isMachine ? CheckAction::Attest : checkActionOf(row->item.mode)));
        if (isMachine && reachable) {
            m_attest->setToolTip(plainToolTip(tr("The machine alone decides this item.")));
        }
        const bool isAsked = row->item.mode != CheckMode::Attested;
        m_recheck->setEnabled(reachable && isAsked);
        if (!isAsked && reachable) {
            m_recheck->setToolTip(
                plainToolTip(tr("A person decides this item; there is nothing to measure.")));
        }
        const bool isPending = row->state.waiver && row->state.waiver->grantedBy.isEmpty();
        const bool isOwn = isPending && row->state.waiver->requester == m_view.actor.id;
        m_grant->setVisible(isPending);
        m_grant->setEnabled(reachable && !isOwn);
        if (isOwn) {
            m_grant->setToolTip(plainToolTip(refusalText(Refusal::FourEyesRequester)));
        }
    }
    showWaivers();
}

void ChecklistTab::showWaivers()
{
    QStringList lines;
    const ChecklistRow *row = m_table->currentRow();
    for (const Waiver &waiver : std::as_const(m_view.waivers)) {
        if (row != nullptr && waiver.checklist == m_model.checklist() && waiver.item == row->item.id) {
            lines.append(waiverText(waiver, m_now, m_zone));
        }
    }
    m_waivers->setText(lines.join(QLatin1Char('\n')));
    m_waivers->setVisible(!lines.isEmpty());
}

void ChecklistTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void ChecklistTab::retranslateUi()
{
    m_choice->setAccessibleName(tr("Checklist to show"));
    m_choice->view()->setAccessibleName(m_choice->accessibleName());
    m_checkAll->setText(tr("Re-check all"));
    m_export->setText(tr("Export report…"));
    m_recheck->setText(checkActionText(CheckAction::Recheck));
    m_attest->setText(checkActionText(CheckAction::Attest));
    m_waive->setText(tr("Waive…"));
    m_notApplicable->setText(tr("Not applicable…"));
    //: grants a waiver somebody else asked for
    m_grant->setText(tr("Grant…"));
    m_itemCard->setAccessibleName(tr("Item chosen"));
    m_table->retranslate();
    showChoices();
    refresh();
}

} // namespace signalbox
