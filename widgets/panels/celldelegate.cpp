// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/celldelegate.h"

#include "widgets/charts/sparkline.h"
#include "widgets/style/fonts.h"
#include "widgets/style/safetext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace signalbox
{

namespace
{

constexpr int padding = 6;
constexpr int rowPadding = 5;

QFont fontFor(const CellLook &look)
{
    QFont font = Fonts::resolved(look.mono ? TextStyle::Mono : TextStyle::Body);
    if (look.strong) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

int glyphRoom(const CellLook &look, const QFontMetrics &metrics)
{
    return look.glyph ? metrics.ascent() + padding : 0;
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    // Not the option's palette: a style sheet changes that one.
    const StatusPalette colors(QApplication::palette());
    const CellLook shown = look(index);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colors.raised());
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent(), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->setPen(QPen(colors.border(), 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QRect room = option.rect.adjusted(padding, 0, -padding, -1);
    const QFont font = fontFor(shown);
    const QFontMetrics metrics(font);
    const QColor ink = shown.tone ? colors.color(*shown.tone) : colors.text();
    if (shown.bar) {
        const QRectF bar(room.left(), room.center().y() - 2, room.width(), 4);
        paintWeightBar(*painter, bar, *shown.bar, ink, colors.track());
        painter->restore();
        return;
    }
    if (shown.glyph) {
        const int side = metrics.ascent();
        paintGlyph(*painter, QRectF(room.left(), room.center().y() - side / 2.0 + 1, side, side),
                   *shown.glyph, ink);
        room.setLeft(room.left() + glyphRoom(shown, metrics));
    }
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(room, static_cast<int>(shown.alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      metrics.elidedText(shown.text, option.textElideMode, room.width()));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const CellLook shown = look(index);
    const QFontMetrics metrics(fontFor(shown));
    return {metrics.horizontalAdvance(shown.text) + glyphRoom(shown, metrics) + 2 * padding + 2,
            QFontMetrics(Fonts::resolved(TextStyle::Body)).height() + 2 * rowPadding};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const CellLook shown = look(index);
    const bool isCut = sizeHint(option, index).width() > option.rect.width();
    QToolTip::showText(event->globalPos(), isCut ? plainToolTip(shown.text) : QString(), view);
    return true;
}

} // namespace signalbox
