// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/checklistmodel.h"
#include "models/operations/decisionview.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace signalbox
{

class Card;
class ChecklistTable;
class Chip;
class TextLabel;

/// The go / no-go page: where the release stands, its checklists, and for the item chosen everything that was
/// seen, said and excused about it.
class ChecklistTab final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistTab(QWidget *parent = nullptr);

    void setView(const DecisionView &view);
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);
    /// Items that keep the release from GO; 0 also when no plan governs it.
    [[nodiscard]] int openItems() const;

Q_SIGNALS:
    void intended(const signalbox::DecisionIntent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslateUi();
    void refresh();
    void showSummary();
    void showChoices();
    void showItem();
    void showWaivers();
    [[nodiscard]] const ChecklistView *chosen() const;
    [[nodiscard]] QStringList itemLines(const ChecklistRow &row) const;
    void act(DecisionIntent::Kind kind);
    void mainAction(const QString &item);

    DecisionView m_view;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    ChecklistModel m_model;
    Chip *m_verdict;
    TextLabel *m_counts;
    Card *m_card;
    QComboBox *m_choice;
    QPushButton *m_checkAll;
    QPushButton *m_export;
    ChecklistTable *m_table;
    TextLabel *m_empty;
    Card *m_itemCard;
    TextLabel *m_itemText;
    QPushButton *m_recheck;
    QPushButton *m_attest;
    QPushButton *m_waive;
    QPushButton *m_notApplicable;
    QPushButton *m_grant;
    TextLabel *m_waivers;
};

} // namespace signalbox
