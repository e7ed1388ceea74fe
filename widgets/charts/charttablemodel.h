// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/metricsstore.h"
#include "widgets/style/format.h"

#include <QAbstractTableModel>

namespace signalbox
{

/// Samples of both versions side by side, newest first; a missing or unusable value is a dash.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Canary, Stable };
    Q_ENUM(Column)

    ChartTableModel(const MetricPanel &panel, TimeZoneChoice zone, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// After a change of language.
    void retranslate();

private:
    struct Row {
        std::int64_t ms = 0;
        double canary;
        double stable;
    };

    QVector<Row> m_rows;
    Unit m_unit;
    TimeZoneChoice m_zone;
};

} // namespace signalbox
