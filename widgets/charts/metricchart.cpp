// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/metricchart.h"

#include "widgets/charts/chartcrosshair.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/charts/charttabledialog.h"
#include "widgets/charts/metricplot.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/statetext.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

constexpr int margin = 12;
constexpr double radius = 6;

QString readingText(const Reading &reading, Unit unit)
{
    return reading.value ? valueText(*reading.value, unit) : problemText(reading.problem);
}

} // namespace

MetricChart::MetricChart(ChartCrosshair &crosshair, QWidget *parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(TextStyle::Heading, this))
    , m_verdict(new ElidedLabel(TextStyle::Small, this))
    , m_legend(new ChartLegend(this))
    , m_plot(new MetricPlot(crosshair, this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(10);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_verdict, 1);
    m_verdict->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin - 2, margin, margin - 4);
    column->setSpacing(4);
    column->addLayout(titleRow);
    column->addWidget(m_legend);
    column->addWidget(m_plot, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(150);
    m_feedTimer.setSingleShot(true);
    m_feedTimer.setInterval(0);
    connect(&m_feedTimer, &QTimer::timeout, this, &MetricChart::feedPlot);
    retranslateUi();
}

void MetricChart::setPanel(const MetricPanel &panel)
{
    if (m_panel == panel) {
        return;
    }
    m_panel = panel;
    retranslateUi();
    refresh();
}

void MetricChart::setContext(const ChartContext &context)
{
    if (m_context == context) {
        return;
    }
    m_context = context;
    m_legend->setSingle(context.isSingle);
    m_verdict->setFullText(verdictWord()); // may tell an age
    refresh();
}

QSize MetricChart::sizeHint() const
{
    return {280, 180};
}

void MetricChart::showTable()
{
    auto *dialog = new ChartTableDialog(m_panel, m_context.zone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MetricChart::paintEvent(QPaintEvent *)
{
    const StatusPalette colors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent() : colors.border(), hasFocus() ? 2 : 1));
    painter.setBrush(colors.surface());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void MetricChart::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    feedPlot();
}

void MetricChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void MetricChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_plot->nudgeCrosshair(-4);
        break;
    case Qt::Key_Right:
        m_plot->nudgeCrosshair(4);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        showTable();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

void MetricChart::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show as table"), this, &MetricChart::showTable);
    menu->popup(event->globalPos());
}

void MetricChart::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void MetricChart::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void MetricChart::refresh()
{
    if (isVisible()) { // showEvent() catches up
        m_feedTimer.start();
    }
}

void MetricChart::feedPlot()
{
    m_feedTimer.stop();
    m_plot->setPanel(m_panel, m_context);
}

void MetricChart::retranslateUi()
{
    m_title->setFullText(metricTitle(m_panel.rule));
    m_verdict->setFullText(verdictWord());
    m_verdict->setTone(m_panel.rule.limit ? toneOf(m_panel.verdict) : Tone::Neutral);
    m_legend->setPanel(m_panel);
    //: name of a chart for assistive tools; %1 is the metric
    setAccessibleName(tr("Chart: %1").arg(metricTitle(m_panel.rule)));
    setAccessibleDescription(description());
}

QString MetricChart::verdictWord() const
{
    if (!m_panel.source.isCurrent() && m_panel.source.since.isValid()) {
        return freshnessText(m_panel.source, m_context.now); // what was judged is old by now
    }
    if (m_panel.canaryNow.value || m_panel.verdict != Verdict::Unknown) {
        // Without a limit there is nothing to judge, and nothing is wrong with that.
        return m_panel.rule.limit ? verdictText(m_panel.verdict) : QString();
    }
    return problemText(m_panel.canaryNow.problem);
}

QString MetricChart::description() const
{
    const Unit unit = m_panel.rule.unit;
    const QString canary = readingText(m_panel.canaryNow, unit);
    const QString stable = readingText(m_panel.baselineNow, unit);
    const QString verdict = verdictText(m_panel.verdict);
    if (m_panel.rule.limit) {
        //: a chart in words, for assistive tools: two values, the verdict, the limit
        return tr("Canary %1, stable %2, %3. The limit is %4. Press Enter for a table of the values.")
            .arg(canary, stable, verdict, valueText(*m_panel.rule.limit, unit));
    }
    //: a chart in words, for assistive tools: two values, the verdict
    return tr("Canary %1, stable %2, %3. There is no limit. Press Enter for a table of the values.")
        .arg(canary, stable, verdict);
}

} // namespace signalbox
