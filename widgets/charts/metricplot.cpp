// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/metricplot.h"

#include "widgets/charts/chartcrosshair.h"
#include "widgets/style/fonts.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"
#include "widgets/style/themecolors.h"

#include <QChart>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace signalbox
{

namespace
{

constexpr double gap = 4;

bool hasFinite(const QVector<Sample> &samples)
{
    return std::any_of(samples.cbegin(), samples.cend(),
                       [](const Sample &sample) { return std::isfinite(sample.value); });
}

/// A line one device pixel wide: wider ones cost many times more.
QPen linePen(const QColor &color)
{
    QPen pen(color, 1);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

MetricPlot::MetricPlot(ChartCrosshair &crosshair, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_crosshair(crosshair)
    , m_canary(new QLineSeries(this))
    , m_baseline(new QLineSeries(this))
    , m_time(new QValueAxis(this))
    , m_value(new QValueAxis(this))
{
    setFocusPolicy(Qt::NoFocus); // the chart around it takes the focus and has the name
    viewport()->setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    for (QLineSeries *line : {m_baseline, m_canary}) {
        chart()->addSeries(line);
    }
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setVisible(false);
        chart()->addAxis(axis, axis == m_time ? Qt::AlignBottom : Qt::AlignLeft);
        m_canary->attachAxis(axis);
        m_baseline->attachAxis(axis);
    }
    connect(&m_crosshair, &ChartCrosshair::moved, viewport(), qOverload<>(&QWidget::update));
    applyTheme();
}

void MetricPlot::setPanel(const MetricPanel &panel, const ChartContext &context)
{
    m_panel = panel;
    const bool isOtherCount = context.isSingle != m_context.isSingle;
    m_context = context;
    if (isOtherCount) {
        applyTheme();
    }
    m_scale = valueScale({&m_panel.canary, &m_panel.baseline}, m_panel.rule.limit, m_panel.rule.direction,
                         m_panel.rule.unit);
    placePlot();
    feed();
}

QString MetricPlot::words() const
{
    if (m_panel.source.freshness == Freshness::Loading ||
        m_panel.source.freshness == Freshness::NeverLoaded) {
        return freshnessText(m_panel.source.freshness);
    }
    if (!hasFinite(m_panel.canary) && !hasFinite(m_panel.baseline)) {
        const ValueProblem problem = m_panel.canaryNow.problem;
        // The title names the same problem.
        return problem == ValueProblem::QueryFailed ? problemText(problem) : tr("No data");
    }
    if (m_panel.verdict == Verdict::Insufficient) {
        return tr("Too few samples");
    }
    return {};
}

void MetricPlot::nudgeCrosshair(int pixels)
{
    const double width = std::max(1.0, plot().width());
    const double perPixel = static_cast<double>(m_context.span.toMs - m_context.span.fromMs) / width;
    const std::int64_t from = m_crosshair.time().value_or(m_context.span.toMs);
    const auto moved = from + static_cast<std::int64_t>(pixels * perPixel);
    m_crosshair.setTime(
        std::clamp(moved, m_context.span.fromMs, std::max(m_context.span.fromMs, m_context.span.toMs)));
}

void MetricPlot::drawBackground(QPainter *painter, const QRectF &)
{
    if (m_context.bake) {
        const double from = std::max(plot().left(), xOf(m_context.bake->fromMs));
        const double to = std::min(plot().right(), xOf(m_context.bake->toMs));
        if (to > from) {
            painter->fillRect(QRectF(from, plot().top(), to - from, plot().height()),
                              blend(StatusPalette(palette()).surface(),
                                    StatusPalette(palette()).color(Tone::Warning), 0.09));
        }
    }
    paintGrid(*painter);
    paintTimes(*painter);
}

void MetricPlot::drawForeground(QPainter *painter, const QRectF &)
{
    paintLimit(*painter);
    paintMarkers(*painter);
    paintWords(*painter);
    paintCrosshair(*painter);
}

void MetricPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
    feed();
}

void MetricPlot::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QRectF area = plot();
    if (!area.contains(event->position()) || area.width() <= 0) {
        m_crosshair.setTime(std::nullopt);
        return;
    }
    const double share = (event->position().x() - area.left()) / area.width();
    const auto length = static_cast<double>(m_context.span.toMs - m_context.span.fromMs);
    m_crosshair.setTime(m_context.span.fromMs + static_cast<std::int64_t>(share * length));
}

void MetricPlot::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_crosshair.setTime(std::nullopt);
}

void MetricPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyTheme();
    } else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        placePlot();
        viewport()->update();
    }
}

void MetricPlot::applyTheme()
{
    const StatusPalette colors(palette());
    m_canary->setPen(linePen(colors.color(m_context.isSingle ? Tone::Stable : Tone::Fresh)));
    m_baseline->setPen(linePen(colors.color(Tone::Stable)));
}

void MetricPlot::placePlot()
{
    const QFontMetricsF metrics(Fonts::resolved(TextStyle::Small), this);
    const double label = std::ceil(metrics.height());
    double gutter = 0;
    for (double value = m_scale.low; value <= m_scale.high; value += m_scale.step) {
        gutter = std::max(gutter, metrics.horizontalAdvance(valueText(value, m_panel.rule.unit)));
    }
    const double left = std::ceil(gutter) + 2 * gap;
    chart()->setPlotArea(QRectF(left, label / 2, std::max(1.0, width() - left - 1),
                                std::max(1.0, height() - 1.5 * label - gap)));
}

void MetricPlot::feed()
{
    if (m_context.span.toMs <= m_context.span.fromMs) {
        return;
    }
    m_time->setRange(static_cast<double>(m_context.span.fromMs), static_cast<double>(m_context.span.toMs));
    m_value->setRange(m_scale.low, m_scale.high);
    const int columns = std::max(1, static_cast<int>(plot().width()));
    m_canary->replace(chartPoints(m_panel.canary, m_context.span, columns));
    m_baseline->replace(chartPoints(m_panel.baseline, m_context.span, columns));
    const bool isCurrent = m_panel.source.isCurrent();
    m_canary->setOpacity(isCurrent ? 1.0 : 0.45);
    m_baseline->setOpacity(isCurrent ? 1.0 : 0.45);
    viewport()->update();
}

QRectF MetricPlot::plot() const
{
    return chart()->plotArea();
}

double MetricPlot::xOf(std::int64_t ms) const
{
    const auto length =
        static_cast<double>(std::max<std::int64_t>(1, m_context.span.toMs - m_context.span.fromMs));
    return plot().left() + plot().width() * static_cast<double>(ms - m_context.span.fromMs) / length;
}

double MetricPlot::yOf(double value) const
{
    return plot().bottom() - plot().height() * (value - m_scale.low) / (m_scale.high - m_scale.low);
}

} // namespace signalbox
