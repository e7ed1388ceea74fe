// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/glyph.h"
#include "widgets/style/statuspalette.h"

#include <QStyledItemDelegate>

#include <optional>

namespace signalbox
{

/// How one cell looks, in words of the current language.
struct CellLook {
    QString text;
    std::optional<Tone> tone;   ///< none: normal text
    std::optional<Glyph> glyph; ///< before the text, in the tone
    std::optional<double> bar;  ///< a share 0 to 1 instead of text
    Qt::Alignment alignment = Qt::AlignLeft;
    bool mono = false;
    bool strong = false;
};

/// Base of the table delegates: a subclass says how a cell looks, this one draws it: quiet rows with a thin
/// line between them, sign before text, no colour without word or sign.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    [[nodiscard]] virtual CellLook look(const QModelIndex &index) const = 0;
};

} // namespace signalbox
