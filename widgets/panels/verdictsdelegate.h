// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/verdictsmodel.h"
#include "widgets/panels/celldelegate.h"

namespace signalbox
{

/// Cells of a VerdictsModel: values in their unit, effect with interval, verdict as sign and word. The tool
/// tip says why.
class VerdictsDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] CellLook look(const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// What the tool tip says, as plain text.
    [[nodiscard]] static QString explanation(const VerdictRow &row, VerdictsModel::Column column);
};

} // namespace signalbox
