// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "models/items/rowmodel.h"

namespace signalbox
{

/// Analysis runs of one release, newest first; below each its metrics, below each metric its measurements.
/// Phases and values are the controller's own words: Failed (a bad result) and Error (no result) stay apart.
class AnalysisModel final : public RowModel
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        Phase,
        Value,
        Condition,
        Successful,
        Failed,
        Inconclusive,
        Error,
        Time,
        Message
    };
    Q_ENUM(Column)
    enum class Level { Run, Metric, Measurement };
    Q_ENUM(Level)
    enum class Role {
        Sort = Qt::UserRole + 1,
        Level,   ///< AnalysisModel::Level
        Phase,   ///< QString, verbatim
        Uid,     ///< of the run
        Query,   ///< QString, metrics only
        DryRun,  ///< bool, metrics only
        Running, ///< bool, runs only
    };
    Q_ENUM(Role)

    using RowModel::RowModel;
    /// Takes the runs of a snapshot; none empties the model.
    void setRelease(const std::optional<Release> &release);
    [[nodiscard]] QModelIndex indexOf(const QString &runUid) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QObject::parent;

private:
    /// Equality of a node speaks of its own cells only: children are compared on their own.
    struct MetricNode {
        quintptr id = 0;
        AnalysisMetricRow row;
        QVector<MeasurementRow> measurements;
        bool operator==(const MetricNode &other) const;
    };
    struct RunNode {
        quintptr id = 0;
        AnalysisRunRow row;
        QVector<MetricNode> metrics;
        bool operator==(const RunNode &other) const;
    };
    struct Place {
        Level level = Level::Run;
        int run = 0;
        int metric = 0;
        int measurement = 0;
    };

    void updateMetrics(int run, const QVector<AnalysisMetricRow> &metrics);
    [[nodiscard]] RunNode nodeFor(const AnalysisRunRow &row);
    [[nodiscard]] MetricNode nodeFor(const AnalysisMetricRow &row);
    [[nodiscard]] Place placeOf(const QModelIndex &index) const;
    [[nodiscard]] QVariant runData(const AnalysisRunRow &run, Column column) const;
    [[nodiscard]] QVariant metricData(const AnalysisMetricRow &metric, Column column) const;
    [[nodiscard]] QVariant measurementData(const MeasurementRow &measurement, Column column) const;
    [[nodiscard]] QVariant cell(const Place &place, Column column) const;
    [[nodiscard]] QString phaseAt(const Place &place) const;

    quintptr m_lastId = 0;
    QVector<RunNode> m_runs;
};

} // namespace signalbox
