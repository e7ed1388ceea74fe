// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/analysismodel.h"

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 10;

AnalysisRunRow withoutMetrics(AnalysisRunRow row)
{
    row.metrics.clear();
    return row;
}

AnalysisMetricRow withoutMeasurements(AnalysisMetricRow row)
{
    row.measurements.clear();
    return row;
}

QString conditionText(const AnalysisMetricRow &metric)
{
    return metric.successCondition.isEmpty() ? metric.failureCondition : metric.successCondition;
}

QString measurementKey(const MeasurementRow &measurement)
{
    return QString::number(measurement.finished.toMSecsSinceEpoch()) + QLatin1Char('/') + measurement.value +
           QLatin1Char('/') + measurement.phase;
}

} // namespace

bool AnalysisModel::MetricNode::operator==(const MetricNode &other) const
{
    return id == other.id && row == other.row;
}

bool AnalysisModel::RunNode::operator==(const RunNode &other) const
{
    return id == other.id && row == other.row;
}

AnalysisModel::MetricNode AnalysisModel::nodeFor(const AnalysisMetricRow &row)
{
    return {++m_lastId, withoutMeasurements(row), row.measurements};
}

AnalysisModel::RunNode AnalysisModel::nodeFor(const AnalysisRunRow &row)
{
    RunNode node{++m_lastId, withoutMetrics(row), {}};
    QSet<QString> names;
    for (const auto &metric : row.metrics) {
        if (!names.contains(metric.name)) {
            names.insert(metric.name);
            node.metrics.append(nodeFor(metric));
        }
    }
    return node;
}

void AnalysisModel::setRelease(const std::optional<Release> &release)
{
    const QVector<AnalysisRunRow> rows = release ? release->analysisRuns : QVector<AnalysisRunRow>();
    QVector<RunNode> next;
    for (const auto &row : rows) {
        const auto known = std::find_if(m_runs.cbegin(), m_runs.cend(), [&row](const RunNode &node) {
            return node.row.meta.uid == row.meta.uid;
        });
        // A known run keeps its node and its children for now; they are brought up to date below.
        next.append(known == m_runs.cend() ? nodeFor(row)
                                           : RunNode{known->id, withoutMetrics(row), known->metrics});
    }
    updateRows({}, m_runs, next, [](const RunNode &node) { return node.row.meta.uid; });
    for (int run = 0; run < m_runs.size(); ++run) {
        const auto source = std::find_if(rows.cbegin(), rows.cend(), [&](const AnalysisRunRow &row) {
            return row.meta.uid == m_runs.at(run).row.meta.uid;
        });
        updateMetrics(run, source->metrics);
    }
}

void AnalysisModel::updateMetrics(int run, const QVector<AnalysisMetricRow> &metrics)
{
    QVector<MetricNode> next;
    QHash<QString, QVector<MeasurementRow>> measurements;
    for (const auto &metric : metrics) {
        if (measurements.contains(metric.name)) {
            continue;
        }
        measurements.insert(metric.name, metric.measurements);
        const auto &nodes = m_runs.at(run).metrics;
        const auto known = std::find_if(nodes.cbegin(), nodes.cend(), [&metric](const MetricNode &node) {
            return node.row.name == metric.name;
        });
        next.append(known == nodes.cend()
                        ? nodeFor(metric)
                        : MetricNode{known->id, withoutMeasurements(metric), known->measurements});
    }
    const QModelIndex parent = index(run, 0);
    updateRows(parent, m_runs[run].metrics, next, [](const MetricNode &node) { return node.row.name; });
    for (int metric = 0; metric < m_runs.at(run).metrics.size(); ++metric) {
        auto &node = m_runs[run].metrics[metric];
        updateRows(index(metric, 0, parent), node.measurements, measurements.value(node.row.name),
                   measurementKey);
    }
}

QModelIndex AnalysisModel::indexOf(const QString &runUid) const
{
    for (int run = 0; run < m_runs.size(); ++run) {
        if (m_runs.at(run).row.meta.uid == runUid) {
            return index(run, 0);
        }
    }
    return {};
}

// The internal id of an index is the id of the node it lies under: 0 for runs, a run's for its metrics, a
// metric's for its measurements. Nodes keep their id for life, so moved rows keep valid indexes.
QModelIndex AnalysisModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, column, quintptr(0));
    }
    const Place place = placeOf(parent);
    const RunNode &run = m_runs.at(place.run);
    return createIndex(row, column, place.level == Level::Run ? run.id : run.metrics.at(place.metric).id);
}

AnalysisModel::Place AnalysisModel::placeOf(const QModelIndex &index) const
{
    const quintptr id = index.internalId();
    if (id == 0) {
        return {Level::Run, index.row(), 0, 0};
    }
    for (int run = 0; run < m_runs.size(); ++run) {
        if (m_runs.at(run).id == id) {
            return {Level::Metric, run, index.row(), 0};
        }
        const auto &metrics = m_runs.at(run).metrics;
        for (int metric = 0; metric < metrics.size(); ++metric) {
            if (metrics.at(metric).id == id) {
                return {Level::Measurement, run, metric, index.row()};
            }
        }
    }
    return {Level::Run, -1, 0, 0};
}

QModelIndex AnalysisModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const Place place = placeOf(child);
    if (place.run < 0) {
        return {};
    }
    return place.level == Level::Metric ? createIndex(place.run, 0, quintptr(0))
                                        : createIndex(place.metric, 0, m_runs.at(place.run).id);
}

int AnalysisModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_runs.size());
    }
    const Place place = placeOf(parent);
    if (parent.column() != 0 || place.run < 0 || place.level == Level::Measurement) {
        return 0;
    }
    const auto &metrics = m_runs.at(place.run).metrics;
    return static_cast<int>(place.level == Level::Run ? metrics.size()
                                                      : metrics.at(place.metric).measurements.size());
}

int AnalysisModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

QVariant AnalysisModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Place place = placeOf(index);
    if (place.run < 0) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    const RunNode &run = m_runs.at(place.run);
    switch (role) {
    case Qt::DisplayRole: {
        const QVariant value = cell(place, column);
        return column == Column::Time ? value.toDateTime().toString(Qt::ISODate) : value;
    }
    case static_cast<int>(Role::Sort):
        return cell(place, column);
    case static_cast<int>(Role::Level):
        return QVariant::fromValue(place.level);
    case static_cast<int>(Role::Phase):
        return phaseAt(place);
    case static_cast<int>(Role::Uid):
        return run.row.meta.uid;
    case static_cast<int>(Role::Query):
        return place.level == Level::Metric ? run.metrics.at(place.metric).row.query : QVariant();
    case static_cast<int>(Role::DryRun):
        return place.level == Level::Metric ? run.metrics.at(place.metric).row.dryRun : QVariant();
    case static_cast<int>(Role::Running):
        return place.level == Level::Run &&
               (phaseAt(place) == QStringLiteral("Running") || phaseAt(place) == QStringLiteral("Pending"));
    default:
        return {};
    }
}

QString AnalysisModel::phaseAt(const Place &place) const
{
    return cell(place, Column::Phase).toString();
}

QVariant AnalysisModel::cell(const Place &place, Column column) const
{
    const RunNode &run = m_runs.at(place.run);
    switch (place.level) {
    case Level::Run:
        return runData(run.row, column);
    case Level::Metric:
        return metricData(run.metrics.at(place.metric).row, column);
    case Level::Measurement:
        return measurementData(run.metrics.at(place.metric).measurements.at(place.measurement), column);
    }
    return {};
}

QVariant AnalysisModel::runData(const AnalysisRunRow &run, Column column) const
{
    switch (column) {
    case Column::Name:
        return run.meta.name;
    case Column::Phase:
        return run.phase;
    case Column::Value:
        return run.rolloutType;
    case Column::Time:
        return run.completed.isValid() ? run.completed : run.started;
    case Column::Message:
        return run.message;
    default:
        return {};
    }
}

QVariant AnalysisModel::metricData(const AnalysisMetricRow &metric, Column column) const
{
    switch (column) {
    case Column::Name:
        return metric.name;
    case Column::Phase:
        return metric.phase;
    case Column::Value:
        return metric.provider;
    case Column::Condition:
        return conditionText(metric);
    case Column::Successful:
        return metric.successful;
    case Column::Failed:
        return metric.failed;
    case Column::Inconclusive:
        return metric.inconclusive;
    case Column::Error:
        return metric.error;
    case Column::Message:
        return metric.message;
    case Column::Time:
        break;
    }
    return {};
}

QVariant AnalysisModel::measurementData(const MeasurementRow &measurement, Column column) const
{
    switch (column) {
    case Column::Phase:
        return measurement.phase;
    case Column::Value:
        return measurement.value;
    case Column::Time:
        return measurement.finished;
    case Column::Message:
        return measurement.message;
    default:
        return {};
    }
}

QVariant AnalysisModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Analysis"), tr("Phase"),        tr("Value"), tr("Condition"), tr("Successful"),
                           tr("Failed"),   tr("Inconclusive"), tr("Error"), tr("Time"),      tr("Message")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
