// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/chartgrid.h"

#include "widgets/charts/chartcrosshair.h"
#include "widgets/charts/metricchart.h"
#include "widgets/style/format.h"
#include "widgets/style/statetext.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox
{

namespace
{

constexpr int narrowest = 240;
constexpr int mostColumns = 4;

/// Asked, and the server has (or, gone since, had) nothing. A metric with a limit keeps its chart: that it is
/// missing matters.
bool isWithoutData(const MetricPanel &panel)
{
    const bool isAnswered = panel.source.isCurrent() || panel.source.since.isValid();
    return isAnswered && !panel.rule.limit && panel.canary.isEmpty() && panel.baseline.isEmpty() &&
           !panel.canaryNow.value && !panel.baselineNow.value;
}

} // namespace

ChartGrid::ChartGrid(QWidget *parent)
    : QWidget(parent)
    , m_crosshair(new ChartCrosshair(this))
    , m_grid(new QGridLayout)
    , m_without(new TextLabel(TextStyle::Small, this))
{
    m_without->setTone(Tone::Neutral);
    m_without->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(m_grid);
    column->addWidget(m_without);
    retranslateUi();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
}

void ChartGrid::setPanels(const QVector<MetricPanel> &all)
{
    QVector<MetricPanel> panels;
    m_rulesWithout.clear();
    for (const MetricPanel &panel : all) {
        if (isWithoutData(panel)) {
            m_rulesWithout << panel.rule;
        } else {
            panels << panel;
        }
    }
    retranslateUi();
    const bool isOtherCount = panels.size() != m_charts.size();
    while (m_charts.size() > panels.size()) {
        delete m_charts.takeLast();
    }
    while (m_charts.size() < panels.size()) {
        auto *chart = new MetricChart(*m_crosshair, this);
        chart->setContext(m_context);
        m_charts << chart;
    }
    for (qsizetype i = 0; i < panels.size(); ++i) {
        m_charts.at(i)->setObjectName(QStringLiteral("chart-") + panels.at(i).rule.id);
        m_charts.at(i)->setPanel(panels.at(i));
    }
    if (isOtherCount) {
        m_columns = 0;
        arrange();
    }
}

void ChartGrid::setContext(const ChartContext &context)
{
    m_context = context;
    for (MetricChart *chart : std::as_const(m_charts)) {
        chart->setContext(context);
    }
}

void ChartGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void ChartGrid::retranslateUi()
{
    QStringList titles;
    for (const MetricRule &rule : std::as_const(m_rulesWithout)) {
        titles << metricTitle(rule);
    }
    //: metrics the server has no values of; %1 is a list of their titles
    m_without->setText(tr("No data: %1").arg(joinedText(titles)));
    m_without->setVisible(!titles.isEmpty());
}

void ChartGrid::arrange()
{
    const int count = static_cast<int>(m_charts.size());
    const int room = std::max(1, (width() + m_grid->spacing()) / (narrowest + m_grid->spacing()));
    int columns = std::clamp(room, 1, std::max(1, std::min(count, mostColumns)));
    // Full rows where possible: five charts in four columns look better as three and two.
    const int rows = (count + columns - 1) / std::max(1, columns);
    columns = rows > 0 ? (count + rows - 1) / rows : columns;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_charts.at(i), i / columns, i % columns);
    }
    for (int i = 0; i < mostColumns; ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

} // namespace signalbox
