// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"
#include "widgets/charts/chartcontext.h"

#include <QWidget>

class QGridLayout;

namespace signalbox
{

class ChartCrosshair;
class MetricChart;
class TextLabel;

/// As many charts as there are metric panels, in as many columns as fit. Charts keep their place and identity
/// by rule id; a changed value touches only its own chart. Metrics without a limit that never had a value are
/// named in one line below instead of taking a chart each.
class ChartGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartGrid(QWidget *parent = nullptr);

    void setPanels(const QVector<MetricPanel> &panels);
    void setContext(const ChartContext &context);
    [[nodiscard]] const QVector<MetricChart *> &charts() const { return m_charts; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslateUi();

    ChartCrosshair *m_crosshair;
    QGridLayout *m_grid;
    TextLabel *m_without;
    QVector<MetricRule> m_rulesWithout;
    QVector<MetricChart *> m_charts;
    ChartContext m_context;
    int m_columns = 0;
};

} // namespace signalbox
