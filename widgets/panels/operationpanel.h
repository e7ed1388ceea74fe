// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QGridLayout;

namespace signalbox
{

class BudgetRing;
class TextLabel;

/// A running or finished operation: ring of elapsed time against the budget, and one row a step with what was
/// sent, what was measured, time used and time allowed.
class OperationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OperationPanel(QWidget *parent = nullptr);

    /// @param now for the running clocks
    void setStatus(const OperationStatus &status, const QDateTime &now);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        TextLabel *glyph = nullptr;
        TextLabel *title = nullptr;
        TextLabel *detail = nullptr;
        TextLabel *elapsed = nullptr;
        TextLabel *budget = nullptr;
    };
    void refresh();
    void buildRows(int count);
    void refreshRow(int index);
    [[nodiscard]] QString detailText(int index) const;

    OperationStatus m_status;
    QDateTime m_now;
    BudgetRing *m_ring;
    TextLabel *m_headline;
    TextLabel *m_unrecorded; ///< the ledger could not take the record of this operation
    QGridLayout *m_grid;
    QVector<Row> m_rows;
};

} // namespace signalbox
