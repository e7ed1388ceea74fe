// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"

#include <QWidget>

namespace signalbox
{

/// The row under a chart's title: both versions with their colour and newest value, and the limit. Where
/// there is no room for all, the limit goes first: the plot draws and labels it too.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    /// One version only: its value is shown as the stable one's.
    void setSingle(bool single);
    void setPanel(const MetricPanel &panel);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString limitText() const;

    Reading m_canary;
    Reading m_baseline;
    Verdict m_verdict = Verdict::Unknown;
    std::optional<double> m_limit;
    bool m_isSingle = false;
    Unit m_unit = Unit::None;
    Direction m_direction = Direction::LowerIsBetter;
};

} // namespace signalbox
