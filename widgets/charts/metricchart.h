// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"
#include "widgets/charts/chartcontext.h"

#include <QFrame>
#include <QTimer>

namespace signalbox
{

class ChartCrosshair;
class ChartLegend;
class Chip;
class ElidedLabel;
class MetricPlot;

/// One metric of a release: title and verdict, the values of both versions and the limit, the lines. New
/// values are only laid out while it is visible. Left and Right move the crosshair, Enter opens the data as a
/// table.
class MetricChart final : public QFrame
{
    Q_OBJECT

public:
    /// @param crosshair outlives the chart
    explicit MetricChart(ChartCrosshair &crosshair, QWidget *parent = nullptr);

    void setPanel(const MetricPanel &panel);
    void setContext(const ChartContext &context);
    [[nodiscard]] const MetricPanel &panel() const { return m_panel; }
    [[nodiscard]] const MetricPlot &plot() const { return *m_plot; }
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void showTable();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void feedPlot();
    void retranslateUi();
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString verdictWord() const;

    ElidedLabel *m_title;
    ElidedLabel *m_verdict;
    ChartLegend *m_legend;
    MetricPlot *m_plot;
    MetricPanel m_panel;
    ChartContext m_context;
    QTimer m_feedTimer; ///< new values and a new time axis in one pass cost one layout
};

} // namespace signalbox
