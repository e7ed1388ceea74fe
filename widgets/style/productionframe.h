// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace signalbox
{

/// Holds the whole window and edges it in the colour of alarm while what is on screen is production.
class ProductionFrame final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setProduction(bool production);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_production = false;
};

} // namespace signalbox
