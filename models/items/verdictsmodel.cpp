// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/verdictsmodel.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 8;

QVariant optional(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant raw(const VerdictRow &row, VerdictsModel::Column column)
{
    const MetricVerdict &verdict = row.verdict;
    switch (column) {
    case VerdictsModel::Column::Canary:
        return optional(verdict.canary.value);
    case VerdictsModel::Column::Baseline:
        return optional(verdict.baseline.value);
    case VerdictsModel::Column::Effect:
        return verdict.effectKind == EffectKind::None ? QVariant() : QVariant(verdict.effect);
    case VerdictsModel::Column::Samples:
        return verdict.canarySamples;
    case VerdictsModel::Column::Limit:
        return optional(verdict.limit);
    case VerdictsModel::Column::Evidence:
        return optional(verdict.logEvidence ? verdict.logEvidence : verdict.pValue);
    case VerdictsModel::Column::Verdict:
        return static_cast<int>(verdict.verdict);
    case VerdictsModel::Column::Metric:
        break;
    }
    return row.metric.id;
}

} // namespace

void VerdictsModel::setJudgement(const Judgement &judgement)
{
    QVector<VerdictRow> next;
    for (const MetricVerdict &verdict : judgement.verdicts) {
        if (const PlanMetric *metric = judgement.metric(verdict.metric)) {
            next.push_back({*metric, verdict});
        }
    }
    updateRows({}, m_rows, next, [](const VerdictRow &row) { return row.metric.id; });
}

int VerdictsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VerdictsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant VerdictsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const VerdictRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return raw(row, static_cast<Column>(index.column()));
    case static_cast<int>(Role::Value):
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

QVariant VerdictsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) { // numbers stand to the right, and so does what is above them
        const bool isText =
            section == static_cast<int>(Column::Metric) || section == static_cast<int>(Column::Verdict);
        return static_cast<int>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const std::array names{tr("Metric"), tr("New version"), tr("Baseline"),
                           //: how much the new version differs, with its confidence interval
                           tr("Effect"),
                           //: column with the samples of the new version and of the baseline: "120 / 360"
                           tr("Samples"), tr("Limit"), tr("Evidence"), tr("Verdict")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
