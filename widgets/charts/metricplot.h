// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"
#include "widgets/charts/chartcontext.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace signalbox
{

class ChartCrosshair;

/// The drawing area of a metric chart: two lines by Qt Charts; grid, limit, bake window, markers, words and
/// crosshair by hand, because the axes of Qt Charts have no round times and no second zone.
class MetricPlot final : public QChartView
{
    Q_OBJECT

public:
    explicit MetricPlot(ChartCrosshair &crosshair, QWidget *parent = nullptr);

    /// Replaces what is shown. Costs a layout: call it while visible only.
    void setPanel(const MetricPanel &panel, const ChartContext &context);
    /// Moves the crosshair by so many pixels; where there is none it starts at the right edge.
    void nudgeCrosshair(int pixels);
    /// The sentence in the middle of the plot; empty when the lines speak for themselves.
    [[nodiscard]] QString words() const;

    [[nodiscard]] const QLineSeries &canaryLine() const { return *m_canary; }

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void placePlot();
    void feed();
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(std::int64_t ms) const;
    [[nodiscard]] double yOf(double value) const;
    void paintGrid(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintLimit(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;

    ChartCrosshair &m_crosshair;
    QLineSeries *m_canary;
    QLineSeries *m_baseline;
    QValueAxis *m_time;
    QValueAxis *m_value;
    MetricPanel m_panel;
    ChartContext m_context;
    ValueScale m_scale;
};

} // namespace signalbox
