// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/revisionsmodel.h"
#include "widgets/panels/celldelegate.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// Cells of a RevisionsModel.
class RevisionsDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void setNow(const QDateTime &now) { m_now = now; }
    [[nodiscard]] CellLook look(const QModelIndex &index) const override;

private:
    QDateTime m_now;
};

} // namespace signalbox
