// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace signalbox
{

class BudgetRing;
class Card;
class TextLabel;

/// A running or finished operation: ring of elapsed time against the budget, and one row a step with what was
/// sent, what was measured, time used and time allowed. One that went well shrinks to a line that can be
/// opened again or put away; one that went badly stays as it is until the person puts it away.
class OperationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OperationPanel(QWidget *parent = nullptr);

    /// @param now for the running clocks
    void setStatus(const OperationStatus &status, const QDateTime &now);

Q_SIGNALS:
    /// The person has read how it ended and wants the room back.
    void dismissed(const QString &operation);
    /// Why it was rolled back, given after the click; also when the panel is left with a reason half written.
    void reasonGiven(const QString &operation, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Row {
        TextLabel *glyph = nullptr;
        TextLabel *title = nullptr;
        TextLabel *detail = nullptr;
        TextLabel *elapsed = nullptr;
        TextLabel *budget = nullptr;
        QWidget *line = nullptr; ///< above the row
    };
    void refresh();
    void showHeadline();
    void showReason();
    void giveReason();
    void retranslateUi();
    void buildRows(int count);
    void refreshRow(int index);
    [[nodiscard]] QString detailText(int index) const;

    OperationStatus m_status;
    QDateTime m_now;
    Card *m_card;
    BudgetRing *m_ring;
    TextLabel *m_headline;
    QPushButton *m_details;
    QPushButton *m_dismiss;
    QWidget *m_steps;
    TextLabel *m_unrecorded; ///< the ledger could not take the record of this operation
    QWidget *m_reasonLine;
    TextLabel *m_reasonLabel;
    QLineEdit *m_reason; ///< may follow a move back
    QGridLayout *m_grid;
    QVector<Row> m_rows;
};

} // namespace signalbox
