// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/charttablemodel.h"

#include <QMap>

#include <cmath>

namespace signalbox
{

ChartTableModel::ChartTableModel(const MetricPanel &panel, TimeZoneChoice zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_unit(panel.rule.unit)
    , m_zone(zone)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QMap<std::int64_t, Row> byTime;
    for (const Sample &sample : panel.canary) {
        byTime[sample.ms] = {sample.ms, sample.value, none};
    }
    for (const Sample &sample : panel.baseline) {
        const auto found = byTime.find(sample.ms);
        if (found == byTime.end()) {
            byTime[sample.ms] = {sample.ms, none, sample.value};
        } else {
            found->stable = sample.value;
        }
    }
    m_rows.reserve(byTime.size());
    for (const Row &row : byTime) {
        m_rows.prepend(row);
    }
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(column == Column::Time ? Qt::AlignLeft | Qt::AlignVCenter
                                                       : Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    if (column == Column::Time) {
        return dateTimeText(QDateTime::fromMSecsSinceEpoch(row.ms, Qt::UTC), m_zone);
    }
    const double value = column == Column::Canary ? row.canary : row.stable;
    return std::isfinite(value) ? valueText(value, m_unit) : dashText();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Canary:
        return tr("Canary");
    case Column::Stable:
        return tr("Stable");
    }
    return {};
}

void ChartTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

} // namespace signalbox
