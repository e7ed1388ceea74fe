// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/servicesmodel.h"
#include "widgets/panels/celldelegate.h"

namespace signalbox
{

/// Cells of a ServicesModel: readings with their problems in words, verdict as sign and word.
class ServicesDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] CellLook look(const QModelIndex &index) const override;
};

[[nodiscard]] QString serviceVerdictText(ServiceVerdict verdict);

} // namespace signalbox
