// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"

#include <QColor>
#include <QRectF>
#include <QVector>

class QPainter;

namespace signalbox
{

/// Draws a line of samples without axes into `area`; gaps stay gaps. For delegates and small places.
void paintSparkline(QPainter &painter, const QRectF &area, const QVector<Sample> &samples,
                    const QColor &color);

/// A share as a filled bar. For delegates. @param share 0 to 1; other values are cut
void paintWeightBar(QPainter &painter, const QRectF &area, double share, const QColor &fill,
                    const QColor &track);

} // namespace signalbox
