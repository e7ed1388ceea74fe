// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartcrosshair.h"
#include "widgets/charts/metricplot.h"
#include "widgets/style/fonts.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statuspalette.h"
#include "widgets/style/themecolors.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox
{

namespace
{

constexpr double tickDistance = 66; ///< pixels a time label needs
constexpr double halo = 3;

/// Text on a quiet ground, so that lines behind it do not cut through.
void paintTag(QPainter &painter, const QRectF &rect, const QString &text, const QColor &ink,
              const QColor &ground)
{
    painter.fillRect(rect, ground);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

QString tickText(std::int64_t ms, const ChartContext &context, bool hasSeconds)
{
    const QDateTime time = inZone(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), context.zone);
    return QLocale().toString(time.time(), hasSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

void MetricPlot::paintGrid(QPainter &painter) const
{
    const StatusPalette colors(palette());
    painter.setFont(Fonts::resolved(TextStyle::Small));
    const QFontMetricsF metrics(painter.font(), this);
    for (double value = m_scale.low; value <= m_scale.high; value += m_scale.step) {
        const double y = std::floor(yOf(value)) + 0.5;
        painter.setPen(QPen(colors.track(), 1));
        painter.drawLine(QLineF(plot().left(), y, plot().right(), y));
        if (m_panel.rule.id.isEmpty()) {
            continue;
        }
        painter.setPen(colors.muted());
        const QRectF label(0, y - metrics.height() / 2, plot().left() - halo, metrics.height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                         valueText(value, m_panel.rule.unit));
    }
}

void MetricPlot::paintTimes(QPainter &painter) const
{
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(m_context.span.fromMs, Qt::UTC);
    const int offset = inZone(start, m_context.zone).offsetFromUtc();
    const int most = std::max(2, static_cast<int>(plot().width() / tickDistance));
    const QVector<std::int64_t> ticks = timeTicks(m_context.span, most, offset);
    const bool hasSeconds = ticks.size() > 1 && ticks.at(1) - ticks.at(0) < 60'000;
    const StatusPalette colors(palette());
    painter.setFont(Fonts::resolved(TextStyle::Small));
    const QFontMetricsF metrics(painter.font(), this);
    for (const std::int64_t tick : ticks) {
        const QString text = tickText(tick, m_context, hasSeconds);
        const double width = metrics.horizontalAdvance(text);
        const double x = xOf(tick);
        painter.setPen(QPen(colors.border(), 1));
        painter.drawLine(QLineF(x, plot().bottom(), x, plot().bottom() + 3));
        painter.setPen(colors.muted());
        const double left =
            std::clamp(x - width / 2, plot().left(), std::max(plot().left(), plot().right() - width));
        painter.drawText(QPointF(left, plot().bottom() + 3 + metrics.ascent()), text);
    }
}

void MetricPlot::paintLimit(QPainter &painter) const
{
    if (!m_panel.rule.limit || !std::isfinite(*m_panel.rule.limit)) {
        return;
    }
    const double y = std::floor(yOf(*m_panel.rule.limit)) + 0.5;
    QPen pen(StatusPalette(palette()).color(Tone::Bad), 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.drawLine(QLineF(plot().left(), y, plot().right(), y));
}

void MetricPlot::paintMarkers(QPainter &painter) const
{
    const StatusPalette colors(palette());
    painter.setFont(Fonts::resolved(TextStyle::Small));
    const QFontMetricsF metrics(painter.font(), this);
    QColor veil = colors.surface();
    veil.setAlphaF(0.7F); // lines behind the name stay visible
    double free = plot().left();
    for (const ChartMarker &marker : m_context.markers) {
        if (marker.ms < m_context.span.fromMs || marker.ms > m_context.span.toMs) {
            continue;
        }
        const double x = std::floor(xOf(marker.ms)) + 0.5;
        painter.setPen(QPen(colors.marker(), 1));
        painter.drawLine(QLineF(x, plot().top(), x, plot().bottom()));
        const QString text = safeText(marker.text, 24);
        const double width = metrics.horizontalAdvance(text);
        // A name that would meet its neighbour or the edge is left out; the line stays.
        if (x + halo >= free && x + width + 2 * halo <= plot().right()) {
            paintTag(painter, QRectF(x + 1, plot().top(), width + 2 * halo, metrics.height()), text,
                     colors.marker(), veil);
            free = x + width + 2 * halo;
        }
    }
}

void MetricPlot::paintWords(QPainter &painter) const
{
    const QString text = words();
    if (text.isEmpty()) {
        return;
    }
    const StatusPalette colors(palette());
    painter.setFont(Fonts::resolved(TextStyle::Body));
    const QFontMetricsF metrics(painter.font(), this);
    QRectF rect = metrics.boundingRect(text).adjusted(-8, -3, 8, 3);
    rect.moveCenter(plot().center());
    paintTag(painter, rect, text, colors.muted(), colors.surface());
}

void MetricPlot::paintCrosshair(QPainter &painter) const
{
    const auto time = m_crosshair.time();
    if (!time || *time < m_context.span.fromMs || *time > m_context.span.toMs) {
        return;
    }
    const StatusPalette colors(palette());
    const double x = std::floor(xOf(*time)) + 0.5;
    painter.setPen(QPen(colors.muted(), 1));
    painter.drawLine(QLineF(x, plot().top(), x, plot().bottom()));
    QString text = tickText(*time, m_context, true);
    const auto canary = valueAt(m_panel.canary, *time, gapLimit(m_panel.canary));
    const auto baseline = valueAt(m_panel.baseline, *time, gapLimit(m_panel.baseline));
    const auto word = [this](const std::optional<double> &value) {
        return value ? valueText(*value, m_panel.rule.unit) : dashText();
    };
    //: under the pointer: time, value of the canary, value of the stable version
    text = tr("%1 · %2 / %3").arg(text, word(canary), word(baseline));
    painter.setFont(Fonts::resolved(TextStyle::Small));
    const QFontMetricsF metrics(painter.font(), this);
    const double width = metrics.horizontalAdvance(text) + 2 * halo;
    const double left = std::clamp(x + halo, plot().left(), std::max(plot().left(), plot().right() - width));
    paintTag(painter, QRectF(left, plot().bottom() - metrics.height() - 1, width, metrics.height()), text,
             colors.text(), colors.raised());
}

} // namespace signalbox
