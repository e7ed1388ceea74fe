// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"
#include "widgets/style/format.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace signalbox
{

class ChartTableModel;

/// The values behind a chart as a table, for reading, copying and assistive tools. A snapshot: it does not
/// change while it is open.
class ChartTableDialog final : public QDialog
{
    Q_OBJECT

public:
    ChartTableDialog(const MetricPanel &panel, TimeZoneChoice zone, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    MetricRule m_rule;
    ChartTableModel *m_model;
    QTableView *m_table;
    QPushButton *m_close;
};

} // namespace signalbox
