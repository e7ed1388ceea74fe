// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/timelinemodel.h"
#include "widgets/panels/celldelegate.h"
#include "widgets/style/format.h"

namespace signalbox
{

/// Cells of a TimelineModel. Reasons and messages of the cluster stay in its words; records and operations
/// are put into the reader's.
class TimelineDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void setNow(const QDateTime &now) { m_now = now; }
    void setZone(TimeZoneChoice zone) { m_zone = zone; }
    [[nodiscard]] CellLook look(const QModelIndex &index) const override;

private:
    [[nodiscard]] CellLook reasonLook(const ActivityEntry &entry) const;
    [[nodiscard]] QString whatText(const ActivityEntry &entry) const;

    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
};

} // namespace signalbox
