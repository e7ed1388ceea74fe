// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/checklistmodel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/format.h"

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>
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

    /// After a change of language or font: they are kept, because finding them for every cell takes longer
    /// than drawing it.
    void refreshFonts();
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
    struct Letters {
        explicit Letters(TextStyle style);
        /// The text cut to a width and shaped; kept, because shaping takes longer than drawing.
        [[nodiscard]] const QStaticText &shaped(const QString &text, int width) const;
        /// Left-aligned and vertically centred.
        void draw(QPainter &painter, const QRect &area, const QString &text) const;
        QFont font;
        QFontMetrics metrics;
        mutable QHash<QPair<QString, int>, QStaticText> kept;
    };
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintItem(QPainter &painter, const QRect &area, const ChecklistRow &row) const;
    void paintButton(QPainter &painter, const QRect &area, const ChecklistRow &row) const;

    const ChecklistModel &m_model;
    Letters m_body;
    Letters m_mono;
    Letters m_heading;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
};

} // namespace signalbox
