// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/checklistmodel.h"
#include "widgets/style/format.h"

#include <QStyledItemDelegate>

namespace signalbox
{

/// Draws the rows of a checklist: sign and item with what the machine does in small letters below, evidence
/// in the tone of the state, and the main button.
class ChecklistDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @param model outlives the delegate
    explicit ChecklistDelegate(const ChecklistModel &model, QObject *parent = nullptr);

    void setNow(const QDateTime &now) { m_now = now; }
    void setZone(TimeZoneChoice zone) { m_zone = zone; }
    [[nodiscard]] QString text(const ChecklistRow &row, ChecklistModel::Column column) const;
    /// Where the button of a row is drawn, within its cell.
    [[nodiscard]] QRect buttonRect(const QRect &cell, const ChecklistRow &row) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintItem(QPainter &painter, const QRect &area, const ChecklistRow &row) const;
    void paintButton(QPainter &painter, const QRect &area, const ChecklistRow &row) const;

    const ChecklistModel &m_model;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
};

} // namespace signalbox
