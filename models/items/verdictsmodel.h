// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowmodel.h"
#include "models/stores/judgement.h"

namespace signalbox
{

/// One metric of a plan and what is thought of it now.
struct VerdictRow {
    PlanMetric metric;
    MetricVerdict verdict;
    bool operator==(const VerdictRow &) const = default;
};

/// Verdicts in the order of the plan. Cells give raw values; a delegate renders them.
class VerdictsModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Metric, Canary, Baseline, Effect, Samples, Limit, Evidence, Verdict };
    Q_ENUM(Column)
    enum class Role {
        Value = Qt::UserRole + 1, ///< VerdictRow
    };
    Q_ENUM(Role)

    using TableModel::TableModel;
    void setJudgement(const Judgement &judgement);
    [[nodiscard]] const QVector<VerdictRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<VerdictRow> m_rows;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::VerdictRow)
