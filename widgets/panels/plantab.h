// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/planentry.h"
#include "widgets/panels/planoutline.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace signalbox
{

class Card;
class TextLabel;

/// The plan that governs the release: its source as it was written beside the plan as it was understood, each
/// item with the requirements it answers; what is wrong with it; where it comes from and its hash.
class PlanTab final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanTab(QWidget *parent = nullptr);

    /// @param isLoaded false: nobody knows yet whether a plan governs the release
    void setPlan(const PlanEntry *entry, bool isLoaded);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslateUi();
    void showOutline();
    void showProblems();
    void showHead();
    [[nodiscard]] QString originText() const;
    static void fill(QTreeWidgetItem &parent, const QVector<PlanLine> &lines);

    std::optional<PlanEntry> m_entry;
    bool m_isLoaded = false;
    Card *m_headCard;
    TextLabel *m_head;
    QLabel *m_hash;
    TextLabel *m_problems;
    QWidget *m_pages;
    QPlainTextEdit *m_source;
    QTreeWidget *m_tree;
};

} // namespace signalbox
