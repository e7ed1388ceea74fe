// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/charttabledialog.h"

#include "widgets/charts/charttablemodel.h"
#include "widgets/style/statetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox
{

ChartTableDialog::ChartTableDialog(const MetricPanel &panel, TimeZoneChoice zone, QWidget *parent)
    : QDialog(parent)
    , m_rule(panel.rule)
    , m_model(new ChartTableModel(panel, zone, this))
    , m_table(new QTableView(this))
    , m_close(new QPushButton(this))
{
    m_table->setObjectName(QStringLiteral("chartTable"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    resize(460, 420);
    retranslateUi();
}

void ChartTableDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void ChartTableDialog::retranslateUi()
{
    setWindowTitle(metricTitle(m_rule));
    //: table of a chart's values; %1 is the metric
    m_table->setAccessibleName(tr("Values of %1").arg(metricTitle(m_rule)));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
    m_model->retranslate();
}

} // namespace signalbox
