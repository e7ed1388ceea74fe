// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace signalbox
{

/// A share as a filled bar. For delegates. @param share 0 to 1; other values are cut
void paintWeightBar(QPainter &painter, const QRectF &area, double share, const QColor &fill,
                    const QColor &track);

} // namespace signalbox
