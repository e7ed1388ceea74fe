// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/analysismodel.h"
#include "widgets/panels/celldelegate.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// Cells of an AnalysisModel. The controller's phase stays in its own words; sign and colour say what it
/// means.
class AnalysisDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void setZone(TimeZoneChoice zone) { m_zone = zone; }
    void setNow(const QDateTime &now) { m_now = now; }
    [[nodiscard]] CellLook look(const QModelIndex &index) const override;

private:
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    QDateTime m_now;
};

} // namespace signalbox
