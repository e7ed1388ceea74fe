// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/checklistmodel.h"
#include "widgets/style/format.h"

#include <QTreeView>

namespace signalbox
{

class ChecklistDelegate;

/// The checklist as a table that can be walked by keyboard alone: up and down, Enter for the main button of
/// the row (dialogs open on Cancel), R to check again.
class ChecklistTable final : public QTreeView
{
    Q_OBJECT

public:
    /// @param model outlives the table
    explicit ChecklistTable(ChecklistModel &model, QWidget *parent = nullptr);

    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);
    [[nodiscard]] const ChecklistRow *currentRow() const;
    void retranslate();

Q_SIGNALS:
    void mainActionRequested(const QString &item);
    void recheckRequested(const QString &item);
    void currentItemChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void spanGroups();

    ChecklistModel &m_model;
    ChecklistDelegate *m_delegate;
};

} // namespace signalbox
