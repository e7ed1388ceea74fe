// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/sparkline.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox
{

void paintWeightBar(QPainter &painter, const QRectF &area, double share, const QColor &fill,
                    const QColor &track)
{
    const double radius = area.height() / 2;
    const double cut = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(area, radius, radius);
    if (cut > 0) {
        painter.setBrush(fill);
        painter.drawRoundedRect(
            QRectF(area.left(), area.top(), std::max(area.height(), area.width() * cut), area.height()),
            radius, radius);
    }
    painter.restore();
}

} // namespace signalbox
