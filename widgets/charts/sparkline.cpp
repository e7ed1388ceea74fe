// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/sparkline.h"

#include "widgets/charts/chartmath.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox
{

void paintSparkline(QPainter &painter, const QRectF &area, const QVector<Sample> &samples,
                    const QColor &color)
{
    if (samples.size() < 2 || area.isEmpty()) {
        return;
    }
    const TimeSpan span{samples.first().ms, samples.last().ms};
    const ValueScale scale = valueScale({&samples}, std::nullopt, Direction::HigherIsBetter);
    const auto length = static_cast<double>(std::max<std::int64_t>(1, span.toMs - span.fromMs));
    const auto place = [&](const QPointF &point) {
        return QPointF(area.left() + area.width() * (point.x() - static_cast<double>(span.fromMs)) / length,
                       area.bottom() - area.height() * (point.y() - scale.low) / (scale.high - scale.low));
    };
    const QList<QPointF> points = chartPoints(samples, span, static_cast<int>(area.width()));
    QVector<QLineF> lines;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (std::isfinite(points.at(i).y()) && std::isfinite(points.at(i - 1).y())) {
            lines << QLineF(place(points.at(i - 1)), place(points.at(i)));
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.drawLines(lines);
    painter.restore();
}

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
